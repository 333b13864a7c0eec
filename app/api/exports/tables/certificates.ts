import { getLocale, getTranslations } from "next-intl/server";
import { waitingWords } from "@/components/certificates/waiting-words";
import { exportCertificatesQuery } from "@/lib/features/certificates/procedures";
import type { CertificateRow } from "@/lib/features/certificates/schema";
import { dayOf, tableOf, yuan } from "./table";

export const certificates = tableOf(exportCertificatesQuery, async () => {
  const [t, s, c, locale] = await Promise.all([
    getTranslations("certificates"),
    getTranslations("sheets"),
    getTranslations("common"),
    getLocale(),
  ]);
  const amount = (key: "outputIncrease" | "taxes" | "savings") =>
    [s("inYuan", { name: t(`field.${key}`) }), (row: CertificateRow) => yuan(row[key])] as const;
  const waitingLine = (row: CertificateRow) => {
    const words = waitingWords(row, locale);
    return words && t(words.key, words.values);
  };
  return {
    name: t("title"),
    columns: [
      [t("column.enterprise"), (row) => row.enterprise.name],
      [t("column.project"), (row) => row.projectTitle],
      [t("column.year"), (row) => row.year],
      [t("column.claimant"), (row) => row.claimant?.name ?? null],
      amount("outputIncrease"),
      amount("taxes"),
      amount("savings"),
      [s("inYuan", { name: t("column.total") }), (row) => yuan(row.total)],
      [t("column.state"), (row) => t(`state.${row.state}`)],
      [t("column.waiting"), waitingLine],
      [s("column.since"), (row) => dayOf(row.stateSince)],
      [t("synthetic"), (row) => (row.synthetic ? c("yes") : null)],
    ],
  };
});
