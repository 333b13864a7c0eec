import { bySql } from "./check";

export const schemeWeights = bySql(
  "A-32",
  "weights of a published scheme sum to exactly a hundred, and those below a heading to its own",
  `SELECT s.id AS scheme_id, NULL AS code, (SELECT coalesce(sum(weight), 0)::int FROM evaluation_indicators i
     WHERE i.scheme_id = s.id AND i.parent_id IS NULL) AS hundredths
   FROM evaluation_schemes s WHERE s.state = 'published' AND 10000 <> (SELECT coalesce(sum(weight), 0) FROM evaluation_indicators i
     WHERE i.scheme_id = s.id AND i.parent_id IS NULL)
   UNION ALL
   SELECT s.id, p.code, (SELECT coalesce(sum(weight), 0)::int FROM evaluation_indicators c WHERE c.parent_id = p.id)
   FROM evaluation_schemes s JOIN evaluation_indicators p ON p.scheme_id = s.id AND p.kind IS NULL
   WHERE s.state = 'published' AND p.weight <> (SELECT coalesce(sum(weight), 0) FROM evaluation_indicators c WHERE c.parent_id = p.id)`,
);

export const schemeHands = bySql(
  "I-15",
  "a scheme of evaluation was published by another person than who wrote it",
  "SELECT id AS scheme_id, 'publication' AS step FROM evaluation_schemes WHERE published_by_id = created_by_id",
);

/** Reporters and verifiers, finders and deciders of vetoes, objectors and who answers, who drew up and who ratified. */
export const evaluationHands = bySql(
  "I-15",
  "steps of two persons in an evaluation were made by two persons",
  `SELECT 'value' AS step, id FROM evaluation_entries WHERE verified_by_id = entered_by_id
   UNION ALL SELECT 'veto', id FROM evaluation_vetoes WHERE decided_by_id = found_by_id
   UNION ALL SELECT 'objection', id FROM evaluation_objections WHERE answered_by_id = raised_by_id
   UNION ALL SELECT 'ratification', id FROM evaluation_rounds WHERE ratified_by_id = drafted_by_id`,
);

export const evaluationGates = bySql(
  "I-12",
  "experts marked without a conflict, all of them before scoring was over, and what is ratified names a resolution",
  `SELECT e.id AS seat_id, r.id AS round_id FROM evaluation_seats e JOIN evaluation_subjects s ON s.id = e.subject_id
     JOIN evaluation_rounds r ON r.id = s.round_id
   WHERE (e.state <> 'clear' AND EXISTS (SELECT 1 FROM evaluation_scores p WHERE p.seat_id = e.id))
     OR (e.state = 'clear' AND e.submitted_at IS NULL AND r.state > 'expert_scoring')
   UNION ALL SELECT NULL, id FROM evaluation_rounds WHERE (state >= 'council_ratified') <> (resolution_id IS NOT NULL)`,
);
