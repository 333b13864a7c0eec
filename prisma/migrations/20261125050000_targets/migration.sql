-- CreateEnum
CREATE TYPE "target_state" AS ENUM ('proposed', 'in_force', 'declined', 'withdrawn', 'superseded');

-- CreateTable
CREATE TABLE "metric_targets" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "organization_id" UUID,
    "metric_code" VARCHAR(10) NOT NULL,
    "year" INTEGER NOT NULL,
    "value" DECIMAL(18,2) NOT NULL,
    "basis" VARCHAR(300) NOT NULL,
    "state" "target_state" NOT NULL DEFAULT 'proposed',
    "state_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "set_by_id" UUID NOT NULL,
    "decided_by_id" UUID,
    "reason" VARCHAR(500),
    "resolution_id" UUID,
    "supersedes_id" UUID,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "metric_targets_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "metric_targets_alliance_id_metric_code_year_idx" ON "metric_targets"("alliance_id", "metric_code", "year");

-- CreateIndex
CREATE INDEX "metric_targets_organization_id_idx" ON "metric_targets"("organization_id");

-- CreateIndex
CREATE INDEX "metric_targets_metric_code_idx" ON "metric_targets"("metric_code");

-- CreateIndex
CREATE INDEX "metric_targets_alliance_id_resolution_id_idx" ON "metric_targets"("alliance_id", "resolution_id");

-- CreateIndex
CREATE INDEX "metric_targets_alliance_id_supersedes_id_idx" ON "metric_targets"("alliance_id", "supersedes_id");

-- CreateIndex
CREATE UNIQUE INDEX "metric_targets_alliance_id_id_key" ON "metric_targets"("alliance_id", "id");

-- AddForeignKey
ALTER TABLE "metric_targets" ADD CONSTRAINT "metric_targets_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "metric_targets" ADD CONSTRAINT "metric_targets_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "metric_targets" ADD CONSTRAINT "metric_targets_metric_code_fkey" FOREIGN KEY ("metric_code") REFERENCES "metric_definitions"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "metric_targets" ADD CONSTRAINT "metric_targets_alliance_id_resolution_id_fkey" FOREIGN KEY ("alliance_id", "resolution_id") REFERENCES "resolutions"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "metric_targets" ADD CONSTRAINT "metric_targets_alliance_id_supersedes_id_fkey" FOREIGN KEY ("alliance_id", "supersedes_id") REFERENCES "metric_targets"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Hand-written; the schema cannot express it.
ALTER TABLE metric_targets ADD CONSTRAINT metric_targets_value CHECK (value >= 0);
ALTER TABLE metric_targets ADD CONSTRAINT metric_targets_year CHECK (year BETWEEN 1980 AND 2100);
-- Two people, or a resolution: nobody puts an own number in force.
ALTER TABLE metric_targets ADD CONSTRAINT metric_targets_hands CHECK (decided_by_id IS NULL OR decided_by_id <> set_by_id);
ALTER TABLE metric_targets ADD CONSTRAINT metric_targets_decided CHECK (
  CASE state WHEN 'in_force' THEN decided_by_id IS NOT NULL OR resolution_id IS NOT NULL
    WHEN 'superseded' THEN decided_by_id IS NOT NULL OR resolution_id IS NOT NULL
    WHEN 'declined' THEN decided_by_id IS NOT NULL AND reason IS NOT NULL AND resolution_id IS NULL
    ELSE decided_by_id IS NULL AND resolution_id IS NULL END);
-- One number in force, and one before the chair, for the same thing.
CREATE UNIQUE INDEX metric_targets_in_force ON metric_targets (alliance_id, metric_code, year, coalesce(organization_id, alliance_id)) WHERE state = 'in_force';
CREATE UNIQUE INDEX metric_targets_proposed ON metric_targets (alliance_id, metric_code, year, coalesce(organization_id, alliance_id)) WHERE state = 'proposed';

CREATE FUNCTION metric_target_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'immutable: a target is superseded or withdrawn, never deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.supersedes_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.supersedes_id IS DISTINCT FROM OLD.supersedes_id)
    AND NOT EXISTS (SELECT 1 FROM metric_targets t WHERE t.id = NEW.supersedes_id AND t.alliance_id = NEW.alliance_id
      AND t.metric_code = NEW.metric_code AND t.year = NEW.year AND t.organization_id IS NOT DISTINCT FROM NEW.organization_id) THEN
    RAISE EXCEPTION 'guard: a target supersedes one of the same thing' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'INSERT' THEN
    RETURN NEW;
  END IF;
  IF (NEW.alliance_id, NEW.metric_code, NEW.year, NEW.value, NEW.basis, NEW.set_by_id, NEW.created_at)
    IS DISTINCT FROM (OLD.alliance_id, OLD.metric_code, OLD.year, OLD.value, OLD.basis, OLD.set_by_id, OLD.created_at)
    OR NEW.organization_id IS DISTINCT FROM OLD.organization_id AND NOT follows_merger(OLD.organization_id, NEW.organization_id) THEN
    RAISE EXCEPTION 'immutable: a target is superseded, never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (('proposed', 'in_force'), ('proposed', 'declined'),
    ('proposed', 'withdrawn'), ('in_force', 'superseded')) THEN
    RAISE EXCEPTION 'guard: target %', OLD.state USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state <> 'proposed' AND (NEW.decided_by_id, NEW.resolution_id, NEW.reason, NEW.supersedes_id)
    IS DISTINCT FROM (OLD.decided_by_id, OLD.resolution_id, OLD.reason, OLD.supersedes_id) THEN
    RAISE EXCEPTION 'immutable: who decided a target stays' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER metric_target_stays BEFORE INSERT OR UPDATE OR DELETE ON metric_targets
  FOR EACH ROW EXECUTE FUNCTION metric_target_stays();
CREATE TRIGGER metric_targets_tenant BEFORE UPDATE OF alliance_id ON metric_targets
  FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance();
