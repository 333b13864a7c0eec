-- CreateTable
CREATE TABLE "typical_case_links" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "project_id" UUID,
    "college_id" UUID,
    "platform_id" UUID,
    "class_id" UUID,
    "name" VARCHAR(200),
    "frozen_at" TIMESTAMPTZ(3),

    CONSTRAINT "typical_case_links_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "typical_case_links_alliance_id_case_id_idx" ON "typical_case_links"("alliance_id", "case_id");

-- CreateIndex
CREATE INDEX "typical_case_links_alliance_id_project_id_idx" ON "typical_case_links"("alliance_id", "project_id");

-- CreateIndex
CREATE INDEX "typical_case_links_alliance_id_college_id_idx" ON "typical_case_links"("alliance_id", "college_id");

-- CreateIndex
CREATE INDEX "typical_case_links_alliance_id_platform_id_idx" ON "typical_case_links"("alliance_id", "platform_id");

-- CreateIndex
CREATE INDEX "typical_case_links_alliance_id_class_id_idx" ON "typical_case_links"("alliance_id", "class_id");

-- CreateIndex
CREATE UNIQUE INDEX "typical_case_links_alliance_id_id_key" ON "typical_case_links"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "typical_case_links_case_id_project_id_key" ON "typical_case_links"("case_id", "project_id");

-- CreateIndex
CREATE UNIQUE INDEX "typical_case_links_case_id_college_id_key" ON "typical_case_links"("case_id", "college_id");

-- CreateIndex
CREATE UNIQUE INDEX "typical_case_links_case_id_platform_id_key" ON "typical_case_links"("case_id", "platform_id");

-- CreateIndex
CREATE UNIQUE INDEX "typical_case_links_case_id_class_id_key" ON "typical_case_links"("case_id", "class_id");

-- AddForeignKey
ALTER TABLE "typical_case_links" ADD CONSTRAINT "typical_case_links_alliance_id_case_id_fkey" FOREIGN KEY ("alliance_id", "case_id") REFERENCES "typical_cases"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "typical_case_links" ADD CONSTRAINT "typical_case_links_alliance_id_project_id_fkey" FOREIGN KEY ("alliance_id", "project_id") REFERENCES "projects"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "typical_case_links" ADD CONSTRAINT "typical_case_links_alliance_id_college_id_fkey" FOREIGN KEY ("alliance_id", "college_id") REFERENCES "colleges"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "typical_case_links" ADD CONSTRAINT "typical_case_links_alliance_id_platform_id_fkey" FOREIGN KEY ("alliance_id", "platform_id") REFERENCES "platforms"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "typical_case_links" ADD CONSTRAINT "typical_case_links_alliance_id_class_id_fkey" FOREIGN KEY ("alliance_id", "class_id") REFERENCES "training_classes"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Hand-written; the schema cannot express it.
CREATE TRIGGER typical_case_links_tenant BEFORE UPDATE OF alliance_id ON typical_case_links FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance();

ALTER TABLE typical_case_links
  ADD CONSTRAINT typical_case_links_subject CHECK (num_nonnulls(project_id, college_id, platform_id, class_id) = 1),
  ADD CONSTRAINT typical_case_links_frozen CHECK (num_nonnulls(name, frozen_at) IN (0, 2));

-- As with the results that a case cites: named while it is written; the name alone is frozen on the way into an edition.
CREATE FUNCTION typical_case_link_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE stage text;
BEGIN
  SELECT c.state::text INTO stage FROM typical_cases c WHERE c.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.case_id ELSE NEW.case_id END;
  IF TG_OP = 'UPDATE' THEN
    IF stage <> 'submitted' OR (NEW.id, NEW.case_id, NEW.project_id, NEW.college_id, NEW.platform_id, NEW.class_id)
      IS DISTINCT FROM (OLD.id, OLD.case_id, OLD.project_id, OLD.college_id, OLD.platform_id, OLD.class_id) THEN
      RAISE EXCEPTION 'immutable: what a case tells of' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF stage NOT IN ('draft', 'returned') THEN
    RAISE EXCEPTION 'immutable: what a case tells of' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  IF NEW.frozen_at IS NOT NULL THEN
    RAISE EXCEPTION 'guard: the name is frozen with the edition' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER typical_case_links_guard BEFORE INSERT OR UPDATE OR DELETE ON typical_case_links
  FOR EACH ROW EXECUTE FUNCTION typical_case_link_guard();

-- As before, and a case goes into an edition with the names of all that it tells of.
CREATE OR REPLACE FUNCTION typical_case_guard() RETURNS trigger LANGUAGE plpgsql AS $$
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
  IF NEW.state = 'selected' AND OLD.state <> 'selected' AND EXISTS (SELECT 1 FROM typical_case_links l
    WHERE l.case_id = NEW.id AND l.frozen_at IS NULL) THEN
    RAISE EXCEPTION 'guard: a case tells of something without its name' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
