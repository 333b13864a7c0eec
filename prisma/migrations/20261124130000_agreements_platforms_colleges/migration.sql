-- CreateEnum
CREATE TYPE "agreement_kind" AS ENUM ('strategic', 'industry_college', 'platform', 'project', 'training_class', 'service', 'pathway', 'exit', 'other');

-- CreateEnum
CREATE TYPE "agreement_state" AS ENUM ('draft', 'legal_check', 'sealed', 'in_force', 'renewed', 'ended');

-- CreateEnum
CREATE TYPE "agreement_step" AS ENUM ('drafted', 'changed', 'submitted', 'returned', 'cleared', 'sealed', 'enforced', 'renewed', 'ended');

-- CreateEnum
CREATE TYPE "college_kind" AS ENUM ('modern_industry', 'engineer', 'craftsman', 'shortage_training', 'rural_revitalisation', 'regional');

-- CreateEnum
CREATE TYPE "college_ownership" AS ENUM ('school_run', 'joint', 'mixed');

-- CreateEnum
CREATE TYPE "college_mode" AS ENUM ('nominal', 'entity');

-- CreateEnum
CREATE TYPE "college_state" AS ENUM ('proposed', 'feasibility', 'approved', 'agreement_signed', 'board_formed', 'operating', 'yearly_review', 'rectifying', 'renewed', 'exiting', 'closed');

-- CreateEnum
CREATE TYPE "shared_object" AS ENUM ('resources', 'talent', 'results');

-- CreateEnum
CREATE TYPE "college_check_item" AS ENUM ('focus', 'programme_base', 'key_enterprise', 'responsibilities', 'stable_funds', 'platform_supply', 'content_list', 'standard_process', 'entity_operation', 'visible_results', 'benefit_sharing');

-- CreateEnum
CREATE TYPE "college_review_state" AS ENUM ('draft', 'submitted', 'decided');

-- CreateEnum
CREATE TYPE "college_review_grade" AS ENUM ('a', 'b', 'c', 'd');

-- CreateEnum
CREATE TYPE "platform_state" AS ENUM ('applied', 'approved', 'building', 'operating', 'suspended', 'closed');

-- CreateEnum
CREATE TYPE "place_kind" AS ENUM ('park', 'plant', 'campus');

-- CreateEnum
CREATE TYPE "builder_role" AS ENUM ('gov_lead', 'park_host', 'school_body', 'enterprise_body', 'policy', 'incubation', 'core_technology', 'market', 'other');

-- CreateEnum
CREATE TYPE "skill_level" AS ENUM ('apprentice', 'junior', 'intermediate', 'senior', 'technician', 'senior_technician', 'special_technician', 'chief_technician');

-- CreateEnum
CREATE TYPE "component_kind" AS ENUM ('space', 'think_tank', 'centre', 'programme');

-- CreateEnum
CREATE TYPE "component_state" AS ENUM ('open', 'building', 'done');

-- CreateEnum
CREATE TYPE "placement_state" AS ENUM ('applied', 'matched', 'dispatched', 'midterm', 'appraised', 'withdrawn');

-- AlterTable
ALTER TABLE "platforms" ADD COLUMN     "college_id" UUID,
ADD COLUMN     "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "place" "place_kind",
ADD COLUMN     "state" "platform_state" NOT NULL DEFAULT 'operating',
ADD COLUMN     "state_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "summary" VARCHAR(1000),
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "agreements" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "code_year" INTEGER,
    "code_number" INTEGER,
    "title" VARCHAR(200) NOT NULL,
    "kind" "agreement_kind" NOT NULL,
    "state" "agreement_state" NOT NULL DEFAULT 'draft',
    "state_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "summary" VARCHAR(1000),
    "signed_on" DATE,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "auto_renew" BOOLEAN NOT NULL DEFAULT false,
    "termination_rule" VARCHAR(500),
    "file_id" UUID,
    "renews_id" UUID,
    "created_by_id" UUID,
    "checked_by_id" UUID,
    "checked_at" TIMESTAMPTZ(3),
    "ended_on" DATE,
    "end_reason" VARCHAR(500),
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agreements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_parties" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "sealed_on" DATE,
    "sealed_by_id" UUID,

    CONSTRAINT "agreement_parties_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_links" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "college_id" UUID,
    "platform_id" UUID,
    "project_id" UUID,

    CONSTRAINT "agreement_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_events" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "step" "agreement_step" NOT NULL,
    "on" DATE NOT NULL,
    "organization_id" UUID,
    "note" VARCHAR(500),
    "recorded_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agreement_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "colleges" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "kind" "college_kind" NOT NULL,
    "level" "recognition_level",
    "ownership" "college_ownership" NOT NULL DEFAULT 'joint',
    "mode" "college_mode" NOT NULL DEFAULT 'nominal',
    "mode_evidence" VARCHAR(500),
    "state" "college_state" NOT NULL DEFAULT 'proposed',
    "state_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state_reason" VARCHAR(500),
    "focus" VARCHAR(200),
    "summary" VARCHAR(2000),
    "place" "place_kind",
    "place_note" VARCHAR(200),
    "region_code" CHAR(6),
    "school_id" UUID NOT NULL,
    "established_on" DATE,
    "established_year" INTEGER,
    "board_id" UUID,
    "resolution_id" UUID,
    "school_opinion" VARCHAR(500),
    "school_opinion_on" DATE,
    "school_opinion_by_id" UUID,
    "proposed_by_id" UUID,
    "approved_by_id" UUID,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "colleges_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "college_parties" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "college_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "role" "builder_role" NOT NULL,
    "co_build" BOOLEAN NOT NULL DEFAULT false,
    "co_invest" BOOLEAN NOT NULL DEFAULT false,
    "co_manage" BOOLEAN NOT NULL DEFAULT false,
    "share" INTEGER,
    "signed_on" DATE,
    "signed_by_id" UUID,

    CONSTRAINT "college_parties_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "college_contributions" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "college_id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "kind" "resource_kind" NOT NULL,
    "amount" DECIMAL(18,2) NOT NULL,
    "valuation" VARCHAR(200),
    "on" DATE NOT NULL,
    "evidence" VARCHAR(300) NOT NULL,
    "file_id" UUID,
    "entered_by_id" UUID,
    "confirmed_by_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "college_contributions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "college_sharing" (
    "alliance_id" UUID NOT NULL,
    "college_id" UUID NOT NULL,
    "object" "shared_object" NOT NULL,
    "rule" VARCHAR(500) NOT NULL,

    CONSTRAINT "college_sharing_pkey" PRIMARY KEY ("college_id","object")
);

