-- CreateEnum
CREATE TYPE "merge_state" AS ENUM ('proposed', 'approved', 'rejected', 'withdrawn');

-- DropIndex
DROP INDEX "organization_names_organization_id_kind_name_key";

-- CreateTable
CREATE TABLE "merge_proposals" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "survivor_id" UUID NOT NULL,
    "absorbed_id" UUID NOT NULL,
    "reason" VARCHAR(500) NOT NULL,
    "state" "merge_state" NOT NULL DEFAULT 'proposed',
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_reason" VARCHAR(500),
    "moved" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "merge_proposals_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "merge_proposals_survivor_id_idx" ON "merge_proposals"("survivor_id");

-- CreateIndex
CREATE INDEX "merge_proposals_absorbed_id_idx" ON "merge_proposals"("absorbed_id");

-- CreateIndex
CREATE INDEX "merge_proposals_state_proposed_at_idx" ON "merge_proposals"("state", "proposed_at");

-- CreateIndex
CREATE UNIQUE INDEX "merge_proposals_alliance_id_id_key" ON "merge_proposals"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "membership_periods_on_day" ON "membership_periods"("alliance_id", "valid_from", "valid_to", "membership_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "organization_names_organization_id_kind_name_valid_from_key" ON "organization_names"("organization_id", "kind", "name", "valid_from");

-- AddForeignKey
ALTER TABLE "merge_proposals" ADD CONSTRAINT "merge_proposals_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merge_proposals" ADD CONSTRAINT "merge_proposals_survivor_id_fkey" FOREIGN KEY ("survivor_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merge_proposals" ADD CONSTRAINT "merge_proposals_absorbed_id_fkey" FOREIGN KEY ("absorbed_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here.

CREATE TRIGGER merge_proposals_tenant BEFORE UPDATE OF alliance_id ON merge_proposals FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance();
ALTER TABLE merge_proposals
  ADD CONSTRAINT merge_proposals_two CHECK (survivor_id <> absorbed_id),
  ADD CONSTRAINT merge_proposals_decided CHECK ((state = 'proposed') = (decided_at IS NULL)),
  -- I-15: who proposes does not approve.
  ADD CONSTRAINT merge_proposals_two_persons CHECK (state <> 'approved' OR decided_by_id <> proposed_by_id);
CREATE UNIQUE INDEX merge_proposals_one_open ON merge_proposals (absorbed_id) WHERE state = 'proposed';

-- A credit code belongs to one living row; a merged row has handed its code on.
ALTER TABLE organizations ADD CONSTRAINT organizations_merged_without_code CHECK (status <> 'merged' OR credit_code IS NULL);

-- The only change that a booked receipt or a verified record allows besides its own course: the duplicate row of its
-- organization was merged, and it follows to the surviving row. The organization is the same one.
CREATE FUNCTION follows_merger(old_id uuid, new_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT old_id <> new_id AND EXISTS (SELECT 1 FROM organizations WHERE id = old_id AND merged_into_id = new_id)
$$;

CREATE OR REPLACE FUNCTION refuse_booked_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'booked' THEN
    IF TG_OP = 'UPDATE' AND follows_merger(OLD.organization_id, NEW.organization_id)
      AND to_jsonb(NEW) - 'organization_id' = to_jsonb(OLD) - 'organization_id' THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION 'immutable: a booked receipt is reversed, never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE OR REPLACE FUNCTION refuse_verified_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state IN ('verified', 'published', 'superseded') THEN
      RAISE EXCEPTION 'immutable: a verified record is corrected, never deleted' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD.state NOT IN ('verified', 'published', 'superseded') THEN
    RETURN NEW;
  END IF;
  IF follows_merger(OLD.organization_id, NEW.organization_id)
    AND to_jsonb(NEW) - 'organization_id' = to_jsonb(OLD) - 'organization_id' THEN
    RETURN NEW;
  END IF;
  IF (
    NEW.organization_id, NEW.metric_code, NEW.title, NEW.year, NEW.occurred_on, NEW.quantity, NEW.verified_by_id,
    NEW.verified_at, NEW.natural_key, NEW.file_id
  ) IS DISTINCT FROM (
    OLD.organization_id, OLD.metric_code, OLD.title, OLD.year, OLD.occurred_on, OLD.quantity, OLD.verified_by_id,
    OLD.verified_at, OLD.natural_key, OLD.file_id
  ) OR NEW.state NOT IN ('verified', 'published', 'superseded') THEN
    RAISE EXCEPTION 'immutable: a verified record is corrected, never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
