import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OpenRoundForm } from "@/components/evaluations/round-forms";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { loadRounds, loadSchemes } from "@/lib/features/evaluations/loaders";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("evaluations"))("open") };
}

export default async function NewEvaluationPage({ params }: Props) {
  const { alliance } = await params;
  const [t, { may }, schemes] = await Promise.all([
    getTranslations("evaluations"),
    loadRounds(alliance, {}),
    loadSchemes(alliance, { state: "published", pageSize: 100 }),
  ]);
  if (!may.open) notFound();
  const base = `/a/${alliance}/evaluations`;
  const options = schemes.items.map(({ id, name, edition }) => ({
    value: id,
    label: `${name} ${t("schemes.edition", { n: edition })}`,
  }));
  return (
    <ClientMessages namespaces={["evaluations", "organizations"]}>
      <PageHeader
        title={t("open")}
        breadcrumbs={[{ href: base, label: t("title") }, { label: t("open") }]}
      />
      <div className="max-w-xl">
        {options.length === 0 ? (
          <EmptyState
            title={t("openForm.noScheme")}
            action={<ButtonLink href={`${base}/schemes`}>{t("schemesLink")}</ButtonLink>}
          />
        ) : (
          <OpenRoundForm
            tenant={alliance}
            schemes={options}
            year={String(new Date().getFullYear())}
          />
        )}
      </div>
    </ClientMessages>
  );
}
