import { bySql } from "./check";

export const sealedBids = bySql(
  "I-09",
  "no bid can be read before its deadline, and none that two people have not opened",
  `SELECT b.id AS bid_id, b.alliance_id, b.state::text AS state, c.state::text AS call_state
   FROM bids b JOIN calls c ON c.alliance_id = b.alliance_id AND c.id = b.call_id
   WHERE (b.content IS NOT NULL OR b.quote IS NOT NULL OR b.state IN ('opened', 'excluded'))
     AND (c.opened_at IS NULL OR c.second_opener_id IS NULL OR c.opened_at < c.closes_at)
     OR b.state = 'sealed' AND (b.sealed IS NULL OR c.opened_at IS NOT NULL AND b.round = c.round)
     OR b.submitted_at >= c.closes_at AND b.round = c.round AND b.state <> 'withdrawn'`,
);

export const twoOpeners = bySql(
  "I-15",
  "bids are opened by two people, and an acceptance is signed by one and accepted by another",
  `SELECT id AS call_id, alliance_id FROM calls
   WHERE first_opener_id = second_opener_id OR accepted_by_id = signed_by_id
     OR opened_at IS NOT NULL AND (first_opener_id IS NULL OR second_opener_id IS NULL)`,
);

export const clearJudges = bySql(
  "I-12",
  "bids are scored by experts of their own call who declared that nothing ties them, by its criteria",
  `SELECT s.id AS score_id, s.alliance_id, e.state::text AS expert_state
   FROM bid_scores s JOIN bids b ON b.id = s.bid_id JOIN call_experts e ON e.id = s.expert_id
   JOIN call_criteria k ON k.id = s.criterion_id
   WHERE e.call_id <> b.call_id OR k.call_id <> b.call_id OR e.round <> b.round OR e.stage <> 'bids'
     OR e.state <> 'clear' OR e.person_id IN (
       SELECT u.person_id FROM users u JOIN role_grants g ON g.user_id = u.id
       WHERE g.organization_id = b.organization_id AND g.valid_from <= s.created_at::date
         AND coalesce(g.valid_to, 'infinity') >= s.created_at::date)`,
);

export const awardedProjects = bySql(
  "I-12",
  "every contract has its project, led by the team that was chosen, and its money promised by the enterprise",
  `SELECT c.id AS call_id, c.alliance_id, c.project_id
   FROM calls c JOIN projects p ON p.alliance_id = c.alliance_id AND p.id = c.project_id
   LEFT JOIN bids b ON b.id = c.chosen_bid_id
   WHERE p.source <> 'open_bid' OR b.state IS DISTINCT FROM 'opened' OR b.call_id <> c.id OR b.round <> c.round
     OR c.contract_amount > b.quote OR NOT EXISTS (SELECT 1 FROM fund_commitments m
       WHERE m.alliance_id = c.alliance_id AND m.project_id = c.project_id AND m.organization_id = c.poster_id)`,
);
