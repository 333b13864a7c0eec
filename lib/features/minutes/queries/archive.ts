import type { z } from "zod";
import { mayPrepare } from "@/lib/features/meetings/policy";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import type { ArchiveView, getMinutesInput, NoticeView } from "../schema";

type Input = z.output<typeof getMinutesInput>;

const file = { select: { id: true, name: true, sha256: true } } as const;
const noticeParts = {
  body: { select: { name: true } },
  seats: { select: { number: true, holderName: true, seatId: true }, orderBy: { number: "asc" } },
  attendances: {
    select: { seatId: true, holderName: true, status: true, seat: { select: { number: true } } },
    orderBy: { seat: { number: "asc" } },
  },
  agendaItems: { select: { sortOrder: true, title: true }, orderBy: { sortOrder: "asc" } },
} as const satisfies Prisma.MeetingInclude;

const archiveParts = {
  ...noticeParts,
  originalFile: file,
  presences: { orderBy: [{ cameAt: "asc" }, { id: "asc" }] },
  proxies: { select: { letter: file }, where: { letterFileId: { not: null } } },
  agendaItems: {
    orderBy: { sortOrder: "asc" },
    select: {
      sortOrder: true,
      title: true,
      papers: { select: { title: true, file }, orderBy: { addedAt: "asc" } },
      motions: {
        orderBy: [{ decidedAt: "asc" }, { id: "asc" }],
        include: {
          resolution: { select: { id: true } },
          vote: { select: { id: true, method: true } },
        },
      },
    },
  },
} as const satisfies Prisma.MeetingInclude;

type NoticeRow = Prisma.MeetingGetPayload<{ include: typeof noticeParts }>;
type ArchiveRow = Prisma.MeetingGetPayload<{ include: typeof archiveParts }>;

const whereOf = (scope: TenantScope, { meetingId }: Input) => ({
  allianceId_id: { allianceId: scope.alliance.id, id: meetingId },
});

/** Who was called: the seats of the notice; on paper, those of the sign-in sheet. */
function noticeOf(row: NoticeRow | ArchiveRow): NoticeView {
  const called = row.seats.length
    ? row.seats.map(({ number, holderName }) => ({ number, name: holderName ?? "" }))
    : row.attendances.map(({ seat, holderName }) => ({ number: seat.number, name: holderName }));
  return {
    meeting: {
      id: row.id,
      title: row.title,
      bodyName: row.body.name,
      mode: row.mode,
      place: row.place,
      scheduledAt: row.scheduledAt.toISOString(),
      noticedAt: row.noticedAt?.toISOString() ?? null,
      waiver: row.noticeWaiver,
    },
    items: row.agendaItems.map(({ sortOrder, title }) => ({ order: sortOrder, title })),
    seats: called.filter(({ name }) => name !== ""),
  };
}

/** A draft is seen by those who prepare meetings, and not by way of its package either. */
function mayBeSeen<T extends { state: string }>(scope: TenantScope, row: T | null): T {
  const seen = row && (row.state !== "draft" || mayPrepare(scope.actor, scope.alliance.id));
  return seen ? row : notFound();
}

export async function getNotice(db: Db, scope: TenantScope, input: Input): Promise<NoticeView> {
  const where = whereOf(scope, input);
  return noticeOf(mayBeSeen(scope, await db.meeting.findUnique({ where, include: noticeParts })));
}

/** One line per stay of a seat; a seat that never came has one line. */
function signInOf(row: ArchiveRow): ArchiveView["signIn"] {
  return row.attendances.flatMap<ArchiveView["signIn"][number]>(
    ({ seatId, holderName, status, seat }) => {
      const line = { number: seat.number, holderName, status };
      const stays = row.presences.filter((one) => one.seatId === seatId);
      if (stays.length === 0) {
        const nobody = { personName: null, capacity: null, mode: null, cameAt: null, leftAt: null };
        return [{ ...line, ...nobody }];
      }
      return stays.map(({ personName, capacity, mode, cameAt, leftAt }) => ({
        ...line,
        personName,
        capacity,
        mode,
        cameAt: cameAt.toISOString(),
        leftAt: leftAt?.toISOString() ?? null,
      }));
    },
  );
}

