import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Commitment, Instalment } from "@/lib/features/funds/schema/promises";
import { formatDay, formatMoney } from "@/lib/i18n/format";
import type { Option } from "../forms/types";
import { Money } from "./money";
import { CommitmentForms } from "./promise-forms";
import { InstalmentBadge, StandingBadge } from "./side-badge";

function useLines(one: Commitment): string[] {
  const t = useTranslations("funds");
  const locale = useLocale();
  const shown = (yuan: string) => {
    const { text, unit } = formatMoney(yuan, locale);
    return `${text} ${unit}`;
  };
  return [
    one.programme && t("promise.programme", { title: one.programme }),
    one.originalAmount && t("promise.original", { amount: shown(one.originalAmount) }),
    one.foreignAmount &&
      one.rate &&
      one.rateOn &&
      t("entry.foreign", {
        currency: one.currency,
        amount: one.foreignAmount,
        rate: one.rate,
        day: formatDay(one.rateOn, locale),
      }),
    one.condition && t("project.condition", { condition: one.condition }),
    one.valuation && t("project.valuation", { valuation: one.valuation }),
    one.hours && one.hourlyRate && t("project.hours", { hours: one.hours, rate: one.hourlyRate }),
    one.proof && t("project.proof", { proof: one.proof }),
    one.dueOn && t("project.due", { day: formatDay(one.dueOn, locale) }),
  ].filter((line) => typeof line === "string");
}

/** What may be paid out now, because its milestone is accepted or its day has come. */
const isOpen = ({ state }: Instalment) => state === "released" || state === "due";

function Instalments({ one, enter }: { one: Commitment; enter: string | undefined }) {
  const t = useTranslations("funds.instalment");
  const locale = useLocale();
  if (one.instalments.length === 0) return null;
  return (
    <ol className="mt-2 border-l border-line pl-3 text-sm" aria-label={t("title")}>
      {one.instalments.map((line) => (
        <li key={line.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-1">
          <span>{t("order", { order: line.order })}</span>
          <span className="tabular-nums">{formatDay(line.dueOn, locale)}</span>
          <Money yuan={line.amount} />
          <InstalmentBadge state={line.state} />
          {line.milestone && (
            <span className="text-muted">{t("milestone", { title: line.milestone.title })}</span>
          )}
          {enter && isOpen(line) && (
            <Link href={`${enter}&instalment=${line.id}`} prefetch={false}>
              {t("enter")}
            </Link>
          )}
        </li>
      ))}
    </ol>
  );
}

function CommitmentItem({
  tenant,
  one,
  mayConfirm,
  enter,
  milestones,
}: {
  tenant: string;
  one: Commitment;
  mayConfirm: boolean;
  enter: string | undefined;
  milestones: readonly Option[];
}) {
  const t = useTranslations("funds");
  const lines = useLines(one);
  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-medium">{one.organizationName}</span>
        <span className="text-sm text-muted">{t(`kind.${one.kind}`)}</span>
        <Money yuan={one.amount} />
        <StandingBadge standing={one.standing} />
        <span className="text-sm text-muted">
          {t("project.received")} <Money yuan={one.received} />
        </span>
      </div>
      {lines.map((line) => (
        <p key={line} className="text-sm text-muted">
          {line}
        </p>
      ))}
      <Instalments one={one} enter={enter} />
      {mayConfirm && one.state !== "cancelled" && (
        <CommitmentForms tenant={tenant} one={one} milestones={milestones} />
      )}
    </li>
  );
}

/** Each promise with its instalments and with what has arrived on it, never as one number. */
export function CommitmentList({
  tenant,
  commitments,
  mayConfirm,
  others,
  enter,
  milestones,
}: {
  tenant: string;
  commitments: readonly Commitment[];
  mayConfirm: boolean;
  /** There are promises that the reader does not see one by one. */
  others: boolean;
  /** Where what arrives is entered, for those who do. */
  enter: string | undefined;
  /** What may release a part of a promise. */
  milestones: readonly Option[];
}) {
  const t = useTranslations("funds.project");
  if (commitments.length === 0) {
    return <p className="text-sm text-muted">{t(others ? "noneSeen" : "none")}</p>;
  }
  return (
    <ul className="divide-y divide-line">
      {commitments.map((one) => (
        <CommitmentItem
          key={one.id}
          tenant={tenant}
          one={one}
          mayConfirm={mayConfirm}
          enter={enter}
          milestones={milestones}
        />
      ))}
    </ul>
  );
}
