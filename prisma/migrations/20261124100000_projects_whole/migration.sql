-- CreateEnum
CREATE TYPE "duty_kind" AS ENUM ('platform', 'team', 'base', 'development');

-- CreateEnum
CREATE TYPE "milestone_state" AS ENUM ('planned', 'running', 'submitted', 'accepted', 'returned', 'waived');

-- CreateEnum
CREATE TYPE "project_authority" AS ENUM ('lead', 'secretariat', 'committee', 'council');

-- CreateEnum
CREATE TYPE "project_change_kind" AS ENUM ('date', 'scope', 'budget', 'funder', 'partner', 'lead');

-- CreateEnum
CREATE TYPE "project_change_state" AS ENUM ('proposed', 'approved', 'rejected', 'withdrawn');

-- CreateEnum
CREATE TYPE "panel_kind" AS ENUM ('review', 'midterm', 'acceptance');

-- CreateEnum
CREATE TYPE "panel_state" AS ENUM ('open', 'discussion', 'closed');

-- CreateEnum
CREATE TYPE "panel_conclusion" AS ENUM ('recommend', 'decline', 'go_on', 'rectify', 'accepted', 'rework', 'failed');

-- CreateEnum
CREATE TYPE "panel_declaration" AS ENUM ('pending', 'none', 'conflict');

-- CreateEnum
CREATE TYPE "panel_vote" AS ENUM ('yes', 'rework', 'no');

-- CreateEnum
CREATE TYPE "powers_state" AS ENUM ('proposed', 'in_force', 'replaced', 'dropped');

-- CreateEnum
CREATE TYPE "decision_subject" AS ENUM ('register', 'terminate');

-- CreateEnum
CREATE TYPE "decision_verdict" AS ENUM ('approve', 'reject');

-- CreateEnum
CREATE TYPE "status_light" AS ENUM ('green', 'amber', 'red');

-- AlterEnum
ALTER TYPE "project_event_kind" ADD VALUE 'returned';
ALTER TYPE "project_event_kind" ADD VALUE 'joined';
ALTER TYPE "project_event_kind" ADD VALUE 'review_opened';
ALTER TYPE "project_event_kind" ADD VALUE 'review_discussed';
ALTER TYPE "project_event_kind" ADD VALUE 'review_closed';
ALTER TYPE "project_event_kind" ADD VALUE 'decision_proposed';
ALTER TYPE "project_event_kind" ADD VALUE 'decision_refused';
ALTER TYPE "project_event_kind" ADD VALUE 'suspended';
ALTER TYPE "project_event_kind" ADD VALUE 'resumed';
ALTER TYPE "project_event_kind" ADD VALUE 'terminated';
ALTER TYPE "project_event_kind" ADD VALUE 'settled';
ALTER TYPE "project_event_kind" ADD VALUE 'closed';
ALTER TYPE "project_event_kind" ADD VALUE 'follow_up';
ALTER TYPE "project_event_kind" ADD VALUE 'archived';
ALTER TYPE "project_event_kind" ADD VALUE 'acceptance_requested';
ALTER TYPE "project_event_kind" ADD VALUE 'acceptance_opened';
ALTER TYPE "project_event_kind" ADD VALUE 'accepted';
ALTER TYPE "project_event_kind" ADD VALUE 'rework';
ALTER TYPE "project_event_kind" ADD VALUE 'failed';
ALTER TYPE "project_event_kind" ADD VALUE 'midterm';
ALTER TYPE "project_event_kind" ADD VALUE 'milestone_submitted';
ALTER TYPE "project_event_kind" ADD VALUE 'milestone_accepted';
ALTER TYPE "project_event_kind" ADD VALUE 'milestone_returned';
ALTER TYPE "project_event_kind" ADD VALUE 'milestone_waived';
ALTER TYPE "project_event_kind" ADD VALUE 'milestone_reopened';
ALTER TYPE "project_event_kind" ADD VALUE 'change_proposed';
ALTER TYPE "project_event_kind" ADD VALUE 'change_approved';
ALTER TYPE "project_event_kind" ADD VALUE 'change_rejected';
ALTER TYPE "project_event_kind" ADD VALUE 'change_withdrawn';
ALTER TYPE "project_event_kind" ADD VALUE 'status_reported';
ALTER TYPE "project_event_kind" ADD VALUE 'party_kept';

