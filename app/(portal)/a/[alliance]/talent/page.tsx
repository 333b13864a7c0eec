import { getLocale, getTranslations } from "next-intl/server";
import { TalentTabs } from "@/app/_sections/talent-tabs";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { GapPanel } from "@/components/talent/gap-panel";
import { Panel } from "@/components/ui/panel";
import { Stat } from "@/components/ui/stat";
import { loadProgrammeOverview } from "@/lib/features/programmes/loaders";
import { loadTalentOverview } from "@/lib/features/talent/loaders";
import { formatCount, formatRatio } from "@/lib/i18n/format";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("talent"))("title") };
}

export default async function TalentPage({ params }: Props) {
  const { alliance } = await params;
  const [t, p, locale, talent, programmes] = await Promise.all([
    getTranslations("talent"),
    getTranslations("programmes"),
    getLocale(),
    loadTalentOverview(alliance, {}),
    loadProgrammeOverview(alliance, {}),
  ]);
  const base = `/a/${alliance}/talent`;
  const { filled, supply } = talent;
  const { fit } = programmes;
  const year = p("academicYear", { from: String(talent.year), to: String(talent.year + 1) });
  const count = (n: number) => formatCount(n, locale);
  return (
    <ClientMessages namespaces={["talent"]}>
      <PageHeader title={t("title")} description={t("description")} />
      <TalentTabs alliance={alliance} current="overview" />
      <div className="mb-4 grid grid-cols-2 gap-3 sm:grid-cols-[repeat(auto-fill,minmax(15rem,1fr))]">
        <Stat
          label={t("overview.openDemands")}
          value={count(talent.open.demands)}
          unit={t("overview.unit")}
          note={`${t("overview.openHeads")} ${t("heads", { count: count(talent.open.heads) })}`}
        />
        <Stat
          label={t("overview.fillRate")}
          value={formatRatio(filled.part, filled.whole, locale)}
          unit=""
          period={year}
          note={t("overview.fillFormula", { part: count(filled.part), whole: count(filled.whole) })}
        />
        <Stat
          label={t("overview.graduates")}
          value={count(supply.graduates)}
          unit={t("overview.people")}
          period={year}
          note={t("overview.graduatesNote", {
            offerings: count(supply.offerings),
            taken: count(supply.taken),
          })}
        />
        <Stat
          label={t("overview.fit")}
          value={formatRatio(fit.part, fit.whole, locale)}
          unit=""
          href={`${base}/programmes`}
          note={p("fitFormula", { part: count(fit.part), whole: count(fit.whole) })}
        />
        <Stat
          label={p("count.programmes")}
          value={count(programmes.programmes)}
          unit={p("count.unit")}
          href={`${base}/programmes`}
          note={`${p("count.offerings")} ${count(programmes.offerings)}`}
        />
        <Stat
          label={t("overview.live")}
          value={count(talent.matches.live)}
          unit={t("overview.unit")}
          note={`${t("overview.hired")} ${t("heads", { count: count(talent.matches.hired) })}`}
        />
      </div>
      <Panel title={`${t("overview.gap")} · ${year}`} description={t("overview.gapDescription")}>
        <GapPanel gaps={talent.gaps} />
      </Panel>
    </ClientMessages>
  );
}
