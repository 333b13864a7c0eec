-- CreateEnum
CREATE TYPE "certificate_state" AS ENUM ('draft', 'asked', 'sealed', 'withdrawn');

-- AlterEnum
ALTER TYPE "finding_kind" ADD VALUE 'benefit_uncertified';

-- AlterTable
ALTER TABLE "outcome_records" ADD COLUMN     "certificate_id" UUID;

-- CreateTable
CREATE TABLE "benefit_certificates" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "claimant_id" UUID,
    "project_id" UUID,
    "year" INTEGER NOT NULL,
    "output_increase" DECIMAL(18,2),
    "taxes" DECIMAL(18,2),
    "savings" DECIMAL(18,2),
    "state" "certificate_state" NOT NULL DEFAULT 'draft',
    "state_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "prepared_by_id" UUID NOT NULL,
    "signatory" VARCHAR(60),
    "file_id" UUID,
    "sealed_by_id" UUID,
    "sealed_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" UUID,
    "reason" VARCHAR(500),
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "benefit_certificates_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "benefit_certificates_alliance_id_enterprise_id_year_idx" ON "benefit_certificates"("alliance_id", "enterprise_id", "year");

-- CreateIndex
CREATE INDEX "benefit_certificates_enterprise_id_idx" ON "benefit_certificates"("enterprise_id");

-- CreateIndex
CREATE INDEX "benefit_certificates_claimant_id_idx" ON "benefit_certificates"("claimant_id");

-- CreateIndex
CREATE INDEX "benefit_certificates_alliance_id_project_id_idx" ON "benefit_certificates"("alliance_id", "project_id");

-- CreateIndex
CREATE INDEX "benefit_certificates_alliance_id_file_id_idx" ON "benefit_certificates"("alliance_id", "file_id");

-- CreateIndex
CREATE UNIQUE INDEX "benefit_certificates_alliance_id_id_key" ON "benefit_certificates"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "outcome_records_alliance_id_certificate_id_idx" ON "outcome_records"("alliance_id", "certificate_id");

-- AddForeignKey
ALTER TABLE "benefit_certificates" ADD CONSTRAINT "benefit_certificates_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "benefit_certificates" ADD CONSTRAINT "benefit_certificates_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "benefit_certificates" ADD CONSTRAINT "benefit_certificates_claimant_id_fkey" FOREIGN KEY ("claimant_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "benefit_certificates" ADD CONSTRAINT "benefit_certificates_alliance_id_project_id_fkey" FOREIGN KEY ("alliance_id", "project_id") REFERENCES "projects"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "benefit_certificates" ADD CONSTRAINT "benefit_certificates_alliance_id_file_id_fkey" FOREIGN KEY ("alliance_id", "file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_records" ADD CONSTRAINT "outcome_records_alliance_id_certificate_id_fkey" FOREIGN KEY ("alliance_id", "certificate_id") REFERENCES "benefit_certificates"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Hand-written from here: what the schema cannot express.
ALTER TABLE benefit_certificates
  ADD CONSTRAINT benefit_certificates_year CHECK (year BETWEEN 1980 AND 2100),
  ADD CONSTRAINT benefit_certificates_amounts CHECK (num_nonnulls(output_increase, taxes, savings) > 0
    AND coalesce(output_increase, 1) > 0 AND coalesce(taxes, 1) > 0 AND coalesce(savings, 1) > 0),
  -- Who gained is not who claims the result.
  ADD CONSTRAINT benefit_certificates_claimant CHECK (claimant_id <> enterprise_id),
  ADD CONSTRAINT benefit_certificates_seal CHECK (num_nonnulls(signatory, sealed_by_id, sealed_at) IN (0, 3)
    AND (sealed_at IS NOT NULL OR file_id IS NULL) AND (signatory IS NULL OR btrim(signatory) <> '')
    AND CASE state WHEN 'sealed' THEN sealed_at IS NOT NULL WHEN 'withdrawn' THEN true ELSE sealed_at IS NULL END),
  ADD CONSTRAINT benefit_certificates_withdrawn CHECK (num_nonnulls(withdrawn_by_id, reason) IN (0, 2)
    AND (state = 'withdrawn' OR reason IS NULL) AND (reason IS NULL OR btrim(reason) <> ''));
-- One sealed certificate of an enterprise for a year and a project, or for the year as a whole.
CREATE UNIQUE INDEX benefit_certificates_sealed ON benefit_certificates (alliance_id, enterprise_id, year, coalesce(project_id, alliance_id))
  WHERE state = 'sealed';

-- What was put before the enterprise stays as it was read; only its own representative seals, and never one of the member
-- that claims the result. Of a merger the units follow, and a claimant that became the enterprise is none.
CREATE FUNCTION benefit_certificate_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'immutable: a certificate is withdrawn, never deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (('draft', 'asked'), ('draft', 'withdrawn'), ('asked', 'sealed'),
      ('asked', 'withdrawn'), ('sealed', 'withdrawn')) THEN
      RAISE EXCEPTION 'guard: certificate %', OLD.state USING ERRCODE = 'restrict_violation';
    END IF;
    IF (NEW.alliance_id, NEW.prepared_by_id, NEW.created_at) IS DISTINCT FROM (OLD.alliance_id, OLD.prepared_by_id, OLD.created_at)
      OR OLD.state <> 'draft' AND (
        (NEW.project_id, NEW.year, NEW.output_increase, NEW.taxes, NEW.savings)
          IS DISTINCT FROM (OLD.project_id, OLD.year, OLD.output_increase, OLD.taxes, OLD.savings)
        OR NEW.enterprise_id <> OLD.enterprise_id AND NOT follows_merger(OLD.enterprise_id, NEW.enterprise_id)
        OR NEW.claimant_id IS DISTINCT FROM OLD.claimant_id AND NOT coalesce(follows_merger(OLD.claimant_id, NEW.claimant_id), false)
          AND NOT (NEW.claimant_id IS NULL AND (follows_merger(OLD.claimant_id, NEW.enterprise_id)
            OR follows_merger(OLD.enterprise_id, OLD.claimant_id)))) THEN
      RAISE EXCEPTION 'immutable: a certificate that was put before the enterprise is withdrawn, never changed' USING ERRCODE = 'restrict_violation';
    END IF;
    IF (NEW.signatory, NEW.file_id, NEW.sealed_by_id, NEW.sealed_at) IS DISTINCT FROM (OLD.signatory, OLD.file_id, OLD.sealed_by_id, OLD.sealed_at)
        AND (OLD.state, NEW.state) <> ('asked', 'sealed')
      OR (NEW.withdrawn_by_id, NEW.reason) IS DISTINCT FROM (OLD.withdrawn_by_id, OLD.reason)
        AND (NEW.state <> 'withdrawn' OR OLD.state = 'withdrawn') THEN
      RAISE EXCEPTION 'immutable: the hands of a certificate stay' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.state = OLD.state OR NEW.state <> 'sealed' THEN
      RETURN NEW;
    END IF;
  END IF;
  IF NEW.state = 'sealed' AND NOT EXISTS (SELECT 1 FROM role_grants g WHERE g.user_id = NEW.sealed_by_id AND g.alliance_id = NEW.alliance_id
    AND g.role = 'enterprise_contact' AND g.organization_id = NEW.enterprise_id
    AND g.valid_from <= (NEW.sealed_at + interval '1 day')::date
    AND coalesce(g.valid_to, 'infinity'::date) >= (NEW.sealed_at - interval '1 day')::date) THEN
    RAISE EXCEPTION 'guard: only the enterprise seals' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state = 'sealed' AND EXISTS (SELECT 1 FROM role_grants g WHERE g.user_id = NEW.sealed_by_id AND g.organization_id = NEW.claimant_id
    AND g.valid_from <= (NEW.sealed_at + interval '1 day')::date
    AND coalesce(g.valid_to, 'infinity'::date) >= (NEW.sealed_at - interval '1 day')::date) THEN
    RAISE EXCEPTION 'guard: who claims the result does not seal' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER benefit_certificates_stay BEFORE INSERT OR UPDATE OR DELETE ON benefit_certificates
  FOR EACH ROW EXECUTE FUNCTION benefit_certificate_stays();
