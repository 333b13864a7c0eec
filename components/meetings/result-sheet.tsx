import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Sheet } from "@/lib/features/resolutions/schema";
import { formatDay } from "@/lib/i18n/format";
import { OutcomeBadge, OutcomeSentence, RuleWords, TestLine } from "../bodies/arithmetic";
import { useResolutionCode } from "../resolutions/code";
import { Notice } from "../ui/notice";

const counted = ["yes", "no", "abstain", "invalid"] as const;

function Counts({ motion }: { motion: Sheet }) {
  const t = useTranslations("meetings.sheet");
  const cells = [
    { label: t("present"), count: t("seatsUnit", { count: motion.votes.present }) },
    ...counted.map((kind) => ({
      label: t(kind),
      count: t("votesUnit", { count: motion.votes[kind] }),
    })),
    { label: t("recused"), count: t("seatsUnit", { count: motion.votes.recused }) },
    { label: t("silent"), count: t("seatsUnit", { count: motion.notVoting }) },
  ];
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-2">
      {cells.map(({ label, count }) => (
        <div key={label}>
          <dt className="text-sm text-muted">{label}</dt>
          <dd className="font-semibold tabular-nums">{count}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The result of one motion that explains itself: counts, rule, arithmetic, and where the paper differs. */
export function ResultSheet({
  motion,
  base,
  below,
}: {
  motion: Sheet;
  base: string;
  /** The page has said the text and the number already. */
  below?: boolean;
}) {
  const t = useTranslations("meetings");
  const b = useTranslations("bodies");
  const locale = useLocale();
  const codeOf = useResolutionCode();
  const { resolution, rule } = motion;
  return (
    <div className="flex flex-col gap-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <OutcomeBadge outcome={motion.outcome} />
        <span>
          <OutcomeSentence
            quorum={motion.quorum}
            pass={motion.pass}
            tie={rule.tie}
            outcome={motion.computedOutcome}
          />
        </span>
      </p>
      {motion.contradictionReason && (
        <Notice tone="attention" title={t("sheet.contradiction")}>
          {t("sheet.contradictionText", {
            rule: b(`outcome.${motion.computedOutcome}`),
            paper: b(`outcome.${motion.outcome}`),
            reason: motion.contradictionReason,
          })}
        </Notice>
      )}
      {!motion.recount && <Notice tone="problem">{t("sheet.recountFailed")}</Notice>}
      {!below && <p className="whitespace-pre-line">{motion.text}</p>}
      {resolution && !below && (
        <p>
          <Link href={`${base}/decisions/${resolution.id}`}>{codeOf(resolution)}</Link>{" "}
          <span className="text-sm text-muted">
            {t("effective", { day: formatDay(resolution.effectiveFrom, locale) })}
          </span>
        </p>
      )}
      <Counts motion={motion} />
      <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-2">
        <div>
          <dt className="text-muted">
            {t("sheet.quorum", {
              base: b(`quorumBase.${rule.quorum.base}`),
              count: motion.quorum.base,
            })}
          </dt>
          <dd>
            <TestLine test={motion.quorum} />
          </dd>
        </div>
        <div>
          <dt className="text-muted">
            {t("sheet.pass", { base: b(`passBase.${rule.pass.base}`), count: motion.pass.base })}
          </dt>
          <dd>
            <TestLine test={motion.pass} />
          </dd>
        </div>
      </dl>
      <details className="text-sm">
        <summary className="min-h-6 cursor-pointer">
          {t("sheet.rule", {
            matter: b(`matter.${motion.matter}`),
            method: t(`method.${motion.method}`),
          })}
        </summary>
        <div className="mt-1 border-l border-line pl-3">
          <RuleWords rule={rule} />
          {motion.votes.abstain > 0 && rule.pass.base === "present" && (
            <p className="text-muted">{t("sheet.abstainNote")}</p>
          )}
          {motion.recount && <p className="text-muted">{t("sheet.recounted")}</p>}
        </div>
      </details>
    </div>
  );
}
