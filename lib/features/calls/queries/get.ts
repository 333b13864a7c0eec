import type { z } from "zod";
import { dayOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import {
  biddersOf,
  isExpert,
  isOffice,
  mayArbitrate,
  mayMove,
  mayObject,
  sees,
  seesDetails,
  seesInside,
} from "../policy";
import { lapsed } from "../rules/opening";
import { progressOf, type Sheet, totalOf } from "../rules/scoring";
import { isAwarded } from "../rules/states";
import { waitOf } from "../rules/waiting";
import type { CallView, callSchema, getCallInput } from "../schema/view";
import { callMoves } from "../types";
import { bidsOf, eyesOf, ownBids } from "./bids";
import { type ExpertRow, expertsOf, stageOf, unitsOf } from "./experts";
import { callFacts, type HeldCall } from "./facts";
import { insideOf } from "./inside";
import { namesOf } from "./names";
import { sheetOf } from "./sheets";

const include = {
  poster: { select: { id: true, name: true } },
  indicators: { orderBy: { sortOrder: "asc" } },
  criteria: { orderBy: { sortOrder: "asc" } },
  listItem: { select: { id: true, title: true } },
  project: { select: { id: true, title: true, codeYear: true, codeNumber: true } },
  chosenBid: { select: { organization: { select: { id: true, name: true } } } },
  objections: { orderBy: { createdAt: "asc" } },
} as const;

const load = async (db: Db, scope: TenantScope, id: string) =>
  (await db.call.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id } },
    include,
  })) ?? notFound();

export type CallRecord = Awaited<ReturnType<typeof load>>;

const three = (n: number) => String(n).padStart(3, "0");
export const codeOf = (year: number | null, number: number | null): string | null =>
  year === null || number === null ? null : `${year}-${three(number)}`;

const detailsOf = (row: CallRecord): CallView["details"] => ({
  problem: row.problem,
  indicators: row.indicators,
  moneySource: row.moneySource,
  neededOn: dayOf(row.neededOn),
  ipWish: row.ipWish,
  ipNote: row.ipNote,
});

function awardOf(row: CallRecord, inside: boolean): CallView["award"] {
  if (!isAwarded(row.state) || !row.chosenBid || !row.noticeFrom || !row.noticeUntil) return null;
  return {
    organization: row.chosenBid.organization,
    reason: inside ? row.choiceReason : null,
    noticeFrom: dayOf(row.noticeFrom),
    noticeUntil: dayOf(row.noticeUntil),
  };
}

/** The reader's own part as an expert: what to declare about, and which sheets are still his to fill in. */
async function judgingOf(
  db: Db,
  scope: TenantScope,
  call: HeldCall,
  part: ExpertRow | undefined,
): Promise<CallView["judging"]> {
  if (!part || !isExpert(scope, call)) return null;
  const units = await namesOf(db, await unitsOf(db, call, part.stage));
  const sheet = await sheetOf(db, scope, call);
  const sheets =
    part.stage === "bids" && part.state === "clear"
      ? sheet.bids.map((bidId) => {
          const own = sheet.given.filter((one) => one.bidId === bidId && one.expertId === part.id);
          const last = Math.max(0, ...own.map(({ attempt }) => attempt));
          const points = own.filter(({ attempt }) => attempt === last);
          const again = sheet.discussed.includes(bidId) && last < 2;
          return {
            bidId,
            points: Object.fromEntries(points.map((one) => [one.criterionId, one.points])),
            due: totalOf(sheet.weights, sheet.given, bidId, part.id) === undefined || again,
          };
        })
      : [];
  return {
    stage: part.stage,
    state: part.state,
    units: units.map(({ name }) => name),
    opined: part.opined,
    sheets,
  };
}

/** Objections are read by those inside, and by whoever raised them. */
const objectionsOf = (
  scope: TenantScope,
  call: HeldCall,
  row: CallRecord,
  inside: boolean,
): CallView["objections"] =>
  row.objections
    .filter(
      (one) => inside || (scope.actor.userId !== null && one.raisedById === scope.actor.userId),
    )
    .map((one) => ({
      id: one.id,
      text: one.text,
      state: one.state,
      answer: one.answer,
      at: one.createdAt,
      mayAnswer:
        one.state === "open" &&
        call.state === "notice" &&
        mayArbitrate(scope) &&
        one.raisedById !== scope.actor.userId &&
        call.chosenById !== scope.actor.userId,
    }));

