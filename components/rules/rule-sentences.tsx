import { useTranslations } from "next-intl";
import { type Change, type Sentence, sentencesOf } from "@/lib/features/bodies/rules/sentence";
import type { DraftRule } from "@/lib/features/bodies/schema/rule-sets";
import { cx } from "../ui/cx";
import { useSentence } from "./use-sentence";

/** What decides about a vote stands apart from how a meeting is prepared. */
const first = new Set<Sentence["key"]>(["quorum", "group", "pass", "example", "edge", "tie"]);

/** A rule read back: the sentences that decide, then the others folded. */
export function RuleSentences({
  rule,
  seats,
  open,
}: {
  rule: DraftRule;
  seats: number;
  open?: boolean;
}) {
  const t = useTranslations("bodies.rules");
  const say = useSentence();
  const all = sentencesOf(rule, seats).map((sentence, at) => ({ at, sentence }));
  const lines = (given: typeof all) => (
    <ul className="flex flex-col gap-1.5">
      {given.map(({ at, sentence }) => (
        <li key={at} className={cx(sentence.key === "example" && "text-muted")}>
          {say(sentence)}
        </li>
      ))}
    </ul>
  );
  return (
    <div className="flex flex-col gap-2 leading-relaxed">
      {lines(all.filter(({ sentence }) => first.has(sentence.key)))}
      <details open={open}>
        <summary className="cursor-pointer text-sm text-accent">{t("more")}</summary>
        <div className="pt-2">{lines(all.filter(({ sentence }) => !first.has(sentence.key)))}</div>
      </details>
    </div>
  );
}

/** What reads differently, the old sentence above the new one. */
export function RuleChanges({ changes, whole }: { changes: readonly Change[]; whole: boolean }) {
  const t = useTranslations("bodies.rules");
  const say = useSentence();
  if (whole) return null;
  return (
    <ul className="flex flex-col gap-3">
      {changes.map(({ before, after }) => (
        <li key={`${before?.key ?? ""}${after?.key ?? ""}${JSON.stringify(after?.values)}`}>
          <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 leading-relaxed">
            <dt className="text-sm text-muted">{t("before")}</dt>
            <dd className="text-muted line-through decoration-1">
              {before ? say(before) : t("absent")}
            </dd>
            <dt className="text-sm text-muted">{t("after")}</dt>
            <dd className="font-medium">{after ? say(after) : t("absent")}</dd>
          </dl>
        </li>
      ))}
    </ul>
  );
}
