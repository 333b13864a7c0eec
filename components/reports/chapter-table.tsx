import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { EditionView, SectionView } from "@/lib/features/reports/schema/editions";
import { formatDay } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import { type Column, DataTable } from "../ui/data-table";
import { SectionBadge } from "./badges";

/** Who writes what by when, and where it stands. */
export function ChapterTable({ edition, base }: { edition: EditionView; base: string }) {
  const t = useTranslations("reports");
  const locale = useLocale();
  // Who may not read a chapter yet sees that it is there, and with whom.
  const opens = (row: SectionView) => row.text !== null || row.mayWrite || edition.inside?.may.plan;
  const columns: Column<SectionView>[] = [
    {
      key: "section",
      header: t("field.section"),
      cell: (row) => (
        <div className="min-w-40">
          {opens(row) ? (
            <Link href={`${base}/${edition.id}/chapters/${row.id}`} className="font-medium">
              {row.title}
            </Link>
          ) : (
            row.title
          )}
          <p className="text-muted sm:hidden">{row.organization?.name ?? t("secretariat")}</p>
          {row.returnReason && (
            <p className="text-muted">{t("returnedFor", { reason: row.returnReason })}</p>
          )}
        </div>
      ),
    },
    {
      key: "organization",
      header: t("field.organization"),
      hideBelow: "sm",
      cell: (row) => row.organization?.name ?? t("secretariat"),
    },
    {
      key: "due",
      header: t("field.sectionDue"),
      hideBelow: "md",
      cell: (row) => (
        <span className="inline-flex flex-wrap items-center gap-2 whitespace-nowrap">
          {formatDay(row.dueOn, locale)}
          {row.late && <Badge tone="problem">{t("late")}</Badge>}
        </span>
      ),
    },
    {
      key: "public",
      header: t("field.isPublic"),
      hideBelow: "lg",
      cell: (row) => (row.isPublic ? t("public") : t("internal")),
    },
    {
      key: "state",
      header: t("field.state"),
      cell: (row) => <SectionBadge state={row.state} />,
    },
  ];
  return (
    <DataTable
      caption={t("sections")}
      rows={edition.sections}
      rowKey={(row) => row.id}
      columns={columns}
    />
  );
}
