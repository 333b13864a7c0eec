import { getTranslations } from "next-intl/server";
import { exportDeskQuery } from "@/lib/features/funds/procedures/entries";
import { minuteOf, tableOf, yuan } from "./table";

export const fundDesk = tableOf(exportDeskQuery, async () => {
  const [t, p, s, c] = await Promise.all([
    getTranslations("funds"),
    getTranslations("projects"),
    getTranslations("sheets"),
    getTranslations("common"),
  ]);
  const yes = (is: boolean) => (is ? c("yes") : null);
  return {
    name: t("desk.title"),
    columns: [
      [t("column.flow"), (row) => t(`flow.${row.flow}`)],
      [t("column.payee"), (row) => row.payee],
      [t("column.organization"), (row) => row.organizationName],
      [p("column.code"), (row) => row.projectCode],
      [t("column.project"), (row) => row.projectTitle],
      [t("column.voucher"), (row) => row.voucherNo],
      [s("column.asked"), (row) => row.condition],
      [s("inYuan", { name: t("column.amount") }), (row) => yuan(row.amount)],
      [t("column.kind"), (row) => t(`kind.${row.kind}`)],
      [t("column.state"), (row) => t(`entryState.${row.state}`)],
      [t("desk.approvers"), (row) => yes(row.approversNeeded === 2)],
      [t("reversal"), (row) => yes(row.isReversal)],
      [t("column.on"), (row) => row.on],
      [t("column.since"), (row) => minuteOf(row.waitingSince)],
    ],
  };
});
