import { ask } from "./sql";

/**
 * A report whose members are to write: one chapter of the university, one of the secretariat that is accepted. Its year
 * is the next that has none, so that a second run finds one.
 */
export async function reportInHand(title: string): Promise<string> {
  const [made] = await ask<{ id: string }>(
    `WITH model AS (SELECT alliance_id FROM editions WHERE state = 'published' ORDER BY created_at LIMIT 1),
     made AS (
       INSERT INTO editions (id, alliance_id, year, title, due_on, state, synthetic)
       SELECT gen_random_uuid(), alliance_id, (SELECT max(year) + 1 FROM editions), $1, current_date + 60, 'drafting', true FROM model
       RETURNING id, alliance_id)
     INSERT INTO edition_sections (id, alliance_id, edition_id, kind, title, sort_order, organization_id, due_on)
     SELECT gen_random_uuid(), alliance_id, made.id, 'overview', '联合体概况与成员', 1,
       (SELECT id FROM organizations WHERE name = '苏州市职业大学'), current_date + 20 FROM made
     RETURNING edition_id AS id`,
    [title],
  );
  if (!made) throw new Error("no report to go by");
  return made.id;
}

/** What the council's vote leaves behind: a carried motion and its resolution, made like the one of last year's report. */
export async function resolutionAbout(title: string): Promise<void> {
  await ask(
    `WITH model AS (SELECT r.* FROM resolutions r JOIN editions e ON e.resolution_id = r.id ORDER BY e.created_at LIMIT 1),
     item AS (
       INSERT INTO agenda_items (id, alliance_id, meeting_id, sort_order, title)
       SELECT gen_random_uuid(), i.alliance_id, i.meeting_id,
         (SELECT max(sort_order) + 1 FROM agenda_items o WHERE o.meeting_id = i.meeting_id), $1
       FROM model JOIN motions m ON m.id = model.motion_id JOIN agenda_items i ON i.id = m.agenda_item_id
       RETURNING id, alliance_id),
     motion AS (
       INSERT INTO motions (id, alliance_id, agenda_item_id, text, matter, method, rule_set_id, rule_snapshot, present, recused,
         yes, no, abstain, invalid, quorum_base, quorum_needed, pass_base, pass_needed, computed_outcome, outcome, decided_at)
       SELECT gen_random_uuid(), m.alliance_id, item.id, $1, m.matter, m.method, m.rule_set_id, m.rule_snapshot, m.present, m.recused,
         m.yes, m.no, m.abstain, m.invalid, m.quorum_base, m.quorum_needed, m.pass_base, m.pass_needed, m.computed_outcome, m.outcome, now()
       FROM item, model JOIN motions m ON m.id = model.motion_id RETURNING id, alliance_id),
     counted AS (
       UPDATE counters c SET value = c.value + 1 FROM model
       WHERE c.alliance_id = model.alliance_id AND c.series = 'resolution:' || model.body_id AND c.year = model.year
       RETURNING c.value)
     INSERT INTO resolutions (id, alliance_id, body_id, motion_id, year, number, title, text, adopted_on, effective_from)
     SELECT gen_random_uuid(), model.alliance_id, model.body_id, motion.id, model.year, counted.value, $1, $1,
       (now() AT TIME ZONE 'Asia/Shanghai')::date, (now() AT TIME ZONE 'Asia/Shanghai')::date FROM model, motion, counted`,
    [`审议《${title}》`],
  );
}
