import { bySql } from "./check";

/** What was handed in names who did it and the unit's consent; what was decided names another person; an edition has it or not. */
export const caseHands = bySql(
  "I-15",
  "a typical case stands where its stamps say, and was decided by somebody who neither wrote it nor handed it in",
  `SELECT c.id AS case_id, c.alliance_id, c.state::text FROM typical_cases c
   WHERE (c.state = 'selected') <> (c.edition_id IS NOT NULL)
     OR c.state IN ('submitted', 'selected') AND (NOT c.consent OR num_nonnulls(c.submitted_by_id, c.submitted_at) < 2)
     OR c.state IN ('returned', 'selected') AND num_nonnulls(c.decided_by_id, c.decided_at) < 2
     OR c.state = 'returned' AND btrim(coalesce(c.return_reason, '')) = ''
     OR c.decided_by_id = c.submitted_by_id OR c.decided_by_id = ANY(c.author_ids)`,
);

/** Into an edition only what is frozen goes; out of one it is thawed. */
export const caseSources = bySql(
  "I-16",
  "what a typical case in an annual report cites is frozen, and no other case's is",
  `SELECT c.id AS case_id, c.alliance_id, c.state::text, s.record_id FROM typical_cases c
   JOIN typical_case_sources s ON s.alliance_id = c.alliance_id AND s.case_id = c.id
   WHERE (c.state = 'selected') <> (s.frozen_at IS NOT NULL)`,
);
