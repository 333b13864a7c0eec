import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { TrainingList, TrainingRow } from "@/lib/features/outcomes/schema/batches";
import { formatCount, formatDay, nothing } from "@/lib/i18n/format";
import type { AddressChanges } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";
import { ListTable } from "../ui/list-table";
import { Stat } from "../ui/stat";
import { OutcomeStateBadge } from "./state-badge";

const numbers = ["personTimes", "persons", "personDays"] as const;

/** What is verified of all trainings of the list: three numbers that are never added, people of several with "≤". */
export function TrainingTotals({ totals }: Pick<TrainingList, "totals">) {
  const t = useTranslations("trainings");
  const locale = useLocale();
  const { listed, unlisted, atMost } = totals;
  const exact = listed > 0 && unlisted === 0 ? t("exactHint", { listed }) : undefined;
  const peopleNote = atMost ? t("atMostHint", { unlisted }) : exact;
  return (
    <div className="my-4 grid grid-cols-2 gap-3 sm:grid-cols-3">
      {numbers.map((name) => {
        const count = formatCount(Number(totals[name]), locale);
        const bounds = name === "persons" && atMost;
        return (
          <Stat
            key={name}
            label={t("totals")}
            value={bounds ? t("atMost", { count }) : count}
            unit={t(`field.${name}`)}
            note={name === "persons" ? peopleNote : undefined}
          />
        );
      })}
    </div>
  );
}

/** One row is one training, with what counts of it. */
export function TrainingTable({
  rows,
  base,
  sort,
  href,
}: {
  rows: readonly TrainingRow[];
  base: string;
  sort: string;
  href: (changes: AddressChanges) => string;
}) {
  const t = useTranslations("trainings");
  const locale = useLocale();
  const number = (value: string | null) =>
    value === null ? nothing : formatCount(Number(value), locale);
  return (
    <ListTable
      list="trainings"
      caption={t("title")}
      rows={rows}
      rowKey={(row) => row.id}
      sort={sort}
      href={href}
      empty={<EmptyState title={t("empty")} hint={t("emptyHint")} />}
      columns={[
        {
          key: "course",
          header: t("field.course"),
          cell: (row) => (
            <>
              <Link href={`${base}/${row.id}`} prefetch={false}>
                {row.course}
              </Link>
              <span className="block text-muted">
                {t(`kind.${row.kind}`)} · {row.place}
              </span>
            </>
          ),
        },
        {
          key: "organization",
          header: t("field.organization"),
          hideBelow: "md",
          cell: (row) => row.organization.name,
        },
        {
          key: "endsOn",
          header: t("field.endsOn"),
          sort: "endsOn",
          hideBelow: "sm",
          cell: (row) => <span className="whitespace-nowrap">{formatDay(row.endsOn, locale)}</span>,
        },
        ...numbers.map((name) => ({
          key: name,
          header: t(`field.${name}`),
          align: "end" as const,
          cell: (row: TrainingRow) => number(row[name]),
        })),
        {
          key: "state",
          header: t("field.state"),
          cell: (row) => <OutcomeStateBadge state={row.state} />,
        },
      ]}
    />
  );
}
