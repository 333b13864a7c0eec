-- CreateEnum
CREATE TYPE "register_import_state" AS ENUM ('staged', 'applied');

-- CreateEnum
CREATE TYPE "organization_change_state" AS ENUM ('proposed', 'applied', 'refused', 'stale', 'withdrawn');

-- CreateEnum
CREATE TYPE "organization_change_answer" AS ENUM ('waiting', 'accepted', 'refused');

-- CreateTable
CREATE TABLE "register_imports" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "file_name" VARCHAR(200) NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "rows" JSONB NOT NULL,
    "state" "register_import_state" NOT NULL DEFAULT 'staged',
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "applied_by_id" UUID,
    "applied_at" TIMESTAMPTZ(3),
    "outcome" JSONB,

    CONSTRAINT "register_imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization_changes" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "fields" JSONB NOT NULL,
    "renamed_on" DATE,
    "state" "organization_change_state" NOT NULL DEFAULT 'proposed',
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "organization_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization_change_answers" (
    "change_id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "answer" "organization_change_answer" NOT NULL DEFAULT 'waiting',
    "reason" VARCHAR(500),
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "organization_change_answers_pkey" PRIMARY KEY ("change_id","alliance_id")
);

-- CreateIndex
CREATE INDEX "register_imports_alliance_id_created_at_idx" ON "register_imports"("alliance_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "register_imports_alliance_id_id_key" ON "register_imports"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "organization_changes_organization_id_idx" ON "organization_changes"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "organization_changes_alliance_id_id_key" ON "organization_changes"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "organization_change_answers_alliance_id_answer_idx" ON "organization_change_answers"("alliance_id", "answer");

-- AddForeignKey
ALTER TABLE "register_imports" ADD CONSTRAINT "register_imports_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_changes" ADD CONSTRAINT "organization_changes_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_changes" ADD CONSTRAINT "organization_changes_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_change_answers" ADD CONSTRAINT "organization_change_answers_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "organization_changes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_change_answers" ADD CONSTRAINT "organization_change_answers_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here.

CREATE TRIGGER register_imports_tenant BEFORE UPDATE OF alliance_id ON register_imports FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance();
ALTER TABLE register_imports
  ADD CONSTRAINT register_imports_applied CHECK ((state = 'applied') = (applied_at IS NOT NULL) AND (state = 'applied') = (outcome IS NOT NULL));

CREATE TRIGGER organization_changes_tenant BEFORE UPDATE OF alliance_id ON organization_changes FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance();
ALTER TABLE organization_changes
  ADD CONSTRAINT organization_changes_closed CHECK ((state = 'proposed') = (closed_at IS NULL)),
  ADD CONSTRAINT organization_changes_fields CHECK (jsonb_typeof(fields) = 'object' AND fields <> '{}');
-- One at a time: two open changes of one profile could not both be applied to what they were made from.
CREATE UNIQUE INDEX organization_changes_one_open ON organization_changes (organization_id) WHERE state = 'proposed';

CREATE TRIGGER organization_change_answers_tenant BEFORE UPDATE OF alliance_id ON organization_change_answers FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance();
ALTER TABLE organization_change_answers
  ADD CONSTRAINT organization_change_answers_answered CHECK ((answer = 'waiting') = (answered_at IS NULL)),
  ADD CONSTRAINT organization_change_answers_refused CHECK (answer <> 'refused' OR btrim(coalesce(reason, '')) <> '');

-- I-05, I-06: many entries at once, with one move of the head: ten thousand moves of one row inside one transaction cost
-- seconds. The guard asks for what it let through before one by one: every entry up to the new head, and its hash.
CREATE OR REPLACE FUNCTION audit_head_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.chain = OLD.chain AND NEW.seq = OLD.seq + 1 THEN
    RETURN NEW;
  END IF;
  IF NEW.chain <> OLD.chain OR NEW.seq <= OLD.seq
    OR (SELECT count(*) FROM audit_entries e WHERE e.chain = NEW.chain AND e.seq > OLD.seq AND e.seq <= NEW.seq) <> NEW.seq - OLD.seq
    OR NOT EXISTS (SELECT 1 FROM audit_entries e WHERE e.chain = NEW.chain AND e.seq = NEW.seq AND e.hash = NEW.hash) THEN
    RAISE EXCEPTION 'immutable: the head of an audit chain only moves to the next entry' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION audit_append_all(
  p_chain text, p_actor uuid, p_action text, p_subject_type text, p_subjects uuid[], p_details jsonb, p_request text
) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  v_prev text;
  v_seq bigint;
  v_at timestamptz;
  v_hash text;
  v_details jsonb;
BEGIN
  IF cardinality(p_subjects) = 0 THEN
    RETURN 0;
  END IF;
  -- The first one makes the head where there is none, and locks it.
  v_seq := audit_append(p_chain, p_actor, p_action, p_subject_type, p_subjects[1], p_details->0, p_request);
  SELECT hash INTO v_prev FROM audit_heads WHERE chain = p_chain;
  FOR i IN 2..cardinality(p_subjects) LOOP
    v_seq := v_seq + 1;
    v_at := clock_timestamp();
    v_details := p_details->(i - 1);
    v_hash := audit_hash(v_prev, p_chain, v_seq, v_at, p_actor, p_action, p_subject_type, p_subjects[i], v_details, p_request);
    INSERT INTO audit_entries (chain, seq, at, actor_id, action, subject_type, subject_id, details, request_id, prev_hash, hash)
      VALUES (p_chain, v_seq, v_at, p_actor, p_action, p_subject_type, p_subjects[i], v_details, p_request, v_prev, v_hash);
    v_prev := v_hash;
  END LOOP;
  UPDATE audit_heads SET seq = v_seq, hash = v_prev WHERE chain = p_chain AND seq <> v_seq;
  RETURN v_seq;
END $$;

-- I-24: a series moves by one, or over numbers that have been given already in this transaction.
CREATE OR REPLACE FUNCTION counter_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.value = OLD.value + 1 THEN
    RETURN NEW;
  END IF;
  IF NEW.value < OLD.value OR NEW.series <> 'membership' OR (
    SELECT count(*) FROM memberships m
    WHERE m.alliance_id = NEW.alliance_id AND m.number > OLD.value AND m.number <= NEW.value) <> NEW.value - OLD.value THEN
    RAISE EXCEPTION 'immutable: a number series moves by one' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
