-- CreateEnum
CREATE TYPE "valuation_method" AS ENUM ('invoice', 'appraisal', 'rate_hours');

-- CreateEnum
CREATE TYPE "entry_flow" AS ENUM ('receipt', 'delivery', 'withdrawal', 'refund', 'spending', 'recovery');

-- CreateEnum
CREATE TYPE "entry_state" AS ENUM ('draft', 'submitted', 'checked', 'approved', 'posted', 'on_hold', 'incomplete', 'rejected');

-- CreateEnum
CREATE TYPE "entry_event_kind" AS ENUM ('created', 'submitted', 'edited', 'checked', 'approved', 'posted', 'held', 'resumed', 'asked', 'answered', 'rejected');

-- CreateEnum
CREATE TYPE "budget_state" AS ENUM ('proposed', 'adopted', 'rejected');

-- CreateEnum
CREATE TYPE "fund_year_state" AS ENUM ('closing', 'closed');

-- AlterTable
ALTER TABLE "fund_commitments" ADD COLUMN     "cancel_reason" VARCHAR(500),
ADD COLUMN     "condition_file_id" UUID,
ADD COLUMN     "condition_met_on" DATE,
ADD COLUMN     "currency" CHAR(3) NOT NULL DEFAULT 'CNY',
ADD COLUMN     "foreign_amount" DECIMAL(18,2),
ADD COLUMN     "hourly_rate" DECIMAL(18,2),
ADD COLUMN     "hours" DECIMAL(12,2),
ADD COLUMN     "original_amount" DECIMAL(18,2),
ADD COLUMN     "programme_id" UUID,
ADD COLUMN     "rate" DECIMAL(18,8),
ADD COLUMN     "rate_on" DATE,
ADD COLUMN     "valued_by" "valuation_method";

-- CreateTable
CREATE TABLE "fund_programmes" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "government_id" UUID NOT NULL,
    "title" VARCHAR(200) NOT NULL,
    "year" INTEGER NOT NULL,
    "total" DECIMAL(18,2) NOT NULL,
    "allocated" DECIMAL(18,2) NOT NULL DEFAULT 0,
    "basis" VARCHAR(300) NOT NULL,
    "created_by_id" UUID,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "fund_programmes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fund_instalments" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "commitment_id" UUID NOT NULL,
    "order" INTEGER NOT NULL,
    "due_on" DATE NOT NULL,
    "amount" DECIMAL(18,2) NOT NULL,
    "milestone_id" UUID,

    CONSTRAINT "fund_instalments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fund_entries" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "commitment_id" UUID,
    "instalment_id" UUID,
    "line_id" UUID,
    "organization_id" UUID NOT NULL,
    "flow" "entry_flow" NOT NULL,
    "kind" "resource_kind" NOT NULL,
    "source" "receipt_source",
    "amount" DECIMAL(18,2) NOT NULL,
    "currency" CHAR(3) NOT NULL DEFAULT 'CNY',
    "foreign_amount" DECIMAL(18,2),
    "rate" DECIMAL(18,8),
    "rate_on" DATE,
    "happened_on" DATE NOT NULL,
    "account" VARCHAR(60) NOT NULL DEFAULT 'main',
    "voucher_no" VARCHAR(60) NOT NULL,
    "payee" VARCHAR(100),
    "payee_organization_id" UUID,
    "purpose" VARCHAR(300),
    "file_id" UUID,
    "valuation" VARCHAR(200),
    "above_commitment" BOOLEAN NOT NULL DEFAULT false,
    "over_reason" VARCHAR(300),
    "state" "entry_state" NOT NULL DEFAULT 'submitted',
    "held_from" "entry_state",
    "question" VARCHAR(500),
    "reversal_of_id" UUID,
    "settles_id" UUID,
    "reason" VARCHAR(500),
    "entered_by_id" UUID,
    "checked_by_id" UUID,
    "checked_at" TIMESTAMPTZ(3),
    "approved_by_id" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "second_approved_by_id" UUID,
    "second_approved_at" TIMESTAMPTZ(3),
    "posted_by_id" UUID,
    "posted_at" TIMESTAMPTZ(3),
    "two_hands" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "fund_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fund_entry_events" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "kind" "entry_event_kind" NOT NULL,
    "text" VARCHAR(500),
    "changes" JSONB,
    "actor_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "fund_entry_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budget_lines" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "order" INTEGER NOT NULL,
    "task" VARCHAR(200) NOT NULL,
    "title" VARCHAR(100) NOT NULL,
    "department" VARCHAR(100) NOT NULL,
    "responsible" VARCHAR(60) NOT NULL,
    "cash" BOOLEAN NOT NULL DEFAULT true,
    "planned" DECIMAL(18,2) NOT NULL DEFAULT 0,
    "ceiling" DECIMAL(18,2) NOT NULL DEFAULT 0,
    "received" DECIMAL(18,2) NOT NULL DEFAULT 0,
    "spent" DECIMAL(18,2) NOT NULL DEFAULT 0,

    CONSTRAINT "budget_lines_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budget_revisions" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "budget_state" NOT NULL DEFAULT 'proposed',
    "reason" VARCHAR(500) NOT NULL,
    "proposed_by_id" UUID,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "budget_revisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budget_amounts" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "planned" DECIMAL(18,2) NOT NULL,

    CONSTRAINT "budget_amounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fund_years" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "state" "fund_year_state" NOT NULL DEFAULT 'closing',
    "figures" JSONB,
    "proposed_by_id" UUID,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "countersigned_by_id" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "late_until" DATE,

    CONSTRAINT "fund_years_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fund_restatements" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "year_id" UUID NOT NULL,
    "resolution_id" UUID NOT NULL,
    "note" VARCHAR(500) NOT NULL,
    "until" DATE NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "fund_restatements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fund_rules" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "second_approver_from" DECIMAL(18,2) NOT NULL,
    "over_line_percent" INTEGER NOT NULL,
    "late_days" INTEGER NOT NULL,
    "basis" VARCHAR(300) NOT NULL,
    "set_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "fund_rules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fund_accounts" (
    "alliance_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "promised_cash" DECIMAL(20,2) NOT NULL DEFAULT 0,
    "promised_kind" DECIMAL(20,2) NOT NULL DEFAULT 0,
    "received_cash" DECIMAL(20,2) NOT NULL DEFAULT 0,
    "received_kind" DECIMAL(20,2) NOT NULL DEFAULT 0,
    "spent_cash" DECIMAL(20,2) NOT NULL DEFAULT 0,
    "spent_kind" DECIMAL(20,2) NOT NULL DEFAULT 0,
    "advance" DECIMAL(18,2) NOT NULL DEFAULT 0,
    "advance_basis" VARCHAR(300),
    "advance_by_id" UUID,

    CONSTRAINT "fund_accounts_pkey" PRIMARY KEY ("alliance_id","project_id")
);