/** Named ballots seat by seat. The box of a secret vote is not even looked at (I-09). */
async function ballotsOf(db: Db, scope: TenantScope, row: ArchiveRow) {
  const named = row.agendaItems.flatMap(({ motions }) =>
    motions.flatMap(({ vote }) => (vote?.method === "named" ? [vote.id] : [])),
  );
  const ballots = await db.ballot.findMany({
    where: { allianceId: scope.alliance.id, voteId: { in: named } },
    select: {
      voteId: true,
      choice: true,
      elector: { select: { number: true, holderName: true } },
    },
    orderBy: { elector: { number: "asc" } },
  });
  return Map.groupBy(ballots, ({ voteId }) => voteId);
}

async function lettersOf(db: Db, scope: TenantScope, row: ArchiveRow) {
  const people = row.presences.flatMap(({ personId }) => personId ?? []);
  const seats = row.attendances.map(({ seatId }) => seatId);
  const delegates = await db.seatDelegate.findMany({
    where: {
      allianceId: scope.alliance.id,
      personId: { in: people },
      letterFileId: { not: null },
      holding: { seatId: { in: seats } },
    },
    select: { letter: file },
  });
  const letters = [...row.proxies, ...delegates].flatMap(({ letter }) => letter ?? []);
  return [...new Map(letters.map((letter) => [letter.id, letter])).values()];
}

/** Papers of items that are shut to the reader are not in the reader's package either: a conflict does not end with the meeting. */
async function closedPapers(db: Db, scope: TenantScope, meetingId: string): Promise<Set<string>> {
  if (mayPrepare(scope.actor, scope.alliance.id)) return new Set();
  const rows = await db.$queryRaw<{ fileId: string }[]>`
    SELECT DISTINCT p.file_id AS "fileId" FROM item_papers p
    JOIN agenda_items i ON i.alliance_id = p.alliance_id AND i.id = p.item_id
    WHERE i.alliance_id = ${scope.alliance.id}::uuid AND i.meeting_id = ${meetingId}::uuid
      AND paper_is_closed_to(p.file_id, ${scope.actor.personId}::uuid, ${scope.today}::date)`;
  return new Set(rows.map(({ fileId }) => fileId));
}

/** What the package of a meeting is made of. */
export async function getArchive(db: Db, scope: TenantScope, input: Input): Promise<ArchiveView> {
  const where = whereOf(scope, input);
  const row = mayBeSeen(scope, await db.meeting.findUnique({ where, include: archiveParts }));
  const closed = await closedPapers(db, scope, row.id);
  const ballots = await ballotsOf(db, scope, row);
  const motions = row.agendaItems.flatMap(({ title, motions: all }) =>
    all.map((motion) => ({ title, motion })),
  );
  return {
    ...noticeOf(row),
    original: row.originalFile,
    letters: await lettersOf(db, scope, row),
    papers: row.agendaItems.flatMap(({ sortOrder, papers }) =>
      papers.flatMap((paper) =>
        closed.has(paper.file.id) ? [] : [{ ...paper.file, order: sortOrder }],
      ),
    ),
    resolutionIds: motions.flatMap(({ motion }) => motion.resolution?.id ?? []),
    signIn: signInOf(row),
    votes: motions.map(({ title, motion }) => ({
      item: title,
      text: motion.text,
      method: motion.method,
      present: motion.present,
      recused: motion.recused,
      yes: motion.yes,
      no: motion.no,
      abstain: motion.abstain,
      invalid: motion.invalid,
      outcome: motion.outcome,
      ballots: (ballots.get(motion.vote?.id ?? "") ?? []).map(({ choice, elector }) => ({
        ...elector,
        choice,
      })),
    })),
  };
}
