-- CreateEnum
CREATE TYPE "promotion_state" AS ENUM ('enrolled', 'trained', 'assessed', 'certified');

-- CreateTable
CREATE TABLE "studio_promotions" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "title" VARCHAR(100) NOT NULL,
    "from_level" "skill_level" NOT NULL,
    "to_level" "skill_level" NOT NULL,
    "state" "promotion_state" NOT NULL DEFAULT 'enrolled',
    "enrolled" INTEGER NOT NULL,
    "enrolled_on" DATE NOT NULL,
    "trained" INTEGER,
    "trained_on" DATE,
    "assessed" INTEGER,
    "assessed_on" DATE,
    "certified" INTEGER,
    "certified_on" DATE,
    "certificate_no" VARCHAR(100),
    "file_id" UUID,
    "created_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "studio_promotions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "studio_promotions_alliance_id_platform_id_idx" ON "studio_promotions"("alliance_id", "platform_id");

-- CreateIndex
CREATE INDEX "studio_promotions_alliance_id_file_id_idx" ON "studio_promotions"("alliance_id", "file_id");

-- CreateIndex
CREATE UNIQUE INDEX "studio_promotions_alliance_id_id_key" ON "studio_promotions"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "studio_promotions_platform_id_title_key" ON "studio_promotions"("platform_id", "title");

-- AddForeignKey
ALTER TABLE "studio_promotions" ADD CONSTRAINT "studio_promotions_alliance_id_platform_id_fkey" FOREIGN KEY ("alliance_id", "platform_id") REFERENCES "platforms"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "studio_promotions" ADD CONSTRAINT "studio_promotions_alliance_id_file_id_fkey" FOREIGN KEY ("alliance_id", "file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Hand-written from here: what the schema cannot express.

-- I-23, A-04: a row never moves to another alliance.
CREATE TRIGGER studio_promotions_tenant BEFORE UPDATE OF alliance_id ON studio_promotions FOR EACH ROW
  EXECUTE FUNCTION refuse_other_alliance();

-- Upwards only; nobody joins on the way, no step is left out, and the days follow one another. Certificates bear a number.
ALTER TABLE studio_promotions
  ADD CONSTRAINT studio_promotions_rise CHECK (to_level > from_level),
  ADD CONSTRAINT studio_promotions_people CHECK (enrolled > 0 AND trained BETWEEN 0 AND enrolled
    AND assessed BETWEEN 0 AND trained AND certified BETWEEN 0 AND assessed),
  ADD CONSTRAINT studio_promotions_days CHECK (trained_on >= enrolled_on AND assessed_on >= trained_on
    AND certified_on >= assessed_on),
  ADD CONSTRAINT studio_promotions_steps CHECK (
    num_nonnulls(trained, trained_on) = CASE WHEN state >= 'trained' THEN 2 ELSE 0 END
    AND num_nonnulls(assessed, assessed_on) = CASE WHEN state >= 'assessed' THEN 2 ELSE 0 END
    AND num_nonnulls(certified, certified_on) = CASE WHEN state >= 'certified' THEN 2 ELSE 0 END),
  ADD CONSTRAINT studio_promotions_certified CHECK (coalesce(certified, 0) = 0 OR btrim(coalesce(certificate_no, '')) <> '');

CREATE FUNCTION studio_promotion_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.state = 'certified' THEN
    RAISE EXCEPTION 'immutable: a promotion that is certified stays, and none is deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (OLD.state::text, NEW.state::text) NOT IN (('enrolled', 'trained'), ('trained', 'assessed'), ('assessed', 'certified'))
    OR (NEW.platform_id, NEW.title, NEW.from_level, NEW.to_level, NEW.enrolled, NEW.enrolled_on)
      IS DISTINCT FROM (OLD.platform_id, OLD.title, OLD.from_level, OLD.to_level, OLD.enrolled, OLD.enrolled_on)
    OR OLD.state >= 'trained' AND (NEW.trained, NEW.trained_on) IS DISTINCT FROM (OLD.trained, OLD.trained_on)
    OR OLD.state >= 'assessed' AND (NEW.assessed, NEW.assessed_on) IS DISTINCT FROM (OLD.assessed, OLD.assessed_on) THEN
    RAISE EXCEPTION 'guard: a promotion goes one step on and keeps what was counted' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER studio_promotions_move BEFORE UPDATE OR DELETE ON studio_promotions FOR EACH ROW
  EXECUTE FUNCTION studio_promotion_moves();
-- Only a master's studio has the ladder.
CREATE FUNCTION studio_promotion_is_of_a_studio() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM platforms p WHERE p.id = NEW.platform_id AND p.kind = 'master_studio') THEN
    RAISE EXCEPTION 'guard: platform-no-studio' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER studio_promotions_studio BEFORE INSERT ON studio_promotions FOR EACH ROW
  EXECUTE FUNCTION studio_promotion_is_of_a_studio();