-- By hand: what two persons booked goes on as posted, what waited for the second of them as submitted (decision 0013).
INSERT INTO fund_entries (id, alliance_id, project_id, commitment_id, organization_id, flow, kind, source, amount, happened_on,
    voucher_no, valuation, above_commitment, state, reversal_of_id, reason, entered_by_id, posted_by_id, posted_at, two_hands,
    synthetic, created_at)
  SELECT id, alliance_id, project_id, commitment_id, organization_id,
    CASE kind WHEN 'cash' THEN 'receipt' ELSE 'delivery' END::entry_flow, kind, source, amount, received_on, voucher_no,
    valuation, above_commitment, CASE state WHEN 'booked' THEN 'posted' ELSE 'submitted' END::entry_state, reversal_of_id,
    reason, entered_by_id, booked_by_id, booked_at, state = 'booked', synthetic, created_at
  FROM fund_receipts;
DROP VIEW fund_rollup_truth;
DROP TABLE fund_receipts;
DROP FUNCTION refuse_booked_change, reversal_is_exact, reversal_stays_exact, fund_rollup_receipt;
DROP FUNCTION receipt_side;
DROP TYPE receipt_state;

-- CreateIndex
CREATE INDEX "fund_programmes_government_id_idx" ON "fund_programmes"("government_id");

-- CreateIndex
CREATE UNIQUE INDEX "fund_programmes_alliance_id_id_key" ON "fund_programmes"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "fund_programmes_alliance_id_government_id_year_title_key" ON "fund_programmes"("alliance_id", "government_id", "year", "title");

-- CreateIndex
CREATE INDEX "fund_instalments_alliance_id_commitment_id_idx" ON "fund_instalments"("alliance_id", "commitment_id");

-- CreateIndex
CREATE INDEX "fund_instalments_alliance_id_milestone_id_idx" ON "fund_instalments"("alliance_id", "milestone_id");

-- CreateIndex
CREATE UNIQUE INDEX "fund_instalments_alliance_id_id_key" ON "fund_instalments"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "fund_instalments_commitment_id_order_key" ON "fund_instalments"("commitment_id", "order");

-- CreateIndex
CREATE INDEX "fund_entries_alliance_id_project_id_idx" ON "fund_entries"("alliance_id", "project_id");

-- CreateIndex
CREATE INDEX "fund_entries_alliance_id_commitment_id_idx" ON "fund_entries"("alliance_id", "commitment_id");

-- CreateIndex
CREATE INDEX "fund_entries_alliance_id_instalment_id_idx" ON "fund_entries"("alliance_id", "instalment_id");

-- CreateIndex
CREATE INDEX "fund_entries_alliance_id_line_id_idx" ON "fund_entries"("alliance_id", "line_id");

-- CreateIndex
CREATE INDEX "fund_entries_alliance_id_reversal_of_id_idx" ON "fund_entries"("alliance_id", "reversal_of_id");

-- CreateIndex
CREATE INDEX "fund_entries_alliance_id_settles_id_idx" ON "fund_entries"("alliance_id", "settles_id");

-- CreateIndex
CREATE INDEX "fund_entries_alliance_id_file_id_idx" ON "fund_entries"("alliance_id", "file_id");

-- CreateIndex
CREATE INDEX "fund_entries_alliance_id_state_idx" ON "fund_entries"("alliance_id", "state");

-- CreateIndex
CREATE INDEX "fund_entries_organization_id_idx" ON "fund_entries"("organization_id");

