-- Hand-written; the schema cannot express it.
-- A part that is merely asked for changes nothing: until the other side agrees the result is its reporter's, and it is
-- verified and published as if nobody had asked. Else every member could keep the results of others out of the totals, two
-- weeks at a time. Only what was refused waits for the secretariat (behaviour 4.4).

-- Does this person belong to an organization that asks for a part of the result, or that was offered one?
CREATE FUNCTION outcome_judge_asks(record uuid, judge uuid, at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM outcome_co_claims c JOIN role_grants g ON g.organization_id = c.organization_id
    WHERE c.record_id = record AND c.state IN ('proposed', 'refused') AND c.proposed_at <= at AND g.user_id = judge
      AND g.valid_from <= (at + interval '1 day')::date AND coalesce(g.valid_to, 'infinity'::date) >= (at - interval '1 day')::date)
$$;

-- As before (20261125010000), and: not by who asks for a part, but while it is only asked for.
CREATE OR REPLACE FUNCTION outcome_verification_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF outcome_verifier_is_party(NEW.id, NEW.organization_id, NEW.verified_by_id, NEW.verified_at)
    OR outcome_judge_asks(NEW.id, NEW.verified_by_id, NEW.verified_at) THEN
    RAISE EXCEPTION 'guard: own-figure' USING ERRCODE = 'restrict_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM outcome_co_claims c WHERE c.record_id = NEW.id AND c.state = 'refused') THEN
    RAISE EXCEPTION 'guard: co-claim-disputed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- As before (20261125400000), and the same of the second person.
CREATE OR REPLACE FUNCTION keep_approved_outcome() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  c correction_cases;
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state IN ('verified', 'published', 'superseded') THEN
      RAISE EXCEPTION 'immutable: a verified record is corrected, never deleted' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD.state NOT IN ('verified', 'published', 'superseded') THEN
    IF NEW.correction_id IS DISTINCT FROM OLD.correction_id THEN
      RAISE EXCEPTION 'guard: only an approved record is corrected' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF follows_merger(OLD.organization_id, NEW.organization_id)
    AND to_jsonb(NEW) - 'organization_id' = to_jsonb(OLD) - 'organization_id' THEN
    RETURN NEW;
  END IF;
  IF (NEW.level, NEW.parties, NEW.issuer, NEW.follows_id, NEW.follow, NEW.chain_step, NEW.project_id)
    IS DISTINCT FROM (OLD.level, OLD.parties, OLD.issuer, OLD.follows_id, OLD.follow, OLD.chain_step, OLD.project_id) THEN
    RAISE EXCEPTION 'immutable: a verified record is corrected, never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.correction_id IS DISTINCT FROM OLD.correction_id THEN
    SELECT * INTO c FROM correction_cases WHERE alliance_id = NEW.alliance_id AND id = NEW.correction_id AND record_id = OLD.id;
    IF c.state IS DISTINCT FROM 'applied' OR OLD.version <> c.record_version OR (
      NEW.organization_id, NEW.metric_code, NEW.title, NEW.year, NEW.occurred_on, NEW.quantity, NEW.natural_key, NEW.file_id,
      NEW.state, NEW.verified_by_id, NEW.verified_at, NEW.approved_by_id, NEW.approved_at, NEW.version
    ) IS DISTINCT FROM (
      coalesce(c.new_organization_id, OLD.organization_id), coalesce(c.new_metric_code, OLD.metric_code), OLD.title,
      coalesce(c.new_year, OLD.year), coalesce(c.new_occurred_on, OLD.occurred_on), coalesce(c.new_quantity, OLD.quantity),
      CASE WHEN c.withdraws THEN NULL ELSE coalesce(c.new_natural_key, OLD.natural_key) END, coalesce(c.new_file_id, OLD.file_id),
      CASE WHEN c.withdraws THEN 'superseded' ELSE OLD.state END, OLD.verified_by_id, OLD.verified_at,
      OLD.approved_by_id, OLD.approved_at, OLD.version + 1
    ) OR c.new_natural_key IS NULL AND NEW.key_name IS DISTINCT FROM OLD.key_name THEN
      RAISE EXCEPTION 'immutable: a verified record becomes what its decided correction says' USING ERRCODE = 'restrict_violation';
    END IF;
    INSERT INTO outcome_versions (alliance_id, record_id, case_id, version, organization_id, metric_code, title, natural_key, year,
      occurred_on, quantity, state, file_id, verified_by_id, verified_at, until)
    VALUES (OLD.alliance_id, OLD.id, c.id, OLD.version, OLD.organization_id, OLD.metric_code, OLD.title,
      OLD.natural_key, OLD.year, OLD.occurred_on, OLD.quantity, OLD.state, OLD.file_id, OLD.verified_by_id, OLD.verified_at,
      c.decided_at);
    RETURN NEW;
  END IF;
  IF (
    NEW.organization_id, NEW.metric_code, NEW.title, NEW.year, NEW.occurred_on, NEW.quantity, NEW.verified_by_id,
    NEW.verified_at, NEW.natural_key, NEW.key_name, NEW.file_id
  ) IS DISTINCT FROM (
    OLD.organization_id, OLD.metric_code, OLD.title, OLD.year, OLD.occurred_on, OLD.quantity, OLD.verified_by_id,
    OLD.verified_at, OLD.natural_key, OLD.key_name, OLD.file_id
  ) THEN
    RAISE EXCEPTION 'immutable: a verified record is corrected, never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state <> OLD.state OR (NEW.approved_by_id, NEW.approved_at) IS DISTINCT FROM (OLD.approved_by_id, OLD.approved_at) THEN
    IF OLD.state = 'verified' AND NEW.state = 'published' AND NEW.approved_by_id IS NOT NULL THEN
      IF EXISTS (SELECT 1 FROM correction_cases x WHERE x.alliance_id = NEW.alliance_id AND x.record_id = NEW.id
        AND x.state IN ('requested', 'endorsed')) THEN
        RAISE EXCEPTION 'guard: a record under correction is not published' USING ERRCODE = 'restrict_violation';
      END IF;
      IF EXISTS (SELECT 1 FROM outcome_co_claims x WHERE x.record_id = NEW.id AND x.state = 'refused') THEN
        RAISE EXCEPTION 'guard: co-claim-disputed' USING ERRCODE = 'restrict_violation';
      END IF;
      IF outcome_verifier_is_party(NEW.id, NEW.organization_id, NEW.approved_by_id, NEW.approved_at)
        OR outcome_judge_asks(NEW.id, NEW.approved_by_id, NEW.approved_at) THEN
        RAISE EXCEPTION 'guard: own-figure' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END IF;
    IF OLD.state = 'published' AND NEW.state = 'verified' AND NEW.approved_by_id IS NULL AND EXISTS (
      SELECT 1 FROM outcome_takebacks b WHERE b.alliance_id = OLD.alliance_id AND b.record_id = OLD.id AND b.version = OLD.version) THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION 'immutable: an approved record is not taken back quietly, and from the top down only' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
