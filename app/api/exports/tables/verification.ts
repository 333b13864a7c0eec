import { getLocale, getTranslations } from "next-intl/server";
import { findingParts } from "@/components/verification/finding-parts";
import { exportDeskQuery } from "@/lib/features/verification/procedures/desk";
import { dayOf, quantity, tableOf } from "./table";

export const verification = tableOf(exportDeskQuery, async () => {
  const [t, o, c, s, locale] = await Promise.all([
    getTranslations("verification"),
    getTranslations("outcomes"),
    getTranslations("common"),
    getTranslations("sheets"),
    getLocale(),
  ]);
  const english = locale === "en";
  return {
    name: t("title"),
    columns: [
      [o("column.title"), (row) => row.title],
      [o("column.organization"), (row) => row.organizationName],
      [o("column.metric"), (row) => (english ? row.metricEn : row.metricZh)],
      [o("field.level"), (row) => row.level && o(`level.${row.level}`)],
      [o("column.quantity"), (row) => quantity(row.quantity)],
      [s("column.unit"), (row) => (english ? row.unitEn : row.unitZh)],
      [o("column.occurredOn"), (row) => row.occurredOn],
      [o("column.year"), (row) => row.year],
      [s("column.risk"), (row) => row.risk],
      [s("column.waitingDays"), (row) => row.waitingDays],
      [s("column.findings"), (row) => row.findings.length],
      [
        t("findings"),
        (row) =>
          row.findings
            .map(({ kind, details }) => t(`finding.${kind}`, findingParts(details)))
            .join(s("stop")),
      ],
      [o("share.title"), (row) => row.ownership && t(`ownership.${row.ownership}`)],
      [t("why.evidence"), (row) => c(row.evidenceRequired ? "yes" : "no")],
      [o("column.state"), (row) => o(`state.${row.state}`)],
      [s("column.since"), (row) => dayOf(row.stateSince)],
      [o("column.key"), (row) => row.naturalKey],
    ],
  };
});
