-- CreateEnum
CREATE TYPE "edition_state" AS ENUM ('outline', 'data_snapshot', 'drafting', 'merge', 'review', 'council_approved', 'submitted', 'published');

-- CreateEnum
CREATE TYPE "section_kind" AS ENUM ('overview', 'governance', 'co_running', 'co_training', 'employment', 'technical_service', 'funds', 'cases', 'problems', 'next_year', 'data_tables');

-- CreateEnum
CREATE TYPE "section_state" AS ENUM ('open', 'drafting', 'submitted', 'returned', 'accepted');

-- CreateTable
CREATE TABLE "editions" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "title" VARCHAR(200) NOT NULL,
    "authority" VARCHAR(200),
    "due_on" DATE NOT NULL,
    "state" "edition_state" NOT NULL DEFAULT 'outline',
    "state_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state_reason" VARCHAR(500),
    "created_by_id" UUID,
    "secretary_reviewed_by_id" UUID,
    "secretary_reviewed_at" TIMESTAMPTZ(3),
    "chair_reviewed_by_id" UUID,
    "chair_reviewed_at" TIMESTAMPTZ(3),
    "resolution_id" UUID,
    "approved_by_id" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "submitted_to" VARCHAR(200),
    "submitted_on" DATE,
    "document_no" VARCHAR(100),
    "published_at" TIMESTAMPTZ(3),
    "published_by_id" UUID,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "editions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "edition_sections" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "kind" "section_kind" NOT NULL,
    "sort_order" INTEGER NOT NULL,
    "title" VARCHAR(100) NOT NULL,
    "organization_id" UUID,
    "due_on" DATE NOT NULL,
    "state" "section_state" NOT NULL DEFAULT 'open',
    "state_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "is_public" BOOLEAN NOT NULL DEFAULT true,
    "text_number" INTEGER NOT NULL DEFAULT 0,
    "submitted_by_id" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "return_reason" VARCHAR(500),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "edition_sections_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "edition_texts" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "edition_texts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "edition_events" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "kind" VARCHAR(40) NOT NULL,
    "section" "section_kind",
    "note" VARCHAR(500),
    "actor_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "edition_events_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "editions_alliance_id_id_key" ON "editions"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "editions_alliance_id_year_key" ON "editions"("alliance_id", "year");

-- CreateIndex
CREATE UNIQUE INDEX "editions_alliance_id_resolution_id_key" ON "editions"("alliance_id", "resolution_id");

-- CreateIndex
CREATE INDEX "edition_sections_alliance_id_edition_id_idx" ON "edition_sections"("alliance_id", "edition_id");

-- CreateIndex
CREATE INDEX "edition_sections_organization_id_idx" ON "edition_sections"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "edition_sections_alliance_id_id_key" ON "edition_sections"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "edition_sections_edition_id_kind_key" ON "edition_sections"("edition_id", "kind");

-- CreateIndex
CREATE INDEX "edition_texts_alliance_id_section_id_idx" ON "edition_texts"("alliance_id", "section_id");

-- CreateIndex
CREATE UNIQUE INDEX "edition_texts_alliance_id_id_key" ON "edition_texts"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "edition_texts_section_id_number_key" ON "edition_texts"("section_id", "number");

-- CreateIndex
CREATE INDEX "edition_events_alliance_id_edition_id_idx" ON "edition_events"("alliance_id", "edition_id");

-- CreateIndex
CREATE UNIQUE INDEX "edition_events_alliance_id_id_key" ON "edition_events"("alliance_id", "id");

