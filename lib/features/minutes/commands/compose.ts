import { testOf } from "@/lib/features/bodies/rules/arithmetic";
import { attending } from "@/lib/features/meetings/types";
import { dayIn } from "@/lib/kernel/dates";
import type { ParagraphPart } from "../types";
import { composeItem } from "./compose-items";
import { comma, type Paragraph, say, sayDay, sayInstant, type Telling } from "./telling";

const line = (part: ParagraphPart, text: string, internal = false): Paragraph => ({
  part,
  itemId: null,
  text,
  internal,
});

/** Who sat in the chair: the one of the meeting, or the holder of the chair's seat. */
function chairOf({ record, roster }: Telling): string {
  const seat = record.seats.find(({ seatId }) => seatId === record.chairSeatId);
  const there = record.presences.find(({ seatId }) => seatId === record.chairSeatId);
  const held = roster.holders.find(({ position }) => position === "chair");
  return there?.personName ?? seat?.holderName ?? held?.holderName ?? "";
}

/** The second part of an adjourned meeting, or the second call of one without quorum. */
function continued({ record, zone }: Telling): Paragraph[] {
  const { kind, continues } = record;
  if (!continues || (kind !== "continuation" && kind !== "second_call")) return [];
  const values = { title: continues.title, at: sayInstant(continues.scheduledAt, zone) };
  return [
    line(
      "notice",
      say((w) => w.minutes.draft.continued[kind], values),
    ),
  ];
}

/** How it ended: closed, adjourned to another day, or never quorate. */
function ending({ record, zone }: Telling): Paragraph[] {
  if (!record.closedAt) return [];
  const state =
    record.state === "adjourned" || record.state === "inquorate" ? record.state : "closed";
  return [
    line(
      "free",
      say((w) => w.minutes.draft.end[state], { at: sayInstant(record.closedAt, zone) }),
    ),
  ];
}

function notice(telling: Telling): Paragraph[] {
  const { record, zone } = telling;
  const papers = record.agendaItems
    .flatMap((item) => item.papers.map(({ addedAt }) => addedAt))
    .sort((a, b) => a.getTime() - b.getTime());
  const last = papers.at(-1);
  const chair = chairOf(telling);
  return [
    line(
      "notice",
      say((w) => w.minutes.draft.held, {
        start: sayInstant(record.openedAt ?? record.scheduledAt, zone),
        body: record.body.name,
        mode: say((w) => w.meetings.mode[record.mode]),
        place: record.place ?? say((w) => w.minutes.draft.noPlace),
        title: record.title,
      }) + (chair ? say((w) => w.minutes.draft.chaired, { chair }) : ""),
    ),
    ...continued(telling),
    ...(record.noticedAt
      ? [
          line(
            "notice",
            say((w) => w.minutes.draft.noticed, { at: sayInstant(record.noticedAt, zone) }) +
              (last ? say((w) => w.minutes.draft.papers, { at: sayInstant(last, zone) }) : "") +
              (record.noticeWaiver
                ? say((w) => w.minutes.draft.waiver, { reason: record.noticeWaiver })
                : ""),
          ),
        ]
      : []),
    ...(record.recordOnly && record.recordedAt
      ? [
          line(
            "notice",
            say((w) => w.minutes.draft.recorded, { day: sayDay(dayIn(record.recordedAt, zone)) }),
            true,
          ),
        ]
      : []),
  ];
}

/** Whoever sat there, came later or left: by seat, in the order of coming. */
function intervals({ record, zone }: Telling): Paragraph[] {
  const names = new Map(record.seats.map(({ seatId, holderName }) => [seatId, holderName ?? ""]));
  if (record.presences.length === 0) return [];
  const told = record.presences.map((one) =>
    say((w) => w.minutes.draft.interval, {
      holder: names.get(one.seatId) ?? "",
      person: one.personName,
      capacity: say((w) => w.minutes.draft.capacity[one.capacity]),
      mode: say((w) => w.minutes.draft.mode[one.mode]),
      from: sayInstant(one.cameAt, zone).slice(-5),
      to: one.leftAt ? sayInstant(one.leftAt, zone).slice(-5) : say((w) => w.minutes.draft.toEnd),
    }),
  );
  return [line("presence", told.join("\n"), true)];
}

