import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Outcome } from "@/lib/features/outcomes/schema/records";
import { formatCount, formatInstant } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import { Panel } from "../ui/panel";
import { OfferForm } from "./co-claim-forms";
import { OutcomeStateBadge } from "./state-badge";

type Props = { tenant: string; outcome: Outcome };

/** Who owns how much of it. The alliance counts it once, however many they are. */
export function SharesPanel({ tenant, outcome }: Props) {
  const t = useTranslations("outcomes.share");
  return (
    <Panel title={t("title")} description={t("description")}>
      <ul className="divide-y divide-line">
        {outcome.shares.map((one) => (
          <li key={one.organizationId} className="flex flex-wrap items-center gap-x-3 py-2">
            <Link href={`/organizations/${one.organizationId}`}>{one.organizationName}</Link>
            <Badge tone={one.leads ? "decided" : "neutral"}>
              {one.leads ? t("lead") : t("takesPart")}
            </Badge>
            <span className="ml-auto tabular-nums">{one.share}%</span>
          </li>
        ))}
      </ul>
      {outcome.may.offer && (
        <details className="mt-3">
          <summary className="min-h-6 cursor-pointer text-accent">{t("offerTitle")}</summary>
          <div className="mt-3 max-w-xl">
            <OfferForm tenant={tenant} recordId={outcome.id} />
          </div>
        </details>
      )}
    </Panel>
  );
}

/** Levels or continuations of one thing, oldest first: what each reported and what of it counts. */
export function ChainPanel({ tenant, outcome }: Props) {
  const t = useTranslations("outcomes");
  const locale = useLocale();
  return (
    <Panel title={t("chain.title")} description={t("chain.description")}>
      <ol className="divide-y divide-line">
        {outcome.chain.map((step) => {
          const counts = Number(step.quantity) + Number(step.adjustment);
          return (
            <li key={step.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
              <span className="tabular-nums">{step.year}</span>
              {step.level && <Badge tone="neutral">{t(`level.${step.level}`)}</Badge>}
              {step.id === outcome.id ? (
                <span className="font-medium">{step.title}</span>
              ) : (
                <Link href={`/a/${tenant}/outcomes/${step.id}`}>{step.title}</Link>
              )}
              {step.follow && <span className="text-muted">{t(`follow.${step.follow}`)}</span>}
              <OutcomeStateBadge state={step.state} />
              <span className="ml-auto tabular-nums">
                {t("chain.counts", { count: formatCount(counts, locale) })}
              </span>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}

/** What was taken off the number and why; the number itself stays as it was reported. */
export function AdjustmentsPanel({ tenant, outcome }: Props) {
  const t = useTranslations("outcomes.adjustment");
  const locale = useLocale();
  return (
    <Panel title={t("title")} description={t("description")}>
      <ul className="divide-y divide-line">
        {outcome.adjustments.map((one) => (
          <li key={one.id} className="py-2">
            <p className="flex flex-wrap gap-x-3">
              <span>{t(`kind.${one.kind}`)}</span>
              <span className="ml-auto tabular-nums">
                {formatCount(Number(one.amount), locale)}
              </span>
            </p>
            <p className="text-sm text-muted">
              <Link href={`/a/${tenant}/outcomes/${one.againstId}`}>
                {t("against", { title: one.againstTitle })}
              </Link>{" "}
              · {formatInstant(new Date(one.createdAt), locale)}
              {one.reason && ` · ${one.reason}`}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
