import { getLocale, getTranslations } from "next-intl/server";
import { exportCoClaimsQuery } from "@/lib/features/outcomes/procedures/co-claims";
import { formatDay } from "@/lib/i18n/format";
import { quantity, tableOf } from "./table";

export const coClaims = tableOf(exportCoClaimsQuery, async () => {
  const [t, s, locale] = await Promise.all([
    getTranslations("outcomes"),
    getTranslations("sheets"),
    getLocale(),
  ]);
  return {
    name: t("share.listTitle"),
    columns: [
      [t("column.title"), (row) => row.title],
      [t("column.state"), (row) => t(`coClaimState.${row.state}`)],
      [t("column.metric"), (row) => (locale === "en" ? row.metricEn : row.metricZh)],
      [t("column.key"), (row) => row.naturalKey],
      [t("share.lead"), (row) => row.leadName],
      [t("share.partner"), (row) => row.organizationName],
      [s("column.proposer"), (row) => (row.offered ? row.leadName : row.organizationName)],
      [t("share.share"), (row) => quantity(row.share)],
      [t("share.proposedOn"), (row) => row.proposedOn],
      [s("column.answerBy"), (row) => row.dueOn],
      [
        t("share.waitsFor"),
        ({ waitsFor, offered, leadName, organizationName, dueOn }) =>
          waitsFor === "secretariat"
            ? t("share.waitsSecretariat")
            : waitsFor &&
              t("share.waitsOther", {
                organization: offered ? organizationName : leadName,
                day: formatDay(dueOn, locale),
              }),
      ],
      [t("share.note"), (row) => row.note],
      [s("column.answer"), (row) => row.answer],
      [t("share.reason"), (row) => row.decision],
    ],
  };
});
