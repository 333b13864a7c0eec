import { useTranslations } from "next-intl";
import type { CallView } from "@/lib/features/calls/schema/view";
import { officeSteps, posterSteps } from "@/lib/features/calls/types";
import { ButtonLink } from "../ui/button";
import { AcceptanceForm, ChooseForm, ContractForm } from "./award-forms";
import { ExtendForm, OfficeStepForm, OpenForm, PosterStepForm, PublishForm } from "./step-forms";
import { TermsForm } from "./terms-form";

type Props = { tenant: string; call: CallView; today: string };

const said = [
  "draft",
  "triage",
  "expert_check",
  "agreeing",
  "agreed",
  "bidding",
  "closed",
  "evaluation",
  "choice",
  "notice",
  "contract",
  "executing",
  "accepting",
  "accepted",
  "no_bid",
] as const;

/** Steps with a guard of time are offered when their time has come. */
function isDue(step: (typeof officeSteps)[number], call: CallView, today: string): boolean {
  if (step === "declare_no_bid") return call.overdue && (call.inside?.sealed ?? 0) < call.leastBids;
  return step !== "end_notice" || (call.award !== null && call.award.noticeUntil < today);
}

/** The two of them, and where they stand. */
function Opening({ tenant, call }: Omit<Props, "today">) {
  const t = useTranslations("calls.open");
  const { moves, inside } = call;
  const first = moves.open_first && call.overdue && (inside?.sealed ?? 0) >= call.leastBids;
  if (!call.overdue || inside?.sealed === null || inside?.sealed === undefined) return null;
  const at = { tenant, id: call.id, version: call.version };
  return (
    <div className="flex flex-col gap-2">
      <p>{t("sealed", { count: inside.sealed, least: call.leastBids })}</p>
      {call.state === "closed" && inside.openers.length > 0 && (
        <p className="text-sm text-muted">{t("by", { names: inside.openers.join(" · ") })}</p>
      )}
      {first && <OpenForm {...at} second={false} />}
      {moves.open_second && <OpenForm {...at} second />}
      {call.state === "closed" && !moves.open_second && (
        <p className="text-sm text-muted">{t("another")}</p>
      )}
    </div>
  );
}

/** Experts are named beside the bids; the first is what the office does, more are its choice. */
function Assigning({ tenant, call }: Omit<Props, "today">) {
  const t = useTranslations("calls.expert");
  if (!call.may.assign) return null;
  const stage = call.state === "evaluation" ? "bids" : "need";
  const asked = call.inside?.experts.filter(
    (one) => one.stage === stage && one.state !== "recused",
  );
  const enough = (asked?.length ?? 0) >= (stage === "bids" ? call.leastExperts : 1);
  return (
    <div>
      <ButtonLink
        variant={enough ? "secondary" : "primary"}
        href={`/a/${tenant}/calls/${call.id}?view=bids`}
      >
        {t(enough ? "view" : "assign")}
      </ButtonLink>
    </div>
  );
}

/** What happens next and who does it; the buttons for those whose it is. */
export function NextStep({ tenant, call, today }: Props) {
  const t = useTranslations("calls");
  const state = said.find((one) => one === call.state);
  if (!state) return null;
  const { moves } = call;
  const at = { tenant, id: call.id, version: call.version };
  const key = call.version;
  const late = state === "bidding" && call.overdue;
  const poster = posterSteps.filter((step) => moves[step] && (step !== "cancel" || !moves.pass));
  const office = officeSteps.filter((step) => moves[step] && isDue(step, call, today));
  return (
    <div className="flex flex-col gap-4" key={key}>
      <p className="max-w-prose text-sm text-muted">{t(late ? "next.overdue" : `next.${state}`)}</p>
      <Opening tenant={tenant} call={call} />
      <Assigning tenant={tenant} call={call} />
      {moves.publish && <PublishForm {...at} />}
      {moves.choose && <ChooseForm {...at} bids={call.inside?.bids ?? []} days={call.noticeDays} />}
      {moves.contract && <ContractForm {...at} today={today} neededOn={call.details?.neededOn} />}
      {moves.sign && <AcceptanceForm {...at} indicators={call.details?.indicators ?? []} />}
      {(moves.propose || moves.reissue) && (
        <TermsForm {...at} call={call} again={moves.reissue === true} />
      )}
      {moves.extend && !call.inside?.extended && <ExtendForm {...at} />}
      {poster.map((step) => (
        <PosterStepForm key={step} {...at} step={step} />
      ))}
      {office
        .filter((step) => step !== "cancel" || !poster.includes("cancel"))
        .map((step) => (
          <OfficeStepForm key={step} {...at} step={step} />
        ))}
    </div>
  );
}
