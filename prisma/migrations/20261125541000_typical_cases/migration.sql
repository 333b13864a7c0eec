-- CreateEnum
CREATE TYPE "case_state" AS ENUM ('draft', 'submitted', 'returned', 'selected');

-- CreateTable
CREATE TABLE "typical_cases" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "organization_id" UUID,
    "year" INTEGER NOT NULL,
    "title" VARCHAR(100) NOT NULL,
    "background" VARCHAR(500) NOT NULL,
    "practice" VARCHAR(1500) NOT NULL,
    "effect" VARCHAR(800) NOT NULL,
    "consent" BOOLEAN NOT NULL DEFAULT false,
    "state" "case_state" NOT NULL DEFAULT 'draft',
    "state_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "author_ids" UUID[],
    "submitted_by_id" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "return_reason" VARCHAR(500),
    "edition_id" UUID,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "typical_cases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "typical_case_sources" (
    "alliance_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "title" VARCHAR(200),
    "metric_code" VARCHAR(10),
    "year" INTEGER,
    "quantity" DECIMAL(20,4),
    "unit_zh" VARCHAR(30),
    "frozen_at" TIMESTAMPTZ(3),

    CONSTRAINT "typical_case_sources_pkey" PRIMARY KEY ("case_id","record_id")
);

-- CreateIndex
CREATE INDEX "typical_cases_alliance_id_state_year_idx" ON "typical_cases"("alliance_id", "state", "year");

-- CreateIndex
CREATE INDEX "typical_cases_alliance_id_edition_id_idx" ON "typical_cases"("alliance_id", "edition_id");

-- CreateIndex
CREATE INDEX "typical_cases_organization_id_idx" ON "typical_cases"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "typical_cases_alliance_id_id_key" ON "typical_cases"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "typical_case_sources_alliance_id_case_id_idx" ON "typical_case_sources"("alliance_id", "case_id");

-- CreateIndex
CREATE INDEX "typical_case_sources_alliance_id_record_id_idx" ON "typical_case_sources"("alliance_id", "record_id");

-- AddForeignKey
ALTER TABLE "typical_cases" ADD CONSTRAINT "typical_cases_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "typical_cases" ADD CONSTRAINT "typical_cases_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "typical_cases" ADD CONSTRAINT "typical_cases_alliance_id_edition_id_fkey" FOREIGN KEY ("alliance_id", "edition_id") REFERENCES "editions"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "typical_case_sources" ADD CONSTRAINT "typical_case_sources_alliance_id_case_id_fkey" FOREIGN KEY ("alliance_id", "case_id") REFERENCES "typical_cases"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "typical_case_sources" ADD CONSTRAINT "typical_case_sources_alliance_id_record_id_fkey" FOREIGN KEY ("alliance_id", "record_id") REFERENCES "outcome_records"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Hand-written; the schema cannot express it.
CREATE TRIGGER typical_cases_tenant BEFORE UPDATE OF alliance_id ON typical_cases FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance();
CREATE TRIGGER typical_case_sources_tenant BEFORE UPDATE OF alliance_id ON typical_case_sources FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance();

ALTER TABLE typical_cases
  ADD CONSTRAINT typical_cases_year CHECK (year BETWEEN 1980 AND 2199),
  ADD CONSTRAINT typical_cases_authors CHECK (cardinality(author_ids) > 0),
  -- A case stands in one edition at most, and is selected exactly where it stands in one.
  ADD CONSTRAINT typical_cases_edition CHECK ((state = 'selected') = (edition_id IS NOT NULL)),
  ADD CONSTRAINT typical_cases_consent CHECK (state NOT IN ('submitted', 'selected') OR consent),
  ADD CONSTRAINT typical_cases_submitted CHECK (state NOT IN ('submitted', 'selected')
    OR (submitted_by_id IS NOT NULL AND submitted_at IS NOT NULL)),
  ADD CONSTRAINT typical_cases_decided CHECK (state NOT IN ('selected', 'returned')
    OR (decided_by_id IS NOT NULL AND decided_at IS NOT NULL)),
  ADD CONSTRAINT typical_cases_returned CHECK (state <> 'returned' OR btrim(coalesce(return_reason, '')) <> ''),
  -- I-15: another person than any who wrote or handed it in.
  ADD CONSTRAINT typical_cases_two_persons CHECK (decided_by_id <> submitted_by_id AND NOT decided_by_id = ANY(author_ids));
ALTER TABLE typical_case_sources
  ADD CONSTRAINT typical_case_sources_frozen CHECK (num_nonnulls(title, metric_code, year, quantity, unit_zh, frozen_at) IN (0, 6));

