-- Schemes of evaluation: versioned trees of indicators with their rules.
-- CreateEnum
CREATE TYPE "evaluation_subject_kind" AS ENUM ('member', 'college', 'alliance');

-- CreateEnum
CREATE TYPE "evaluation_scheme_state" AS ENUM ('draft', 'published');

-- CreateEnum
CREATE TYPE "evaluation_rule_kind" AS ENUM ('threshold', 'ratio', 'best_in_group', 'level_points', 'expert', 'deduction', 'veto');

-- CreateTable
CREATE TABLE "evaluation_schemes" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "edition" INTEGER NOT NULL DEFAULT 1,
    "name" VARCHAR(100) NOT NULL,
    "description" VARCHAR(1000),
    "subject_kind" "evaluation_subject_kind" NOT NULL,
    "state" "evaluation_scheme_state" NOT NULL DEFAULT 'draft',
    "band_a" INTEGER NOT NULL,
    "band_b" INTEGER NOT NULL,
    "band_c" INTEGER NOT NULL,
    "least_experts" INTEGER NOT NULL DEFAULT 3,
    "public_grades" BOOLEAN NOT NULL DEFAULT false,
    "created_by_id" UUID,
    "published_by_id" UUID,
    "published_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evaluation_schemes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation_indicators" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "scheme_id" UUID NOT NULL,
    "parent_id" UUID,
    "code" VARCHAR(20) NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "weight" INTEGER NOT NULL,
    "kind" "evaluation_rule_kind",
    "unit" VARCHAR(20),
    "target" BIGINT,
    "floor" BIGINT,
    "cap" INTEGER,
    "each" INTEGER,
    "most" INTEGER,
    "level_points" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "metric_code" VARCHAR(40),
    "evidence" VARCHAR(300),

    CONSTRAINT "evaluation_indicators_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_schemes_alliance_id_id_key" ON "evaluation_schemes"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_schemes_alliance_id_series_id_edition_key" ON "evaluation_schemes"("alliance_id", "series_id", "edition");

-- CreateIndex
CREATE INDEX "evaluation_indicators_alliance_id_scheme_id_idx" ON "evaluation_indicators"("alliance_id", "scheme_id");

