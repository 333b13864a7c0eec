"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { ToneMark } from "../ui/tone";

/** What went wrong with a submission: the sentence, and the fields that need a change. */
export type Problem = {
  code: string;
  text: string;
  faults: readonly { name: string; label: string; text: string; id: string | undefined }[];
};

/** Takes the focus, so that everybody notices it first, and leads to each field. */
export function Summary({ problem }: { problem: Problem }) {
  const t = useTranslations("common.form");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) box.current?.focus();
  }, [problem]);
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="flex gap-2 rounded border border-problem bg-problem-soft px-3 py-2"
    >
      <ToneMark tone="problem" className="mt-1.5" />
      <div>
        <p className="font-medium">{problem.text}</p>
        {problem.faults.length > 0 && (
          <ul className="mt-1 list-disc pl-5">
            {problem.faults.map((fault) => (
              <li key={`${fault.name} ${fault.text}`}>
                {fault.id ? (
                  <a href={`#${fault.id}`} onClick={(event) => jump(event, fault.id)}>
                    {fault.label}
                    {t("colon")}
                    {fault.text}
                  </a>
                ) : (
                  fault.text
                )}
              </li>
            ))}
          </ul>
        )}
        {problem.code === "unauthenticated" && (
          <p>
            <a href="/sign-in" target="_blank" rel="noreferrer">
              {t("signInAgain")}
            </a>{" "}
            {t("afterSignIn")}
          </p>
        )}
      </div>
    </div>
  );
}

/** The focus, not only the scroll position, moves to the field, out of any fold; the address keeps its filters. */
function jump(event: { preventDefault: () => void }, id: string | undefined) {
  const control = id ? document.getElementById(id) : null;
  if (!control) return;
  event.preventDefault();
  for (let fold = control.closest("details"); fold; ) {
    fold.open = true;
    fold = fold.parentElement?.closest("details") ?? null;
  }
  control.focus();
}
