import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LETTER_SOON_DAYS } from "@/lib/features/memberships/rules/standing";
import type { MemberRow } from "@/lib/features/memberships/schema/register";
import type { MemberPosition } from "@/lib/features/memberships/types";
import { formatCount, formatDay, nothing } from "@/lib/i18n/format";
import { addDays } from "@/lib/kernel/dates";
import { regionWords } from "../organizations/region-words";
import { Badge } from "../ui/badge";
import { type AddressChanges, type Column, DataTable } from "../ui/data-table";
import type { RegisterColumn } from "./register-columns";
import { statusTones } from "./status-badge";

type Props = {
  rows: readonly MemberRow[];
  columns: readonly RegisterColumn[];
  slug: string;
  asOf: string;
  sort: string;
  /** Rows can be ticked, for what is done with several. */
  selects: boolean;
  positionWord: (position: MemberPosition) => string;
  href: (changes: AddressChanges) => string;
  empty: ReactNode;
};

const sortable: Partial<Record<RegisterColumn, string>> = {
  kind: "kind",
  position: "position",
  since: "since",
};
const narrow: Partial<Record<RegisterColumn, "sm" | "md" | "lg">> = {
  chain: "md",
  tags: "lg",
  since: "md",
  region: "md",
  kind: "sm",
  seats: "md",
};

/** What stands in a cell. Plain functions, since a component of its own for every row would look up the words each time. */
function useCells({ positionWord, asOf, slug }: Pick<Props, "positionWord" | "asOf" | "slug">) {
  const t = useTranslations("memberships");
  const o = useTranslations("organizations");
  const locale = useLocale();
  const region = regionWords(o);
  /** The name of the day, today's beside it where it is another, and what marks it. */
  const name = (row: MemberRow) => (
    <div className="min-w-40">
      <Link
        href={`/organizations/${row.organizationId}?alliance=${slug}`}
        className="inline-block min-h-6 font-medium"
      >
        {(locale === "en" && row.nameEn) || row.name}
      </Link>
      {row.isLead && (
        <span className="ml-2">
          <Badge tone="decided">{t("lead")}</Badge>
        </span>
      )}
      {row.nameNow && <p className="text-muted">{t("register.nameNow", { name: row.nameNow })}</p>}
    </div>
  );
  const letter = ({ letterUntil: until }: MemberRow) =>
    until ? (
      <span className="flex flex-wrap items-center gap-x-2 tabular-nums">
        {formatDay(until, locale)}
        {until < asOf && <Badge tone="problem">{t("register.letterPast")}</Badge>}
        {until >= asOf && until <= addDays(asOf, LETTER_SOON_DAYS) && (
          <Badge tone="attention">{t("register.letterSoon")}</Badge>
        )}
      </span>
    ) : (
      nothing
    );
  const cells: Record<RegisterColumn, (row: MemberRow) => ReactNode> = {
    kind: (row) => o(`kind.${row.kind}`),
    position: (row) => positionWord(row.position),
    status: (row) => <Badge tone={statusTones[row.status]}>{t(`status.${row.status}`)}</Badge>,
    chain: (row) => row.chain.map((chain) => o(`chain.${chain}`)).join(" · ") || nothing,
    tags: (row) => row.tags.map((tag) => o(`tag.${tag}`)).join(" · ") || nothing,
    since: (row) => formatDay(row.since, locale),
    region: (row) => region(row.regionCode),
    seats: (row) => formatCount(row.seats, locale),
    creditCode: (row) => <span className="tabular-nums">{row.creditCode ?? nothing}</span>,
    representative: (row) => row.representative ?? nothing,
    letterUntil: letter,
  };
  return { name, cells };
}

export function RegisterTable(props: Props) {
  const t = useTranslations("memberships");
  const { name, cells } = useCells(props);
  const columns: Column<MemberRow>[] = [
    {
      key: "number",
      header: t("column.number"),
      cell: (row) => row.number,
      align: "end",
      sort: "number",
      hideBelow: "sm",
    },
    {
      key: "name",
      header: t("column.name"),
      cell: name,
      sort: "name",
    },
    ...props.columns.map((key) => ({
      key,
      header: t(`column.${key}`),
      cell: cells[key],
      ...(key === "seats" && { align: "end" as const }),
      ...(sortable[key] && { sort: sortable[key] }),
      ...(narrow[key] && { hideBelow: narrow[key] }),
    })),
  ];
  return (
    <DataTable
      caption={t("register.title")}
      rows={props.rows}
      columns={columns}
      rowKey={(row) => row.membershipId}
      sort={props.sort}
      href={props.href}
      empty={props.empty}
      {...(props.selects && {
        select: {
          value: (row: MemberRow) => row.organizationId,
          label: (row: MemberRow) => t("selection.row", { name: row.name }),
          all: t("selection.all"),
        },
      })}
    />
  );
}
