import { getTranslations } from "next-intl/server";
import { exportTrainingsQuery } from "@/lib/features/outcomes/procedures/batches";
import { quantity, tableOf } from "./table";

export const trainings = tableOf(exportTrainingsQuery, async () => {
  const [t, o, c] = await Promise.all([
    getTranslations("trainings"),
    getTranslations("outcomes"),
    getTranslations("common"),
  ]);
  return {
    name: t("title"),
    columns: [
      [t("field.course"), (row) => row.course],
      [t("field.kind"), (row) => t(`kind.${row.kind}`)],
      [t("field.place"), (row) => row.place],
      [t("field.organization"), (row) => row.organization.name],
      [t("field.startsOn"), (row) => row.startsOn],
      [t("field.endsOn"), (row) => row.endsOn],
      [t("field.personTimes"), (row) => quantity(row.personTimes)],
      [t("field.persons"), (row) => quantity(row.persons)],
      [t("field.personDays"), (row) => quantity(row.personDays)],
      [t("field.state"), (row) => o(`state.${row.state}`)],
      [t("field.partner"), (row) => row.partner?.name ?? null],
      [t("field.publicBenefit"), (row) => c(row.publicBenefit ? "yes" : "no")],
    ],
  };
});
