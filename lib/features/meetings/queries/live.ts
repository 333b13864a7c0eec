import type { z } from "zod";
import { clockIn, dayIn } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { mayPrepare, rightsAt } from "../policy";
import { chairBeforeOpening } from "../rules/chair";
import { deadlinesOf } from "../rules/deadlines";
import { isSitting } from "../rules/edges";
import { headcountOf } from "../rules/headcount";
import { obstacleOf } from "../rules/readiness";
import { seatsDiffer } from "../rules/seats";
import type { LiveMeeting, liveInput, revisionOutput } from "../schema/live";
import { callList, ruleOf } from "./call-list";
import { electorateOf } from "./electorate";
import { liveItems } from "./live-items";
import { liveSeats, proxiesOf } from "./live-seats";
import { ownSeats } from "./own-seats";

type Input = z.output<typeof liveInput>;

const include = {
  body: { select: { id: true, name: true, nameEn: true } },
  continues: { select: { id: true, title: true } },
  continuedBy: { select: { id: true, title: true }, orderBy: { scheduledAt: "asc" } },
} as const;

async function meetingOf(db: Db, scope: TenantScope, { meetingId }: Input) {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id: meetingId } };
  const row = (await db.meeting.findUnique({ where, include })) ?? notFound();
  return row.state === "draft" && !mayPrepare(scope.actor, scope.alliance.id) ? notFound() : row;
}
type Row = Awaited<ReturnType<typeof meetingOf>>;

/** Quorum and the one line of the console: you may vote, or you may not, because. */
async function judged(db: Db, scope: TenantScope, row: Row, items: LiveMeeting["items"]) {
  const heldOn = dayIn(row.scheduledAt, scope.alliance.timeZone);
  const open = row.state === "open" || row.state === "suspended";
  const day = open || row.state === "check_in" ? scope.today : heldOn;
  const electorate = await electorateOf(db, scope.alliance.id, row.id, row.currentItemId);
  const { seats: called, rules } = await callList(db, scope, { bodyId: row.bodyId, day });
  const item = items.find((one) => one.id === row.currentItemId);
  const ordinary = ruleOf(rules, "ordinary");
  const rule = item ? ruleOf(rules, item.matter) : ordinary;
  // A written vote counts replies: nobody is there.
  const sits = isSitting(row.state) && row.mode !== "correspondence";
  const headcount = rule && sits ? headcountOf(rule, electorate) : undefined;
  const seatsChanged = open && seatsDiffer(electorate.lines, called);
  const challenged = item?.recusals.filter((one) => one.state === "challenged").length ?? 0;
  return {
    electorate,
    rule: rule ?? null,
    headcount: headcount ?? null,
    seatsChanged,
    obstacle: obstacleOf({
      state: row.state,
      item: item && { ...item, challenged },
      headcount,
      seatsChanged,
    }),
    deadlines: deadlinesOf(ordinary, { kind: row.kind, heldOn }),
    waitsUntil: ordinary
      ? new Date(+row.scheduledAt + ordinary.options.waitMinutes * 60_000).toISOString()
      : null,
  };
}

const headOf = (scope: TenantScope, row: Row) => ({
  id: row.id,
  title: row.title,
  body: row.body,
  kind: row.kind,
  mode: row.mode,
  state: row.state,
  stateReason: row.stateReason,
  recordOnly: row.recordOnly,
  version: row.version,
  revision: row.revision,
  heldAt: row.scheduledAt.toISOString(),
  heldOn: dayIn(row.scheduledAt, scope.alliance.timeZone),
  time: clockIn(row.scheduledAt, scope.alliance.timeZone),
  today: scope.today,
  place: row.place,
  link: row.link,
  noticedAt: row.noticedAt?.toISOString() ?? null,
  noticeWaiver: row.noticeWaiver,
  openedAt: row.openedAt?.toISOString() ?? null,
  closedAt: row.closedAt?.toISOString() ?? null,
  chairSeatId: row.chairSeatId,
  currentItemId: row.currentItemId,
  hasCode: row.checkInHash !== null,
  continues: row.continues,
  continuedBy: row.continuedBy,
});

/** Everything that the screens of a meeting show to whoever asks, as it stands now. */
export async function liveMeeting(db: Db, scope: TenantScope, input: Input): Promise<LiveMeeting> {
  const row = await meetingOf(db, scope, input);
  const allianceId = scope.alliance.id;
  const mine = await ownSeats(db, row.id, scope.actor.personId, scope.today);
  const items = await liveItems(db, scope, row.id);
  const { electorate, ...state } = await judged(db, scope, row, items);
  const seats = await liveSeats(db, scope, row.id, electorate);
  const chair = seats.find((seat) => seat.seatId === row.chairSeatId);
  const runs = chair ?? chairBeforeOpening(seats);
  return {
    ...headOf(scope, row),
    ...state,
    chairName: chair ? (chair.present?.personName ?? chair.personName ?? chair.holderName) : null,
    seats,
    items,
    proxies: await proxiesOf(db, scope, row.id),
    mine,
    may: rightsAt(scope.actor, allianceId, {
      chairs: mine.some((seat) => seat.seatId === runs?.seatId),
      sits: mine.length > 0,
    }),
  };
}

/** What open screens compare: one number, for whoever may see the meeting. */
export async function revisionOf(
  db: Db,
  scope: TenantScope,
  input: Input,
): Promise<z.input<typeof revisionOutput>> {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id: input.meetingId } };
  const select = { revision: true, state: true } as const;
  const row = (await db.meeting.findUnique({ where, select })) ?? notFound();
  if (row.state === "draft" && !mayPrepare(scope.actor, scope.alliance.id)) notFound();
  return { revision: row.revision };
}
