-- CreateEnum
CREATE TYPE "training_kind" AS ENUM ('skill', 'apprenticeship', 'certificate', 'teacher', 'community', 'other');

-- CreateTable
CREATE TABLE "training_batches" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "partner_id" UUID,
    "kind" "training_kind" NOT NULL,
    "course" VARCHAR(60) NOT NULL,
    "place" VARCHAR(30) NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "natural_key" VARCHAR(120) NOT NULL,
    "persons" INTEGER,
    "person_times" INTEGER,
    "person_days" DECIMAL(18,2),
    "full_days" BOOLEAN NOT NULL,
    "certified" INTEGER,
    "public_benefit" BOOLEAN NOT NULL,
    "entered_by_id" UUID,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "training_batches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_batch_records" (
    "alliance_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "metric_code" VARCHAR(10) NOT NULL,
    "record_id" UUID NOT NULL,

    CONSTRAINT "training_batch_records_pkey" PRIMARY KEY ("alliance_id","batch_id","metric_code")
);

-- CreateIndex
CREATE INDEX "training_batches_alliance_id_ends_on_idx" ON "training_batches"("alliance_id", "ends_on");

-- CreateIndex
CREATE INDEX "training_batches_organization_id_idx" ON "training_batches"("organization_id");

-- CreateIndex
CREATE INDEX "training_batches_partner_id_idx" ON "training_batches"("partner_id");

-- CreateIndex
CREATE UNIQUE INDEX "training_batches_alliance_id_id_key" ON "training_batches"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "training_batch_records_alliance_id_record_id_key" ON "training_batch_records"("alliance_id", "record_id");

-- AddForeignKey
ALTER TABLE "training_batches" ADD CONSTRAINT "training_batches_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_batches" ADD CONSTRAINT "training_batches_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_batches" ADD CONSTRAINT "training_batches_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_batch_records" ADD CONSTRAINT "training_batch_records_alliance_id_batch_id_fkey" FOREIGN KEY ("alliance_id", "batch_id") REFERENCES "training_batches"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_batch_records" ADD CONSTRAINT "training_batch_records_alliance_id_record_id_fkey" FOREIGN KEY ("alliance_id", "record_id") REFERENCES "outcome_records"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- By hand from here on.

-- One training counts once in an alliance, however its course and place are written.
CREATE UNIQUE INDEX training_batches_one ON training_batches (alliance_id, outcome_key(natural_key));

-- domain 4.1, rule 1: three numbers, none made of another, each of them may be unknown but not all.
ALTER TABLE training_batches
  ADD CONSTRAINT training_batches_words CHECK (btrim(course) <> '' AND btrim(place) <> '' AND outcome_key(natural_key) <> ''),
  ADD CONSTRAINT training_batches_dates CHECK (starts_on <= ends_on),
  ADD CONSTRAINT training_batches_known CHECK (coalesce(persons, person_times) IS NOT NULL OR person_days IS NOT NULL),
  ADD CONSTRAINT training_batches_above_zero CHECK (persons > 0 AND person_times > 0 AND person_days > 0 AND certified >= 0),
  ADD CONSTRAINT training_batches_times CHECK (persons <= person_times),
  ADD CONSTRAINT training_batches_days CHECK (person_days <= persons::numeric * (ends_on - starts_on + 1)),
  ADD CONSTRAINT training_batches_full_days CHECK (NOT full_days OR coalesce(person_times, persons) <= person_days IS NOT FALSE),
  ADD CONSTRAINT training_batches_certified CHECK (certified <= coalesce(persons, person_times)),
  ADD CONSTRAINT training_batches_partner CHECK (partner_id <> organization_id);

CREATE TRIGGER training_batches_tenant BEFORE UPDATE OF alliance_id ON training_batches
  FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance();
CREATE TRIGGER training_batch_records_immutable BEFORE UPDATE OR DELETE ON training_batch_records
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Which number of a training a metric is; days free of charge are a part of its days.
CREATE FUNCTION training_number(b training_batches, metric text) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE metric WHEN 'M40' THEN b.persons WHEN 'M39' THEN b.person_times WHEN 'M41' THEN b.person_days
    WHEN 'M84' THEN CASE WHEN b.public_benefit THEN b.person_days END END
