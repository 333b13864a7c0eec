-- I-23: whatever a vote, an election or minutes name is a row of the same alliance. The item in focus is looked at when the
-- transaction ends: a meeting and its items name each other.

-- CreateIndex
CREATE INDEX "ballots_alliance_id_proxy_seat_id_idx" ON "ballots"("alliance_id", "proxy_seat_id");

-- CreateIndex
CREATE INDEX "election_electors_alliance_id_seat_id_idx" ON "election_electors"("alliance_id", "seat_id");

-- CreateIndex
CREATE INDEX "meeting_seats_alliance_id_membership_id_idx" ON "meeting_seats"("alliance_id", "membership_id");

-- CreateIndex
CREATE INDEX "meeting_seats_organization_id_idx" ON "meeting_seats"("organization_id");

-- CreateIndex
CREATE INDEX "meetings_alliance_id_chair_seat_id_idx" ON "meetings"("alliance_id", "chair_seat_id");

-- CreateIndex
CREATE INDEX "meetings_alliance_id_current_item_id_idx" ON "meetings"("alliance_id", "current_item_id");

-- CreateIndex
CREATE INDEX "minutes_errata_alliance_id_paragraph_id_idx" ON "minutes_errata"("alliance_id", "paragraph_id");

-- CreateIndex
CREATE INDEX "minutes_errata_alliance_id_resolution_id_idx" ON "minutes_errata"("alliance_id", "resolution_id");

-- CreateIndex
CREATE INDEX "minutes_objections_alliance_id_seat_id_idx" ON "minutes_objections"("alliance_id", "seat_id");

-- CreateIndex
CREATE INDEX "minutes_paragraphs_alliance_id_item_id_idx" ON "minutes_paragraphs"("alliance_id", "item_id");

-- CreateIndex
CREATE INDEX "presences_person_id_idx" ON "presences"("person_id");

-- CreateIndex
CREATE INDEX "recusals_alliance_id_seat_id_idx" ON "recusals"("alliance_id", "seat_id");

-- CreateIndex
CREATE INDEX "vote_electors_alliance_id_seat_id_idx" ON "vote_electors"("alliance_id", "seat_id");

-- CreateIndex
CREATE INDEX "vote_electors_alliance_id_proxy_seat_id_idx" ON "vote_electors"("alliance_id", "proxy_seat_id");

-- CreateIndex
CREATE INDEX "vote_electors_alliance_id_proxy_id_idx" ON "vote_electors"("alliance_id", "proxy_id");

-- AddForeignKey
ALTER TABLE "election_electors" ADD CONSTRAINT "election_electors_alliance_id_seat_id_fkey" FOREIGN KEY ("alliance_id", "seat_id") REFERENCES "seats"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "election_electors" ADD CONSTRAINT "election_electors_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_alliance_id_chair_seat_id_fkey" FOREIGN KEY ("alliance_id", "chair_seat_id") REFERENCES "seats"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_alliance_id_current_item_id_fkey" FOREIGN KEY ("alliance_id", "current_item_id") REFERENCES "agenda_items"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "meeting_seats" ADD CONSTRAINT "meeting_seats_alliance_id_membership_id_fkey" FOREIGN KEY ("alliance_id", "membership_id") REFERENCES "memberships"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_seats" ADD CONSTRAINT "meeting_seats_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_seats" ADD CONSTRAINT "meeting_seats_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presences" ADD CONSTRAINT "presences_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recusals" ADD CONSTRAINT "recusals_alliance_id_seat_id_fkey" FOREIGN KEY ("alliance_id", "seat_id") REFERENCES "seats"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_paragraphs" ADD CONSTRAINT "minutes_paragraphs_alliance_id_item_id_fkey" FOREIGN KEY ("alliance_id", "item_id") REFERENCES "agenda_items"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_objections" ADD CONSTRAINT "minutes_objections_alliance_id_seat_id_fkey" FOREIGN KEY ("alliance_id", "seat_id") REFERENCES "seats"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_errata" ADD CONSTRAINT "minutes_errata_alliance_id_paragraph_id_fkey" FOREIGN KEY ("alliance_id", "paragraph_id") REFERENCES "minutes_paragraphs"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_errata" ADD CONSTRAINT "minutes_errata_alliance_id_resolution_id_fkey" FOREIGN KEY ("alliance_id", "resolution_id") REFERENCES "resolutions"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "votes" ADD CONSTRAINT "votes_alliance_id_block_id_fkey" FOREIGN KEY ("alliance_id", "block_id") REFERENCES "votes"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_electors" ADD CONSTRAINT "vote_electors_alliance_id_seat_id_fkey" FOREIGN KEY ("alliance_id", "seat_id") REFERENCES "seats"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_electors" ADD CONSTRAINT "vote_electors_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_electors" ADD CONSTRAINT "vote_electors_alliance_id_proxy_seat_id_fkey" FOREIGN KEY ("alliance_id", "proxy_seat_id") REFERENCES "seats"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_electors" ADD CONSTRAINT "vote_electors_alliance_id_proxy_id_fkey" FOREIGN KEY ("alliance_id", "proxy_id") REFERENCES "proxies"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_alliance_id_proxy_seat_id_fkey" FOREIGN KEY ("alliance_id", "proxy_seat_id") REFERENCES "seats"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_demands" ADD CONSTRAINT "meeting_demands_alliance_id_vote_id_seat_id_fkey" FOREIGN KEY ("alliance_id", "vote_id", "seat_id") REFERENCES "vote_electors"("alliance_id", "vote_id", "seat_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who objects to an election, and who answers, are people: one person answers another, whatever the account.
CREATE INDEX "election_objections_author_id_idx" ON "election_objections"("author_id");
CREATE INDEX "election_objections_answered_by_id_idx" ON "election_objections"("answered_by_id");
ALTER TABLE "election_objections" ADD CONSTRAINT "election_objections_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "election_objections" ADD CONSTRAINT "election_objections_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
