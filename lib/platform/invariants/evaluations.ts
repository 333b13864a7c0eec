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
