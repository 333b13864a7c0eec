-- CreateEnum
CREATE TYPE "rule_draft_state" AS ENUM ('draft', 'activated', 'withdrawn');

-- CreateEnum
CREATE TYPE "operating_entity_kind" AS ENUM ('institute', 'company');

-- AlterEnum
ALTER TYPE "delegated_power_state" ADD VALUE 'renewed';

-- AlterEnum
ALTER TYPE "structure_template" ADD VALUE 'development_council';

-- DropIndex
DROP INDEX "delegated_powers_alliance_id_kind_key";

-- AlterTable
ALTER TABLE "delegated_powers" ADD COLUMN     "conditions" VARCHAR(500),
ADD COLUMN     "content" VARCHAR(500),
ADD COLUMN     "document_id" UUID,
ADD COLUMN     "grantee_id" UUID,
ADD COLUMN     "review_on" DATE,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "document_articles" ADD COLUMN     "chapter" VARCHAR(100);

-- AlterTable
ALTER TABLE "documents" ADD COLUMN     "adopted_by" VARCHAR(300),
ADD COLUMN     "adopted_on" DATE,
ADD COLUMN     "end_reason" VARCHAR(300),
ADD COLUMN     "paper_id" UUID;

-- AlterTable
ALTER TABLE "governance_bodies" ADD COLUMN     "dissolved_on" DATE,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "rule_sets" ADD COLUMN     "draft_id" UUID;

-- CreateTable
CREATE TABLE "delegated_power_events" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "power_id" UUID NOT NULL,
    "state" "delegated_power_state" NOT NULL,
    "on" DATE NOT NULL,
    "note" VARCHAR(500),
    "file_id" UUID,
    "resolution_id" UUID,
    "recorded_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "delegated_power_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rule_drafts" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "state" "rule_draft_state" NOT NULL DEFAULT 'draft',
    "rules" JSONB NOT NULL,
    "valid_from" DATE NOT NULL,
    "note" VARCHAR(300),
    "basis" VARCHAR(300),
    "resolution_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "proposed_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "activated_by_id" UUID,
    "activated_at" TIMESTAMPTZ(3),

    CONSTRAINT "rule_drafts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "operating_entities" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "kind" "operating_entity_kind" NOT NULL,
    "organization_id" UUID,
    "functions" VARCHAR(1000) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "operating_entities_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entity_shares" (
    "alliance_id" UUID NOT NULL,
    "entity_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "share" INTEGER NOT NULL,

    CONSTRAINT "entity_shares_pkey" PRIMARY KEY ("entity_id","organization_id")
);

-- CreateTable
CREATE TABLE "entity_managers" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "entity_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "resolution_id" UUID,
    "note" VARCHAR(300),

    CONSTRAINT "entity_managers_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "delegated_power_events_alliance_id_power_id_idx" ON "delegated_power_events"("alliance_id", "power_id");

-- CreateIndex
CREATE INDEX "delegated_power_events_alliance_id_file_id_idx" ON "delegated_power_events"("alliance_id", "file_id");

-- CreateIndex
CREATE INDEX "delegated_power_events_alliance_id_resolution_id_idx" ON "delegated_power_events"("alliance_id", "resolution_id");

-- CreateIndex
CREATE UNIQUE INDEX "delegated_power_events_alliance_id_id_key" ON "delegated_power_events"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "rule_drafts_alliance_id_body_id_idx" ON "rule_drafts"("alliance_id", "body_id");

-- CreateIndex
CREATE INDEX "rule_drafts_alliance_id_resolution_id_idx" ON "rule_drafts"("alliance_id", "resolution_id");

-- CreateIndex
CREATE UNIQUE INDEX "rule_drafts_alliance_id_id_key" ON "rule_drafts"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "operating_entities_organization_id_idx" ON "operating_entities"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "operating_entities_alliance_id_id_key" ON "operating_entities"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "operating_entities_alliance_id_body_id_key" ON "operating_entities"("alliance_id", "body_id");

-- CreateIndex
CREATE INDEX "entity_shares_alliance_id_entity_id_idx" ON "entity_shares"("alliance_id", "entity_id");

-- CreateIndex
CREATE INDEX "entity_shares_organization_id_idx" ON "entity_shares"("organization_id");

-- CreateIndex
CREATE INDEX "entity_managers_alliance_id_entity_id_idx" ON "entity_managers"("alliance_id", "entity_id");