-- CreateIndex
CREATE INDEX "fund_entries_payee_organization_id_idx" ON "fund_entries"("payee_organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "fund_entries_alliance_id_id_key" ON "fund_entries"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "fund_entry_events_alliance_id_entry_id_at_idx" ON "fund_entry_events"("alliance_id", "entry_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "fund_entry_events_alliance_id_id_key" ON "fund_entry_events"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "budget_lines_alliance_id_project_id_idx" ON "budget_lines"("alliance_id", "project_id");

-- CreateIndex
CREATE UNIQUE INDEX "budget_lines_alliance_id_id_key" ON "budget_lines"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "budget_lines_project_id_order_key" ON "budget_lines"("project_id", "order");

-- CreateIndex
CREATE INDEX "budget_revisions_alliance_id_project_id_idx" ON "budget_revisions"("alliance_id", "project_id");

-- CreateIndex
CREATE UNIQUE INDEX "budget_revisions_alliance_id_id_key" ON "budget_revisions"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "budget_revisions_project_id_number_key" ON "budget_revisions"("project_id", "number");

-- CreateIndex
CREATE INDEX "budget_amounts_alliance_id_revision_id_idx" ON "budget_amounts"("alliance_id", "revision_id");

-- CreateIndex
CREATE INDEX "budget_amounts_alliance_id_line_id_idx" ON "budget_amounts"("alliance_id", "line_id");

-- CreateIndex
CREATE UNIQUE INDEX "budget_amounts_alliance_id_id_key" ON "budget_amounts"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "budget_amounts_revision_id_line_id_key" ON "budget_amounts"("revision_id", "line_id");

-- CreateIndex
CREATE UNIQUE INDEX "fund_years_alliance_id_id_key" ON "fund_years"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "fund_years_alliance_id_year_key" ON "fund_years"("alliance_id", "year");

-- CreateIndex
CREATE INDEX "fund_restatements_alliance_id_year_id_idx" ON "fund_restatements"("alliance_id", "year_id");

-- CreateIndex
CREATE INDEX "fund_restatements_alliance_id_resolution_id_idx" ON "fund_restatements"("alliance_id", "resolution_id");

-- CreateIndex
CREATE UNIQUE INDEX "fund_restatements_alliance_id_id_key" ON "fund_restatements"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "fund_restatements_year_id_resolution_id_key" ON "fund_restatements"("year_id", "resolution_id");

-- CreateIndex
CREATE UNIQUE INDEX "fund_rules_alliance_id_id_key" ON "fund_rules"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "fund_rules_alliance_id_number_key" ON "fund_rules"("alliance_id", "number");

-- CreateIndex
CREATE INDEX "fund_commitments_alliance_id_programme_id_idx" ON "fund_commitments"("alliance_id", "programme_id");

-- CreateIndex
CREATE INDEX "fund_commitments_alliance_id_condition_file_id_idx" ON "fund_commitments"("alliance_id", "condition_file_id");

-- AddForeignKey
ALTER TABLE "fund_programmes" ADD CONSTRAINT "fund_programmes_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_programmes" ADD CONSTRAINT "fund_programmes_government_id_fkey" FOREIGN KEY ("government_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_commitments" ADD CONSTRAINT "fund_commitments_alliance_id_programme_id_fkey" FOREIGN KEY ("alliance_id", "programme_id") REFERENCES "fund_programmes"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_commitments" ADD CONSTRAINT "fund_commitments_alliance_id_condition_file_id_fkey" FOREIGN KEY ("alliance_id", "condition_file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_instalments" ADD CONSTRAINT "fund_instalments_alliance_id_commitment_id_fkey" FOREIGN KEY ("alliance_id", "commitment_id") REFERENCES "fund_commitments"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_instalments" ADD CONSTRAINT "fund_instalments_alliance_id_milestone_id_fkey" FOREIGN KEY ("alliance_id", "milestone_id") REFERENCES "project_milestones"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_entries" ADD CONSTRAINT "fund_entries_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_entries" ADD CONSTRAINT "fund_entries_alliance_id_project_id_fkey" FOREIGN KEY ("alliance_id", "project_id") REFERENCES "projects"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_entries" ADD CONSTRAINT "fund_entries_alliance_id_commitment_id_fkey" FOREIGN KEY ("alliance_id", "commitment_id") REFERENCES "fund_commitments"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_entries" ADD CONSTRAINT "fund_entries_alliance_id_instalment_id_fkey" FOREIGN KEY ("alliance_id", "instalment_id") REFERENCES "fund_instalments"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_entries" ADD CONSTRAINT "fund_entries_alliance_id_line_id_fkey" FOREIGN KEY ("alliance_id", "line_id") REFERENCES "budget_lines"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_entries" ADD CONSTRAINT "fund_entries_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_entries" ADD CONSTRAINT "fund_entries_payee_organization_id_fkey" FOREIGN KEY ("payee_organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_entries" ADD CONSTRAINT "fund_entries_alliance_id_file_id_fkey" FOREIGN KEY ("alliance_id", "file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_entries" ADD CONSTRAINT "fund_entries_alliance_id_reversal_of_id_fkey" FOREIGN KEY ("alliance_id", "reversal_of_id") REFERENCES "fund_entries"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_entries" ADD CONSTRAINT "fund_entries_alliance_id_settles_id_fkey" FOREIGN KEY ("alliance_id", "settles_id") REFERENCES "fund_entries"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_entry_events" ADD CONSTRAINT "fund_entry_events_alliance_id_entry_id_fkey" FOREIGN KEY ("alliance_id", "entry_id") REFERENCES "fund_entries"("alliance_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_lines" ADD CONSTRAINT "budget_lines_alliance_id_project_id_fkey" FOREIGN KEY ("alliance_id", "project_id") REFERENCES "projects"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_revisions" ADD CONSTRAINT "budget_revisions_alliance_id_project_id_fkey" FOREIGN KEY ("alliance_id", "project_id") REFERENCES "projects"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_amounts" ADD CONSTRAINT "budget_amounts_alliance_id_revision_id_fkey" FOREIGN KEY ("alliance_id", "revision_id") REFERENCES "budget_revisions"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_amounts" ADD CONSTRAINT "budget_amounts_alliance_id_line_id_fkey" FOREIGN KEY ("alliance_id", "line_id") REFERENCES "budget_lines"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_years" ADD CONSTRAINT "fund_years_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_restatements" ADD CONSTRAINT "fund_restatements_alliance_id_year_id_fkey" FOREIGN KEY ("alliance_id", "year_id") REFERENCES "fund_years"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_restatements" ADD CONSTRAINT "fund_restatements_alliance_id_resolution_id_fkey" FOREIGN KEY ("alliance_id", "resolution_id") REFERENCES "resolutions"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_rules" ADD CONSTRAINT "fund_rules_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_accounts" ADD CONSTRAINT "fund_accounts_alliance_id_project_id_fkey" FOREIGN KEY ("alliance_id", "project_id") REFERENCES "projects"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Hand-written from here; the schema cannot express it.
CREATE UNIQUE INDEX fund_entries_voucher ON fund_entries (alliance_id, account, voucher_no)
  WHERE reversal_of_id IS NULL AND state <> 'rejected';

-- Once, unless the reversal itself was rejected.
CREATE UNIQUE INDEX fund_entries_reversed_once ON fund_entries (reversal_of_id) WHERE state <> 'rejected';

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['fund_programmes', 'fund_instalments', 'fund_entries', 'budget_lines', 'budget_revisions',
    'budget_amounts', 'fund_years', 'fund_accounts'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OF alliance_id ON %I FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance()', t || '_tenant', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['fund_entry_events', 'fund_restatements', 'fund_rules'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_append_only', t);
  END LOOP;
END $$;

-- I-19: one amount lies within ±10^15 yuan; a foreign amount has its rate and the day of the rate.
ALTER TABLE fund_programmes
  ADD CONSTRAINT fund_programmes_total CHECK (total > 0 AND total < 1000000000000000),
  ADD CONSTRAINT fund_programmes_allocated CHECK (allocated BETWEEN 0 AND total);
ALTER TABLE fund_commitments
  ADD CONSTRAINT fund_commitments_foreign CHECK ((currency = 'CNY') = (foreign_amount IS NULL)
    AND (foreign_amount IS NULL) = (rate IS NULL) AND (rate IS NULL) = (rate_on IS NULL) AND coalesce(rate > 0, true)),
  ADD CONSTRAINT fund_commitments_hours CHECK ((hourly_rate IS NULL) = (hours IS NULL)
    AND (hours IS NULL OR amount = round(hourly_rate * hours, 2))),
  ADD CONSTRAINT fund_commitments_cancelled CHECK (cancel_reason IS NULL OR state = 'cancelled');
ALTER TABLE fund_instalments ADD CONSTRAINT fund_instalments_amount CHECK (amount > 0 AND amount < 1000000000000000);
ALTER TABLE fund_entries
  ADD CONSTRAINT fund_entries_amount CHECK (abs(amount) < 1000000000000000 AND amount <> 0),
  ADD CONSTRAINT fund_entries_sign CHECK (
    (amount > 0) = ((flow IN ('receipt', 'delivery', 'spending')) = (reversal_of_id IS NULL))),
  ADD CONSTRAINT fund_entries_foreign CHECK ((currency = 'CNY') = (foreign_amount IS NULL)
    AND (foreign_amount IS NULL) = (rate IS NULL) AND (rate IS NULL) = (rate_on IS NULL) AND coalesce(rate > 0, true)),
  ADD CONSTRAINT fund_entries_kind CHECK (CASE WHEN flow IN ('receipt', 'refund') THEN kind = 'cash'
    WHEN flow IN ('delivery', 'withdrawal') THEN kind <> 'cash' ELSE true END),
  ADD CONSTRAINT fund_entries_source CHECK ((flow IN ('receipt', 'delivery')) = (source IS NOT NULL)),
  ADD CONSTRAINT fund_entries_payee CHECK (flow NOT IN ('spending', 'recovery') OR btrim(coalesce(payee, '')) <> ''),
  ADD CONSTRAINT fund_entries_settles CHECK (reversal_of_id IS NOT NULL OR flow NOT IN ('withdrawal', 'recovery') OR settles_id IS NOT NULL),
  ADD CONSTRAINT fund_entries_valued CHECK (flow <> 'delivery' OR commitment_id IS NOT NULL OR btrim(coalesce(valuation, '')) <> ''),
  ADD CONSTRAINT fund_entries_held CHECK ((state = 'on_hold') = (held_from IS NOT NULL)),
  ADD CONSTRAINT fund_entries_asked CHECK (state NOT IN ('on_hold', 'incomplete', 'rejected') OR btrim(coalesce(question, '')) <> ''),
  ADD CONSTRAINT fund_entries_posted CHECK ((state = 'posted') = (posted_at IS NOT NULL)),
  -- I-15: author, checker, approvers and the one who posts. A checker may post; nobody else has two of these parts.
  ADD CONSTRAINT fund_entries_author CHECK (entered_by_id IS NULL OR (checked_by_id IS DISTINCT FROM entered_by_id
    AND approved_by_id IS DISTINCT FROM entered_by_id AND second_approved_by_id IS DISTINCT FROM entered_by_id
    AND posted_by_id IS DISTINCT FROM entered_by_id)),
  ADD CONSTRAINT fund_entries_checker CHECK (checked_by_id IS NULL OR (approved_by_id IS DISTINCT FROM checked_by_id
    AND second_approved_by_id IS DISTINCT FROM checked_by_id)),
  ADD CONSTRAINT fund_entries_approver CHECK (approved_by_id IS NULL OR (second_approved_by_id IS DISTINCT FROM approved_by_id
    AND posted_by_id IS DISTINCT FROM approved_by_id)),
  ADD CONSTRAINT fund_entries_second CHECK (second_approved_by_id IS NULL OR (approved_by_id IS NOT NULL
    AND posted_by_id IS DISTINCT FROM second_approved_by_id)),
  -- No step is skipped, and going back clears the steps that were taken.
  ADD CONSTRAINT fund_entries_steps CHECK (two_hands OR CASE
    WHEN state IN ('draft', 'submitted', 'incomplete') THEN checked_by_id IS NULL AND approved_by_id IS NULL
    WHEN state = 'checked' THEN checked_by_id IS NOT NULL
    WHEN state = 'approved' THEN checked_by_id IS NOT NULL AND approved_by_id IS NOT NULL
    WHEN state = 'posted' THEN checked_by_id IS NOT NULL AND approved_by_id IS NOT NULL AND posted_by_id IS NOT NULL
    ELSE true END);
ALTER TABLE budget_lines
  ADD CONSTRAINT budget_lines_amounts CHECK (planned >= 0 AND planned < 1000000000000000 AND received >= 0),
  ADD CONSTRAINT budget_lines_spent CHECK (spent BETWEEN 0 AND ceiling);
ALTER TABLE budget_amounts ADD CONSTRAINT budget_amounts_planned CHECK (planned >= 0 AND planned < 1000000000000000);
ALTER TABLE budget_revisions
  ADD CONSTRAINT budget_revisions_decided CHECK ((state = 'proposed') = (decided_at IS NULL)),
  ADD CONSTRAINT budget_revisions_two_persons CHECK (decided_by_id IS NULL OR decided_by_id IS DISTINCT FROM proposed_by_id);
ALTER TABLE fund_years
  ADD CONSTRAINT fund_years_closed CHECK ((state = 'closed') = (closed_at IS NOT NULL AND late_until IS NOT NULL AND figures IS NOT NULL)),
  ADD CONSTRAINT fund_years_two_persons CHECK (countersigned_by_id IS NULL OR countersigned_by_id IS DISTINCT FROM proposed_by_id);
ALTER TABLE fund_rules
  ADD CONSTRAINT fund_rules_sensible CHECK (second_approver_from > 0 AND over_line_percent BETWEEN 0 AND 50 AND late_days BETWEEN 0 AND 120);
-- A-33: nothing is spent that has not arrived, but for the advance that was allowed.
ALTER TABLE fund_accounts
  ADD CONSTRAINT fund_accounts_received CHECK (received_cash >= 0 AND received_kind >= 0),
  ADD CONSTRAINT fund_accounts_spent CHECK (spent_cash BETWEEN 0 AND received_cash + advance AND spent_kind BETWEEN 0 AND received_kind),
  ADD CONSTRAINT fund_accounts_advance CHECK (advance >= 0 AND (advance = 0 OR btrim(coalesce(advance_basis, '')) <> ''));

CREATE FUNCTION entry_edge(was entry_state, becomes entry_state) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE was
    WHEN 'draft' THEN becomes IN ('draft', 'submitted', 'rejected')
    WHEN 'submitted' THEN becomes IN ('submitted', 'checked', 'incomplete', 'on_hold', 'rejected')
    WHEN 'checked' THEN becomes IN ('checked', 'approved', 'submitted', 'incomplete', 'on_hold', 'rejected')
    WHEN 'approved' THEN becomes IN ('posted', 'submitted', 'on_hold', 'rejected')
    WHEN 'incomplete' THEN becomes IN ('incomplete', 'submitted', 'rejected')
    WHEN 'on_hold' THEN becomes IN ('submitted', 'checked', 'approved', 'rejected')
    ELSE false END
$$;

CREATE FUNCTION entry_side(f entry_flow, s entry_state) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN s IN ('draft', 'rejected') THEN NULL
    WHEN f IN ('spending', 'recovery') THEN CASE s WHEN 'posted' THEN 'spent' ELSE 'requested' END
    ELSE CASE s WHEN 'posted' THEN 'received' ELSE 'entered' END END
$$;

-- From which amount on two persons approve; without a rule of the alliance 500,000 yuan.
CREATE FUNCTION second_approver_from(p_alliance uuid) RETURNS numeric LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT second_approver_from FROM fund_rules WHERE alliance_id = p_alliance ORDER BY number DESC LIMIT 1), 500000)
$$;