-- CreateTable
CREATE TABLE "college_checks" (
    "alliance_id" UUID NOT NULL,
    "college_id" UUID NOT NULL,
    "item" "college_check_item" NOT NULL,
    "evidence" VARCHAR(500) NOT NULL,
    "file_id" UUID,
    "checked_by_id" UUID,
    "checked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "college_checks_pkey" PRIMARY KEY ("college_id","item")
);

-- CreateTable
CREATE TABLE "college_projects" (
    "alliance_id" UUID NOT NULL,
    "college_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,

    CONSTRAINT "college_projects_pkey" PRIMARY KEY ("college_id","project_id")
);

-- CreateTable
CREATE TABLE "college_reviews" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "college_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "state" "college_review_state" NOT NULL DEFAULT 'draft',
    "self_report" VARCHAR(2000) NOT NULL,
    "satisfaction" INTEGER,
    "respondents" INTEGER,
    "enrolled" INTEGER NOT NULL,
    "inputs" JSONB,
    "points" INTEGER,
    "grade" "college_review_grade",
    "vetoes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "opinion" VARCHAR(1000),
    "author_id" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "college_reviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "college_rectifications" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "title" VARCHAR(300) NOT NULL,
    "due_on" DATE NOT NULL,
    "organization_id" UUID NOT NULL,
    "evidence" VARCHAR(500),
    "file_id" UUID,
    "reported_on" DATE,
    "reported_by_id" UUID,
    "accepted_by_id" UUID,
    "accepted_on" DATE,

    CONSTRAINT "college_rectifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "college_events" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "college_id" UUID NOT NULL,
    "state" "college_state" NOT NULL,
    "on" DATE NOT NULL,
    "note" VARCHAR(500),
    "recorded_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "college_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform_parties" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "role" "builder_role" NOT NULL,
    "duty" VARCHAR(300),
    "state" "party_state" NOT NULL DEFAULT 'pending',
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "platform_parties_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform_recognitions" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "level" "recognition_level" NOT NULL,
    "recognised_on" DATE NOT NULL,
    "approver" VARCHAR(200) NOT NULL,
    "document_no" VARCHAR(100),
    "file_id" UUID,
    "recorded_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "platform_recognitions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform_equipment" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "value" DECIMAL(18,2) NOT NULL,
    "open_hours" VARCHAR(200),
    "retired_on" DATE,

    CONSTRAINT "platform_equipment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "studio_ladders" (
    "alliance_id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "level" "skill_level" NOT NULL,
    "holders" INTEGER NOT NULL,

    CONSTRAINT "studio_ladders_pkey" PRIMARY KEY ("platform_id","level")
);

