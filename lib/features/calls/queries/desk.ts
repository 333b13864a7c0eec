import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import type { ExpertStage, ExpertState } from "../types";
import { knows, owes, sheetsOwed, visible } from "./list";

export type JudgingRow = {
  callId: string;
  title: string;
  stage: ExpertStage;
  state: ExpertState;
  /** The reader still has to declare, to write an opinion or to fill in sheets. */
  due: boolean;
  /** Bids to judge now; of a need, nothing. */
  left: number;
  askedAt: Date;
  /** When the reader's own opinion or last sheet came in. */
  givenAt: Date | null;
};

/** The calls that the reader judges as an expert, those that wait for him first; of marks only when the own ones came in. */
export const judgingDesk = (db: Db, scope: TenantScope): Promise<JudgingRow[]> =>
  db.$queryRaw<JudgingRow[]>`
    SELECT c.id AS "callId", CASE WHEN ${knows(scope)} THEN c.title ELSE coalesce(c.public_title, '') END AS title,
      e.stage::text AS stage, e.state::text AS state, ${owes} AS due,
      CASE WHEN c.state = 'evaluation' AND e.stage = 'bids' AND e.round = c.round AND e.state = 'clear'
        THEN (SELECT count(*)::int ${sheetsOwed}) ELSE 0 END AS left,
      e.created_at AS "askedAt",
      coalesce((SELECT o.created_at FROM need_opinions o WHERE o.expert_id = e.id),
        (SELECT max(s.created_at) FROM bid_scores s WHERE s.expert_id = e.id)) AS "givenAt"
    FROM call_experts e JOIN calls c ON c.alliance_id = e.alliance_id AND c.id = e.call_id
    WHERE e.alliance_id = ${scope.alliance.id}::uuid AND e.person_id = ${scope.actor.personId}::uuid AND ${visible(scope)}
    ORDER BY ${owes} DESC, e.created_at DESC, e.id LIMIT 500`;
