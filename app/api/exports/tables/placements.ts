import { getTranslations } from "next-intl/server";
import { exportPlacementsQuery } from "@/lib/features/platforms/procedures/parks";
import { tableOf } from "./table";

export const placements = tableOf(exportPlacementsQuery, async () => {
  const [t] = await Promise.all([getTranslations("platforms.placements")]);
  return {
    name: t("caption"),
    columns: [
      [t("reference"), (row) => row.reference],
      [t("field"), (row) => row.field],
      [t("school"), (row) => row.school.name],
      [t("host"), (row) => row.host?.name ?? null],
      [t("task"), (row) => row.task],
      [t("startsOn"), (row) => row.startsOn],
      [t("endsOn"), (row) => row.endsOn],
      [t("state"), (row) => t(`stateOf.${row.state}`)],
      [t("report.midterm"), (row) => row.midterm],
      [t("report.appraised"), (row) => row.result],
    ],
  };
});
