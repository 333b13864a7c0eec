-- CreateEnum
CREATE TYPE "correction_state" AS ENUM ('requested', 'endorsed', 'applied', 'refused', 'withdrawn');

-- CreateEnum
CREATE TYPE "correction_reason" AS ENUM ('clerical', 'late_evidence', 'fraud', 'definition', 'double_count');

-- AlterTable
ALTER TABLE "outcome_records" ADD COLUMN     "correction_id" UUID;

-- CreateTable
CREATE TABLE "correction_cases" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "record_id" UUID NOT NULL,
    "record_version" INTEGER NOT NULL,
    "state" "correction_state" NOT NULL DEFAULT 'requested',
    "reason_code" "correction_reason" NOT NULL,
    "reason" VARCHAR(1000) NOT NULL,
    "new_quantity" DECIMAL(18,2),
    "new_natural_key" VARCHAR(120),
    "new_occurred_on" DATE,
    "new_year" INTEGER,
    "new_metric_code" VARCHAR(10),
    "new_organization_id" UUID,
    "new_file_id" UUID,
    "withdraws" BOOLEAN NOT NULL DEFAULT false,
    "requested_by_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endorsed_by_id" UUID,
    "endorsed_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "refusal" VARCHAR(1000),
    "impact" JSONB,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "correction_cases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "correction_files" (
    "alliance_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,

    CONSTRAINT "correction_files_pkey" PRIMARY KEY ("alliance_id","case_id","file_id")
);

-- CreateTable
CREATE TABLE "outcome_versions" (
    "alliance_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "organization_id" UUID NOT NULL,
    "metric_code" VARCHAR(10) NOT NULL,
    "title" VARCHAR(200) NOT NULL,
    "natural_key" VARCHAR(120),
    "year" INTEGER NOT NULL,
    "occurred_on" DATE NOT NULL,
    "quantity" DECIMAL(18,2) NOT NULL,
    "state" "figure_state" NOT NULL,
    "file_id" UUID,
    "verified_by_id" UUID,
    "verified_at" TIMESTAMPTZ(3),
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "outcome_versions_pkey" PRIMARY KEY ("alliance_id","case_id")
);

-- CreateTable
CREATE TABLE "outcome_rollup_days" (
    "alliance_id" UUID NOT NULL,
    "metric_code" VARCHAR(10) NOT NULL,
    "year" INTEGER NOT NULL,
    "state" "figure_state" NOT NULL,
    "organization_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "records" INTEGER NOT NULL,
    "total" DECIMAL(20,2) NOT NULL,

    CONSTRAINT "outcome_rollup_days_pkey" PRIMARY KEY ("alliance_id","metric_code","year","state","organization_id","day")
);

-- CreateIndex
CREATE INDEX "correction_cases_alliance_id_state_requested_at_idx" ON "correction_cases"("alliance_id", "state", "requested_at");

-- CreateIndex
CREATE INDEX "correction_cases_alliance_id_record_id_idx" ON "correction_cases"("alliance_id", "record_id");

-- CreateIndex
CREATE INDEX "correction_cases_new_metric_code_idx" ON "correction_cases"("new_metric_code");

-- CreateIndex
CREATE INDEX "correction_cases_alliance_id_new_file_id_idx" ON "correction_cases"("alliance_id", "new_file_id");

-- CreateIndex
CREATE UNIQUE INDEX "correction_cases_alliance_id_id_key" ON "correction_cases"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "correction_cases_alliance_id_number_key" ON "correction_cases"("alliance_id", "number");

-- CreateIndex
CREATE INDEX "correction_files_alliance_id_file_id_idx" ON "correction_files"("alliance_id", "file_id");

-- CreateIndex
CREATE INDEX "outcome_versions_metric_code_idx" ON "outcome_versions"("metric_code");

-- CreateIndex
CREATE INDEX "outcome_versions_alliance_id_file_id_idx" ON "outcome_versions"("alliance_id", "file_id");

-- CreateIndex
CREATE UNIQUE INDEX "outcome_versions_alliance_id_record_id_version_key" ON "outcome_versions"("alliance_id", "record_id", "version");

-- CreateIndex
CREATE INDEX "outcome_rollup_days_metric_code_idx" ON "outcome_rollup_days"("metric_code");

-- CreateIndex
CREATE INDEX "outcome_records_alliance_id_correction_id_idx" ON "outcome_records"("alliance_id", "correction_id");