-- CreateTable
CREATE TABLE "platform_components" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "kind" "component_kind" NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "name" VARCHAR(100),
    "owner_id" UUID,
    "state" "component_state" NOT NULL DEFAULT 'open',
    "evidence" VARCHAR(500),
    "file_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "platform_components_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform_events" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "state" "platform_state" NOT NULL,
    "on" DATE NOT NULL,
    "note" VARCHAR(500),
    "recorded_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "platform_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "park_pairings" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "unit" VARCHAR(100) NOT NULL,
    "park_id" UUID NOT NULL,
    "school_liaison" VARCHAR(100),
    "park_liaison" VARCHAR(100),
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "end_reason" VARCHAR(500),
    "note" VARCHAR(500),
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "park_pairings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pairing_visits" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "pairing_id" UUID NOT NULL,
    "on" DATE NOT NULL,
    "people" INTEGER NOT NULL,
    "result" VARCHAR(500) NOT NULL,
    "recorded_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pairing_visits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "placement_calls" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "title" VARCHAR(200) NOT NULL,
    "target" INTEGER NOT NULL,
    "opens_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "placement_calls_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "placements" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "reference" VARCHAR(60) NOT NULL,
    "field" VARCHAR(200) NOT NULL,
    "host_id" UUID,
    "task" VARCHAR(500),
    "state" "placement_state" NOT NULL DEFAULT 'applied',
    "state_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "starts_on" DATE,
    "ends_on" DATE,
    "midterm" VARCHAR(500),
    "result" VARCHAR(1000),
    "applied_by_id" UUID,
    "appraised_by_id" UUID,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "placements_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "agreements_alliance_id_state_idx" ON "agreements"("alliance_id", "state");

-- CreateIndex
CREATE INDEX "agreements_alliance_id_file_id_idx" ON "agreements"("alliance_id", "file_id");

