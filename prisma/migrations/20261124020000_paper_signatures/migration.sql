-- Minutes that were signed or refused on paper: the scanned page, who entered it, and who read the same from it.

-- AlterTable
ALTER TABLE "minutes_signatures" ADD COLUMN     "paper_answer" VARCHAR(10),
ADD COLUMN     "paper_reason" VARCHAR(500),
ADD COLUMN     "paper_file_id" UUID,
ADD COLUMN     "recorded_by_id" UUID,
ADD COLUMN     "recorded_at" TIMESTAMPTZ(3),
ADD COLUMN     "confirmed_by_id" UUID;

-- CreateIndex
CREATE INDEX "minutes_signatures_alliance_id_paper_file_id_idx" ON "minutes_signatures"("alliance_id", "paper_file_id");

-- AddForeignKey
ALTER TABLE "minutes_signatures" ADD CONSTRAINT "minutes_signatures_alliance_id_paper_file_id_fkey" FOREIGN KEY ("alliance_id", "paper_file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here on.
ALTER TABLE minutes_signatures
  ADD CONSTRAINT minutes_signatures_paper CHECK (num_nulls(paper_answer, paper_file_id, recorded_by_id, recorded_at) IN (0, 4)),
  ADD CONSTRAINT minutes_signatures_paper_answer CHECK (paper_answer IN ('signed', 'refused')),
  ADD CONSTRAINT minutes_signatures_paper_reason CHECK (paper_answer IS DISTINCT FROM 'refused' OR btrim(coalesce(paper_reason, '')) <> ''),
  -- A-31: the second person is another one.
  ADD CONSTRAINT minutes_signatures_second_person CHECK (confirmed_by_id IS NULL OR (recorded_by_id IS NOT NULL AND confirmed_by_id <> recorded_by_id));
