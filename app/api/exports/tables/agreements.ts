import { getTranslations } from "next-intl/server";
import { exportAgreementsQuery } from "@/lib/features/agreements/procedures";
import { tableOf } from "./table";

export const agreements = tableOf(exportAgreementsQuery, async () => {
  const [t, s, c] = await Promise.all([
    getTranslations("agreements"),
    getTranslations("sheets"),
    getTranslations("common"),
  ]);
  const yesNo = (is: boolean) => c(is ? "yes" : "no");
  return {
    name: t("caption"),
    columns: [
      [t("field.title"), (row) => row.title],
      [t("field.kind"), (row) => t(`kind.${row.kind}`)],
      [t("field.number"), (row) => row.number],
      [t("field.parties"), (row) => row.parties.map(({ name }) => name).join(t("separator"))],
      [t("field.validFrom"), (row) => row.validFrom],
      [t("field.validTo"), (row) => row.validTo ?? t("openEnd")],
      [t("field.autoRenew"), (row) => yesNo(row.autoRenew)],
      [t("field.phase"), (row) => t(`phase.${row.phase}`)],
      [
        s("column.waiting"),
        (row) => (row.waiting === "nobody" ? null : t(`waiting.${row.waiting}`)),
      ],
      [t("field.seal"), (row) => t(`seal.${row.seal}`)],
      [t("field.signedOn"), (row) => row.signedOn],
    ],
  };
});
