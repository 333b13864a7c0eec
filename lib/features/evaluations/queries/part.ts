import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { isSecondPerson } from "../policy";

/** Is the caller an expert of the subject, with no conflict declared? */
export async function sitsClear(db: Db, scope: TenantScope, subjectId: string): Promise<boolean> {
  const { personId } = scope.actor;
  if (personId === null) return false;
  const where = { allianceId: scope.alliance.id, subjectId, personId, state: "clear" as const };
  return (await db.evaluationSeat.count({ where })) > 0;
}

type Of = { round: { draftedById: string | null }; subject: { id: string } };

/** Has the caller a hand in a result: drew it up, reported or verified a value of the subject, or judged it as an expert? */
export async function tookPart(db: Db, scope: TenantScope, { round, subject }: Of) {
  const { userId } = scope.actor;
  if (!isSecondPerson(round.draftedById, userId)) return true;
  const of = { allianceId: scope.alliance.id, subjectId: subject.id };
  const values = await db.evaluationEntry.count({
    where: { ...of, OR: [{ verifiedById: userId }, { enteredById: userId }] },
  });
  return values > 0 || (await sitsClear(db, scope, subject.id));
}
