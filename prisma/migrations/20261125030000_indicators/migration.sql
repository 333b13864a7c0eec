-- CreateEnum
CREATE TYPE "indicator_set_state" AS ENUM ('draft', 'in_force', 'superseded');

-- CreateEnum
CREATE TYPE "indicator_kind" AS ENUM ('stock', 'flow', 'ratio', 'yes_no', 'text');

-- CreateEnum
CREATE TYPE "indicator_aggregation" AS ENUM ('sum', 'max', 'last', 'average', 'distinct', 'ratio');

-- CreateEnum
CREATE TYPE "indicator_direction" AS ENUM ('up', 'down', 'neither');

-- CreateEnum
CREATE TYPE "check_strength" AS ENUM ('block', 'reason', 'info');

-- CreateTable
CREATE TABLE "indicator_sets" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "code" VARCHAR(40) NOT NULL,
    "edition" INTEGER NOT NULL,
    "name_zh" VARCHAR(100) NOT NULL,
    "name_en" VARCHAR(150),
    "source" VARCHAR(300) NOT NULL,
    "source_url" VARCHAR(300),
    "expected_groups" INTEGER,
    "expected_middle" INTEGER,
    "expected_leaves" INTEGER,
    "state" "indicator_set_state" NOT NULL DEFAULT 'draft',
    "valid_from" DATE,
    "replaces_id" UUID,
    "created_by_id" UUID,
    "enforced_by_id" UUID,
    "enforced_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "indicator_sets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicators" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "set_id" UUID NOT NULL,
    "parent_id" UUID,
    "level" INTEGER NOT NULL,
    "sort_order" INTEGER NOT NULL,
    "code" VARCHAR(20) NOT NULL,
    "name_zh" VARCHAR(200) NOT NULL,
    "name_en" VARCHAR(200),
    "definition" VARCHAR(1000),
    "kind" "indicator_kind",
    "unit_zh" VARCHAR(30),
    "unit_en" VARCHAR(40),
    "direction" "indicator_direction" NOT NULL DEFAULT 'neither',
    "aggregation" "indicator_aggregation",
    "year_basis" "year_basis" NOT NULL DEFAULT 'calendar',
    "weight" INTEGER,
    "target" DECIMAL(18,2),
    "lowest" DECIMAL(18,2),
    "highest" DECIMAL(18,2),
    "part_of_code" VARCHAR(20),
    "evidence_required" BOOLEAN NOT NULL DEFAULT false,
    "evidence" VARCHAR(1000),
    "veto" BOOLEAN NOT NULL DEFAULT false,
    "metric_code" VARCHAR(10),
    "computed" BOOLEAN NOT NULL DEFAULT false,
    "series_cut" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "indicators_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator_rules" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "set_id" UUID NOT NULL,
    "sort_order" INTEGER NOT NULL,
    "strength" "check_strength" NOT NULL,
    "expression" VARCHAR(300) NOT NULL,
    "note" VARCHAR(300) NOT NULL,

    CONSTRAINT "indicator_rules_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "indicator_sets_alliance_id_replaces_id_idx" ON "indicator_sets"("alliance_id", "replaces_id");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_sets_alliance_id_id_key" ON "indicator_sets"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_sets_alliance_id_code_edition_key" ON "indicator_sets"("alliance_id", "code", "edition");

-- CreateIndex
CREATE INDEX "indicators_alliance_id_set_id_sort_order_idx" ON "indicators"("alliance_id", "set_id", "sort_order");

-- CreateIndex
CREATE INDEX "indicators_alliance_id_set_id_parent_id_idx" ON "indicators"("alliance_id", "set_id", "parent_id");

-- CreateIndex
CREATE INDEX "indicators_metric_code_idx" ON "indicators"("metric_code");

