import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ApplicationRow } from "@/lib/features/applications/schema";
import { formatInstant } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import type { AddressChanges } from "../ui/data-table";
import { ListTable } from "../ui/list-table";
import { ApplicationStateBadge } from "./state-badge";
import { Waiting } from "./waiting";

type Props = {
  rows: readonly ApplicationRow[];
  base: string;
  sort: string;
  href: (changes: AddressChanges) => string;
  empty: ReactNode;
};

/** The secretariat's inbox, by how long each application waits. */
export function ApplicationTable({ rows, base, sort, href, empty }: Props) {
  const t = useTranslations("applications");
  const kind = useTranslations("organizations.kind");
  const position = useTranslations("memberships.position");
  const locale = useLocale();
  return (
    <ListTable
      list="applications"
      caption={t("title")}
      rows={rows}
      rowKey={(row) => row.id}
      sort={sort}
      href={href}
      empty={empty}
      columns={[
        {
          key: "number",
          header: t("column.number"),
          align: "end",
          sort: "number",
          hideBelow: "sm",
          cell: (row) => row.number,
        },
        {
          key: "organization",
          header: t("column.organization"),
          sort: "name",
          cell: (row) => (
            <Link href={`${base}/${row.id}`} prefetch={false}>
              {row.organizationName}
            </Link>
          ),
        },
        { key: "kind", header: t("column.kind"), hideBelow: "lg", cell: (row) => kind(row.kind) },
        {
          key: "position",
          header: t("column.position"),
          hideBelow: "lg",
          cell: (row) => position(row.requestedPosition),
        },
        {
          key: "state",
          header: t("column.state"),
          cell: (row) => (
            <span className="inline-flex flex-wrap gap-1">
              <ApplicationStateBadge state={row.state} />
              {row.lapseDue && <Badge tone="problem">{t("lapseDue")}</Badge>}
              <span className="w-full text-muted md:hidden">
                <Waiting state={row.state} since={row.stateSince} />
              </span>
            </span>
          ),
        },
        {
          key: "waiting",
          header: t("column.waiting"),
          sort: "waiting",
          hideBelow: "md",
          cell: (row) => <Waiting state={row.state} since={row.stateSince} />,
        },
        {
          key: "createdAt",
          header: t("column.createdAt"),
          hideBelow: "lg",
          cell: (row) => (
            <span className="whitespace-nowrap tabular-nums">
              {formatInstant(new Date(row.createdAt), locale)}
            </span>
          ),
        },
      ]}
    />
  );
}