-- Does an account act for an organization in this alliance, by a right or as its representative?
CREATE FUNCTION acts_for(p_user uuid, p_alliance uuid, p_organization uuid, p_on date) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM role_grants g WHERE g.user_id = p_user AND g.organization_id = p_organization
      AND g.alliance_id = p_alliance AND p_on BETWEEN g.valid_from AND coalesce(g.valid_to, 'infinity'))
    OR EXISTS (SELECT 1 FROM users u JOIN representatives r ON r.person_id = u.person_id AND r.alliance_id = p_alliance
      JOIN memberships m ON m.id = r.membership_id
      WHERE u.id = p_user AND m.organization_id = p_organization AND p_on BETWEEN r.valid_from AND coalesce(r.valid_to, 'infinity'))
$$;

-- Which organization the money of an entry goes to: of spending the payee, of what arrives the lead of the project, of what
-- goes back the one that gave it, of what comes back from a payee the one that spent it.
CREATE FUNCTION entry_beneficiary(f entry_flow, p_project uuid, p_organization uuid, p_payee uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN f = 'spending' THEN p_payee
    WHEN f IN ('receipt', 'delivery') THEN (SELECT lead_id FROM projects WHERE id = p_project)
    ELSE p_organization END
$$;

CREATE FUNCTION guard_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb;
  becomes jsonb;
  v_day date;
  v_approver uuid;
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'immutable: an entry is rejected or reversed, never deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'UPDATE' THEN
    was := to_jsonb(OLD) - ARRAY['organization_id', 'payee_organization_id'];
    becomes := to_jsonb(NEW) - ARRAY['organization_id', 'payee_organization_id'];
    -- A merger moves an entry to the survivor, whatever its state; nothing else comes with it.
    IF was = becomes AND (NEW.organization_id = OLD.organization_id OR follows_merger(OLD.organization_id, NEW.organization_id))
      AND (NEW.payee_organization_id IS NOT DISTINCT FROM OLD.payee_organization_id
        OR follows_merger(OLD.payee_organization_id, NEW.payee_organization_id)) THEN
      RETURN NEW;
    END IF;
    IF OLD.state IN ('posted', 'rejected') THEN
      RAISE EXCEPTION 'immutable: a posted entry is reversed, never changed' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NOT entry_edge(OLD.state, NEW.state) OR OLD.state = 'on_hold' AND NEW.state NOT IN (OLD.held_from, 'submitted', 'rejected') THEN
      RAISE EXCEPTION 'guard: entry-edge: % to %', OLD.state, NEW.state;
    END IF;
    IF OLD.reversal_of_id IS DISTINCT FROM NEW.reversal_of_id OR OLD.project_id <> NEW.project_id OR OLD.flow <> NEW.flow
      OR OLD.entered_by_id IS DISTINCT FROM NEW.entered_by_id THEN
      RAISE EXCEPTION 'guard: entry-identity: project, flow and author of an entry stay';
    END IF;
    IF ROW(OLD.amount, OLD.payee, OLD.payee_organization_id, OLD.happened_on, OLD.line_id, OLD.voucher_no, OLD.account, OLD.kind,
        OLD.organization_id, OLD.commitment_id, OLD.instalment_id)
      IS DISTINCT FROM ROW(NEW.amount, NEW.payee, NEW.payee_organization_id, NEW.happened_on, NEW.line_id, NEW.voucher_no,
        NEW.account, NEW.kind, NEW.organization_id, NEW.commitment_id, NEW.instalment_id) THEN
      IF OLD.reversal_of_id IS NOT NULL THEN
        RAISE EXCEPTION 'guard: a reversal is the exact negative of one posted entry';
      END IF;
      IF NEW.state NOT IN ('draft', 'submitted', 'incomplete') THEN
        RAISE EXCEPTION 'guard: entry-edited: what changes is checked and approved again';
      END IF;
    END IF;
  END IF;
  IF TG_OP = 'INSERT' AND NEW.reversal_of_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM fund_entries r WHERE r.alliance_id = NEW.alliance_id AND r.id = NEW.reversal_of_id AND r.state = 'posted'
      AND r.amount = -NEW.amount AND r.kind = NEW.kind AND r.flow = NEW.flow AND r.organization_id = NEW.organization_id
      AND r.project_id = NEW.project_id AND r.commitment_id IS NOT DISTINCT FROM NEW.commitment_id
      AND r.instalment_id IS NOT DISTINCT FROM NEW.instalment_id AND r.line_id IS NOT DISTINCT FROM NEW.line_id
      AND r.source IS NOT DISTINCT FROM NEW.source AND r.payee IS NOT DISTINCT FROM NEW.payee AND r.reversal_of_id IS NULL) THEN
    RAISE EXCEPTION 'guard: a reversal is the exact negative of one posted entry';
  END IF;
  IF NEW.line_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM budget_lines l WHERE l.id = NEW.line_id
      AND l.project_id = NEW.project_id AND l.cash = (NEW.kind = 'cash')) THEN
    RAISE EXCEPTION 'guard: entry-line: the line is of another project or of another kind';
  END IF;
  IF NEW.instalment_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM fund_instalments i WHERE i.id = NEW.instalment_id
      AND i.commitment_id = NEW.commitment_id) THEN
    RAISE EXCEPTION 'guard: entry-instalment: the instalment is of another promise';
  END IF;
  -- An approver of the organization that the money goes to is barred.
  v_approver := CASE WHEN NEW.second_approved_by_id IS NOT NULL THEN NEW.second_approved_by_id ELSE NEW.approved_by_id END;
  IF v_approver IS NOT NULL AND NEW.state IN ('checked', 'approved') AND acts_for(v_approver, NEW.alliance_id,
      entry_beneficiary(NEW.flow, NEW.project_id, NEW.organization_id, NEW.payee_organization_id),
      coalesce(NEW.second_approved_at, NEW.approved_at)::date) THEN
    RAISE EXCEPTION 'guard: beneficiary: an organization does not approve money for itself';
  END IF;
  IF NEW.state IN ('approved', 'posted') AND NOT NEW.two_hands AND NEW.second_approved_by_id IS NULL
    AND abs(NEW.amount) >= second_approver_from(NEW.alliance_id) AND (TG_OP = 'INSERT' OR OLD.state <> NEW.state) THEN
    RAISE EXCEPTION 'guard: second-approver: two persons approve from this amount on';
  END IF;
  IF NEW.state = 'posted' AND (TG_OP = 'INSERT' OR OLD.state <> 'posted') THEN
    -- Who closes a year waits for those who are posting in it, and they for the closing.
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('fund-year ' || NEW.alliance_id::text || extract(year FROM NEW.happened_on)::int, 0));
    SELECT (NEW.posted_at AT TIME ZONE a.time_zone)::date INTO v_day FROM alliances a WHERE a.id = NEW.alliance_id;
    IF EXISTS (SELECT 1 FROM fund_years y WHERE y.alliance_id = NEW.alliance_id AND y.year = extract(year FROM NEW.happened_on)
        AND y.state = 'closed' AND y.late_until < v_day AND NOT EXISTS (SELECT 1 FROM fund_restatements s
          WHERE s.year_id = y.id AND s.until >= v_day)) THEN
      RAISE EXCEPTION 'guard: year-closed: %', extract(year FROM NEW.happened_on);
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fund_entries_guard BEFORE INSERT OR UPDATE OR DELETE ON fund_entries FOR EACH ROW EXECUTE FUNCTION guard_entry();

