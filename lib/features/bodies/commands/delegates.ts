import type { z } from "zod";
import { addDays, dateOf, dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type {
  delegateInput,
  delegateOutput,
  endDelegateInput,
  endDelegateOutput,
} from "../schema/seats";
import { lockHolding, personOf } from "./persons";

export const delegateRefusals = [
  "retroactive",
  "holder-missing",
  "holding-ended",
  "letter-too-short",
  "letter-missing",
  "delegate-before-former",
  "delegate-twice",
] as const;
export type DelegateRefusal = (typeof delegateRefusals)[number];
type Input = z.output<typeof delegateInput>;

/**
 * A unit's letter names who acts in its seat. A new principal ends the former one the day before; alternates may be
 * several. The letter's last day is the last day on which an alternate may stand in.
 */
export async function nameDelegate(
  tx: Tx,
  scope: TenantScope,
  input: Input,
): Promise<Result<z.input<typeof delegateOutput>, DelegateRefusal>> {
  const { holdingId, kind, from, letterUntil } = input;
  const { holding, seat } = await lockHolding(tx, scope, holdingId);
  if (from < scope.today) return refuse("retroactive", { day: scope.today });
  if (holding.validTo && dayOf(holding.validTo) < from) return refuse("holding-ended");
  if (letterUntil && letterUntil < from) return refuse("letter-too-short");
  if (input.letterFileId && !(await fileIsHere(tx, scope, input.letterFileId))) {
    return refuse("letter-missing");
  }
  const personId = await personOf(tx, scope, input);
  if (!personId) return refuse("holder-missing");
  const former = await endFormer(tx, input, personId);
  if (!former.ok) return former;
  const created = await tx.seatDelegate.create({
    data: {
      allianceId: scope.alliance.id,
      holdingId,
      personId,
      kind,
      validFrom: dateOf(from),
      letterFileId: input.letterFileId ?? null,
      letterUntil: letterUntil ? dateOf(letterUntil) : null,
    },
    select: { id: true },
  });
  await scope.audit({
    action: "seat.delegate",
    subjectType: "seat",
    subjectId: seat.id,
    details: { delegateId: created.id, kind, from, former: former.value },
  });
  return accept({
    id: created.id,
    personId,
    alsoFor: await otherSeats(tx, scope, { personId, seat, from: input.from }),
  });
}

const fileIsHere = async (tx: Tx, scope: TenantScope, id: string): Promise<boolean> =>
  (await tx.storedFile.count({ where: { allianceId: scope.alliance.id, id } })) === 1;

async function endFormer(
  tx: Tx,
  { holdingId, kind, from }: Input,
  personId: string,
): Promise<Result<string | null, "delegate-before-former" | "delegate-twice">> {
  const lasting = { OR: [{ validTo: null }, { validTo: { gte: dateOf(from) } }] };
  if (kind === "alternate") {
    const twice = await tx.seatDelegate.count({ where: { holdingId, kind, personId, ...lasting } });
    return twice > 0 ? refuse("delegate-twice") : accept(null);
  }
  const former = await tx.seatDelegate.findFirst({
    where: { holdingId, kind, ...lasting },
    orderBy: { validFrom: "desc" },
  });
  if (!former) return accept(null);
  const began = dayOf(former.validFrom);
  if (began >= from) return refuse("delegate-before-former", { day: began });
  const validTo = dateOf(addDays(from, -1));
  await tx.seatDelegate.update({ where: { id: former.id }, data: { validTo } });
  return accept(former.id);
}

/** One person may act for two members; it is said, because votes may count only one of them (behaviour 4.1). */
async function otherSeats(
  tx: Tx,
  scope: TenantScope,
  given: { personId: string; seat: { id: string; bodyId: string }; from: string },
): Promise<number[]> {
  const { personId, seat, from } = given;
  const rows = await tx.$queryRaw<{ number: number }[]>`
    SELECT DISTINCT s.number FROM seats s JOIN seat_holdings h ON h.seat_id = s.id
      AND coalesce(h.valid_to, 'infinity') >= ${from}::date
    LEFT JOIN seat_delegates d ON d.holding_id = h.id AND coalesce(d.valid_to, 'infinity') >= ${from}::date
    WHERE s.alliance_id = ${scope.alliance.id}::uuid AND s.body_id = ${seat.bodyId}::uuid AND s.id <> ${seat.id}::uuid
      AND (h.person_id = ${personId}::uuid OR d.person_id = ${personId}::uuid) ORDER BY 1`;
  return rows.map(({ number }) => number);
}

/** The last day on which somebody acts for a seat: today or later. */
export async function endDelegate(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof endDelegateInput>,
): Promise<Result<z.input<typeof endDelegateOutput>, "retroactive" | "delegate-ended">> {
  const allianceId = scope.alliance.id;
  const found = await tx.seatDelegate.findUnique({
    where: { allianceId_id: { allianceId, id: input.delegateId } },
  });
  if (!found) return notFound();
  const { seat } = await lockHolding(tx, scope, found.holdingId);
  if (input.lastDay < scope.today) return refuse("retroactive", { day: scope.today });
  const lastDay = dateOf(input.lastDay);
  const { count } = await tx.seatDelegate.updateMany({
    where: {
      allianceId,
      id: found.id,
      validFrom: { lte: lastDay },
      OR: [{ validTo: null }, { validTo: { gt: lastDay } }],
    },
    data: { validTo: lastDay },
  });
  if (count === 0) return refuse("delegate-ended");
  await scope.audit({
    action: "seat.end_delegate",
    subjectType: "seat",
    subjectId: seat.id,
    details: { delegateId: found.id, lastDay: input.lastDay },
  });
  return accept({ id: found.id });
}
