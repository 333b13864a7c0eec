import { getRoster } from "@/lib/features/bodies/queries/roster";
import type { RuleInForce } from "@/lib/features/bodies/schema/roster";
import type { Day } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";

export type Called = {
  seatId: string;
  number: number;
  position: "chair" | "exec_chair" | "vice_chair" | "standing" | "member";
  voting: boolean;
  eligible: boolean;
  holderName: string | null;
  membershipId: string | null;
  organizationId: string | null;
  personId: string | null;
  personName: string | null;
  email: string | null;
  locale: string | null;
};

type Seat = Pick<Called, "seatId" | "number" | "position" | "voting">;

/** Every seat of the body, vacant ones included: some quorums count them. */
const seatsOf = (db: Db, allianceId: string, bodyId: string) => db.$queryRaw<Seat[]>`
  SELECT id AS "seatId", number, position::text AS position, voting FROM seats
  WHERE alliance_id = ${allianceId}::uuid AND body_id = ${bodyId}::uuid ORDER BY number`;

const accountsOf = (db: Db, personIds: readonly string[]) =>
  db.user.findMany({
    where: { personId: { in: [...personIds] }, disabledAt: null },
    select: { personId: true, email: true, locale: true },
    orderBy: { createdAt: "desc" },
  });

/** Who is called on a day, and the rules of that day. */
export async function callList(
  db: Db,
  scope: TenantScope,
  input: { bodyId: string; day: Day },
): Promise<{ seats: Called[]; rules: RuleInForce[] }> {
  const roster = await getRoster(db, scope, input);
  const holders = new Map(roster.holders.map((holder) => [holder.seatId, holder]));
  const rows = await seatsOf(db, scope.alliance.id, input.bodyId);
  const accounts = await accountsOf(
    db,
    roster.holders.flatMap((holder) => holder.personId ?? []),
  );
  const byPerson = new Map(accounts.map((account) => [account.personId, account]));
  const seats = rows.map((row): Called => {
    const holder = holders.get(row.seatId);
    const account = holder?.personId ? byPerson.get(holder.personId) : undefined;
    return {
      ...row,
      eligible: holder?.eligible ?? false,
      holderName: holder?.holderName.slice(0, 300) ?? null,
      membershipId: holder?.membershipId ?? null,
      organizationId: holder?.organizationId ?? null,
      personId: holder?.personId ?? null,
      personName: holder?.personName?.slice(0, 100) ?? null,
      email: account?.email ?? null,
      locale: account?.locale ?? null,
    };
  });
  return { seats, rules: roster.rules };
}

export const ruleOf = (rules: readonly RuleInForce[], matter: string | null | undefined) =>
  rules.find((rule) => rule.matter === (matter ?? "ordinary"));
