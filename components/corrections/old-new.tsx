import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { SaidView } from "@/lib/features/corrections/schema";
import { formatCount, formatDay, nothing } from "@/lib/i18n/format";
import { type Column, DataTable } from "../ui/data-table";
import { keep } from "../ui/keep";

type Props = { tenant: string; before: SaidView; after: SaidView | null };
type Row = { key: string; label: string; before: string; after: string; file: SaidView["file"] };

/** A day and a number with its unit stay whole; names and papers may break. */
const WHOLE = ["quantity", "occurredOn"];
const whole = ({ key }: Row, words: ReactNode) => (WHOLE.includes(key) ? keep(words) : words);

/** What the record says, and what it shall say; what stays is told as staying. */
export function OldNew({ tenant, before, after }: Props) {
  const t = useTranslations("corrections");
  const words = useTranslations("outcomes.column");
  const locale = useLocale();
  const read = (said: SaidView): Record<string, string> => ({
    quantity: `${formatCount(Number(said.quantity), locale)} ${locale === "en" ? said.unitEn : said.unitZh}`,
    occurredOn: formatDay(said.occurredOn, locale),
    year: String(said.year),
    key: said.naturalKey ?? nothing,
    metric: locale === "en" ? said.metricEn : said.metricZh,
    organization: said.organizationName,
    file: said.file?.name ?? nothing,
  });
  const [old, next] = [read(before), after && read(after)];
  const labels = {
    quantity: words("quantity"),
    occurredOn: words("occurredOn"),
    year: words("year"),
    key: words("key"),
    metric: words("metric"),
    organization: words("organization"),
    file: t("field.evidenceId"),
  };
  const rows: Row[] = Object.entries(labels).map(([key, label]) => {
    const was = old[key] ?? nothing;
    const becomes = next?.[key] ?? nothing;
    // Two papers may bear one name: their bytes tell whether one took the other's place.
    const same =
      key === "file"
        ? before.file?.sha256 === after?.file?.sha256
        : next !== null && was === becomes;
    return {
      key,
      label,
      before: was,
      after: same ? t("same") : becomes,
      file: after?.file ?? null,
    };
  });
  const columns: Column<Row>[] = [
    { key: "label", header: t("item"), cell: (row) => row.label },
    { key: "before", header: t("before"), cell: (row) => whole(row, row.before) },
    {
      key: "after",
      header: t("after"),
      cell: (row) => {
        if (!after) return row.key === "quantity" ? <strong>{keep(t("gone"))}</strong> : nothing;
        if (row.after === t("same")) return <span className="text-muted">{row.after}</span>;
        if (row.key === "file" && row.file) {
          return <a href={`/api/files/${tenant}/${row.file.id}`}>{row.after}</a>;
        }
        return <strong>{whole(row, row.after)}</strong>;
      },
    },
  ];
  return (
    <DataTable caption={t("oldNew")} rows={rows} rowKey={(row) => row.key} columns={columns} />
  );
}