function presence(telling: Telling): Paragraph[] {
  const { record, roster } = telling;
  const with_ = (status: string) => record.attendances.filter((one) => one.status === status);
  const names = (status: string) => comma(with_(status).map(({ holderName }) => holderName));
  const lists = (["present", "online", "proxy", "excused", "absent"] as const)
    .filter((status) => with_(status).length > 0)
    .map((status) =>
      say((w) => w.minutes.draft.list, {
        status: say((w) => w.meetings.attendanceStatus[status]),
        names: names(status),
      }),
    );
  const counted = say((w) => w.minutes.draft.counted, {
    all: record.seatsAll ?? roster.seats.all,
    filled: record.seatsFilled ?? roster.seats.filled,
    present: with_("present").length,
    online: with_("online").length,
    proxy: with_("proxy").length,
    excused: with_("excused").length,
    absent: with_("absent").length,
  });
  return [
    ...(record.attendances.length > 0 ? [line("presence", counted)] : []),
    ...(lists.length > 0 ? [line("presence", lists.join("\n"), true)] : []),
    ...intervals(telling),
    ...proxies(telling),
  ];
}

function proxies({ record }: Telling): Paragraph[] {
  const names = new Map(record.seats.map(({ seatId, holderName }) => [seatId, holderName ?? ""]));
  if (record.proxies.length === 0) return [];
  const told = record.proxies.map((one) =>
    say((w) => w.minutes.draft.proxy, {
      principal: names.get(one.principalSeatId) ?? "",
      holder: names.get(one.holderSeatId) ?? "",
    }),
  );
  return [line("presence", told.join("\n"), true)];
}

/** Seats with a vote that were there when the meeting opened; on paper, those whom the sheet names. */
function openingCount({ record }: Telling): number {
  const { openedAt } = record;
  if (!openedAt || record.presences.length === 0) {
    return record.attendances.filter(
      ({ status, seat }) => seat.voting && attending.some((one) => one === status),
    ).length;
  }
  const there = new Set(
    record.presences
      .filter(({ cameAt, leftAt }) => cameAt <= openedAt && (!leftAt || leftAt > openedAt))
      .map(({ seatId }) => seatId),
  );
  const carried = record.proxies.filter(({ holderSeatId }) => there.has(holderSeatId));
  for (const { principalSeatId } of carried) there.add(principalSeatId);
  return record.seats.filter(({ seatId, eligible }) => eligible && there.has(seatId)).length;
}

function quorum(telling: Telling): Paragraph[] {
  const { record, roster, rule } = telling;
  if (!rule) return [];
  const frozen = record.seats.filter(({ frozenAt }) => frozenAt !== null);
  const bases = {
    seats_all: record.seatsAll ?? roster.seats.all,
    seats_filled: record.seatsFilled ?? roster.seats.filled,
    seats_eligible: frozen.length
      ? frozen.filter(({ eligible }) => eligible).length
      : roster.seats.eligible,
  };
  const test = testOf(openingCount(telling), bases[rule.quorum.base], rule.quorum);
  const text = say((w) => w.minutes.draft.quorum, {
    base: say((w) => w.bodies.quorumBase[rule.quorum.base]),
    all: test.base,
    needed: test.needed ?? test.base + 1,
    count: test.count,
    met: say((w) => (test.met ? w.minutes.draft.met : w.minutes.draft.notMet)),
  });
  return [line("quorum", text)];
}

/** The whole draft: when and how it was called, who was there, every item with its result, and the end. */
export function composeMinutes(telling: Telling): Paragraph[] {
  const { record } = telling;
  return [
    ...notice(telling),
    ...presence(telling),
    ...quorum(telling),
    ...record.agendaItems.flatMap((item) => composeItem(telling, item)),
    ...ending(telling),
  ];
}
