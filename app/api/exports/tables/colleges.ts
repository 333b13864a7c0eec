import { getTranslations } from "next-intl/server";
import { exportCollegesQuery } from "@/lib/features/colleges/procedures/colleges";
import { dayOf, tableOf } from "./table";

export const colleges = tableOf(exportCollegesQuery, async () => {
  const [t, s, c] = await Promise.all([
    getTranslations("colleges"),
    getTranslations("sheets"),
    getTranslations("common"),
  ]);
  return {
    name: t("caption"),
    columns: [
      [t("field.name"), (row) => row.name],
      [t("field.kind"), (row) => t(`kind.${row.kind}`)],
      [t("field.school"), (row) => row.school.name],
      [t("field.level"), (row) => t(`level.${row.level ?? "none"}`)],
      [t("field.mode"), (row) => t(`mode.${row.mode}`)],
      [t("field.state"), (row) => t(`state.${row.state}`)],
      [s("column.since"), (row) => dayOf(row.stateSince)],
      [t("field.place"), (row) => row.place && t(`place.${row.place}`)],
      [t("remote"), (row) => c(row.remote ? "yes" : "no")],
      [t("field.parties"), (row) => row.partners.map(({ name }) => name).join("、")],
    ],
  };
});
