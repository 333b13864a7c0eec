import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ProjectRow } from "@/lib/features/projects/schema";
import { formatDay } from "@/lib/i18n/format";
import { type AddressChanges, type Column, DataTable } from "../ui/data-table";
import { ProjectStateBadge } from "./state-badge";
import { WaitingLine } from "./waiting-line";

type Props = {
  rows: readonly ProjectRow[];
  base: string;
  sort: string;
  href: (changes: AddressChanges) => string;
  empty: ReactNode;
};

/** The portfolio: what it is, who works on it, where it stands and for whom it waits. */
export function ProjectTable({ rows, base, sort, href, empty }: Props) {
  const t = useTranslations("projects");
  const locale = useLocale();
  const columns: Column<ProjectRow>[] = [
    {
      key: "code",
      header: t("column.code"),
      sort: "code",
      hideBelow: "sm",
      cell: (row) => (
        <span className="whitespace-nowrap tabular-nums">
          {row.code ?? <span className="text-muted">{t("unnumbered")}</span>}
        </span>
      ),
    },
    {
      key: "title",
      header: t("column.title"),
      cell: (row) => (
        <div className="min-w-36 sm:min-w-52">
          <Link href={`${base}/${row.id}`} className="font-medium">
            {row.title}
          </Link>
          <p className="text-muted">{t(`type.${row.type}`)}</p>
          <div className="mt-1 flex flex-col items-start gap-1 md:hidden">
            <p className="flex flex-wrap items-center gap-2">
              <ProjectStateBadge state={row.state} />
              <span className="text-muted tabular-nums sm:hidden">{row.code}</span>
            </p>
            {row.waiting && (
              <p className="text-muted">
                <WaitingLine project={row} />
              </p>
            )}
          </div>
        </div>
      ),
    },
    {
      key: "state",
      header: t("column.state"),
      hideBelow: "md",
      cell: (row) => <ProjectStateBadge state={row.state} />,
    },
    {
      key: "waiting",
      header: t("column.waiting"),
      hideBelow: "md",
      sort: "waiting",
      cell: (row) => <WaitingLine project={row} />,
    },
    {
      key: "parties",
      header: t("column.parties"),
      hideBelow: "md",
      cell: (row) => (
        <>
          <p>{row.lead.name}</p>
          <p className="text-muted">{row.partners.map((one) => one.name).join(t("separator"))}</p>
        </>
      ),
    },
    {
      key: "period",
      header: t("column.period"),
      sort: "start",
      hideBelow: "lg",
      cell: (row) => (
        <span className="tabular-nums">
          <span className="block whitespace-nowrap">{formatDay(row.startsOn, locale)}</span>
          <span className="block whitespace-nowrap text-muted">
            {t("until", { day: formatDay(row.endsOn, locale) })}
          </span>
        </span>
      ),
    },
  ];
  return (
    <DataTable
      caption={t("title")}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.id}
      sort={sort}
      href={href}
      empty={empty}
    />
  );
}
