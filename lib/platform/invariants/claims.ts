import { bySql } from "./check";

export const shareSums = bySql(
  "I-17",
  "shares of a result are whole, with its reporter among them",
  `SELECT s.record_id, s.alliance_id, sum(s.share)::int AS hundredths FROM outcome_shares s
   JOIN outcome_records r ON r.alliance_id = s.alliance_id AND r.id = s.record_id
   GROUP BY s.record_id, s.alliance_id, r.organization_id
   HAVING sum(s.share) <> 10000 OR NOT bool_or(s.organization_id = r.organization_id)`,
);

export const adjustedNumbers = bySql(
  "I-17",
  "what was taken off a result is the sum of its adjustments",
  `SELECT r.id AS record_id, r.alliance_id, r.adjustment::text AS kept, coalesce(a.total, 0)::text AS counted_again
   FROM outcome_records r LEFT JOIN (
     SELECT alliance_id, record_id, sum(amount) AS total FROM outcome_adjustments GROUP BY 1, 2
   ) a ON a.alliance_id = r.alliance_id AND a.record_id = r.id
   WHERE r.adjustment <> coalesce(a.total, 0)`,
);

export const independentVerifiers = bySql(
  "I-15",
  "no result is verified or published by somebody of an organization that owns it or asks for a part",
  `SELECT r.id AS record_id, r.alliance_id FROM outcome_records r
   WHERE r.state IN ('verified', 'published') AND (
     r.verified_by_id IS NOT NULL AND (outcome_verifier_is_party(r.id, r.organization_id, r.verified_by_id, r.verified_at)
       -- As below: of two at once the part may have been asked for after the row was verified.
      OR outcome_judge_asks(r.id, r.verified_by_id, r.verified_at - interval '5 minutes'))
     OR r.approved_by_id IS NOT NULL AND (outcome_verifier_is_party(r.id, r.organization_id, r.approved_by_id, r.approved_at)
       OR outcome_judge_asks(r.id, r.approved_by_id, r.approved_at - interval '5 minutes')))`,
);

export const judgesWhoAsk = bySql(
  "I-15",
  "nobody of an organization that asks for a part of a result decided its correction, its doubles or another's part",
  `SELECT d.decision, d.id, d.record_id, d.alliance_id FROM (
     SELECT 'correction' AS decision, id, alliance_id, record_id, endorsed_by_id AS judge, endorsed_at AS at FROM correction_cases
     UNION ALL SELECT 'correction', id, alliance_id, record_id, decided_by_id, decided_at FROM correction_cases
       WHERE state IN ('applied', 'refused')
     UNION ALL SELECT 'pair', p.id, p.alliance_id, one.record_id, p.decided_by_id, p.decided_at
       FROM outcome_pairs p CROSS JOIN LATERAL (VALUES (p.first_id), (p.second_id)) one (record_id)
     UNION ALL SELECT 'part', id, alliance_id, record_id, decided_by_id, decided_at FROM outcome_co_claims
   ) d WHERE d.judge IS NOT NULL AND outcome_judge_asks(d.record_id, d.judge, d.at - interval '5 minutes')`,
);

export const disputedResults = bySql(
  "I-17",
  "no result was verified or published while a refused part of it waits for its decision",
  `SELECT r.id AS record_id, r.alliance_id, c.id AS co_claim_id FROM outcome_co_claims c
   JOIN outcome_records r ON r.alliance_id = c.alliance_id AND r.id = c.record_id
   -- Two at once carry the times at which they began, not those at which they got the row.
   WHERE c.state = 'refused' AND (r.state IN ('verified', 'published') AND r.verified_at > c.answered_at + interval '5 minutes'
     OR r.state = 'published' AND r.approved_at > c.answered_at + interval '5 minutes')`,
);

export const judgedPairs = bySql(
  "I-17",
  "every pair judged the same has its adjustment",
  `SELECT p.id AS pair_id, p.alliance_id FROM outcome_pairs p
   WHERE p.state IN ('same', 'partly') AND NOT EXISTS (SELECT 1 FROM outcome_adjustments a
     WHERE a.alliance_id = p.alliance_id AND a.record_id = p.second_id AND a.against_id = p.first_id)`,
);
