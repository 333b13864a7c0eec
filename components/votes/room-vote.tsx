import { useTranslations } from "next-intl";
import type { VoteView } from "@/lib/features/votes/schema/votes";
import { TurnoutRefresh } from "./turnout-refresh";
import { VoteBadge } from "./vote-head";
import { Because } from "./vote-sheet";

const shown = ["yes", "no", "abstain"] as const;

/** On the wall: what is voted on, how many have voted, and the result with its sum; readable from the last row. */
export function RoomVote({ vote }: { vote: VoteView | undefined }) {
  const t = useTranslations("votes");
  const b = useTranslations("bodies.outcome");
  if (!vote || vote.state === "aborted")
    return <p className="text-2xl text-muted">{t("room.waiting")}</p>;
  const { sheet } = vote;
  const told = sheet && (vote.state === "declared" || vote.state === "inquorate");
  return (
    <section aria-live="polite" className="flex flex-col gap-6">
      <p className="text-2xl leading-relaxed whitespace-pre-line break-words">{vote.text}</p>
      {vote.state === "prepared" && <p className="text-2xl text-muted">{t("room.waiting")}</p>}
      {vote.state === "open" && (
        <>
          <p className="text-4xl font-semibold">{t("room.open")}</p>
          <p className="text-3xl tabular-nums">
            {vote.method === "hands"
              ? t("handsTurnout", { electors: vote.electors, counters: vote.counters })
              : t("turnout", { cast: vote.cast, electors: vote.electors })}
          </p>
          <TurnoutRefresh />
        </>
      )}
      {vote.state === "counted" && <p className="text-3xl">{t("room.counted")}</p>}
      {told && (
        <>
          <p className="text-5xl font-semibold">{b(sheet.outcome)}</p>
          {sheet.outcome !== "inquorate" && (
            <dl className="flex flex-wrap gap-x-16 gap-y-4">
              {shown.map((choice) => (
                <div key={choice}>
                  <dt className="text-2xl text-muted">{t(`choice.${choice}`)}</dt>
                  <dd className="text-5xl font-semibold tabular-nums">{sheet.votes[choice]}</dd>
                </div>
              ))}
            </dl>
          )}
          <p className="text-2xl leading-relaxed">
            <Because sheet={sheet} />
          </p>
        </>
      )}
      {vote.state === "voided" && <VoteBadge state={vote.state} />}
    </section>
  );
}
