import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { PlatformRow } from "@/lib/features/platforms/schema/platforms";
import type { PlatformState } from "@/lib/features/platforms/types";
import { nothing } from "@/lib/i18n/format";
import { Badge, type BadgeTone } from "../ui/badge";
import type { AddressChanges, Column } from "../ui/data-table";
import { ListTable } from "../ui/list-table";
import { Value } from "./value";
import { WaitingLine } from "./waiting-line";

const tones: Record<PlatformState, BadgeTone> = {
  applied: "attention",
  approved: "attention",
  building: "neutral",
  operating: "ok",
  suspended: "problem",
  closed: "decided",
};

export function PlatformBadge({ state }: { state: PlatformState }) {
  const t = useTranslations("platforms.state");
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}

type Props = {
  rows: readonly PlatformRow[];
  base: string;
  sort: string;
  href: (changes: AddressChanges) => string;
  empty: ReactNode;
};

export function PlatformTable({ rows, base, sort, href, empty }: Props) {
  const t = useTranslations("platforms");
  const level = (row: PlatformRow) => t(`level.${row.level ?? "none"}`);
  const columns: Column<PlatformRow>[] = [
    {
      key: "name",
      header: t("field.name"),
      sort: "name",
      cell: (row) => (
        <div className="min-w-40">
          <Link href={`${base}/${row.id}`} className="font-medium">
            {row.name}
          </Link>
          <p className="text-muted">
            {t(`kind.${row.kind}`)}
            <span className="sm:hidden"> · {level(row)}</span>
          </p>
          <p className="text-muted md:hidden">
            <WaitingLine platform={row} />
          </p>
        </div>
      ),
    },
    { key: "level", header: t("field.level"), sort: "level", hideBelow: "sm", cell: level },
    {
      key: "state",
      header: t("field.state"),
      hideBelow: "sm",
      cell: (row) => <PlatformBadge state={row.state} />,
    },
    {
      key: "waiting",
      header: t("field.waiting"),
      hideBelow: "md",
      cell: (row) => <WaitingLine platform={row} />,
    },
    {
      key: "host",
      header: t("field.host"),
      hideBelow: "md",
      cell: (row) => row.host?.name ?? nothing,
    },
    {
      key: "equipment",
      header: t("field.equipment"),
      align: "end",
      hideBelow: "lg",
      cell: (row) =>
        row.equipmentValue === "0.00" ? nothing : <Value yuan={row.equipmentValue} />,
    },
  ];
  return (
    <ListTable
      list="platforms"
      caption={t("caption")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={columns}
      sort={sort}
      href={href}
      empty={empty}
    />
  );
}
