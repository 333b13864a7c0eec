-- CreateEnum
CREATE TYPE "evidence_end_kind" AS ENUM ('withdrawn', 'expired');

-- CreateEnum
CREATE TYPE "sample_cause" AS ENUM ('random', 'weighty');

-- CreateEnum
CREATE TYPE "sample_outcome" AS ENUM ('confirmed', 'corrected_down', 'rejected', 'needs_visit');

-- CreateTable
CREATE TABLE "outcome_readings" (
    "alliance_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "file_id" UUID,
    "sha256" CHAR(64),
    "paper_on" DATE,
    "owner_named" BOOLEAN,
    "passed" VARCHAR(30)[] DEFAULT ARRAY[]::VARCHAR(30)[],
    "reason" VARCHAR(500),
    "read_by_id" UUID NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outcome_readings_pkey" PRIMARY KEY ("alliance_id","record_id","version")
);

-- CreateTable
CREATE TABLE "evidence_ends" (
    "alliance_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "kind" "evidence_end_kind" NOT NULL,
    "ends_on" DATE NOT NULL,
    "reason" VARCHAR(500) NOT NULL,
    "ended_by_id" UUID NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_ends_pkey" PRIMARY KEY ("alliance_id","file_id")
);

-- CreateTable
CREATE TABLE "verification_samples" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "seed" VARCHAR(64) NOT NULL,
    "period_from" DATE NOT NULL,
    "period_to" DATE NOT NULL,
    "percent" INTEGER NOT NULL,
    "at_least" INTEGER NOT NULL,
    "population" INTEGER NOT NULL,
    "size" INTEGER NOT NULL,
    "threshold" CHAR(64) NOT NULL,
    "drawn_by_id" UUID NOT NULL,
    "drawn_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_by_id" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "verification_samples_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification_sample_items" (
    "alliance_id" UUID NOT NULL,
    "sample_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "cause" "sample_cause" NOT NULL,
    "record_version" INTEGER NOT NULL,
    "quantity" DECIMAL(18,2) NOT NULL,
    "outcome" "sample_outcome",
    "note" VARCHAR(500),
    "found_by_id" UUID,
    "found_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "verification_sample_items_pkey" PRIMARY KEY ("alliance_id","sample_id","record_id")
);

-- CreateTable
CREATE TABLE "site_visits" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "visited_on" DATE NOT NULL,
    "place" VARCHAR(200) NOT NULL,
    "visitors" VARCHAR(300) NOT NULL,
    "findings" VARCHAR(2000) NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "site_visits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "site_visit_records" (
    "alliance_id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,

    CONSTRAINT "site_visit_records_pkey" PRIMARY KEY ("alliance_id","visit_id","record_id")
);

-- CreateTable
CREATE TABLE "site_visit_files" (
    "alliance_id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,

    CONSTRAINT "site_visit_files_pkey" PRIMARY KEY ("alliance_id","visit_id","file_id")
);

-- CreateIndex
CREATE INDEX "outcome_readings_alliance_id_file_id_idx" ON "outcome_readings"("alliance_id", "file_id");

-- CreateIndex
CREATE UNIQUE INDEX "verification_samples_alliance_id_id_key" ON "verification_samples"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "verification_samples_alliance_id_seed_key" ON "verification_samples"("alliance_id", "seed");

-- CreateIndex
CREATE INDEX "verification_sample_items_alliance_id_record_id_idx" ON "verification_sample_items"("alliance_id", "record_id");

-- CreateIndex
CREATE INDEX "site_visits_alliance_id_visited_on_idx" ON "site_visits"("alliance_id", "visited_on");

-- CreateIndex
CREATE INDEX "site_visits_organization_id_idx" ON "site_visits"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "site_visits_alliance_id_id_key" ON "site_visits"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "site_visit_records_alliance_id_record_id_idx" ON "site_visit_records"("alliance_id", "record_id");

-- CreateIndex
CREATE INDEX "site_visit_files_alliance_id_file_id_idx" ON "site_visit_files"("alliance_id", "file_id");