-- CreateIndex
CREATE INDEX "evaluation_indicators_alliance_id_parent_id_idx" ON "evaluation_indicators"("alliance_id", "parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_indicators_alliance_id_id_key" ON "evaluation_indicators"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_indicators_scheme_id_code_key" ON "evaluation_indicators"("scheme_id", "code");

-- AddForeignKey
ALTER TABLE "evaluation_schemes" ADD CONSTRAINT "evaluation_schemes_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_indicators" ADD CONSTRAINT "evaluation_indicators_alliance_id_scheme_id_fkey" FOREIGN KEY ("alliance_id", "scheme_id") REFERENCES "evaluation_schemes"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_indicators" ADD CONSTRAINT "evaluation_indicators_alliance_id_parent_id_fkey" FOREIGN KEY ("alliance_id", "parent_id") REFERENCES "evaluation_indicators"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- By hand from here: what the database promises beyond keys.
-- ---------------------------------------------------------------------------------------------------------------------

-- I-23, A-04: a row never moves to another alliance.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['evaluation_schemes', 'evaluation_indicators'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OF alliance_id ON %I FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance()', t || '_tenant', t);
  END LOOP;
END $$;

ALTER TABLE evaluation_schemes
  ADD CONSTRAINT evaluation_schemes_name_not_blank CHECK (btrim(name) <> ''),
  ADD CONSTRAINT evaluation_schemes_edition CHECK (edition >= 1),
  ADD CONSTRAINT evaluation_schemes_experts CHECK (least_experts BETWEEN 1 AND 21),
  ADD CONSTRAINT evaluation_schemes_bands CHECK (band_a <= 10000 AND band_a > band_b AND band_b > band_c AND band_c > 0),
  ADD CONSTRAINT evaluation_schemes_published CHECK ((state = 'published') = (published_at IS NOT NULL)),
  -- I-15: who wrote a scheme does not publish it.
  ADD CONSTRAINT evaluation_schemes_two_persons CHECK (published_by_id IS NULL OR created_by_id IS NULL OR published_by_id <> created_by_id);

-- Each rule has what it needs, and nothing of another one.
ALTER TABLE evaluation_indicators
  ADD CONSTRAINT evaluation_indicators_words CHECK (btrim(code) <> '' AND btrim(name) <> ''),
  ADD CONSTRAINT evaluation_indicators_weight CHECK (weight BETWEEN 0 AND 10000),
  ADD CONSTRAINT evaluation_indicators_not_itself CHECK (parent_id <> id),
  ADD CONSTRAINT evaluation_indicators_target CHECK (coalesce(kind IN ('threshold', 'ratio'), false) = (target IS NOT NULL) AND target > 0),
  ADD CONSTRAINT evaluation_indicators_floor CHECK (floor IS NULL OR (kind = 'threshold' AND floor >= 0 AND floor < target)),
  ADD CONSTRAINT evaluation_indicators_cap CHECK (coalesce(kind = 'ratio', false) = (cap IS NOT NULL) AND cap BETWEEN 1 AND 30000),
  ADD CONSTRAINT evaluation_indicators_deduction CHECK (coalesce(kind = 'deduction', false) = (each IS NOT NULL) AND (each IS NULL) = (most IS NULL) AND each > 0 AND most BETWEEN each AND 10000),
  ADD CONSTRAINT evaluation_indicators_levels CHECK (CASE WHEN kind = 'level_points' THEN cardinality(level_points) = 4 AND 0 <= ALL (level_points) ELSE cardinality(level_points) = 0 END),
  ADD CONSTRAINT evaluation_indicators_metric CHECK (metric_code IS NULL OR kind IN ('threshold', 'ratio', 'best_in_group', 'deduction'));

-- A published scheme never changes: a new edition follows it.
CREATE FUNCTION evaluation_scheme_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'published' THEN
    RAISE EXCEPTION 'immutable: a published scheme is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  IF NEW.state = 'published' AND (
    (SELECT coalesce(sum(weight), 0) FROM evaluation_indicators WHERE scheme_id = NEW.id AND parent_id IS NULL) <> 10000
    OR EXISTS (SELECT 1 FROM evaluation_indicators p WHERE p.scheme_id = NEW.id AND p.kind IS NULL
      AND p.weight <> coalesce((SELECT sum(c.weight) FROM evaluation_indicators c WHERE c.parent_id = p.id), -1))
    OR EXISTS (SELECT 1 FROM evaluation_indicators c JOIN evaluation_indicators p ON p.id = c.parent_id
      WHERE c.scheme_id = NEW.id AND (p.kind IS NOT NULL OR p.scheme_id <> NEW.id))
    OR EXISTS (SELECT 1 FROM evaluation_indicators c WHERE c.scheme_id = NEW.id AND c.kind IS NOT NULL
      AND (c.weight > 0) = (c.kind IN ('deduction', 'veto')))
  ) THEN
    RAISE EXCEPTION 'guard: weights of a scheme sum exactly' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evaluation_schemes_stay BEFORE UPDATE OR DELETE ON evaluation_schemes FOR EACH ROW EXECUTE FUNCTION evaluation_scheme_stays();

CREATE FUNCTION evaluation_indicator_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE scheme uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.scheme_id ELSE NEW.scheme_id END;
BEGIN
  -- The scheme is held, so that nobody publishes it between this look and the end of the transaction.
  PERFORM 1 FROM evaluation_schemes WHERE id = scheme AND state = 'draft' FOR SHARE;
  IF NOT FOUND OR (TG_OP = 'UPDATE' AND NEW.scheme_id <> OLD.scheme_id) THEN
    RAISE EXCEPTION 'immutable: indicators of a published scheme are never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER evaluation_indicators_stay BEFORE INSERT OR UPDATE OR DELETE ON evaluation_indicators FOR EACH ROW EXECUTE FUNCTION evaluation_indicator_stays();
