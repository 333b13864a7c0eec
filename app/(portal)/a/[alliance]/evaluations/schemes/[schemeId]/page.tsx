import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AddIndicatorForm, IndicatorActions } from "@/components/evaluations/indicator-forms";
import { IndicatorTree } from "@/components/evaluations/indicator-tree";
import { SchemeFacts } from "@/components/evaluations/scheme-facts";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import { loadScheme } from "@/lib/features/evaluations/loaders";
import { getSchemeInput } from "@/lib/features/evaluations/schema/schemes";
import { SchemeSteps } from "./_sections/steps";

type Props = { params: Promise<{ alliance: string; schemeId: string }> };

async function schemeOf(params: Props["params"]) {
  const { alliance, schemeId } = await params;
  const input = getSchemeInput.safeParse({ schemeId });
  if (!input.success) notFound();
  return { alliance, scheme: await loadScheme(alliance, input.data) };
}

export async function generateMetadata({ params }: Props) {
  return { title: (await schemeOf(params)).scheme.name };
}

export default async function SchemePage({ params }: Props) {
  const [t, all, { alliance, scheme }] = await Promise.all([
    getTranslations("evaluations.schemes"),
    getTranslations("evaluations"),
    schemeOf(params),
  ]);
  const base = `/a/${alliance}/evaluations`;
  const form = { tenant: alliance, scheme };
  return (
    <ClientMessages namespaces={["evaluations"]}>
      <PageHeader
        title={scheme.name}
        breadcrumbs={[
          { href: base, label: all("title") },
          { href: `${base}/schemes`, label: t("title") },
          { label: scheme.name },
        ]}
        badge={
          <Badge tone={scheme.state === "published" ? "decided" : "attention"}>
            {t(`state.${scheme.state}`)}
          </Badge>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_22rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title={t("tree")} description={t("treeHint")}>
            <IndicatorTree
              indicators={scheme.indicators}
              actions={(indicator) =>
                scheme.may.write && <IndicatorActions {...form} indicator={indicator} />
              }
            />
          </Panel>
          {scheme.may.write && (
            <Panel title={t("add")}>
              <AddIndicatorForm {...form} />
            </Panel>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title={t("facts")}>
            <SchemeFacts scheme={scheme} base={`${base}/schemes`} />
          </Panel>
          <SchemeSteps {...form} />
        </div>
      </div>
    </ClientMessages>
  );
}
