import { getLocale, getTranslations } from "next-intl/server";
import { FirstSteps } from "@/components/enterprises/first-steps";
import { Lines } from "@/components/homes/lines";
import { MeetingsAhead } from "@/components/homes/meetings-ahead";
import { MoneySix } from "@/components/homes/money-six";
import { Owed } from "@/components/homes/owed";
import { HomeTabs } from "@/components/homes/tabs";
import { PageHeader } from "@/components/layout/page-header";
import { TargetViews } from "@/components/targets/target-views";
import { Panel } from "@/components/ui/panel";
import { loadOrganizationHome } from "@/lib/features/homes/loaders";
import { formatInstant } from "@/lib/i18n/format";
import { StandingAlerts } from "./alerts";

type Props = {
  alliance: string;
  organization: string | undefined;
  maySet: boolean;
  alerts: boolean;
  /** Reads for an enterprise that may say what it needs. */
  posts: boolean;
};

/** A member's first screen, and one sheet of A4 before a meeting. */
export async function Organization({ alliance, organization, maySet, alerts, posts }: Props) {
  const [t, e, locale, home] = await Promise.all([
    getTranslations("homes"),
    getTranslations("enterprises"),
    getLocale(),
    loadOrganizationHome(alliance, organization ? { organization } : {}),
  ]);
  const base = `/a/${alliance}`;
  const { id, name } = home.organization;
  return (
    <>
      <PageHeader
        title={name}
        description={t("asOf", { at: formatInstant(new Date(home.asOf), locale) })}
        actions={posts && <FirstSteps base={base} />}
      />
      <HomeTabs base={`${base}/home`} views={home.views} organizations={home.own} current={id} />
      <div className="grid items-start gap-4 lg:grid-cols-2 print:grid-cols-2 print:gap-2 print:text-xs print:[zoom:0.75]">
        <div className="flex min-w-0 flex-col gap-4 print:gap-2">
          <Panel title={t("targets", { year: home.year })} description={t("targetsNote")}>
            <TargetViews
              base={base}
              views={home.targets}
              organizationId={id}
              setHref={maySet ? `${base}/targets?year=${home.year}` : null}
            />
          </Panel>
          <Panel title={t("meeting.next")}>
            <MeetingsAhead base={base} meetings={home.meetings.slice(0, 1)} office={false} />
          </Panel>
        </div>
        <div className="flex min-w-0 flex-col gap-4 print:gap-2">
          <Panel title={e("money")} description={e("moneyNote")}>
            <MoneySix base={base} money={home.money} organizationId={id} />
          </Panel>
          <Panel title={t("panel.organization")}>
            <Lines base={base} lines={home.lines} organizationId={id} />
          </Panel>
          {alerts && (
            // The sheet for a meeting is one page; what the reader watches is not for the table.
            <div className="print:hidden">
              <StandingAlerts alliance={alliance} />
            </div>
          )}
          <Panel title={e("owed")}>
            <Owed base={base} home={home} />
          </Panel>
        </div>
      </div>
    </>
  );
}