CREATE VIEW fund_rollup_truth AS
  SELECT alliance_id, organization_id, extract(year FROM promised_on)::int AS year, commitment_side(state) AS side,
    (kind = 'cash') AS cash, count(*)::int AS records, sum(amount) AS total
  FROM fund_commitments WHERE commitment_side(state) IS NOT NULL GROUP BY 1, 2, 3, 4, 5
  UNION ALL
  SELECT alliance_id, organization_id, extract(year FROM happened_on)::int, entry_side(flow, state), (kind = 'cash'),
    count(*)::int, sum(amount)
  FROM fund_entries WHERE entry_side(flow, state) IS NOT NULL GROUP BY 1, 2, 3, 4, 5;

CREATE FUNCTION fund_rollup_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO fund_rollups (alliance_id, organization_id, year, side, cash, records, total)
    SELECT a, o, y, s, c, sum(n), sum(q) FROM (
      SELECT NEW.alliance_id AS a, NEW.organization_id AS o, extract(year FROM NEW.happened_on)::int AS y,
        entry_side(NEW.flow, NEW.state) AS s, (NEW.kind = 'cash') AS c, 1 AS n, NEW.amount AS q
      UNION ALL
      SELECT OLD.alliance_id, OLD.organization_id, extract(year FROM OLD.happened_on)::int, entry_side(OLD.flow, OLD.state),
        (OLD.kind = 'cash'), -1, -OLD.amount WHERE TG_OP = 'UPDATE'
    ) d WHERE s IS NOT NULL GROUP BY 1, 2, 3, 4, 5 HAVING sum(n) <> 0 OR sum(q) <> 0 ORDER BY 1, 3, 4, 5, 2
    ON CONFLICT (alliance_id, year, side, cash, organization_id)
    DO UPDATE SET records = fund_rollups.records + excluded.records, total = fund_rollups.total + excluded.total;
  RETURN NULL;
