-- AlterTable
ALTER TABLE "agreement_links" ADD COLUMN     "call_id" UUID,
ADD COLUMN     "class_id" UUID,
ADD COLUMN     "pathway_id" UUID;

-- CreateIndex
CREATE INDEX "agreement_links_alliance_id_class_id_idx" ON "agreement_links"("alliance_id", "class_id");

-- CreateIndex
CREATE INDEX "agreement_links_alliance_id_call_id_idx" ON "agreement_links"("alliance_id", "call_id");

-- CreateIndex
CREATE INDEX "agreement_links_alliance_id_pathway_id_idx" ON "agreement_links"("alliance_id", "pathway_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_links_agreement_id_class_id_key" ON "agreement_links"("agreement_id", "class_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_links_agreement_id_call_id_key" ON "agreement_links"("agreement_id", "call_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_links_agreement_id_pathway_id_key" ON "agreement_links"("agreement_id", "pathway_id");

-- AddForeignKey
ALTER TABLE "agreement_links" ADD CONSTRAINT "agreement_links_alliance_id_class_id_fkey" FOREIGN KEY ("alliance_id", "class_id") REFERENCES "training_classes"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_links" ADD CONSTRAINT "agreement_links_alliance_id_call_id_fkey" FOREIGN KEY ("alliance_id", "call_id") REFERENCES "calls"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_links" ADD CONSTRAINT "agreement_links_alliance_id_pathway_id_fkey" FOREIGN KEY ("alliance_id", "pathway_id") REFERENCES "programme_pathways"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Hand-written from here: what the schema cannot express.

-- One row is about one thing.
ALTER TABLE agreement_links DROP CONSTRAINT agreement_links_one_target;
ALTER TABLE agreement_links ADD CONSTRAINT agreement_links_one_target
  CHECK (num_nonnulls(college_id, platform_id, project_id, class_id, call_id, pathway_id) = 1);
