"use client";

import type { ReactNode } from "react";
import { cx } from "./cx";
import { type Tone, ToneMark, toneSoft, toneText } from "./tone";

export type BadgeTone = Tone;

/** A state: word and shape. Drawn by the browser too, so that a list of them is sent as tones and words. */
export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1 rounded border px-1.5 text-sm whitespace-nowrap",
        toneSoft[tone],
        toneText[tone],
      )}
    >
      <ToneMark tone={tone} />
      {children}
    </span>
  );
}
