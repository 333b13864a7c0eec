-- CreateEnum
CREATE TYPE "register_import_state" AS ENUM ('staged', 'applied');

-- CreateEnum
CREATE TYPE "organization_change_state" AS ENUM ('proposed', 'applied', 'refused', 'stale', 'withdrawn');

-- CreateEnum
CREATE TYPE "organization_change_answer" AS ENUM ('waiting', 'accepted', 'refused');

-- CreateTable
CREATE TABLE "register_imports" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "file_name" VARCHAR(200) NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "rows" JSONB NOT NULL,
    "state" "register_import_state" NOT NULL DEFAULT 'staged',
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "applied_by_id" UUID,
    "applied_at" TIMESTAMPTZ(3),
    "outcome" JSONB,

    CONSTRAINT "register_imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization_changes" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "fields" JSONB NOT NULL,
    "renamed_on" DATE,
    "state" "organization_change_state" NOT NULL DEFAULT 'proposed',
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "organization_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization_change_answers" (
    "change_id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "answer" "organization_change_answer" NOT NULL DEFAULT 'waiting',
    "reason" VARCHAR(500),
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "organization_change_answers_pkey" PRIMARY KEY ("change_id","alliance_id")
);

-- CreateIndex
CREATE INDEX "register_imports_alliance_id_created_at_idx" ON "register_imports"("alliance_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "register_imports_alliance_id_id_key" ON "register_imports"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "organization_changes_organization_id_idx" ON "organization_changes"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "organization_changes_alliance_id_id_key" ON "organization_changes"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "organization_change_answers_alliance_id_answer_idx" ON "organization_change_answers"("alliance_id", "answer");

-- AddForeignKey
ALTER TABLE "register_imports" ADD CONSTRAINT "register_imports_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_changes" ADD CONSTRAINT "organization_changes_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_changes" ADD CONSTRAINT "organization_changes_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_change_answers" ADD CONSTRAINT "organization_change_answers_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "organization_changes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_change_answers" ADD CONSTRAINT "organization_change_answers_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here.

CREATE TRIGGER register_imports_tenant BEFORE UPDATE OF alliance_id ON register_imports FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance();
ALTER TABLE register_imports
  ADD CONSTRAINT register_imports_applied CHECK ((state = 'applied') = (applied_at IS NOT NULL) AND (state = 'applied') = (outcome IS NOT NULL));

CREATE TRIGGER organization_changes_tenant BEFORE UPDATE OF alliance_id ON organization_changes FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance();
ALTER TABLE organization_changes
  ADD CONSTRAINT organization_changes_closed CHECK ((state = 'proposed') = (closed_at IS NULL)),
  ADD CONSTRAINT organization_changes_fields CHECK (jsonb_typeof(fields) = 'object' AND fields <> '{}');
-- One at a time: two open changes of one profile could not both be applied to what they were made from.
CREATE UNIQUE INDEX organization_changes_one_open ON organization_changes (organization_id) WHERE state = 'proposed';

CREATE TRIGGER organization_change_answers_tenant BEFORE UPDATE OF alliance_id ON organization_change_answers FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance();
ALTER TABLE organization_change_answers
  ADD CONSTRAINT organization_change_answers_answered CHECK ((answer = 'waiting') = (answered_at IS NULL)),
  ADD CONSTRAINT organization_change_answers_refused CHECK (answer <> 'refused' OR btrim(coalesce(reason, '')) <> '');
