import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { ActivateForm, DateDraftForm, WithdrawDraftForm } from "@/components/rules/draft-forms";
import { DraftRulePanel } from "@/components/rules/draft-rules";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import { reachOf } from "@/lib/features/access/policy";
import { loadFrame } from "@/lib/features/alliances/loaders";
import { loadRuleDraft } from "@/lib/features/bodies/loaders";
import { formatInstant } from "@/lib/i18n/format";
import { currentActor } from "@/lib/platform/auth/session";

type Props = { params: Promise<{ alliance: string; bodyId: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("bodies.rules"))("title") };
}

export default async function RuleDraftPage({ params }: Props) {
  const { alliance, bodyId } = await params;
  const [t, locale, draft, frame, actor] = await Promise.all([
    getTranslations("bodies.rules"),
    getLocale(),
    loadRuleDraft(alliance, { bodyId }),
    loadFrame(alliance, {}),
    currentActor(),
  ]);
  const may = (action: "rules.propose" | "rules.activate") =>
    reachOf(action, actor.roles, frame.id)?.whole === true;
  const name = (locale === "en" && draft.body.nameEn) || draft.body.name;
  const base = `/a/${alliance}/settings/rules/${draft.body.id}`;
  const day = formatInstant(new Date(draft.proposedAt), locale);
  return (
    <>
      <PageHeader
        title={t("draftTitle", { body: name })}
        breadcrumbs={[
          { href: `/a/${alliance}/settings/rules`, label: t("title") },
          { href: base, label: name },
          { label: t("goDraft") },
        ]}
        badge={<Badge tone="attention">{t("waiting")}</Badge>}
        waitingFor={draft.founding ? t("waitingFounding") : t("waitingFor")}
        description={
          draft.proposedBy
            ? t("proposedBy", { name: draft.proposedBy, day })
            : t("proposed", { day })
        }
      />
      <div className="grid items-start gap-4 xl:grid-cols-[1fr_24rem]">
        <section aria-labelledby="preview" className="flex flex-col gap-4">
          <h2 id="preview" className="text-base font-semibold">
            {draft.inForce.length > 0 ? t("preview") : t("previewFirst")}
          </h2>
          {draft.rules.map((rule) => (
            <DraftRulePanel
              key={rule.matter}
              alliance={alliance}
              base={base}
              seats={draft.body.votingSeats}
              rule={rule}
              before={draft.inForce.find(({ matter }) => matter === rule.matter) ?? null}
              edits={may("rules.propose")}
            />
          ))}
        </section>
        <ClientMessages namespaces={["bodies"]}>
          <div className="flex flex-col gap-4">
            {may("rules.activate") && (
              <Panel title={t("activateTitle")}>
                <ActivateForm tenant={alliance} draft={draft} />
              </Panel>
            )}
            {may("rules.propose") && (
              <Panel title={t("validFrom")}>
                <DateDraftForm tenant={alliance} draft={draft} />
                <div className="mt-4 border-t border-line pt-4">
                  <WithdrawDraftForm tenant={alliance} draft={draft} />
                </div>
              </Panel>
            )}
          </div>
        </ClientMessages>
      </div>
    </>
  );
}
