import { getLocale, getTranslations } from "next-intl/server";
import { AllianceFacts } from "@/components/alliances/alliance-facts";
import { PowerList, RelationList } from "@/components/alliances/alliance-lists";
import { LeadList } from "@/components/alliances/lead-list";
import { PageHeader } from "@/components/layout/page-header";
import { positionWords } from "@/components/memberships/position-words";
import { OpenDataLinks } from "@/components/metrics/open-data-links";
import { PublishedFigures } from "@/components/metrics/published-figures";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { reachOf } from "@/lib/features/access/policy";
import { loadAlliance } from "@/lib/features/alliances/loaders";
import { loadPublishedFigures } from "@/lib/features/metrics/loaders";
import { currentActor } from "@/lib/platform/auth/session";
import { Bodies } from "./_sections/bodies";
import { Composition } from "./_sections/composition";
import { Supply } from "./_sections/supply";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata({ params }: Props) {
  const { alliance } = await params;
  return { title: (await loadAlliance(alliance, {})).name };
}

export default async function AlliancePage({ params }: Props) {
  const { alliance: slug } = await params;
  const [t, m, f, locale, alliance, figures, actor] = await Promise.all([
    getTranslations("alliances"),
    getTranslations("memberships.position"),
    getTranslations("metrics"),
    getLocale(),
    loadAlliance(slug, {}),
    loadPublishedFigures("", { alliance: slug }),
    currentActor(),
  ]);
  const edits = reachOf("alliance.update_profile", actor.roles, alliance.id)?.whole === true;
  const { powers, relations } = alliance;
  return (
    <>
      <PageHeader
        title={(locale === "en" && alliance.nameEn) || alliance.name}
        badge={!alliance.published && <Badge tone="attention">{t("home.unpublished")}</Badge>}
        description={alliance.summary}
        actions={
          edits ? (
            <ButtonLink href={`/a/${slug}/settings`}>{t("home.settings")}</ButtonLink>
          ) : (
            !actor.userId && (
              <>
                <ButtonLink href={`/a/${slug}/apply`} variant="primary">
                  {t("home.apply")}
                </ButtonLink>
                <ButtonLink href={`/a/${slug}/applications/notices`}>
                  {t("home.notices")}
                </ButtonLink>
              </>
            )
          )
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title={t("home.facts")}>
            <AllianceFacts alliance={alliance} />
          </Panel>
          <Composition slug={slug} />
          {figures.items.length > 0 && (
            <Panel title={f("publishedTitle")} actions={<OpenDataLinks slug={slug} />}>
              <PublishedFigures figures={figures.items} />
            </Panel>
          )}
          <Supply alliance={alliance} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title={t("home.leads")}>
            <LeadList
              leads={alliance.leads}
              positionWord={positionWords(alliance.positionLabels, locale, (position) =>
                m(position),
              )}
            />
          </Panel>
          <Bodies slug={slug} />
          {powers.length > 0 && (
            <Panel
              title={t("home.powers")}
              description={t("home.powersNote", { count: powers.length })}
            >
              <PowerList powers={powers} />
            </Panel>
          )}
          {relations.length > 0 && (
            <Panel title={t("home.relations")}>
              <RelationList relations={relations} />
            </Panel>
          )}
        </div>
      </div>
    </>
  );
}
