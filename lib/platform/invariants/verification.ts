import { bySql } from "./check";

/** figure.approve: what is published was verified by one person and published by another one. */
export const publishedHands = bySql(
  "I-16",
  "a result is entered, verified and published by different persons",
  `SELECT id AS record_id, alliance_id, title FROM outcome_records
   WHERE approved_by_id IS NOT NULL AND (approved_by_id = verified_by_id OR approved_by_id = entered_by_id)`,
);

/** behaviour 4.4: no block is passed, and what wants a reason is passed with one. */
export const passedFindings = bySql(
  "A-35",
  "every finding that was passed over has its reason, kept with the version it is about",
  `SELECT r.record_id, r.alliance_id, r.version, f.kind::text AS kind FROM outcome_readings r
   JOIN outcome_findings f ON f.alliance_id = r.alliance_id AND f.record_id = r.record_id AND f.version = r.version
   WHERE f.strength = 'block' OR f.strength = 'reason' AND NOT f.kind::text = ANY(r.passed)
   UNION ALL
   SELECT r.record_id, r.alliance_id, r.version, 'hash' FROM outcome_readings r JOIN stored_files s
     ON s.alliance_id = r.alliance_id AND s.id = r.file_id WHERE s.sha256 <> r.sha256`,
);

/** A sample is what its seed says, and a closed one has a finding of each. */
export const samplesDrawn = bySql(
  "4.4",
  "a sample holds what its seed draws, and a closed one a finding of each",
  `SELECT s.id AS sample_id, s.alliance_id, s.seed, count(i.record_id) AS drawn FROM verification_samples s
   LEFT JOIN verification_sample_items i ON i.alliance_id = s.alliance_id AND i.sample_id = s.id
   GROUP BY s.id
   HAVING count(i.record_id) FILTER (WHERE i.cause = 'random') <> s.size
     OR bool_or(i.cause = 'random' AND sample_digest(s.seed, i.record_id) > s.threshold)
     OR s.closed_at IS NOT NULL AND bool_or(i.outcome IS NULL OR i.outcome = 'needs_visit')`,
);
