-- CreateEnum
CREATE TYPE "finding_strength" AS ENUM ('block', 'reason', 'info');

-- CreateEnum
CREATE TYPE "finding_kind" AS ENUM ('evidence_missing', 'evidence_reused', 'outside_membership', 'rate_above_hundred', 'big_change');

-- AlterTable
ALTER TABLE "outcome_records" ADD COLUMN     "approved_at" TIMESTAMPTZ(3),
ADD COLUMN     "approved_by_id" UUID;

-- CreateTable
CREATE TABLE "outcome_findings" (
    "alliance_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" "finding_kind" NOT NULL,
    "strength" "finding_strength" NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',
    "found_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outcome_findings_pkey" PRIMARY KEY ("alliance_id","record_id","version","kind")
);

-- CreateTable
CREATE TABLE "outcome_takebacks" (
    "alliance_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "reason" VARCHAR(500) NOT NULL,
    "taken_back_by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outcome_takebacks_pkey" PRIMARY KEY ("alliance_id","record_id","version")
);

-- AddForeignKey
ALTER TABLE "outcome_findings" ADD CONSTRAINT "outcome_findings_alliance_id_record_id_fkey" FOREIGN KEY ("alliance_id", "record_id") REFERENCES "outcome_records"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_takebacks" ADD CONSTRAINT "outcome_takebacks_alliance_id_record_id_fkey" FOREIGN KEY ("alliance_id", "record_id") REFERENCES "outcome_records"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- figure.approve: the second person is another one than who verified and who entered it. What was published before this
-- rule carries no second person.
ALTER TABLE outcome_records
  ADD CONSTRAINT outcome_records_approved CHECK ((approved_by_id IS NULL) = (approved_at IS NULL)
    AND (approved_by_id IS NULL OR state IN ('published', 'superseded'))),
  ADD CONSTRAINT outcome_records_second_person CHECK (
    approved_by_id IS NULL OR approved_by_id IS DISTINCT FROM verified_by_id AND approved_by_id IS DISTINCT FROM entered_by_id);
ALTER TABLE outcome_takebacks ADD CONSTRAINT outcome_takebacks_reason CHECK (btrim(reason) <> '');

CREATE TRIGGER outcome_takebacks_immutable BEFORE UPDATE OR DELETE ON outcome_takebacks FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER outcome_findings_immutable BEFORE UPDATE OR DELETE ON outcome_findings FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- As before (20261125110000), and: publication is by a second person who belongs to none of the owners, and un-approval goes
-- from the top down, one step at a time and with its reason.
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
      IF EXISTS (SELECT 1 FROM outcome_co_claims x WHERE x.record_id = NEW.id AND x.state IN ('proposed', 'refused')) THEN
        RAISE EXCEPTION 'guard: co-claim-open' USING ERRCODE = 'restrict_violation';
      END IF;
      IF outcome_verifier_is_party(NEW.id, NEW.organization_id, NEW.approved_by_id, NEW.approved_at) THEN
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

-- As before (20261125010000): with the verification goes the publication that rested on it.
CREATE OR REPLACE FUNCTION outcome_verification_is_void(old_row outcome_records, new_row outcome_records) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN old_row.state IN ('verified', 'published') AND new_row.state = 'submitted'
    AND new_row.verified_by_id IS NULL AND new_row.verified_at IS NULL
    AND new_row.approved_by_id IS NULL AND new_row.approved_at IS NULL
    AND to_jsonb(new_row) - '{state,state_since,verified_by_id,verified_at,approved_by_id,approved_at,version}'::text[]
      = to_jsonb(old_row) - '{state,state_since,verified_by_id,verified_at,approved_by_id,approved_at,version}'::text[]
    AND outcome_verifier_is_party(old_row.id, old_row.organization_id, old_row.verified_by_id, old_row.verified_at);
END $$;

CREATE INDEX outcome_records_last ON outcome_records (alliance_id, organization_id, metric_code, occurred_on)
  WHERE state IN ('verified', 'published');

-- What the machine notices when a record is handed in. Whole statements at a time, so that a bulk load pays once.
CREATE FUNCTION judge_outcomes(p_ids uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO outcome_findings (alliance_id, record_id, version, kind, strength, details)
  SELECT n.alliance_id, n.id, n.version, f.kind::finding_kind, f.strength::finding_strength, f.details
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
CREATE FUNCTION outcome_is_judged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM judge_outcomes(array_agg(n.id)) FROM new_rows n WHERE n.state = 'submitted' HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER outcome_records_judged_new AFTER INSERT ON outcome_records REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION outcome_is_judged();
CREATE TRIGGER outcome_records_judged_again AFTER UPDATE ON outcome_records REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION outcome_is_judged();
SELECT judge_outcomes(array_agg(o.id)) FROM outcome_records o WHERE o.state = 'submitted' HAVING count(*) > 0;

-- The order of the desk; the same product stands in lib/features/verification/rules.ts, and a test compares the two.
CREATE FUNCTION outcome_size(quantity numeric, of_total numeric) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN of_total <= 0 OR quantity * 4 >= of_total THEN 4 WHEN quantity * 10 >= of_total THEN 3 WHEN quantity * 50 >= of_total THEN 2 ELSE 1 END
$$;
CREATE FUNCTION outcome_risk(evidence_required boolean, quantity numeric, of_total numeric, blocks int, reasons int, days int)
RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (CASE WHEN evidence_required THEN 3 ELSE 1 END) * outcome_size(quantity, of_total)
    * (1 + 3 * blocks + reasons) * (1 + least(greatest(days, 0), 56) / 7)
$$;
