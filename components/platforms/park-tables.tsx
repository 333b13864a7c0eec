import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type {
  PairingRow,
  PlacementPage,
  PlacementRow,
} from "@/lib/features/platforms/schema/parks";
import { formatDay, nothing } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import { type Column, DataTable } from "../ui/data-table";
import { Panel } from "../ui/panel";

function Visits({ row }: { row: PairingRow }) {
  const t = useTranslations("platforms.pairings");
  const locale = useLocale();
  return (
    <span className="flex flex-wrap items-center gap-2">
      {row.lastVisitOn
        ? t("visitsLine", { count: row.visits, day: formatDay(row.lastVisitOn, locale) })
        : t("noVisits")}
      {row.visitDue && <Badge tone="attention">{t("visitDue")}</Badge>}
    </span>
  );
}

export function PairingTable({
  rows,
  base,
  empty,
}: {
  rows: readonly PairingRow[];
  base: string;
  empty: ReactNode;
}) {
  const t = useTranslations("platforms.pairings");
  const locale = useLocale();
  const columns: Column<PairingRow>[] = [
    {
      key: "unit",
      header: t("unit"),
      cell: (row) => (
        <div className="min-w-32">
          <Link href={`${base}/${row.id}`} className="font-medium">
            {row.unit}
          </Link>
          <p className="text-muted">{row.school.name}</p>
        </div>
      ),
    },
    {
      key: "park",
      header: t("park"),
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-2">
          {row.park.name}
          {row.crossProvince && <Badge>{t("crossProvince")}</Badge>}
        </span>
      ),
    },
    {
      key: "since",
      header: t("since"),
      hideBelow: "md",
      cell: (row) => formatDay(row.validFrom, locale),
    },
    { key: "visits", header: t("visits"), hideBelow: "sm", cell: (row) => <Visits row={row} /> },
  ];
  return (
    <DataTable
      caption={t("caption")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={columns}
      empty={empty}
    />
  );
}

/** How far each call is: sent of target, in words and as a bar. */
export function CallList({ calls }: { calls: PlacementPage["calls"] }) {
  const t = useTranslations("platforms.placements");
  const locale = useLocale();
  if (calls.length === 0) return <p className="text-muted">{t("noCalls")}</p>;
  return (
    <ul className="flex flex-col gap-3">
      {calls.map((call) => (
        <li key={call.id}>
          <Panel title={call.title}>
            <div className="flex flex-col gap-2">
              <p className="flex flex-wrap items-center gap-3">
                <Badge tone={call.open ? "ok" : "decided"}>
                  {call.open ? t("callOpen") : t("callClosed")}
                </Badge>
                <span className="text-muted">
                  {t("callPeriod", {
                    from: formatDay(call.opensOn, locale),
                    to: formatDay(call.closesOn, locale),
                  })}
                </span>
              </p>
              <label className="flex flex-col gap-1">
                <span>{t("progress", { sent: call.sent, target: call.target })}</span>
                <progress
                  className="h-3 w-full accent-accent"
                  max={call.target}
                  value={call.sent}
                />
              </label>
            </div>
          </Panel>
        </li>
      ))}
    </ul>
  );
}

export function PlacementTable({
  rows,
  empty,
  move,
}: {
  rows: readonly PlacementRow[];
  empty: ReactNode;
  /** The form that moves a placement on, for those who may. */
  move: (row: PlacementRow) => ReactNode;
}) {
  const t = useTranslations("platforms.placements");
  const locale = useLocale();
  const columns: Column<PlacementRow>[] = [
    {
      key: "reference",
      header: t("reference"),
      cell: (row) => (
        <div className="min-w-32">
          <p className="font-medium">{row.reference}</p>
          <p className="text-muted">{row.field}</p>
          {move(row)}
        </div>
      ),
    },
    { key: "school", header: t("school"), hideBelow: "md", cell: (row) => row.school.name },
    { key: "host", header: t("host"), hideBelow: "sm", cell: (row) => row.host?.name ?? nothing },
    {
      key: "period",
      header: t("period"),
      hideBelow: "lg",
      cell: (row) =>
        row.startsOn
          ? `${formatDay(row.startsOn, locale)} – ${formatDay(row.endsOn, locale)}`
          : nothing,
    },
    {
      key: "state",
      header: t("state"),
      cell: (row) => (
        <Badge tone={row.state === "appraised" ? "decided" : "neutral"}>
          {t(`stateOf.${row.state}`)}
        </Badge>
      ),
    },
  ];
  return (
    <DataTable
      caption={t("caption")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={columns}
      empty={empty}
    />
  );
}