-- CreateIndex
CREATE INDEX "entity_managers_person_id_idx" ON "entity_managers"("person_id");

-- CreateIndex
CREATE INDEX "entity_managers_alliance_id_resolution_id_idx" ON "entity_managers"("alliance_id", "resolution_id");

-- CreateIndex
CREATE UNIQUE INDEX "entity_managers_alliance_id_id_key" ON "entity_managers"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "delegated_powers_alliance_id_grantee_id_idx" ON "delegated_powers"("alliance_id", "grantee_id");

-- CreateIndex
CREATE INDEX "delegated_powers_alliance_id_document_id_idx" ON "delegated_powers"("alliance_id", "document_id");

-- CreateIndex
CREATE INDEX "documents_alliance_id_paper_id_idx" ON "documents"("alliance_id", "paper_id");

-- CreateIndex
CREATE INDEX "rule_sets_alliance_id_draft_id_idx" ON "rule_sets"("alliance_id", "draft_id");

-- AddForeignKey
ALTER TABLE "delegated_powers" ADD CONSTRAINT "delegated_powers_alliance_id_grantee_id_fkey" FOREIGN KEY ("alliance_id", "grantee_id") REFERENCES "governance_bodies"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegated_powers" ADD CONSTRAINT "delegated_powers_alliance_id_document_id_fkey" FOREIGN KEY ("alliance_id", "document_id") REFERENCES "documents"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegated_power_events" ADD CONSTRAINT "delegated_power_events_alliance_id_power_id_fkey" FOREIGN KEY ("alliance_id", "power_id") REFERENCES "delegated_powers"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegated_power_events" ADD CONSTRAINT "delegated_power_events_alliance_id_file_id_fkey" FOREIGN KEY ("alliance_id", "file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegated_power_events" ADD CONSTRAINT "delegated_power_events_alliance_id_resolution_id_fkey" FOREIGN KEY ("alliance_id", "resolution_id") REFERENCES "resolutions"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_alliance_id_paper_id_fkey" FOREIGN KEY ("alliance_id", "paper_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule_sets" ADD CONSTRAINT "rule_sets_alliance_id_draft_id_fkey" FOREIGN KEY ("alliance_id", "draft_id") REFERENCES "rule_drafts"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule_drafts" ADD CONSTRAINT "rule_drafts_alliance_id_body_id_fkey" FOREIGN KEY ("alliance_id", "body_id") REFERENCES "governance_bodies"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule_drafts" ADD CONSTRAINT "rule_drafts_alliance_id_resolution_id_fkey" FOREIGN KEY ("alliance_id", "resolution_id") REFERENCES "resolutions"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "operating_entities" ADD CONSTRAINT "operating_entities_alliance_id_body_id_fkey" FOREIGN KEY ("alliance_id", "body_id") REFERENCES "governance_bodies"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "operating_entities" ADD CONSTRAINT "operating_entities_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entity_shares" ADD CONSTRAINT "entity_shares_alliance_id_entity_id_fkey" FOREIGN KEY ("alliance_id", "entity_id") REFERENCES "operating_entities"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entity_shares" ADD CONSTRAINT "entity_shares_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entity_managers" ADD CONSTRAINT "entity_managers_alliance_id_entity_id_fkey" FOREIGN KEY ("alliance_id", "entity_id") REFERENCES "operating_entities"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entity_managers" ADD CONSTRAINT "entity_managers_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entity_managers" ADD CONSTRAINT "entity_managers_alliance_id_resolution_id_fkey" FOREIGN KEY ("alliance_id", "resolution_id") REFERENCES "resolutions"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- By hand from here on.

-- I-23, A-04: a row never moves to another alliance.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['rule_drafts', 'operating_entities', 'entity_shares', 'entity_managers', 'delegated_power_events'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OF alliance_id ON %I FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance()', t || '_tenant', t);
  END LOOP;
END $$;

-- Security 2, row 11: a rule in force is never edited. The next version ends it, earlier and only once.
CREATE FUNCTION refuse_rule_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'valid_to' = to_jsonb(OLD) - 'valid_to'
    AND NEW.valid_to IS NOT NULL AND NEW.valid_to <= coalesce(OLD.valid_to, 'infinity') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'immutable: a rule is followed by its next version, never changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER rule_sets_immutable BEFORE UPDATE OR DELETE ON rule_sets FOR EACH ROW EXECUTE FUNCTION refuse_rule_change();

ALTER TABLE rule_drafts
  ADD CONSTRAINT rule_drafts_activated CHECK ((state = 'activated') = (activated_at IS NOT NULL)),
  -- I-15: another one than the proposer, a resolution, or the paper of the founding.
  ADD CONSTRAINT rule_drafts_two_persons CHECK (state <> 'activated' OR resolution_id IS NOT NULL OR basis IS NOT NULL
    OR activated_by_id IS DISTINCT FROM proposed_by_id);
-- One draft of a body at a time: two that change the same rules could not both be read before they count.
CREATE UNIQUE INDEX rule_drafts_one_open ON rule_drafts (body_id) WHERE state = 'draft';
CREATE FUNCTION refuse_decided_draft_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'draft' OR TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'immutable: a draft of rules that was decided on' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER rule_drafts_immutable BEFORE UPDATE OR DELETE ON rule_drafts FOR EACH ROW EXECUTE FUNCTION refuse_decided_draft_change();

-- Documents: a decision stands behind what is adopted; one version follows another, and there is one charter.
ALTER TABLE documents
  ADD CONSTRAINT documents_decided CHECK (state IN ('draft', 'withdrawn') OR (adopted_on IS NOT NULL AND (resolution_id IS NOT NULL OR btrim(coalesce(adopted_by, '')) <> ''))),
  ADD CONSTRAINT documents_not_own_successor CHECK (supersedes_id <> id);
CREATE UNIQUE INDEX documents_followed_once ON documents (supersedes_id) WHERE state IN ('adopted', 'superseded', 'repealed');
CREATE UNIQUE INDEX documents_one_charter ON documents (alliance_id) WHERE kind = 'charter' AND state = 'adopted';
CREATE OR REPLACE FUNCTION refuse_adopted_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state NOT IN ('draft', 'withdrawn') THEN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - '{state,ends_on,end_reason,published,revision}'::text[] = to_jsonb(OLD) - '{state,ends_on,end_reason,published,revision}'::text[]
      AND (NEW.state = OLD.state OR (OLD.state = 'adopted' AND NEW.state IN ('superseded', 'repealed'))) THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION 'immutable: an adopted document is superseded, never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

-- Shares of a company make one whole, once the transaction that lists them is over.
ALTER TABLE entity_shares ADD CONSTRAINT entity_shares_positive CHECK (share BETWEEN 1 AND 10000);
CREATE FUNCTION shares_make_one() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE total int;
BEGIN
  SELECT sum(share) INTO total FROM entity_shares WHERE entity_id = CASE WHEN TG_OP = 'DELETE' THEN OLD.entity_id ELSE NEW.entity_id END;
  IF coalesce(total, 10000) <> 10000 THEN
    RAISE EXCEPTION 'guard: shares-not-whole' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER entity_shares_whole AFTER INSERT OR UPDATE OR DELETE ON entity_shares
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION shares_make_one();
ALTER TABLE entity_managers
  ADD CONSTRAINT entity_managers_dates CHECK (valid_to >= valid_from),
  ADD CONSTRAINT entity_managers_one EXCLUDE USING gist (entity_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&);

-- 赋权清单: one living power of a kind from one grantor; its life is a list of dated steps, never changed. The values are
-- compared as text, since one of them is new in this transaction.
CREATE UNIQUE INDEX delegated_powers_living ON delegated_powers (alliance_id, kind, coalesce(grantor_id, '00000000-0000-0000-0000-000000000000'::uuid)) WHERE state <> 'withdrawn';
ALTER TABLE delegated_powers ADD CONSTRAINT delegated_powers_dates CHECK (valid_to >= valid_from);
CREATE FUNCTION power_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> OLD.state AND NEW.state::text <> 'withdrawn' AND (OLD.state::text, NEW.state::text) NOT IN (
    ('proposed', 'department_agreed'), ('department_agreed', 'signed'), ('signed', 'in_force'), ('in_force', 'reviewed'),
    ('reviewed', 'renewed'), ('renewed', 'reviewed')) OR (OLD.state::text = 'withdrawn' AND NEW.state <> OLD.state) THEN
    RAISE EXCEPTION 'guard: a delegated power does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER delegated_powers_move BEFORE UPDATE OF state ON delegated_powers FOR EACH ROW EXECUTE FUNCTION power_moves();
CREATE TRIGGER delegated_power_events_immutable BEFORE UPDATE OR DELETE ON delegated_power_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
