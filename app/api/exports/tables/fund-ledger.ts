import { getTranslations } from "next-intl/server";
import { exportLedgerQuery } from "@/lib/features/funds/procedures/entries";
import type { LedgerEntry } from "@/lib/features/funds/schema/entries";
import { commitmentStates, entryStates } from "@/lib/features/funds/types";
import { tableOf, yuan } from "./table";

export const fundLedger = tableOf(exportLedgerQuery, async () => {
  const [t, p, s, c] = await Promise.all([
    getTranslations("funds"),
    getTranslations("projects"),
    getTranslations("sheets"),
    getTranslations("common"),
  ]);
  const stateOf = (row: LedgerEntry) => {
    const [entry, promise] = [
      entryStates.find((state) => row.entry === "entry" && state === row.state),
      commitmentStates.find((state) => row.entry === "commitment" && state === row.state),
    ];
    return entry ? t(`entryState.${entry}`) : promise ? t(`commitmentState.${promise}`) : null;
  };
  const yes = (is: boolean) => (is ? c("yes") : null);
  return {
    name: t("ledger"),
    columns: [
      [t("column.on"), (row) => row.on],
      [t("column.side"), (row) => t(`side.${row.side}`)],
      [t("column.flow"), (row) => row.flow && t(`flow.${row.flow}`)],
      [t("reversal"), (row) => yes(row.isReversal)],
      [t("reversed"), (row) => yes(row.isReversed)],
      [t("above"), (row) => yes(row.isAboveCommitment)],
      [s("inYuan", { name: t("column.amount") }), (row) => yuan(row.amount)],
      [t("column.kind"), (row) => t(`kind.${row.kind}`)],
      [t("column.organization"), (row) => row.organizationName],
      [p("column.code"), (row) => row.projectCode],
      [t("column.project"), (row) => row.projectTitle],
      [t("column.voucher"), (row) => row.voucherNo],
      [t("column.state"), (row) => stateOf(row)],
      [t("pledge.condition"), (row) => row.condition],
    ],
  };
});
