import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { candidatesInput, candidatesOutput } from "../schema/assess";
import type { CallInside } from "../schema/view";
import type { ExpertStage, ExpertState } from "../types";
import { callFacts, type HeldCall } from "./facts";
import { personTies } from "./ties";

export type ExpertRow = {
  id: string;
  personId: string;
  name: string;
  stage: ExpertStage;
  state: ExpertState;
  round: number;
  reason: string | null;
  opined: boolean;
};

/** Everybody who assesses or was to assess a call: its need, and the bids of the present round. */
export const expertsOf = (db: Db, scope: TenantScope, call: { id: string; round: number }) =>
  db.$queryRaw<ExpertRow[]>`
    SELECT e.id, e.person_id AS "personId", p.name, e.stage::text AS stage, e.state::text AS state, e.round, e.reason,
      o.expert_id IS NOT NULL AS opined
    FROM call_experts e JOIN people p ON p.id = e.person_id LEFT JOIN need_opinions o ON o.expert_id = e.id
    WHERE e.alliance_id = ${scope.alliance.id}::uuid AND e.call_id = ${call.id}::uuid
      AND (e.stage = 'need' OR e.round = ${call.round})
    ORDER BY e.stage, p.name, e.id`;

export const opinionsOf = (db: Db, scope: TenantScope, callId: string) =>
  db.$queryRaw<CallInside["opinions"]>`
    SELECT p.name, o.pull, o.basis, o.technical, o.financial, o.necessary, o.novel, o.feasible, o.beneficial,
      o.recommended, o.comment
    FROM need_opinions o JOIN call_experts e ON e.id = o.expert_id JOIN people p ON p.id = e.person_id
    WHERE o.alliance_id = ${scope.alliance.id}::uuid AND e.call_id = ${callId}::uuid ORDER BY o.created_at, e.id`;

/** For which part experts are asked now. */
export const stageOf = ({ state }: Pick<HeldCall, "state">): ExpertStage | undefined => {
  if (state === "expert_check") return "need";
  return state === "evaluation" ? "bids" : undefined;
};

/** Units of a call whose people do not judge: the enterprise, and the teams that are known. */
export async function unitsOf(db: Db, call: HeldCall, stage: ExpertStage): Promise<string[]> {
  if (stage === "need") return [call.posterId];
  const bids = await db.bid.findMany({
    where: { callId: call.id, round: call.round, state: { in: ["opened", "excluded"] } },
    select: { organizationId: true },
  });
  return [call.posterId, ...bids.map(({ organizationId }) => organizationId)];
}

/** Whom the office can ask, and what ties them to the units of the call. */
export async function candidates(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof candidatesInput>,
): Promise<z.input<typeof candidatesOutput>> {
  const call = (await callFacts(db, scope, input.id)) ?? notFound();
  const stage = stageOf(call);
  if (!stage) return { stage: "need", items: [] };
  const people = await db.$queryRaw<{ personId: string; name: string; assigned: boolean }[]>`
    SELECT DISTINCT p.id AS "personId", p.name, EXISTS (SELECT 1 FROM call_experts e
      WHERE e.call_id = ${call.id}::uuid AND e.person_id = p.id AND e.stage = ${stage}::call_expert_stage
        AND (e.stage = 'need' OR e.round = ${call.round})) AS assigned
    FROM role_grants g JOIN users u ON u.id = g.user_id AND u.disabled_at IS NULL JOIN people p ON p.id = u.person_id
    WHERE g.alliance_id = ${scope.alliance.id}::uuid AND g.role = 'expert'
      AND g.valid_from <= ${scope.today}::date AND coalesce(g.valid_to, 'infinity') >= ${scope.today}::date
    ORDER BY p.name`;
  const units = await unitsOf(db, call, stage);
  const ties = await personTies(
    db,
    scope,
    people.map(({ personId }) => personId),
    units,
  );
  return {
    stage,
    items: people.map((person) => ({
      ...person,
      ties: ties.filter((tie) => tie.personId === person.personId).map(({ name }) => name),
    })),
  };
}
