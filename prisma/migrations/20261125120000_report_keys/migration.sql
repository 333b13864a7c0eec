-- CreateIndex
CREATE INDEX "report_value_versions_alliance_id_file_id_idx" ON "report_value_versions"("alliance_id", "file_id");

-- CreateIndex
CREATE INDEX "report_cell_locks_alliance_id_indicator_id_idx" ON "report_cell_locks"("alliance_id", "indicator_id");

-- CreateIndex
CREATE INDEX "report_cell_locks_user_id_idx" ON "report_cell_locks"("user_id");

-- AddForeignKey
ALTER TABLE "report_value_versions" ADD CONSTRAINT "report_value_versions_alliance_id_file_id_fkey" FOREIGN KEY ("alliance_id", "file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_cell_locks" ADD CONSTRAINT "report_cell_locks_alliance_id_indicator_id_fkey" FOREIGN KEY ("alliance_id", "indicator_id") REFERENCES "indicators"("alliance_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_cell_locks" ADD CONSTRAINT "report_cell_locks_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Hand-written from here: what the schema cannot express.
-- I-15: a cycle that the alliance has approved takes in nobody who would stand there unapproved.
CREATE FUNCTION obligation_of_unapproved_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  approved timestamptz;
BEGIN
  SELECT approved_at INTO approved FROM reporting_cycles WHERE alliance_id = NEW.alliance_id AND id = NEW.cycle_id FOR SHARE;
  IF approved IS NOT NULL THEN
    RAISE EXCEPTION 'guard: an approved cycle takes in nobody' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER obligations_of_unapproved_cycle BEFORE INSERT ON obligations FOR EACH ROW EXECUTE FUNCTION obligation_of_unapproved_cycle();
