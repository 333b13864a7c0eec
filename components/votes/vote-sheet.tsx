import { useLocale, useTranslations } from "next-intl";
import { OutcomeBadge, RuleWords } from "@/components/bodies/arithmetic";
import { Notice } from "@/components/ui/notice";
import { arithmeticOf } from "@/lib/features/bodies/rules/arithmetic";
import type { Test } from "@/lib/features/bodies/types";
import type { VoteSheetView, VoteView } from "@/lib/features/votes/schema/votes";
import { formatInstant } from "@/lib/i18n/format";

const counted = ["yes", "no", "abstain", "invalid"] as const;

function Counts({ sheet, method }: { sheet: VoteSheetView; method: VoteView["method"] }) {
  const t = useTranslations("votes");
  const u = useTranslations("meetings.sheet");
  const kinds = counted.filter((kind) => kind !== "invalid" || sheet.votes.invalid > 0);
  const cells = [
    { label: t("sheet.present"), text: u("seatsUnit", { count: sheet.votes.present }) },
    ...kinds.map((kind) => ({
      label: t(`choice.${kind}`),
      text: u("votesUnit", { count: sheet.votes[kind] }),
    })),
    ...(sheet.votes.recused > 0
      ? [{ label: t("sheet.recused"), text: u("seatsUnit", { count: sheet.votes.recused }) }]
      : []),
    ...(method === "hands"
      ? []
      : [{ label: t("sheet.silent"), text: u("seatsUnit", { count: sheet.silent }) }]),
  ];
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-2">
      {cells.map(({ label, text }) => (
        <div key={label}>
          <dt className="text-sm text-muted">{label}</dt>
          <dd className="font-semibold tabular-nums">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The sum that decided, in words: "因 14 × 3 ≥ 2 × 21，通过". */
export function Because({ sheet }: { sheet: VoteSheetView }) {
  const t = useTranslations("votes");
  const b = useTranslations("bodies");
  if (sheet.referUp) return t(`sheet.referUp.${sheet.referUp}`);
  if (sheet.outcome === "tied") {
    return b("sentence.tied", { count: sheet.votes.yes, tie: b(`tie.${sheet.rule.tie}`) });
  }
  if (sheet.outcome === "inquorate") return t("sheet.inquorate");
  if (sheet.pass.base === 0) return t("sheet.baseZero");
  const sum = t("sheet.because", {
    ...arithmeticOf(sheet.pass),
    outcome: b(`outcome.${sheet.outcome}`),
  });
  return sheet.casting
    ? t("tie.given", {
        holder: sheet.casting.holderName,
        choice: t(`choice.${sheet.casting.choice}`),
        reason: sheet.casting.reason,
      })
    : sum;
}

function QuorumLine({ test }: { test: Test }) {
  const t = useTranslations("votes.sheet");
  const { left, right, sign } = arithmeticOf(test);
  const values = { needed: test.needed ?? test.base + 1, count: test.count, left, right, sign };
  return (
    <span className="tabular-nums">
      {test.met ? t("quorumMet", values) : t("quorumMissed", values)}
    </span>
  );
}

function PassLine({ test }: { test: Test }) {
  const b = useTranslations("bodies");
  return (
    <span className="tabular-nums">
      {test.needed === null
        ? b("neededNever")
        : b("needed", { needed: test.needed, ...arithmeticOf(test) })}
    </span>
  );
}

/** A result that explains itself: outcome and sum first, then counts, quorum, majority and the rule in words. */
export function VoteSheet({ vote, sheet }: { vote: VoteView; sheet: VoteSheetView }) {
  const t = useTranslations("votes");
  const b = useTranslations("bodies");
  const m = useTranslations("meetings.effect.choose");
  const locale = useLocale();
  const { rule, mail } = sheet;
  const inquorate = sheet.outcome === "inquorate";
  return (
    <div className="flex flex-col gap-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <OutcomeBadge outcome={sheet.outcome} />
        <span>
          <Because sheet={sheet} />
        </span>
      </p>
      {vote.effectStands && (
        <Notice tone="attention">
          {t("sheet.effectStands", { effect: m(vote.effectStands) })}
        </Notice>
      )}
      {mail && (
        <p className="text-sm text-muted">
          {t("mail.window", {
            from: formatInstant(new Date(mail.from), locale),
            to: formatInstant(new Date(mail.to), locale),
            asked: mail.asked,
            replies: mail.replies,
          })}
        </p>
      )}
      {!inquorate && <Counts sheet={sheet} method={vote.method} />}
      {sheet.seatsKept && (
        <p className="text-sm">{t("sheet.seatsKept", { reason: sheet.seatsKept })}</p>
      )}
      {sheet.secrecyVoid && <Notice tone="attention">{t("secrecy.unanimous")}</Notice>}
      {sheet.unconfirmed > 0 && (
        <Notice tone="attention">{t("sheet.unconfirmed", { count: sheet.unconfirmed })}</Notice>
      )}
      <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-2">
        <div>
          <dt className="text-muted">
            {mail
              ? t("sheet.replies", { count: sheet.quorum.base })
              : t("sheet.quorum", {
                  base: b(`quorumBase.${rule.quorum.base}`),
                  count: sheet.quorum.base,
                })}
          </dt>
          <dd>
            <QuorumLine test={sheet.quorum} />
          </dd>
        </div>
        {sheet.groups.map((group) => (
          <div key={group.name}>
            <dt className="text-muted">
              {t("sheet.group", { name: group.name, count: group.base })}
            </dt>
            <dd>
              <QuorumLine test={group} />
            </dd>
          </div>
        ))}
        {!inquorate && (
          <div>
            <dt className="text-muted">
              {t("sheet.pass", { base: b(`passBase.${rule.pass.base}`), count: sheet.pass.base })}
            </dt>
            <dd>
              <PassLine test={sheet.pass} />
            </dd>
          </div>
        )}
      </dl>
      <details className="text-sm">
        <summary className="min-h-6 cursor-pointer">
          {t("sheet.rule", {
            matter: b(`matter.${vote.matter}`),
            method: t(`method.${vote.method}`),
          })}
        </summary>
        <div className="mt-1 border-l border-line pl-3">
          <RuleWords rule={rule} />
        </div>
      </details>
    </div>
  );
}