-- AddForeignKey
ALTER TABLE "editions" ADD CONSTRAINT "editions_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "editions" ADD CONSTRAINT "editions_alliance_id_resolution_id_fkey" FOREIGN KEY ("alliance_id", "resolution_id") REFERENCES "resolutions"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition_sections" ADD CONSTRAINT "edition_sections_alliance_id_edition_id_fkey" FOREIGN KEY ("alliance_id", "edition_id") REFERENCES "editions"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition_sections" ADD CONSTRAINT "edition_sections_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition_texts" ADD CONSTRAINT "edition_texts_alliance_id_section_id_fkey" FOREIGN KEY ("alliance_id", "section_id") REFERENCES "edition_sections"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition_events" ADD CONSTRAINT "edition_events_alliance_id_edition_id_fkey" FOREIGN KEY ("alliance_id", "edition_id") REFERENCES "editions"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['editions', 'edition_sections', 'edition_texts', 'edition_events'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OF alliance_id ON %I FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance()', t || '_tenant', t);
  END LOOP;
END $$;

-- 3.13: the life of an edition, the same edges as lib/features/reports/rules/states.ts.
ALTER TABLE editions
  ADD CONSTRAINT editions_year CHECK (year BETWEEN 1000 AND 9999),
  ADD CONSTRAINT editions_reviewers CHECK (chair_reviewed_by_id <> secretary_reviewed_by_id),
  ADD CONSTRAINT editions_review_order CHECK (chair_reviewed_by_id IS NULL OR secretary_reviewed_by_id IS NOT NULL),
  ADD CONSTRAINT editions_approved CHECK ((state IN ('council_approved', 'submitted', 'published')) = (approved_at IS NOT NULL)),
  ADD CONSTRAINT editions_decided CHECK (approved_at IS NULL OR (resolution_id IS NOT NULL AND chair_reviewed_at IS NOT NULL)),
  ADD CONSTRAINT editions_submitted CHECK ((state IN ('submitted', 'published')) = (submitted_on IS NOT NULL)
    AND (submitted_on IS NULL) = (submitted_to IS NULL)),
  ADD CONSTRAINT editions_published CHECK ((state = 'published') = (published_at IS NOT NULL));
CREATE FUNCTION edition_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> OLD.state AND (OLD.state::text, NEW.state::text) NOT IN (
    ('outline', 'data_snapshot'), ('data_snapshot', 'outline'), ('data_snapshot', 'drafting'), ('drafting', 'merge'),
    ('merge', 'drafting'), ('merge', 'review'), ('review', 'merge'), ('review', 'council_approved'),
    ('council_approved', 'submitted'), ('submitted', 'published')) THEN
    RAISE EXCEPTION 'guard: an edition does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  -- I-16: what the council has approved stands; only its way to the authority and to the public is added.
  IF OLD.approved_at IS NOT NULL AND (to_jsonb(NEW) - ARRAY['state', 'state_since', 'state_reason', 'submitted_to', 'submitted_on',
      'document_no', 'published_at', 'published_by_id', 'version'])
    <> (to_jsonb(OLD) - ARRAY['state', 'state_since', 'state_reason', 'submitted_to', 'submitted_on',
      'document_no', 'published_at', 'published_by_id', 'version']) THEN
    RAISE EXCEPTION 'immutable: an approved edition' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.submitted_on IS NOT NULL AND (NEW.submitted_on, NEW.submitted_to, NEW.document_no) IS DISTINCT FROM
    (OLD.submitted_on, OLD.submitted_to, OLD.document_no) THEN
    RAISE EXCEPTION 'immutable: a submitted edition' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state = 'published' AND NEW IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'immutable: a published edition' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state IN ('merge', 'review', 'council_approved') AND NEW.state <> OLD.state AND OLD.state IN ('drafting', 'merge', 'review')
    AND EXISTS (SELECT 1 FROM edition_sections s WHERE s.edition_id = NEW.id AND s.state <> 'accepted') THEN
    RAISE EXCEPTION 'guard: a chapter is not accepted' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER editions_move BEFORE UPDATE ON editions FOR EACH ROW EXECUTE FUNCTION edition_moves();
CREATE TRIGGER editions_no_delete BEFORE DELETE ON editions FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- I-15: who wrote any of it does not review it.
CREATE FUNCTION edition_reviewers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM edition_texts t JOIN edition_sections s ON s.id = t.section_id AND s.text_number = t.number
    WHERE s.edition_id = NEW.id AND t.author_id IN (NEW.secretary_reviewed_by_id, NEW.chair_reviewed_by_id)) THEN
    RAISE EXCEPTION 'guard: an author does not review' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER editions_reviewers BEFORE UPDATE OF secretary_reviewed_by_id, chair_reviewed_by_id ON editions
  FOR EACH ROW EXECUTE FUNCTION edition_reviewers();

ALTER TABLE edition_sections
  ADD CONSTRAINT edition_sections_text CHECK (text_number >= 0 AND (state NOT IN ('submitted', 'accepted') OR text_number > 0)),
  ADD CONSTRAINT edition_sections_two_persons CHECK (decided_by_id <> submitted_by_id),
  ADD CONSTRAINT edition_sections_accepted CHECK (state <> 'accepted' OR decided_at IS NOT NULL),
  ADD CONSTRAINT edition_sections_returned CHECK (state <> 'returned' OR btrim(coalesce(return_reason, '')) <> '');
CREATE FUNCTION edition_section_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE stage text;
BEGIN
  SELECT e.state::text INTO stage FROM editions e WHERE e.id = OLD.edition_id;
  -- A merger of organizations renames who wrote it; nothing else touches a chapter that the council approved.
  IF stage IN ('council_approved', 'submitted', 'published')
    AND (TG_OP = 'DELETE' OR to_jsonb(NEW) - 'organization_id' <> to_jsonb(OLD) - 'organization_id') THEN
    RAISE EXCEPTION 'immutable: a chapter of an approved edition' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  IF NEW.state <> OLD.state AND (OLD.state::text, NEW.state::text) NOT IN (
    ('open', 'drafting'), ('drafting', 'submitted'), ('returned', 'drafting'), ('returned', 'submitted'),
    ('submitted', 'returned'), ('submitted', 'accepted'), ('accepted', 'returned')) THEN
    RAISE EXCEPTION 'guard: a chapter does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state = 'accepted' AND OLD.state <> 'accepted' AND EXISTS (SELECT 1 FROM edition_texts t
    WHERE t.section_id = NEW.id AND t.author_id = NEW.decided_by_id) THEN
    RAISE EXCEPTION 'guard: an author does not accept' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER edition_sections_guard BEFORE UPDATE OR DELETE ON edition_sections FOR EACH ROW EXECUTE FUNCTION edition_section_guard();

-- Versions of a text are added while their chapter is in hand, one after the other, and stay.
CREATE TRIGGER edition_texts_immutable BEFORE UPDATE OR DELETE ON edition_texts FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE FUNCTION edition_text_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM edition_sections s JOIN editions e ON e.id = s.edition_id
    WHERE s.id = NEW.section_id AND (s.state IN ('submitted', 'accepted') OR e.state <> 'drafting')) THEN
    RAISE EXCEPTION 'guard: a chapter that is not in hand' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER edition_texts_guard BEFORE INSERT ON edition_texts FOR EACH ROW EXECUTE FUNCTION edition_text_guard();
CREATE TRIGGER edition_events_immutable BEFORE UPDATE OR DELETE ON edition_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
