-- CreateEnum
CREATE TYPE "election_state" AS ENUM ('planned', 'nominating', 'acceptance', 'checked', 'ballot', 'counted', 'declared', 'objection_period', 'filled', 'cancelled');

-- CreateEnum
CREATE TYPE "election_contest" AS ENUM ('equal', 'contested');

-- CreateEnum
CREATE TYPE "election_round_state" AS ENUM ('open', 'counted', 'inquorate', 'aborted');

-- CreateEnum
CREATE TYPE "election_objection_state" AS ENUM ('open', 'rejected', 'upheld');

-- CreateEnum
CREATE TYPE "two_person_state" AS ENUM ('proposed', 'confirmed', 'rejected');

-- CreateEnum
CREATE TYPE "composition_kind" AS ENUM ('kinds_at_least', 'kinds_at_most', 'odd', 'members_at_most');

-- CreateEnum
CREATE TYPE "exit_state" AS ENUM ('open', 'ended', 'revoked');

-- AlterEnum
ALTER TYPE "application_state" ADD VALUE 'public_notice' BEFORE 'admitted';
ALTER TYPE "membership_event_kind" ADD VALUE 'corrected';

-- AlterTable
ALTER TABLE "membership_applications" ADD COLUMN     "notice_from" DATE,
ADD COLUMN     "notice_until" DATE;

-- AlterTable
ALTER TABLE "seats" ADD COLUMN     "tied_to" "member_position";

-- AlterTable
ALTER TABLE "terms" ADD COLUMN     "extended_by_resolution_id" UUID;

-- CreateTable
CREATE TABLE "elections" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "elector_body_id" UUID NOT NULL,
    "title" VARCHAR(200) NOT NULL,
    "contest" "election_contest" NOT NULL,
    "state" "election_state" NOT NULL DEFAULT 'planned',
    "state_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state_reason" VARCHAR(500),
    "min_marks" INTEGER NOT NULL,
    "max_marks" INTEGER NOT NULL,
    "approval_num" INTEGER NOT NULL,
    "approval_den" INTEGER NOT NULL,
    "approval_cmp" "comparator" NOT NULL,
    "term_id" UUID,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "objection_days" INTEGER NOT NULL,
    "objection_until" DATE,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "elections_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "election_seats" (
    "alliance_id" UUID NOT NULL,
    "election_id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,

    CONSTRAINT "election_seats_pkey" PRIMARY KEY ("election_id","seat_id")
);

-- CreateTable
CREATE TABLE "election_candidates" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "election_id" UUID NOT NULL,
    "membership_id" UUID,
    "person_id" UUID,
    "name" VARCHAR(300) NOT NULL,
    "statement" VARCHAR(1000),
    "nominated_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "accepted" BOOLEAN,
    "answered_at" TIMESTAMPTZ(3),
    "eligible" BOOLEAN,
    "check_reason" VARCHAR(500),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "election_candidates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "election_rounds" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "election_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "run_off" BOOLEAN NOT NULL DEFAULT false,
    "state" "election_round_state" NOT NULL DEFAULT 'open',
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "opening" JSONB NOT NULL,
    "opening_hash" CHAR(64) NOT NULL,
    "tally" JSONB,
    "seal_key" BYTEA,
    "seal_public_key" BYTEA NOT NULL,
    "lot" JSONB,
    "opened_by_id" UUID,
    "closed_by_id" UUID,
    "state_reason" VARCHAR(500),

    CONSTRAINT "election_rounds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "election_electors" (
    "alliance_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "holder_name" VARCHAR(300) NOT NULL,
    "person_id" UUID,

    CONSTRAINT "election_electors_pkey" PRIMARY KEY ("round_id","seat_id")
);

-- CreateTable
CREATE TABLE "election_issues" (
    "alliance_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,

    CONSTRAINT "election_issues_pkey" PRIMARY KEY ("round_id","seat_id")
);

-- CreateTable
CREATE TABLE "election_box" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "sealed" BYTEA,
    "marks" JSONB,

    CONSTRAINT "election_box_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "election_objections" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "election_id" UUID NOT NULL,
    "text" VARCHAR(1000) NOT NULL,
    "author_id" UUID NOT NULL,
    "state" "election_objection_state" NOT NULL DEFAULT 'open',
    "answer" VARCHAR(1000),
    "answered_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "election_objections_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "election_winners" (
    "alliance_id" UUID NOT NULL,
    "election_id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "holding_id" UUID NOT NULL,
    "letter_year" INTEGER NOT NULL,
    "letter_number" INTEGER NOT NULL,

    CONSTRAINT "election_winners_pkey" PRIMARY KEY ("election_id","seat_id")
);

