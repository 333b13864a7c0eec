-- AlterTable
ALTER TABLE "college_rectifications" ADD COLUMN     "return_reason" VARCHAR(500),
ADD COLUMN     "returned_by_id" UUID,
ADD COLUMN     "returned_on" DATE;

-- A report is taken back only by sending it back: with a reason, by another person than who reported it.
ALTER TABLE college_rectifications
  ADD CONSTRAINT college_rectifications_returned CHECK (num_nonnulls(returned_on, returned_by_id, return_reason) IN (0, 3)
    AND btrim(coalesce(return_reason, '-')) <> '');
CREATE FUNCTION keep_rectification_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.reported_on IS NULL AND NEW.returned_on IS NOT NULL
    AND (NEW.returned_on, NEW.returned_by_id, NEW.return_reason) IS DISTINCT FROM (OLD.returned_on, OLD.returned_by_id, OLD.return_reason) THEN
    RAISE EXCEPTION 'order: nothing was reported that could be sent back' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.reported_on IS NOT NULL AND NEW.reported_on IS NULL
    AND (NEW.returned_on IS NULL OR NEW.returned_by_id = OLD.reported_by_id) THEN
    RAISE EXCEPTION 'order: a report is sent back with a reason, by another person' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER college_rectifications_keep_order BEFORE UPDATE ON college_rectifications FOR EACH ROW EXECUTE FUNCTION keep_rectification_order();
