import { bySql } from "./check";

/** What was cast in a vote, by choice, from wherever its method keeps it. */
const cast = `
  SELECT vote_id, count(*) FILTER (WHERE choice = 'yes')::int AS yes, count(*) FILTER (WHERE choice = 'no')::int AS no,
    count(*) FILTER (WHERE choice = 'abstain')::int AS abstain, count(*) FILTER (WHERE choice = 'invalid')::int AS invalid
  FROM (
    SELECT vote_id, choice FROM ballots WHERE paper_file_id IS NULL OR confirmed_by_id IS NOT NULL
    UNION ALL SELECT vote_id, choice FROM ballot_box) b GROUP BY vote_id`;

export const ballotCounts = bySql(
  "I-04",
  "the stored counts of every vote are those of its ballots",
  `SELECT v.id AS vote_id, v.alliance_id, v.tally -> 'votes' AS stored, to_jsonb(c) - 'vote_id' AS counted
   FROM votes v LEFT JOIN (${cast}) c ON c.vote_id = v.id
   WHERE v.tally IS NOT NULL AND v.method <> 'hands'
     AND (coalesce(c.yes, 0), coalesce(c.no, 0), coalesce(c.abstain, 0), coalesce(c.invalid, 0)) IS DISTINCT FROM (
       (v.tally #>> '{votes,yes}')::int, (v.tally #>> '{votes,no}')::int, (v.tally #>> '{votes,abstain}')::int,
       (v.tally #>> '{votes,invalid}')::int)`,
);

export const handCounts = bySql(
  "I-04",
  "a show of hands that was counted has two equal counts",
  `SELECT v.id AS vote_id, v.alliance_id, count(h.*)::int AS counts
   FROM votes v LEFT JOIN hand_counts h ON h.vote_id = v.id
   WHERE v.method = 'hands' AND v.tally IS NOT NULL
   GROUP BY v.id HAVING count(h.*) <> 2 OR count(DISTINCT (h.yes, h.no, h.abstain)) <> 1
     OR min(h.yes) <> (v.tally #>> '{votes,yes}')::int OR min(h.no) <> (v.tally #>> '{votes,no}')::int`,
);

export const voteMotions = bySql(
  "I-04",
  "the motion of a declared vote has the counts of its close",
  `SELECT v.id AS vote_id, v.alliance_id, m.id AS motion_id
   FROM votes v JOIN motions m ON m.alliance_id = v.alliance_id AND m.id = v.motion_id
   WHERE m.agenda_item_id <> v.item_id OR m.text <> v.text OR (m.yes, m.no, m.abstain, m.invalid, m.present, m.recused)
     IS DISTINCT FROM ((v.tally #>> '{votes,yes}')::int, (v.tally #>> '{votes,no}')::int,
       (v.tally #>> '{votes,abstain}')::int, (v.tally #>> '{votes,invalid}')::int,
       (v.tally #>> '{votes,present}')::int, (v.tally #>> '{votes,recused}')::int)`,
);

export const turnout = bySql(
  "I-10",
  "no vote has more ballots than electors",
  `SELECT v.id AS vote_id, v.alliance_id, e.n AS electors, (v.tally -> 'votes') AS votes
   FROM votes v CROSS JOIN LATERAL (SELECT count(*)::int AS n FROM vote_electors x WHERE x.vote_id = v.id) e
   WHERE v.tally IS NOT NULL AND (v.tally #>> '{votes,yes}')::int + (v.tally #>> '{votes,no}')::int
     + (v.tally #>> '{votes,abstain}')::int + (v.tally #>> '{votes,invalid}')::int > e.n`,
);

export const secretBoxes = bySql(
  "I-09",
  "a secret vote has as many ballots in its box as seats that cast, sealed while it is open and open afterwards",
  `SELECT v.id AS vote_id, v.alliance_id, v.state::text AS state, i.n AS issued, b.n AS in_box, b.sealed
   FROM votes v
   CROSS JOIN LATERAL (SELECT count(*)::int AS n FROM ballot_issues x WHERE x.vote_id = v.id) i
   CROSS JOIN LATERAL (SELECT count(*)::int AS n, count(x.sealed)::int AS sealed FROM ballot_box x WHERE x.vote_id = v.id) b
   WHERE v.method = 'secret' AND CASE
     WHEN v.state = 'open' THEN i.n <> b.n OR b.sealed <> b.n
     WHEN v.tally IS NOT NULL THEN i.n <> b.n OR b.sealed <> 0
     ELSE b.n <> 0 END`,
);

export const electorates = bySql(
  "I-01",
  "every elector of a vote stands in its opening snapshot, and every voter there is an elector",
  `SELECT v.id AS vote_id, v.alliance_id, e.n AS electors, jsonb_array_length(v.opening -> 'voters') AS in_snapshot
   FROM votes v CROSS JOIN LATERAL (
     SELECT count(*)::int AS n, count(*) FILTER (WHERE NOT EXISTS (
       SELECT 1 FROM jsonb_array_elements(v.opening -> 'voters') o WHERE (o ->> 'seatId')::uuid = x.seat_id))::int AS strangers
     FROM vote_electors x WHERE x.vote_id = v.id) e
   WHERE v.opening IS NOT NULL AND (e.n <> jsonb_array_length(v.opening -> 'voters') OR e.strangers > 0)`,
);
