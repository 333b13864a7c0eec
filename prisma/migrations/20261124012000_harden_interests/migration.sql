-- Which entry of the register a suggestion came from, so that the entry is not ended before what relied on it.
ALTER TABLE "recusals" ADD COLUMN "interest_id" UUID;
CREATE INDEX "recusals_alliance_id_interest_id_idx" ON "recusals"("alliance_id", "interest_id");
ALTER TABLE "recusals" ADD CONSTRAINT "recusals_alliance_id_interest_id_fkey" FOREIGN KEY ("alliance_id", "interest_id") REFERENCES "interests"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The last day, by the alliance's clock, on which a conflict or a vote relied on an entry of the register.
CREATE FUNCTION interest_relied_until(p_interest uuid) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT max(greatest(r.state_since, v.closed_at, v.opened_at) AT TIME ZONE a.time_zone)::date
  FROM recusals r JOIN alliances a ON a.id = r.alliance_id
  LEFT JOIN votes v ON v.item_id = r.item_id AND v.alliance_id = r.alliance_id AND v.opened_at IS NOT NULL
  WHERE r.interest_id = p_interest
$$;
CREATE FUNCTION interest_ends_late() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.valid_to < interest_relied_until(NEW.id) THEN
    RAISE EXCEPTION 'guard: interest-relied-on' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER interests_end_late BEFORE UPDATE OF valid_to ON interests FOR EACH ROW EXECUTE FUNCTION interest_ends_late();

-- An alliance that gets a member while a change of its key fields waits for answers is asked as well. The change's row is
-- held: an answer that would be the last one waits for this membership, and this one for the answer.
CREATE FUNCTION ask_new_register() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM organization_changes c JOIN memberships m ON m.organization_id = c.organization_id
  WHERE m.id = NEW.membership_id AND c.state = 'proposed' FOR SHARE OF c;
  INSERT INTO organization_change_answers (change_id, alliance_id)
  SELECT c.id, NEW.alliance_id FROM organization_changes c JOIN memberships m ON m.organization_id = c.organization_id
  WHERE m.id = NEW.membership_id AND c.state = 'proposed'
  ON CONFLICT (change_id, alliance_id) DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER membership_periods_ask AFTER INSERT ON membership_periods FOR EACH ROW EXECUTE FUNCTION ask_new_register();

-- The day it is where an alliance lives; the platform's own rights go by the clock of the country.
CREATE FUNCTION alliance_today(p_alliance uuid) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT (now() AT TIME ZONE coalesce((SELECT a.time_zone FROM alliances a WHERE a.id = p_alliance), 'Asia/Shanghai'))::date
$$;

-- What a repealed resolution brought about stands until somebody undoes it: a task that says so.
ALTER TABLE "tasks" ADD COLUMN "undoes" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE tasks ADD CONSTRAINT tasks_undo_a_resolution CHECK (NOT undoes OR resolution_id IS NOT NULL);

-- A body that was dissolved meets no more, elects nobody and is asked for nothing; meetings of its time can be recorded.
CREATE FUNCTION body_is_there() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE d date;
BEGIN
  d := CASE TG_TABLE_NAME WHEN 'meetings' THEN (to_jsonb(NEW) ->> 'scheduled_at')::timestamptz AT TIME ZONE
    (SELECT time_zone FROM alliances WHERE id = NEW.alliance_id) ELSE alliance_today(NEW.alliance_id)::timestamp END::date;
  IF EXISTS (SELECT 1 FROM governance_bodies b WHERE b.id = NEW.body_id AND b.dissolved_on < d) THEN
    RAISE EXCEPTION 'guard: body-dissolved' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER meetings_body_is_there BEFORE INSERT ON meetings FOR EACH ROW EXECUTE FUNCTION body_is_there();
CREATE TRIGGER elections_body_is_there BEFORE INSERT ON elections FOR EACH ROW EXECUTE FUNCTION body_is_there();
CREATE TRIGGER agenda_proposals_body_is_there BEFORE INSERT ON agenda_proposals FOR EACH ROW EXECUTE FUNCTION body_is_there();