END $$;

-- The account of the project: its row is locked by the first who posts, so two withdrawals are counted one after the other.
CREATE FUNCTION fund_account_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_in numeric := CASE WHEN entry_side(NEW.flow, NEW.state) = 'received' THEN NEW.amount ELSE 0 END;
  v_out numeric := CASE WHEN entry_side(NEW.flow, NEW.state) = 'spent' THEN NEW.amount ELSE 0 END;
  v_cash boolean := NEW.kind = 'cash';
  v_account fund_accounts;
  v_line budget_lines;
BEGIN
  IF NEW.state <> 'posted' OR TG_OP = 'UPDATE' AND OLD.state = 'posted' THEN
    RETURN NULL;
  END IF;
  INSERT INTO fund_accounts (alliance_id, project_id) VALUES (NEW.alliance_id, NEW.project_id) ON CONFLICT DO NOTHING;
  SELECT * INTO v_account FROM fund_accounts WHERE alliance_id = NEW.alliance_id AND project_id = NEW.project_id FOR UPDATE;
  v_account.received_cash := v_account.received_cash + CASE WHEN v_cash THEN v_in ELSE 0 END;
  v_account.received_kind := v_account.received_kind + CASE WHEN v_cash THEN 0 ELSE v_in END;
  v_account.spent_cash := v_account.spent_cash + CASE WHEN v_cash THEN v_out ELSE 0 END;
  v_account.spent_kind := v_account.spent_kind + CASE WHEN v_cash THEN 0 ELSE v_out END;
  IF v_account.spent_cash > v_account.received_cash + v_account.advance OR v_account.spent_kind > v_account.received_kind
    OR v_account.received_cash < 0 OR v_account.received_kind < 0 OR v_account.spent_cash < 0 OR v_account.spent_kind < 0 THEN
    RAISE EXCEPTION 'guard: overspent';
  END IF;
  UPDATE fund_accounts SET received_cash = v_account.received_cash, received_kind = v_account.received_kind,
    spent_cash = v_account.spent_cash, spent_kind = v_account.spent_kind
  WHERE alliance_id = NEW.alliance_id AND project_id = NEW.project_id;
  IF NEW.line_id IS NOT NULL THEN
    SELECT * INTO v_line FROM budget_lines WHERE id = NEW.line_id FOR UPDATE;
    IF v_out > 0 AND v_line.spent + v_out > v_line.ceiling THEN
      RAISE EXCEPTION 'guard: line-passed';
    END IF;
    UPDATE budget_lines SET received = received + v_in, spent = spent + v_out WHERE id = NEW.line_id;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION fund_account_commitment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_was numeric := CASE WHEN TG_OP <> 'INSERT' AND OLD.state = 'confirmed' THEN OLD.amount ELSE 0 END;
  v_is numeric := CASE WHEN TG_OP <> 'DELETE' AND NEW.state = 'confirmed' THEN NEW.amount ELSE 0 END;
  v_row fund_commitments := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  v_held numeric := CASE WHEN TG_OP <> 'INSERT' AND OLD.state <> 'cancelled' AND OLD.programme_id IS NOT NULL THEN OLD.amount ELSE 0 END;
  v_holds numeric := CASE WHEN TG_OP <> 'DELETE' AND NEW.state <> 'cancelled' AND NEW.programme_id IS NOT NULL THEN NEW.amount ELSE 0 END;
  v_left numeric;
