-- AlterTable
ALTER TABLE "outcome_versions" ALTER COLUMN "natural_key" SET DATA TYPE VARCHAR(400);

-- CreateIndex
CREATE INDEX "correction_cases_new_organization_id_idx" ON "correction_cases"("new_organization_id");

-- AddForeignKey
ALTER TABLE "correction_cases" ADD CONSTRAINT "correction_cases_new_organization_id_fkey" FOREIGN KEY ("new_organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Hand-written from here: what the schema cannot express.

-- What an open correction asks for is never changed; it follows a merger, as the record that it is about does.
CREATE OR REPLACE FUNCTION correction_case_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'requested' THEN
      RAISE EXCEPTION 'guard: a correction begins as a request' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' OR OLD.state IN ('applied', 'refused', 'withdrawn') THEN
    RAISE EXCEPTION 'immutable: a decided correction is never changed, and none is deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF follows_merger(OLD.new_organization_id, NEW.new_organization_id)
    AND to_jsonb(NEW) - 'new_organization_id' = to_jsonb(OLD) - 'new_organization_id' THEN
    RETURN NEW;
  END IF;
  IF to_jsonb(NEW) - ARRAY['state', 'endorsed_by_id', 'endorsed_at', 'decided_by_id', 'decided_at', 'refusal', 'impact', 'version']
    IS DISTINCT FROM to_jsonb(OLD) - ARRAY['state', 'endorsed_by_id', 'endorsed_at', 'decided_by_id', 'decided_at', 'refusal', 'impact', 'version'] THEN
    RAISE EXCEPTION 'immutable: what a correction asks for is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (OLD.state::text, NEW.state::text) NOT IN (('requested', 'endorsed'), ('requested', 'refused'), ('requested', 'withdrawn'),
    ('endorsed', 'applied'), ('endorsed', 'refused'), ('endorsed', 'withdrawn'))
    OR OLD.endorsed_by_id IS NOT NULL AND NEW.endorsed_by_id IS DISTINCT FROM OLD.endorsed_by_id THEN
    RAISE EXCEPTION 'guard: a correction goes from % not to %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- An approved record keeps the parts of its key, its place in a chain and its project too; the name of the thing goes with
-- a corrected key. A record that was corrected once and lost its verification later is amended and verified as any other.
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
      NEW.state, NEW.verified_by_id, NEW.verified_at, NEW.version
    ) IS DISTINCT FROM (
      coalesce(c.new_organization_id, OLD.organization_id), coalesce(c.new_metric_code, OLD.metric_code), OLD.title,
      coalesce(c.new_year, OLD.year), coalesce(c.new_occurred_on, OLD.occurred_on), coalesce(c.new_quantity, OLD.quantity),
      CASE WHEN c.withdraws THEN NULL ELSE coalesce(c.new_natural_key, OLD.natural_key) END, coalesce(c.new_file_id, OLD.file_id),
      CASE WHEN c.withdraws THEN 'superseded' ELSE OLD.state END, OLD.verified_by_id, OLD.verified_at, OLD.version + 1
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
  ) OR (NEW.state <> OLD.state AND (OLD.state, NEW.state) <> ('verified', 'published')) THEN
    RAISE EXCEPTION 'immutable: a verified record is corrected, never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- A record that counts no more has given its key back, and needs not go on from anything under it; and one whose key and day
-- stay goes on as it did, whatever became of the one before it.
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
        AND (TG_OP = 'INSERT' OR (NEW.follows_id, NEW.follow, NEW.natural_key, NEW.occurred_on)
          IS DISTINCT FROM (OLD.follows_id, OLD.follow, OLD.natural_key, OLD.occurred_on))
        AND (outcome_key(NEW.natural_key) = outcome_key(p.natural_key) AND NEW.occurred_on >= p.occurred_on) IS NOT TRUE THEN
      RAISE EXCEPTION 'guard: a result goes on at a higher level or with new money of the same owner' USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  IF TG_OP = 'UPDATE' AND EXISTS (SELECT 1 FROM outcome_records n WHERE n.alliance_id = NEW.alliance_id AND n.follows_id = NEW.id
    AND n.follow = 'upgrade' AND (n.level > NEW.level) IS NOT TRUE) THEN
    RAISE EXCEPTION 'guard: a result stays below its upgrade' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- Two results are doubted once, whichever of them is named first: judged twice, each would be taken off for the other.
ALTER TABLE outcome_pairs DISABLE TRIGGER outcome_pairs_stay;
DELETE FROM outcome_pairs p USING outcome_pairs q WHERE q.alliance_id = p.alliance_id AND q.first_id = p.second_id
  AND q.second_id = p.first_id AND p.state = 'open' AND (q.state <> 'open' OR q.id < p.id);