function partOf(scope: TenantScope, call: HeldCall, experts: readonly ExpertRow[]) {
  const stage = stageOf(call);
  return experts.find((one) => one.stage === stage && one.personId === scope.actor.personId);
}

/** Experts who have not declared, or are clear and have not done their part. */
function owing(call: HeldCall, experts: readonly ExpertRow[], sheet: Sheet): number {
  const stage = stageOf(call);
  const { missing, again } = progressOf(sheet);
  const open = experts.filter(
    (one) =>
      one.stage === stage &&
      (one.state === "assigned" || (one.state === "clear" && stage === "need" && !one.opined)),
  ).length;
  return stage === "bids" ? open + missing + again : open;
}

/** One call: the public reads what is published, whoever signed the details, those inside how it came about. */
export async function getCall(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getCallInput>,
): Promise<z.input<typeof callSchema>> {
  const call = (await callFacts(db, scope, input.id)) ?? notFound();
  if (!sees(scope, call, call.published)) return notFound();
  const row = await load(db, scope, call.id);
  const [experts, sheet] = [await expertsOf(db, scope, call), await sheetOf(db, scope, call)];
  const part = partOf(scope, call, experts);
  const eyes = eyesOf(scope, call, part?.state === "clear");
  const bids = await bidsOf(db, scope, call, { eyes, sheet });
  const [inside, details] = [seesInside(scope, call), seesDetails(scope, call)];
  const context = { row, experts, sheet, bids: eyes === "whole" ? bids : [] };
  const insideView = inside ? await insideOf(db, scope, call, context) : null;
  const units = biddersOf(scope, call);
  const restricted = call.secrecy === "restricted";
  const unsigned = units.some((id) => !call.undertaken.includes(id));
  const waiting = waitOf({
    ...call,
    expertsOwing: owing(call, experts, sheet),
    objectedAt: row.objections.find(({ state }) => state === "open")?.createdAt ?? null,
  });
  // Whoever opened first is not the second.
  const openedFirst =
    call.firstOpenerId !== null &&
    call.firstOpenerId === scope.actor.userId &&
    !lapsed(call.stateSince, call.at);
  const takesBids = call.state === "bidding" && !call.overdue;
  return {
    id: call.id,
    version: call.version,
    code: codeOf(row.codeYear, row.codeNumber),
    title: details ? row.title : (row.publicTitle ?? row.title),
    state: call.state,
    pain: row.pain,
    secrecy: row.secrecy,
    poster: details ? row.poster : null,
    budget: call.budget,
    closesAt: call.closesAt,
    overdue: call.overdue,
    round: call.round,
    listVersion: row.listVersion,
    publishedAt: row.publishedAt,
    stateSince: call.stateSince,
    leastBids: call.leastBids,
    leastExperts: call.leastExperts,
    noticeDays: call.noticeDays,
    waiting,
    details: details ? detailsOf(row) : null,
    mayUndertake: restricted && takesBids && unsigned && units.length > 0,
    criteria: row.criteria,
    listItem: inside && row.listItem ? { id: row.listItem.id, name: row.listItem.title } : null,
    award: awardOf(row, inside),
    project: row.project && {
      id: row.project.id,
      title: details ? row.project.title : (row.publicTitle ?? row.project.title),
      code: codeOf(row.project.codeYear, row.project.codeNumber),
    },
    ownBids: await ownBids(db, scope, call),
    judging: await judgingOf(db, scope, call, part),
    objections: objectionsOf(scope, call, row, inside),
    inside: insideView,
    blind: eyes === "blind" ? bids : [],
    moves: Object.fromEntries(
      callMoves
        .filter((move) => mayMove(scope, call, move) && !(move === "open_second" && openedFirst))
        .map((move) => [move, true]),
    ),
    may: {
      bid: takesBids && units.length > 0,
      bidders: takesBids ? await namesOf(db, units) : [],
      object: call.state === "notice" && mayObject(scope),
      assign: isOffice(scope) && stageOf(call) !== undefined,
      edit: mayMove(scope, call, "submit"),
    },
  };
}
