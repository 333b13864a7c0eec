-- Hand-written; the schema cannot express it.
-- The second person's own organization became an owner: nobody independent has published, so the result is only verified.
CREATE FUNCTION outcome_approval_is_void(old_row outcome_records, new_row outcome_records) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN old_row.state = 'published' AND new_row.state = 'verified'
    AND new_row.approved_by_id IS NULL AND new_row.approved_at IS NULL
    AND to_jsonb(new_row) - '{state,state_since,approved_by_id,approved_at,version}'::text[]
      = to_jsonb(old_row) - '{state,state_since,approved_by_id,approved_at,version}'::text[]
    AND outcome_verifier_is_party(old_row.id, old_row.organization_id, old_row.approved_by_id, old_row.approved_at);
END $$;
DROP TRIGGER outcome_records_verified_immutable ON outcome_records;
CREATE TRIGGER outcome_records_verified_immutable BEFORE UPDATE ON outcome_records FOR EACH ROW
  WHEN (NOT outcome_verification_is_void(OLD, NEW) AND NOT outcome_approval_is_void(OLD, NEW))
  EXECUTE FUNCTION keep_approved_outcome();

-- As before (20261125010000), and: nobody of the owners has published.
CREATE OR REPLACE FUNCTION outcome_shares_whole() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_record uuid;
  o outcome_records%ROWTYPE;
  parts bigint;
BEGIN
  IF TG_TABLE_NAME = 'outcome_records' THEN
    v_record := NEW.id;
  ELSIF TG_OP = 'DELETE' THEN
    v_record := OLD.record_id;
  ELSE
    v_record := NEW.record_id;
  END IF;
  SELECT sum(share) INTO parts FROM outcome_shares WHERE record_id = v_record;
  IF parts IS NULL THEN
    RETURN NULL;
  END IF;
  SELECT * INTO o FROM outcome_records WHERE id = v_record;
  IF parts <> 10000 OR NOT EXISTS (
    SELECT 1 FROM outcome_shares WHERE record_id = v_record AND organization_id = o.organization_id) THEN
    RAISE EXCEPTION 'guard: shares of a result are 100 percent with its reporter among them' USING ERRCODE = 'restrict_violation';
  END IF;
  IF o.state IN ('verified', 'published')
    AND (outcome_verifier_is_party(o.id, o.organization_id, o.verified_by_id, o.verified_at)
      OR outcome_verifier_is_party(o.id, o.organization_id, o.approved_by_id, o.approved_at)) THEN
    RAISE EXCEPTION 'guard: own-figure' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;

-- A record that waits is judged again where something changed that the judgement looks at.
CREATE FUNCTION outcome_is_judged_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM judge_outcomes(array_agg(n.id)) FROM new_rows n JOIN old_rows o ON o.id = n.id
    WHERE n.state = 'submitted'
      AND (n.state, n.version, n.organization_id, n.metric_code, n.occurred_on, n.quantity, n.file_id)
        IS DISTINCT FROM (o.state, o.version, o.organization_id, o.metric_code, o.occurred_on, o.quantity, o.file_id)
    HAVING count(*) > 0;
  RETURN NULL;
END $$;
DROP TRIGGER outcome_records_judged_again ON outcome_records;
CREATE TRIGGER outcome_records_judged_again AFTER UPDATE ON outcome_records
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION outcome_is_judged_again();
