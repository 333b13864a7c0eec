-- Programmes, training classes, demand and supply of talent, their matches, and the yearly reports.

-- CreateEnum
CREATE TYPE "training_class_kind" AS ENUM ('order', 'modern_apprenticeship', 'new_apprenticeship', 'field_engineer', 'source', 'craftsman', 'local_dual');

-- CreateEnum
CREATE TYPE "stage_place" AS ENUM ('school', 'enterprise', 'both');

-- CreateEnum
CREATE TYPE "offering_status" AS ENUM ('running', 'warned', 'exiting', 'closed');

-- CreateEnum
CREATE TYPE "pathway_model" AS ENUM ('three_plus_two', 'three_plus_three', 'three_plus_four', 'five_year', 'two_plus_two', 'three_plus_one', 'four_plus_zero');

-- CreateEnum
CREATE TYPE "demand_state" AS ENUM ('draft', 'submitted', 'confirmed', 'open', 'partly_matched', 'filled', 'withdrawn');

-- CreateEnum
CREATE TYPE "supply_state" AS ENUM ('draft', 'school_confirmed', 'bureau_confirmed', 'published');

-- CreateEnum
CREATE TYPE "match_state" AS ENUM ('suggested', 'contacted', 'agreed', 'result', 'dropped');

-- CreateEnum
CREATE TYPE "match_form" AS ENUM ('order_class', 'internship', 'recruitment', 'training');

-- CreateEnum
CREATE TYPE "adjustment_kind" AS ENUM ('open', 'expand', 'warn', 'exit', 'close');

-- CreateEnum
CREATE TYPE "adjustment_state" AS ENUM ('proposed', 'endorsed', 'carried_out', 'refused', 'withdrawn');

-- CreateEnum
CREATE TYPE "talent_report_kind" AS ENUM ('fit', 'bulletin', 'key_industries');

-- CreateEnum
CREATE TYPE "talent_report_state" AS ENUM ('draft', 'reviewed', 'published', 'discarded');

-- AlterTable
ALTER TABLE "alliance_offerings" ADD COLUMN     "group_id" UUID,
ADD COLUMN     "industry_id" UUID,
ADD COLUMN     "status" "offering_status" NOT NULL DEFAULT 'running',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "programmes" ADD COLUMN     "catalogue_year" INTEGER,
ADD COLUMN     "code" VARCHAR(12);

-- CreateTable
CREATE TABLE "training_classes" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "offering_id" UUID,
    "college_id" UUID,
    "kind" "training_class_kind" NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "start_year" INTEGER,
    "months" INTEGER,
    "note" VARCHAR(500),
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "training_classes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_stages" (
    "alliance_id" UUID NOT NULL,
    "class_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "title" VARCHAR(100) NOT NULL,
    "months" INTEGER NOT NULL,
    "place" "stage_place" NOT NULL,

    CONSTRAINT "training_stages_pkey" PRIMARY KEY ("class_id","ordinal")
);

-- CreateTable
CREATE TABLE "training_class_partners" (
    "alliance_id" UUID NOT NULL,
    "class_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "mentors" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "training_class_partners_pkey" PRIMARY KEY ("class_id","organization_id")
);

-- CreateTable
CREATE TABLE "training_class_years" (
    "alliance_id" UUID NOT NULL,
    "class_id" UUID NOT NULL,
    "academic_year" INTEGER NOT NULL,
    "planned" INTEGER NOT NULL DEFAULT 0,
    "enrolled" INTEGER NOT NULL DEFAULT 0,
    "current" INTEGER NOT NULL DEFAULT 0,
    "completed" INTEGER NOT NULL DEFAULT 0,
    "hired" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "entered_by_id" UUID,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "training_class_years_pkey" PRIMARY KEY ("class_id","academic_year")
);

-- CreateTable
CREATE TABLE "industries" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "name_en" VARCHAR(100),
    "key" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "industries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "industry_years" (
    "alliance_id" UUID NOT NULL,
    "industry_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "employed" INTEGER NOT NULL,
    "source" VARCHAR(300) NOT NULL,

    CONSTRAINT "industry_years_pkey" PRIMARY KEY ("industry_id","year")
);