BEGIN
  IF v_was <> v_is THEN
    INSERT INTO fund_accounts (alliance_id, project_id, promised_cash, promised_kind)
      VALUES (v_row.alliance_id, v_row.project_id, CASE WHEN v_row.kind = 'cash' THEN v_is - v_was ELSE 0 END,
        CASE WHEN v_row.kind = 'cash' THEN 0 ELSE v_is - v_was END)
      ON CONFLICT (alliance_id, project_id) DO UPDATE SET promised_cash = fund_accounts.promised_cash + excluded.promised_cash,
        promised_kind = fund_accounts.promised_kind + excluded.promised_kind;
  END IF;
  IF v_held <> v_holds THEN
    SELECT total - allocated INTO v_left FROM fund_programmes WHERE id = v_row.programme_id FOR UPDATE;
    IF v_holds - v_held > v_left THEN
      RAISE EXCEPTION 'guard: over-allocated';
    END IF;
    UPDATE fund_programmes SET allocated = allocated + v_holds - v_held WHERE id = v_row.programme_id;
  END IF;
  RETURN NULL;
END $$;

-- A promise that binds is raised, never lowered; it stays with its project, its giver, its kind and its special fund.
CREATE FUNCTION guard_commitment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'cancelled' AND NEW.state <> 'cancelled' OR OLD.state = 'confirmed' AND NEW.state NOT IN ('confirmed', 'cancelled')
    OR OLD.state = 'confirmed' AND NEW.amount < OLD.amount
    OR ROW(NEW.project_id, NEW.kind) IS DISTINCT FROM ROW(OLD.project_id, OLD.kind)
    OR NEW.programme_id IS DISTINCT FROM OLD.programme_id THEN
    RAISE EXCEPTION 'guard: commitment-edge';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fund_commitments_guard BEFORE UPDATE ON fund_commitments FOR EACH ROW EXECUTE FUNCTION guard_commitment();

