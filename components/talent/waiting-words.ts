import { demandWait } from "@/lib/features/talent/rules/states";
import type { DemandRow } from "@/lib/features/talent/schema/demands";
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
