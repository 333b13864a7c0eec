import { bySql } from "./check";

/** The resolution, both signatures, and every chapter taken in. */
export const approvedEditions = bySql(
  "I-12",
  "an annual report that counts as approved has its resolution, both signatures and all chapters accepted",
  `SELECT e.id AS edition_id, e.state::text FROM editions e
   WHERE e.state IN ('council_approved', 'submitted', 'published') AND (e.resolution_id IS NULL
     OR e.secretary_reviewed_by_id IS NULL OR e.chair_reviewed_by_id IS NULL
     OR EXISTS (SELECT 1 FROM edition_sections s WHERE s.edition_id = e.id AND s.state <> 'accepted'))`,
);

export const editionHands = bySql(
  "I-15",
  "nobody accepted a chapter or signed a report that they wrote",
  `SELECT 'chapter' AS step, s.id FROM edition_sections s WHERE s.decided_by_id = s.submitted_by_id
     OR (s.state = 'accepted' AND EXISTS (SELECT 1 FROM edition_texts t WHERE t.section_id = s.id AND t.author_id = s.decided_by_id))
   UNION ALL SELECT 'report', e.id FROM editions e WHERE e.secretary_reviewed_by_id = e.chair_reviewed_by_id
     OR EXISTS (SELECT 1 FROM edition_sections s JOIN edition_texts t ON t.section_id = s.id AND t.number = s.text_number
       WHERE s.edition_id = e.id AND t.author_id IN (e.secretary_reviewed_by_id, e.chair_reviewed_by_id))`,
);

export const editionTexts = bySql(
  "I-16",
  "versions of a chapter are numbered without gaps, and the newest one stands",
  `SELECT s.id AS section_id, s.text_number, count(t.id)::int AS texts FROM edition_sections s
   LEFT JOIN edition_texts t ON t.alliance_id = s.alliance_id AND t.section_id = s.id
   GROUP BY s.id HAVING count(t.id) <> s.text_number OR coalesce(max(t.number), 0) <> s.text_number`,
);