ALTER TABLE outcome_pairs ENABLE TRIGGER outcome_pairs_stay;
CREATE UNIQUE INDEX outcome_pairs_two_once ON outcome_pairs (alliance_id, least(first_id, second_id), greatest(first_id, second_id));

-- The past of the totals as they were shown: what was taken off a number is off from the day on which it was taken.
CREATE OR REPLACE FUNCTION outcome_history_from_stamps(p_alliance uuid) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  n bigint;
BEGIN
  WITH stamped AS (
    SELECT o.id, o.alliance_id, o.metric_code, o.year, o.organization_id, o.quantity, a.time_zone, s.state, s.at, s.sign
    FROM outcome_records o JOIN alliances a ON a.id = o.alliance_id
    CROSS JOIN LATERAL (
      SELECT 'submitted'::figure_state AS state, o.submitted_at AS at, 1 AS sign
        WHERE o.submitted_at IS NOT NULL AND o.state IN ('submitted', 'verified', 'published')
      UNION ALL SELECT 'submitted', o.verified_at, -1
        WHERE o.submitted_at IS NOT NULL AND o.state IN ('verified', 'published')
      UNION ALL SELECT 'verified', o.verified_at, 1 WHERE o.state IN ('verified', 'published')
      UNION ALL SELECT 'verified', greatest(o.state_since, o.verified_at), -1 WHERE o.state = 'published'
      UNION ALL SELECT o.state, greatest(o.state_since, o.verified_at), 1 WHERE o.state NOT IN ('submitted', 'verified')
    ) s
    WHERE o.alliance_id = p_alliance),
  steps AS (
    SELECT s.alliance_id, s.metric_code, s.year, s.organization_id, s.state, (s.at AT TIME ZONE s.time_zone)::date AS day,
      s.sign AS records, s.sign * (s.quantity + coalesce((SELECT sum(j.amount) FROM outcome_adjustments j
        WHERE j.alliance_id = s.alliance_id AND j.record_id = s.id AND j.created_at < s.at), 0)) AS total
    FROM stamped s
    UNION ALL
    SELECT s.alliance_id, s.metric_code, s.year, s.organization_id, s.state, (j.created_at AT TIME ZONE s.time_zone)::date, 0, j.amount
    FROM outcome_adjustments j CROSS JOIN LATERAL (SELECT * FROM stamped e WHERE e.alliance_id = j.alliance_id
      AND e.id = j.record_id AND e.sign = 1 AND e.at <= j.created_at
      ORDER BY e.at DESC, e.state DESC LIMIT 1) s
    WHERE j.alliance_id = p_alliance),
  days AS (
    SELECT alliance_id, metric_code, year, state, organization_id, day, sum(records) AS records, sum(total) AS total
    FROM steps GROUP BY 1, 2, 3, 4, 5, 6),
  balances AS (
    SELECT alliance_id, metric_code, year, state, organization_id, day,
      sum(records) OVER key AS records, sum(total) OVER key AS total
    FROM days WINDOW key AS (PARTITION BY alliance_id, metric_code, year, state, organization_id ORDER BY day)),
  firsts AS (
    SELECT alliance_id, metric_code, year, state, organization_id, min(day) AS day FROM outcome_rollup_days
    WHERE alliance_id = p_alliance GROUP BY 1, 2, 3, 4, 5),
  told AS (
    INSERT INTO outcome_rollup_days (alliance_id, metric_code, year, state, organization_id, day, records, total)
      SELECT b.alliance_id, b.metric_code, b.year, b.state, b.organization_id, b.day, b.records::int, b.total
      FROM balances b LEFT JOIN firsts f USING (alliance_id, metric_code, year, state, organization_id)
      WHERE b.day < coalesce(f.day, (SELECT (now() AT TIME ZONE time_zone)::date FROM alliances WHERE id = p_alliance))
      ORDER BY b.day DESC
      RETURNING 1)
  SELECT count(*) INTO n FROM told;
  -- A total that was passed through before the history began, and holds nothing now, is known to be empty today.
  INSERT INTO outcome_rollup_days (alliance_id, metric_code, year, state, organization_id, day, records, total)
    SELECT d.alliance_id, d.metric_code, d.year, d.state, d.organization_id, (now() AT TIME ZONE a.time_zone)::date,
      coalesce(r.records, 0), coalesce(r.total, 0)
    FROM (SELECT DISTINCT ON (alliance_id, metric_code, year, state, organization_id) * FROM outcome_rollup_days
      WHERE alliance_id = p_alliance ORDER BY alliance_id, metric_code, year, state, organization_id, day DESC) d
    JOIN alliances a ON a.id = d.alliance_id
    LEFT JOIN outcome_rollups r USING (alliance_id, metric_code, year, state, organization_id)
    WHERE d.records <> coalesce(r.records, 0) OR d.total <> coalesce(r.total, 0);
  RETURN n;
END $$;
