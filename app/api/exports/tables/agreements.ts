import { getLocale, getTranslations } from "next-intl/server";
import { waitingWords } from "@/components/agreements/waiting-words";
import { exportAgreementsQuery } from "@/lib/features/agreements/procedures";
import type { AgreementRow } from "@/lib/features/agreements/schema";
import { tableOf } from "./table";

export const agreements = tableOf(exportAgreementsQuery, async () => {
  const [t, locale, c] = await Promise.all([
    getTranslations("agreements"),
    getLocale(),
    getTranslations("common"),
  ]);
  const waitingLine = (row: AgreementRow) => {
    const words = waitingWords(row, locale, t("separator"));
    return words && t.markup(words.key, { ...words.values, since: (day) => day });
  };
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
      [t("field.waiting"), waitingLine],
      [t("field.seal"), (row) => t(`seal.${row.seal}`)],
      [t("field.signedOn"), (row) => row.signedOn],
    ],
  };
});
