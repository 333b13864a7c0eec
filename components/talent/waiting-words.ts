import { demandWait } from "@/lib/features/talent/rules/states";
import type { AdjustmentRow } from "@/lib/features/talent/schema/adjustments";
import type { DemandRow } from "@/lib/features/talent/schema/demands";
import type { SupplyRow } from "@/lib/features/talent/schema/supply";
import { formatDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { dayIn, homeZone } from "@/lib/kernel/dates";

type Waited = Pick<DemandRow, "state" | "stateSince" | "expiresOn" | "headcount" | "taken">;

/** The message, below `talent.demand`, that says for whom a demand waits, and what stands in it. */
export function demandWaiting(demand: Waited, locale: Locale) {
  const { stateSince, expiresOn, headcount, taken } = demand;
  const wait = demandWait(demand);
  if (wait === "filled" || wait === "withdrawn") return null;
  const values = {
    since: formatDay(dayIn(new Date(stateSince), homeZone), locale),
    until: formatDay(expiresOn, locale),
    count: headcount - taken,
  };
  return { key: `waiting.${wait}`, values } as const;
}

const sinceOf = ({ stateSince }: { stateSince: string }, locale: Locale): string =>
  formatDay(dayIn(new Date(stateSince), homeZone), locale);

/** The message, below `talent.supply`, for what a school entered; nothing once it is published. */
export function supplyWaiting(row: Pick<SupplyRow, "state" | "stateSince">, locale: Locale) {
  if (row.state === "published") return null;
  return { key: `waiting.${row.state}`, values: { since: sinceOf(row, locale) } } as const;
}

/** The message, below `talent.adjustment`, for a change of programmes; nothing once it is over. */
export function adjustmentWaiting(
  row: Pick<AdjustmentRow, "state" | "stateSince" | "school">,
  locale: Locale,
) {
  if (row.state !== "proposed" && row.state !== "endorsed") return null;
  const values = { since: sinceOf(row, locale), school: row.school.name };
  return { key: `waiting.${row.state}`, values } as const;
}
