-- 揭榜挂帅 as one chain, and the three living lists.
-- CreateEnum
CREATE TYPE "pain_category" AS ENUM ('pain', 'hard', 'blockage', 'bottleneck');

-- CreateEnum
CREATE TYPE "ip_wish" AS ENUM ('poster', 'team', 'shared', 'licence', 'negotiable');

-- CreateEnum
CREATE TYPE "call_secrecy" AS ENUM ('open', 'restricted');

-- CreateEnum
CREATE TYPE "call_state" AS ENUM ('draft', 'triage', 'expert_check', 'agreeing', 'agreed', 'bidding', 'closed', 'evaluation', 'choice', 'notice', 'contract', 'executing', 'accepting', 'accepted', 'archived', 'no_bid', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "call_expert_stage" AS ENUM ('need', 'bids');

-- CreateEnum
CREATE TYPE "call_expert_state" AS ENUM ('assigned', 'clear', 'recused');

-- CreateEnum
CREATE TYPE "bid_state" AS ENUM ('sealed', 'withdrawn', 'lapsed', 'opened', 'excluded');

-- CreateEnum
CREATE TYPE "call_objection_state" AS ENUM ('open', 'upheld', 'dismissed');

-- CreateEnum
CREATE TYPE "living_list_kind" AS ENUM ('product', 'technology', 'talent');

-- CreateEnum
CREATE TYPE "living_list_state" AS ENUM ('active', 'withdrawn', 'done');

-- CreateTable
CREATE TABLE "calls" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "code_year" INTEGER,
    "code_number" INTEGER,
    "poster_id" UUID NOT NULL,
    "list_item_id" UUID,
    "title" VARCHAR(200) NOT NULL,
    "public_title" VARCHAR(200),
    "secrecy" "call_secrecy" NOT NULL DEFAULT 'open',
    "problem" VARCHAR(4000) NOT NULL,
    "pain" "pain_category" NOT NULL,
    "ip_wish" "ip_wish" NOT NULL,
    "ip_note" VARCHAR(500),
    "budget" DECIMAL(18,2) NOT NULL,
    "money_source" VARCHAR(300) NOT NULL,
    "needed_on" DATE NOT NULL,
    "state" "call_state" NOT NULL DEFAULT 'draft',
    "state_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state_reason" VARCHAR(500),
    "list_version" INTEGER NOT NULL DEFAULT 0,
    "round" INTEGER NOT NULL DEFAULT 1,
    "extended" BOOLEAN NOT NULL DEFAULT false,
    "least_bids" INTEGER NOT NULL DEFAULT 3,
    "least_experts" INTEGER NOT NULL DEFAULT 3,
    "notice_days" INTEGER NOT NULL DEFAULT 5,
    "published_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3),
    "seal_public_key" BYTEA,
    "seal_key" BYTEA,
    "first_opener_id" UUID,
    "second_opener_id" UUID,
    "opened_at" TIMESTAMPTZ(3),
    "agreed_by_id" UUID,
    "agreed_at" TIMESTAMPTZ(3),
    "chosen_bid_id" UUID,
    "chosen_by_id" UUID,
    "choice_reason" VARCHAR(1000),
    "notice_from" DATE,
    "notice_until" DATE,
    "contract_no" VARCHAR(100),
    "contract_amount" DECIMAL(18,2),
    "contract_on" DATE,
    "contract_file_id" UUID,
    "project_id" UUID,
    "signed_by_id" UUID,
    "signed_at" TIMESTAMPTZ(3),
    "accepted_by_id" UUID,
    "accepted_at" TIMESTAMPTZ(3),
    "created_by_id" UUID,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calls_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call_indicators" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "sort_order" INTEGER NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "target" VARCHAR(200) NOT NULL,
    "measured" VARCHAR(200),
    "met" BOOLEAN,

    CONSTRAINT "call_indicators_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call_criteria" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "sort_order" INTEGER NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "weight" INTEGER NOT NULL,

    CONSTRAINT "call_criteria_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call_undertakings" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "signed_by_id" UUID NOT NULL,
    "text" VARCHAR(2000) NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "call_undertakings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call_experts" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "stage" "call_expert_stage" NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "person_id" UUID NOT NULL,
    "state" "call_expert_state" NOT NULL DEFAULT 'assigned',
    "reason" VARCHAR(300),
    "assigned_by_id" UUID,
    "declared_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "call_experts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "need_opinions" (
    "expert_id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "pull" INTEGER NOT NULL,
    "basis" INTEGER NOT NULL,
    "technical" INTEGER NOT NULL,
    "financial" INTEGER NOT NULL,
    "necessary" BOOLEAN NOT NULL,
    "novel" BOOLEAN NOT NULL,
    "feasible" BOOLEAN NOT NULL,
    "beneficial" BOOLEAN NOT NULL,
    "recommended" BOOLEAN NOT NULL,
    "comment" VARCHAR(2000) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "need_opinions_pkey" PRIMARY KEY ("expert_id")
);

-- CreateTable
CREATE TABLE "bids" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "organization_id" UUID NOT NULL,
    "state" "bid_state" NOT NULL DEFAULT 'sealed',
    "sealed" BYTEA,
    "sha256" CHAR(64) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_by_id" UUID,
    "replacements" INTEGER NOT NULL DEFAULT 0,
    "letter" INTEGER,
    "content" JSONB,
    "quote" DECIMAL(18,2),
    "excluded_reason" VARCHAR(300),
    "points" INTEGER,
    "judges" INTEGER,
    "rank" INTEGER,

    CONSTRAINT "bids_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bid_files" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bid_files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bid_scores" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "bid_id" UUID NOT NULL,
    "expert_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "points" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bid_scores_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call_discussions" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "bid_id" UUID NOT NULL,
    "spread" INTEGER NOT NULL,
    "text" VARCHAR(2000) NOT NULL,
    "recorded_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "call_discussions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call_objections" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "text" VARCHAR(2000) NOT NULL,
    "state" "call_objection_state" NOT NULL DEFAULT 'open',
    "raised_by_id" UUID,
    "answer" VARCHAR(2000),
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "call_objections_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call_events" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "kind" VARCHAR(30) NOT NULL,
    "text" VARCHAR(2000),
    "actor_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "call_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "living_list_items" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "kind" "living_list_kind" NOT NULL,
    "organization_id" UUID NOT NULL,
    "title" VARCHAR(200) NOT NULL,
    "detail" VARCHAR(2000) NOT NULL,
    "steward_name" VARCHAR(60) NOT NULL,
    "pain" "pain_category",
    "budget" DECIMAL(18,2),
    "occupation" VARCHAR(100),
    "skill" VARCHAR(40),
    "headcount" INTEGER,
    "needed_on" DATE,
    "state" "living_list_state" NOT NULL DEFAULT 'active',
    "confirmed_on" DATE NOT NULL,
    "expires_on" DATE NOT NULL,
    "created_by_id" UUID,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "living_list_items_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "calls_alliance_id_state_state_since_idx" ON "calls"("alliance_id", "state", "state_since");

-- CreateIndex
CREATE INDEX "calls_alliance_id_created_at_idx" ON "calls"("alliance_id", "created_at");

-- CreateIndex
CREATE INDEX "calls_poster_id_idx" ON "calls"("poster_id");

-- CreateIndex
CREATE INDEX "calls_alliance_id_list_item_id_idx" ON "calls"("alliance_id", "list_item_id");

-- CreateIndex
CREATE INDEX "calls_alliance_id_contract_file_id_idx" ON "calls"("alliance_id", "contract_file_id");

-- CreateIndex
CREATE INDEX "calls_alliance_id_chosen_bid_id_idx" ON "calls"("alliance_id", "chosen_bid_id");

-- CreateIndex
CREATE UNIQUE INDEX "calls_alliance_id_id_key" ON "calls"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "calls_alliance_id_code_year_code_number_key" ON "calls"("alliance_id", "code_year", "code_number");

-- CreateIndex
CREATE UNIQUE INDEX "calls_alliance_id_project_id_key" ON "calls"("alliance_id", "project_id");

-- CreateIndex
CREATE INDEX "call_indicators_alliance_id_call_id_idx" ON "call_indicators"("alliance_id", "call_id");

-- CreateIndex
CREATE UNIQUE INDEX "call_indicators_alliance_id_id_key" ON "call_indicators"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "call_indicators_call_id_sort_order_key" ON "call_indicators"("call_id", "sort_order");

-- CreateIndex
CREATE INDEX "call_criteria_alliance_id_call_id_idx" ON "call_criteria"("alliance_id", "call_id");

-- CreateIndex
CREATE UNIQUE INDEX "call_criteria_alliance_id_id_key" ON "call_criteria"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "call_criteria_call_id_sort_order_key" ON "call_criteria"("call_id", "sort_order");

-- CreateIndex
CREATE INDEX "call_undertakings_alliance_id_call_id_idx" ON "call_undertakings"("alliance_id", "call_id");

-- CreateIndex
CREATE INDEX "call_undertakings_organization_id_idx" ON "call_undertakings"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "call_undertakings_alliance_id_id_key" ON "call_undertakings"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "call_undertakings_call_id_organization_id_key" ON "call_undertakings"("call_id", "organization_id");

-- CreateIndex
CREATE INDEX "call_experts_alliance_id_call_id_idx" ON "call_experts"("alliance_id", "call_id");

-- CreateIndex
CREATE INDEX "call_experts_person_id_idx" ON "call_experts"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "call_experts_alliance_id_id_key" ON "call_experts"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "call_experts_call_id_stage_round_person_id_key" ON "call_experts"("call_id", "stage", "round", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "need_opinions_alliance_id_expert_id_key" ON "need_opinions"("alliance_id", "expert_id");

-- CreateIndex
CREATE INDEX "bids_alliance_id_call_id_idx" ON "bids"("alliance_id", "call_id");

-- CreateIndex
CREATE INDEX "bids_organization_id_idx" ON "bids"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "bids_alliance_id_id_key" ON "bids"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "bids_call_id_round_organization_id_key" ON "bids"("call_id", "round", "organization_id");

-- CreateIndex
CREATE INDEX "bid_files_alliance_id_call_id_idx" ON "bid_files"("alliance_id", "call_id");

-- CreateIndex
CREATE INDEX "bid_files_organization_id_idx" ON "bid_files"("organization_id");

-- CreateIndex
CREATE INDEX "bid_files_alliance_id_file_id_idx" ON "bid_files"("alliance_id", "file_id");

-- CreateIndex
CREATE UNIQUE INDEX "bid_files_alliance_id_id_key" ON "bid_files"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "bid_scores_alliance_id_bid_id_idx" ON "bid_scores"("alliance_id", "bid_id");

-- CreateIndex
CREATE INDEX "bid_scores_alliance_id_expert_id_idx" ON "bid_scores"("alliance_id", "expert_id");

-- CreateIndex
CREATE INDEX "bid_scores_alliance_id_criterion_id_idx" ON "bid_scores"("alliance_id", "criterion_id");

-- CreateIndex
CREATE UNIQUE INDEX "bid_scores_alliance_id_id_key" ON "bid_scores"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "bid_scores_bid_id_expert_id_criterion_id_attempt_key" ON "bid_scores"("bid_id", "expert_id", "criterion_id", "attempt");

-- CreateIndex
CREATE UNIQUE INDEX "call_discussions_bid_id_key" ON "call_discussions"("bid_id");

-- CreateIndex
CREATE INDEX "call_discussions_alliance_id_call_id_idx" ON "call_discussions"("alliance_id", "call_id");

-- CreateIndex
CREATE INDEX "call_discussions_alliance_id_bid_id_idx" ON "call_discussions"("alliance_id", "bid_id");

-- CreateIndex
CREATE UNIQUE INDEX "call_discussions_alliance_id_id_key" ON "call_discussions"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "call_objections_alliance_id_call_id_idx" ON "call_objections"("alliance_id", "call_id");

-- CreateIndex
CREATE UNIQUE INDEX "call_objections_alliance_id_id_key" ON "call_objections"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "call_events_alliance_id_call_id_created_at_idx" ON "call_events"("alliance_id", "call_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "call_events_alliance_id_id_key" ON "call_events"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "living_list_items_alliance_id_kind_state_expires_on_idx" ON "living_list_items"("alliance_id", "kind", "state", "expires_on");

-- CreateIndex
CREATE INDEX "living_list_items_organization_id_idx" ON "living_list_items"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "living_list_items_alliance_id_id_key" ON "living_list_items"("alliance_id", "id");

-- AddForeignKey
ALTER TABLE "calls" ADD CONSTRAINT "calls_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calls" ADD CONSTRAINT "calls_poster_id_fkey" FOREIGN KEY ("poster_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calls" ADD CONSTRAINT "calls_alliance_id_list_item_id_fkey" FOREIGN KEY ("alliance_id", "list_item_id") REFERENCES "living_list_items"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calls" ADD CONSTRAINT "calls_alliance_id_contract_file_id_fkey" FOREIGN KEY ("alliance_id", "contract_file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calls" ADD CONSTRAINT "calls_alliance_id_project_id_fkey" FOREIGN KEY ("alliance_id", "project_id") REFERENCES "projects"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calls" ADD CONSTRAINT "calls_alliance_id_chosen_bid_id_fkey" FOREIGN KEY ("alliance_id", "chosen_bid_id") REFERENCES "bids"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_indicators" ADD CONSTRAINT "call_indicators_alliance_id_call_id_fkey" FOREIGN KEY ("alliance_id", "call_id") REFERENCES "calls"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_criteria" ADD CONSTRAINT "call_criteria_alliance_id_call_id_fkey" FOREIGN KEY ("alliance_id", "call_id") REFERENCES "calls"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_undertakings" ADD CONSTRAINT "call_undertakings_alliance_id_call_id_fkey" FOREIGN KEY ("alliance_id", "call_id") REFERENCES "calls"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_undertakings" ADD CONSTRAINT "call_undertakings_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_experts" ADD CONSTRAINT "call_experts_alliance_id_call_id_fkey" FOREIGN KEY ("alliance_id", "call_id") REFERENCES "calls"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_experts" ADD CONSTRAINT "call_experts_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "need_opinions" ADD CONSTRAINT "need_opinions_alliance_id_expert_id_fkey" FOREIGN KEY ("alliance_id", "expert_id") REFERENCES "call_experts"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bids" ADD CONSTRAINT "bids_alliance_id_call_id_fkey" FOREIGN KEY ("alliance_id", "call_id") REFERENCES "calls"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bids" ADD CONSTRAINT "bids_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bid_files" ADD CONSTRAINT "bid_files_alliance_id_call_id_fkey" FOREIGN KEY ("alliance_id", "call_id") REFERENCES "calls"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bid_files" ADD CONSTRAINT "bid_files_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bid_files" ADD CONSTRAINT "bid_files_alliance_id_file_id_fkey" FOREIGN KEY ("alliance_id", "file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bid_scores" ADD CONSTRAINT "bid_scores_alliance_id_bid_id_fkey" FOREIGN KEY ("alliance_id", "bid_id") REFERENCES "bids"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bid_scores" ADD CONSTRAINT "bid_scores_alliance_id_expert_id_fkey" FOREIGN KEY ("alliance_id", "expert_id") REFERENCES "call_experts"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bid_scores" ADD CONSTRAINT "bid_scores_alliance_id_criterion_id_fkey" FOREIGN KEY ("alliance_id", "criterion_id") REFERENCES "call_criteria"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_discussions" ADD CONSTRAINT "call_discussions_alliance_id_call_id_fkey" FOREIGN KEY ("alliance_id", "call_id") REFERENCES "calls"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_discussions" ADD CONSTRAINT "call_discussions_alliance_id_bid_id_fkey" FOREIGN KEY ("alliance_id", "bid_id") REFERENCES "bids"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_objections" ADD CONSTRAINT "call_objections_alliance_id_call_id_fkey" FOREIGN KEY ("alliance_id", "call_id") REFERENCES "calls"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_events" ADD CONSTRAINT "call_events_alliance_id_call_id_fkey" FOREIGN KEY ("alliance_id", "call_id") REFERENCES "calls"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "living_list_items" ADD CONSTRAINT "living_list_items_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "living_list_items" ADD CONSTRAINT "living_list_items_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- By hand from here: what the database promises beyond keys.
-- ---------------------------------------------------------------------------------------------------------------------

-- I-23, A-04: a row never moves to another alliance.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY[
    'calls', 'call_indicators', 'call_criteria', 'call_undertakings', 'call_experts', 'need_opinions', 'bids', 'bid_files',
    'bid_scores', 'call_discussions', 'call_objections', 'call_events', 'living_list_items'
  ] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OF alliance_id ON %I FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance()', t || '_tenant', t);
  END LOOP;
END $$;

ALTER TABLE calls
  ADD CONSTRAINT calls_title_not_blank CHECK (btrim(title) <> ''),
  ADD CONSTRAINT calls_budget CHECK (budget > 0 AND budget < 1000000000000000),
  ADD CONSTRAINT calls_contract_amount CHECK (contract_amount > 0 AND contract_amount < 1000000000000000),
  ADD CONSTRAINT calls_code CHECK ((code_year IS NULL) = (code_number IS NULL) AND (code_number IS NULL) = (published_at IS NULL)),
  ADD CONSTRAINT calls_restricted_title CHECK (secrecy = 'open' OR code_number IS NULL OR btrim(coalesce(public_title, '')) <> ''),
  ADD CONSTRAINT calls_least CHECK (least_bids BETWEEN 1 AND 20 AND least_experts BETWEEN 1 AND 20 AND round BETWEEN 1 AND 2),
  ADD CONSTRAINT calls_notice CHECK (notice_days >= 5 AND notice_until >= notice_from),
  -- I-15: two people open the bids, and who signed the acceptance for the enterprise does not accept it as well.
  ADD CONSTRAINT calls_two_openers CHECK (second_opener_id IS NULL OR (first_opener_id IS NOT NULL AND second_opener_id <> first_opener_id)),
  ADD CONSTRAINT calls_two_acceptors CHECK (accepted_by_id IS NULL OR (signed_by_id IS NOT NULL AND accepted_by_id <> signed_by_id)),
  ADD CONSTRAINT calls_opened CHECK ((second_opener_id IS NULL) = (opened_at IS NULL)),
  ADD CONSTRAINT calls_open_needs_two CHECK (state NOT IN ('evaluation', 'choice', 'notice', 'contract', 'executing', 'accepting', 'accepted', 'archived') OR opened_at IS NOT NULL),
  ADD CONSTRAINT calls_chosen CHECK (state NOT IN ('notice', 'contract', 'executing', 'accepting', 'accepted', 'archived') OR (chosen_bid_id IS NOT NULL AND btrim(coalesce(choice_reason, '')) <> '' AND notice_until IS NOT NULL)),
  ADD CONSTRAINT calls_contracted CHECK ((project_id IS NULL) = (contract_no IS NULL) AND (project_id IS NULL) = (contract_amount IS NULL)),
  ADD CONSTRAINT calls_executed CHECK (state NOT IN ('executing', 'accepting', 'accepted', 'archived') OR project_id IS NOT NULL);
ALTER TABLE call_criteria ADD CONSTRAINT call_criteria_weight CHECK (weight BETWEEN 1 AND 100);
ALTER TABLE need_opinions ADD CONSTRAINT need_opinions_marks CHECK (least(pull, basis, technical, financial) >= 0 AND greatest(pull, basis, technical, financial) <= 100);
ALTER TABLE bid_scores ADD CONSTRAINT bid_scores_points CHECK (points BETWEEN 0 AND 100 AND attempt IN (1, 2));
ALTER TABLE call_experts
  ADD CONSTRAINT call_experts_declared CHECK ((state = 'assigned') = (declared_at IS NULL)),
  ADD CONSTRAINT call_experts_recused CHECK (state <> 'recused' OR btrim(coalesce(reason, '')) <> '');
ALTER TABLE call_objections
  ADD CONSTRAINT call_objections_answered CHECK ((state = 'open') = (answered_at IS NULL) AND (state = 'open') = (answer IS NULL)),
  -- I-15: nobody answers his own objection.
  ADD CONSTRAINT call_objections_two_persons CHECK (answered_by_id IS NULL OR raised_by_id IS NULL OR answered_by_id <> raised_by_id);
-- A bid is its seal, or what two people have opened; never both, never neither while it counts.
ALTER TABLE bids
  ADD CONSTRAINT bids_sealed CHECK (CASE state
    WHEN 'sealed' THEN sealed IS NOT NULL AND content IS NULL AND quote IS NULL AND letter IS NULL
    WHEN 'opened' THEN content IS NOT NULL AND quote > 0 AND letter IS NOT NULL
    WHEN 'excluded' THEN btrim(coalesce(excluded_reason, '')) <> ''
    ELSE content IS NULL AND quote IS NULL END),
  ADD CONSTRAINT bids_ranked CHECK ((points IS NULL) = (judges IS NULL) AND (points IS NULL OR (state = 'opened' AND points >= 0 AND judges > 0)));
ALTER TABLE living_list_items
  ADD CONSTRAINT living_list_items_title_not_blank CHECK (btrim(title) <> ''),
  ADD CONSTRAINT living_list_items_days CHECK (expires_on > confirmed_on),
  ADD CONSTRAINT living_list_items_talent CHECK (kind <> 'talent' OR (headcount > 0 AND btrim(coalesce(occupation, '')) <> '')),
  ADD CONSTRAINT living_list_items_budget CHECK (budget > 0 AND budget < 1000000000000000);

-- One second late is late: the clock of the database decides, whatever the application says. And what is sealed does not
-- come open while its call is open for bids.
CREATE FUNCTION bid_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE c calls%ROWTYPE;
BEGIN
  SELECT * INTO c FROM calls WHERE alliance_id = NEW.alliance_id AND id = NEW.call_id;
  IF NEW.organization_id = c.poster_id THEN
    RAISE EXCEPTION 'guard: who posts a call does not bid for it' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state = 'sealed' AND (TG_OP = 'INSERT' OR NEW.sealed IS DISTINCT FROM OLD.sealed)
    AND (c.state <> 'bidding' OR c.closes_at <= clock_timestamp() OR NEW.round <> c.round) THEN
    RAISE EXCEPTION 'guard: bid-late' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.state = 'sealed' AND NEW.state IN ('opened', 'excluded')
    AND (c.closes_at > clock_timestamp() OR c.first_opener_id IS NULL) THEN
    RAISE EXCEPTION 'guard: bid-sealed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.state IN ('opened', 'excluded') AND (
    NEW.content IS DISTINCT FROM OLD.content OR NEW.quote IS DISTINCT FROM OLD.quote OR NEW.sha256 <> OLD.sha256
    OR NEW.organization_id <> OLD.organization_id OR NEW.letter IS DISTINCT FROM OLD.letter) THEN
    RAISE EXCEPTION 'immutable: an opened bid is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bids_in_time BEFORE INSERT OR UPDATE ON bids FOR EACH ROW EXECUTE FUNCTION bid_in_time();
CREATE TRIGGER bids_stay BEFORE DELETE ON bids FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Scores come from experts of these bids who have declared that nothing ties them; they are kept as they were given.
CREATE FUNCTION score_by_clear_expert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM call_experts e JOIN bids b ON b.alliance_id = e.alliance_id AND b.call_id = e.call_id AND b.round = e.round
    JOIN call_criteria k ON k.alliance_id = e.alliance_id AND k.call_id = e.call_id
    WHERE e.alliance_id = NEW.alliance_id AND e.id = NEW.expert_id AND e.stage = 'bids' AND e.state = 'clear'
      AND b.id = NEW.bid_id AND b.state = 'opened' AND k.id = NEW.criterion_id
  ) THEN
    RAISE EXCEPTION 'guard: a score comes from an assigned expert without a conflict' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bid_scores_expert BEFORE INSERT ON bid_scores FOR EACH ROW EXECUTE FUNCTION score_by_clear_expert();
CREATE TRIGGER bid_scores_immutable BEFORE UPDATE OR DELETE ON bid_scores FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER need_opinions_immutable BEFORE UPDATE OR DELETE ON need_opinions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER call_events_immutable BEFORE UPDATE OR DELETE ON call_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER call_undertakings_immutable BEFORE UPDATE OR DELETE ON call_undertakings FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER call_discussions_immutable BEFORE UPDATE OR DELETE ON call_discussions FOR EACH ROW EXECUTE FUNCTION refuse_change();