-- CreateTable
CREATE TABLE "seat_endings" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "holding_id" UUID NOT NULL,
    "last_day" DATE NOT NULL,
    "reason" VARCHAR(300) NOT NULL,
    "state" "two_person_state" NOT NULL DEFAULT 'proposed',
    "proposed_by_id" UUID NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "seat_endings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "composition_rules" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "kind" "composition_kind" NOT NULL,
    "kinds" "organization_kind"[],
    "num" INTEGER,
    "den" INTEGER,
    "article_ref" VARCHAR(200),
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "composition_rules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership_exits" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "noticed_on" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "reason" VARCHAR(500) NOT NULL,
    "letter_file_id" UUID,
    "state" "exit_state" NOT NULL DEFAULT 'open',
    "given_by_id" UUID NOT NULL,
    "ended_by_id" UUID,
    "override_resolution_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "membership_exits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership_corrections" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "old_from" DATE NOT NULL,
    "new_from" DATE NOT NULL,
    "reason" VARCHAR(500) NOT NULL,
    "state" "two_person_state" NOT NULL DEFAULT 'proposed',
    "proposed_by_id" UUID NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "membership_corrections_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "elections_alliance_id_body_id_idx" ON "elections"("alliance_id", "body_id");

-- CreateIndex
CREATE INDEX "elections_alliance_id_elector_body_id_idx" ON "elections"("alliance_id", "elector_body_id");

-- CreateIndex
CREATE INDEX "elections_alliance_id_term_id_idx" ON "elections"("alliance_id", "term_id");

-- CreateIndex
CREATE UNIQUE INDEX "elections_alliance_id_id_key" ON "elections"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "election_seats_alliance_id_election_id_idx" ON "election_seats"("alliance_id", "election_id");

-- CreateIndex
CREATE INDEX "election_seats_alliance_id_seat_id_idx" ON "election_seats"("alliance_id", "seat_id");

-- CreateIndex
CREATE INDEX "election_candidates_alliance_id_election_id_idx" ON "election_candidates"("alliance_id", "election_id");

-- CreateIndex
CREATE INDEX "election_candidates_alliance_id_membership_id_idx" ON "election_candidates"("alliance_id", "membership_id");

-- CreateIndex
CREATE INDEX "election_candidates_person_id_idx" ON "election_candidates"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "election_candidates_alliance_id_id_key" ON "election_candidates"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "election_rounds_alliance_id_election_id_idx" ON "election_rounds"("alliance_id", "election_id");

-- CreateIndex
CREATE UNIQUE INDEX "election_rounds_alliance_id_id_key" ON "election_rounds"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "election_rounds_election_id_ordinal_key" ON "election_rounds"("election_id", "ordinal");

-- CreateIndex
CREATE INDEX "election_electors_person_id_idx" ON "election_electors"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "election_electors_alliance_id_round_id_seat_id_key" ON "election_electors"("alliance_id", "round_id", "seat_id");

-- CreateIndex
CREATE INDEX "election_box_alliance_id_round_id_idx" ON "election_box"("alliance_id", "round_id");

-- CreateIndex
CREATE UNIQUE INDEX "election_box_alliance_id_id_key" ON "election_box"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "election_objections_alliance_id_election_id_idx" ON "election_objections"("alliance_id", "election_id");

-- CreateIndex
CREATE UNIQUE INDEX "election_objections_alliance_id_id_key" ON "election_objections"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "election_winners_alliance_id_election_id_idx" ON "election_winners"("alliance_id", "election_id");

-- CreateIndex
CREATE INDEX "election_winners_alliance_id_seat_id_idx" ON "election_winners"("alliance_id", "seat_id");

-- CreateIndex
CREATE INDEX "election_winners_alliance_id_candidate_id_idx" ON "election_winners"("alliance_id", "candidate_id");

-- CreateIndex
CREATE INDEX "election_winners_alliance_id_holding_id_idx" ON "election_winners"("alliance_id", "holding_id");

-- CreateIndex
CREATE UNIQUE INDEX "election_winners_election_id_candidate_id_key" ON "election_winners"("election_id", "candidate_id");