-- CreateTable
CREATE TABLE "offering_chain_nodes" (
    "alliance_id" UUID NOT NULL,
    "offering_id" UUID NOT NULL,
    "chain_node_id" UUID NOT NULL,

    CONSTRAINT "offering_chain_nodes_pkey" PRIMARY KEY ("alliance_id","offering_id","chain_node_id")
);

-- CreateTable
CREATE TABLE "programme_groups" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "lead_offering_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "programme_groups_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_pathways" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "from_offering_id" UUID NOT NULL,
    "to_offering_id" UUID NOT NULL,
    "model" "pathway_model" NOT NULL,
    "academic_year" INTEGER NOT NULL,
    "quota" INTEGER NOT NULL,
    "created_by_id" UUID,

    CONSTRAINT "programme_pathways_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "occupations" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "name_en" VARCHAR(100),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "occupations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "occupation_programmes" (
    "alliance_id" UUID NOT NULL,
    "occupation_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,

    CONSTRAINT "occupation_programmes_pkey" PRIMARY KEY ("occupation_id","programme_id")
);

-- CreateTable
CREATE TABLE "talent_demands" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "occupation_id" UUID NOT NULL,
    "skill_level" "skill_level" NOT NULL,
    "headcount" INTEGER NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "academic_year" INTEGER NOT NULL,
    "note" VARCHAR(500),
    "state" "demand_state" NOT NULL DEFAULT 'draft',
    "state_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_on" DATE,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "hired" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "submitted_by_id" UUID,
    "confirmed_by_id" UUID,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "talent_demands_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "talent_demand_events" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "demand_id" UUID NOT NULL,
    "match_id" UUID,
    "step" VARCHAR(30) NOT NULL,
    "text" VARCHAR(500),
    "quantity" INTEGER,
    "author_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "talent_demand_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "talent_supplies" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "offering_id" UUID NOT NULL,
    "academic_year" INTEGER NOT NULL,
    "enrolled" INTEGER NOT NULL,
    "on_roll" INTEGER NOT NULL,
    "graduates" INTEGER NOT NULL,
    "capacity" INTEGER NOT NULL,
    "state" "supply_state" NOT NULL DEFAULT 'draft',
    "state_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "return_reason" VARCHAR(500),
    "entered_by_id" UUID,
    "school_confirmed_by_id" UUID,
    "bureau_confirmed_by_id" UUID,
    "bureau_id" UUID,
    "published_by_id" UUID,
    "published_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "talent_supplies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "talent_matches" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "demand_id" UUID NOT NULL,
    "supply_id" UUID NOT NULL,
    "class_id" UUID,
    "state" "match_state" NOT NULL DEFAULT 'suggested',
    "state_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "quantity" INTEGER NOT NULL,
    "form" "match_form",
    "hired" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "talent_matches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_adjustments" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "offering_id" UUID,
    "demand_id" UUID NOT NULL,
    "kind" "adjustment_kind" NOT NULL,
    "state" "adjustment_state" NOT NULL DEFAULT 'proposed',
    "state_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "academic_year" INTEGER NOT NULL,
    "reason" VARCHAR(500) NOT NULL,
    "answer" VARCHAR(500),
    "proposed_by_id" UUID,
    "decided_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "programme_adjustments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "talent_reports" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "kind" "talent_report_kind" NOT NULL,
    "year" INTEGER NOT NULL,
    "edition" INTEGER,
    "state" "talent_report_state" NOT NULL DEFAULT 'draft',
    "issuer_id" UUID NOT NULL,
    "snapshot" JSONB NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "note" VARCHAR(1000),
    "correction" VARCHAR(500),
    "version" INTEGER NOT NULL DEFAULT 1,
    "drafted_by_id" UUID,
    "reviewed_by_id" UUID,
    "reviewed_at" TIMESTAMPTZ(3),
    "published_by_id" UUID,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "talent_reports_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "training_classes_organization_id_idx" ON "training_classes"("organization_id");

-- CreateIndex
CREATE INDEX "training_classes_alliance_id_offering_id_idx" ON "training_classes"("alliance_id", "offering_id");

-- CreateIndex
CREATE INDEX "training_classes_alliance_id_college_id_idx" ON "training_classes"("alliance_id", "college_id");

