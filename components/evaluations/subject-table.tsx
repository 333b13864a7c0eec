import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { RoundView, SubjectRow } from "@/lib/features/evaluations/schema/rounds";
import { formatCount, nothing } from "@/lib/i18n/format";
import { type Column, DataTable } from "../ui/data-table";
import { GradeBadge } from "./badges";

type Props = {
  round: RoundView;
  /** Where the subjects are; none where the reader may not open them. */
  base?: string;
  /** Of the page of proposals to the council. */
  proposals?: string;
};

/** Subjects with where they stand, and with their results once there are some. */
export function SubjectTable({ round, base, proposals }: Props) {
  const t = useTranslations("evaluations");
  const locale = useLocale();
  const name = (row: SubjectRow) =>
    base && row.opens ? (
      <Link href={`${base}/${row.id}`} className="font-medium">
        {row.name}
      </Link>
    ) : (
      row.name
    );
  const grade = (row: SubjectRow) =>
    row.grade ? <GradeBadge grade={row.grade} vetoed={row.vetoed} /> : nothing;
  const feed = (row: SubjectRow) =>
    row.feed && proposals ? <Link href={proposals}>{t(`feed.${row.feed}`)}</Link> : nothing;
  const first: Column<SubjectRow>[] = [{ key: "name", header: t("column.subject"), cell: name }];
  const work: Column<SubjectRow>[] = [
    {
      key: "self",
      header: t("column.self"),
      hideBelow: "md",
      cell: (row) => t(row.submitted ? "handedIn" : "notHandedIn"),
    },
    {
      key: "unverified",
      header: t("column.unverified"),
      align: "end",
      hideBelow: "md",
      cell: (row) => formatCount(row.unverified, locale),
    },
    {
      key: "sheets",
      header: t("column.sheets"),
      align: "end",
      hideBelow: "sm",
      cell: (row) => t("sheetCount", { sheets: row.sheets, seats: row.seats }),
    },
  ];
  const result: Column<SubjectRow>[] = [
    {
      key: "rank",
      header: t("column.rank"),
      align: "end",
      cell: (row) => formatCount(row.rank, locale),
    },
    {
      key: "total",
      header: t("column.total"),
      align: "end",
      cell: (row) => row.total ?? nothing,
    },
  ];
  const last: Column<SubjectRow>[] = [{ key: "grade", header: t("column.grade"), cell: grade }];
  const tasks: Column<SubjectRow>[] = [
    {
      key: "tasks",
      header: t("column.tasks"),
      align: "end",
      hideBelow: "sm",
      cell: (row) =>
        row.tasks === 0 ? nothing : t("taskCount", { done: row.tasksDone, tasks: row.tasks }),
    },
  ];
  const feeds: Column<SubjectRow>[] = [
    { key: "feed", header: t("column.feed"), hideBelow: "md", cell: feed },
  ];
  const known = round.subjects.some(({ total }) => total !== null);
  return (
    <DataTable
      caption={t("subjects")}
      rows={round.subjects}
      rowKey={(row) => row.id}
      columns={[
        ...first,
        ...(round.inside && !known ? work : []),
        ...(known ? result : []),
        ...last,
        ...(round.subjects.some((row) => row.tasks > 0) ? tasks : []),
        ...(round.inside && known && proposals ? feeds : []),
      ]}
    />
  );
}