$$;

-- What a verified record says is corrected there, by two persons, and not from below.
CREATE FUNCTION training_batch_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'immutable: a training is kept with the records that it proves' USING ERRCODE = 'restrict_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM training_batch_records k JOIN outcome_records r ON r.alliance_id = k.alliance_id AND r.id = k.record_id
    WHERE k.alliance_id = OLD.alliance_id AND k.batch_id = OLD.id AND r.state IN ('verified', 'published', 'superseded')
      AND (training_number(OLD, k.metric_code) IS DISTINCT FROM training_number(NEW, k.metric_code)
        OR (OLD.starts_on, OLD.ends_on, OLD.natural_key) IS DISTINCT FROM (NEW.starts_on, NEW.ends_on, NEW.natural_key))) THEN
    RAISE EXCEPTION 'immutable: what is verified of a training is corrected, never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.organization_id <> OLD.organization_id AND NOT follows_merger(OLD.organization_id, NEW.organization_id) THEN
    RAISE EXCEPTION 'immutable: a training stays with who gave it' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER training_batches_stay BEFORE UPDATE OR DELETE ON training_batches FOR EACH ROW EXECUTE FUNCTION training_batch_stays();

-- When the transaction ends, a training has one record for each of its numbers, and each says what the training says until
-- a correction says otherwise.
CREATE FUNCTION training_batch_agrees() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_alliance uuid := NEW.alliance_id;
  v_batch uuid;
  b training_batches%ROWTYPE;
BEGIN
  IF TG_TABLE_NAME = 'outcome_records' THEN
    SELECT batch_id INTO v_batch FROM training_batch_records WHERE alliance_id = v_alliance AND record_id = NEW.id;
    IF v_batch IS NULL THEN
      RETURN NULL;
    END IF;
  ELSIF TG_TABLE_NAME = 'training_batch_records' THEN
    v_batch := NEW.batch_id;
  ELSE
    v_batch := NEW.id;
  END IF;
  SELECT * INTO b FROM training_batches WHERE alliance_id = v_alliance AND id = v_batch;
  IF EXISTS (SELECT 1 FROM unnest(ARRAY['M39', 'M40', 'M41', 'M84']) AS m WHERE training_number(b, m) IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM training_batch_records k WHERE k.alliance_id = v_alliance AND k.batch_id = v_batch AND k.metric_code = m))
    OR EXISTS (SELECT 1 FROM training_batch_records k JOIN outcome_records r ON r.alliance_id = k.alliance_id AND r.id = k.record_id
      WHERE k.alliance_id = v_alliance AND k.batch_id = v_batch AND (r.metric_code <> k.metric_code OR r.correction_id IS NULL AND
        (r.quantity, r.occurred_on, r.organization_id, outcome_key(r.natural_key))
          IS DISTINCT FROM (training_number(b, k.metric_code), b.ends_on, b.organization_id, outcome_key(b.natural_key)))) THEN
    RAISE EXCEPTION 'guard: a training and the records that it proves say the same' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER training_batches_agree AFTER INSERT OR UPDATE ON training_batches
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION training_batch_agrees();
CREATE CONSTRAINT TRIGGER training_batch_records_agree AFTER INSERT ON training_batch_records
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION training_batch_agrees();
CREATE CONSTRAINT TRIGGER outcome_records_training_agrees AFTER UPDATE ON outcome_records
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.metric_code IN ('M39', 'M40', 'M41', 'M84') AND NEW.correction_id IS NULL
    AND (NEW.quantity, NEW.occurred_on, NEW.organization_id, NEW.natural_key, NEW.metric_code)
      IS DISTINCT FROM (OLD.quantity, OLD.occurred_on, OLD.organization_id, OLD.natural_key, OLD.metric_code))
  EXECUTE FUNCTION training_batch_agrees();
