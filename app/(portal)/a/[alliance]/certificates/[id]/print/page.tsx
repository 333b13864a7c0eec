import { getLocale, getTranslations } from "next-intl/server";
import { PaperTools } from "@/components/layout/paper-tools";
import { OfficialPage } from "@/components/ui/official-page";
import { loadFrame } from "@/lib/features/alliances/loaders";
import { loadCertificate } from "@/lib/features/certificates/loaders";
import { amountKinds } from "@/lib/features/certificates/types";
import { formatDay, formatMoney } from "@/lib/i18n/format";

type Props = { params: Promise<{ alliance: string; id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("certificates"))("paperTitle") };
}

/** The paper as the enterprise signs it or keeps it: amounts to the fen, in yuan. */
export default async function PrintedCertificate({ params }: Props) {
  const { alliance, id } = await params;
  const [t, locale, frame, one] = await Promise.all([
    getTranslations("certificates"),
    getLocale(),
    loadFrame(alliance, {}),
    loadCertificate(alliance, { id }),
  ]);
  const exact = (yuan: string) => formatMoney(yuan, locale).exact;
  const name = (locale === "en" && frame.nameEn) || frame.name;
  const ground = one.projectTitle
    ? t("groundProject", { project: one.projectTitle })
    : t("ground", { alliance: name });
  // What waits for the seal is printed as it will be sealed.
  const marks = { draft: t("paperDraft"), withdrawn: t("paperWithdrawn"), asked: "", sealed: "" };
  const mark = marks[one.state];
  return (
    <>
      <PaperTools href={`/a/${alliance}/certificates/${id}`} back={t("paperTitle")} />
      <OfficialPage
        title={t("paperTitle")}
        number={mark}
        paragraphs={[
          t("paperText", { enterprise: one.enterprise.name, year: String(one.year), ground }),
          ...amountKinds.flatMap((kind) => {
            const yuan = one[kind];
            return yuan
              ? [t("paperAmount", { kind: t(`field.${kind}`), amount: exact(yuan) })]
              : [];
          }),
          t("paperTotal", { total: exact(one.total) }),
          ...(one.claimant
            ? [t("paperClaimant", { claimant: one.claimant.name, alliance: name })]
            : []),
        ]}
        closing={[
          one.enterprise.name,
          t("paperSeal"),
          ...(one.signatory ? [t("paperSigned", { name: one.signatory })] : []),
          one.sealedOn ? formatDay(one.sealedOn, locale) : t("paperDate"),
        ]}
      />
    </>
  );
}
