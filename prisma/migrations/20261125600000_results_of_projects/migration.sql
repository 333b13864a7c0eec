-- One enterprise gains from several projects in a year: of economic benefit and new output the project, or no project, is a
-- part of what a result is known by.
DROP INDEX outcome_records_key;
CREATE UNIQUE INDEX outcome_records_key ON outcome_records (alliance_id, metric_code, outcome_key(natural_key), chain_step,
    (coalesce(CASE WHEN metric_code IN ('M29', 'M30') THEN project_id END, alliance_id)))
  WHERE natural_key IS NOT NULL;

-- As before (20261125110000), and: new money of a benefit comes in under the same project.
CREATE OR REPLACE FUNCTION outcome_chain_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE p outcome_records%ROWTYPE;
BEGIN
  IF NEW.follows_id IS NOT NULL THEN
    SELECT * INTO p FROM outcome_records WHERE alliance_id = NEW.alliance_id AND id = NEW.follows_id;
    IF p.metric_code <> NEW.metric_code OR NEW.chain_step <> p.chain_step + 1
      OR NOT (NEW.organization_id = p.organization_id OR EXISTS (
        SELECT 1 FROM outcome_shares s WHERE s.record_id = p.id AND s.organization_id = NEW.organization_id))
      OR NEW.follow = 'upgrade' AND (NEW.level > p.level) IS NOT TRUE
      OR NEW.follow = 'continuation' AND NEW.state <> 'superseded'
        AND (TG_OP = 'INSERT' OR (NEW.follows_id, NEW.follow, NEW.natural_key, NEW.occurred_on, NEW.project_id)
          IS DISTINCT FROM (OLD.follows_id, OLD.follow, OLD.natural_key, OLD.occurred_on, OLD.project_id))
        AND (outcome_key(NEW.natural_key) = outcome_key(p.natural_key) AND NEW.occurred_on >= p.occurred_on
          AND (NEW.metric_code NOT IN ('M29', 'M30') OR NEW.project_id IS NOT DISTINCT FROM p.project_id)) IS NOT TRUE THEN
      RAISE EXCEPTION 'guard: a result goes on at a higher level or with new money of the same owner' USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  IF TG_OP = 'UPDATE' AND EXISTS (SELECT 1 FROM outcome_records n WHERE n.alliance_id = NEW.alliance_id AND n.follows_id = NEW.id
    AND n.follow = 'upgrade' AND (n.level > NEW.level) IS NOT TRUE) THEN
    RAISE EXCEPTION 'guard: a result stays below its upgrade' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER outcome_records_chain ON outcome_records;
CREATE TRIGGER outcome_records_chain BEFORE UPDATE OF follows_id, follow, chain_step, level, natural_key, occurred_on, project_id ON outcome_records
  FOR EACH ROW WHEN (NEW.follows_id IS NOT NULL OR NEW.level IS NOT NULL OR OLD.level IS NOT NULL) EXECUTE FUNCTION outcome_chain_guard();

-- As before (20261125560000), and: what was sealed for one project is a result of that project.
CREATE OR REPLACE FUNCTION outcome_rests_on_certificate() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  c benefit_certificates;
  others numeric;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.state IN ('verified', 'published', 'superseded') AND NEW.certificate_id IS DISTINCT FROM OLD.certificate_id
      AND NOT (NEW.certificate_id IS NULL AND NEW.correction_id IS DISTINCT FROM OLD.correction_id AND NEW.file_id IS DISTINCT FROM OLD.file_id
        AND EXISTS (SELECT 1 FROM benefit_certificates k WHERE k.alliance_id = OLD.alliance_id AND k.id = OLD.certificate_id AND k.state = 'withdrawn')) THEN
      RAISE EXCEPTION 'immutable: a verified record keeps its certificate' USING ERRCODE = 'restrict_violation';
    END IF;
    IF (NEW.certificate_id, NEW.metric_code, NEW.year, NEW.quantity, NEW.project_id)
        IS NOT DISTINCT FROM (OLD.certificate_id, OLD.metric_code, OLD.year, OLD.quantity, OLD.project_id)
      AND (NEW.organization_id = OLD.organization_id OR follows_merger(OLD.organization_id, NEW.organization_id)) THEN
      RETURN NEW;
    END IF;
  END IF;
  IF NEW.certificate_id IS NULL OR NEW.state = 'superseded' THEN
    RETURN NEW;
  END IF;
  SELECT * INTO c FROM benefit_certificates WHERE alliance_id = NEW.alliance_id AND id = NEW.certificate_id FOR NO KEY UPDATE;
  IF c.state <> 'sealed' THEN
    IF TG_OP = 'UPDATE' AND OLD.state IN ('verified', 'published') THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION 'guard: the certificate is not sealed' USING ERRCODE = 'restrict_violation';
  END IF;
  SELECT coalesce(sum(o.quantity), 0) INTO others FROM outcome_records o WHERE o.alliance_id = NEW.alliance_id
    AND o.certificate_id = NEW.certificate_id AND o.metric_code = NEW.metric_code AND o.state <> 'superseded' AND o.id <> NEW.id;
  IF NEW.metric_code NOT IN ('M29', 'M30') OR NEW.year <> c.year
    OR NEW.organization_id <> c.enterprise_id AND NEW.organization_id IS DISTINCT FROM c.claimant_id
    OR (TG_OP = 'INSERT' OR (NEW.certificate_id, NEW.project_id) IS DISTINCT FROM (OLD.certificate_id, OLD.project_id))
      AND NEW.project_id IS DISTINCT FROM coalesce(c.project_id, NEW.project_id)
    OR others + NEW.quantity > certificate_limit(c, NEW.metric_code) THEN
    RAISE EXCEPTION 'guard: the certificate says otherwise' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