-- CreateIndex
CREATE UNIQUE INDEX "training_classes_alliance_id_id_key" ON "training_classes"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "training_classes_alliance_id_organization_id_name_key" ON "training_classes"("alliance_id", "organization_id", "name");

-- CreateIndex
CREATE INDEX "training_stages_alliance_id_class_id_idx" ON "training_stages"("alliance_id", "class_id");

-- CreateIndex
CREATE INDEX "training_class_partners_organization_id_idx" ON "training_class_partners"("organization_id");

-- CreateIndex
CREATE INDEX "training_class_partners_alliance_id_class_id_idx" ON "training_class_partners"("alliance_id", "class_id");

-- CreateIndex
CREATE INDEX "training_class_years_alliance_id_academic_year_idx" ON "training_class_years"("alliance_id", "academic_year");

-- CreateIndex
CREATE INDEX "training_class_years_alliance_id_class_id_idx" ON "training_class_years"("alliance_id", "class_id");

-- CreateIndex
CREATE UNIQUE INDEX "industries_alliance_id_id_key" ON "industries"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "industries_alliance_id_name_key" ON "industries"("alliance_id", "name");

-- CreateIndex
CREATE INDEX "industry_years_alliance_id_industry_id_idx" ON "industry_years"("alliance_id", "industry_id");

-- CreateIndex
CREATE INDEX "offering_chain_nodes_alliance_id_chain_node_id_idx" ON "offering_chain_nodes"("alliance_id", "chain_node_id");

-- CreateIndex
CREATE INDEX "programme_groups_organization_id_idx" ON "programme_groups"("organization_id");

-- CreateIndex
CREATE INDEX "programme_groups_alliance_id_lead_offering_id_idx" ON "programme_groups"("alliance_id", "lead_offering_id");

-- CreateIndex
CREATE UNIQUE INDEX "programme_groups_alliance_id_id_key" ON "programme_groups"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "programme_groups_alliance_id_organization_id_name_key" ON "programme_groups"("alliance_id", "organization_id", "name");

-- CreateIndex
CREATE INDEX "programme_pathways_alliance_id_to_offering_id_idx" ON "programme_pathways"("alliance_id", "to_offering_id");

-- CreateIndex
CREATE UNIQUE INDEX "programme_pathways_alliance_id_id_key" ON "programme_pathways"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "programme_pathways_alliance_id_from_offering_id_to_offering_key" ON "programme_pathways"("alliance_id", "from_offering_id", "to_offering_id", "model", "academic_year");

-- CreateIndex
CREATE UNIQUE INDEX "occupations_alliance_id_id_key" ON "occupations"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "occupations_alliance_id_name_key" ON "occupations"("alliance_id", "name");

-- CreateIndex
CREATE INDEX "occupation_programmes_alliance_id_occupation_id_idx" ON "occupation_programmes"("alliance_id", "occupation_id");

-- CreateIndex
CREATE INDEX "occupation_programmes_programme_id_idx" ON "occupation_programmes"("programme_id");

-- CreateIndex
CREATE INDEX "talent_demands_organization_id_idx" ON "talent_demands"("organization_id");

-- CreateIndex
CREATE INDEX "talent_demands_alliance_id_occupation_id_idx" ON "talent_demands"("alliance_id", "occupation_id");

-- CreateIndex
CREATE INDEX "talent_demands_alliance_id_state_expires_on_idx" ON "talent_demands"("alliance_id", "state", "expires_on");

-- CreateIndex
CREATE INDEX "talent_demands_alliance_id_academic_year_idx" ON "talent_demands"("alliance_id", "academic_year");

-- CreateIndex
CREATE UNIQUE INDEX "talent_demands_alliance_id_id_key" ON "talent_demands"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "talent_demand_events_alliance_id_demand_id_idx" ON "talent_demand_events"("alliance_id", "demand_id");

-- CreateIndex
CREATE INDEX "talent_demand_events_alliance_id_match_id_idx" ON "talent_demand_events"("alliance_id", "match_id");

-- CreateIndex
CREATE UNIQUE INDEX "talent_demand_events_alliance_id_id_key" ON "talent_demand_events"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "talent_supplies_alliance_id_academic_year_state_idx" ON "talent_supplies"("alliance_id", "academic_year", "state");

