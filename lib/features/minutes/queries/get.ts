import type { z } from "zod";
import { resolutionNameSelect, threadsOf } from "@/lib/features/resolutions/queries/thread";
import { addDays, dayIn } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import { rightsOver, viewOf } from "../policy";
import { isConfirmed, maySign, publicPart, type Readiness, waitsFor } from "../rules";
import type { getMinutesInput, MinutesPage, MinutesView, ParagraphView } from "../schema";
import { type MinutesState, recordedStates } from "../types";
import { dayText, minutesRule } from "./hold";
import { textHash } from "./text-hash";

const order = { sortOrder: "asc" } as const;
const include = {
  body: { select: { id: true, name: true, nameEn: true } },
  minutes: {
    include: {
      paragraphs: { include: { objections: { orderBy: { createdAt: "asc" } } }, orderBy: order },
      signatures: { orderBy: [{ capacity: "asc" }, { personName: "asc" }] },
      errata: { orderBy: { number: "asc" } },
    },
  },
} as const satisfies Prisma.MeetingInclude;

type Row = Prisma.MeetingGetPayload<{ include: typeof include }>;
type Minutes = NonNullable<Row["minutes"]>;

const iso = (date: Date | null) => date?.toISOString() ?? null;

async function namesOf(db: Db, minutes: Minutes): Promise<Map<string, string>> {
  const ids = [
    ...minutes.paragraphs.flatMap(({ objections }) =>
      objections.flatMap(({ authorId, answeredById }) => [authorId, answeredById]),
    ),
    ...minutes.errata.flatMap(({ proposedById, approvedById }) => [proposedById, approvedById]),
    ...minutes.signatures.flatMap(({ recordedById, confirmedById }) => [
      recordedById,
      confirmedById,
    ]),
  ].filter((id): id is string => id !== null);
  const users = await db.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, person: { select: { name: true } } },
  });
  return new Map(users.map(({ id, person }) => [id, person.name]));
}

const paragraphsOf = (minutes: Minutes, names: Map<string, string>): ParagraphView[] =>
  minutes.paragraphs.map(({ sortOrder, objections, ...row }) => ({
    ...row,
    part: row.part as ParagraphView["part"],
    order: sortOrder,
    objections: objections.map((one) => ({
      id: one.id,
      text: one.text,
      state: one.state,
      answer: one.answer,
      authorName: names.get(one.authorId) ?? null,
      answeredBy: one.answeredById ? (names.get(one.answeredById) ?? null) : null,
      createdAt: one.createdAt.toISOString(),
    })),
  }));

async function errataOf(db: Db, scope: TenantScope, minutes: Minutes, names: Map<string, string>) {
  const ids = minutes.errata.flatMap(({ resolutionId }) => resolutionId ?? []);
  const rows = await db.resolution.findMany({
    where: { allianceId: scope.alliance.id, id: { in: ids } },
    select: resolutionNameSelect,
  });
  const resolutions = new Map(rows.map((row) => [row.id, row]));
  return minutes.errata.map((one) => ({
    ...one,
    proposedBy: names.get(one.proposedById) ?? null,
    approvedBy: one.approvedById ? (names.get(one.approvedById) ?? null) : null,
    resolution: resolutions.get(one.resolutionId ?? "") ?? null,
    approvedAt: iso(one.approvedAt),
    createdAt: one.createdAt.toISOString(),
  }));
}

function signaturesOf(scope: TenantScope, minutes: Minutes, names: Map<string, string>) {
  const { review } = rightsOver(scope.actor, scope.alliance.id);
  return minutes.signatures.map((one) => {
    const waits = one.recordedAt !== null && !one.signedAt && !one.refusedAt;
    return {
      personId: one.personId,
      personName: one.personName,
      capacity: one.capacity,
      signedAt: iso(one.signedAt),
      refusedAt: iso(one.refusedAt),
      reason: one.reason,
      own: one.personId === scope.actor.personId,
      paper: one.paperFileId
        ? {
            answer: one.paperAnswer === "signed" ? ("signed" as const) : ("refused" as const),
            reason: one.paperReason,
            fileId: one.paperFileId,
            recordedBy: names.get(one.recordedById ?? "") ?? null,
            confirmedBy: names.get(one.confirmedById ?? "") ?? null,
            waits,
            mayConfirm: waits && review && one.recordedById !== scope.actor.userId,
          }
        : null,
    };
  });
}

type Rule = { confirm: Readiness["confirm"]; signatures: number };

