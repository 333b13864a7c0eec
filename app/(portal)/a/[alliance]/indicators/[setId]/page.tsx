import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { FillUpload } from "@/components/indicators/fill-upload";
import { IndicatorForm } from "@/components/indicators/indicator-form";
import { IndicatorTree } from "@/components/indicators/indicator-tree";
import { RulesForm } from "@/components/indicators/rule-forms";
import { SetBadge } from "@/components/indicators/set-badge";
import { SetFacts, SetFaults, SetRules } from "@/components/indicators/set-facts";
import { DraftSteps, ReviseSetForm } from "@/components/indicators/set-forms";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Panel } from "@/components/ui/panel";
import { loadIndicatorSet } from "@/lib/features/indicators/loaders";
import { getSetInput } from "@/lib/features/indicators/schema";

type Props = { params: Promise<{ alliance: string; setId: string }> };

const load = async (params: Props["params"]) => {
  const { alliance, setId } = await params;
  const input = getSetInput.safeParse({ setId });
  if (!input.success) notFound();
  return { alliance, set: await loadIndicatorSet(alliance, input.data) };
};

export async function generateMetadata({ params }: Props) {
  return { title: (await load(params)).set.nameZh };
}

export default async function IndicatorSetPage({ params }: Props) {
  const [t, locale, { alliance, set }] = await Promise.all([
    getTranslations("indicators"),
    getLocale(),
    load(params),
  ]);
  const base = `/a/${alliance}/indicators`;
  const edits = set.mayManage && set.state === "draft";
  return (
    <ClientMessages namespaces={["indicators"]}>
      <PageHeader
        title={(locale === "en" && set.nameEn) || set.nameZh}
        breadcrumbs={[
          { href: base, label: t("title") },
          { label: t("edition", { edition: set.edition }) },
        ]}
        badge={<SetBadge state={set.state} />}
        actions={
          set.mayManage &&
          set.state === "in_force" && <ReviseSetForm tenant={alliance} setId={set.id} />
        }
      />
      <div className="flex flex-col gap-4">
        {edits && <SetFaults faults={set.faults} />}
        <SetFacts set={set} base={base} />
        {set.indicators.length > 0 && <IndicatorTree nodes={set.indicators} />}
        {!edits && <SetRules rules={set.rules} />}
        {edits && (
          <div className="grid gap-4 lg:grid-cols-2">
            <Panel title={t("addOrChange")}>
              <IndicatorForm key={set.version} tenant={alliance} set={set} />
            </Panel>
            <div className="flex flex-col gap-4">
              <Panel title={t("fill.title")}>
                <FillUpload tenant={alliance} setId={set.id} version={set.version} />
              </Panel>
              <Panel title={t("rules")}>
                <RulesForm key={set.version} tenant={alliance} set={set} />
              </Panel>
              <Panel title={t("enforce")}>
                <DraftSteps key={set.version} tenant={alliance} set={set} />
              </Panel>
            </div>
          </div>
        )}
      </div>
    </ClientMessages>
  );
}
