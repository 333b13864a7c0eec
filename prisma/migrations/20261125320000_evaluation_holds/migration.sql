-- What gives points or judges stays as it is once its stage of an evaluation is over.

-- 3.12: the state of the round of a subject.
CREATE FUNCTION evaluation_state_of(subject uuid) RETURNS evaluation_state LANGUAGE sql STABLE AS $$
  SELECT r.state FROM evaluation_rounds r JOIN evaluation_subjects s ON s.round_id = r.id WHERE s.id = subject
$$;

-- Items count points like values: reported and accepted until experts score, and never after it.
CREATE FUNCTION evaluation_item_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT evaluation_state_of(e.subject_id) NOT IN ('self_evaluation', 'data_verified') FROM evaluation_entries e
    WHERE e.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.entry_id ELSE NEW.entry_id END) THEN
    RAISE EXCEPTION 'immutable: items of an evaluation that went on' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER evaluation_items_in_time BEFORE INSERT OR UPDATE OR DELETE ON evaluation_items FOR EACH ROW EXECUTE FUNCTION evaluation_item_in_time();

-- An expert is asked, declares and hands in until scoring is over; a sheet that was handed in stays.
CREATE FUNCTION evaluation_seat_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF evaluation_state_of(NEW.subject_id) NOT IN ('data_verified', 'expert_scoring') THEN
    RAISE EXCEPTION 'immutable: seats of an evaluation that went on' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.submitted_at IS NOT NULL THEN
    RAISE EXCEPTION 'immutable: a sheet that was handed in' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evaluation_seats_in_time BEFORE INSERT OR UPDATE OF state, declared_at, reason, submitted_at, comment ON evaluation_seats
  FOR EACH ROW EXECUTE FUNCTION evaluation_seat_in_time();

-- A veto is found and decided while vetoes are looked for, for what its scheme calls one; decided once, and open or confirmed once.
CREATE FUNCTION evaluation_veto_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF evaluation_state_of(CASE WHEN TG_OP = 'DELETE' THEN OLD.subject_id ELSE NEW.subject_id END) <> 'veto_check'
    OR (TG_OP <> 'INSERT' AND OLD.state <> 'found') THEN
    RAISE EXCEPTION 'immutable: a veto of an evaluation' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP <> 'DELETE' AND NOT EXISTS (SELECT 1 FROM evaluation_indicators i JOIN evaluation_rounds r ON r.scheme_id = i.scheme_id
    JOIN evaluation_subjects s ON s.round_id = r.id WHERE s.id = NEW.subject_id AND i.id = NEW.indicator_id AND i.kind = 'veto') THEN
    RAISE EXCEPTION 'guard: a veto belongs to a veto of its scheme' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER evaluation_vetoes_in_time BEFORE INSERT OR UPDATE OR DELETE ON evaluation_vetoes FOR EACH ROW EXECUTE FUNCTION evaluation_veto_in_time();
CREATE UNIQUE INDEX evaluation_vetoes_one ON evaluation_vetoes (subject_id, indicator_id) WHERE state <> 'dismissed';

-- An objection is raised until its last day and answered once, both before the council decides.
CREATE FUNCTION evaluation_objection_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE r evaluation_rounds%ROWTYPE;
BEGIN
  SELECT x.* INTO r FROM evaluation_rounds x JOIN evaluation_subjects s ON s.round_id = x.id
    WHERE s.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.subject_id ELSE NEW.subject_id END;
  IF TG_OP = 'DELETE' OR r.state <> 'objection' OR (TG_OP = 'UPDATE' AND (OLD.state <> 'open' OR NEW.text <> OLD.text)) THEN
    RAISE EXCEPTION 'immutable: an objection' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'INSERT' AND (NEW.created_at AT TIME ZONE (SELECT time_zone FROM alliances WHERE id = NEW.alliance_id))::date > r.objection_until THEN
    RAISE EXCEPTION 'guard: the last day of objections is over' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evaluation_objections_in_time BEFORE INSERT OR UPDATE OR DELETE ON evaluation_objections FOR EACH ROW EXECUTE FUNCTION evaluation_objection_in_time();
