import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { articleOptions } from "@/components/documents/article-options";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { RuleSentences } from "@/components/rules/rule-sentences";
import { WizardForm } from "@/components/rules/wizard-form";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { reachOf } from "@/lib/features/access/policy";
import { loadFrame } from "@/lib/features/alliances/loaders";
import { loadRuleDraft } from "@/lib/features/bodies/loaders";
import { loadArticles } from "@/lib/features/documents/loaders";
import { currentActor } from "@/lib/platform/auth/session";

type Props = { params: Promise<{ alliance: string; bodyId: string; matter: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("bodies.rules"))("title") };
}

export default async function WizardPage({ params }: Props) {
  const { alliance, bodyId, matter } = await params;
  const [t, d, locale, draft, frame, actor, { items }] = await Promise.all([
    getTranslations("bodies"),
    getTranslations("documents.view"),
    getLocale(),
    loadRuleDraft(alliance, { bodyId }),
    loadFrame(alliance, {}),
    currentActor(),
    loadArticles(alliance, {}),
  ]);
  const rule = draft.rules.find((one) => one.matter === matter);
  if (!rule || !reachOf("rules.propose", actor.roles, frame.id)) notFound();
  const base = `/a/${alliance}/settings/rules/${draft.body.id}`;
  const name = (locale === "en" && draft.body.nameEn) || draft.body.name;
  const title = t("wizard.title", { body: name, matter: t(`matter.${rule.matter}`) });
  return (
    <>
      <PageHeader
        title={title}
        description={t("wizard.intro")}
        breadcrumbs={[
          { href: base, label: name },
          { href: `${base}/draft`, label: t("rules.goDraft") },
          { label: t(`matter.${rule.matter}`) },
        ]}
        actions={<ButtonLink href={`${base}/draft`}>{t("wizard.back")}</ButtonLink>}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_24rem]">
        <ClientMessages namespaces={["bodies", "organizations"]}>
          <Panel>
            <WizardForm
              tenant={alliance}
              draft={draft}
              rule={rule}
              articles={articleOptions(items, (number) => d("article", { number }))}
            />
          </Panel>
        </ClientMessages>
        <div className="lg:sticky lg:top-4">
          <Panel title={t("wizard.readBack")}>
            <RuleSentences rule={rule} seats={draft.body.votingSeats} open />
          </Panel>
        </div>
      </div>
    </>
  );
}
