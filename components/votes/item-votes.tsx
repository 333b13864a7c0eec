import Link from "next/link";
import { useTranslations } from "next-intl";
import { useResolutionCode } from "@/components/resolutions/code";
import type { ItemVotesView, MeetingVotesView, VoteView } from "@/lib/features/votes/schema/votes";
import { BallotCards } from "./ballot-cards";
import { PrepareForm } from "./prepare-form";
import { RoomVote } from "./room-vote";
import { HandsForm } from "./run-forms";
import { SecrecyHelp } from "./secrecy-help";
import { TurnoutRefresh } from "./turnout-refresh";
import { Turnout, VoteHead } from "./vote-head";
import { VoteSheet } from "./vote-sheet";
import { VoteSteps } from "./vote-steps";

type Props = {
  tenant: string;
  meetingId: string;
  meeting: MeetingVotesView["meeting"];
  given: ItemVotesView;
  may: MeetingVotesView["may"];
  view: "console" | "room" | "me" | "record";
};

function Vote({ vote, props, last }: { vote: VoteView; props: Props; last: boolean }) {
  const t = useTranslations("votes");
  const codeOf = useResolutionCode();
  const { tenant, meetingId, given, may, meeting, view } = props;
  const console = view === "console";
  return (
    <section aria-label={t("round", { ordinal: vote.ordinal })} className="flex flex-col gap-3">
      <VoteHead vote={vote} many={given.votes.length > 1} />
      <p className="whitespace-pre-line break-words">{vote.text}</p>
      {vote.state === "open" && <Turnout vote={vote} />}
      {vote.state === "open" && console && <TurnoutRefresh />}
      {last && (view === "me" || (view === "record" && given.cards.length > 0)) && (
        <BallotCards tenant={tenant} given={given} vote={vote} />
      )}
      {view === "me" && vote.state === "open" && vote.method === "hands" && may.count && (
        <HandsForm tenant={tenant} vote={vote} />
      )}
      {vote.sheet && <VoteSheet vote={vote} sheet={vote.sheet} />}
      {vote.resolution && (
        <p>
          <Link href={`/a/${tenant}/decisions/${vote.resolution.id}`}>
            {t("sheet.resolution", {
              code: codeOf(vote.resolution),
            })}
          </Link>
        </p>
      )}
      {(vote.state === "declared" || vote.state === "voided") && (
        <p className="text-sm print:hidden">
          <Link
            href={`/a/${tenant}/meetings/${meetingId}/votes/${vote.id}`}
            className="inline-block min-h-6"
          >
            {t("sheet.link")}
          </Link>
        </p>
      )}
      {console && (
        <VoteSteps
          tenant={tenant}
          vote={vote}
          may={may}
          given={given}
          byMail={meeting.mode === "correspondence"}
        />
      )}
      {console && vote.method === "secret" && vote.state !== "declared" && <SecrecyHelp />}
    </section>
  );
}

/** The votes of one item, as the page that shows them needs them. */
export function ItemVotesPanel(props: Props) {
  const t = useTranslations("votes");
  const { given, may, view, tenant, meeting } = props;
  const decides = ["decide", "elect", "procedural"].includes(given.item.kind);
  if (view === "room") return <RoomVote vote={given.votes.at(-1)} />;
  if (!decides && given.votes.length === 0) return null;
  const preparable = view === "console" && may.prepare && given.preparable !== "no";
  return (
    <div className="flex flex-col gap-5">
      {given.votes.map((vote, place) => (
        <Vote key={vote.id} vote={vote} props={props} last={place === given.votes.length - 1} />
      ))}
      {given.votes.length === 0 && !preparable && given.ownRecused && (
        <BallotCards tenant={tenant} given={given} vote={undefined} />
      )}
      {given.votes.length === 0 && !preparable && <p className="text-sm text-muted">{t("none")}</p>}
      {preparable && (
        <details open={given.preparable === "first"}>
          <summary className="min-h-6 cursor-pointer font-medium">
            {given.preparable === "again" ? t("prepare.again") : t("prepare.title")}
          </summary>
          <div className="mt-2 border-l border-line pl-3">
            <PrepareForm tenant={tenant} given={given} byMail={meeting.mode === "correspondence"} />
          </div>
        </details>
      )}
    </div>
  );
}