-- AddForeignKey
ALTER TABLE "correction_cases" ADD CONSTRAINT "correction_cases_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction_cases" ADD CONSTRAINT "correction_cases_alliance_id_record_id_fkey" FOREIGN KEY ("alliance_id", "record_id") REFERENCES "outcome_records"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction_cases" ADD CONSTRAINT "correction_cases_new_metric_code_fkey" FOREIGN KEY ("new_metric_code") REFERENCES "metric_definitions"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction_cases" ADD CONSTRAINT "correction_cases_alliance_id_new_file_id_fkey" FOREIGN KEY ("alliance_id", "new_file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction_files" ADD CONSTRAINT "correction_files_alliance_id_case_id_fkey" FOREIGN KEY ("alliance_id", "case_id") REFERENCES "correction_cases"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction_files" ADD CONSTRAINT "correction_files_alliance_id_file_id_fkey" FOREIGN KEY ("alliance_id", "file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_versions" ADD CONSTRAINT "outcome_versions_alliance_id_record_id_fkey" FOREIGN KEY ("alliance_id", "record_id") REFERENCES "outcome_records"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_versions" ADD CONSTRAINT "outcome_versions_alliance_id_case_id_fkey" FOREIGN KEY ("alliance_id", "case_id") REFERENCES "correction_cases"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_versions" ADD CONSTRAINT "outcome_versions_metric_code_fkey" FOREIGN KEY ("metric_code") REFERENCES "metric_definitions"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_versions" ADD CONSTRAINT "outcome_versions_alliance_id_file_id_fkey" FOREIGN KEY ("alliance_id", "file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_rollup_days" ADD CONSTRAINT "outcome_rollup_days_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_rollup_days" ADD CONSTRAINT "outcome_rollup_days_metric_code_fkey" FOREIGN KEY ("metric_code") REFERENCES "metric_definitions"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_records" ADD CONSTRAINT "outcome_records_alliance_id_correction_id_fkey" FOREIGN KEY ("alliance_id", "correction_id") REFERENCES "correction_cases"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the queues ask for.
CREATE UNIQUE INDEX correction_cases_one_open ON correction_cases (alliance_id, record_id) WHERE state IN ('requested', 'endorsed');

-- figure.decide_correction: who asks does not decide, and two others do.
ALTER TABLE correction_cases
  ADD CONSTRAINT correction_cases_number CHECK (number > 0),
  ADD CONSTRAINT correction_cases_reason CHECK (btrim(reason) <> ''),
  ADD CONSTRAINT correction_cases_quantity CHECK (new_quantity >= 0 AND new_quantity < 1000000000000000),
  ADD CONSTRAINT correction_cases_year CHECK (new_year BETWEEN 1980 AND 2100),
  ADD CONSTRAINT correction_cases_changes CHECK (withdraws = (
    num_nonnulls(new_quantity, new_natural_key, new_occurred_on, new_year, new_metric_code, new_organization_id, new_file_id) = 0)),
  ADD CONSTRAINT correction_cases_endorsed CHECK ((endorsed_by_id IS NULL) = (endorsed_at IS NULL)
    AND (state <> 'requested' OR endorsed_by_id IS NULL) AND (state NOT IN ('endorsed', 'applied') OR endorsed_by_id IS NOT NULL)),
  ADD CONSTRAINT correction_cases_decided CHECK ((decided_by_id IS NULL) = (decided_at IS NULL)
    AND (state IN ('applied', 'refused', 'withdrawn')) = (decided_by_id IS NOT NULL)),
  ADD CONSTRAINT correction_cases_hands CHECK (endorsed_by_id IS DISTINCT FROM requested_by_id
    AND (state = 'withdrawn' OR decided_by_id IS NULL OR decided_by_id <> requested_by_id)
    AND (state <> 'applied' OR decided_by_id <> endorsed_by_id)),
  ADD CONSTRAINT correction_cases_refused CHECK ((state = 'refused') = (btrim(coalesce(refusal, '')) <> '')),
  ADD CONSTRAINT correction_cases_impact CHECK ((state = 'applied') = (impact IS NOT NULL));

CREATE FUNCTION correction_case_stays() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE TRIGGER correction_cases_stay BEFORE INSERT OR UPDATE OR DELETE ON correction_cases
  FOR EACH ROW EXECUTE FUNCTION correction_case_stays();
CREATE TRIGGER correction_cases_no_truncate BEFORE TRUNCATE ON correction_cases FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER correction_files_immutable BEFORE UPDATE OR DELETE ON correction_files FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A paper joins the case while nobody has decided about it.
CREATE FUNCTION correction_file_joins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM correction_cases c WHERE c.alliance_id = NEW.alliance_id AND c.id = NEW.case_id AND c.state = 'requested') THEN
    RAISE EXCEPTION 'guard: papers join a correction before it is endorsed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER correction_files_join BEFORE INSERT ON correction_files FOR EACH ROW EXECUTE FUNCTION correction_file_joins();

-- A-34, I-16: an approved record says what a decided correction says, to the letter, or what it said before. The trigger
-- itself keeps what it said, once per case, so nobody can change it and forget.
CREATE FUNCTION keep_approved_outcome() RETURNS trigger LANGUAGE plpgsql AS $$
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
    IF NEW.correction_id IS NOT NULL THEN
      RAISE EXCEPTION 'guard: only an approved record is corrected' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF follows_merger(OLD.organization_id, NEW.organization_id)
    AND to_jsonb(NEW) - 'organization_id' = to_jsonb(OLD) - 'organization_id' THEN
    RETURN NEW;
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
    ) THEN
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
    NEW.verified_at, NEW.natural_key, NEW.file_id
  ) IS DISTINCT FROM (
    OLD.organization_id, OLD.metric_code, OLD.title, OLD.year, OLD.occurred_on, OLD.quantity, OLD.verified_by_id,
    OLD.verified_at, OLD.natural_key, OLD.file_id
  ) OR (NEW.state <> OLD.state AND (OLD.state, NEW.state) <> ('verified', 'published')) THEN
    RAISE EXCEPTION 'immutable: a verified record is corrected, never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER outcome_records_verified_immutable ON outcome_records;
