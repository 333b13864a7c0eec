import type { Challenge } from "@/lib/features/votes/types";
import { dayOf } from "@/lib/kernel/dates";
import type { MeetingRecord } from "../queries/record";
import type { ParagraphPart } from "../types";
import { comma, type Paragraph, say, sayDay, sayInstant, type Telling } from "./telling";

type Item = MeetingRecord["agendaItems"][number];
type Motion = Item["motions"][number];
type Resolution = NonNullable<Motion["resolution"]>;

const codeOf = (telling: Telling, { year, number }: { year: number; number: number }) =>
  say((w) => w.resolutions.code, { body: telling.record.body.name, year, number });

function recusals({ record }: Telling, item: Item): string {
  const names = new Map(record.seats.map(({ seatId, holderName }) => [seatId, holderName ?? ""]));
  const told = item.recusals.map(({ seatId }) => names.get(seatId) ?? "");
  if (told.length > 0) return say((w) => w.minutes.draft.recused, { names: comma(told) });
  const count = Math.max(0, ...item.motions.map(({ recused }) => recused));
  return count > 0 ? say((w) => w.minutes.draft.recusedCount, { count }) : "";
}

/** The quorum of this vote is part of its result: it may have been another one than at the opening. */
const result = (motion: Motion): string =>
  [
    say((w) => w.minutes.draft.motion, { text: motion.text }),
    say((w) => w.minutes.draft.votes, {
      method: say((w) => w.meetings.method[motion.method]),
      present: motion.present,
      quorum: motion.quorumNeeded,
      yes: motion.yes,
      no: motion.no,
      abstain: motion.abstain,
      invalid: motion.invalid,
      needed: motion.passNeeded ?? motion.passBase + 1,
      outcome: say((w) => w.bodies.outcome[motion.outcome]),
    }),
    motion.contradictionReason
      ? say((w) => w.minutes.draft.contradiction, { reason: motion.contradictionReason })
      : "",
  ]
    .filter(Boolean)
    .join("\n");

/** Votes that came to no result stay in the minutes beside the one that did (behaviour 4.2, re-vote). */
function spoiltVotes(item: Item): string[] {
  return item.votes.flatMap(({ ordinal, state, stateReason }) => {
    if (state !== "inquorate" && state !== "aborted" && state !== "voided") return [];
    const reason = stateReason ? say((w) => w.minutes.draft.because, { reason: stateReason }) : "";
    return [say((w) => w.minutes.draft.spoilt[state], { ordinal }) + reason];
  });
}

/**
 * A departure that was recorded late, or any other doubt: the result stays in the text, and beside it what came of the
 * doubt (behaviour 4.2, "minutes note it").
 */
function doubts({ zone }: Telling, item: Item): string[] {
  return item.votes.flatMap(({ ordinal, challenge }) => {
    if (!challenge) return [];
    const { departures = [], reason, upheld, answer } = challenge as Challenge;
    const left = departures.map((one) =>
      say((w) => w.minutes.draft.departed, {
        ordinal,
        number: one.number,
        holder: one.holderName,
        at: sayInstant(new Date(one.at), zone).slice(-5),
        short: one.short,
      }),
    );
    const told =
      departures.length > 0 ? [] : [say((w) => w.minutes.draft.doubted, { ordinal, reason })];
    const outcome = upheld === null ? "open" : upheld ? "upheld" : "rejected";
    return [
      [
        ...left,
        ...told,
        say((w) => w.minutes.draft.doubt[outcome], { ordinal, answer: answer ?? "" }),
      ].join("\n"),
    ];
  });
}

const tasksOf = (resolution: Resolution): string =>
  resolution.tasks.length === 0
    ? say((w) => w.minutes.draft.noTask)
    : resolution.tasks
        .map((task) =>
          say((w) => w.minutes.draft.task, {
            person: comma([task.organization?.name ?? "", task.person.name].filter(Boolean)),
            title: task.title,
            due: sayDay(dayOf(task.dueOn)),
          }),
        )
        .join("\n");

function followUp(telling: Telling): string[] {
  if (telling.followUp.length === 0) return [say((w) => w.minutes.draft.followNone)];
  return telling.followUp.map((one) => {
    const tasks = one.tasks.map((task) =>
      say((w) => w.minutes.draft.followTask, {
        title: task.title,
        person: task.personName,
        due: sayDay(task.dueOn),
        state: say((w) => w.tasks.state[task.state]),
      }),
    );
    const head = say((w) => w.minutes.draft.follow, {
      code: codeOf(telling, one),
      title: one.title,
      state: say((w) => w.resolutions.state[one.state]),
    });
    return [head, ...(tasks.length > 0 ? tasks : [say((w) => w.minutes.draft.noTask)])].join("\n");
  });
}

function heard(item: Item): string {
  if (item.motions.length > 0 || item.kind === "follow_up") return "";
  switch (item.state) {
    case "deferred":
      return say((w) => w.minutes.draft.deferred);
    case "withdrawn":
      return say((w) => w.minutes.draft.withdrawn);
    case "referred_up":
      return say((w) => w.minutes.draft.referred);
    default:
      return say((w) => w.minutes.draft.heard);
  }
}

/** One item: what it was, who stepped back, what was decided, what follows from it. */
export function composeItem(telling: Telling, item: Item): Paragraph[] {
  const at = (part: ParagraphPart, text: string, internal = false): Paragraph[] =>
    text ? [{ part, itemId: item.id, text, internal }] : [];
  const title =
    say((w) => w.minutes.draft.item, { order: item.sortOrder, title: item.title }) +
    (item.proposer ? say((w) => w.minutes.draft.proposer, { name: item.proposer }) : "") +
    (item.partyPrior ? say((w) => w.minutes.draft.partyPrior) : "");
  return [
    ...at("item", title),
    ...at("item", recusals(telling, item), true),
    ...(item.kind === "follow_up" ? followUp(telling).flatMap((text) => at("result", text)) : []),
    ...spoiltVotes(item).flatMap((text) => at("result", text)),
    ...item.motions.flatMap((motion) => [
      ...at("result", result(motion)),
      ...(motion.resolution
        ? [
            ...at(
              "result",
              say((w) => w.minutes.draft.resolved, {
                code: codeOf(telling, motion.resolution),
                day: sayDay(dayOf(motion.resolution.effectiveFrom)),
              }),
            ),
            ...at("task", tasksOf(motion.resolution)),
          ]
        : []),
    ]),
    ...doubts(telling, item).flatMap((text) => at("result", text)),
    ...at("item", heard(item)),
  ];
}