-- AddForeignKey
ALTER TABLE "outcome_readings" ADD CONSTRAINT "outcome_readings_alliance_id_record_id_fkey" FOREIGN KEY ("alliance_id", "record_id") REFERENCES "outcome_records"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_readings" ADD CONSTRAINT "outcome_readings_alliance_id_file_id_fkey" FOREIGN KEY ("alliance_id", "file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_ends" ADD CONSTRAINT "evidence_ends_alliance_id_file_id_fkey" FOREIGN KEY ("alliance_id", "file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verification_samples" ADD CONSTRAINT "verification_samples_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verification_sample_items" ADD CONSTRAINT "verification_sample_items_alliance_id_sample_id_fkey" FOREIGN KEY ("alliance_id", "sample_id") REFERENCES "verification_samples"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verification_sample_items" ADD CONSTRAINT "verification_sample_items_alliance_id_record_id_fkey" FOREIGN KEY ("alliance_id", "record_id") REFERENCES "outcome_records"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site_visits" ADD CONSTRAINT "site_visits_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site_visits" ADD CONSTRAINT "site_visits_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site_visit_records" ADD CONSTRAINT "site_visit_records_alliance_id_visit_id_fkey" FOREIGN KEY ("alliance_id", "visit_id") REFERENCES "site_visits"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site_visit_records" ADD CONSTRAINT "site_visit_records_alliance_id_record_id_fkey" FOREIGN KEY ("alliance_id", "record_id") REFERENCES "outcome_records"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site_visit_files" ADD CONSTRAINT "site_visit_files_alliance_id_visit_id_fkey" FOREIGN KEY ("alliance_id", "visit_id") REFERENCES "site_visits"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site_visit_files" ADD CONSTRAINT "site_visit_files_alliance_id_file_id_fkey" FOREIGN KEY ("alliance_id", "file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Hand-written from here: what the schema cannot express.
ALTER TABLE outcome_readings
  ADD CONSTRAINT outcome_readings_reason CHECK (passed IS NOT NULL AND (cardinality(passed) = 0 OR btrim(coalesce(reason, '')) <> '')),
  ADD CONSTRAINT outcome_readings_hash CHECK ((file_id IS NULL) = (sha256 IS NULL)),
  ADD CONSTRAINT outcome_readings_named CHECK (owner_named IS NOT FALSE OR 'owner_not_named' = ANY(passed));
ALTER TABLE evidence_ends ADD CONSTRAINT evidence_ends_reason CHECK (btrim(reason) <> '');
ALTER TABLE verification_samples
  ADD CONSTRAINT verification_samples_period CHECK (period_from <= period_to),
  ADD CONSTRAINT verification_samples_numbers CHECK (percent BETWEEN 1 AND 10000 AND at_least >= 1 AND population >= size AND size >= 1),
  ADD CONSTRAINT verification_samples_closed CHECK ((closed_by_id IS NULL) = (closed_at IS NULL));
ALTER TABLE verification_sample_items
  ADD CONSTRAINT verification_sample_items_found CHECK ((outcome IS NULL) = (found_by_id IS NULL) AND (outcome IS NULL) = (found_at IS NULL)),
  ADD CONSTRAINT verification_sample_items_note CHECK (outcome IS NULL OR outcome = 'confirmed' OR btrim(coalesce(note, '')) <> '');
ALTER TABLE site_visits ADD CONSTRAINT site_visits_words CHECK (btrim(place) <> '' AND btrim(visitors) <> '' AND btrim(findings) <> '');

CREATE TRIGGER outcome_readings_immutable BEFORE UPDATE OR DELETE ON outcome_readings FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER evidence_ends_immutable BEFORE UPDATE OR DELETE ON evidence_ends FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER site_visit_records_immutable BEFORE UPDATE OR DELETE ON site_visit_records FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER site_visit_files_immutable BEFORE UPDATE OR DELETE ON site_visit_files FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER verification_samples_tenant BEFORE UPDATE OF alliance_id ON verification_samples FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance();
CREATE TRIGGER verification_sample_items_tenant BEFORE UPDATE OF alliance_id ON verification_sample_items FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance();
CREATE TRIGGER site_visits_tenant BEFORE UPDATE OF alliance_id ON site_visits FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance();

-- What was found on the spot stays written; it follows a merger of the organization.
CREATE FUNCTION site_visit_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND follows_merger(OLD.organization_id, NEW.organization_id)
    AND to_jsonb(NEW) - 'organization_id' = to_jsonb(OLD) - 'organization_id' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'immutable: a site visit is never changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER site_visits_stay BEFORE UPDATE OR DELETE ON site_visits FOR EACH ROW EXECUTE FUNCTION site_visit_stays();

-- A visit is about results of the organization that was visited.
CREATE FUNCTION site_visit_record_fits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM site_visits v JOIN outcome_records o ON o.alliance_id = v.alliance_id AND o.id = NEW.record_id
    WHERE v.alliance_id = NEW.alliance_id AND v.id = NEW.visit_id AND (o.organization_id = v.organization_id OR EXISTS (
      SELECT 1 FROM outcome_shares s WHERE s.record_id = o.id AND s.organization_id = v.organization_id))) THEN
    RAISE EXCEPTION 'guard: a visit is about results of the organization visited' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER site_visit_records_fit BEFORE INSERT ON site_visit_records FOR EACH ROW EXECUTE FUNCTION site_visit_record_fits();

