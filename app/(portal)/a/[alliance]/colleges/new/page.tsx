import { getTranslations } from "next-intl/server";
import { ProposeForm } from "@/components/colleges/proposal-form";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { loadCollegeProposal } from "@/lib/features/colleges/loaders";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("colleges"))("propose") };
}

export default async function NewCollegePage({ params }: Props) {
  const { alliance } = await params;
  // Asks whether the reader may propose one at all.
  const [t] = await Promise.all([getTranslations("colleges"), loadCollegeProposal(alliance, {})]);
  return (
    <ClientMessages namespaces={["colleges"]}>
      <PageHeader
        title={t("propose")}
        breadcrumbs={[
          { href: `/a/${alliance}/colleges`, label: t("title") },
          { label: t("propose") },
        ]}
      />
      <div className="max-w-xl">
        <ProposeForm tenant={alliance} />
      </div>
    </ClientMessages>
  );
}
