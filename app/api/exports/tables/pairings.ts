import { getTranslations } from "next-intl/server";
import { exportPairingsQuery } from "@/lib/features/platforms/procedures/parks";
import { tableOf } from "./table";

export const pairings = tableOf(exportPairingsQuery, async () => {
  const [t, s, c] = await Promise.all([
    getTranslations("platforms.pairings"),
    getTranslations("sheets"),
    getTranslations("common"),
  ]);
  const yes = (is: boolean) => (is ? c("yes") : null);
  return {
    name: t("caption"),
    columns: [
      [t("unit"), (row) => row.unit],
      [t("school"), (row) => row.school.name],
      [t("park"), (row) => row.park.name],
      [t("crossProvince"), (row) => yes(row.crossProvince)],
      [t("since"), (row) => row.validFrom],
      [t("until"), (row) => row.validTo],
      [t("visits"), (row) => row.visits],
      [s("column.lastVisit"), (row) => row.lastVisitOn],
      [t("visitDue"), (row) => yes(row.visitDue)],
      [t("schoolLiaison"), (row) => row.schoolLiaison],
      [t("parkLiaison"), (row) => row.parkLiaison],
    ],
  };
});
