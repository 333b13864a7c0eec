-- CreateEnum
CREATE TYPE "project_event_kind" AS ENUM ('created', 'asked_again', 'confirmed', 'declined', 'completed', 'question', 'answer', 'registered', 'started', 'rejected', 'withdrawn');

-- AlterTable
ALTER TABLE "fund_commitments" ADD COLUMN     "confirmed_at" TIMESTAMPTZ(3),
ADD COLUMN     "confirmed_by_id" UUID,
ADD COLUMN     "proof" VARCHAR(300);

-- AlterTable
ALTER TABLE "fund_receipts" ADD COLUMN     "above_commitment" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "valuation" VARCHAR(200);

-- CreateTable
CREATE TABLE "project_events" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "kind" "project_event_kind" NOT NULL,
    "organization_id" UUID,
    "text" VARCHAR(1000),
    "actor_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_events_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "project_events_alliance_id_project_id_created_at_idx" ON "project_events"("alliance_id", "project_id", "created_at");

-- CreateIndex
CREATE INDEX "project_events_organization_id_idx" ON "project_events"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_events_alliance_id_id_key" ON "project_events"("alliance_id", "id");

-- AddForeignKey
ALTER TABLE "project_events" ADD CONSTRAINT "project_events_alliance_id_project_id_fkey" FOREIGN KEY ("alliance_id", "project_id") REFERENCES "projects"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_events" ADD CONSTRAINT "project_events_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here.
CREATE TRIGGER project_events_append_only BEFORE UPDATE OR DELETE ON project_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE project_events
  ADD CONSTRAINT project_events_reasoned CHECK (kind NOT IN ('declined', 'question', 'answer', 'rejected', 'withdrawn') OR btrim(coalesce(text, '')) <> '');

-- domain 3.10: a promise becomes binding by an agreement or a resolution, and that is named.
ALTER TABLE fund_commitments
  ADD CONSTRAINT fund_commitments_proved CHECK (state <> 'confirmed' OR btrim(coalesce(proof, '')) <> '');
-- domain 3.10: goods have a basis of their value, by the promise or by themselves.
ALTER TABLE fund_receipts
  ADD CONSTRAINT fund_receipts_valued CHECK (kind = 'cash' OR commitment_id IS NOT NULL OR btrim(coalesce(valuation, '')) <> '');

-- A reversal names the promise of what it reverses, or received against that promise would not fall with it.
CREATE OR REPLACE FUNCTION reversal_is_exact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.reversal_of_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM fund_receipts r WHERE r.alliance_id = NEW.alliance_id AND r.id = NEW.reversal_of_id
      AND r.state = 'booked' AND r.amount = -NEW.amount AND r.kind = NEW.kind AND r.organization_id = NEW.organization_id
      AND r.project_id = NEW.project_id AND r.commitment_id IS NOT DISTINCT FROM NEW.commitment_id
      AND r.source = NEW.source AND r.reversal_of_id IS NULL
  ) THEN
    RAISE EXCEPTION 'guard: a reversal is the exact negative of one booked receipt' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- The guard above looks only at new rows: an entered reversal must not be turned into something else before it is booked.
CREATE FUNCTION reversal_stays_exact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.reversal_of_id IS NOT NULL OR NEW.reversal_of_id IS NOT NULL) AND ROW(NEW.reversal_of_id, NEW.amount, NEW.kind,
      NEW.source, NEW.organization_id, NEW.project_id, NEW.commitment_id) IS DISTINCT FROM ROW(OLD.reversal_of_id,
      OLD.amount, OLD.kind, OLD.source, OLD.organization_id, OLD.project_id, OLD.commitment_id) THEN
    RAISE EXCEPTION 'guard: a reversal is the exact negative of one booked receipt' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fund_receipts_reversal_stays BEFORE UPDATE ON fund_receipts FOR EACH ROW EXECUTE FUNCTION reversal_stays_exact();

-- 立项编号 as people write it: "2026-007"; NULL without a number.
CREATE FUNCTION project_code(p_year int, p_number int) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT p_year || '-' || lpad(p_number::text, greatest(3, length(p_number::text)), '0')
$$;