-- AlterTable
ALTER TABLE "project_parties" ADD COLUMN     "duty_kind" "duty_kind",
ADD COLUMN     "joined_on" DATE,
ADD COLUMN     "kept_at" TIMESTAMPTZ(3),
ADD COLUMN     "kept_by_id" UUID;

-- AlterTable
ALTER TABLE "projects" ADD COLUMN     "budget" DECIMAL(18,2),
ADD COLUMN     "closed_at" TIMESTAMPTZ(3),
ADD COLUMN     "closed_by_id" UUID,
ADD COLUMN     "contract_no" VARCHAR(60),
ADD COLUMN     "follow_up_until" INTEGER,
ADD COLUMN     "park_id" UUID,
ADD COLUMN     "plan_number" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "settled_at" TIMESTAMPTZ(3),
ADD COLUMN     "settled_by_id" UUID,
ADD COLUMN     "settlement" VARCHAR(2000),
ADD COLUMN     "without_money" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "project_party_links" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "secret_hash" CHAR(64) NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "used_by" VARCHAR(100),

    CONSTRAINT "project_party_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_milestones" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "sort_order" INTEGER NOT NULL,
    "title" VARCHAR(200) NOT NULL,
    "deliverable" VARCHAR(500) NOT NULL,
    "due_on" DATE NOT NULL,
    "state" "milestone_state" NOT NULL DEFAULT 'planned',
    "state_reason" VARCHAR(500),
    "submitted_by_id" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "authority" "project_authority",
    "resolution_id" UUID,
    "accepted_at" TIMESTAMPTZ(3),
    "reopened_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "project_milestones_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone_criteria" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "milestone_id" UUID NOT NULL,
    "sort_order" INTEGER NOT NULL,
    "text" VARCHAR(300) NOT NULL,

    CONSTRAINT "milestone_criteria_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone_evidence" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "milestone_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "text" VARCHAR(1000) NOT NULL,
    "file_id" UUID,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "milestone_evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_plans" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_plans_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_changes" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "project_change_kind" NOT NULL,
    "state" "project_change_state" NOT NULL DEFAULT 'proposed',
    "authority" "project_authority" NOT NULL,
    "reason" VARCHAR(1000) NOT NULL,
    "old" JSONB NOT NULL,
    "new" JSONB NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_reason" VARCHAR(500),
    "resolution_id" UUID,
    "plan_number" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "project_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_panels" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "kind" "panel_kind" NOT NULL,
    "round" INTEGER NOT NULL,
    "state" "panel_state" NOT NULL DEFAULT 'open',
    "conclusion" "panel_conclusion",
    "summary" VARCHAR(2000),
    "opened_by_id" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_by_id" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "project_panels_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_panel_seats" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "panel_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "declaration" "panel_declaration" NOT NULL DEFAULT 'pending',
    "declared_at" TIMESTAMPTZ(3),
    "note" VARCHAR(500),
    "vote" "panel_vote",
    "comment" VARCHAR(2000),
    "submitted_at" TIMESTAMPTZ(3),

    CONSTRAINT "project_panel_seats_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_panel_scores" (
    "alliance_id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "criterion" VARCHAR(20) NOT NULL,
    "points" INTEGER NOT NULL,

    CONSTRAINT "project_panel_scores_pkey" PRIMARY KEY ("seat_id","criterion")
);

-- CreateTable
CREATE TABLE "project_rework_items" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "panel_id" UUID NOT NULL,
    "sort_order" INTEGER NOT NULL,
    "text" VARCHAR(300) NOT NULL,
    "due_on" DATE NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "done_by_id" UUID,
    "done_note" VARCHAR(500),

    CONSTRAINT "project_rework_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_powers" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "powers_state" NOT NULL DEFAULT 'proposed',
    "review_from" DECIMAL(18,2) NOT NULL,
    "amount_a" DECIMAL(18,2) NOT NULL,
    "amount_b" DECIMAL(18,2) NOT NULL,
    "proposed_by_id" UUID,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "decision_powers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_decisions" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "subject" "decision_subject" NOT NULL,
    "authority" "project_authority" NOT NULL,
    "amount" DECIMAL(18,2) NOT NULL,
    "reason" VARCHAR(1000) NOT NULL,
    "proposed_by_id" UUID,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "verdict" "decision_verdict",
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_reason" VARCHAR(500),
    "resolution_id" UUID,

    CONSTRAINT "project_decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_credits" (
    "alliance_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "credited_id" UUID NOT NULL,
    "share" INTEGER NOT NULL,
    "confirmed_by_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "project_credits_pkey" PRIMARY KEY ("project_id","credited_id")
);

