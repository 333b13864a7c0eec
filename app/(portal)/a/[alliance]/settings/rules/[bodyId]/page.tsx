import { getLocale, getTranslations } from "next-intl/server";
import { articleOptions } from "@/components/documents/article-options";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { MatterRules } from "@/components/rules/matter-rules";
import { ProposeForm } from "@/components/rules/propose-form";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { reachOf } from "@/lib/features/access/policy";
import { loadFrame } from "@/lib/features/alliances/loaders";
import { loadBodyRules } from "@/lib/features/bodies/loaders";
import { matters } from "@/lib/features/bodies/types";
import { loadArticles } from "@/lib/features/documents/loaders";
import { currentActor } from "@/lib/platform/auth/session";

type Props = { params: Promise<{ alliance: string; bodyId: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("bodies.rules"))("title") };
}

export default async function BodyRulesPage({ params }: Props) {
  const { alliance, bodyId } = await params;
  const [t, d, locale, view, frame, actor, { items }] = await Promise.all([
    getTranslations("bodies.rules"),
    getTranslations("documents.view"),
    getLocale(),
    loadBodyRules(alliance, { bodyId }),
    loadFrame(alliance, {}),
    currentActor(),
    loadArticles(alliance, {}),
  ]);
  const { body, versions, today, drafting } = view;
  const proposes = reachOf("rules.propose", actor.roles, frame.id) !== undefined;
  const name = (locale === "en" && body.nameEn) || body.name;
  const base = `/a/${alliance}/settings/rules`;
  const draftLink = drafting && (
    <ButtonLink href={`${base}/${body.id}/draft`} variant="primary">
      {t("goDraft")}
    </ButtonLink>
  );
  const mayDraft = proposes && !drafting && !body.dissolvedOn;
  return (
    <>
      <PageHeader
        title={name}
        breadcrumbs={[{ href: base, label: t("title") }, { label: name }]}
        actions={draftLink}
      />
      <div className="flex flex-col gap-4">
        {versions.length === 0 && <EmptyState title={t("noneTitle")} hint={t("noneHint")} />}
        {matters.map((matter) => (
          <MatterRules
            key={matter}
            alliance={alliance}
            seats={body.votingSeats}
            today={today}
            versions={versions.filter((version) => version.matter === matter)}
          />
        ))}
        {mayDraft && (
          <ClientMessages namespaces={["bodies"]}>
            <Panel title={versions.length === 0 ? t("adopt") : t("newVersion")} id="draft">
              <ProposeForm
                tenant={alliance}
                bodyId={body.id}
                hasRules={versions.length > 0}
                today={today}
                articles={articleOptions(items, (number) => d("article", { number }))}
              />
            </Panel>
          </ClientMessages>
        )}
      </div>
    </>
  );
}
