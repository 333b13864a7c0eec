ALTER TABLE "agenda_items" ADD COLUMN "project_id" UUID;
CREATE INDEX "agenda_items_alliance_id_project_id_idx" ON "agenda_items"("alliance_id", "project_id");
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_alliance_id_project_id_fkey" FOREIGN KEY ("alliance_id", "project_id") REFERENCES "projects"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here on.

-- The seats of a meeting that a person acts for on a day: the person called, or an alternate by letter.
CREATE FUNCTION seats_of_person(p_meeting uuid, p_person uuid, p_day date)
RETURNS TABLE (seat_id uuid, capacity presence_capacity) LANGUAGE sql STABLE AS $$
  SELECT m.seat_id, 'principal'::presence_capacity FROM meeting_seats m
  WHERE m.meeting_id = p_meeting AND m.person_id = p_person
  UNION
  SELECT m.seat_id, 'alternate'::presence_capacity
  FROM meeting_seats m
  JOIN seat_holdings h ON h.seat_id = m.seat_id AND h.alliance_id = m.alliance_id
    AND p_day BETWEEN h.valid_from AND coalesce(h.valid_to, 'infinity')
    AND h.membership_id IS NOT DISTINCT FROM m.membership_id
  JOIN seat_delegates d ON d.holding_id = h.id AND d.alliance_id = h.alliance_id AND d.person_id = p_person
    AND d.kind = 'alternate' AND p_day BETWEEN d.valid_from AND coalesce(d.valid_to, 'infinity')
    AND p_day <= coalesce(d.letter_until, 'infinity')
  WHERE m.meeting_id = p_meeting AND m.person_id IS DISTINCT FROM p_person
$$;

-- Are the papers of an item shut to a person? They are from the suggestion of a conflict until the seat is declared or
-- found free of it; those of a guarded item are open only to seats that have declared so (behaviour 4.2, recusal).
CREATE FUNCTION item_is_closed_to(p_item uuid, p_person uuid, p_day date) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM agenda_items i JOIN meetings g ON g.id = i.meeting_id
    WHERE i.id = p_item AND (
      g.state = 'draft'
      OR EXISTS (
        SELECT 1 FROM seats_of_person(i.meeting_id, p_person, p_day) s JOIN recusals r ON r.seat_id = s.seat_id
        WHERE r.item_id = i.id AND r.state IN ('suggested', 'declared', 'challenged', 'recused'))
      OR (i.guarded AND NOT EXISTS (
        SELECT 1 FROM seats_of_person(i.meeting_id, p_person, p_day) s JOIN recusals r ON r.seat_id = s.seat_id
        WHERE r.item_id = i.id AND r.state IN ('denied', 'cleared')))))
$$;

-- A file that is a paper of any item that is shut to the person.
CREATE FUNCTION paper_is_closed_to(p_file uuid, p_person uuid, p_day date) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM item_papers p WHERE p.file_id = p_file AND item_is_closed_to(p.item_id, p_person, p_day))
$$;

ALTER TABLE meetings
  ADD CONSTRAINT meetings_reasoned CHECK (state NOT IN ('cancelled', 'postponed') OR btrim(coalesce(state_reason, '')) <> '');
