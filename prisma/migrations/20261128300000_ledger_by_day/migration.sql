-- The ledger is read from its newest day on; without these it sorted all of an alliance's money for one page of rows.
CREATE INDEX "fund_commitments_alliance_id_promised_on_id_idx" ON "fund_commitments"("alliance_id", "promised_on", "id");
CREATE INDEX "fund_entries_alliance_id_happened_on_id_idx" ON "fund_entries"("alliance_id", "happened_on", "id");
