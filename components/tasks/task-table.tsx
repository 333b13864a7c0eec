import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { TaskRow } from "@/lib/features/tasks/schema";
import { formatDay } from "@/lib/i18n/format";
import { useResolutionCode } from "../resolutions/code";
import { Badge } from "../ui/badge";
import type { AddressChanges } from "../ui/data-table";
import { ListTable } from "../ui/list-table";
import { TaskStateBadge } from "./state-badge";

type Props = {
  rows: readonly TaskRow[];
  /** /a/{alliance} */
  base: string;
  sort: string;
  href: (changes: AddressChanges) => string;
  empty: ReactNode;
};

/** 督办: what is to be done, by whom, until when. */
export function TaskTable({ rows, base, sort, href, empty }: Props) {
  const t = useTranslations("tasks");
  const r = useTranslations("resolutions");
  const locale = useLocale();
  const codeOf = useResolutionCode();
  return (
    <ListTable
      list="tasks"
      caption={t("title")}
      rows={rows}
      rowKey={(row) => row.id}
      sort={sort}
      href={href}
      empty={empty}
      columns={[
        {
          key: "title",
          header: t("field.title"),
          sort: "title",
          cell: (row) => (
            <>
              <Link href={`${base}/tasks/${row.id}`} prefetch={false}>
                {row.title}
              </Link>
              {row.latest && <span className="block text-sm text-muted">{row.latest}</span>}
            </>
          ),
        },
        {
          key: "person",
          header: t("field.person"),
          hideBelow: "sm",
          cell: (row) => (
            <>
              {row.personName}
              {row.organization && (
                <span className="block text-sm text-muted">{row.organization.name}</span>
              )}
            </>
          ),
        },
        {
          key: "dueOn",
          header: t("field.dueOn"),
          sort: "dueOn",
          cell: (row) => (
            <span className="whitespace-nowrap tabular-nums">{formatDay(row.dueOn, locale)}</span>
          ),
        },
        {
          key: "state",
          header: t("field.state"),
          cell: (row) => <TaskStateBadge state={row.state} overdue={row.overdue} />,
        },
        {
          key: "resolution",
          header: t("field.resolution"),
          hideBelow: "md",
          cell: (row) =>
            row.resolution ? (
              <>
                <Link href={`${base}/decisions/${row.resolution.id}`} prefetch={false}>
                  {codeOf(row.resolution)}
                </Link>{" "}
                {row.resolution.underReview && <Badge tone="attention">{r("underReview")}</Badge>}
              </>
            ) : (
              <span className="text-muted">{t("field.noResolution")}</span>
            ),
        },
      ]}
    />
  );
}
