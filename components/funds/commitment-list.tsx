import { useLocale, useTranslations } from "next-intl";
import type { Commitment } from "@/lib/features/funds/schema";
import { formatDay } from "@/lib/i18n/format";
import { ConfirmForm } from "./entry-forms";
import { Money } from "./money";
import { CommitmentBadge } from "./side-badge";

const canBeConfirmed = (one: Commitment) => one.state === "proposed" || one.state === "conditional";

function CommitmentItem({
  tenant,
  one,
  mayConfirm,
}: {
  tenant: string;
  one: Commitment;
  mayConfirm: boolean;
}) {
  const t = useTranslations("funds");
  const locale = useLocale();
  const lines = [
    one.condition && t("project.condition", { condition: one.condition }),
    one.valuation && t("project.valuation", { valuation: one.valuation }),
    one.proof && t("project.proof", { proof: one.proof }),
    one.dueOn && t("project.due", { day: formatDay(one.dueOn, locale) }),
  ].filter((line) => typeof line === "string");
  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-medium">{one.organizationName}</span>
        <span className="text-sm text-muted">{t(`kind.${one.kind}`)}</span>
        <Money yuan={one.amount} />
        <CommitmentBadge state={one.state} />
        <span className="text-sm text-muted">
          {t("project.received")} <Money yuan={one.received} />
        </span>
      </div>
      {lines.map((line) => (
        <p key={line} className="text-sm text-muted">
          {line}
        </p>
      ))}
      {mayConfirm && canBeConfirmed(one) && (
        <details className="mt-2">
          <summary className="cursor-pointer py-1 text-sm">{t("entry.confirm")}</summary>
          <div className="mt-2">
            <ConfirmForm tenant={tenant} id={one.id} />
          </div>
        </details>
      )}
    </li>
  );
}

/** Each promise with what has arrived on it, never as one number. */
export function CommitmentList({
  tenant,
  commitments,
  mayConfirm,
}: {
  tenant: string;
  commitments: readonly Commitment[];
  mayConfirm: boolean;
}) {
  const t = useTranslations("funds.project");
  if (commitments.length === 0) return <p className="text-sm text-muted">{t("none")}</p>;
  return (
    <ul className="divide-y divide-line">
      {commitments.map((one) => (
        <CommitmentItem key={one.id} tenant={tenant} one={one} mayConfirm={mayConfirm} />
      ))}
    </ul>
  );
}
