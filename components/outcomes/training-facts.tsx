import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Training } from "@/lib/features/outcomes/schema/batches";
import { formatCount, formatDay } from "@/lib/i18n/format";
import { DataTable } from "../ui/data-table";
import { Facts } from "../ui/facts";
import { OutcomeStateBadge } from "./state-badge";

/** What the training was. */
export function TrainingFacts({ training }: { training: Training }) {
  const t = useTranslations("trainings");
  const locale = useLocale();
  const { organization, partner, certified } = training;
  const days =
    training.startsOn === training.endsOn
      ? formatDay(training.endsOn, locale)
      : `${formatDay(training.startsOn, locale)} – ${formatDay(training.endsOn, locale)}`;
  const unit = (one: { id: string; name: string }) => (
    <Link href={`/organizations/${one.id}`}>{one.name}</Link>
  );
  return (
    <Facts
      items={[
        { label: t("field.organization"), value: unit(organization) },
        ...(partner ? [{ label: t("field.partner"), value: unit(partner) }] : []),
        { label: t("field.kind"), value: t(`kind.${training.kind}`) },
        { label: t("field.dates"), value: days },
        { label: t("field.place"), value: training.place },
        ...(certified === null
          ? []
          : [{ label: t("field.certified"), value: formatCount(certified, locale) }]),
        {
          label: t("field.publicBenefit"),
          value: t(training.publicBenefit ? "field.yes" : "field.no"),
        },
      ]}
    />
  );
}

/** The results that it proves, each with its own state and page. */
export function TrainingResults({ tenant, training }: { tenant: string; training: Training }) {
  const t = useTranslations("trainings");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("results")}
      rows={training.records}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "metric",
          header: t("field.metric"),
          cell: (row) => (
            <Link href={`/a/${tenant}/outcomes/${row.id}`} prefetch={false}>
              {locale === "en" ? row.nameEn : row.nameZh}
            </Link>
          ),
        },
        {
          key: "quantity",
          header: t("field.quantity"),
          align: "end",
          cell: (row) =>
            `${formatCount(Number(row.quantity), locale)} ${locale === "en" ? row.unitEn : row.unitZh}`,
        },
        {
          key: "state",
          header: t("field.state"),
          cell: (row) => (
            <>
              <OutcomeStateBadge state={row.state} />
              {row.state === "returned" && row.returnReason && (
                <span className="block text-problem">{row.returnReason}</span>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