-- CreateIndex
CREATE UNIQUE INDEX "election_winners_alliance_id_letter_year_letter_number_key" ON "election_winners"("alliance_id", "letter_year", "letter_number");

-- CreateIndex
CREATE INDEX "seat_endings_alliance_id_holding_id_idx" ON "seat_endings"("alliance_id", "holding_id");

-- CreateIndex
CREATE UNIQUE INDEX "seat_endings_alliance_id_id_key" ON "seat_endings"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "composition_rules_alliance_id_body_id_idx" ON "composition_rules"("alliance_id", "body_id");

-- CreateIndex
CREATE UNIQUE INDEX "composition_rules_alliance_id_id_key" ON "composition_rules"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "membership_exits_alliance_id_membership_id_idx" ON "membership_exits"("alliance_id", "membership_id");

-- CreateIndex
CREATE INDEX "membership_exits_alliance_id_letter_file_id_idx" ON "membership_exits"("alliance_id", "letter_file_id");

-- CreateIndex
CREATE INDEX "membership_exits_alliance_id_override_resolution_id_idx" ON "membership_exits"("alliance_id", "override_resolution_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_exits_alliance_id_id_key" ON "membership_exits"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "membership_corrections_alliance_id_membership_id_idx" ON "membership_corrections"("alliance_id", "membership_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_corrections_alliance_id_id_key" ON "membership_corrections"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "terms_alliance_id_extended_by_resolution_id_idx" ON "terms"("alliance_id", "extended_by_resolution_id");

-- AddForeignKey
ALTER TABLE "elections" ADD CONSTRAINT "elections_alliance_id_body_id_fkey" FOREIGN KEY ("alliance_id", "body_id") REFERENCES "governance_bodies"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "elections" ADD CONSTRAINT "elections_alliance_id_elector_body_id_fkey" FOREIGN KEY ("alliance_id", "elector_body_id") REFERENCES "governance_bodies"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "elections" ADD CONSTRAINT "elections_alliance_id_term_id_fkey" FOREIGN KEY ("alliance_id", "term_id") REFERENCES "terms"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "election_seats" ADD CONSTRAINT "election_seats_alliance_id_election_id_fkey" FOREIGN KEY ("alliance_id", "election_id") REFERENCES "elections"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "election_seats" ADD CONSTRAINT "election_seats_alliance_id_seat_id_fkey" FOREIGN KEY ("alliance_id", "seat_id") REFERENCES "seats"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "election_candidates" ADD CONSTRAINT "election_candidates_alliance_id_election_id_fkey" FOREIGN KEY ("alliance_id", "election_id") REFERENCES "elections"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "election_candidates" ADD CONSTRAINT "election_candidates_alliance_id_membership_id_fkey" FOREIGN KEY ("alliance_id", "membership_id") REFERENCES "memberships"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "election_candidates" ADD CONSTRAINT "election_candidates_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "election_rounds" ADD CONSTRAINT "election_rounds_alliance_id_election_id_fkey" FOREIGN KEY ("alliance_id", "election_id") REFERENCES "elections"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "election_electors" ADD CONSTRAINT "election_electors_alliance_id_round_id_fkey" FOREIGN KEY ("alliance_id", "round_id") REFERENCES "election_rounds"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "election_issues" ADD CONSTRAINT "election_issues_alliance_id_round_id_seat_id_fkey" FOREIGN KEY ("alliance_id", "round_id", "seat_id") REFERENCES "election_electors"("alliance_id", "round_id", "seat_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "election_box" ADD CONSTRAINT "election_box_alliance_id_round_id_fkey" FOREIGN KEY ("alliance_id", "round_id") REFERENCES "election_rounds"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "election_objections" ADD CONSTRAINT "election_objections_alliance_id_election_id_fkey" FOREIGN KEY ("alliance_id", "election_id") REFERENCES "elections"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "election_winners" ADD CONSTRAINT "election_winners_alliance_id_election_id_fkey" FOREIGN KEY ("alliance_id", "election_id") REFERENCES "elections"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "election_winners" ADD CONSTRAINT "election_winners_alliance_id_seat_id_fkey" FOREIGN KEY ("alliance_id", "seat_id") REFERENCES "seats"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "election_winners" ADD CONSTRAINT "election_winners_alliance_id_candidate_id_fkey" FOREIGN KEY ("alliance_id", "candidate_id") REFERENCES "election_candidates"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "election_winners" ADD CONSTRAINT "election_winners_alliance_id_holding_id_fkey" FOREIGN KEY ("alliance_id", "holding_id") REFERENCES "seat_holdings"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "terms" ADD CONSTRAINT "terms_alliance_id_extended_by_resolution_id_fkey" FOREIGN KEY ("alliance_id", "extended_by_resolution_id") REFERENCES "resolutions"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_endings" ADD CONSTRAINT "seat_endings_alliance_id_holding_id_fkey" FOREIGN KEY ("alliance_id", "holding_id") REFERENCES "seat_holdings"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "composition_rules" ADD CONSTRAINT "composition_rules_alliance_id_body_id_fkey" FOREIGN KEY ("alliance_id", "body_id") REFERENCES "governance_bodies"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_exits" ADD CONSTRAINT "membership_exits_alliance_id_membership_id_fkey" FOREIGN KEY ("alliance_id", "membership_id") REFERENCES "memberships"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_exits" ADD CONSTRAINT "membership_exits_alliance_id_letter_file_id_fkey" FOREIGN KEY ("alliance_id", "letter_file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_exits" ADD CONSTRAINT "membership_exits_alliance_id_override_resolution_id_fkey" FOREIGN KEY ("alliance_id", "override_resolution_id") REFERENCES "resolutions"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_corrections" ADD CONSTRAINT "membership_corrections_alliance_id_membership_id_fkey" FOREIGN KEY ("alliance_id", "membership_id") REFERENCES "memberships"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand from here: what the models cannot say.

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY[
    'seat_endings', 'composition_rules', 'membership_exits', 'membership_corrections', 'elections', 'election_seats',
    'election_candidates', 'election_rounds', 'election_electors', 'election_issues', 'election_box', 'election_objections',
    'election_winners'
  ] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OF alliance_id ON %I FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance()', t || '_tenant', t);
  END LOOP;
END $$;

-- 延期 ≤ 1 year, and by a resolution (domain 3.5).
ALTER TABLE terms
  ADD CONSTRAINT terms_extended_a_year CHECK (extended_to <= ends_on + interval '1 year'),
  ADD CONSTRAINT terms_extended_by CHECK ((extended_to IS NULL) = (extended_by_resolution_id IS NULL));

-- Two persons (I-15); one open request per holding or membership.
ALTER TABLE seat_endings
  ADD CONSTRAINT seat_endings_two_persons CHECK (decided_by_id <> proposed_by_id OR state = 'rejected'),
  ADD CONSTRAINT seat_endings_decided CHECK ((state = 'proposed') = (decided_by_id IS NULL) AND (state = 'proposed') = (decided_at IS NULL)),
  ADD CONSTRAINT seat_endings_reason CHECK (btrim(reason) <> '');
CREATE UNIQUE INDEX seat_endings_one_open ON seat_endings (holding_id) WHERE state = 'proposed';
ALTER TABLE membership_corrections
  ADD CONSTRAINT membership_corrections_two_persons CHECK (decided_by_id <> proposed_by_id OR state = 'rejected'),
  ADD CONSTRAINT membership_corrections_decided CHECK ((state = 'proposed') = (decided_by_id IS NULL) AND (state = 'proposed') = (decided_at IS NULL)),
  ADD CONSTRAINT membership_corrections_differs CHECK (old_from <> new_from),
  ADD CONSTRAINT membership_corrections_reason CHECK (btrim(reason) <> '');
CREATE UNIQUE INDEX membership_corrections_one_open ON membership_corrections (membership_id) WHERE state = 'proposed';
ALTER TABLE membership_exits
  ADD CONSTRAINT membership_exits_dates CHECK (last_day >= noticed_on),
  ADD CONSTRAINT membership_exits_two_persons CHECK (ended_by_id <> given_by_id),
  ADD CONSTRAINT membership_exits_ended CHECK ((state = 'ended') = (ended_by_id IS NOT NULL) AND (state = 'open') = (closed_at IS NULL));
CREATE UNIQUE INDEX membership_exits_one_open ON membership_exits (membership_id) WHERE state = 'open';
CREATE FUNCTION refuse_decided_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.state::text NOT IN ('proposed', 'open') THEN
    RAISE EXCEPTION 'immutable: a decided row of %', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER seat_endings_decided_immutable BEFORE UPDATE OR DELETE ON seat_endings FOR EACH ROW EXECUTE FUNCTION refuse_decided_change();
CREATE TRIGGER membership_corrections_decided_immutable BEFORE UPDATE OR DELETE ON membership_corrections FOR EACH ROW EXECUTE FUNCTION refuse_decided_change();
CREATE TRIGGER membership_exits_decided_immutable BEFORE UPDATE OR DELETE ON membership_exits FOR EACH ROW EXECUTE FUNCTION refuse_decided_change();

-- Who sat where and since when is a record: a holding ends, it is not rewritten (security matrix, row 25).
CREATE FUNCTION holding_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.seat_id, NEW.term_id, NEW.valid_from) IS DISTINCT FROM (OLD.seat_id, OLD.term_id, OLD.valid_from) THEN
    RAISE EXCEPTION 'immutable: a seat holding ends, it is not rewritten' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER seat_holdings_stay BEFORE UPDATE ON seat_holdings FOR EACH ROW EXECUTE FUNCTION holding_stays();

ALTER TABLE composition_rules
  ADD CONSTRAINT composition_rules_dates CHECK (valid_to >= valid_from),
  ADD CONSTRAINT composition_rules_share CHECK ((kind = 'odd') = (num IS NULL) AND (num IS NULL) = (den IS NULL) AND (num IS NULL OR (num > 0 AND den >= num))),
  ADD CONSTRAINT composition_rules_kinds CHECK ((kind IN ('kinds_at_least', 'kinds_at_most')) = (cardinality(kinds) > 0));

ALTER TABLE membership_applications
  ADD CONSTRAINT membership_applications_notice CHECK ((notice_from IS NULL) = (notice_until IS NULL) AND notice_until >= notice_from),
  ADD CONSTRAINT membership_applications_announced CHECK (state::text <> 'public_notice' OR (notice_until IS NOT NULL AND resolution_id IS NOT NULL));

-- An application on public notice is still open. (The new value of the enum cannot be named in its own transaction.)
DROP INDEX membership_applications_one_open;
CREATE UNIQUE INDEX membership_applications_one_open ON membership_applications (alliance_id, credit_code)
  WHERE state NOT IN ('admitted', 'declined', 'withdrawn', 'lapsed');

-- Elections: the states move along their edges only (I-12), and nothing after the planning changes the rules.
ALTER TABLE elections
  ADD CONSTRAINT elections_marks CHECK (min_marks >= 0 AND max_marks >= 1 AND max_marks >= min_marks),
  ADD CONSTRAINT elections_approval CHECK (approval_num > 0 AND approval_den >= approval_num),
  ADD CONSTRAINT elections_dates CHECK (ends_on > starts_on),
  ADD CONSTRAINT elections_objections CHECK (objection_days >= 0 AND (state NOT IN ('objection_period', 'filled') OR objection_until IS NOT NULL)),
  ADD CONSTRAINT elections_reasoned CHECK (state <> 'cancelled' OR btrim(coalesce(state_reason, '')) <> '');
CREATE FUNCTION election_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'immutable: an election is never deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state <> OLD.state AND (OLD.state::text, NEW.state::text) NOT IN (
    ('planned', 'nominating'), ('nominating', 'acceptance'), ('acceptance', 'checked'), ('checked', 'ballot'),
    ('ballot', 'counted'), ('ballot', 'checked'), ('counted', 'ballot'), ('counted', 'declared'),
    ('declared', 'objection_period'), ('objection_period', 'filled'), ('planned', 'cancelled'), ('nominating', 'cancelled'),
    ('acceptance', 'cancelled'), ('checked', 'cancelled'), ('counted', 'cancelled'), ('declared', 'cancelled'),
    ('objection_period', 'cancelled')) THEN
    RAISE EXCEPTION 'guard: an election does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.body_id, NEW.elector_body_id, NEW.contest, NEW.min_marks, NEW.max_marks, NEW.approval_num, NEW.approval_den,
      NEW.approval_cmp, NEW.term_id, NEW.starts_on, NEW.ends_on, NEW.objection_days)
    IS DISTINCT FROM (OLD.body_id, OLD.elector_body_id, OLD.contest, OLD.min_marks, OLD.max_marks, OLD.approval_num, OLD.approval_den,
      OLD.approval_cmp, OLD.term_id, OLD.starts_on, OLD.ends_on, OLD.objection_days)
    AND NOT (OLD.term_id IS NULL AND NEW.state = 'filled') THEN
    RAISE EXCEPTION 'immutable: the rules of an election' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER elections_move BEFORE UPDATE OR DELETE ON elections FOR EACH ROW EXECUTE FUNCTION election_moves();