CREATE TRIGGER benefit_certificates_tenant BEFORE UPDATE OF alliance_id ON benefit_certificates
  FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance();
CREATE TRIGGER benefit_certificates_no_truncate BEFORE TRUNCATE ON benefit_certificates FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What may rest on a certificate, in 万元, the unit of M29 and M30: of economic benefit all of its amounts, of new output the
-- output increase.
CREATE FUNCTION certificate_limit(c benefit_certificates, metric varchar) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE metric
    WHEN 'M29' THEN round((coalesce(c.output_increase, 0) + coalesce(c.taxes, 0) + coalesce(c.savings, 0)) / 10000, 2)
    WHEN 'M30' THEN round(coalesce(c.output_increase, 0) / 10000, 2) ELSE 0 END
$$;

-- A result agrees with the certificate that it names: year, amount, and whose it is. Two at once wait for each other at the
-- certificate's row. Of a withdrawn one the approved results keep their value; a correction that names another paper lets it go.
CREATE FUNCTION outcome_rests_on_certificate() RETURNS trigger LANGUAGE plpgsql AS $$
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
    IF (NEW.certificate_id, NEW.metric_code, NEW.year, NEW.quantity) IS NOT DISTINCT FROM (OLD.certificate_id, OLD.metric_code, OLD.year, OLD.quantity)
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
    OR others + NEW.quantity > certificate_limit(c, NEW.metric_code) THEN
    RAISE EXCEPTION 'guard: the certificate says otherwise' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER outcome_records_certificate_new BEFORE INSERT ON outcome_records FOR EACH ROW
  WHEN (NEW.certificate_id IS NOT NULL) EXECUTE FUNCTION outcome_rests_on_certificate();
CREATE TRIGGER outcome_records_certificate BEFORE UPDATE ON outcome_records FOR EACH ROW
  WHEN (NEW.certificate_id IS NOT NULL OR OLD.certificate_id IS NOT NULL) EXECUTE FUNCTION outcome_rests_on_certificate();

-- As before (20261125401000), and: a certificate proves too, and a benefit that no enterprise has sealed is told.
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
      WHERE n.file_id IS NULL AND n.certificate_id IS NULL
    UNION ALL SELECT 'benefit_uncertified', 'info', '{}'::jsonb WHERE n.metric_code IN ('M29', 'M30') AND n.certificate_id IS NULL
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
