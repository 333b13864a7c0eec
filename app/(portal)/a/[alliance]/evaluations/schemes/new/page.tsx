import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CreateSchemeForm } from "@/components/evaluations/scheme-forms";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { loadSchemes } from "@/lib/features/evaluations/loaders";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("evaluations.schemes"))("begin") };
}

export default async function NewSchemePage({ params }: Props) {
  const { alliance } = await params;
  const [t, all, { mayWrite }] = await Promise.all([
    getTranslations("evaluations.schemes"),
    getTranslations("evaluations"),
    loadSchemes(alliance, {}),
  ]);
  if (!mayWrite) notFound();
  const base = `/a/${alliance}/evaluations`;
  return (
    <ClientMessages namespaces={["evaluations"]}>
      <PageHeader
        title={t("begin")}
        breadcrumbs={[
          { href: base, label: all("title") },
          { href: `${base}/schemes`, label: t("title") },
          { label: t("begin") },
        ]}
      />
      <div className="max-w-xl">
        <CreateSchemeForm tenant={alliance} />
      </div>
    </ClientMessages>
  );
}
