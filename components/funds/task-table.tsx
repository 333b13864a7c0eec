import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { TaskLedger } from "@/lib/features/funds/schema/reports";
import { formatCount, formatMoney, formatRatio, moneyUnitFor } from "@/lib/i18n/format";
import { fenOf } from "@/lib/kernel/money";
import { Badge } from "../ui/badge";
import { type Column, DataTable } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";
import { Money } from "./money";

type Row = TaskLedger["items"][number];
type Sums = { planned: string; received: string; spent: string };

/** A rate with both numbers behind it on hover; amounts in fen are exact as numbers up to 90 万亿. */
function Rate({ part, whole }: { part: string; whole: string }) {
  const locale = useLocale();
  const shown = formatRatio(Number(fenOf(part)), Number(fenOf(whole)), locale);
  return (
    <span title={`${part} / ${whole}`} className="whitespace-nowrap tabular-nums">
      {shown}
    </span>
  );
}

function useSumColumns<R>(sumsOf: (row: R) => Sums, rows: readonly R[]): Column<R>[] {
  const t = useTranslations("funds");
  const locale = useLocale();
  const unit = moneyUnitFor(
    rows.map((row) => sumsOf(row).planned),
    locale,
  );
  const word = formatMoney("1.00", locale, unit).unit;
  const amounts = (["planned", "received", "spent"] as const).map(
    (key): Column<R> => ({
      key,
      header: t("inUnit", { name: t(`tasks.${key}`), unit: word }),
      align: "end",
      ...(key !== "planned" && { hideBelow: "md" as const }),
      cell: (row) => <Money yuan={sumsOf(row)[key]} unit={unit} />,
    }),
  );
  return [
    ...amounts,
    {
      key: "arrival",
      header: t("tasks.arrival"),
      align: "end",
      cell: (row) => <Rate part={sumsOf(row).received} whole={sumsOf(row).planned} />,
    },
    {
      key: "execution",
      header: t("tasks.execution"),
      align: "end",
      cell: (row) => <Rate part={sumsOf(row).spent} whole={sumsOf(row).planned} />,
    },
  ];
}

/** 专项台账: every task with who answers for it. */
export function TaskTable({ tenant, rows }: { tenant: string; rows: readonly Row[] }) {
  const t = useTranslations("funds");
  const sums = useSumColumns<Row>((row) => row, rows);
  return (
    <DataTable
      caption={t("tasks.title")}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t("tasks.empty")} hint={t("tasks.emptyHint")} />}
      columns={[
        {
          key: "task",
          header: t("tasks.task"),
          cell: (row) => (
            <>
              <Link href={`/a/${tenant}/projects/${row.projectId}?view=money`}>{row.task}</Link>{" "}
              {!row.cash && <Badge>{t("tasks.inKind")}</Badge>}
              <p className="text-sm text-muted">{row.projectCode ?? row.projectTitle}</p>
            </>
          ),
        },
        {
          key: "who",
          header: t("tasks.department"),
          hideBelow: "sm",
          cell: (row) => (
            <>
              {row.department}
              <p className="text-sm text-muted">{row.responsible}</p>
            </>
          ),
        },
        ...sums,
      ]}
    />
  );
}

export function DepartmentTable({
  rows,
  hrefOf,
}: {
  rows: TaskLedger["departments"];
  hrefOf: (department: string) => string;
}) {
  const t = useTranslations("funds");
  const locale = useLocale();
  const sums = useSumColumns<TaskLedger["departments"][number]>((row) => row.cash, rows);
  return (
    <DataTable
      caption={t("tasks.byDepartment")}
      rows={rows}
      rowKey={(row) => row.department}
      columns={[
        {
          key: "department",
          header: t("tasks.department"),
          cell: (row) => <Link href={hrefOf(row.department)}>{row.department}</Link>,
        },
        {
          key: "count",
          header: t("tasks.count"),
          align: "end",
          hideBelow: "sm",
          cell: (row) => formatCount(row.tasks, locale),
        },
        ...sums,
      ]}
    />
  );
}
