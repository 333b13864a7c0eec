import { bySql } from "./check";

export const collegeShares = bySql(
  "A-32",
  "shares of a college in mixed ownership make one whole, and no other college has any",
  `SELECT c.id AS college_id, c.ownership::text, c.state::text, sum(p.share)::int AS shares
   FROM colleges c LEFT JOIN college_parties p ON p.alliance_id = c.alliance_id AND p.college_id = c.id
   GROUP BY c.id, c.ownership, c.state
   HAVING (c.ownership = 'mixed' AND coalesce(sum(p.share), CASE WHEN c.state IN ('proposed', 'feasibility', 'closed') THEN 10000 ELSE 0 END) <> 10000)
     OR (c.ownership <> 'mixed' AND sum(p.share) IS NOT NULL)`,
);

/** The level that a list counts is that of the latest recognition, where there is one. */
export const platformLevels = bySql(
  "I-17",
  "platforms stand at their latest recognition",
  `SELECT f.id AS platform_id, f.level::text AS kept, r.level::text AS latest FROM platforms f
   JOIN LATERAL (SELECT level FROM platform_recognitions r WHERE r.platform_id = f.id ORDER BY recognised_on DESC LIMIT 1) r ON true
   WHERE f.level IS DISTINCT FROM r.level`,
);

export const pairings = bySql(
  "I-13",
  "a park and a second-level college are in one pairing at a time",
  `SELECT a.id AS pairing_id, b.id AS other_id FROM park_pairings a JOIN park_pairings b ON b.alliance_id = a.alliance_id AND b.id > a.id
     AND daterange(a.valid_from, a.valid_to, '[]') && daterange(b.valid_from, b.valid_to, '[]')
     AND (a.park_id = b.park_id OR (a.school_id = b.school_id AND lower(a.unit) = lower(b.unit)))`,
);

export const agreementSeals = bySql(
  "I-12",
  "what counts as sealed was sealed by every party",
  `SELECT g.id AS agreement_id, count(*) FILTER (WHERE p.sealed_on IS NULL)::int AS missing, count(*)::int AS parties
   FROM agreements g JOIN agreement_parties p ON p.alliance_id = g.alliance_id AND p.agreement_id = g.id
   WHERE g.state IN ('sealed', 'in_force', 'renewed') GROUP BY g.id HAVING bool_or(p.sealed_on IS NULL)`,
);

/** The author of a report and the one who grades it, those who report and accept, enter and confirm, draft and check. */
export const collegeHands = bySql(
  "I-15",
  "steps of two persons were made by two persons",
  `SELECT 'review' AS step, id FROM college_reviews WHERE decided_by_id = author_id
   UNION ALL SELECT 'rectification', id FROM college_rectifications WHERE accepted_by_id = reported_by_id
   UNION ALL SELECT 'contribution', id FROM college_contributions WHERE confirmed_by_id = entered_by_id
   UNION ALL SELECT 'approval', id FROM colleges WHERE approved_by_id = proposed_by_id
   UNION ALL SELECT 'agreement', id FROM agreements WHERE checked_by_id = created_by_id
   UNION ALL SELECT 'placement', id FROM placements WHERE appraised_by_id = applied_by_id`,
);

/** Two parties at least; only the approval by a resolution leads on. */
export const collegeApprovals = bySql(
  "I-12",
  "a college that the portal approved has its resolution, its school’s opinion and two parties",
  `SELECT c.id AS college_id, c.state::text FROM colleges c
   WHERE c.approved_by_id IS NOT NULL AND (c.resolution_id IS NULL OR c.school_opinion_on IS NULL
     OR (SELECT count(*) FROM college_parties p WHERE p.college_id = c.id) < 2)`,
);
