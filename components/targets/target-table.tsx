import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Fold } from "@/components/ui/fold";
import { ListTable } from "@/components/ui/list-table";
import type { TargetRow } from "@/lib/features/targets/schema";
import type { TargetState } from "@/lib/features/targets/types";
import { formatCount } from "@/lib/i18n/format";
import { DecideForms, OfficeForms } from "./target-forms";

const tones: Record<TargetState, BadgeTone> = {
  proposed: "attention",
  in_force: "ok",
  declined: "neutral",
  withdrawn: "neutral",
  superseded: "neutral",
};

type Props = {
  tenant: string;
  rows: readonly TargetRow[];
  resolutions: readonly { id: string; label: string }[];
  sort: string;
  href: (changes: Record<string, string | undefined>) => string;
};

function Steps({
  tenant,
  row,
  resolutions,
}: Pick<Props, "tenant" | "resolutions"> & { row: TargetRow }) {
  const t = useTranslations("targets");
  const at = { tenant, targetId: row.id, version: row.version };
  return (
    <>
      {row.may.decide && (
        <Fold label={t("decide")}>
          <DecideForms {...at} />
        </Fold>
      )}
      {row.may.office && (
        <Fold label={t("office")}>
          <OfficeForms
            {...at}
            resolutions={resolutions.map(({ id, label }) => ({ value: id, label }))}
          />
        </Fold>
      )}
    </>
  );
}

/** The state, whom it waits for, and what it rests on. */
function State({ row }: { row: TargetRow }) {
  const t = useTranslations("targets");
  return (
    <>
      <Badge tone={tones[row.state]}>{t(`state.${row.state}`)}</Badge>
      {row.state === "proposed" && (
        <span className="block text-sm text-muted">{t("waitsForChair")}</span>
      )}
      {(row.resolution?.label ?? row.reason) && (
        <span className="block text-sm text-muted">{row.resolution?.label ?? row.reason}</span>
      )}
    </>
  );
}

/** Every number with what was reached, what it took the place of, and whose step is next. */
export function TargetTable({ tenant, rows, resolutions, sort, href }: Props) {
  const t = useTranslations("targets");
  const locale = useLocale();
  const english = locale === "en";
  const number = (text: string) => formatCount(Number(text), locale);
  return (
    <ListTable
      list="targets"
      caption={t("title")}
      rows={rows}
      rowKey={(row) => row.id}
      sort={sort}
      href={href}
      empty={<EmptyState title={t("empty")} hint={t("emptyHint")} />}
      columns={[
        {
          key: "metric",
          header: t("column.metric"),
          sort: "metric",
          cell: (row) => (
            <div className="min-w-28">
              {english ? row.nameEn : row.nameZh}
              <span className="block text-sm text-muted">
                {row.organization?.name ?? t("ofAlliance")}
                <span className="sm:hidden"> · {row.year}</span>
              </span>
              <span className="mt-1 block sm:hidden">
                <State row={row} />
              </span>
            </div>
          ),
        },
        {
          key: "year",
          header: t("column.year"),
          sort: "year",
          align: "end",
          hideBelow: "sm",
          cell: (row) => row.year,
        },
        {
          key: "value",
          header: t("column.target"),
          align: "end",
          cell: (row) => (
            <>
              <span className="whitespace-nowrap">
                {number(row.value)} {english ? row.unitEn : row.unitZh}
              </span>
              {row.before && (
                <span className="block text-sm text-muted">
                  {t("before", { value: number(row.before) })}
                </span>
              )}
            </>
          ),
        },
        {
          key: "achieved",
          header: t("column.achieved"),
          align: "end",
          cell: (row) => (
            <>
              <Link
                href={`/a/${tenant}/outcomes?metric=${row.metricCode}&year=${row.year}&state=approved${row.organization ? `&organization=${row.organization.id}` : ""}`}
              >
                {row.atMost && "≤ "}
                {number(row.achieved)}
              </Link>
              <span className="block text-sm whitespace-nowrap text-muted">
                {row.gap === "0.00" ? t("reached") : t("missing", { gap: number(row.gap) })}
              </span>
            </>
          ),
        },
        {
          key: "state",
          header: t("column.state"),
          hideBelow: "sm",
          cell: (row) => <State row={row} />,
        },
        { key: "basis", header: t("column.basis"), hideBelow: "lg", cell: (row) => row.basis },
        // Nobody needs an empty column: it is there when there is something to do in it.
        ...(rows.some(({ may }) => may.decide || may.office)
          ? [
              {
                key: "step",
                header: t("column.step"),
                cell: (row: TargetRow) => (
                  <div className="min-w-24">
                    <Steps tenant={tenant} row={row} resolutions={resolutions} />
                  </div>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
