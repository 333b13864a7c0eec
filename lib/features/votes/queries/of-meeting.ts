import type { z } from "zod";
import { getRoster } from "@/lib/features/bodies/queries/roster";
import type { RuleInForce } from "@/lib/features/bodies/schema/roster";
import { dayIn } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { rightsOver, runsVotes } from "../policy";
import { isRunning } from "../rules/states";
import type { ItemVotesView, MeetingVotesView, ofMeetingInput, VoteView } from "../schema/votes";
import { cardsOf, standingOf } from "./cards";
import { votesOf } from "./votes";

const select = {
  id: true,
  bodyId: true,
  state: true,
  mode: true,
  scheduledAt: true,
  agendaItems: {
    select: { id: true, title: true, state: true, kind: true, matter: true },
    orderBy: { sortOrder: "asc" },
  },
} as const;

type Item = {
  id: string;
  title: string;
  state: string;
  kind: string;
  matter: ItemVotesView["item"]["matter"];
};

const sitting = ["noticed", "check_in", "open", "suspended"];

/** May a vote on this item be prepared, and would that be the first? */
function preparable(
  meetingState: string,
  item: Item,
  votes: readonly VoteView[],
): ItemVotesView["preparable"] {
  const last = votes.findLast((vote) => vote.state !== "aborted");
  const decides = ["decide", "elect", "procedural"].includes(item.kind);
  if (!sitting.includes(meetingState) || !decides || (last && isRunning(last.state))) return "no";
  if (last) return ["open", "planned", "decided"].includes(item.state) ? "again" : "no";
  return ["open", "planned"].includes(item.state) ? "first" : "no";
}

const ruleFor = (rules: readonly RuleInForce[], item: Item) =>
  rules.find(
    (rule) =>
      rule.matter === (item.kind === "procedural" ? "procedural" : (item.matter ?? "ordinary")),
  ) ?? null;

/** All votes of a meeting by item, with the reader's own cards and rights. One question per page. */
export async function votesOfMeeting(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof ofMeetingInput>,
): Promise<MeetingVotesView> {
  const allianceId = scope.alliance.id;
  const where = { allianceId_id: { allianceId, id: input.meetingId } };
  const meeting = (await db.meeting.findUnique({ where, select })) ?? notFound();
  const runs = runsVotes(scope.actor, allianceId);
  // A draft is the secretariat's alone.
  if (meeting.state === "draft" && !runs) notFound();
  const items = meeting.agendaItems.filter((item) => !input.itemId || item.id === input.itemId);
  if (input.itemId && items.length === 0) notFound();
  const votes = await votesOf(db, scope, input, runs);
  const cards = await cardsOf(db, scope, meeting.id);
  const standing = await standingOf(db, scope, meeting.id);
  const day = dayIn(meeting.scheduledAt, scope.alliance.timeZone);
  const rules = runs ? (await getRoster(db, scope, { bodyId: meeting.bodyId, day })).rules : [];
  const prepared = votes.filter((vote) => vote.state === "prepared");
  const titles = new Map(meeting.agendaItems.map((item) => [item.id, item.title]));
  return {
    meeting: { state: meeting.state, mode: meeting.mode },
    items: items.map((item) => {
      const own = votes.filter((vote) => vote.itemId === item.id);
      const mine = standing.find(({ itemId }) => itemId === item.id);
      return {
        item,
        rule: ruleFor(rules, item),
        preparable: preparable(meeting.state, item, own),
        blocks: prepared
          .filter((vote) => vote.itemId !== item.id)
          .map((vote) => ({ voteId: vote.id, title: titles.get(vote.itemId) ?? "" })),
        votes: own,
        cards: cards.filter((card) => card.itemId === item.id),
        ownRecused: mine?.recused ?? false,
        late: mine?.late ?? false,
      };
    }),
    may: rightsOver(scope.actor, allianceId),
  };
}
