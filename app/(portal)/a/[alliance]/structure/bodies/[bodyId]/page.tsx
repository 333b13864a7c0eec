import { getLocale, getTranslations } from "next-intl/server";
import { BodySteps, EntitySteps } from "@/app/_sections/body-steps";
import { BodyFacts } from "@/components/alliances/body-facts";
import { EntityFacts } from "@/components/alliances/entity-facts";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import { reachOf } from "@/lib/features/access/policy";
import { loadBody, loadFrame } from "@/lib/features/alliances/loaders";
import { formatDay } from "@/lib/i18n/format";
import { currentActor } from "@/lib/platform/auth/session";

type Props = { params: Promise<{ alliance: string; bodyId: string }> };

export async function generateMetadata({ params }: Props) {
  const { alliance, bodyId } = await params;
  return { title: (await loadBody(alliance, { bodyId })).name };
}

export default async function BodyPage({ params }: Props) {
  const { alliance, bodyId } = await params;
  const [t, locale, body, frame, actor] = await Promise.all([
    getTranslations("alliances"),
    getLocale(),
    loadBody(alliance, { bodyId }),
    loadFrame(alliance, {}),
    currentActor(),
  ]);
  const edits = reachOf("structure.edit", actor.roles, frame.id) !== undefined && !body.dissolvedOn;
  const name = (locale === "en" && body.nameEn) || body.name;
  return (
    <>
      <PageHeader
        title={name}
        breadcrumbs={[
          { href: `/a/${alliance}/structure`, label: t("structure.title") },
          { label: name },
        ]}
        badge={
          body.dissolvedOn && (
            <Badge>{t("bodies.dissolved", { day: formatDay(body.dissolvedOn, locale) })}</Badge>
          )
        }
      />
      <div className="grid items-start gap-4 xl:grid-cols-[1fr_26rem]">
        <div className="flex flex-col gap-4">
          <Panel title={t("bodies.facts")}>
            <BodyFacts body={body} alliance={alliance} />
          </Panel>
          {body.kind === "operating_entity" && (
            <Panel title={t("entity.title")}>
              {body.entity ? (
                <EntityFacts entity={body.entity} />
              ) : (
                <p className="text-muted">{t("entity.none")}</p>
              )}
            </Panel>
          )}
          {edits && body.kind === "operating_entity" && (
            <EntitySteps alliance={alliance} body={body} />
          )}
        </div>
        {edits && <BodySteps alliance={alliance} body={body} />}
      </div>
    </>
  );
}
