import { useLocale, useTranslations } from "next-intl";
import type { MetricNumber } from "@/lib/features/dashboards/schema";
import { addressWith } from "@/lib/kernel/address";
import { useMetricWords } from "./words";

/** One tile as CSV or as a workbook, with the filters of the page. */
export function TileExport({
  tenant,
  number,
  search,
}: {
  tenant: string;
  number: MetricNumber;
  search: Readonly<Record<string, string>>;
}) {
  const t = useTranslations("dashboards");
  const name = useMetricWords(useLocale()).nameOf(number);
  const formats = ["csv", "xlsx"] as const;
  return (
    <>
      {t("exportTile")}
      {formats.map((format) => (
        <a
          key={format}
          className="ml-2"
          aria-label={`${t("exportTile")} ${name} ${format.toUpperCase()}`}
          href={addressWith(`/api/exports/dashboards/${tenant}`, search, {
            code: number.code,
            format,
          })}
        >
          {format.toUpperCase()}
        </a>
      ))}
    </>
  );
}