-- The version whose findings count: of a waiting record its own; of an approved one the version that was verified. What was
-- verified before readings were kept was verified as the version before.
CREATE FUNCTION outcome_judged_version(alliance uuid, record uuid, s figure_state, v int) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN s IN ('verified', 'published')
    THEN coalesce((SELECT max(r.version) FROM outcome_readings r WHERE r.alliance_id = alliance AND r.record_id = record), v - 1)
    ELSE v END
$$;

-- No block is passed, and what wants a reason is passed with one; a paper that is gone proves nothing.
CREATE FUNCTION outcome_findings_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE passed_over text[];
BEGIN
  SELECT r.passed::text[] INTO passed_over FROM outcome_readings r
    WHERE r.alliance_id = OLD.alliance_id AND r.record_id = OLD.id AND r.version = OLD.version;
  IF EXISTS (SELECT 1 FROM outcome_findings f WHERE f.alliance_id = OLD.alliance_id AND f.record_id = OLD.id
    AND f.version = OLD.version AND (f.strength = 'block'
      OR f.strength = 'reason' AND (f.kind::text = ANY(passed_over)) IS NOT TRUE)) THEN
    RAISE EXCEPTION 'guard: findings are passed over with a reason' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER outcome_records_findings BEFORE UPDATE OF state ON outcome_records FOR EACH ROW
  WHEN (OLD.state = 'submitted' AND NEW.state = 'verified') EXECUTE FUNCTION outcome_findings_guard();

-- Un-approval from the top down: an approved report of the year that froze the number, or an approved cycle of the period
-- that shows it, keeps what is below.
CREATE FUNCTION outcome_held_above(alliance uuid, metric varchar, y int, day date) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce(
    (SELECT e.title FROM editions e WHERE e.alliance_id = alliance AND e.year = y AND e.approved_at IS NOT NULL
      AND EXISTS (SELECT 1 FROM edition_figures f WHERE f.alliance_id = e.alliance_id AND f.edition_id = e.id
        AND f.round = e.snapshot_round AND f.kind = 'metric' AND f.code = metric) LIMIT 1),
    (SELECT c.name FROM reporting_cycles c WHERE c.alliance_id = alliance AND c.approved_at IS NOT NULL
      AND day BETWEEN c.period_from AND c.period_to AND EXISTS (SELECT 1 FROM indicators i
        WHERE i.alliance_id = c.alliance_id AND i.set_id = c.set_id AND i.metric_code = metric) LIMIT 1))
$$;
CREATE FUNCTION outcome_takeback_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM outcome_records o WHERE o.alliance_id = NEW.alliance_id AND o.id = NEW.record_id
    AND outcome_held_above(o.alliance_id, o.metric_code, o.year, o.occurred_on) IS NOT NULL) THEN
    RAISE EXCEPTION 'guard: what stands above is taken back first' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER outcome_takebacks_top_down BEFORE INSERT ON outcome_takebacks FOR EACH ROW EXECUTE FUNCTION outcome_takeback_guard();

-- The place of a record in the order of a seed.
CREATE FUNCTION sample_digest(seed text, record uuid) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT encode(sha256(convert_to(seed || ':' || record::text, 'UTF8')), 'hex')
$$;

-- What was drawn stays drawn; only its finding is added, and closing wants a finding of each.
CREATE FUNCTION verification_sample_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.closed_at IS NOT NULL
    OR to_jsonb(NEW) - '{closed_by_id,closed_at,version}'::text[] <> to_jsonb(OLD) - '{closed_by_id,closed_at,version}'::text[] THEN
    RAISE EXCEPTION 'immutable: a sample stays as it was drawn' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.closed_at IS NOT NULL AND EXISTS (SELECT 1 FROM verification_sample_items i WHERE i.alliance_id = NEW.alliance_id
    AND i.sample_id = NEW.id AND (i.outcome IS NULL OR i.outcome = 'needs_visit')) THEN
    RAISE EXCEPTION 'guard: every drawn record has its finding first' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER verification_samples_stay BEFORE UPDATE OR DELETE ON verification_samples FOR EACH ROW EXECUTE FUNCTION verification_sample_stays();

