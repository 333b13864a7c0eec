import type { CaseRow } from "@/lib/features/reports/schema/cases";
import { formatDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { dayIn, homeZone } from "@/lib/kernel/dates";

/** Somebody has to do something, until it stands in a report. */
export const isWaited = (state: CaseRow["state"]): state is Exclude<CaseRow["state"], "selected"> =>
  state !== "selected";

/** What the message is filled with that says for whom a case waits; who wrote it is the office, or the unit. */
export const waitingParts = (
  { organization, stateSince }: CaseRow,
  office: string,
  locale: Locale,
) => ({
  unit: organization?.name ?? office,
  day: formatDay(dayIn(stateSince, homeZone), locale),
});
