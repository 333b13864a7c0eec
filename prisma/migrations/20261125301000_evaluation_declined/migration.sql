-- The instant at which the values of an evaluation were frozen, and the motion by which the council declined its result.
-- AlterTable
ALTER TABLE "evaluation_rounds" ADD COLUMN "declined_motion_id" UUID,
ADD COLUMN "measured_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_rounds_alliance_id_declined_motion_id_key" ON "evaluation_rounds"("alliance_id", "declined_motion_id");

-- AddForeignKey
ALTER TABLE "evaluation_rounds" ADD CONSTRAINT "evaluation_rounds_alliance_id_declined_motion_id_fkey" FOREIGN KEY ("alliance_id", "declined_motion_id") REFERENCES "motions"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- By hand from here: what the database promises beyond keys.
-- ---------------------------------------------------------------------------------------------------------------------

UPDATE evaluation_rounds SET measured_at = state_since WHERE state >= 'data_verified';
ALTER TABLE evaluation_rounds ADD CONSTRAINT evaluation_rounds_measured CHECK ((state >= 'data_verified') = (measured_at IS NOT NULL));

-- 3.12: one step after the other. Back goes only a result that the council declined by a motion, to its verification.
CREATE OR REPLACE FUNCTION evaluation_moves() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  steps evaluation_state[] := enum_range(NULL::evaluation_state);
  declined boolean := OLD.state = 'objection' AND NEW.state = 'data_verified'
    AND NEW.declined_motion_id IS DISTINCT FROM OLD.declined_motion_id;
BEGIN
  IF NEW.state <> OLD.state AND NOT declined AND array_position(steps, NEW.state) <> array_position(steps, OLD.state) + 1 THEN
    RAISE EXCEPTION 'guard: an evaluation does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.scheme_id <> OLD.scheme_id OR NEW.year <> OLD.year OR (OLD.resolution_id IS NOT NULL AND NEW.resolution_id IS DISTINCT FROM OLD.resolution_id)
    OR (NEW.declined_motion_id IS DISTINCT FROM OLD.declined_motion_id AND NOT declined) THEN
    RAISE EXCEPTION 'immutable: scheme, year, resolution and motion of an evaluation' USING ERRCODE = 'restrict_violation';
  END IF;
  IF declined AND NOT EXISTS (SELECT 1 FROM motions m WHERE m.alliance_id = NEW.alliance_id AND m.id = NEW.declined_motion_id
    AND m.outcome IN ('rejected', 'tied')) THEN
    RAISE EXCEPTION 'guard: a result goes back by a motion that did not pass' USING ERRCODE = 'restrict_violation';
  END IF;
  IF declined AND EXISTS (SELECT 1 FROM evaluation_objections o JOIN evaluation_subjects s ON s.id = o.subject_id
    WHERE s.round_id = NEW.id AND o.state = 'open') THEN
    RAISE EXCEPTION 'guard: objections are unanswered' USING ERRCODE = 'restrict_violation';
  END IF;
  -- The objection period ends when its last day is over, by the clock of the database.
  IF NEW.state = 'council_ratified' AND OLD.state = 'objection' AND (
    NEW.objection_until >= (now() AT TIME ZONE (SELECT time_zone FROM alliances WHERE id = NEW.alliance_id))::date
    OR EXISTS (SELECT 1 FROM evaluation_objections o JOIN evaluation_subjects s ON s.id = o.subject_id
      WHERE s.round_id = NEW.id AND o.state = 'open')) THEN
    RAISE EXCEPTION 'guard: objections are still possible or unanswered' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state = 'draft_result' AND OLD.state = 'veto_check' AND EXISTS (SELECT 1 FROM evaluation_vetoes v
    JOIN evaluation_subjects s ON s.id = v.subject_id WHERE s.round_id = NEW.id AND v.state = 'found') THEN
    RAISE EXCEPTION 'guard: a veto waits for its second person' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- What the portal counted stays as it was frozen, but for an objection that was upheld and a result that went back.
CREATE FUNCTION evaluation_value_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.computed_value IS DISTINCT FROM OLD.computed_value AND OLD.computed_value IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM evaluation_rounds r JOIN evaluation_subjects s ON s.round_id = r.id
    WHERE s.id = NEW.subject_id AND r.state = 'objection') THEN
    RAISE EXCEPTION 'immutable: a value that an evaluation has frozen' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evaluation_entries_frozen BEFORE UPDATE OF computed_value ON evaluation_entries FOR EACH ROW EXECUTE FUNCTION evaluation_value_frozen();
