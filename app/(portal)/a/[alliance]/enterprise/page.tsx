import { getLocale, getTranslations } from "next-intl/server";
import { EvidenceTable } from "@/components/enterprises/evidence-table";
import { FirstSteps } from "@/components/enterprises/first-steps";
import { OwedList } from "@/components/enterprises/owed-list";
import { MoneyTiles, StandingTiles } from "@/components/enterprises/standing-tiles";
import { PageHeader } from "@/components/layout/page-header";
import { positionWords } from "@/components/memberships/position-words";
import { FilterBar, FilterSelect } from "@/components/ui/filter-bar";
import { Panel } from "@/components/ui/panel";
import { reachOf } from "@/lib/features/access/policy";
import { loadFrame } from "@/lib/features/alliances/loaders";
import { loadStanding } from "@/lib/features/enterprises/loaders";
import { standingInput } from "@/lib/features/enterprises/schema";
import { formatDay } from "@/lib/i18n/format";
import { knownSearch, type RawSearch } from "@/lib/kernel/address";
import { currentActor } from "@/lib/platform/auth/session";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("enterprises"))("title") };
}

/** One enterprise's own page: what waits, what it got, what it gave, and the papers that prove it. */
export default async function EnterprisePage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(standingInput, await searchParams);
  const [t, m, locale, frame, standing, actor] = await Promise.all([
    getTranslations("enterprises"),
    getTranslations("memberships"),
    getLocale(),
    loadFrame(alliance, {}),
    loadStanding(alliance, search),
    currentActor(),
  ]);
  const base = `/a/${alliance}`;
  const word = positionWords(frame.positionLabels, locale, (one) => m(`position.${one}`));
  const { member, own, years, evidence, evidenceCount } = standing;
  return (
    <>
      <PageHeader
        title={standing.organization.name}
        breadcrumbs={[{ label: t("title") }]}
        actions={reachOf("call.post", actor.roles, frame.id) && <FirstSteps base={base} />}
        description={
          member
            ? t("member", {
                number: member.number,
                position: word(member.position),
                since: formatDay(member.since, locale),
              })
            : t("notMember")
        }
      />
      <div className="flex flex-col gap-4">
        <Panel title={t("owed")} description={t("description")}>
          <OwedList base={base} owed={standing.owed} />
        </Panel>
        <StandingTiles standing={standing} />
        <Panel title={t("money")} description={t("moneyNote")}>
          <MoneyTiles money={standing.money} />
        </Panel>
        <Panel title={t("evidence")} description={t("evidenceHint")}>
          <div className="mb-3 print:hidden">
            <FilterBar
              action={`${base}/enterprise`}
              keep={{ organization: own.length > 1 ? undefined : search.organization }}
            >
              {own.length > 1 && (
                <FilterSelect
                  name="organization"
                  label={t("choose")}
                  defaultValue={standing.organization.id}
                  options={own.map(({ id, name }) => ({ value: id, label: name }))}
                />
              )}
              <FilterSelect
                name="year"
                label={t("year")}
                defaultValue={search.year?.toString()}
                options={years.map((year) => ({ value: String(year), label: String(year) }))}
              />
            </FilterBar>
          </div>
          <EvidenceTable evidence={evidence} />
          {evidenceCount > evidence.length && (
            <p className="mt-2 text-sm text-muted">
              {t("evidenceMore", { count: evidenceCount, shown: evidence.length })}
            </p>
          )}
        </Panel>
      </div>
    </>
  );
}
