import type { MeetingRow } from "@/lib/features/meetings/schema/record";
import { formatDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";

/** The message, below `meetings`, that says for whom a meeting waits; nothing where nobody has to act. */
export function meetingWaiting({ waiting }: Pick<MeetingRow, "waiting">, locale: Locale) {
  if (!waiting) return null;
  const { on, since, until } = waiting;
  const day = until ?? since;
  // Words with a day and without: none is recorded of a meeting that is about to begin or to go on.
  const values = { day: day ? formatDay(day, locale) : "", dated: String(day !== null) };
  return { key: `waiting.${on}`, values } as const;
}
