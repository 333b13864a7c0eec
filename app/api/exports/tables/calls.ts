import { getLocale, getTranslations } from "next-intl/server";
import { exportCallsQuery } from "@/lib/features/calls/procedures/needs";
import type { CallRow } from "@/lib/features/calls/schema/view";
import { formatDay } from "@/lib/i18n/format";
import { dayIn, homeZone } from "@/lib/kernel/dates";
import { minuteOf, tableOf, yuan } from "./table";

export const calls = tableOf(exportCallsQuery, async () => {
  const [t, locale] = await Promise.all([getTranslations("calls"), getLocale()]);
  const waitingLine = ({ waiting }: CallRow) =>
    waiting &&
    t.markup(`waiting.${waiting.party}`, {
      day: formatDay(dayIn(waiting.since, homeZone), locale),
      since: (words) => words,
    });
  return {
    name: t("title"),
    columns: [
      [t("column.code"), (row) => row.code],
      [t("column.title"), (row) => row.title],
      [t("facts.poster"), (row) => row.poster?.name ?? t("anonymous")],
      [t("facts.pain"), (row) => t(`pain.${row.pain}`)],
      [t("form.secrecy"), (row) => t(`secrecy.${row.secrecy}`)],
      [
        t("column.state"),
        (row) => t(row.state === "bidding" && row.overdue ? "overdue" : `state.${row.state}`),
      ],
      [t("column.waiting"), waitingLine],
      [t("form.budget"), (row) => yuan(row.budget)],
      [t("column.closes"), (row) => minuteOf(row.closesAt)],
    ],
  };
});
