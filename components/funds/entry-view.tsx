import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Entry } from "@/lib/features/funds/schema/entries";
import { formatDay, formatInstant, formatMoney, nothing } from "@/lib/i18n/format";
import { Facts } from "../ui/facts";
import { Timeline } from "../ui/timeline";
import { Money } from "./money";
import { StateBadge } from "./side-badge";

/** What an entry says, field by field; blank fields are left out. */
export function EntryFacts({ tenant, entry }: { tenant: string; entry: Entry }) {
  const t = useTranslations("funds");
  const locale = useLocale();
  const { foreignAmount, rate, rateOn } = entry;
  const formatted = (yuan: string) => {
    const { text, unit } = formatMoney(yuan, locale);
    return `${text} ${unit}`;
  };
  const facts = [
    { label: t("column.flow"), value: t(`flow.${entry.flow}`) },
    { label: t("field.amount"), value: <Money yuan={entry.amount} /> },
    foreignAmount &&
      rate &&
      rateOn && {
        label: t("receipt.foreign"),
        value: t("entry.foreign", {
          currency: entry.currency,
          amount: foreignAmount,
          rate,
          day: formatDay(rateOn, locale),
        }),
      },
    { label: t("column.kind"), value: t(`kind.${entry.kind}`) },
    { label: t("column.organization"), value: entry.organizationName },
    entry.promise && {
      label: t("receipt.commitment"),
      value: (
        <Link href={`/a/${tenant}/projects/${entry.projectId}?view=money`}>
          {formatted(entry.promise.amount)}
          {entry.promise.instalment !== null &&
            ` · ${t("instalment.order", { order: entry.promise.instalment })}`}
        </Link>
      ),
    },
    entry.source && { label: t("receipt.source"), value: t(`source.${entry.source}`) },
    entry.payee && { label: t("field.payee"), value: entry.payee },
    { label: t("field.happenedOn"), value: formatDay(entry.happenedOn, locale) },
    { label: t("field.voucherNo"), value: entry.voucherNo },
    entry.line && { label: t("field.lineId"), value: entry.line.name },
    entry.purpose && { label: t("field.purpose"), value: entry.purpose },
    entry.valuation && { label: t("field.valuation"), value: entry.valuation },
    entry.overReason && { label: t("field.overReason"), value: entry.overReason },
    entry.reason && { label: t("entry.reason"), value: entry.reason },
    entry.file && {
      label: t("field.fileId"),
      value: <a href={`/api/files/${tenant}/${entry.file.id}`}>{entry.file.name}</a>,
    },
    { label: t("column.state"), value: <StateBadge state={entry.state} /> },
  ].filter((fact) => typeof fact === "object" && fact !== null);
  return <Facts items={facts} />;
}

const fields = [
  "amount",
  "happenedOn",
  "payee",
  "payeeOrganizationId",
  "lineId",
  "voucherNo",
  "account",
  "purpose",
  "fileId",
  "valuation",
  "overReason",
] as const;
const isId = (field: string) => field.endsWith("Id");

/** Who did what, with the difference that an edit made. */
export function EntryHistory({ entry }: { entry: Entry }) {
  const t = useTranslations("funds");
  const locale = useLocale();
  const shown = (field: string, value: string | null) => {
    if (value === null) return t("entry.blank");
    return isId(field) ? nothing : value;
  };
  return (
    <Timeline
      items={entry.history.map((event) => ({
        at: formatInstant(event.at, locale),
        title: event.by
          ? t("entry.by", { what: t(`event.${event.kind}`), who: event.by })
          : t(`event.${event.kind}`),
        body: (
          <>
            {event.text && <p>{event.text}</p>}
            {fields.map((field) => {
              const change = event.changes?.[field];
              return (
                change && (
                  <p key={field}>
                    {t("entry.change", {
                      field: t(`field.${field}`),
                      before: shown(field, change[0]),
                      after: shown(field, change[1]),
                    })}
                  </p>
                )
              );
            })}
          </>
        ),
      }))}
    />
  );
}
