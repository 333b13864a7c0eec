import { useTranslations } from "next-intl";
import type { ItemVotesView, VoteRights, VoteView } from "@/lib/features/votes/schema/votes";
import { Papers } from "./papers";
import { AbortForm, AnswerForm, ChallengeForm, TieForm, VoidForm } from "./rare-forms";
import {
  CloseForm,
  DeclareForm,
  ExtendForm,
  HandsForm,
  LeaveBlockForm,
  OpenForm,
} from "./run-forms";

type Props = {
  tenant: string;
  vote: VoteView;
  may: VoteRights;
  given: ItemVotesView;
  byMail: boolean;
};

function Outstanding({ count }: { count: number }) {
  const t = useTranslations("votes");
  return <p className="text-sm text-muted">{t("mail.outstanding", { count })}</p>;
}

/** The next step of a vote for whoever runs the meeting, and below it what is seldom done. */
export function VoteSteps({ tenant, vote, may, given, byMail }: Props) {
  const own = { tenant, vote };
  const outstanding = byMail && !vote.overdue ? vote.electors - vote.cast : 0;
  switch (vote.state) {
    case "prepared":
      return (
        <div className="flex flex-col gap-3">
          {may.run && (
            <OpenForm {...own} hours={byMail ? (given.rule?.options.mail.minHours ?? 72) : null} />
          )}
          {vote.block > 1 && may.object && <LeaveBlockForm {...own} />}
          {may.run && <AbortForm {...own} />}
        </div>
      );
    case "open":
      return (
        <div className="flex flex-col gap-3">
          {vote.method === "hands" && may.count && <HandsForm {...own} />}
          {may.run &&
            (outstanding > 0 ? <Outstanding count={outstanding} /> : <CloseForm {...own} />)}
          {may.run && vote.closesAt && !vote.extended && !vote.overdue && <ExtendForm {...own} />}
          {may.paper && <Papers {...own} />}
          {may.run && <AbortForm {...own} />}
        </div>
      );
    case "counted":
      return (
        <div className="flex flex-col gap-3">
          {vote.castingNeeded && may.decideTie && <TieForm {...own} />}
          {may.run && !vote.castingNeeded && <DeclareForm {...own} />}
          {may.run && <AbortForm {...own} />}
        </div>
      );
    case "declared":
      return (
        <div className="flex flex-col gap-2">
          {vote.challenge?.upheld === null
            ? may.void && <AnswerForm {...own} />
            : may.object && <ChallengeForm {...own} />}
          {may.void && <VoidForm {...own} />}
        </div>
      );
    default:
      return null;
  }
}
