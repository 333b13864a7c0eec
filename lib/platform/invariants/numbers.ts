import { bySql } from "./check";

/** Every number that a counted series has given, with the series that gave it. */
const given = `
  SELECT alliance_id, 'project' AS series, code_year AS year, code_number AS number FROM projects WHERE code_number IS NOT NULL
  UNION ALL SELECT alliance_id, 'resolution:' || body_id, year, number FROM resolutions
  UNION ALL SELECT alliance_id, 'agreement', code_year, code_number FROM agreements WHERE code_number IS NOT NULL
  UNION ALL SELECT alliance_id, 'call', code_year, code_number FROM calls WHERE code_number IS NOT NULL
  UNION ALL SELECT alliance_id, 'correction', 0, number FROM correction_cases
  UNION ALL SELECT alliance_id, 'minutes', year, number FROM minutes WHERE number IS NOT NULL
  UNION ALL SELECT alliance_id, 'appointment', letter_year, letter_number FROM election_winners
  UNION ALL SELECT alliance_id, 'application', 0, number FROM membership_applications
  UNION ALL SELECT alliance_id, 'membership', 0, number FROM memberships`;

/** A membership's number may come from a list of members that is older than the series; the series goes on behind it. */
export const counters = bySql(
  "I-24",
  "each counter stands at the highest number of its series",
  `SELECT coalesce(c.alliance_id, n.alliance_id) AS alliance_id, coalesce(c.series, n.series) AS series,
     coalesce(c.year, n.year) AS year, c.value AS counter, n.highest
   FROM counters c
   FULL JOIN (SELECT alliance_id, series, year, max(number) AS highest FROM (${given}) g GROUP BY 1, 2, 3) n
     USING (alliance_id, series, year)
   WHERE c.value IS DISTINCT FROM n.highest AND NOT (c.value IS NULL AND n.series = 'membership')`,
);

export const gaps = bySql(
  "I-24",
  "numbers are consecutive from 1",
  `SELECT alliance_id, series, year, count(*)::int AS numbers, max(number) AS highest
   FROM (${given}) g GROUP BY 1, 2, 3 HAVING count(DISTINCT number) <> max(number) OR count(*) <> max(number)`,
);
