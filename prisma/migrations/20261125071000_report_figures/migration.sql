-- CreateEnum
CREATE TYPE "edition_figure_kind" AS ENUM ('metric', 'figure');

-- AlterTable
ALTER TABLE "editions" ADD COLUMN     "snapshot_round" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "edition_figures" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "kind" "edition_figure_kind" NOT NULL,
    "code" VARCHAR(80) NOT NULL,
    "sort_order" INTEGER NOT NULL,
    "name_zh" VARCHAR(200) NOT NULL,
    "name_en" VARCHAR(200) NOT NULL,
    "value" DECIMAL(20,4) NOT NULL,
    "unit_zh" VARCHAR(30) NOT NULL,
    "unit_en" VARCHAR(40) NOT NULL,
    "qualifier" "qualifier" NOT NULL,
    "at_most" BOOLEAN NOT NULL DEFAULT false,
    "flow" BOOLEAN NOT NULL DEFAULT false,
    "period" VARCHAR(100),
    "source" VARCHAR(100) NOT NULL,
    "definition_zh" VARCHAR(600) NOT NULL,
    "definition_en" VARCHAR(600) NOT NULL,
    "records" INTEGER,
    "as_of" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "edition_figures_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "edition_figures_alliance_id_edition_id_idx" ON "edition_figures"("alliance_id", "edition_id");

-- CreateIndex
CREATE UNIQUE INDEX "edition_figures_alliance_id_id_key" ON "edition_figures"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "edition_figures_edition_id_round_code_key" ON "edition_figures"("edition_id", "round", "code");

-- AddForeignKey
ALTER TABLE "edition_figures" ADD CONSTRAINT "edition_figures_alliance_id_edition_id_fkey" FOREIGN KEY ("alliance_id", "edition_id") REFERENCES "editions"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER edition_figures_tenant BEFORE UPDATE OF alliance_id ON edition_figures FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance();
-- I-16: a frozen number is never changed; numbers are frozen once, on the way from the outline to the snapshot.
CREATE TRIGGER edition_figures_immutable BEFORE UPDATE OR DELETE ON edition_figures FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE FUNCTION edition_figure_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM editions e WHERE e.id = NEW.edition_id AND e.state = 'outline' AND NEW.round = e.snapshot_round + 1) THEN
    RAISE EXCEPTION 'guard: numbers are frozen from the outline' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER edition_figures_guard BEFORE INSERT ON edition_figures FOR EACH ROW EXECUTE FUNCTION edition_figure_guard();

-- A number that is not frozen is in no chapter that was handed in: so in none that is accepted or approved.
CREATE FUNCTION edition_section_numbers() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE unknown text;
BEGIN
  IF NEW.state IN ('submitted', 'accepted') AND NEW.state <> OLD.state THEN
    SELECT named.place[1] INTO unknown FROM edition_texts t, regexp_matches(t.body, '\{\{([^{}]*)\}\}', 'g') AS named(place)
      WHERE t.section_id = NEW.id AND t.number = NEW.text_number AND NOT EXISTS (
        SELECT 1 FROM edition_figures f JOIN editions e ON e.id = f.edition_id AND e.snapshot_round = f.round
        WHERE f.edition_id = NEW.edition_id AND f.code = btrim(named.place[1])) LIMIT 1;
    IF unknown IS NOT NULL THEN
      RAISE EXCEPTION 'guard: the number % is not frozen', unknown USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER edition_sections_numbers BEFORE UPDATE OF state ON edition_sections FOR EACH ROW EXECUTE FUNCTION edition_section_numbers();
