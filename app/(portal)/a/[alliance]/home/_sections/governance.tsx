import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Lines } from "@/components/homes/lines";
import { MeetingsAhead } from "@/components/homes/meetings-ahead";
import { HomeTabs } from "@/components/homes/tabs";
import { PageHeader } from "@/components/layout/page-header";
import { Panel } from "@/components/ui/panel";
import { loadGovernanceHome } from "@/lib/features/homes/loaders";
import type { GovernanceHome } from "@/lib/features/homes/schema";
import type { GovernanceView } from "@/lib/features/homes/types";
import { formatCount, formatInstant } from "@/lib/i18n/format";
import { StandingAlerts } from "./alerts";

/** The chain of the log: how long it is; whether it is whole is shown where it is checked. */
async function Chain({
  base,
  chain,
}: {
  base: string;
  chain: NonNullable<GovernanceHome["chain"]>;
}) {
  const [t, locale] = await Promise.all([getTranslations("homes.chain"), getLocale()]);
  return (
    <Panel title={t("title")}>
      <p>
        {t("entries", { count: formatCount(chain.entries, locale) })}
        {chain.at && ` · ${t("last", { at: formatInstant(new Date(chain.at), locale) })}`}
      </p>
      <Link href={`${base}/audit`} className="mt-1 inline-block min-h-6">
        {t("verify")}
      </Link>
    </Panel>
  );
}

/** The first screen of those who govern. */
export async function Governance({
  alliance,
  view,
  alerts,
}: {
  alliance: string;
  view: GovernanceView | undefined;
  alerts: boolean;
}) {
  const [t, locale, home] = await Promise.all([
    getTranslations("homes"),
    getLocale(),
    loadGovernanceHome(alliance, view ? { view } : {}),
  ]);
  const base = `/a/${alliance}`;
  const waits = home.lines.filter(({ count }) => count > 0).length;
  const waiting = (
    <Panel title={t(`panel.${home.view}`)} description={waits === 0 && t("allDone")}>
      <Lines base={base} lines={home.lines} />
    </Panel>
  );
  const meetings = (
    <Panel title={t(home.view === "delegate" ? "meeting.own" : "meeting.title")}>
      <MeetingsAhead
        base={base}
        meetings={home.meetings}
        office={home.view === "secretariat" || home.view === "chair"}
      />
    </Panel>
  );
  return (
    <>
      <PageHeader
        title={t(`title.${home.view}`)}
        description={t("asOf", { at: formatInstant(new Date(home.asOf), locale) })}
      />
      <HomeTabs
        base={`${base}/home`}
        views={home.views}
        organizations={home.organizations}
        current={home.view}
      />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        {/* A delegate comes for the meeting: an open ballot stands before everything else, on a phone too. */}
        {home.view === "delegate" ? meetings : waiting}
        <div className="flex min-w-0 flex-col gap-4">
          {home.view === "delegate" ? waiting : home.view !== "observer" && meetings}
          {home.view === "observer" && (
            <Panel title={t("compare")}>
              <Link href="/regions" className="inline-block min-h-6">
                {t("compareOpen")}
              </Link>
            </Panel>
          )}
          {alerts && <StandingAlerts alliance={alliance} />}
          {home.chain && <Chain base={base} chain={home.chain} />}
        </div>
      </div>
    </>
  );
}