-- CreateIndex
CREATE INDEX "agreements_alliance_id_renews_id_idx" ON "agreements"("alliance_id", "renews_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreements_alliance_id_id_key" ON "agreements"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "agreements_alliance_id_code_year_code_number_key" ON "agreements"("alliance_id", "code_year", "code_number");

-- CreateIndex
CREATE INDEX "agreement_parties_alliance_id_agreement_id_idx" ON "agreement_parties"("alliance_id", "agreement_id");

-- CreateIndex
CREATE INDEX "agreement_parties_organization_id_idx" ON "agreement_parties"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_parties_alliance_id_id_key" ON "agreement_parties"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_parties_agreement_id_organization_id_key" ON "agreement_parties"("agreement_id", "organization_id");

-- CreateIndex
CREATE INDEX "agreement_links_alliance_id_agreement_id_idx" ON "agreement_links"("alliance_id", "agreement_id");

-- CreateIndex
CREATE INDEX "agreement_links_alliance_id_college_id_idx" ON "agreement_links"("alliance_id", "college_id");

-- CreateIndex
CREATE INDEX "agreement_links_alliance_id_platform_id_idx" ON "agreement_links"("alliance_id", "platform_id");

-- CreateIndex
CREATE INDEX "agreement_links_alliance_id_project_id_idx" ON "agreement_links"("alliance_id", "project_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_links_alliance_id_id_key" ON "agreement_links"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_links_agreement_id_college_id_key" ON "agreement_links"("agreement_id", "college_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_links_agreement_id_platform_id_key" ON "agreement_links"("agreement_id", "platform_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_links_agreement_id_project_id_key" ON "agreement_links"("agreement_id", "project_id");

-- CreateIndex
CREATE INDEX "agreement_events_alliance_id_agreement_id_created_at_idx" ON "agreement_events"("alliance_id", "agreement_id", "created_at");

-- CreateIndex
CREATE INDEX "agreement_events_organization_id_idx" ON "agreement_events"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_events_alliance_id_id_key" ON "agreement_events"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "colleges_alliance_id_state_idx" ON "colleges"("alliance_id", "state");

-- CreateIndex
CREATE INDEX "colleges_school_id_idx" ON "colleges"("school_id");

-- CreateIndex
CREATE UNIQUE INDEX "colleges_alliance_id_id_key" ON "colleges"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "colleges_alliance_id_name_key" ON "colleges"("alliance_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "colleges_alliance_id_board_id_key" ON "colleges"("alliance_id", "board_id");

-- CreateIndex
CREATE UNIQUE INDEX "colleges_alliance_id_resolution_id_key" ON "colleges"("alliance_id", "resolution_id");

-- CreateIndex
CREATE INDEX "college_parties_alliance_id_college_id_idx" ON "college_parties"("alliance_id", "college_id");

-- CreateIndex
CREATE INDEX "college_parties_organization_id_idx" ON "college_parties"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "college_parties_alliance_id_id_key" ON "college_parties"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "college_parties_college_id_organization_id_key" ON "college_parties"("college_id", "organization_id");

-- CreateIndex
CREATE INDEX "college_contributions_alliance_id_college_id_idx" ON "college_contributions"("alliance_id", "college_id");

-- CreateIndex
CREATE INDEX "college_contributions_alliance_id_party_id_idx" ON "college_contributions"("alliance_id", "party_id");

-- CreateIndex
CREATE INDEX "college_contributions_alliance_id_file_id_idx" ON "college_contributions"("alliance_id", "file_id");

-- CreateIndex
CREATE UNIQUE INDEX "college_contributions_alliance_id_id_key" ON "college_contributions"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "college_sharing_alliance_id_college_id_idx" ON "college_sharing"("alliance_id", "college_id");

-- CreateIndex
CREATE INDEX "college_checks_alliance_id_college_id_idx" ON "college_checks"("alliance_id", "college_id");

-- CreateIndex
CREATE INDEX "college_checks_alliance_id_file_id_idx" ON "college_checks"("alliance_id", "file_id");

-- CreateIndex
CREATE INDEX "college_projects_alliance_id_college_id_idx" ON "college_projects"("alliance_id", "college_id");

-- CreateIndex
CREATE INDEX "college_projects_alliance_id_project_id_idx" ON "college_projects"("alliance_id", "project_id");

-- CreateIndex
CREATE INDEX "college_reviews_alliance_id_college_id_idx" ON "college_reviews"("alliance_id", "college_id");

-- CreateIndex
CREATE UNIQUE INDEX "college_reviews_alliance_id_id_key" ON "college_reviews"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "college_reviews_college_id_year_key" ON "college_reviews"("college_id", "year");

-- CreateIndex
CREATE INDEX "college_rectifications_alliance_id_review_id_idx" ON "college_rectifications"("alliance_id", "review_id");

-- CreateIndex
CREATE INDEX "college_rectifications_organization_id_idx" ON "college_rectifications"("organization_id");

-- CreateIndex
CREATE INDEX "college_rectifications_alliance_id_file_id_idx" ON "college_rectifications"("alliance_id", "file_id");

-- CreateIndex
CREATE UNIQUE INDEX "college_rectifications_alliance_id_id_key" ON "college_rectifications"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "college_events_alliance_id_college_id_idx" ON "college_events"("alliance_id", "college_id");

-- CreateIndex
CREATE UNIQUE INDEX "college_events_alliance_id_id_key" ON "college_events"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "platform_parties_alliance_id_platform_id_idx" ON "platform_parties"("alliance_id", "platform_id");

-- CreateIndex
CREATE INDEX "platform_parties_organization_id_idx" ON "platform_parties"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "platform_parties_alliance_id_id_key" ON "platform_parties"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "platform_parties_platform_id_organization_id_key" ON "platform_parties"("platform_id", "organization_id");

-- CreateIndex
CREATE INDEX "platform_recognitions_alliance_id_platform_id_idx" ON "platform_recognitions"("alliance_id", "platform_id");

-- CreateIndex
CREATE INDEX "platform_recognitions_alliance_id_file_id_idx" ON "platform_recognitions"("alliance_id", "file_id");

-- CreateIndex
CREATE UNIQUE INDEX "platform_recognitions_alliance_id_id_key" ON "platform_recognitions"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "platform_recognitions_platform_id_recognised_on_key" ON "platform_recognitions"("platform_id", "recognised_on");

-- CreateIndex
CREATE INDEX "platform_equipment_alliance_id_platform_id_idx" ON "platform_equipment"("alliance_id", "platform_id");

-- CreateIndex
CREATE UNIQUE INDEX "platform_equipment_alliance_id_id_key" ON "platform_equipment"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "studio_ladders_alliance_id_platform_id_idx" ON "studio_ladders"("alliance_id", "platform_id");

-- CreateIndex
CREATE INDEX "platform_components_alliance_id_platform_id_idx" ON "platform_components"("alliance_id", "platform_id");

-- CreateIndex
CREATE INDEX "platform_components_owner_id_idx" ON "platform_components"("owner_id");

-- CreateIndex
CREATE INDEX "platform_components_alliance_id_file_id_idx" ON "platform_components"("alliance_id", "file_id");

-- CreateIndex
CREATE UNIQUE INDEX "platform_components_alliance_id_id_key" ON "platform_components"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "platform_components_platform_id_kind_ordinal_key" ON "platform_components"("platform_id", "kind", "ordinal");

-- CreateIndex
CREATE INDEX "platform_events_alliance_id_platform_id_idx" ON "platform_events"("alliance_id", "platform_id");

-- CreateIndex
CREATE UNIQUE INDEX "platform_events_alliance_id_id_key" ON "platform_events"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "park_pairings_school_id_idx" ON "park_pairings"("school_id");

-- CreateIndex
CREATE INDEX "park_pairings_park_id_idx" ON "park_pairings"("park_id");

-- CreateIndex
CREATE UNIQUE INDEX "park_pairings_alliance_id_id_key" ON "park_pairings"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "pairing_visits_alliance_id_pairing_id_idx" ON "pairing_visits"("alliance_id", "pairing_id");

-- CreateIndex
CREATE UNIQUE INDEX "pairing_visits_alliance_id_id_key" ON "pairing_visits"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "placement_calls_alliance_id_id_key" ON "placement_calls"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "placement_calls_alliance_id_title_key" ON "placement_calls"("alliance_id", "title");

-- CreateIndex
CREATE INDEX "placements_alliance_id_call_id_idx" ON "placements"("alliance_id", "call_id");

-- CreateIndex
CREATE INDEX "placements_school_id_idx" ON "placements"("school_id");

-- CreateIndex
CREATE INDEX "placements_host_id_idx" ON "placements"("host_id");

-- CreateIndex
CREATE UNIQUE INDEX "placements_alliance_id_id_key" ON "placements"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "placements_call_id_school_id_reference_key" ON "placements"("call_id", "school_id", "reference");

-- CreateIndex
CREATE INDEX "platforms_alliance_id_college_id_idx" ON "platforms"("alliance_id", "college_id");

-- AddForeignKey
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_alliance_id_file_id_fkey" FOREIGN KEY ("alliance_id", "file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_alliance_id_renews_id_fkey" FOREIGN KEY ("alliance_id", "renews_id") REFERENCES "agreements"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_parties" ADD CONSTRAINT "agreement_parties_alliance_id_agreement_id_fkey" FOREIGN KEY ("alliance_id", "agreement_id") REFERENCES "agreements"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_parties" ADD CONSTRAINT "agreement_parties_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_links" ADD CONSTRAINT "agreement_links_alliance_id_agreement_id_fkey" FOREIGN KEY ("alliance_id", "agreement_id") REFERENCES "agreements"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_links" ADD CONSTRAINT "agreement_links_alliance_id_college_id_fkey" FOREIGN KEY ("alliance_id", "college_id") REFERENCES "colleges"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_links" ADD CONSTRAINT "agreement_links_alliance_id_platform_id_fkey" FOREIGN KEY ("alliance_id", "platform_id") REFERENCES "platforms"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_links" ADD CONSTRAINT "agreement_links_alliance_id_project_id_fkey" FOREIGN KEY ("alliance_id", "project_id") REFERENCES "projects"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_events" ADD CONSTRAINT "agreement_events_alliance_id_agreement_id_fkey" FOREIGN KEY ("alliance_id", "agreement_id") REFERENCES "agreements"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_events" ADD CONSTRAINT "agreement_events_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "colleges" ADD CONSTRAINT "colleges_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "colleges" ADD CONSTRAINT "colleges_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "colleges" ADD CONSTRAINT "colleges_alliance_id_board_id_fkey" FOREIGN KEY ("alliance_id", "board_id") REFERENCES "governance_bodies"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "colleges" ADD CONSTRAINT "colleges_alliance_id_resolution_id_fkey" FOREIGN KEY ("alliance_id", "resolution_id") REFERENCES "resolutions"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "college_parties" ADD CONSTRAINT "college_parties_alliance_id_college_id_fkey" FOREIGN KEY ("alliance_id", "college_id") REFERENCES "colleges"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "college_parties" ADD CONSTRAINT "college_parties_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "college_contributions" ADD CONSTRAINT "college_contributions_alliance_id_college_id_fkey" FOREIGN KEY ("alliance_id", "college_id") REFERENCES "colleges"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "college_contributions" ADD CONSTRAINT "college_contributions_alliance_id_party_id_fkey" FOREIGN KEY ("alliance_id", "party_id") REFERENCES "college_parties"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "college_contributions" ADD CONSTRAINT "college_contributions_alliance_id_file_id_fkey" FOREIGN KEY ("alliance_id", "file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "college_sharing" ADD CONSTRAINT "college_sharing_alliance_id_college_id_fkey" FOREIGN KEY ("alliance_id", "college_id") REFERENCES "colleges"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "college_checks" ADD CONSTRAINT "college_checks_alliance_id_college_id_fkey" FOREIGN KEY ("alliance_id", "college_id") REFERENCES "colleges"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "college_checks" ADD CONSTRAINT "college_checks_alliance_id_file_id_fkey" FOREIGN KEY ("alliance_id", "file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "college_projects" ADD CONSTRAINT "college_projects_alliance_id_college_id_fkey" FOREIGN KEY ("alliance_id", "college_id") REFERENCES "colleges"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "college_projects" ADD CONSTRAINT "college_projects_alliance_id_project_id_fkey" FOREIGN KEY ("alliance_id", "project_id") REFERENCES "projects"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "college_reviews" ADD CONSTRAINT "college_reviews_alliance_id_college_id_fkey" FOREIGN KEY ("alliance_id", "college_id") REFERENCES "colleges"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "college_rectifications" ADD CONSTRAINT "college_rectifications_alliance_id_review_id_fkey" FOREIGN KEY ("alliance_id", "review_id") REFERENCES "college_reviews"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "college_rectifications" ADD CONSTRAINT "college_rectifications_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "college_rectifications" ADD CONSTRAINT "college_rectifications_alliance_id_file_id_fkey" FOREIGN KEY ("alliance_id", "file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "college_events" ADD CONSTRAINT "college_events_alliance_id_college_id_fkey" FOREIGN KEY ("alliance_id", "college_id") REFERENCES "colleges"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platforms" ADD CONSTRAINT "platforms_alliance_id_college_id_fkey" FOREIGN KEY ("alliance_id", "college_id") REFERENCES "colleges"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_parties" ADD CONSTRAINT "platform_parties_alliance_id_platform_id_fkey" FOREIGN KEY ("alliance_id", "platform_id") REFERENCES "platforms"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_parties" ADD CONSTRAINT "platform_parties_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_recognitions" ADD CONSTRAINT "platform_recognitions_alliance_id_platform_id_fkey" FOREIGN KEY ("alliance_id", "platform_id") REFERENCES "platforms"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_recognitions" ADD CONSTRAINT "platform_recognitions_alliance_id_file_id_fkey" FOREIGN KEY ("alliance_id", "file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_equipment" ADD CONSTRAINT "platform_equipment_alliance_id_platform_id_fkey" FOREIGN KEY ("alliance_id", "platform_id") REFERENCES "platforms"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "studio_ladders" ADD CONSTRAINT "studio_ladders_alliance_id_platform_id_fkey" FOREIGN KEY ("alliance_id", "platform_id") REFERENCES "platforms"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_components" ADD CONSTRAINT "platform_components_alliance_id_platform_id_fkey" FOREIGN KEY ("alliance_id", "platform_id") REFERENCES "platforms"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_components" ADD CONSTRAINT "platform_components_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_components" ADD CONSTRAINT "platform_components_alliance_id_file_id_fkey" FOREIGN KEY ("alliance_id", "file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_events" ADD CONSTRAINT "platform_events_alliance_id_platform_id_fkey" FOREIGN KEY ("alliance_id", "platform_id") REFERENCES "platforms"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "park_pairings" ADD CONSTRAINT "park_pairings_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "park_pairings" ADD CONSTRAINT "park_pairings_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "park_pairings" ADD CONSTRAINT "park_pairings_park_id_fkey" FOREIGN KEY ("park_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pairing_visits" ADD CONSTRAINT "pairing_visits_alliance_id_pairing_id_fkey" FOREIGN KEY ("alliance_id", "pairing_id") REFERENCES "park_pairings"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement_calls" ADD CONSTRAINT "placement_calls_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placements" ADD CONSTRAINT "placements_alliance_id_call_id_fkey" FOREIGN KEY ("alliance_id", "call_id") REFERENCES "placement_calls"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placements" ADD CONSTRAINT "placements_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placements" ADD CONSTRAINT "placements_host_id_fkey" FOREIGN KEY ("host_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- By hand from here on.

-- I-23, A-04: a row never moves to another alliance.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['agreements', 'agreement_parties', 'agreement_links', 'agreement_events', 'platform_parties',
    'platform_recognitions', 'platform_equipment', 'studio_ladders', 'platform_components', 'platform_events',
    'park_pairings', 'pairing_visits', 'placement_calls', 'placements', 'colleges', 'college_parties',
    'college_contributions', 'college_sharing', 'college_checks', 'college_projects', 'college_reviews',
    'college_rectifications', 'college_events'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OF alliance_id ON %I FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance()', t || '_tenant', t);
  END LOOP;
END $$;

-- Agreements: one row is about one thing; who wrote it does not clear it (I-15); what is sealed keeps its words.
ALTER TABLE agreement_links ADD CONSTRAINT agreement_links_one_target
  CHECK (num_nonnulls(college_id, platform_id, project_id) = 1);
ALTER TABLE agreements
  ADD CONSTRAINT agreements_dates CHECK (valid_to >= valid_from),
  ADD CONSTRAINT agreements_two_persons CHECK (checked_by_id <> created_by_id),
  ADD CONSTRAINT agreements_numbered CHECK ((code_number IS NULL) = (code_year IS NULL)
    AND (state IN ('draft', 'legal_check', 'ended') OR (code_number IS NOT NULL AND signed_on IS NOT NULL))),
  ADD CONSTRAINT agreements_ended CHECK (state <> 'ended' OR (ended_on IS NOT NULL AND btrim(coalesce(end_reason, '')) <> '')),
  ADD CONSTRAINT agreements_not_own_successor CHECK (renews_id <> id);
CREATE UNIQUE INDEX agreements_followed_once ON agreements (renews_id) WHERE state <> 'ended';
CREATE FUNCTION agreement_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> OLD.state AND (OLD.state::text, NEW.state::text) NOT IN (
    ('draft', 'legal_check'), ('draft', 'ended'), ('legal_check', 'draft'), ('legal_check', 'sealed'),
    ('legal_check', 'ended'), ('sealed', 'in_force'), ('sealed', 'ended'), ('in_force', 'renewed'), ('in_force', 'ended')) THEN
    RAISE EXCEPTION 'guard: an agreement does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state NOT IN ('draft', 'legal_check') AND (NEW.title, NEW.kind, NEW.valid_from, NEW.valid_to, NEW.auto_renew,
      NEW.termination_rule, NEW.file_id, NEW.code_year, NEW.code_number, NEW.signed_on)
    IS DISTINCT FROM (OLD.title, OLD.kind, OLD.valid_from, OLD.valid_to, OLD.auto_renew,
      OLD.termination_rule, OLD.file_id, OLD.code_year, OLD.code_number, OLD.signed_on) THEN
    RAISE EXCEPTION 'immutable: a sealed agreement is renewed or ended, never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER agreements_move BEFORE UPDATE ON agreements FOR EACH ROW EXECUTE FUNCTION agreement_moves();
CREATE TRIGGER agreement_events_immutable BEFORE UPDATE OF step, "on", note, agreement_id OR DELETE ON agreement_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Platforms: the latest recognition is the level that counts; a recognition stays for good.
CREATE FUNCTION platform_level_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE platforms SET level = (
    SELECT level FROM platform_recognitions WHERE platform_id = NEW.platform_id ORDER BY recognised_on DESC LIMIT 1)
  WHERE id = NEW.platform_id;
  RETURN NULL;
END $$;
CREATE TRIGGER platform_recognitions_level AFTER INSERT ON platform_recognitions FOR EACH ROW EXECUTE FUNCTION platform_level_follows();
CREATE TRIGGER platform_recognitions_immutable BEFORE UPDATE OR DELETE ON platform_recognitions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER platform_events_immutable BEFORE UPDATE OR DELETE ON platform_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE FUNCTION platform_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> OLD.state AND (OLD.state::text, NEW.state::text) NOT IN (
    ('applied', 'approved'), ('approved', 'building'), ('building', 'operating'), ('operating', 'suspended'),
    ('suspended', 'operating'), ('applied', 'closed'), ('approved', 'closed'), ('building', 'closed'),
    ('operating', 'closed'), ('suspended', 'closed')) THEN
    RAISE EXCEPTION 'guard: a platform does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER platforms_move BEFORE UPDATE OF state ON platforms FOR EACH ROW EXECUTE FUNCTION platform_moves();
ALTER TABLE platform_equipment ADD CONSTRAINT platform_equipment_amounts CHECK (count > 0 AND value > 0 AND value < 1e15);
ALTER TABLE studio_ladders ADD CONSTRAINT studio_ladders_count CHECK (holders >= 0);
ALTER TABLE platform_components
  ADD CONSTRAINT platform_components_places CHECK (ordinal BETWEEN 1 AND
    CASE kind WHEN 'space' THEN 1 WHEN 'think_tank' THEN 2 WHEN 'centre' THEN 3 ELSE 4 END),
  -- What nobody has named cannot be done, and what is done shows it.
  ADD CONSTRAINT platform_components_done CHECK (state <> 'done' OR (name IS NOT NULL AND btrim(coalesce(evidence, '')) <> ''));

-- 一院一园: on both sides one pairing at a time (S000-23).
ALTER TABLE park_pairings
  ADD CONSTRAINT park_pairings_dates CHECK (valid_to >= valid_from),
  ADD CONSTRAINT park_pairings_two CHECK (school_id <> park_id),
  ADD CONSTRAINT park_pairings_one_park EXCLUDE USING gist (alliance_id WITH =, school_id WITH =, lower(unit) WITH =, daterange(valid_from, valid_to, '[]') WITH &&),
  ADD CONSTRAINT park_pairings_one_unit EXCLUDE USING gist (alliance_id WITH =, park_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&);
ALTER TABLE pairing_visits ADD CONSTRAINT pairing_visits_people CHECK (people > 0);
CREATE TRIGGER pairing_visits_immutable BEFORE UPDATE OF "on", people, result OR DELETE ON pairing_visits FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- 百名博士进园区
ALTER TABLE placement_calls ADD CONSTRAINT placement_calls_sane CHECK (target > 0 AND closes_on >= opens_on);
ALTER TABLE placements
  ADD CONSTRAINT placements_dates CHECK (ends_on >= starts_on),
  ADD CONSTRAINT placements_host CHECK (state IN ('applied', 'withdrawn') OR (host_id IS NOT NULL AND task IS NOT NULL)),
  ADD CONSTRAINT placements_sent CHECK (state IN ('applied', 'matched', 'withdrawn') OR (starts_on IS NOT NULL AND ends_on IS NOT NULL)),
  ADD CONSTRAINT placements_two_persons CHECK (appraised_by_id <> applied_by_id);
CREATE FUNCTION placement_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> OLD.state AND (OLD.state::text, NEW.state::text) NOT IN (
    ('applied', 'matched'), ('matched', 'dispatched'), ('dispatched', 'midterm'), ('midterm', 'appraised'),
    ('applied', 'withdrawn'), ('matched', 'withdrawn'), ('dispatched', 'withdrawn'), ('midterm', 'withdrawn')) THEN
    RAISE EXCEPTION 'guard: a placement does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER placements_move BEFORE UPDATE OF state ON placements FOR EACH ROW EXECUTE FUNCTION placement_moves();

-- Industry colleges
ALTER TABLE colleges
  ADD CONSTRAINT colleges_entity_shown CHECK (mode = 'nominal' OR btrim(coalesce(mode_evidence, '')) <> ''),
  ADD CONSTRAINT colleges_two_persons CHECK (approved_by_id <> proposed_by_id),
  ADD CONSTRAINT colleges_year CHECK (established_year BETWEEN 1900 AND 2200
    AND (established_on IS NULL OR extract(year FROM established_on) = established_year));
CREATE FUNCTION college_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> OLD.state AND (OLD.state::text, NEW.state::text) NOT IN (
    ('proposed', 'feasibility'), ('proposed', 'closed'), ('feasibility', 'proposed'), ('feasibility', 'approved'),
    ('feasibility', 'closed'), ('approved', 'agreement_signed'), ('agreement_signed', 'board_formed'),
    ('board_formed', 'operating'), ('operating', 'yearly_review'), ('renewed', 'yearly_review'),
    ('yearly_review', 'operating'), ('yearly_review', 'rectifying'), ('rectifying', 'operating'),
    ('operating', 'renewed'), ('operating', 'exiting'), ('renewed', 'exiting'), ('rectifying', 'exiting'),
    ('exiting', 'closed')) THEN
    RAISE EXCEPTION 'guard: a college does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER colleges_move BEFORE UPDATE OF state ON colleges FOR EACH ROW EXECUTE FUNCTION college_moves();
CREATE TRIGGER college_events_immutable BEFORE UPDATE OR DELETE ON college_events FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- S001-10: the shares of a college in mixed ownership make one whole once it is approved, and at no time another sum.
ALTER TABLE college_parties ADD CONSTRAINT college_parties_share CHECK (share BETWEEN 1 AND 10000);
CREATE FUNCTION college_shares_make_one(college uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE total int; owned text; stage text;
BEGIN
  SELECT c.ownership::text, c.state::text, (SELECT sum(p.share) FROM college_parties p WHERE p.college_id = c.id)
    INTO owned, stage, total FROM colleges c WHERE c.id = college;
  IF owned = 'mixed' AND (coalesce(total, 10000) <> 10000 OR (total IS NULL AND stage NOT IN ('proposed', 'feasibility', 'closed')))
    OR owned <> 'mixed' AND total IS NOT NULL THEN
    RAISE EXCEPTION 'guard: shares-not-whole' USING ERRCODE = 'restrict_violation';
  END IF;
END $$;
CREATE FUNCTION college_shares_checked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM college_shares_make_one(CASE WHEN TG_OP = 'DELETE' THEN OLD.college_id ELSE NEW.college_id END);
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER college_parties_whole AFTER INSERT OR UPDATE OR DELETE ON college_parties
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION college_shares_checked();
CREATE FUNCTION college_ownership_checked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM college_shares_make_one(NEW.id);
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER colleges_whole AFTER INSERT OR UPDATE OF ownership, state ON colleges
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION college_ownership_checked();

-- I-15: who entered a contribution does not confirm it; I-19; in kind with the way in which it was valued.
ALTER TABLE college_contributions
  ADD CONSTRAINT college_contributions_amount CHECK (amount > 0 AND amount < 1e15),
  ADD CONSTRAINT college_contributions_valued CHECK (kind = 'cash' OR btrim(coalesce(valuation, '')) <> ''),
  ADD CONSTRAINT college_contributions_two_persons CHECK (confirmed_by_id <> entered_by_id);
CREATE FUNCTION refuse_confirmed_contribution() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A merger of organizations joins the parties; nothing else moves a confirmed contribution.
  IF OLD.confirmed_at IS NOT NULL AND (TG_OP = 'DELETE' OR to_jsonb(NEW) - 'party_id' <> to_jsonb(OLD) - 'party_id') THEN
    RAISE EXCEPTION 'immutable: a confirmed contribution' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER college_contributions_immutable BEFORE UPDATE OR DELETE ON college_contributions
  FOR EACH ROW EXECUTE FUNCTION refuse_confirmed_contribution();

ALTER TABLE college_reviews
  ADD CONSTRAINT college_reviews_two_persons CHECK (decided_by_id <> author_id),
  ADD CONSTRAINT college_reviews_satisfaction CHECK (satisfaction BETWEEN 0 AND 100 AND (satisfaction IS NULL) = (respondents IS NULL)),
  ADD CONSTRAINT college_reviews_counts CHECK (enrolled >= 0 AND respondents > 0),
  ADD CONSTRAINT college_reviews_submitted CHECK ((state = 'draft') = (inputs IS NULL)),
  ADD CONSTRAINT college_reviews_decided CHECK ((state = 'decided') = (grade IS NOT NULL)),
  -- A veto leaves no other grade (domain 3.8).
  ADD CONSTRAINT college_reviews_veto CHECK (cardinality(vetoes) = 0 OR grade = 'd');
CREATE FUNCTION refuse_decided_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'decided' OR TG_OP = 'DELETE' OR (OLD.state = 'submitted' AND NEW.inputs IS DISTINCT FROM OLD.inputs) THEN
    RAISE EXCEPTION 'immutable: a review that was submitted or decided' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER college_reviews_immutable BEFORE UPDATE OR DELETE ON college_reviews FOR EACH ROW EXECUTE FUNCTION refuse_decided_review();
ALTER TABLE college_rectifications
  ADD CONSTRAINT college_rectifications_two_persons CHECK (accepted_by_id <> reported_by_id),
  ADD CONSTRAINT college_rectifications_order CHECK (accepted_on IS NULL OR (reported_on IS NOT NULL AND btrim(coalesce(evidence, '')) <> ''));
