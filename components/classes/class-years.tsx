import { useLocale, useTranslations } from "next-intl";
import type { ClassView } from "@/lib/features/classes/schema";
import { formatCount, formatRatio } from "@/lib/i18n/format";
import { useAcademicYear } from "../talent/words";
import { DataTable } from "../ui/data-table";

type Year = ClassView["years"][number];
const heads = ["planned", "enrolled", "current", "completed", "hired"] as const;

/** Heads of each academic year; a rate stands with both of its numbers. */
export function ClassYears({ years }: { years: readonly Year[] }) {
  const t = useTranslations("classes");
  const locale = useLocale();
  const year = useAcademicYear();
  if (years.length === 0) return <p className="text-muted">{t("noYears")}</p>;
  const rate = (part: number, whole: number, words: string) => (
    <>
      {formatRatio(part, whole, locale)}
      <span className="block text-sm text-muted">{words}</span>
    </>
  );
  return (
    <DataTable
      caption={t("years")}
      rows={years}
      rowKey={(row) => String(row.academicYear)}
      columns={[
        {
          key: "year",
          header: t("field.year"),
          cell: (row) => <span className="whitespace-nowrap">{year(row.academicYear)}</span>,
        },
        ...heads.map((key) => ({
          key,
          header: t(`field.${key}`),
          align: "end" as const,
          cell: (row: Year) => formatCount(row[key], locale),
        })),
        {
          key: "rate",
          header: t("enrolRate"),
          hideBelow: "md",
          cell: (row) =>
            rate(
              row.enrolled,
              row.planned,
              t("enrolFormula", { part: row.enrolled, whole: row.planned }),
            ),
        },
        {
          key: "retention",
          header: t("retention"),
          hideBelow: "md",
          cell: (row) =>
            rate(
              row.hired,
              row.completed,
              t("retentionFormula", { part: row.hired, whole: row.completed }),
            ),
        },
      ]}
    />
  );
}
