import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { isLive } from "@/lib/features/resolutions/rules";
import type { ResolutionRow } from "@/lib/features/resolutions/schema";
import { formatDay } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import type { AddressChanges } from "../ui/data-table";
import { ListTable } from "../ui/list-table";
import { useResolutionCode } from "./code";
import { ResolutionStateBadge } from "./state-badge";

type Props = {
  rows: readonly ResolutionRow[];
  base: string;
  sort: string;
  href: (changes: AddressChanges) => string;
  empty: ReactNode;
};

/** Resolutions with their number, their state, and how far their tasks are. */
export function ResolutionTable({ rows, base, sort, href, empty }: Props) {
  const t = useTranslations("resolutions");
  const m = useTranslations("meetings");
  const locale = useLocale();
  const codeOf = useResolutionCode();
  return (
    <ListTable
      list="resolutions"
      caption={t("title")}
      rows={rows}
      rowKey={(row) => row.id}
      sort={sort}
      href={href}
      empty={empty}
      columns={[
        {
          key: "number",
          header: m("column.number"),
          sort: "number",
          cell: (row) => (
            <>
              <Link href={`${base}/${row.id}`} prefetch={false}>
                {codeOf(row)}
              </Link>
              <span className="block text-sm text-muted sm:hidden">{row.title}</span>
              <span className="mt-1 flex flex-wrap gap-1 sm:hidden">
                <ResolutionStateBadge state={row.state} underReview={row.underReview} />
              </span>
            </>
          ),
        },
        {
          key: "title",
          header: m("column.resolution"),
          hideBelow: "sm",
          cell: (row) => (
            <>
              {row.title} {row.contradicted && <Badge tone="attention">{t("contradicted")}</Badge>}
              {row.admitted && (
                <Link
                  className="block text-sm"
                  href={`/organizations/${row.admitted.organizationId}`}
                  prefetch={false}
                >
                  {t("admitted", row.admitted)}
                </Link>
              )}
            </>
          ),
        },
        {
          key: "state",
          header: t("field.state"),
          hideBelow: "sm",
          cell: (row) => (
            <span className="flex flex-wrap gap-1">
              <ResolutionStateBadge state={row.state} underReview={row.underReview} />
            </span>
          ),
        },
        { key: "tasks", header: t("field.tasks"), cell: (row) => <TaskState row={row} /> },
        {
          key: "adoptedOn",
          header: m("column.adoptedOn"),
          sort: "adoptedOn",
          hideBelow: "md",
          cell: (row) => (
            <span className="whitespace-nowrap tabular-nums">
              {formatDay(row.adoptedOn, locale)}
            </span>
          ),
        },
      ]}
    />
  );
}

/** A resolution without a task waits for one: what nobody is named for, nobody does. */
function TaskState({ row }: { row: ResolutionRow }) {
  const t = useTranslations("resolutions");
  const { total, open, overdue } = row.tasks;
  if (total === 0) {
    return isLive(row.state) ? <Badge tone="attention">{t("noTask")}</Badge> : t("thread.none");
  }
  return (
    <>
      {t("tasksDone", { done: total - open, total })}{" "}
      {overdue > 0 && <Badge tone="problem">{t("tasksOverdue", { count: overdue })}</Badge>}
    </>
  );
}