-- The same edges as lib/features/reports/rules/cases.ts.
CREATE FUNCTION typical_case_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE stage text;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'draft' THEN RAISE EXCEPTION 'guard: a case begins as a draft' USING ERRCODE = 'restrict_violation'; END IF;
    RETURN NEW;
  END IF;
  IF NEW.state <> OLD.state AND (OLD.state::text, NEW.state::text) NOT IN (('draft', 'submitted'), ('submitted', 'returned'),
    ('submitted', 'selected'), ('returned', 'draft'), ('returned', 'submitted'), ('selected', 'submitted')) THEN
    RAISE EXCEPTION 'guard: a case does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  IF NOT NEW.author_ids @> OLD.author_ids THEN
    RAISE EXCEPTION 'guard: authors of a case stay' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state IN ('submitted', 'selected') AND (NEW.year, NEW.title, NEW.background, NEW.practice, NEW.effect, NEW.consent,
      NEW.author_ids, NEW.submitted_by_id, NEW.submitted_at) IS DISTINCT FROM (OLD.year, OLD.title, OLD.background, OLD.practice,
      OLD.effect, OLD.consent, OLD.author_ids, OLD.submitted_by_id, OLD.submitted_at) THEN
    RAISE EXCEPTION 'immutable: a case that was handed in' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state = 'selected' AND NEW.state = 'selected'
    AND (NEW.edition_id, NEW.decided_by_id) IS DISTINCT FROM (OLD.edition_id, OLD.decided_by_id) THEN
    RAISE EXCEPTION 'immutable: a case in an edition' USING ERRCODE = 'restrict_violation';
  END IF;
  -- I-16: into an edition and out of it only while the edition is put together; its row waits for nobody else's step.
  IF (NEW.state = 'selected') <> (OLD.state = 'selected') THEN
    SELECT e.state::text INTO stage FROM editions e
      WHERE e.id = coalesce(NEW.edition_id, OLD.edition_id) AND e.alliance_id = NEW.alliance_id FOR UPDATE;
    IF stage IS DISTINCT FROM 'drafting' AND stage IS DISTINCT FROM 'merge' THEN
      RAISE EXCEPTION 'guard: the edition takes no cases' USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  IF NEW.state = 'selected' AND OLD.state <> 'selected' AND EXISTS (SELECT 1 FROM typical_case_sources s
    JOIN outcome_records o ON o.id = s.record_id
    WHERE s.case_id = NEW.id AND (s.frozen_at IS NULL OR o.state NOT IN ('verified', 'published'))) THEN
    RAISE EXCEPTION 'guard: a case cites a result that is not approved' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER typical_cases_guard BEFORE INSERT OR UPDATE ON typical_cases FOR EACH ROW EXECUTE FUNCTION typical_case_guard();
CREATE TRIGGER typical_cases_no_delete BEFORE DELETE ON typical_cases FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Results are cited while the case is written: the own ones, and approved; what they say is frozen on the way into an edition.
CREATE FUNCTION typical_case_source_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE stage text; owner uuid;
BEGIN
  SELECT c.state::text, c.organization_id INTO stage, owner FROM typical_cases c
    WHERE c.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.case_id ELSE NEW.case_id END;
  IF TG_OP = 'UPDATE' THEN
    IF stage <> 'submitted' OR (NEW.case_id, NEW.record_id) <> (OLD.case_id, OLD.record_id) THEN
      RAISE EXCEPTION 'immutable: what a case cites' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF stage NOT IN ('draft', 'returned') THEN
    RAISE EXCEPTION 'immutable: what a case cites' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  IF NEW.frozen_at IS NOT NULL OR NOT EXISTS (SELECT 1 FROM outcome_records o WHERE o.id = NEW.record_id
    AND o.alliance_id = NEW.alliance_id AND o.state IN ('verified', 'published') AND (owner IS NULL OR o.organization_id = owner)) THEN
    RAISE EXCEPTION 'guard: a case cites approved results of its own unit' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER typical_case_sources_guard BEFORE INSERT OR UPDATE OR DELETE ON typical_case_sources
  FOR EACH ROW EXECUTE FUNCTION typical_case_source_guard();

-- I-15: as before, and who wrote a case of the edition does not sign its review either.
CREATE OR REPLACE FUNCTION edition_reviewers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM edition_texts t JOIN edition_sections s ON s.id = t.section_id AND s.text_number = t.number
    WHERE s.edition_id = NEW.id AND t.author_id IN (NEW.secretary_reviewed_by_id, NEW.chair_reviewed_by_id))
    OR EXISTS (SELECT 1 FROM typical_cases c WHERE c.edition_id = NEW.id
      AND (NEW.secretary_reviewed_by_id = ANY(c.author_ids) OR NEW.chair_reviewed_by_id = ANY(c.author_ids))) THEN
    RAISE EXCEPTION 'guard: an author does not review' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
