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

/** The same for what it tells of: a project, a college, a platform or a class by the name of that day. */
export const caseLinks = bySql(
  "I-16",
  "what a typical case in an annual report tells of has its frozen name, and no other case's has",
  `SELECT c.id AS case_id, c.alliance_id, c.state::text, l.id AS link_id FROM typical_cases c
   JOIN typical_case_links l ON l.alliance_id = c.alliance_id AND l.case_id = c.id
   WHERE (c.state = 'selected') <> (l.frozen_at IS NOT NULL) OR (l.name IS NULL) <> (l.frozen_at IS NULL)
     OR num_nonnulls(l.project_id, l.college_id, l.platform_id, l.class_id) <> 1`,
);

/** A case may have been taken out since; a chapter stays in its report. */
export const numbersLetStand = bySql(
  "A-75",
  "a small number that was let stand has its reason, and its chapter is of that report",
  `SELECT k.id AS check_id, k.alliance_id, k.edition_id FROM edition_number_checks k
   LEFT JOIN edition_sections s ON s.alliance_id = k.alliance_id AND s.id = k.section_id
   WHERE btrim(k.reason) = '' OR num_nonnulls(k.section_id, k.case_id) <> 1 OR s.edition_id <> k.edition_id`,
);
