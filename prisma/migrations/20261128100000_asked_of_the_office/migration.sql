-- A project waits for the office while a change or an early end that was asked for has no answer. Since when stands in its
-- row: looked up project by project it would cost a page of the list half as much again.
ALTER TABLE "projects" ADD COLUMN "asked_at" TIMESTAMPTZ(3);

CREATE VIEW project_asked_truth AS
  SELECT project_id, min(proposed_at) AS asked_at FROM (
    SELECT project_id, proposed_at FROM project_changes WHERE state = 'proposed' AND authority <> 'lead'
    UNION ALL SELECT project_id, proposed_at FROM project_decisions WHERE verdict IS NULL AND subject = 'terminate') open
  GROUP BY 1;

CREATE FUNCTION project_asked() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  asked timestamptz;
  asked_of uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.project_id ELSE NEW.project_id END;
BEGIN
  SELECT t.asked_at INTO asked FROM project_asked_truth t WHERE t.project_id = asked_of;
  UPDATE projects SET asked_at = asked WHERE id = asked_of AND asked_at IS DISTINCT FROM asked;
  RETURN NULL;
END $$;

CREATE TRIGGER project_asked AFTER INSERT OR UPDATE OR DELETE ON project_changes FOR EACH ROW EXECUTE FUNCTION project_asked();
CREATE TRIGGER project_asked AFTER INSERT OR UPDATE OR DELETE ON project_decisions FOR EACH ROW EXECUTE FUNCTION project_asked();

UPDATE projects p SET asked_at = t.asked_at FROM project_asked_truth t WHERE t.project_id = p.id;