ALTER TABLE election_candidates
  ADD CONSTRAINT election_candidates_who CHECK (membership_id IS NOT NULL OR person_id IS NOT NULL),
  ADD CONSTRAINT election_candidates_checked CHECK (eligible IS NOT FALSE OR btrim(coalesce(check_reason, '')) <> '');
CREATE UNIQUE INDEX election_candidates_member ON election_candidates (election_id, membership_id) WHERE membership_id IS NOT NULL;
CREATE UNIQUE INDEX election_candidates_person ON election_candidates (election_id, person_id) WHERE membership_id IS NULL;

CREATE UNIQUE INDEX election_rounds_one_open ON election_rounds (election_id) WHERE state = 'open';
ALTER TABLE election_rounds
  ADD CONSTRAINT election_rounds_closed CHECK ((state = 'open') = (closed_at IS NULL)),
  ADD CONSTRAINT election_rounds_counted CHECK ((state = 'counted') = (tally IS NOT NULL)),
  -- I-09: a seal while it is open, and none that opens anything afterwards.
  ADD CONSTRAINT election_rounds_sealed CHECK ((state = 'open') = (seal_key IS NOT NULL)),
  ADD CONSTRAINT election_rounds_reasoned CHECK (state <> 'aborted' OR btrim(coalesce(state_reason, '')) <> '');
