import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Pair } from "@/lib/features/outcomes/schema/doubles";
import { formatCount, formatDay, nothing } from "@/lib/i18n/format";
import { Facts } from "../ui/facts";
import { Panel } from "../ui/panel";
import { JudgeForm } from "./pair-forms";
import { OutcomeStateBadge } from "./state-badge";

function Half({ tenant, pair, which }: { tenant: string; pair: Pair; which: "first" | "second" }) {
  const t = useTranslations("outcomes");
  const locale = useLocale();
  const half = pair[which];
  const unit = locale === "en" ? pair.unitEn : pair.unitZh;
  const counts = Number(half.quantity) + Number(half.adjustment);
  return (
    <div className="min-w-0 rounded border border-line p-3">
      <p className="mb-2 flex flex-wrap items-center gap-x-2">
        <span className="text-sm text-muted">{t(`doubles.${which}`)}</span>
        <OutcomeStateBadge state={half.state} />
      </p>
      <p className="mb-2 font-medium break-words">
        <Link href={`/a/${tenant}/outcomes/${half.id}`} prefetch={false}>
          {half.title}
        </Link>
      </p>
      <Facts
        items={[
          { label: t("column.organization"), value: half.organizationName },
          { label: t("column.occurredOn"), value: formatDay(half.occurredOn, locale) },
          {
            label: t("column.quantity"),
            value: `${formatCount(Number(half.quantity), locale)} ${unit}${
              Number(half.adjustment) === 0
                ? ""
                : ` · ${t("chain.counts", { count: formatCount(counts, locale) })}`
            }`,
          },
          { label: t("column.key"), value: half.naturalKey ?? nothing },
        ]}
      />
    </div>
  );
}

/** Two records side by side, why they may be one, and the judgement. */
export function PairCard({ tenant, pair }: { tenant: string; pair: Pair }) {
  const t = useTranslations("outcomes.doubles");
  const locale = useLocale();
  const why = [
    t("why", { similarity: pair.similarity }),
    ...(pair.sameAmount ? [t("sameAmount")] : []),
  ];
  return (
    <Panel
      title={`${pair.metricCode} ${locale === "en" ? pair.metricEn : pair.metricZh}`}
      description={why.join(" · ")}
    >
      <div className="grid gap-3 md:grid-cols-2">
        <Half tenant={tenant} pair={pair} which="first" />
        <Half tenant={tenant} pair={pair} which="second" />
      </div>
      {pair.reason && <p className="mt-3 text-sm text-muted">{pair.reason}</p>}
      {pair.mayJudge && (
        <div className="mt-4">
          <JudgeForm tenant={tenant} id={pair.id} version={pair.version} keyed={pair.keyed} />
        </div>
      )}
      {pair.state === "open" && !pair.mayJudge && (
        <p className="mt-3 text-sm text-muted">{t("notYours")}</p>
      )}
    </Panel>
  );
}
