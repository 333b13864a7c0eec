-- Hand-written; the schema cannot express it.
-- A receipt and its reversal follow a merged organization one after the other; all else of a reversal stays exact.
CREATE OR REPLACE FUNCTION reversal_stays_exact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.reversal_of_id IS NOT NULL OR NEW.reversal_of_id IS NOT NULL) AND (
    ROW(NEW.reversal_of_id, NEW.amount, NEW.kind, NEW.source, NEW.project_id, NEW.commitment_id)
      IS DISTINCT FROM ROW(OLD.reversal_of_id, OLD.amount, OLD.kind, OLD.source, OLD.project_id, OLD.commitment_id)
    OR (NEW.organization_id <> OLD.organization_id AND NOT follows_merger(OLD.organization_id, NEW.organization_id))
  ) THEN
    RAISE EXCEPTION 'guard: a reversal is the exact negative of one booked receipt' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