CREATE FUNCTION election_round_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (NEW.election_id, NEW.ordinal, NEW.run_off, NEW.opened_at, NEW.opening, NEW.opening_hash, NEW.seal_public_key)
    IS DISTINCT FROM (OLD.election_id, OLD.ordinal, OLD.run_off, OLD.opened_at, OLD.opening, OLD.opening_hash, OLD.seal_public_key)
    OR (OLD.state <> 'open' AND to_jsonb(NEW) - 'lot' IS DISTINCT FROM to_jsonb(OLD) - 'lot')
    OR (OLD.lot IS NOT NULL AND NEW.lot IS DISTINCT FROM OLD.lot) THEN
    RAISE EXCEPTION 'immutable: a round of an election' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER election_rounds_move BEFORE UPDATE OR DELETE ON election_rounds FOR EACH ROW EXECUTE FUNCTION election_round_moves();

-- I-01, I-03: a ballot is taken only while its round is open, by the clock of the database, with the round's row held.
CREATE FUNCTION election_takes_ballots() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE r election_rounds%ROWTYPE;
BEGIN
  SELECT * INTO r FROM election_rounds WHERE id = NEW.round_id FOR SHARE;
  IF r.state <> 'open' OR clock_timestamp() >= r.closes_at THEN
    RAISE EXCEPTION 'guard: vote-closed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER election_issues_in_time BEFORE INSERT ON election_issues FOR EACH ROW EXECUTE FUNCTION election_takes_ballots();
CREATE TRIGGER election_issues_stay BEFORE UPDATE OR DELETE ON election_issues FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER election_electors_stay BEFORE UPDATE OR DELETE ON election_electors FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE election_box ADD CONSTRAINT election_box_sealed_or_open CHECK ((sealed IS NULL) <> (marks IS NULL));
-- I-09: the box is filled while the round is open, and written anew, opened, in the transaction that closes it.
CREATE FUNCTION election_box_is_shut() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE r election_rounds%ROWTYPE;
BEGIN
  SELECT * INTO r FROM election_rounds WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.round_id ELSE NEW.round_id END FOR SHARE;
  IF r.state <> 'open' OR TG_OP = 'UPDATE' THEN
    RAISE EXCEPTION 'immutable: a ballot box is filled while its round is open' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER election_box_shut BEFORE INSERT OR UPDATE OR DELETE ON election_box FOR EACH ROW EXECUTE FUNCTION election_box_is_shut();
CREATE TRIGGER election_winners_stay BEFORE UPDATE OR DELETE ON election_winners FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER election_objections_no_delete BEFORE DELETE ON election_objections FOR EACH ROW EXECUTE FUNCTION refuse_change();
