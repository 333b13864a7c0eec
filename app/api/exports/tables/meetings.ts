import { getLocale, getTranslations } from "next-intl/server";
import { bodyName } from "@/components/meetings/body-name";
import { meetingWaiting } from "@/components/meetings/waiting-words";
import { exportMeetingsQuery } from "@/lib/features/meetings/procedures/record";
import type { MeetingRow } from "@/lib/features/meetings/schema/record";
import { minuteOf, tableOf } from "./table";

export const meetings = tableOf(exportMeetingsQuery, async () => {
  const [t, c, s, locale] = await Promise.all([
    getTranslations("meetings"),
    getTranslations("common"),
    getTranslations("sheets"),
    getLocale(),
  ]);
  const waitingLine = (row: MeetingRow) => {
    const words = meetingWaiting(row, locale);
    return words && t.markup(words.key, { ...words.values, keep: (day) => day });
  };
  return {
    name: t("title"),
    columns: [
      [t("column.heldAt"), (row) => minuteOf(row.heldAt)],
      [t("column.title"), (row) => row.title],
      [s("column.state"), (row) => t(`state.${row.state}`)],
      [t("column.waiting"), waitingLine],
      [t("column.body"), (row) => bodyName(row.body, locale)],
      [t("column.present"), (row) => (row.seatsFilled === null ? null : row.present)],
      [s("column.seats"), (row) => row.seatsFilled],
      [t("column.items"), (row) => row.items],
      [t("column.carried"), (row) => row.carried],
      [t("column.contradictions"), (row) => row.contradictions],
      [t("field.mode"), (row) => t(`mode.${row.mode}`)],
      [t("recordOnly"), (row) => c(row.recordOnly ? "yes" : "no")],
    ],
  };
});
