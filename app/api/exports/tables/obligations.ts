import { getLocale, getTranslations } from "next-intl/server";
import { isAwaited } from "@/components/reporting/obligation-table";
import { exportObligationsQuery } from "@/lib/features/reporting/procedures/cycles";
import { formatDay } from "@/lib/i18n/format";
import { dayIn, homeZone } from "@/lib/kernel/dates";
import { dayOf, tableOf } from "./table";

export const obligations = tableOf(exportObligationsQuery, async () => {
  const [t, c, s, locale] = await Promise.all([
    getTranslations("reporting"),
    getTranslations("common"),
    getTranslations("sheets"),
    getLocale(),
  ]);
  const mark = (holds: boolean) => c(holds ? "yes" : "no");
  return {
    name: t("tab.due"),
    columns: [
      [t("field.organization"), (row) => row.organizationName],
      [t("field.cycle"), (row) => row.cycleName],
      [t("field.state"), (row) => t(`state.${row.shown}`)],
      [t("mark.late"), (row) => mark(row.late)],
      [t("mark.nil"), (row) => mark(row.nil)],
      [
        t("waiting.column"),
        ({ shown, stateSince }) =>
          isAwaited(shown)
            ? t(`waiting.${shown}`, {
                since: formatDay(dayIn(new Date(stateSince), homeZone), locale),
              })
            : null,
      ],
      [s("column.since"), (row) => dayOf(row.stateSince)],
      [t("field.due"), (row) => row.dueOn],
      [t("field.closes"), (row) => row.closesOn],
      [t("field.filled"), (row) => row.filled],
      [s("column.cellsAsked"), (row) => row.asked],
      [t("field.findings"), (row) => row.findings],
    ],
  };
});
