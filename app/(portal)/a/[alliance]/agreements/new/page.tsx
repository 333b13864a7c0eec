import { getTranslations } from "next-intl/server";
import { CreateAgreementForm } from "@/components/agreements/agreement-forms";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { loadTargets } from "../_sections/targets";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("agreements"))("create") };
}

export default async function NewAgreementPage({ params }: Props) {
  const { alliance } = await params;
  const [t, targets] = await Promise.all([getTranslations("agreements"), loadTargets(alliance)]);
  return (
    <ClientMessages namespaces={["agreements"]}>
      <PageHeader
        title={t("create")}
        breadcrumbs={[
          { href: `/a/${alliance}/agreements`, label: t("title") },
          { label: t("create") },
        ]}
      />
      <div className="max-w-xl">
        <CreateAgreementForm tenant={alliance} targets={targets} />
      </div>
    </ClientMessages>
  );
}
