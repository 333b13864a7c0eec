import { useLocale, useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import type { VoteView } from "@/lib/features/votes/schema/votes";
import type { VoteState } from "@/lib/features/votes/types";
import { formatDay, formatInstant } from "@/lib/i18n/format";

const tones: Record<VoteState, BadgeTone> = {
  prepared: "neutral",
  open: "attention",
  counted: "attention",
  declared: "decided",
  inquorate: "attention",
  aborted: "neutral",
  voided: "problem",
};

export function VoteBadge({ state }: { state: VoteState }) {
  const t = useTranslations("votes.state");
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}

/** How many have voted, and until when: never what. */
export function Turnout({ vote }: { vote: VoteView }) {
  const t = useTranslations("votes");
  const locale = useLocale();
  const { cast, electors, counters } = vote;
  const words = vote.demands
    ? t("mail.progress", { cast, electors })
    : vote.method === "hands"
      ? t("handsTurnout", { electors, counters })
      : t("turnout", { cast, electors });
  const end = vote.closesAt
    ? t("until", { at: formatInstant(new Date(vote.closesAt), locale) })
    : t("noDeadline");
  return (
    <div className="flex flex-col gap-1">
      <p className="font-medium tabular-nums">
        {words} <span className="font-normal text-muted">· {end}</span>
      </p>
      {vote.method !== "hands" && (
        <progress
          value={cast}
          max={Math.max(electors, 1)}
          aria-label={words}
          className="h-2 w-full max-w-md appearance-none overflow-hidden rounded border border-line bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
        />
      )}
      {vote.overdue && <Notice tone="attention">{t("overdue")}</Notice>}
    </div>
  );
}

const causes = ["recusals", "demand"] as const;

/** State, way, which vote it is, and what happened to it. */
export function VoteHead({ vote, many }: { vote: VoteView; many: boolean }) {
  const t = useTranslations("votes");
  const cause = causes.find((one) => one === vote.stateReason);
  const { challenge } = vote;
  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <VoteBadge state={vote.state} />
        <span className="text-sm text-muted">
          {many && `${t("round", { ordinal: vote.ordinal })} · `}
          {t(`method.${vote.method}`)}
        </span>
      </p>
      {vote.supersedes && (
        <p className="text-sm text-muted">
          {t("supersedes", {
            ordinal: vote.supersedes.ordinal,
            reason: t(`reason.${vote.supersedes.reason}`),
          })}
        </p>
      )}
      {vote.block > 1 && <p className="text-sm text-muted">{t("block", { count: vote.block })}</p>}
      {vote.stateReason && (
        <Notice tone="attention">{cause ? t(`because.${cause}`) : vote.stateReason}</Notice>
      )}
      {challenge && <ChallengeWords challenge={challenge} />}
      {challenge && <Departures departures={challenge.departures} />}
    </div>
  );
}

function ChallengeWords({ challenge }: { challenge: NonNullable<VoteView["challenge"]> }) {
  const t = useTranslations("votes.challenge");
  const locale = useLocale();
  if (challenge.upheld === null) {
    return (
      <Notice tone="attention">
        {t("open", { day: formatDay(challenge.answerBy, locale), reason: challenge.reason })}
      </Notice>
    );
  }
  const answer = challenge.answer ?? "";
  return <Notice>{challenge.upheld ? t("upheld", { answer }) : t("dismissed", { answer })}</Notice>;
}

type Late = NonNullable<VoteView["challenge"]>["departures"];

/** "vote was one short": who had gone before the close, as was found out later. */
function Departures({ departures }: { departures: Late }) {
  const t = useTranslations("votes.departure");
  const locale = useLocale();
  if (departures.length === 0) return null;
  return (
    <ul className="text-sm">
      {departures.map(({ number, holderName, at, short }) => (
        <li key={`${number} ${at}`}>
          {t(short > 0 ? "short" : "changes", {
            number,
            holder: holderName,
            at: formatInstant(new Date(at), locale),
            count: short,
          })}
        </li>
      ))}
    </ul>
  );
}