-- CreateIndex
CREATE UNIQUE INDEX "indicators_alliance_id_id_key" ON "indicators"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "indicators_alliance_id_set_id_id_key" ON "indicators"("alliance_id", "set_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "indicators_alliance_id_set_id_code_key" ON "indicators"("alliance_id", "set_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_rules_alliance_id_id_key" ON "indicator_rules"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_rules_alliance_id_set_id_sort_order_key" ON "indicator_rules"("alliance_id", "set_id", "sort_order");

-- AddForeignKey
ALTER TABLE "indicator_sets" ADD CONSTRAINT "indicator_sets_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_sets" ADD CONSTRAINT "indicator_sets_alliance_id_replaces_id_fkey" FOREIGN KEY ("alliance_id", "replaces_id") REFERENCES "indicator_sets"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_alliance_id_set_id_fkey" FOREIGN KEY ("alliance_id", "set_id") REFERENCES "indicator_sets"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_alliance_id_set_id_parent_id_fkey" FOREIGN KEY ("alliance_id", "set_id", "parent_id") REFERENCES "indicators"("alliance_id", "set_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_metric_code_fkey" FOREIGN KEY ("metric_code") REFERENCES "metric_definitions"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_rules" ADD CONSTRAINT "indicator_rules_alliance_id_set_id_fkey" FOREIGN KEY ("alliance_id", "set_id") REFERENCES "indicator_sets"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Hand-written from here: what the schema cannot express.
ALTER TABLE indicator_sets
  ADD CONSTRAINT indicator_sets_words CHECK (btrim(name_zh) <> '' AND btrim(source) <> '' AND code ~ '^[a-z][a-z0-9-]*$' AND edition >= 1),
  ADD CONSTRAINT indicator_sets_expected CHECK (expected_groups >= 0 AND expected_middle >= 0 AND expected_leaves >= 0),
  ADD CONSTRAINT indicator_sets_enforced CHECK ((state = 'draft') = (enforced_at IS NULL) AND (state = 'draft') = (valid_from IS NULL));
CREATE UNIQUE INDEX indicator_sets_one_draft ON indicator_sets (alliance_id, code) WHERE state = 'draft';
CREATE UNIQUE INDEX indicator_sets_one_in_force ON indicator_sets (alliance_id, code) WHERE state = 'in_force';

ALTER TABLE indicators
  ADD CONSTRAINT indicators_words CHECK (btrim(name_zh) <> '' AND btrim(code) <> '' AND level BETWEEN 1 AND 3),
  ADD CONSTRAINT indicators_root CHECK ((level = 1) = (parent_id IS NULL)),
  ADD CONSTRAINT indicators_weight CHECK (weight BETWEEN 0 AND 10000),
  ADD CONSTRAINT indicators_asked CHECK (kind IS NOT NULL OR (aggregation IS NULL AND unit_zh IS NULL AND metric_code IS NULL AND NOT computed
    AND NOT evidence_required AND target IS NULL AND lowest IS NULL AND highest IS NULL AND part_of_code IS NULL)),
  -- Percentages are made from their parts and never averaged; what is not a number adds to nothing.
  ADD CONSTRAINT indicators_aggregation CHECK (CASE WHEN kind IS NULL OR kind IN ('yes_no', 'text') THEN aggregation IS NULL
    WHEN kind = 'ratio' THEN aggregation = 'ratio' ELSE aggregation IS NOT NULL AND aggregation <> 'ratio' AND unit_zh IS NOT NULL END),
  ADD CONSTRAINT indicators_computed CHECK (NOT computed OR metric_code IS NOT NULL),
  ADD CONSTRAINT indicators_range CHECK (lowest <= highest);

-- A set in force never changes: a changed definition is the next version (behaviour 4.4).
CREATE FUNCTION indicator_set_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state <> 'draft' THEN
      RAISE EXCEPTION 'immutable: an indicator set in force is kept' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD.state <> 'draft' AND (to_jsonb(NEW) - 'state' - 'version' IS DISTINCT FROM to_jsonb(OLD) - 'state' - 'version'
    OR NOT (NEW.state = OLD.state OR OLD.state = 'in_force' AND NEW.state = 'superseded')) THEN
    RAISE EXCEPTION 'immutable: an indicator set in force never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER indicator_sets_stay BEFORE UPDATE OR DELETE ON indicator_sets FOR EACH ROW EXECUTE FUNCTION indicator_set_stays();

CREATE FUNCTION indicator_of_draft() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  a uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.alliance_id ELSE NEW.alliance_id END;
  s uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.set_id ELSE NEW.set_id END;
  held indicator_set_state;
BEGIN
  -- The set is held, so that nothing slips in while it is put into force.
  SELECT state INTO held FROM indicator_sets WHERE alliance_id = a AND id = s FOR SHARE;
  IF held <> 'draft' OR TG_OP = 'UPDATE' AND NEW.set_id <> OLD.set_id THEN
    RAISE EXCEPTION 'immutable: the indicators of a set in force never change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER indicators_of_draft BEFORE INSERT OR UPDATE OR DELETE ON indicators FOR EACH ROW EXECUTE FUNCTION indicator_of_draft();
CREATE TRIGGER indicator_rules_of_draft BEFORE INSERT OR UPDATE OR DELETE ON indicator_rules FOR EACH ROW EXECUTE FUNCTION indicator_of_draft();
CREATE TRIGGER indicators_no_truncate BEFORE TRUNCATE ON indicators FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['indicator_sets', 'indicators', 'indicator_rules'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OF alliance_id ON %I FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance()', t || '_tenant', t);
  END LOOP;
END $$;
