-- Why the chair gave a draft back, and which decision of a later meeting confirmed the minutes.
ALTER TABLE "minutes" ADD COLUMN "confirmed_resolution_id" UUID,
ADD COLUMN "return_reason" VARCHAR(500);
CREATE INDEX "minutes_alliance_id_confirmed_resolution_id_idx" ON "minutes"("alliance_id", "confirmed_resolution_id");
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_alliance_id_confirmed_resolution_id_fkey" FOREIGN KEY ("alliance_id", "confirmed_resolution_id") REFERENCES "resolutions"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