CREATE TRIGGER outcome_records_verified_immutable BEFORE UPDATE OR DELETE ON outcome_records
  FOR EACH ROW EXECUTE FUNCTION keep_approved_outcome();

-- Nobody but that trigger writes a version.
CREATE FUNCTION outcome_version_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'guard: versions are kept by the correction of their record' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER outcome_versions_kept BEFORE INSERT ON outcome_versions FOR EACH ROW EXECUTE FUNCTION outcome_version_is_kept();
CREATE TRIGGER outcome_versions_immutable BEFORE UPDATE OR DELETE ON outcome_versions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER outcome_versions_no_truncate BEFORE TRUNCATE ON outcome_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- As of a date: the closing balance of every total on each day on which it changed, in the alliance's own calendar.
CREATE FUNCTION outcome_rollup_close() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO outcome_rollup_days (alliance_id, metric_code, year, state, organization_id, day, records, total)
    SELECT n.alliance_id, n.metric_code, n.year, n.state, n.organization_id, (now() AT TIME ZONE a.time_zone)::date, n.records, n.total
    FROM new_rows n JOIN alliances a ON a.id = n.alliance_id
    ORDER BY n.alliance_id, n.metric_code, n.year, n.state, n.organization_id
    ON CONFLICT (alliance_id, metric_code, year, state, organization_id, day)
    DO UPDATE SET records = excluded.records, total = excluded.total;
  RETURN NULL;
END $$;
CREATE TRIGGER outcome_rollups_close_new AFTER INSERT ON outcome_rollups REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION outcome_rollup_close();
CREATE TRIGGER outcome_rollups_close_changed AFTER UPDATE ON outcome_rollups REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION outcome_rollup_close();

-- What was shown on a past day is not rewritten; only today's balance moves. Days before the first known one may be told
-- afterwards, latest first, so that a history is begun but never amended.
CREATE FUNCTION outcome_rollup_day_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.day < (SELECT (now() AT TIME ZONE time_zone)::date FROM alliances WHERE id = NEW.alliance_id) AND EXISTS (
      SELECT 1 FROM outcome_rollup_days d WHERE (d.alliance_id, d.metric_code, d.year, d.state, d.organization_id)
        = (NEW.alliance_id, NEW.metric_code, NEW.year, NEW.state, NEW.organization_id) AND d.day <= NEW.day) THEN
      RAISE EXCEPTION 'immutable: the totals of a past day are never rewritten' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' OR (to_jsonb(NEW) - 'records' - 'total') <> (to_jsonb(OLD) - 'records' - 'total')
    OR OLD.day <> (SELECT (now() AT TIME ZONE time_zone)::date FROM alliances WHERE id = OLD.alliance_id) THEN
    RAISE EXCEPTION 'immutable: the totals of a past day are never rewritten' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER outcome_rollup_days_stay BEFORE INSERT OR UPDATE OR DELETE ON outcome_rollup_days
  FOR EACH ROW EXECUTE FUNCTION outcome_rollup_day_stays();
CREATE TRIGGER outcome_rollup_days_no_truncate BEFORE TRUNCATE ON outcome_rollup_days FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Tells the days before the first known balance from the stamps of the records: when each was submitted, verified and
-- moved on. What came back and was sent again in between left no stamp, and stands as submitted since its last time.
CREATE FUNCTION outcome_history_from_stamps(p_alliance uuid) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  n bigint;
BEGIN
  WITH steps AS (
    SELECT o.alliance_id, o.metric_code, o.year, o.organization_id, s.state, (s.at AT TIME ZONE a.time_zone)::date AS day,
      s.sign AS records, s.sign * o.quantity AS total
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

-- What exists already gets its balance of today and then its past.
INSERT INTO outcome_rollup_days (alliance_id, metric_code, year, state, organization_id, day, records, total)
  SELECT r.alliance_id, r.metric_code, r.year, r.state, r.organization_id, (now() AT TIME ZONE a.time_zone)::date, r.records, r.total
  FROM outcome_rollups r JOIN alliances a ON a.id = r.alliance_id;
SELECT outcome_history_from_stamps(id) FROM alliances;

-- What the last balances must equal.
CREATE VIEW outcome_rollup_closing AS
  SELECT DISTINCT ON (alliance_id, metric_code, year, state, organization_id)
    alliance_id, metric_code, year, state, organization_id, day, records, total
  FROM outcome_rollup_days ORDER BY alliance_id, metric_code, year, state, organization_id, day DESC;

CREATE TRIGGER correction_cases_tenant BEFORE UPDATE OF alliance_id ON correction_cases FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance();