function readinessOf(minutes: Minutes, rule: Rule, today: string): Readiness {
  const objectUntil = dayText(minutes.objectUntil);
  const open = minutes.paragraphs.flatMap(({ objections }) =>
    objections.filter(({ state }) => state === "open"),
  );
  return {
    confirm: rule.confirm,
    inTime: objectUntil !== null && objectUntil >= today,
    objectUntil,
    openObjections: open.length,
    signed: minutes.signatures.filter(({ signedAt }) => signedAt !== null).length,
    needed: Math.min(rule.signatures, Math.max(1, minutes.signatures.length)),
    resolutionGiven: false,
  };
}

function mayOf(scope: TenantScope, state: MinutesState, ready: Readiness, minutes: Minutes) {
  const rights = rightsOver(scope.actor, scope.alliance.id);
  const own = minutes.signatures.find(({ personId }) => personId === scope.actor.personId);
  return {
    draft: rights.draft,
    review: rights.review,
    object: rights.comment && state === "circulated" && ready.inTime,
    sign: Boolean(own && !own.signedAt && !own.refusedAt) && maySign(state, ready),
    recordPaper:
      rights.draft &&
      maySign(state, ready) &&
      minutes.signatures.some(({ signedAt, refusedAt }) => !signedAt && !refusedAt),
    confirm: rights.review,
    archive: rights.archive,
    correct: rights.correct && isConfirmed(state),
    approveClerical: rights.approveClerical,
  };
}

async function viewOfMinutes(
  db: Db,
  scope: TenantScope,
  row: Row,
  rule: Rule,
): Promise<MinutesView | null> {
  const { minutes } = row;
  if (!minutes) return null;
  const view = viewOf(scope.actor, scope.alliance, minutes.state);
  if (view === "none") return null;
  const ready = readinessOf(minutes, rule, scope.today);
  const names = await namesOf(db, minutes);
  const paragraphs = paragraphsOf(minutes, names);
  const full = view === "full";
  const shown = full
    ? paragraphs
    : publicPart(paragraphs).map((one) => ({ ...one, objections: [] }));
  const seen = new Set(shown.map(({ id }) => id));
  const errata = await errataOf(db, scope, minutes, names);
  const threads = full ? await threadsOf(db, scope.alliance.id, { meetingId: row.id }) : [];
  return {
    id: minutes.id,
    state: minutes.state,
    version: minutes.version,
    publicOnly: !full,
    year: minutes.year,
    number: minutes.number,
    circulatedAt: iso(minutes.circulatedAt),
    objectUntil: ready.objectUntil,
    confirmedAt: iso(minutes.confirmedAt),
    publishedAt: iso(minutes.publishedAt),
    returnReason: full ? minutes.returnReason : null,
    sha256: minutes.sha256,
    intact: full && minutes.sha256 ? textHash(minutes.paragraphs) === minutes.sha256 : null,
    confirm: ready.confirm,
    signaturesNeeded: ready.needed,
    openObjections: ready.openObjections,
    waiting: { on: waitsFor(minutes.state, ready), since: minutes.stateSince.toISOString() },
    paragraphs: shown,
    signatures: full ? signaturesOf(scope, minutes, names) : [],
    errata: errata
      .filter(({ paragraphId }) => full || (paragraphId !== null && seen.has(paragraphId)))
      .map((one) => (full ? one : { ...one, proposedBy: null, approvedBy: null })),
    threads,
    may: mayOf(scope, minutes.state, ready, minutes),
  };
}

/** The minutes of one meeting, as far as the reader may see them; and whether there ought to be some. */
export async function getMinutes(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getMinutesInput>,
): Promise<MinutesPage> {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id: input.meetingId } };
  const row = (await db.meeting.findUnique({ where, include })) ?? notFound();
  const zone = scope.alliance.timeZone;
  const heldOn = dayIn(row.scheduledAt, zone);
  const { options } = await minutesRule(db, scope, { bodyId: row.bodyId, heldOn });
  const minutes = await viewOfMinutes(db, scope, row, options);
  // A meeting is the members' business: a visitor learns of it by its published minutes alone.
  if (!minutes && !scope.reach.whole) notFound();
  const ended = recordedStates.some((state) => state === row.state);
  const endedOn = dayIn(row.closedAt ?? row.recordedAt ?? row.scheduledAt, zone);
  return {
    meeting: {
      id: row.id,
      title: row.title,
      body: row.body,
      state: row.state,
      heldAt: row.scheduledAt.toISOString(),
      closedAt: iso(row.closedAt),
    },
    due: { ended, by: ended ? addDays(endedOn, options.draftDays) : null },
    mayArchive: rightsOver(scope.actor, scope.alliance.id).archive,
    mayDraft: rightsOver(scope.actor, scope.alliance.id).draft && ended && row.minutes === null,
    minutes,
  };
}