-- CreateIndex
CREATE INDEX "talent_supplies_bureau_id_idx" ON "talent_supplies"("bureau_id");

-- CreateIndex
CREATE UNIQUE INDEX "talent_supplies_alliance_id_id_key" ON "talent_supplies"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "talent_supplies_alliance_id_offering_id_academic_year_key" ON "talent_supplies"("alliance_id", "offering_id", "academic_year");

-- CreateIndex
CREATE INDEX "talent_matches_alliance_id_demand_id_idx" ON "talent_matches"("alliance_id", "demand_id");

-- CreateIndex
CREATE INDEX "talent_matches_alliance_id_supply_id_idx" ON "talent_matches"("alliance_id", "supply_id");

-- CreateIndex
CREATE INDEX "talent_matches_alliance_id_class_id_idx" ON "talent_matches"("alliance_id", "class_id");

-- CreateIndex
CREATE INDEX "talent_matches_alliance_id_state_idx" ON "talent_matches"("alliance_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "talent_matches_alliance_id_id_key" ON "talent_matches"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "programme_adjustments_organization_id_idx" ON "programme_adjustments"("organization_id");

-- CreateIndex
CREATE INDEX "programme_adjustments_programme_id_idx" ON "programme_adjustments"("programme_id");

-- CreateIndex
CREATE INDEX "programme_adjustments_alliance_id_offering_id_idx" ON "programme_adjustments"("alliance_id", "offering_id");

-- CreateIndex
CREATE INDEX "programme_adjustments_alliance_id_demand_id_idx" ON "programme_adjustments"("alliance_id", "demand_id");

-- CreateIndex
CREATE INDEX "programme_adjustments_alliance_id_state_idx" ON "programme_adjustments"("alliance_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "programme_adjustments_alliance_id_id_key" ON "programme_adjustments"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "talent_reports_issuer_id_idx" ON "talent_reports"("issuer_id");

-- CreateIndex
CREATE UNIQUE INDEX "talent_reports_alliance_id_id_key" ON "talent_reports"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "talent_reports_alliance_id_kind_year_edition_key" ON "talent_reports"("alliance_id", "kind", "year", "edition");

-- CreateIndex
CREATE INDEX "alliance_offerings_alliance_id_industry_id_idx" ON "alliance_offerings"("alliance_id", "industry_id");

-- CreateIndex
CREATE INDEX "alliance_offerings_alliance_id_group_id_idx" ON "alliance_offerings"("alliance_id", "group_id");

-- AddForeignKey
ALTER TABLE "training_classes" ADD CONSTRAINT "training_classes_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_classes" ADD CONSTRAINT "training_classes_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_classes" ADD CONSTRAINT "training_classes_alliance_id_offering_id_fkey" FOREIGN KEY ("alliance_id", "offering_id") REFERENCES "alliance_offerings"("alliance_id", "offering_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_stages" ADD CONSTRAINT "training_stages_alliance_id_class_id_fkey" FOREIGN KEY ("alliance_id", "class_id") REFERENCES "training_classes"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_class_partners" ADD CONSTRAINT "training_class_partners_alliance_id_class_id_fkey" FOREIGN KEY ("alliance_id", "class_id") REFERENCES "training_classes"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_class_partners" ADD CONSTRAINT "training_class_partners_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_class_years" ADD CONSTRAINT "training_class_years_alliance_id_class_id_fkey" FOREIGN KEY ("alliance_id", "class_id") REFERENCES "training_classes"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alliance_offerings" ADD CONSTRAINT "alliance_offerings_alliance_id_industry_id_fkey" FOREIGN KEY ("alliance_id", "industry_id") REFERENCES "industries"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alliance_offerings" ADD CONSTRAINT "alliance_offerings_alliance_id_group_id_fkey" FOREIGN KEY ("alliance_id", "group_id") REFERENCES "programme_groups"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "industries" ADD CONSTRAINT "industries_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "industry_years" ADD CONSTRAINT "industry_years_alliance_id_industry_id_fkey" FOREIGN KEY ("alliance_id", "industry_id") REFERENCES "industries"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offering_chain_nodes" ADD CONSTRAINT "offering_chain_nodes_alliance_id_offering_id_fkey" FOREIGN KEY ("alliance_id", "offering_id") REFERENCES "alliance_offerings"("alliance_id", "offering_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offering_chain_nodes" ADD CONSTRAINT "offering_chain_nodes_alliance_id_chain_node_id_fkey" FOREIGN KEY ("alliance_id", "chain_node_id") REFERENCES "chain_nodes"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_groups" ADD CONSTRAINT "programme_groups_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_groups" ADD CONSTRAINT "programme_groups_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_groups" ADD CONSTRAINT "programme_groups_alliance_id_lead_offering_id_fkey" FOREIGN KEY ("alliance_id", "lead_offering_id") REFERENCES "alliance_offerings"("alliance_id", "offering_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_pathways" ADD CONSTRAINT "programme_pathways_alliance_id_from_offering_id_fkey" FOREIGN KEY ("alliance_id", "from_offering_id") REFERENCES "alliance_offerings"("alliance_id", "offering_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_pathways" ADD CONSTRAINT "programme_pathways_alliance_id_to_offering_id_fkey" FOREIGN KEY ("alliance_id", "to_offering_id") REFERENCES "alliance_offerings"("alliance_id", "offering_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occupations" ADD CONSTRAINT "occupations_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occupation_programmes" ADD CONSTRAINT "occupation_programmes_alliance_id_occupation_id_fkey" FOREIGN KEY ("alliance_id", "occupation_id") REFERENCES "occupations"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occupation_programmes" ADD CONSTRAINT "occupation_programmes_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programmes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talent_demands" ADD CONSTRAINT "talent_demands_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talent_demands" ADD CONSTRAINT "talent_demands_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talent_demands" ADD CONSTRAINT "talent_demands_alliance_id_occupation_id_fkey" FOREIGN KEY ("alliance_id", "occupation_id") REFERENCES "occupations"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talent_demand_events" ADD CONSTRAINT "talent_demand_events_alliance_id_demand_id_fkey" FOREIGN KEY ("alliance_id", "demand_id") REFERENCES "talent_demands"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talent_demand_events" ADD CONSTRAINT "talent_demand_events_alliance_id_match_id_fkey" FOREIGN KEY ("alliance_id", "match_id") REFERENCES "talent_matches"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talent_supplies" ADD CONSTRAINT "talent_supplies_alliance_id_offering_id_fkey" FOREIGN KEY ("alliance_id", "offering_id") REFERENCES "alliance_offerings"("alliance_id", "offering_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talent_supplies" ADD CONSTRAINT "talent_supplies_bureau_id_fkey" FOREIGN KEY ("bureau_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talent_matches" ADD CONSTRAINT "talent_matches_alliance_id_demand_id_fkey" FOREIGN KEY ("alliance_id", "demand_id") REFERENCES "talent_demands"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talent_matches" ADD CONSTRAINT "talent_matches_alliance_id_supply_id_fkey" FOREIGN KEY ("alliance_id", "supply_id") REFERENCES "talent_supplies"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talent_matches" ADD CONSTRAINT "talent_matches_alliance_id_class_id_fkey" FOREIGN KEY ("alliance_id", "class_id") REFERENCES "training_classes"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_adjustments" ADD CONSTRAINT "programme_adjustments_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_adjustments" ADD CONSTRAINT "programme_adjustments_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programmes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_adjustments" ADD CONSTRAINT "programme_adjustments_alliance_id_offering_id_fkey" FOREIGN KEY ("alliance_id", "offering_id") REFERENCES "alliance_offerings"("alliance_id", "offering_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_adjustments" ADD CONSTRAINT "programme_adjustments_alliance_id_demand_id_fkey" FOREIGN KEY ("alliance_id", "demand_id") REFERENCES "talent_demands"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talent_reports" ADD CONSTRAINT "talent_reports_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talent_reports" ADD CONSTRAINT "talent_reports_issuer_id_fkey" FOREIGN KEY ("issuer_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_classes" ADD CONSTRAINT "training_classes_alliance_id_college_id_fkey" FOREIGN KEY ("alliance_id", "college_id") REFERENCES "colleges"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand from here.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY[
    'industries', 'industry_years', 'offering_chain_nodes', 'programme_groups', 'programme_pathways', 'training_classes',
    'training_stages', 'training_class_partners', 'training_class_years', 'occupations', 'occupation_programmes',
    'talent_demands', 'talent_demand_events', 'talent_supplies', 'talent_matches', 'programme_adjustments', 'talent_reports'
  ] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OF alliance_id ON %I FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance()', t || '_tenant', t);
  END LOOP;
END $$;

ALTER TABLE industries ADD CONSTRAINT industries_name_not_blank CHECK (btrim(name) <> '');
ALTER TABLE industry_years ADD CONSTRAINT industry_years_numbers CHECK (year BETWEEN 1980 AND 2100 AND employed >= 0 AND btrim(source) <> '');
ALTER TABLE programme_groups ADD CONSTRAINT programme_groups_name_not_blank CHECK (btrim(name) <> '');
-- 五年一贯 and 4+0 may stay within one offering, everything else leads to another.
ALTER TABLE programme_pathways
  ADD CONSTRAINT programme_pathways_numbers CHECK (quota BETWEEN 1 AND 100000 AND academic_year BETWEEN 1980 AND 2100),
  ADD CONSTRAINT programme_pathways_two CHECK (from_offering_id <> to_offering_id OR model IN ('five_year', 'four_plus_zero'));

ALTER TABLE training_classes ADD CONSTRAINT training_classes_numbers
  CHECK (btrim(name) <> '' AND months BETWEEN 1 AND 120 AND start_year BETWEEN 1980 AND 2100);
ALTER TABLE training_stages ADD CONSTRAINT training_stages_numbers CHECK (ordinal >= 1 AND months BETWEEN 1 AND 120);
ALTER TABLE training_class_partners ADD CONSTRAINT training_class_partners_mentors CHECK (mentors BETWEEN 0 AND 100000);
ALTER TABLE training_class_years ADD CONSTRAINT training_class_years_heads CHECK (
  academic_year BETWEEN 1980 AND 2100 AND planned BETWEEN 0 AND 100000 AND enrolled BETWEEN 0 AND 100000
  AND current BETWEEN 0 AND 100000 AND completed BETWEEN 0 AND 100000 AND hired BETWEEN 0 AND completed);

-- 1+1+1 are three years, not two: stages add up to the course. Looked at when the transaction ends, since they come one by one.
CREATE FUNCTION stages_add_up() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_class uuid := CASE WHEN TG_TABLE_NAME = 'training_classes' THEN (to_jsonb(NEW) ->> 'id')::uuid
    ELSE coalesce(to_jsonb(NEW) ->> 'class_id', to_jsonb(OLD) ->> 'class_id')::uuid END;
  v_sum int;
  v_months int;
BEGIN
  SELECT sum(months)::int INTO v_sum FROM training_stages WHERE class_id = v_class;
  SELECT months INTO v_months FROM training_classes WHERE id = v_class;
  IF v_sum IS NOT NULL AND v_sum IS DISTINCT FROM v_months THEN
    RAISE EXCEPTION 'guard: the stages of a class add up to its course' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER training_stages_sum AFTER INSERT OR UPDATE OR DELETE ON training_stages
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION stages_add_up();
CREATE CONSTRAINT TRIGGER training_classes_sum AFTER UPDATE OF months ON training_classes
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION stages_add_up();

ALTER TABLE occupations ADD CONSTRAINT occupations_name_not_blank CHECK (btrim(name) <> '');
-- I-17: parallel matches never overfill; the counts below are moved by the trigger of the matches.
ALTER TABLE talent_demands
  ADD CONSTRAINT talent_demands_heads CHECK (headcount BETWEEN 1 AND 100000 AND hired >= 0 AND taken BETWEEN hired AND headcount),
  ADD CONSTRAINT talent_demands_days CHECK (to_on >= from_on),
  ADD CONSTRAINT talent_demands_filled CHECK (state <> 'filled' OR hired = headcount),
  ADD CONSTRAINT talent_demands_believed CHECK (state NOT IN ('open', 'partly_matched') OR expires_on IS NOT NULL),
  -- I-15: who submits does not confirm.
  ADD CONSTRAINT talent_demands_two_persons CHECK (confirmed_by_id IS NULL OR submitted_by_id IS NULL OR confirmed_by_id <> submitted_by_id);
CREATE TRIGGER talent_demand_events_immutable BEFORE UPDATE OR DELETE ON talent_demand_events FOR EACH ROW EXECUTE FUNCTION refuse_change();

ALTER TABLE talent_supplies
  ADD CONSTRAINT talent_supplies_heads CHECK (enrolled BETWEEN 0 AND 1000000 AND on_roll BETWEEN 0 AND 1000000
    AND graduates BETWEEN 0 AND 1000000 AND capacity BETWEEN 0 AND 1000000 AND taken BETWEEN 0 AND graduates),
  ADD CONSTRAINT talent_supplies_year CHECK (academic_year BETWEEN 1980 AND 2100),
  ADD CONSTRAINT talent_supplies_published CHECK ((state = 'published') = (published_at IS NOT NULL)),
  ADD CONSTRAINT talent_supplies_bureau CHECK (state NOT IN ('bureau_confirmed', 'published') OR bureau_id IS NOT NULL),
  -- I-15: who enters does not confirm, and the two confirmations are those of two persons.
  ADD CONSTRAINT talent_supplies_school_other CHECK (school_confirmed_by_id IS NULL OR entered_by_id IS NULL OR school_confirmed_by_id <> entered_by_id),
  ADD CONSTRAINT talent_supplies_bureau_other CHECK (bureau_confirmed_by_id IS NULL OR
    (bureau_confirmed_by_id IS DISTINCT FROM entered_by_id AND bureau_confirmed_by_id IS DISTINCT FROM school_confirmed_by_id));

-- I-16: what was confirmed is changed by giving it back, never in place.
CREATE FUNCTION confirmed_supply_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'draft' AND (NEW.enrolled, NEW.on_roll, NEW.graduates, NEW.capacity, NEW.academic_year)
    IS DISTINCT FROM (OLD.enrolled, OLD.on_roll, OLD.graduates, OLD.capacity, OLD.academic_year) THEN
    RAISE EXCEPTION 'immutable: confirmed numbers of a supply are given back before they change' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state = 'draft' AND NEW.taken > 0 THEN
    RAISE EXCEPTION 'guard: graduates of this supply are promised' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER talent_supplies_confirmed BEFORE UPDATE ON talent_supplies FOR EACH ROW EXECUTE FUNCTION confirmed_supply_stays();

ALTER TABLE talent_matches
  ADD CONSTRAINT talent_matches_heads CHECK (quantity BETWEEN 1 AND 100000 AND hired BETWEEN 0 AND quantity AND (hired = 0 OR state = 'result')),
  ADD CONSTRAINT talent_matches_form CHECK (state NOT IN ('agreed', 'result') OR form IS NOT NULL);
CREATE UNIQUE INDEX talent_matches_one_live ON talent_matches (demand_id, supply_id) WHERE state IN ('suggested', 'contacted', 'agreed');

CREATE FUNCTION match_taken(s match_state, quantity int, hired int) RETURNS int LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE s WHEN 'agreed' THEN quantity WHEN 'result' THEN hired ELSE 0 END
$$;

-- The rows of the demand and of the supply are locked by their own updates, the demand first, so that two matches of one
-- demand wait for each other and the checks above see both.
CREATE FUNCTION talent_match_counts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  o talent_matches := OLD;
  n talent_matches := NEW;
BEGIN
  IF TG_OP <> 'INSERT' AND (match_taken(o.state, o.quantity, o.hired) > 0 OR o.hired > 0) THEN
    UPDATE talent_demands SET taken = taken - match_taken(o.state, o.quantity, o.hired), hired = hired - o.hired
      WHERE alliance_id = o.alliance_id AND id = o.demand_id;
  END IF;
  IF TG_OP <> 'DELETE' AND (match_taken(n.state, n.quantity, n.hired) > 0 OR n.hired > 0) THEN
    UPDATE talent_demands SET taken = taken + match_taken(n.state, n.quantity, n.hired), hired = hired + n.hired
      WHERE alliance_id = n.alliance_id AND id = n.demand_id;
  END IF;
  IF TG_OP <> 'INSERT' AND match_taken(o.state, o.quantity, o.hired) > 0 THEN
    UPDATE talent_supplies SET taken = taken - match_taken(o.state, o.quantity, o.hired)
      WHERE alliance_id = o.alliance_id AND id = o.supply_id;
  END IF;
  IF TG_OP <> 'DELETE' AND match_taken(n.state, n.quantity, n.hired) > 0 THEN
    UPDATE talent_supplies SET taken = taken + match_taken(n.state, n.quantity, n.hired)
      WHERE alliance_id = n.alliance_id AND id = n.supply_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER talent_matches_count AFTER INSERT OR UPDATE OR DELETE ON talent_matches FOR EACH ROW EXECUTE FUNCTION talent_match_counts();

CREATE FUNCTION ended_match_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('result', 'dropped') AND (NEW.state, NEW.quantity, NEW.hired) IS DISTINCT FROM (OLD.state, OLD.quantity, OLD.hired) THEN
    RAISE EXCEPTION 'immutable: a match that ended is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER talent_matches_ended BEFORE UPDATE ON talent_matches FOR EACH ROW EXECUTE FUNCTION ended_match_stays();

ALTER TABLE programme_adjustments
  ADD CONSTRAINT programme_adjustments_offering CHECK (kind = 'open' OR offering_id IS NOT NULL),
  ADD CONSTRAINT programme_adjustments_carried CHECK (state <> 'carried_out' OR offering_id IS NOT NULL),
  ADD CONSTRAINT programme_adjustments_reason CHECK (btrim(reason) <> '' AND academic_year BETWEEN 1980 AND 2100),
  ADD CONSTRAINT programme_adjustments_refused CHECK (state <> 'refused' OR btrim(coalesce(answer, '')) <> ''),
  -- I-15: who proposes does not endorse.
  ADD CONSTRAINT programme_adjustments_two_persons CHECK (decided_by_id IS NULL OR proposed_by_id IS NULL OR decided_by_id <> proposed_by_id);

ALTER TABLE talent_reports
  ADD CONSTRAINT talent_reports_year CHECK (year BETWEEN 1980 AND 2100 AND edition >= 1),
  ADD CONSTRAINT talent_reports_published CHECK ((state = 'published') = (published_at IS NOT NULL) AND (state = 'published') = (edition IS NOT NULL)),
  ADD CONSTRAINT talent_reports_reviewed CHECK (state NOT IN ('reviewed', 'published') OR reviewed_at IS NOT NULL),
  ADD CONSTRAINT talent_reports_correction CHECK (edition IS NULL OR edition = 1 OR btrim(coalesce(correction, '')) <> ''),
  -- I-15: who drafts does not review.
  ADD CONSTRAINT talent_reports_two_persons CHECK (reviewed_by_id IS NULL OR drafted_by_id IS NULL OR reviewed_by_id <> drafted_by_id);
CREATE UNIQUE INDEX talent_reports_one_in_hand ON talent_reports (alliance_id, kind, year) WHERE state IN ('draft', 'reviewed');

-- I-16: a snapshot is taken once; what is published or discarded stays as it is. A merger may rename the issuer's row.
CREATE FUNCTION talent_report_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'immutable: reports are kept' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.kind, NEW.year, NEW.snapshot, NEW.sha256, NEW.taken_at, NEW.drafted_by_id)
    IS DISTINCT FROM (OLD.kind, OLD.year, OLD.snapshot, OLD.sha256, OLD.taken_at, OLD.drafted_by_id) THEN
    RAISE EXCEPTION 'immutable: the snapshot of a report is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state IN ('published', 'discarded') AND to_jsonb(NEW) - 'issuer_id' IS DISTINCT FROM to_jsonb(OLD) - 'issuer_id' THEN
    RAISE EXCEPTION 'immutable: a report that was published or discarded is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER talent_reports_stay BEFORE UPDATE OR DELETE ON talent_reports FOR EACH ROW EXECUTE FUNCTION talent_report_stays();
CREATE TRIGGER talent_reports_no_truncate BEFORE TRUNCATE ON talent_reports FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
