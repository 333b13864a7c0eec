import { getLocale, getTranslations } from "next-intl/server";
import { isWaited, waitingParts } from "@/components/reports/case-waiting";
import { exportCasesQuery } from "@/lib/features/reports/procedures/cases";
import { dayOf, tableOf } from "./table";

export const cases = tableOf(exportCasesQuery, async () => {
  const [t, r, s, locale] = await Promise.all([
    getTranslations("cases"),
    getTranslations("reports"),
    getTranslations("sheets"),
    getLocale(),
  ]);
  return {
    name: t("title"),
    columns: [
      [t("field.year"), (row) => row.year],
      [t("field.title"), (row) => row.title],
      [t("field.organization"), (row) => row.organization?.name ?? r("secretariat")],
      [t("field.state"), (row) => t(`state.${row.state}`)],
      [
        t("field.waiting"),
        (row) =>
          isWaited(row.state)
            ? t.markup(`waiting.${row.state}`, {
                ...waitingParts(row, r("secretariat"), locale),
                since: (words) => words,
              })
            : null,
      ],
      [s("column.since"), (row) => dayOf(row.stateSince)],
      [t("field.edition"), (row) => row.edition?.title ?? null],
    ],
  };
});
