-- CreateTable
CREATE TABLE "edition_number_checks" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "section_id" UUID,
    "case_id" UUID,
    "part" VARCHAR(20) NOT NULL,
    "number" VARCHAR(100) NOT NULL,
    "passage" VARCHAR(200) NOT NULL,
    "nth" INTEGER NOT NULL,
    "reason" VARCHAR(300) NOT NULL,
    "confirmed_by_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "edition_number_checks_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "edition_number_checks_alliance_id_edition_id_idx" ON "edition_number_checks"("alliance_id", "edition_id");

-- CreateIndex
CREATE INDEX "edition_number_checks_alliance_id_section_id_idx" ON "edition_number_checks"("alliance_id", "section_id");

-- CreateIndex
CREATE INDEX "edition_number_checks_alliance_id_case_id_idx" ON "edition_number_checks"("alliance_id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "edition_number_checks_alliance_id_id_key" ON "edition_number_checks"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "edition_number_checks_section_key" ON "edition_number_checks"("section_id", "part", "number", "passage", "nth");

-- CreateIndex
CREATE UNIQUE INDEX "edition_number_checks_case_key" ON "edition_number_checks"("case_id", "edition_id", "part", "number", "passage", "nth");

-- AddForeignKey
ALTER TABLE "edition_number_checks" ADD CONSTRAINT "edition_number_checks_alliance_id_edition_id_fkey" FOREIGN KEY ("alliance_id", "edition_id") REFERENCES "editions"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition_number_checks" ADD CONSTRAINT "edition_number_checks_alliance_id_section_id_fkey" FOREIGN KEY ("alliance_id", "section_id") REFERENCES "edition_sections"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition_number_checks" ADD CONSTRAINT "edition_number_checks_alliance_id_case_id_fkey" FOREIGN KEY ("alliance_id", "case_id") REFERENCES "typical_cases"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Hand-written; the schema cannot express it.
CREATE TRIGGER edition_number_checks_tenant BEFORE UPDATE OF alliance_id ON edition_number_checks FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance();

ALTER TABLE edition_number_checks
  ADD CONSTRAINT edition_number_checks_place CHECK (num_nonnulls(section_id, case_id) = 1),
  ADD CONSTRAINT edition_number_checks_nth CHECK (nth > 0),
  ADD CONSTRAINT edition_number_checks_reason CHECK (btrim(reason) <> '');

-- Confirmed while it is not public yet, in a chapter or a case of this very edition; what was confirmed stays.
CREATE FUNCTION edition_number_check_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE stage text;
BEGIN
  SELECT e.state::text INTO stage FROM editions e WHERE e.id = NEW.edition_id;
  IF stage IN ('outline', 'data_snapshot', 'published') THEN
    RAISE EXCEPTION 'guard: numbers are confirmed between the draft and the publication' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM edition_sections s WHERE s.id = NEW.section_id AND s.edition_id = NEW.edition_id)
    AND NOT EXISTS (SELECT 1 FROM typical_cases c WHERE c.id = NEW.case_id AND c.edition_id = NEW.edition_id) THEN
    RAISE EXCEPTION 'guard: a number of another report' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER edition_number_checks_guard BEFORE INSERT ON edition_number_checks FOR EACH ROW EXECUTE FUNCTION edition_number_check_guard();
CREATE TRIGGER edition_number_checks_immutable BEFORE UPDATE OR DELETE ON edition_number_checks FOR EACH ROW EXECUTE FUNCTION refuse_change();
