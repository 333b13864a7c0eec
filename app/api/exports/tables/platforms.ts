import { getLocale, getTranslations } from "next-intl/server";
import { exportPlatformsQuery } from "@/lib/features/platforms/procedures/platforms";
import type { PlatformRow } from "@/lib/features/platforms/schema/platforms";
import { formatDay } from "@/lib/i18n/format";
import { tableOf, yuan } from "./table";

export const platforms = tableOf(exportPlatformsQuery, async () => {
  const [t, s, c, locale] = await Promise.all([
    getTranslations("platforms"),
    getTranslations("sheets"),
    getTranslations("common"),
    getLocale(),
  ]);
  const waitingLine = ({ waiting, waitingSince }: PlatformRow) =>
    waiting === "nobody"
      ? null
      : t.markup(`waiting.${waiting}`, {
          day: formatDay(waitingSince, locale),
          since: (words) => words,
        });
  return {
    name: t("caption"),
    columns: [
      [t("field.name"), (row) => row.name],
      [t("field.kind"), (row) => t(`kind.${row.kind}`)],
      [t("field.level"), (row) => t(`level.${row.level ?? "none"}`)],
      [t("field.state"), (row) => t(`state.${row.state}`)],
      [t("field.waiting"), waitingLine],
      [t("field.host"), (row) => row.host?.name ?? null],
      [
        s("inYuan", { name: t("field.equipment") }),
        (row) => (row.equipmentValue === "0.00" ? null : yuan(row.equipmentValue)),
      ],
      [t("field.parties"), (row) => row.partners.map(({ name }) => name).join("、")],
      [t("field.shared"), (row) => c(row.shared ? "yes" : "no")],
    ],
  };
});
