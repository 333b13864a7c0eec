import { getLocale, getTranslations } from "next-intl/server";
import { isWaited } from "@/components/applications/waiting";
import { exportApplicationsQuery } from "@/lib/features/applications/procedures";
import { formatInstant } from "@/lib/i18n/format";
import { dayOf, minuteOf, tableOf } from "./table";

export const applications = tableOf(exportApplicationsQuery, async () => {
  const [t, kind, position, c, s, locale] = await Promise.all([
    getTranslations("applications"),
    getTranslations("organizations.kind"),
    getTranslations("memberships.position"),
    getTranslations("common"),
    getTranslations("sheets"),
    getLocale(),
  ]);
  return {
    name: t("title"),
    columns: [
      [t("column.number"), (row) => row.number],
      [t("column.organization"), (row) => row.organizationName],
      [t("field.creditCode"), (row) => row.creditCode],
      [t("column.kind"), (row) => kind(row.kind)],
      [t("column.position"), (row) => position(row.requestedPosition)],
      [t("column.state"), (row) => t(`state.${row.state}`)],
      [t("lapseDue"), (row) => c(row.lapseDue ? "yes" : "no")],
      [
        t("column.waiting"),
        ({ state, stateSince }) =>
          isWaited(state)
            ? t(`waiting.${state}`, { since: formatInstant(new Date(stateSince), locale) })
            : null,
      ],
      [s("column.since"), (row) => dayOf(row.stateSince)],
      [t("column.createdAt"), (row) => minuteOf(row.createdAt)],
    ],
  };
});
