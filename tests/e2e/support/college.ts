import { ask } from "./sql";

/**
 * A college at work, as the one of the demonstration is, without a board: its year was never reviewed, so that a second
 * run finds a year to review again.
 */
export async function workingCollege(name: string): Promise<void> {
  const made = await ask(
    `WITH model AS (SELECT * FROM colleges WHERE name = '示例机器人产业学院'),
     made AS (
       INSERT INTO colleges (id, alliance_id, name, kind, ownership, mode, mode_evidence, state, school_id,
         established_on, established_year, synthetic)
       SELECT gen_random_uuid(), alliance_id, $1, kind, ownership, mode, mode_evidence, 'operating', school_id,
         established_on, established_year, synthetic FROM model
       RETURNING id, alliance_id)
     INSERT INTO college_parties (id, alliance_id, college_id, organization_id, role, co_build, co_invest, co_manage, share)
     SELECT gen_random_uuid(), made.alliance_id, made.id, p.organization_id, p.role, p.co_build, p.co_invest,
       p.co_manage, p.share
     FROM made, college_parties p JOIN model ON model.id = p.college_id RETURNING id`,
    [name],
  );
  if (made.length === 0) throw new Error("no college to go by");
}
