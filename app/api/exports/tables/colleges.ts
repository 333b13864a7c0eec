import { getLocale, getTranslations } from "next-intl/server";
import { exportCollegesQuery } from "@/lib/features/colleges/procedures/colleges";
import type { CollegeRow } from "@/lib/features/colleges/schema/colleges";
import { formatDay } from "@/lib/i18n/format";
import { dayOf, tableOf } from "./table";

export const colleges = tableOf(exportCollegesQuery, async () => {
  const [t, s, c, locale] = await Promise.all([
    getTranslations("colleges"),
    getTranslations("sheets"),
    getTranslations("common"),
    getLocale(),
  ]);
  const waitingLine = ({ waiting }: CollegeRow) =>
    waiting && waiting.waiting !== "nobody"
      ? t.markup(`waiting.${waiting.waiting}`, {
          day: formatDay(waiting.waitingSince, locale),
          since: (words) => words,
        })
      : null;
  return {
    name: t("caption"),
    columns: [
      [t("field.name"), (row) => row.name],
      [t("field.kind"), (row) => t(`kind.${row.kind}`)],
      [t("field.school"), (row) => row.school.name],
      [t("field.level"), (row) => t(`level.${row.level ?? "none"}`)],
      [t("field.mode"), (row) => t(`mode.${row.mode}`)],
      [t("field.state"), (row) => t(`state.${row.state}`)],
      [t("field.waiting"), waitingLine],
      [s("column.since"), (row) => dayOf(row.stateSince)],
      [t("field.place"), (row) => row.place && t(`place.${row.place}`)],
      [t("remote"), (row) => c(row.remote ? "yes" : "no")],
      [t("field.parties"), (row) => row.partners.map(({ name }) => name).join("、")],
    ],
  };
});