-- A closed year stays as it is; its proposal may be taken back before it is countersigned.
CREATE FUNCTION guard_fund_year() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'closed' THEN
    RAISE EXCEPTION 'immutable: a closed year is restated, never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER fund_years_guard BEFORE UPDATE OR DELETE ON fund_years FOR EACH ROW EXECUTE FUNCTION guard_fund_year();

-- What was decided about a budget stays (older revisions are kept); amounts belong to a revision that is still open.
CREATE FUNCTION guard_budget() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'budget_revisions' THEN
    IF OLD.state <> 'proposed' THEN
      RAISE EXCEPTION 'immutable: a decided budget is revised, never changed' USING ERRCODE = 'restrict_violation';
    END IF;
  ELSIF EXISTS (SELECT 1 FROM budget_revisions r WHERE r.id = OLD.revision_id AND r.state <> 'proposed') THEN
    RAISE EXCEPTION 'immutable: a decided budget is revised, never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER budget_revisions_guard BEFORE UPDATE OR DELETE ON budget_revisions FOR EACH ROW EXECUTE FUNCTION guard_budget();
CREATE TRIGGER budget_amounts_guard BEFORE UPDATE OR DELETE ON budget_amounts FOR EACH ROW EXECUTE FUNCTION guard_budget();

-- The accounts of what is there already, then the triggers that keep them.
INSERT INTO fund_accounts (alliance_id, project_id, promised_cash, promised_kind, received_cash, received_kind)
  SELECT alliance_id, project_id, sum(pc), sum(pk), sum(rc), sum(rk) FROM (
    SELECT alliance_id, project_id, CASE WHEN kind = 'cash' THEN amount ELSE 0 END AS pc, CASE WHEN kind = 'cash' THEN 0 ELSE amount END AS pk,
      0 AS rc, 0 AS rk FROM fund_commitments WHERE state = 'confirmed'
    UNION ALL
    SELECT alliance_id, project_id, 0, 0, CASE WHEN kind = 'cash' THEN amount ELSE 0 END, CASE WHEN kind = 'cash' THEN 0 ELSE amount END
    FROM fund_entries WHERE state = 'posted'
  ) d GROUP BY 1, 2;
CREATE TRIGGER fund_rollup_entries AFTER INSERT OR UPDATE ON fund_entries FOR EACH ROW EXECUTE FUNCTION fund_rollup_entry();
CREATE TRIGGER fund_account_entries AFTER INSERT OR UPDATE ON fund_entries FOR EACH ROW EXECUTE FUNCTION fund_account_entry();
CREATE TRIGGER fund_account_commitments AFTER INSERT OR UPDATE OR DELETE ON fund_commitments FOR EACH ROW EXECUTE FUNCTION fund_account_commitment();

-- The six numbers of each project, counted from the entries; the accounts must equal them.
CREATE VIEW fund_account_truth AS
  SELECT alliance_id, project_id, sum(pc) AS promised_cash, sum(pk) AS promised_kind, sum(rc) AS received_cash,
    sum(rk) AS received_kind, sum(sc) AS spent_cash, sum(sk) AS spent_kind FROM (
    SELECT alliance_id, project_id, CASE WHEN kind = 'cash' THEN amount ELSE 0 END AS pc, CASE WHEN kind = 'cash' THEN 0 ELSE amount END AS pk,
      0 AS rc, 0 AS rk, 0 AS sc, 0 AS sk FROM fund_commitments WHERE state = 'confirmed'
    UNION ALL
    SELECT alliance_id, project_id, 0, 0,
      CASE WHEN entry_side(flow, state) = 'received' AND kind = 'cash' THEN amount ELSE 0 END,
      CASE WHEN entry_side(flow, state) = 'received' AND kind <> 'cash' THEN amount ELSE 0 END,
      CASE WHEN entry_side(flow, state) = 'spent' AND kind = 'cash' THEN amount ELSE 0 END,
      CASE WHEN entry_side(flow, state) = 'spent' AND kind <> 'cash' THEN amount ELSE 0 END
    FROM fund_entries WHERE state = 'posted'
  ) d GROUP BY 1, 2;
