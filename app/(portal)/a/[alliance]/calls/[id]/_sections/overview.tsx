import { getTranslations } from "next-intl/server";
import { ObjectForm } from "@/components/calls/award-forms";
import { AwardFacts, Objections } from "@/components/calls/award-panel";
import { UndertakeForm, WithdrawBidForm } from "@/components/calls/bid-form";
import { CallDetails, CallFacts, CriteriaTable } from "@/components/calls/call-facts";
import { CallThread } from "@/components/calls/call-thread";
import { NextStep } from "@/components/calls/next-step";
import { OwnBids } from "@/components/calls/own-bids";
import { RecordColumns } from "@/components/layout/record-columns";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { reachOf } from "@/lib/features/access/policy";
import { loadAgreements } from "@/lib/features/agreements/loaders";
import { loadFrame } from "@/lib/features/alliances/loaders";
import type { CallView } from "@/lib/features/calls/schema/view";
import { currentActor } from "@/lib/platform/auth/session";
import { today } from "@/lib/platform/clock";

type Props = { alliance: string; call: CallView };

/** The way in for a team: the undertaking first where details are restricted, then its bid. */
async function Bidding({ alliance, call }: Props) {
  const t = await getTranslations("calls");
  const { ownBids, may } = call;
  if (!may.bid && ownBids.length === 0) return null;
  const sealed = ownBids.some(({ state }) => state === "sealed");
  return (
    <>
      {call.mayUndertake && (
        <Panel title={t("undertaking.title")}>
          <UndertakeForm tenant={alliance} callId={call.id} bidders={may.bidders} />
        </Panel>
      )}
      {call.details && (
        <Panel
          title={t("bid.own")}
          actions={
            may.bid && (
              <ButtonLink
                variant={sealed ? "secondary" : "primary"}
                href={`/a/${alliance}/calls/${call.id}/bid`}
              >
                {t(sealed ? "bid.replace" : "bid.go")}
              </ButtonLink>
            )
          }
        >
          <div className="flex flex-col gap-4">
            {ownBids.length === 0 && <p className="text-muted">{t("bid.none")}</p>}
            <OwnBids bids={ownBids} />
            {may.bid &&
              ownBids
                .filter(({ state }) => state === "sealed")
                .map(({ organization }) => (
                  <WithdrawBidForm
                    key={organization.id}
                    tenant={alliance}
                    callId={call.id}
                    organizationId={organization.id}
                  />
                ))}
          </div>
        </Panel>
      )}
    </>
  );
}

async function Award({ alliance, call }: Props) {
  const t = await getTranslations("calls");
  if (!call.award) return null;
  return (
    <Panel title={t("award.title")}>
      <div className="flex flex-col gap-4">
        <AwardFacts award={call.award} />
        {(call.inside !== null || call.objections.length > 0) && (
          <Objections tenant={alliance} objections={call.objections} />
        )}
        {call.may.object && <ObjectForm tenant={alliance} callId={call.id} />}
      </div>
    </Panel>
  );
}

/** Agreements about the call, for those who read agreements here. */
async function agreementsAbout({ alliance, call }: Props) {
  const [actor, frame] = await Promise.all([currentActor(), loadFrame(alliance, {})]);
  if (!reachOf("agreement.read", actor.roles, frame.id)) return [];
  const { items } = await loadAgreements(alliance, { call: call.id, pageSize: 100 });
  return items.map(({ id, title }) => ({ href: `/a/${alliance}/agreements/${id}`, title }));
}

export async function OverviewView({ alliance, call }: Props) {
  const [t, agreements] = await Promise.all([
    getTranslations("calls"),
    agreementsAbout({ alliance, call }),
  ]);
  return (
    <RecordColumns
      steps={
        call.inside &&
        call.waiting && (
          <Panel title={t("next.title")}>
            <NextStep tenant={alliance} call={call} today={today()} />
          </Panel>
        )
      }
    >
      <Panel>
        <CallFacts call={call} agreements={agreements} />
      </Panel>
      {call.details ? (
        <Panel title={t("problem")}>
          <CallDetails details={call.details} />
        </Panel>
      ) : (
        <Notice>{t(call.judging ? "undeclared" : "restricted")}</Notice>
      )}
      <Award alliance={alliance} call={call} />
      <Bidding alliance={alliance} call={call} />
      {call.criteria.length > 0 && (
        <Panel title={t("criteria")}>
          <CriteriaTable criteria={call.criteria} />
        </Panel>
      )}
      <Panel title={t("thread.title")}>
        <CallThread base={`/a/${alliance}`} call={call} />
      </Panel>
    </RecordColumns>
  );
}
