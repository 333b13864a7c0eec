import { bySql } from "./check";

export const projectHands = bySql(
  "I-15",
  "nobody accepts, approves, decides or closes what is of the own hand",
  `SELECT 'milestone' AS record, id FROM project_milestones WHERE state = 'accepted' AND decided_by_id = submitted_by_id
   UNION ALL SELECT 'change', id FROM project_changes WHERE state IN ('approved', 'rejected') AND decided_by_id = proposed_by_id
   UNION ALL SELECT 'powers', id FROM decision_powers WHERE decided_by_id = proposed_by_id
   UNION ALL SELECT 'decision', d.id FROM project_decisions d JOIN projects p ON p.id = d.project_id
     WHERE d.verdict IS NOT NULL AND d.resolution_id IS NULL AND d.decided_by_id IN (d.proposed_by_id, p.created_by_id)
   UNION ALL SELECT 'project', id FROM projects WHERE closed_by_id = settled_by_id`,
);

export const projectCredits = bySql(
  "I-17",
  "shares of a project in several alliances make one whole",
  `SELECT project_id, sum(share)::int AS hundredths FROM project_credits GROUP BY 1 HAVING sum(share) <> 10000`,
);

export const projectsAsked = bySql(
  "I-17",
  "a project says since when the office has been asked",
  `SELECT p.id AS project_id, p.asked_at AS kept, t.asked_at AS truth FROM projects p
   FULL JOIN project_asked_truth t ON t.project_id = p.id WHERE p.asked_at IS DISTINCT FROM t.asked_at`,
);

export const projectPlans = bySql(
  "I-16",
  "a project has every version of its plan, up to the one in force",
  `SELECT p.id AS project_id, p.plan_number, count(v.id)::int AS versions FROM projects p
   LEFT JOIN project_plans v ON v.project_id = p.id GROUP BY 1, 2
   HAVING count(v.id) <> p.plan_number OR coalesce(max(v.number), 0) <> p.plan_number`,
);

export const panelGates = bySql(
  "I-12",
  "no expert scored without having declared no conflict, and no panel closed before all had scored",
  `SELECT s.panel_id, s.id AS seat_id FROM project_panel_seats s
   JOIN project_panels p ON p.id = s.panel_id
   WHERE (s.declaration <> 'none' AND EXISTS (SELECT 1 FROM project_panel_scores c WHERE c.seat_id = s.id))
     OR (p.state = 'closed' AND s.declaration <> 'conflict' AND s.submitted_at IS NULL)`,
);