-- CreateTable
CREATE TABLE "project_reports" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "quarter" INTEGER NOT NULL,
    "light" "status_light" NOT NULL,
    "text" VARCHAR(1000) NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_reports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_follow_ups" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "text" VARCHAR(2000) NOT NULL,
    "file_id" UUID,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_follow_ups_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_leads" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "from_on" DATE,
    "until_on" DATE NOT NULL,

    CONSTRAINT "project_leads_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "project_party_links_secret_hash_key" ON "project_party_links"("secret_hash");

-- CreateIndex
CREATE INDEX "project_party_links_alliance_id_party_id_idx" ON "project_party_links"("alliance_id", "party_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_party_links_alliance_id_id_key" ON "project_party_links"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "project_milestones_alliance_id_project_id_idx" ON "project_milestones"("alliance_id", "project_id");

-- CreateIndex
CREATE INDEX "project_milestones_alliance_id_resolution_id_idx" ON "project_milestones"("alliance_id", "resolution_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_milestones_alliance_id_id_key" ON "project_milestones"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "project_milestones_project_id_sort_order_key" ON "project_milestones"("project_id", "sort_order");

-- CreateIndex
CREATE INDEX "milestone_criteria_alliance_id_milestone_id_idx" ON "milestone_criteria"("alliance_id", "milestone_id");

-- CreateIndex
CREATE UNIQUE INDEX "milestone_criteria_alliance_id_id_key" ON "milestone_criteria"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "milestone_criteria_milestone_id_sort_order_key" ON "milestone_criteria"("milestone_id", "sort_order");

-- CreateIndex
CREATE INDEX "milestone_evidence_alliance_id_milestone_id_idx" ON "milestone_evidence"("alliance_id", "milestone_id");

-- CreateIndex
CREATE INDEX "milestone_evidence_alliance_id_criterion_id_idx" ON "milestone_evidence"("alliance_id", "criterion_id");

-- CreateIndex
CREATE INDEX "milestone_evidence_alliance_id_file_id_idx" ON "milestone_evidence"("alliance_id", "file_id");

-- CreateIndex
CREATE UNIQUE INDEX "milestone_evidence_alliance_id_id_key" ON "milestone_evidence"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "milestone_evidence_criterion_id_round_key" ON "milestone_evidence"("criterion_id", "round");

-- CreateIndex
CREATE INDEX "project_plans_alliance_id_project_id_idx" ON "project_plans"("alliance_id", "project_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_plans_alliance_id_id_key" ON "project_plans"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "project_plans_project_id_number_key" ON "project_plans"("project_id", "number");

-- CreateIndex
CREATE INDEX "project_changes_alliance_id_project_id_idx" ON "project_changes"("alliance_id", "project_id");

-- CreateIndex
CREATE INDEX "project_changes_alliance_id_resolution_id_idx" ON "project_changes"("alliance_id", "resolution_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_changes_alliance_id_id_key" ON "project_changes"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "project_changes_project_id_number_key" ON "project_changes"("project_id", "number");

-- CreateIndex
CREATE INDEX "project_panels_alliance_id_project_id_idx" ON "project_panels"("alliance_id", "project_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_panels_alliance_id_id_key" ON "project_panels"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "project_panels_project_id_kind_round_key" ON "project_panels"("project_id", "kind", "round");

-- CreateIndex
CREATE INDEX "project_panel_seats_alliance_id_panel_id_idx" ON "project_panel_seats"("alliance_id", "panel_id");

-- CreateIndex
CREATE INDEX "project_panel_seats_user_id_idx" ON "project_panel_seats"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_panel_seats_alliance_id_id_key" ON "project_panel_seats"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "project_panel_seats_panel_id_user_id_key" ON "project_panel_seats"("panel_id", "user_id");

-- CreateIndex
CREATE INDEX "project_panel_scores_alliance_id_seat_id_idx" ON "project_panel_scores"("alliance_id", "seat_id");

-- CreateIndex
CREATE INDEX "project_rework_items_alliance_id_panel_id_idx" ON "project_rework_items"("alliance_id", "panel_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_rework_items_alliance_id_id_key" ON "project_rework_items"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "project_rework_items_panel_id_sort_order_key" ON "project_rework_items"("panel_id", "sort_order");

-- CreateIndex
CREATE UNIQUE INDEX "decision_powers_alliance_id_id_key" ON "decision_powers"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_powers_alliance_id_number_key" ON "decision_powers"("alliance_id", "number");

-- CreateIndex
CREATE INDEX "project_decisions_alliance_id_project_id_idx" ON "project_decisions"("alliance_id", "project_id");

-- CreateIndex
CREATE INDEX "project_decisions_alliance_id_resolution_id_idx" ON "project_decisions"("alliance_id", "resolution_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_decisions_alliance_id_id_key" ON "project_decisions"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "project_decisions_project_id_number_key" ON "project_decisions"("project_id", "number");

-- CreateIndex
CREATE INDEX "project_credits_alliance_id_project_id_idx" ON "project_credits"("alliance_id", "project_id");

-- CreateIndex
CREATE INDEX "project_credits_credited_id_idx" ON "project_credits"("credited_id");

-- CreateIndex
CREATE INDEX "project_reports_alliance_id_project_id_idx" ON "project_reports"("alliance_id", "project_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_reports_alliance_id_id_key" ON "project_reports"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "project_reports_project_id_year_quarter_key" ON "project_reports"("project_id", "year", "quarter");

-- CreateIndex
CREATE INDEX "project_follow_ups_alliance_id_project_id_idx" ON "project_follow_ups"("alliance_id", "project_id");

-- CreateIndex
CREATE INDEX "project_follow_ups_alliance_id_file_id_idx" ON "project_follow_ups"("alliance_id", "file_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_follow_ups_alliance_id_id_key" ON "project_follow_ups"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "project_follow_ups_project_id_year_key" ON "project_follow_ups"("project_id", "year");

-- CreateIndex
CREATE INDEX "project_leads_alliance_id_project_id_idx" ON "project_leads"("alliance_id", "project_id");

-- CreateIndex
CREATE INDEX "project_leads_organization_id_idx" ON "project_leads"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_leads_alliance_id_id_key" ON "project_leads"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "projects_park_id_idx" ON "projects"("park_id");

-- CreateIndex
CREATE INDEX "projects_contract_no_idx" ON "projects"("contract_no");

-- AddForeignKey
ALTER TABLE "projects" ADD CONSTRAINT "projects_park_id_fkey" FOREIGN KEY ("park_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_party_links" ADD CONSTRAINT "project_party_links_alliance_id_party_id_fkey" FOREIGN KEY ("alliance_id", "party_id") REFERENCES "project_parties"("alliance_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_milestones" ADD CONSTRAINT "project_milestones_alliance_id_project_id_fkey" FOREIGN KEY ("alliance_id", "project_id") REFERENCES "projects"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_milestones" ADD CONSTRAINT "project_milestones_alliance_id_resolution_id_fkey" FOREIGN KEY ("alliance_id", "resolution_id") REFERENCES "resolutions"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone_criteria" ADD CONSTRAINT "milestone_criteria_alliance_id_milestone_id_fkey" FOREIGN KEY ("alliance_id", "milestone_id") REFERENCES "project_milestones"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone_evidence" ADD CONSTRAINT "milestone_evidence_alliance_id_milestone_id_fkey" FOREIGN KEY ("alliance_id", "milestone_id") REFERENCES "project_milestones"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone_evidence" ADD CONSTRAINT "milestone_evidence_alliance_id_criterion_id_fkey" FOREIGN KEY ("alliance_id", "criterion_id") REFERENCES "milestone_criteria"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone_evidence" ADD CONSTRAINT "milestone_evidence_alliance_id_file_id_fkey" FOREIGN KEY ("alliance_id", "file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_plans" ADD CONSTRAINT "project_plans_alliance_id_project_id_fkey" FOREIGN KEY ("alliance_id", "project_id") REFERENCES "projects"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_changes" ADD CONSTRAINT "project_changes_alliance_id_project_id_fkey" FOREIGN KEY ("alliance_id", "project_id") REFERENCES "projects"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_changes" ADD CONSTRAINT "project_changes_alliance_id_resolution_id_fkey" FOREIGN KEY ("alliance_id", "resolution_id") REFERENCES "resolutions"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_panels" ADD CONSTRAINT "project_panels_alliance_id_project_id_fkey" FOREIGN KEY ("alliance_id", "project_id") REFERENCES "projects"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_panel_seats" ADD CONSTRAINT "project_panel_seats_alliance_id_panel_id_fkey" FOREIGN KEY ("alliance_id", "panel_id") REFERENCES "project_panels"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_panel_seats" ADD CONSTRAINT "project_panel_seats_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_panel_scores" ADD CONSTRAINT "project_panel_scores_alliance_id_seat_id_fkey" FOREIGN KEY ("alliance_id", "seat_id") REFERENCES "project_panel_seats"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_rework_items" ADD CONSTRAINT "project_rework_items_alliance_id_panel_id_fkey" FOREIGN KEY ("alliance_id", "panel_id") REFERENCES "project_panels"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_powers" ADD CONSTRAINT "decision_powers_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_decisions" ADD CONSTRAINT "project_decisions_alliance_id_project_id_fkey" FOREIGN KEY ("alliance_id", "project_id") REFERENCES "projects"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_decisions" ADD CONSTRAINT "project_decisions_alliance_id_resolution_id_fkey" FOREIGN KEY ("alliance_id", "resolution_id") REFERENCES "resolutions"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_credits" ADD CONSTRAINT "project_credits_alliance_id_project_id_fkey" FOREIGN KEY ("alliance_id", "project_id") REFERENCES "projects"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_credits" ADD CONSTRAINT "project_credits_credited_id_fkey" FOREIGN KEY ("credited_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_reports" ADD CONSTRAINT "project_reports_alliance_id_project_id_fkey" FOREIGN KEY ("alliance_id", "project_id") REFERENCES "projects"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_follow_ups" ADD CONSTRAINT "project_follow_ups_alliance_id_project_id_fkey" FOREIGN KEY ("alliance_id", "project_id") REFERENCES "projects"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_follow_ups" ADD CONSTRAINT "project_follow_ups_alliance_id_file_id_fkey" FOREIGN KEY ("alliance_id", "file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_leads" ADD CONSTRAINT "project_leads_alliance_id_project_id_fkey" FOREIGN KEY ("alliance_id", "project_id") REFERENCES "projects"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_leads" ADD CONSTRAINT "project_leads_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- By hand from here on.

-- I-23, A-04: a row never moves to another alliance.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY[
    'project_party_links', 'project_milestones', 'milestone_criteria', 'milestone_evidence', 'project_plans', 'project_changes',
    'project_panels', 'project_panel_seats', 'project_panel_scores', 'project_rework_items', 'decision_powers',
    'project_decisions', 'project_credits', 'project_reports', 'project_follow_ups', 'project_leads'
  ] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OF alliance_id ON %I FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance()', t || '_tenant', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['milestone_evidence', 'project_plans', 'project_reports', 'project_follow_ups'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_append_only', t);
  END LOOP;
END $$;

-- I-12: a project moves along these edges only (lib/features/projects/rules/states.ts, a test compares). As text: values of
-- a state may be new in a transaction.
CREATE FUNCTION project_edges() RETURNS TABLE (from_state text, to_state text) LANGUAGE sql IMMUTABLE AS $$
VALUES
  ('draft', 'partners_confirming'), ('draft', 'check'), ('draft', 'withdrawn'),
  ('partners_confirming', 'draft'), ('partners_confirming', 'check'), ('partners_confirming', 'withdrawn'),
  ('check', 'supplement'), ('check', 'review'), ('check', 'decision'), ('check', 'rejected'), ('check', 'withdrawn'),
  ('supplement', 'check'), ('supplement', 'rejected'), ('supplement', 'withdrawn'),
  ('review', 'decision'), ('review', 'withdrawn'),
  ('decision', 'registered'), ('decision', 'rejected'), ('decision', 'withdrawn'),
  ('registered', 'running'), ('registered', 'terminated'),
  ('running', 'suspended'), ('running', 'acceptance_requested'), ('running', 'terminated'),
  ('suspended', 'running'), ('suspended', 'terminated'),
  ('acceptance_requested', 'accepting'),
  ('accepting', 'accepted'), ('accepting', 'rework'), ('accepting', 'failed'),
  ('rework', 'acceptance_requested'), ('rework', 'terminated'),
  ('accepted', 'settlement'), ('failed', 'settlement'), ('terminated', 'settlement'),
  ('settlement', 'closed'), ('closed', 'follow_up'), ('closed', 'archived'), ('follow_up', 'archived')
$$;
CREATE FUNCTION project_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> OLD.state AND NOT EXISTS (
    SELECT 1 FROM project_edges() e WHERE e.from_state = OLD.state::text AND e.to_state = NEW.state::text) THEN
    RAISE EXCEPTION 'guard: a project does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER projects_move BEFORE UPDATE OF state ON projects FOR EACH ROW EXECUTE FUNCTION project_moves();

CREATE FUNCTION milestone_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> OLD.state AND (OLD.state::text, NEW.state::text) NOT IN (
    ('planned', 'running'), ('running', 'submitted'), ('submitted', 'accepted'), ('submitted', 'returned'),
    ('returned', 'submitted'), ('accepted', 'returned'), ('planned', 'waived'), ('running', 'waived'), ('returned', 'waived')) THEN
    RAISE EXCEPTION 'guard: a milestone does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER project_milestones_move BEFORE UPDATE OF state ON project_milestones FOR EACH ROW EXECUTE FUNCTION milestone_moves();

-- Two persons: who answers for a thing is not who wrote it (I-15).
ALTER TABLE projects
  ADD CONSTRAINT projects_budget CHECK (budget > 0 AND budget < 1000000000000000),
  ADD CONSTRAINT projects_settled CHECK ((settled_at IS NULL) = (settlement IS NULL)),
  ADD CONSTRAINT projects_closed_by_another CHECK (closed_by_id <> settled_by_id);
ALTER TABLE project_milestones
  ADD CONSTRAINT project_milestones_title CHECK (btrim(title) <> '' AND btrim(deliverable) <> ''),
  ADD CONSTRAINT project_milestones_decided_by_another CHECK (state <> 'accepted' OR decided_by_id <> submitted_by_id),
  ADD CONSTRAINT project_milestones_accepted CHECK ((state = 'accepted') = (accepted_at IS NOT NULL) AND (state = 'accepted') = (authority IS NOT NULL)),
  ADD CONSTRAINT project_milestones_reasoned CHECK (state NOT IN ('returned', 'waived') OR btrim(coalesce(state_reason, '')) <> '');
ALTER TABLE project_changes
  ADD CONSTRAINT project_changes_decided_by_another CHECK (state = 'withdrawn' OR decided_by_id <> proposed_by_id),
  ADD CONSTRAINT project_changes_decided CHECK ((state = 'proposed') = (decided_at IS NULL));
ALTER TABLE decision_powers
  ADD CONSTRAINT decision_powers_decided_by_another CHECK (decided_by_id <> proposed_by_id),
  ADD CONSTRAINT decision_powers_decided CHECK ((state = 'proposed') = (decided_at IS NULL)),
  ADD CONSTRAINT decision_powers_amounts CHECK (review_from >= 0 AND amount_a > 0 AND amount_b >= amount_a AND amount_b < 1000000000000000);
CREATE UNIQUE INDEX decision_powers_in_force ON decision_powers (alliance_id) WHERE state = 'in_force';
CREATE UNIQUE INDEX decision_powers_asked ON decision_powers (alliance_id) WHERE state = 'proposed';
ALTER TABLE project_decisions
  ADD CONSTRAINT project_decisions_decided CHECK ((verdict IS NULL) = (decided_at IS NULL)),
  ADD CONSTRAINT project_decisions_two_persons CHECK (decided_by_id <> proposed_by_id OR resolution_id IS NOT NULL),
  ADD CONSTRAINT project_decisions_by_the_body CHECK (verdict IS DISTINCT FROM 'approve' OR authority IN ('lead', 'secretariat') OR resolution_id IS NOT NULL);
CREATE UNIQUE INDEX project_decisions_asked ON project_decisions (project_id) WHERE verdict IS NULL;

-- Who registered a project does not decide about it.
CREATE FUNCTION decision_not_by_author() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.verdict IS NOT NULL AND NEW.resolution_id IS NULL AND EXISTS (
    SELECT 1 FROM projects p WHERE p.id = NEW.project_id AND p.created_by_id = NEW.decided_by_id) THEN
    RAISE EXCEPTION 'guard: the author of a project decides about it' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.verdict IS NOT NULL THEN
    RAISE EXCEPTION 'immutable: a decision that was taken' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER project_decisions_author BEFORE INSERT OR UPDATE ON project_decisions FOR EACH ROW EXECUTE FUNCTION decision_not_by_author();

-- One panel at a time; documents and scores only after a declaration; scores stay once the panel is closed.
CREATE UNIQUE INDEX project_panels_open ON project_panels (project_id) WHERE state <> 'closed';
ALTER TABLE project_panels ADD CONSTRAINT project_panels_closed CHECK ((state = 'closed') = (closed_at IS NOT NULL) AND (state = 'closed') = (conclusion IS NOT NULL));
ALTER TABLE project_panel_seats
  ADD CONSTRAINT project_panel_seats_declared CHECK ((declaration = 'pending') = (declared_at IS NULL)),
  ADD CONSTRAINT project_panel_seats_gate CHECK (submitted_at IS NULL OR declaration = 'none');
ALTER TABLE project_panel_scores ADD CONSTRAINT project_panel_scores_points CHECK (points BETWEEN 0 AND 100);
CREATE FUNCTION panel_is_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM project_panel_seats s JOIN project_panels p ON p.id = s.panel_id
    WHERE s.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.seat_id ELSE NEW.seat_id END AND p.state = 'closed') THEN
    RAISE EXCEPTION 'immutable: scores of a panel that was closed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER project_panel_scores_open BEFORE UPDATE OR DELETE ON project_panel_scores FOR EACH ROW EXECUTE FUNCTION panel_is_open();

-- Shares of a project in several alliances make one whole, once the transaction that lists them is over.
ALTER TABLE project_credits ADD CONSTRAINT project_credits_share CHECK (share BETWEEN 1 AND 10000);
CREATE FUNCTION credits_make_one() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE total int;
BEGIN
  SELECT sum(share) INTO total FROM project_credits
  WHERE project_id = CASE WHEN TG_OP = 'DELETE' THEN OLD.project_id ELSE NEW.project_id END;
  IF coalesce(total, 10000) <> 10000 THEN
    RAISE EXCEPTION 'guard: credits-not-whole' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER project_credits_whole AFTER INSERT OR UPDATE OR DELETE ON project_credits
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION credits_make_one();

ALTER TABLE project_reports ADD CONSTRAINT project_reports_quarter CHECK (quarter BETWEEN 1 AND 4 AND btrim(text) <> '');
ALTER TABLE project_party_links ADD CONSTRAINT project_party_links_used CHECK ((used_at IS NULL) = (used_by IS NULL));

-- Projects whose papers hold a file: their own, the evidence of a milestone, what came of them.
CREATE FUNCTION project_papers(p_file uuid) RETURNS TABLE (project_id uuid) LANGUAGE sql STABLE AS $$
  SELECT p.id FROM projects p WHERE p.file_id = p_file
  UNION SELECT m.project_id FROM milestone_evidence e JOIN project_milestones m ON m.id = e.milestone_id WHERE e.file_id = p_file
  UNION SELECT u.project_id FROM project_follow_ups u WHERE u.file_id = p_file
$$;
