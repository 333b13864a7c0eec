-- CreateTable
CREATE TABLE "pathway_transitions" (
    "alliance_id" UUID NOT NULL,
    "pathway_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "moved" INTEGER NOT NULL,
    "evidence" VARCHAR(300) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "entered_by_id" UUID,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pathway_transitions_pkey" PRIMARY KEY ("pathway_id","year")
);

-- CreateIndex
CREATE INDEX "pathway_transitions_alliance_id_pathway_id_idx" ON "pathway_transitions"("alliance_id", "pathway_id");

-- AddForeignKey
ALTER TABLE "pathway_transitions" ADD CONSTRAINT "pathway_transitions_alliance_id_pathway_id_fkey" FOREIGN KEY ("alliance_id", "pathway_id") REFERENCES "programme_pathways"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Hand-written from here: what the schema cannot express.

-- I-23, A-04: a row never moves to another alliance.
CREATE TRIGGER pathway_transitions_tenant BEFORE UPDATE OF alliance_id ON pathway_transitions FOR EACH ROW
  EXECUTE FUNCTION refuse_other_alliance();

ALTER TABLE pathway_transitions
  ADD CONSTRAINT pathway_transitions_people CHECK (moved >= 0),
  ADD CONSTRAINT pathway_transitions_year CHECK (year BETWEEN 1980 AND 2100),
  ADD CONSTRAINT pathway_transitions_evidence CHECK (btrim(evidence) <> '');

-- The quota is one of every year: nobody goes over above it, nor before the pathway began.
CREATE FUNCTION pathway_transition_fits() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE w programme_pathways%ROWTYPE;
BEGIN
  SELECT * INTO w FROM programme_pathways p WHERE p.id = NEW.pathway_id FOR SHARE;
  IF NEW.moved > w.quota THEN
    RAISE EXCEPTION 'guard: pathway-above-quota' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.year < w.academic_year THEN
    RAISE EXCEPTION 'guard: pathway-before-start' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER pathway_transitions_fit BEFORE INSERT OR UPDATE ON pathway_transitions FOR EACH ROW
  EXECUTE FUNCTION pathway_transition_fits();

CREATE FUNCTION pathway_quota_holds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM pathway_transitions t WHERE t.pathway_id = NEW.id
    AND (t.moved > NEW.quota OR t.year < NEW.academic_year)) THEN
    RAISE EXCEPTION 'guard: pathway-above-quota' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER programme_pathways_quota BEFORE UPDATE OF quota, academic_year ON programme_pathways FOR EACH ROW
  EXECUTE FUNCTION pathway_quota_holds();
