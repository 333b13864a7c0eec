import { sixNumbers } from "@/lib/features/funds/queries/six";
import { dayOf } from "@/lib/kernel/dates";
import { yuanText } from "@/lib/kernel/money";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { seesWhole } from "../policy";
import { progressOf, type Sheet } from "../rules/scoring";
import type { BidView, CallInside } from "../schema/view";
import { callEventKinds } from "../types";
import { type ExpertRow, opinionsOf } from "./experts";
import { type HeldCall, sealedCount } from "./facts";
import type { CallRecord } from "./get";
import { accountNames } from "./names";

async function historyOf(
  db: Db,
  scope: TenantScope,
  call: HeldCall,
): Promise<CallInside["history"]> {
  const rows = await db.callEvent.findMany({
    where: { allianceId: scope.alliance.id, callId: call.id },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  const names = await accountNames(
    db,
    rows.map(({ actorId }) => actorId),
  );
  const whole = seesWhole(scope);
  // Who signed for the details, and when sheets came in, is told to the office alone: it would tell who bids and judges.
  const shown = rows.filter(({ kind }) => whole || (kind !== "undertaking" && kind !== "scored"));
  return shown.flatMap(({ id, kind, text, actorId, createdAt }) => {
    const known = callEventKinds.find((one) => one === kind);
    const by = actorId ? (names.get(actorId) ?? null) : null;
    const anonymous = !whole && ["assigned", "declared", "recused", "opinion"].includes(kind);
    return known ? [{ id, kind: known, text, by: anonymous ? null : by, at: createdAt }] : [];
  });
}

async function contractOf(db: Db, scope: TenantScope, row: CallRecord) {
  if (!row.contractNo || !row.contractAmount || !row.contractOn) return null;
  const file = row.contractFileId
    ? await db.storedFile.findUnique({
        where: { allianceId_id: { allianceId: scope.alliance.id, id: row.contractFileId } },
        select: { id: true, name: true },
      })
    : null;
  return {
    contractNo: row.contractNo,
    amount: row.contractAmount.toFixed(2),
    signedOn: dayOf(row.contractOn),
    file,
  };
}

async function paymentOf(db: Db, scope: TenantScope, call: HeldCall) {
  if (!call.projectId) return null;
  const six = await sixNumbers(db, scope.alliance.id, { projectIds: [call.projectId] });
  return { promised: yuanText(six.promised.cash), received: yuanText(six.received.cash) };
}

type Context = {
  row: CallRecord;
  experts: readonly ExpertRow[];
  sheet: Sheet;
  bids: BidView[];
};

const isDone = (sheet: Sheet, one: ExpertRow): boolean =>
  one.stage === "need"
    ? one.opined
    : sheet.bids.length > 0 &&
      sheet.bids.every((bidId) =>
        sheet.given.some((given) => given.bidId === bidId && given.expertId === one.id),
      );

/** How a call came about and where it stands: for the enterprise, the office and those who look after it. */
export async function insideOf(
  db: Db,
  scope: TenantScope,
  call: HeldCall,
  { row, experts, sheet, bids }: Context,
): Promise<CallInside> {
  const whole = seesWhole(scope);
  const openers = [row.firstOpenerId, row.secondOpenerId];
  const [history, names] = [await historyOf(db, scope, call), await accountNames(db, openers)];
  // The number of bids would tell a bidder's friend whether to come: it is told after the deadline alone.
  const told = call.overdue && ["bidding", "closed", "no_bid"].includes(call.state);
  const opinions = await opinionsOf(db, scope, call.id);
  return {
    stateReason: row.stateReason,
    title: row.title,
    publicTitle: row.publicTitle,
    extended: call.extended,
    opinions: whole ? opinions : opinions.map((one) => ({ ...one, name: "" })),
    experts: whole ? experts.map((one) => ({ ...one, done: isDone(sheet, one) })) : [],
    bids,
    sealed: told ? await sealedCount(db, call) : null,
    openers: openers.flatMap((id) => (id ? (names.get(id) ?? []) : [])),
    choiceReason: row.choiceReason,
    contract: await contractOf(db, scope, row),
    payment: await paymentOf(db, scope, call),
    progress: whole && call.state === "evaluation" ? progressOf(sheet) : null,
    history,
  };
}
