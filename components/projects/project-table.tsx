import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ProjectRow } from "@/lib/features/projects/schema/projects";
import { formatDay } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import type { AddressChanges, Column } from "../ui/data-table";
import { ListTable } from "../ui/list-table";
import { CodeCell, PartiesCell, PeriodCell, TitleCell } from "./project-cells";
import { toneOf } from "./state-badge";
import { WaitingLine } from "./waiting-line";

type Props = {
  rows: readonly ProjectRow[];
  /** Whether the reader is told of some projects for whom they wait. */
  seesWaiting: boolean;
  base: string;
  sort: string;
  href: (changes: AddressChanges) => string;
  empty: ReactNode;
};

/** The portfolio: what it is, who works on it, where it stands and for whom it waits. */
export function ProjectTable({ rows, seesWaiting, base, sort, href, empty }: Props) {
  const t = useTranslations("projects");
  const locale = useLocale();
  const waiting = (row: ProjectRow) => row.waiting && <WaitingLine project={row} />;
  const waitingColumn: Column<ProjectRow> = {
    key: "waiting",
    header: t("column.waiting"),
    hideBelow: "md",
    sort: "waiting",
    cell: waiting,
  };
  const columns: Column<ProjectRow>[] = [
    {
      key: "code",
      header: t("column.code"),
      sort: "code",
      hideBelow: "sm",
      cell: (row) => <CodeCell code={row.code} none={row.code ? "" : t("unnumbered")} />,
    },
    {
      key: "title",
      header: t("column.title"),
      cell: (row) => (
        <TitleCell
          href={`${base}/${row.id}`}
          title={row.title}
          type={t(`type.${row.type}`)}
          code={row.code}
          tone={toneOf(row.state)}
          state={t(`state.${row.state}`)}
          waiting={waiting(row)}
        />
      ),
    },
    {
      key: "state",
      header: t("column.state"),
      hideBelow: "md",
      cell: (row) => <Badge tone={toneOf(row.state)}>{t(`state.${row.state}`)}</Badge>,
    },
    ...(seesWaiting ? [waitingColumn] : []),
    {
      key: "parties",
      header: t("column.parties"),
      hideBelow: "md",
      cell: (row) => (
        <PartiesCell
          lead={row.lead.name}
          partners={row.partners.map((one) => one.name).join(t("separator"))}
        />
      ),
    },
    {
      key: "period",
      header: t("column.period"),
      sort: "start",
      hideBelow: "lg",
      cell: (row) => (
        <PeriodCell
          from={formatDay(row.startsOn, locale)}
          until={t("until", { day: formatDay(row.endsOn, locale) })}
        />
      ),
    },
  ];
  return (
    <ListTable
      list="projects"
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
