import { useLocale, useTranslations } from "next-intl";
import type { LedgerYear } from "@/lib/features/funds/schema/reports";
import { formatDay, formatInstant, formatMoney, moneyUnitFor } from "@/lib/i18n/format";
import type { Option } from "../forms/types";
import { Badge } from "../ui/badge";
import { DataTable } from "../ui/data-table";
import { Notice } from "../ui/notice";
import { Panel } from "../ui/panel";
import { Money } from "./money";
import { YearForms } from "./year-forms";

const sides = ["promised", "received", "spent"] as const;
const tones = { open: "neutral", closing: "attention", closed: "decided" } as const;

type Six = LedgerYear["now"];
type Side = (typeof sides)[number];

/** The six numbers of a year, today and on the day it was closed; a line for each step of the money fits a phone. */
function SixTable({ year }: { year: LedgerYear }) {
  const t = useTranslations("funds");
  const locale = useLocale();
  const times: { name: "now" | "atClosing"; six: Six }[] = [
    { name: "now", six: year.now },
    ...(year.closed ? [{ name: "atClosing" as const, six: year.closed }] : []),
  ];
  const unit = moneyUnitFor(
    sides.flatMap((side) => [year.now[side].cash, year.now[side].inKind]),
    locale,
  );
  const note = t("unitNote", { unit: formatMoney("1.00", locale, unit).unit });
  return (
    <>
      <p className="mb-1 text-right text-sm text-muted">{note}</p>
      <DataTable
        caption={String(year.year)}
        rows={sides}
        rowKey={(side) => side}
        columns={[
          { key: "side", header: t("column.side"), cell: (side) => t(`side.${side}`) },
          ...times.flatMap(({ name, six }) =>
            (["cash", "inKind"] as const).map((kind) => ({
              key: `${name}-${kind}`,
              header: t("sideKind", { side: t(`years.${name}`), kind: t(kind) }),
              align: "end" as const,
              cell: (side: Side) => <Money yuan={six[side][kind]} unit={unit} />,
            })),
          ),
        ]}
      />
    </>
  );
}

export function YearPanel({
  tenant,
  year,
  resolutions,
}: {
  tenant: string;
  year: LedgerYear;
  resolutions: readonly Option[];
}) {
  const t = useTranslations("funds.years");
  const locale = useLocale();
  return (
    <Panel
      title={
        <>
          {String(year.year)} <Badge tone={tones[year.state]}>{t(year.state)}</Badge>
        </>
      }
    >
      <SixTable year={year} />
      <div className="mt-3 flex flex-col gap-2 text-sm">
        {year.state === "closing" && year.proposedBy && (
          <p className="text-muted">{t("proposedBy", { who: year.proposedBy })}</p>
        )}
        {year.closedBy && year.closedAt && year.lateUntil && (
          <p className="text-muted">
            {t("closedBy", {
              who: year.closedBy,
              day: formatInstant(year.closedAt, locale),
              late: formatDay(year.lateUntil, locale),
            })}
          </p>
        )}
        {year.restatements.map((one) => (
          <p key={one.id}>
            {t("restatement", {
              note: one.note,
              resolution: one.resolution,
              until: formatDay(one.until, locale),
            })}
          </p>
        ))}
        {year.state !== "closed" && year.pending > 0 && (
          <Notice tone="attention">{t("pending", { count: year.pending })}</Notice>
        )}
        <YearForms tenant={tenant} year={year} resolutions={resolutions} />
      </div>
    </Panel>
  );
}
