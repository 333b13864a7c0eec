import { cx } from "./cx";

/** The four meanings and the absence of one. A tone is never colour alone: each has its own shape. */
export type Tone = "neutral" | "ok" | "attention" | "problem" | "decided";

export const toneText: Record<Tone, string> = {
  neutral: "text-muted",
  ok: "text-ok",
  attention: "text-attention",
  problem: "text-problem",
  decided: "text-decided",
};

export const toneSoft: Record<Tone, string> = {
  neutral: "border-line bg-sunken",
  ok: "border-ok/40 bg-ok-soft",
  attention: "border-attention/40 bg-attention-soft",
  problem: "border-problem/40 bg-problem-soft",
  decided: "border-decided/40 bg-decided-soft",
};

const shapes: Record<Tone, string> = {
  neutral: "M6 3a3 3 0 1 1 0 6a3 3 0 0 1 0-6Z",
  ok: "M1.5 6.5 4.5 9.5 10.5 2.5",
  attention: "M6 1.5 11 10.5H1ZM6 5v2.4M6 9h.01",
  problem: "M2 2 10 10M10 2 2 10",
  decided: "M6 1 11 6 6 11 1 6Z",
};

/** Decoration beside a word: readers of the screen hear the word. */
export function ToneMark({ tone, className }: { tone: Tone; className?: string }) {
  return (
    <svg
      viewBox="0 0 12 12"
      className={cx("size-3 shrink-0", toneText[tone], className)}
      fill={tone === "decided" ? "currentColor" : "none"}
      stroke="currentColor"
      strokeWidth={1.6}
      aria-hidden="true"
    >
      <path d={shapes[tone]} />
    </svg>
  );
}