CREATE FUNCTION verification_sample_item_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.outcome IS NOT NULL AND OLD.outcome <> 'needs_visit'
    OR to_jsonb(NEW) - '{outcome,note,found_by_id,found_at,version}'::text[]
      <> to_jsonb(OLD) - '{outcome,note,found_by_id,found_at,version}'::text[]
    OR EXISTS (SELECT 1 FROM verification_samples s WHERE s.alliance_id = OLD.alliance_id AND s.id = OLD.sample_id AND s.closed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'immutable: a finding of a sample stays' USING ERRCODE = 'restrict_violation';
  END IF;
  -- A-31, and by another one than who verified: the finding is a second look.
  IF EXISTS (SELECT 1 FROM outcome_records o WHERE o.alliance_id = NEW.alliance_id AND o.id = NEW.record_id
    AND (NEW.found_by_id IN (o.entered_by_id, o.verified_by_id)
      OR outcome_verifier_is_party(o.id, o.organization_id, NEW.found_by_id, NEW.found_at))) THEN
    RAISE EXCEPTION 'guard: own-figure' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.outcome = 'needs_visit' AND NOT EXISTS (SELECT 1 FROM site_visit_records r JOIN site_visits v
      ON v.alliance_id = r.alliance_id AND v.id = r.visit_id
    WHERE r.alliance_id = NEW.alliance_id AND r.record_id = NEW.record_id AND v.recorded_at >= OLD.found_at) THEN
    RAISE EXCEPTION 'guard: a visit first' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER verification_sample_items_stay BEFORE UPDATE OR DELETE ON verification_sample_items FOR EACH ROW
  EXECUTE FUNCTION verification_sample_item_stays();

-- As before, and dated from the moment at which the result was handed in.
CREATE OR REPLACE FUNCTION judge_outcomes(p_ids uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO outcome_findings (alliance_id, record_id, version, kind, strength, details, found_at)
  SELECT n.alliance_id, n.id, n.version, f.kind::finding_kind, f.strength::finding_strength, f.details, n.state_since
  FROM outcome_records n
  JOIN metric_definitions m ON m.code = n.metric_code
  JOIN alliances a ON a.id = n.alliance_id
  LEFT JOIN stored_files s ON s.alliance_id = n.alliance_id AND s.id = n.file_id
  CROSS JOIN LATERAL (
    SELECT count(*) AS n FROM (
      SELECT 1 FROM stored_files t JOIN outcome_records o ON o.alliance_id = t.alliance_id AND o.file_id = t.id
      WHERE t.alliance_id = n.alliance_id AND t.sha256 = s.sha256 AND o.id <> n.id AND o.state <> 'superseded'
      -- Beyond so many the number says nothing more, and a paper of thousands would make each of them dear.
      LIMIT 99) several) again
  LEFT JOIN LATERAL (
    SELECT o.quantity FROM outcome_records o
    WHERE o.alliance_id = n.alliance_id AND o.organization_id = n.organization_id AND o.metric_code = n.metric_code
      AND o.state IN ('verified', 'published') AND o.id <> n.id AND o.occurred_on < n.occurred_on AND m.aggregation <> 'distinct'
    ORDER BY o.occurred_on DESC, o.id LIMIT 1) last ON true
  CROSS JOIN LATERAL (
    SELECT 'evidence_missing' AS kind, CASE WHEN m.evidence_required THEN 'block' ELSE 'info' END AS strength, '{}'::jsonb AS details
      WHERE n.file_id IS NULL
    UNION ALL SELECT 'evidence_reused', 'reason', jsonb_build_object('count', again.n) WHERE again.n > 0
    UNION ALL SELECT 'outside_membership', 'reason', '{}'::jsonb WHERE NOT EXISTS (
      SELECT 1 FROM memberships y JOIN membership_periods p ON p.membership_id = y.id
      WHERE y.alliance_id = n.alliance_id AND y.organization_id = n.organization_id
        AND daterange(p.valid_from, p.valid_to, '[]') @> n.occurred_on)
    UNION ALL SELECT 'rate_above_hundred', 'block', '{}'::jsonb WHERE m.unit_zh = '%' AND n.quantity > 100
    UNION ALL SELECT 'big_change', 'reason', jsonb_build_object('before', last.quantity::text, 'now', n.quantity::text)
      WHERE abs(n.quantity - last.quantity) * 2 > last.quantity
  ) f
  WHERE n.id = ANY(p_ids) AND n.state = 'submitted'
  ON CONFLICT DO NOTHING
$$;
