-- Trusted extensions: the owner of the database may create them.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- CreateEnum
CREATE TYPE "role_name" AS ENUM ('platform_admin', 'secretariat', 'chair', 'delegate', 'supervisor', 'expert', 'school_leader', 'reporter', 'enterprise_contact', 'observer');

-- CreateEnum
CREATE TYPE "token_purpose" AS ENUM ('first_administrator', 'password_reset');

-- CreateEnum
CREATE TYPE "alliance_type" AS ENUM ('city_alliance', 'industry_community', 'vocational_group', 'school_enterprise_league', 'regional_league', 'college_collaborative', 'school_council');

-- CreateEnum
CREATE TYPE "alliance_status" AS ENUM ('preparing', 'founded', 'approved', 'operating', 'rectifying', 'suspended', 'dissolved');

-- CreateEnum
CREATE TYPE "structure_template" AS ENUM ('one_two_six_n', 'one_one_two', 'suzhou_full', 'empty');

-- CreateEnum
CREATE TYPE "alliance_relation_kind" AS ENUM ('umbrella', 'peer', 'precursor');

-- CreateEnum
CREATE TYPE "chain_position" AS ENUM ('upstream', 'midstream', 'downstream', 'support');

-- CreateEnum
CREATE TYPE "programme_level" AS ENUM ('secondary', 'college', 'bachelor');

-- CreateEnum
CREATE TYPE "platform_kind" AS ENUM ('training_base', 'public_training_centre', 'practice_centre', 'master_studio', 'engineering_centre', 'research', 'transfer_centre', 'pilot_plant', 'incubator', 'think_tank', 'data_centre', 'competition_centre', 'pilot_zone', 'virtual_simulation', 'community_college', 'practice_base');

-- CreateEnum
CREATE TYPE "delegated_power_kind" AS ENUM ('industry_policy', 'special_fund_management', 'talent_policy', 'industrial_workforce_reform', 'enterprise_training_centre', 'skills_competition', 'skills_appraisal', 'dual_teacher_recognition');

-- CreateEnum
CREATE TYPE "delegated_power_state" AS ENUM ('proposed', 'department_agreed', 'signed', 'in_force', 'reviewed', 'withdrawn');

-- CreateEnum
CREATE TYPE "body_kind" AS ENUM ('guidance_committee', 'party_committee', 'member_assembly', 'council', 'standing_council', 'supervisory_board', 'secretariat', 'manager_office', 'expert_committee', 'cooperation_committee', 'special_committee', 'chain_committee', 'programme_group_committee', 'college_board', 'operating_entity');

-- CreateEnum
CREATE TYPE "body_tier" AS ENUM ('decision', 'coordination', 'execution');

-- CreateEnum
CREATE TYPE "seat_basis" AS ENUM ('unit', 'ex_officio', 'elected', 'appointed', 'independent');

-- CreateEnum
CREATE TYPE "seat_position" AS ENUM ('chair', 'exec_chair', 'vice_chair', 'standing', 'member');

-- CreateEnum
CREATE TYPE "matter" AS ENUM ('ordinary', 'special', 'election', 'membership', 'charter', 'procedural');

-- CreateEnum
CREATE TYPE "quorum_base" AS ENUM ('seats_all', 'seats_filled', 'seats_eligible');

-- CreateEnum
CREATE TYPE "pass_base" AS ENUM ('present', 'cast', 'yes_plus_no', 'seats_filled', 'seats_all');

-- CreateEnum
CREATE TYPE "comparator" AS ENUM ('gte', 'gt');

-- CreateEnum
CREATE TYPE "tie_rule" AS ENUM ('fails', 'chair_casts', 'one_more_round_then_fails', 'refer_up');

-- CreateEnum
CREATE TYPE "meeting_mode" AS ENUM ('room', 'online', 'mixed', 'correspondence');

-- CreateEnum
CREATE TYPE "meeting_state" AS ENUM ('draft', 'noticed', 'check_in', 'open', 'suspended', 'closed', 'archived', 'cancelled', 'postponed', 'adjourned', 'inquorate');

-- CreateEnum
CREATE TYPE "attendance_status" AS ENUM ('present', 'online', 'proxy', 'excused', 'absent');

-- CreateEnum
CREATE TYPE "vote_method" AS ENUM ('named', 'hands', 'secret');

-- CreateEnum
CREATE TYPE "motion_outcome" AS ENUM ('carried', 'rejected', 'tied', 'inquorate');

-- CreateEnum
CREATE TYPE "member_position" AS ENUM ('chair_unit', 'exec_chair_unit', 'vice_chair_unit', 'standing_unit', 'council_unit', 'member_unit', 'observer');

-- CreateEnum
CREATE TYPE "membership_event_kind" AS ENUM ('admitted', 'position_changed', 'warned', 'suspended', 'resumed', 'notice_given', 'withdrawn', 'expelled', 'renamed', 'merged', 'representative_changed');

-- CreateEnum
CREATE TYPE "representative_kind" AS ENUM ('legal', 'authorised', 'contact', 'finance', 'reporter');

-- CreateEnum
CREATE TYPE "application_state" AS ENUM ('submitted', 'checking', 'supplement', 'recommended', 'on_agenda', 'admitted', 'declined', 'withdrawn', 'lapsed');

-- CreateEnum
CREATE TYPE "application_message_kind" AS ENUM ('question', 'answer', 'note');

-- CreateEnum
CREATE TYPE "organization_kind" AS ENUM ('government', 'park', 'enterprise', 'university', 'vocational_university', 'vocational_college', 'secondary_vocational', 'technician_school', 'research_institute', 'industry_association', 'other');

-- CreateEnum
CREATE TYPE "organization_status" AS ENUM ('active', 'merged', 'dissolved');

-- CreateEnum
CREATE TYPE "organization_name_kind" AS ENUM ('official', 'former', 'alias');

-- CreateEnum
CREATE TYPE "enterprise_scale" AS ENUM ('large', 'medium', 'small', 'micro');

-- CreateEnum
CREATE TYPE "enterprise_tag_name" AS ENUM ('chain_leader', 'leading', 'above_scale', 'innovative_sme', 'specialised_sme', 'little_giant', 'high_tech', 'integrated', 'listed');

-- CreateEnum
CREATE TYPE "recognition_level" AS ENUM ('national', 'provincial', 'municipal', 'district', 'school');

-- CreateEnum
CREATE TYPE "zone_type" AS ENUM ('economic', 'high_tech', 'other_zone');

-- CreateEnum
CREATE TYPE "metric_aggregation" AS ENUM ('sum', 'distinct', 'latest', 'ratio', 'max');

-- CreateEnum
CREATE TYPE "year_basis" AS ENUM ('calendar', 'academic', 'cohort');

-- CreateEnum
CREATE TYPE "qualifier" AS ENUM ('exact', 'over', 'nearly', 'about', 'ambiguous');

-- CreateEnum
CREATE TYPE "figure_state" AS ENUM ('draft', 'submitted', 'returned', 'verified', 'published', 'superseded');

-- CreateEnum
CREATE TYPE "project_type" AS ENUM ('talent', 'tech_rd', 'tech_service', 'transfer', 'base', 'course', 'training', 'teacher', 'startup', 'rural', 'international');

-- CreateEnum
CREATE TYPE "project_source" AS ENUM ('self_chosen', 'open_bid', 'county_service', 'cross_region', 'government_programme');

-- CreateEnum
CREATE TYPE "project_state" AS ENUM ('draft', 'partners_confirming', 'check', 'supplement', 'review', 'decision', 'registered', 'running', 'suspended', 'acceptance_requested', 'accepting', 'accepted', 'rework', 'failed', 'terminated', 'settlement', 'closed', 'follow_up', 'archived', 'rejected', 'withdrawn');

-- CreateEnum
CREATE TYPE "party_role" AS ENUM ('lead', 'co_builder', 'funder', 'demand', 'executor', 'adviser');

-- CreateEnum
CREATE TYPE "party_state" AS ENUM ('pending', 'confirmed', 'declined');

-- CreateEnum
CREATE TYPE "resource_kind" AS ENUM ('cash', 'equipment', 'site', 'software', 'technology', 'staff_time', 'donation');

-- CreateEnum
CREATE TYPE "commitment_state" AS ENUM ('proposed', 'conditional', 'confirmed', 'cancelled');

-- CreateEnum
CREATE TYPE "receipt_source" AS ENUM ('government', 'enterprise', 'own_funds', 'donation', 'technical_service', 'training');

-- CreateEnum
CREATE TYPE "receipt_state" AS ENUM ('entered', 'booked');

-- CreateTable
CREATE TABLE "people" (
    "id" UUID NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "title" VARCHAR(100),
    "phone" VARCHAR(40),
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "people_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "password_hash" VARCHAR(255),
    "locale" VARCHAR(10) NOT NULL DEFAULT 'zh-CN',
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "token_hash" CHAR(64) NOT NULL,
    "user_id" UUID NOT NULL,
    "session_version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "user_agent" VARCHAR(300),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grants" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "role_name" NOT NULL,
    "alliance_id" UUID,
    "organization_id" UUID,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "granted_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_grants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "prefix" VARCHAR(16) NOT NULL,
    "key_hash" CHAR(64) NOT NULL,
    "read_only" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "oidc_identities" (
    "issuer" VARCHAR(300) NOT NULL,
    "subject" VARCHAR(300) NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "oidc_identities_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "one_time_tokens" (
    "id" UUID NOT NULL,
    "token_hash" CHAR(64) NOT NULL,
    "purpose" "token_purpose" NOT NULL,
    "user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "alliances" (
    "id" UUID NOT NULL,
    "slug" VARCHAR(60) NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "name_en" VARCHAR(200),
    "short_name" VARCHAR(60),
    "type" "alliance_type" NOT NULL,
    "level" "recognition_level",
    "status" "alliance_status" NOT NULL,
    "batch" INTEGER,
    "batch_size" INTEGER,
    "approved_on" DATE,
    "founded_on" DATE,
    "region_code" VARCHAR(6),
    "lead_industry" VARCHAR(100),
    "structure_template" "structure_template" NOT NULL DEFAULT 'empty',
    "governance_model" VARCHAR(300),
    "base_park_id" UUID,
    "summary" TEXT,
    "time_zone" VARCHAR(40) NOT NULL DEFAULT 'Asia/Shanghai',
    "published_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "alliances_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alliance_relations" (
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "kind" "alliance_relation_kind" NOT NULL,
    "note" VARCHAR(300),

    CONSTRAINT "alliance_relations_pkey" PRIMARY KEY ("from_id","to_id","kind")
);

-- CreateTable
CREATE TABLE "position_labels" (
    "alliance_id" UUID NOT NULL,
    "position" "member_position" NOT NULL,
    "zh" VARCHAR(60) NOT NULL,
    "en" VARCHAR(80) NOT NULL,

    CONSTRAINT "position_labels_pkey" PRIMARY KEY ("alliance_id","position")
);

-- CreateTable
CREATE TABLE "chain_nodes" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "position" "chain_position" NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "name_en" VARCHAR(100),
    "sort_order" INTEGER NOT NULL,

    CONSTRAINT "chain_nodes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization_chain_nodes" (
    "alliance_id" UUID NOT NULL,
    "chain_node_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,

    CONSTRAINT "organization_chain_nodes_pkey" PRIMARY KEY ("chain_node_id","organization_id")
);

-- CreateTable
CREATE TABLE "programmes" (
    "id" UUID NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "level" "programme_level" NOT NULL,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "programmes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_offerings" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "opened_on" DATE,

    CONSTRAINT "programme_offerings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alliance_offerings" (
    "alliance_id" UUID NOT NULL,
    "offering_id" UUID NOT NULL,

    CONSTRAINT "alliance_offerings_pkey" PRIMARY KEY ("alliance_id","offering_id")
);

-- CreateTable
CREATE TABLE "platforms" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "kind" "platform_kind" NOT NULL,
    "level" "recognition_level",
    "host_id" UUID,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "platforms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delegated_powers" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "kind" "delegated_power_kind" NOT NULL,
    "state" "delegated_power_state" NOT NULL,
    "grantor_id" UUID,
    "basis" VARCHAR(300),
    "valid_from" DATE,
    "valid_to" DATE,

    CONSTRAINT "delegated_powers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "governance_bodies" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "kind" "body_kind" NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "name_en" VARCHAR(120),
    "tier" "body_tier",
    "parent_id" UUID,
    "host_id" UUID,
    "seats_planned" INTEGER,
    "term_years" INTEGER,
    "duties" VARCHAR(500),
    "duties_en" VARCHAR(500),
    "sort_order" INTEGER NOT NULL,

    CONSTRAINT "governance_bodies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "terms" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "extended_to" DATE,

    CONSTRAINT "terms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seats" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "basis" "seat_basis" NOT NULL,
    "position" "seat_position" NOT NULL DEFAULT 'member',
    "office_title" VARCHAR(100),
    "voting" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "seats_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seat_holdings" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "term_id" UUID NOT NULL,
    "membership_id" UUID,
    "person_id" UUID,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "resolution_id" UUID,

    CONSTRAINT "seat_holdings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rule_sets" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "matter" "matter" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "quorum_base" "quorum_base" NOT NULL,
    "quorum_num" INTEGER NOT NULL,
    "quorum_den" INTEGER NOT NULL,
    "quorum_cmp" "comparator" NOT NULL,
    "pass_base" "pass_base" NOT NULL,
    "pass_num" INTEGER NOT NULL,
    "pass_den" INTEGER NOT NULL,
    "pass_cmp" "comparator" NOT NULL,
    "tie" "tie_rule" NOT NULL DEFAULT 'fails',
    "notice_days" INTEGER,
    "article_ref" VARCHAR(200),
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "rule_sets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meetings" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "title" VARCHAR(200) NOT NULL,
    "mode" "meeting_mode" NOT NULL,
    "state" "meeting_state" NOT NULL,
    "scheduled_at" TIMESTAMPTZ(3) NOT NULL,
    "place" VARCHAR(200),
    "record_only" BOOLEAN NOT NULL DEFAULT false,
    "seats_all" INTEGER,
    "seats_filled" INTEGER,
    "original_file_id" UUID,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "meetings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendances" (
    "alliance_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "status" "attendance_status" NOT NULL,
    "holder_name" VARCHAR(300) NOT NULL,

    CONSTRAINT "attendances_pkey" PRIMARY KEY ("meeting_id","seat_id")
);

-- CreateTable
CREATE TABLE "agenda_items" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "sort_order" INTEGER NOT NULL,
    "title" VARCHAR(200) NOT NULL,
    "application_id" UUID,
    "party_prior" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "agenda_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "motions" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "agenda_item_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "matter" "matter" NOT NULL,
    "method" "vote_method" NOT NULL,
    "rule_set_id" UUID NOT NULL,
    "rule_snapshot" JSONB NOT NULL,
    "present" INTEGER NOT NULL,
    "recused" INTEGER NOT NULL DEFAULT 0,
    "yes" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "abstain" INTEGER NOT NULL,
    "invalid" INTEGER NOT NULL DEFAULT 0,
    "quorum_base" INTEGER NOT NULL,
    "quorum_needed" INTEGER NOT NULL,
    "pass_base" INTEGER NOT NULL,
    "pass_needed" INTEGER,
    "computed_outcome" "motion_outcome" NOT NULL,
    "outcome" "motion_outcome" NOT NULL,
    "contradiction_reason" VARCHAR(500),
    "recorded_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "motions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resolutions" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "motion_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "title" VARCHAR(200) NOT NULL,
    "text" TEXT NOT NULL,
    "adopted_on" DATE NOT NULL,
    "effective_from" DATE NOT NULL,

    CONSTRAINT "resolutions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "is_lead" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership_periods" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "position" "member_position" NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "opened_by_resolution_id" UUID,
    "closed_by_resolution_id" UUID,
    "opened_reason" VARCHAR(300),

    CONSTRAINT "membership_periods_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership_suspensions" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "reason" VARCHAR(500) NOT NULL,

    CONSTRAINT "membership_suspensions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership_events" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "kind" "membership_event_kind" NOT NULL,
    "effective_on" DATE NOT NULL,
    "resolution_id" UUID,
    "reason" VARCHAR(500),
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "representatives" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "representative_kind" NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "letter_until" DATE,

    CONSTRAINT "representatives_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership_applications" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "case_token_hash" CHAR(64) NOT NULL,
    "state" "application_state" NOT NULL DEFAULT 'submitted',
    "organization_name" VARCHAR(200) NOT NULL,
    "credit_code" CHAR(18) NOT NULL,
    "kind" "organization_kind" NOT NULL,
    "organization_id" UUID,
    "requested_position" "member_position" NOT NULL,
    "contact_name" VARCHAR(100) NOT NULL,
    "contact_email" VARCHAR(254) NOT NULL,
    "contact_phone" VARCHAR(40) NOT NULL,
    "statement" TEXT NOT NULL,
    "contribution_plan" TEXT NOT NULL,
    "file_id" UUID,
    "resolution_id" UUID,
    "membership_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_applications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "application_messages" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "kind" "application_message_kind" NOT NULL,
    "text" TEXT NOT NULL,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "application_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organizations" (
    "id" UUID NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "short_name" VARCHAR(60),
    "name_en" VARCHAR(200),
    "credit_code" CHAR(18),
    "kind" "organization_kind" NOT NULL,
    "region_code" VARCHAR(6),
    "address" VARCHAR(300),
    "status" "organization_status" NOT NULL DEFAULT 'active',
    "parent_id" UUID,
    "sponsor_id" UUID,
    "merged_into_id" UUID,
    "search_text" TEXT NOT NULL,
    "pinyin" VARCHAR(600) NOT NULL,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organizations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization_names" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "kind" "organization_name_kind" NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organization_names_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member_institutions" (
    "organization_id" UUID NOT NULL,
    "school_code" VARCHAR(20),
    "double_high" BOOLEAN NOT NULL DEFAULT false,
    "students_on_roll" INTEGER,
    "staff" INTEGER,

    CONSTRAINT "member_institutions_pkey" PRIMARY KEY ("organization_id")
);

-- CreateTable
CREATE TABLE "enterprises" (
    "organization_id" UUID NOT NULL,
    "scale" "enterprise_scale",
    "above_scale" BOOLEAN,

    CONSTRAINT "enterprises_pkey" PRIMARY KEY ("organization_id")
);

-- CreateTable
CREATE TABLE "enterprise_tags" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "tag" "enterprise_tag_name" NOT NULL,
    "level" "recognition_level",
    "valid_until" DATE,

    CONSTRAINT "enterprise_tags_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "industrial_parks" (
    "organization_id" UUID NOT NULL,
    "zone_type" "zone_type",
    "zone_level" "recognition_level",
    "lead_industries" VARCHAR(300),

    CONSTRAINT "industrial_parks_pkey" PRIMARY KEY ("organization_id")
);

-- CreateTable
CREATE TABLE "metric_definitions" (
    "code" VARCHAR(10) NOT NULL,
    "sort_order" INTEGER NOT NULL,
    "name_zh" VARCHAR(100) NOT NULL,
    "name_en" VARCHAR(150) NOT NULL,
    "unit_zh" VARCHAR(30) NOT NULL,
    "unit_en" VARCHAR(40) NOT NULL,
    "aggregation" "metric_aggregation" NOT NULL,
    "year_basis" "year_basis" NOT NULL,
    "definition_zh" VARCHAR(300) NOT NULL,
    "definition_en" VARCHAR(300) NOT NULL,
    "reportable" BOOLEAN NOT NULL DEFAULT false,
    "evidence_required" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "metric_definitions_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "metric_values" (
    "id" UUID NOT NULL,
    "key" VARCHAR(80) NOT NULL,
    "metric_code" VARCHAR(10),
    "alliance_id" UUID,
    "organization_id" UUID,
    "subject_zh" VARCHAR(200) NOT NULL,
    "subject_en" VARCHAR(200) NOT NULL,
    "label_zh" VARCHAR(200) NOT NULL,
    "label_en" VARCHAR(200) NOT NULL,
    "value" DECIMAL(20,4),
    "numerator" DECIMAL(20,4),
    "denominator" DECIMAL(20,4),
    "unit_zh" VARCHAR(30) NOT NULL,
    "unit_en" VARCHAR(40) NOT NULL,
    "qualifier" "qualifier" NOT NULL,
    "derived" BOOLEAN NOT NULL DEFAULT false,
    "period" VARCHAR(100),
    "state" "figure_state" NOT NULL,
    "source" VARCHAR(60) NOT NULL,
    "note" VARCHAR(500),
    "part_of_key" VARCHAR(80),
    "sort_order" INTEGER NOT NULL,

    CONSTRAINT "metric_values_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outcome_records" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "metric_code" VARCHAR(10) NOT NULL,
    "project_id" UUID,
    "title" VARCHAR(200) NOT NULL,
    "natural_key" VARCHAR(120),
    "year" INTEGER NOT NULL,
    "occurred_on" DATE NOT NULL,
    "quantity" DECIMAL(18,2) NOT NULL,
    "state" "figure_state" NOT NULL,
    "file_id" UUID,
    "return_reason" VARCHAR(500),
    "entered_by_id" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "verified_by_id" UUID,
    "verified_at" TIMESTAMPTZ(3),
    "returns" INTEGER NOT NULL DEFAULT 0,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outcome_records_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outcome_rollups" (
    "alliance_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "metric_code" VARCHAR(10) NOT NULL,
    "year" INTEGER NOT NULL,
    "state" "figure_state" NOT NULL,
    "records" INTEGER NOT NULL,
    "total" DECIMAL(20,2) NOT NULL,

    CONSTRAINT "outcome_rollups_pkey" PRIMARY KEY ("alliance_id","metric_code","year","state","organization_id")
);

-- CreateTable
CREATE TABLE "idempotency_records" (
    "actor_key" VARCHAR(64) NOT NULL,
    "key" VARCHAR(200) NOT NULL,
    "operation" VARCHAR(100) NOT NULL,
    "request_hash" CHAR(64) NOT NULL,
    "response" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_records_pkey" PRIMARY KEY ("actor_key","key")
);

-- CreateTable
CREATE TABLE "audit_heads" (
    "chain" VARCHAR(40) NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "audit_heads_pkey" PRIMARY KEY ("chain")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "chain" VARCHAR(40) NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "actor_id" UUID,
    "action" VARCHAR(100) NOT NULL,
    "subject_type" VARCHAR(60) NOT NULL,
    "subject_id" UUID,
    "details" JSONB NOT NULL,
    "request_id" VARCHAR(60) NOT NULL,
    "prev_hash" CHAR(64) NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("chain","seq")
);

-- CreateTable
CREATE TABLE "counters" (
    "alliance_id" UUID NOT NULL,
    "series" VARCHAR(60) NOT NULL,
    "year" INTEGER NOT NULL,
    "value" INTEGER NOT NULL,

    CONSTRAINT "counters_pkey" PRIMARY KEY ("alliance_id","series","year")
);

-- CreateTable
CREATE TABLE "stored_files" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "size" INTEGER NOT NULL,
    "media_type" VARCHAR(100) NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "uploaded_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_mails" (
    "id" UUID NOT NULL,
    "dedupe_key" VARCHAR(200) NOT NULL,
    "recipient" VARCHAR(254) NOT NULL,
    "subject" VARCHAR(300) NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "last_error" VARCHAR(500),

    CONSTRAINT "outbox_mails_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "projects" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "code_year" INTEGER,
    "code_number" INTEGER,
    "title" VARCHAR(200) NOT NULL,
    "type" "project_type" NOT NULL,
    "source" "project_source" NOT NULL DEFAULT 'self_chosen',
    "level" "recognition_level",
    "state" "project_state" NOT NULL,
    "state_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state_reason" VARCHAR(500),
    "summary" VARCHAR(2000),
    "lead_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "file_id" UUID,
    "created_by_id" UUID,
    "registered_at" TIMESTAMPTZ(3),
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "projects_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_parties" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "role" "party_role" NOT NULL,
    "duty" VARCHAR(300),
    "state" "party_state" NOT NULL DEFAULT 'pending',
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "reason" VARCHAR(500),

    CONSTRAINT "project_parties_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fund_commitments" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "kind" "resource_kind" NOT NULL,
    "amount" DECIMAL(18,2) NOT NULL,
    "valuation" VARCHAR(200),
    "state" "commitment_state" NOT NULL DEFAULT 'proposed',
    "condition" VARCHAR(500),
    "promised_on" DATE NOT NULL,
    "due_on" DATE,
    "created_by_id" UUID,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "fund_commitments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fund_receipts" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "commitment_id" UUID,
    "organization_id" UUID NOT NULL,
    "kind" "resource_kind" NOT NULL,
    "source" "receipt_source" NOT NULL,
    "amount" DECIMAL(18,2) NOT NULL,
    "received_on" DATE NOT NULL,
    "voucher_no" VARCHAR(60) NOT NULL,
    "state" "receipt_state" NOT NULL DEFAULT 'entered',
    "reversal_of_id" UUID,
    "reason" VARCHAR(500),
    "entered_by_id" UUID,
    "booked_by_id" UUID,
    "booked_at" TIMESTAMPTZ(3),
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "fund_receipts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fund_rollups" (
    "alliance_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "side" VARCHAR(20) NOT NULL,
    "cash" BOOLEAN NOT NULL,
    "records" INTEGER NOT NULL,
    "total" DECIMAL(20,2) NOT NULL,

    CONSTRAINT "fund_rollups_pkey" PRIMARY KEY ("alliance_id","year","side","cash","organization_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_person_id_key" ON "users"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_hash_key" ON "sessions"("token_hash");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "role_grants_user_id_idx" ON "role_grants"("user_id");

-- CreateIndex
CREATE INDEX "role_grants_alliance_id_idx" ON "role_grants"("alliance_id");

-- CreateIndex
CREATE INDEX "role_grants_organization_id_idx" ON "role_grants"("organization_id");

-- CreateIndex
CREATE INDEX "role_grants_granted_by_id_idx" ON "role_grants"("granted_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_key_hash_key" ON "api_keys"("key_hash");

-- CreateIndex
CREATE INDEX "api_keys_user_id_idx" ON "api_keys"("user_id");

-- CreateIndex
CREATE INDEX "oidc_identities_user_id_idx" ON "oidc_identities"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_tokens_token_hash_key" ON "one_time_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "one_time_tokens_user_id_idx" ON "one_time_tokens"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "alliances_slug_key" ON "alliances"("slug");

-- CreateIndex
CREATE INDEX "alliances_base_park_id_idx" ON "alliances"("base_park_id");

-- CreateIndex
CREATE INDEX "alliance_relations_to_id_idx" ON "alliance_relations"("to_id");

-- CreateIndex
CREATE UNIQUE INDEX "chain_nodes_alliance_id_id_key" ON "chain_nodes"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "chain_nodes_alliance_id_name_key" ON "chain_nodes"("alliance_id", "name");

-- CreateIndex
CREATE INDEX "organization_chain_nodes_organization_id_idx" ON "organization_chain_nodes"("organization_id");

-- CreateIndex
CREATE INDEX "organization_chain_nodes_alliance_id_organization_id_idx" ON "organization_chain_nodes"("alliance_id", "organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "programmes_name_level_key" ON "programmes"("name", "level");

-- CreateIndex
CREATE INDEX "programme_offerings_programme_id_idx" ON "programme_offerings"("programme_id");

-- CreateIndex
CREATE UNIQUE INDEX "programme_offerings_organization_id_programme_id_key" ON "programme_offerings"("organization_id", "programme_id");

-- CreateIndex
CREATE INDEX "alliance_offerings_offering_id_idx" ON "alliance_offerings"("offering_id");

-- CreateIndex
CREATE INDEX "platforms_host_id_idx" ON "platforms"("host_id");

-- CreateIndex
CREATE UNIQUE INDEX "platforms_alliance_id_id_key" ON "platforms"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "platforms_alliance_id_name_key" ON "platforms"("alliance_id", "name");

-- CreateIndex
CREATE INDEX "delegated_powers_grantor_id_idx" ON "delegated_powers"("grantor_id");

-- CreateIndex
CREATE UNIQUE INDEX "delegated_powers_alliance_id_id_key" ON "delegated_powers"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "delegated_powers_alliance_id_kind_key" ON "delegated_powers"("alliance_id", "kind");

-- CreateIndex
CREATE INDEX "governance_bodies_alliance_id_parent_id_idx" ON "governance_bodies"("alliance_id", "parent_id");

-- CreateIndex
CREATE INDEX "governance_bodies_host_id_idx" ON "governance_bodies"("host_id");

-- CreateIndex
CREATE UNIQUE INDEX "governance_bodies_alliance_id_id_key" ON "governance_bodies"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "terms_alliance_id_body_id_idx" ON "terms"("alliance_id", "body_id");

-- CreateIndex
CREATE UNIQUE INDEX "terms_alliance_id_id_key" ON "terms"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "terms_body_id_ordinal_key" ON "terms"("body_id", "ordinal");

-- CreateIndex
CREATE INDEX "seats_alliance_id_body_id_idx" ON "seats"("alliance_id", "body_id");

-- CreateIndex
CREATE UNIQUE INDEX "seats_alliance_id_id_key" ON "seats"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "seats_body_id_number_key" ON "seats"("body_id", "number");

-- CreateIndex
CREATE INDEX "seat_holdings_alliance_id_seat_id_idx" ON "seat_holdings"("alliance_id", "seat_id");

-- CreateIndex
CREATE INDEX "seat_holdings_alliance_id_term_id_idx" ON "seat_holdings"("alliance_id", "term_id");

-- CreateIndex
CREATE INDEX "seat_holdings_alliance_id_membership_id_idx" ON "seat_holdings"("alliance_id", "membership_id");

-- CreateIndex
CREATE INDEX "seat_holdings_person_id_idx" ON "seat_holdings"("person_id");

-- CreateIndex
CREATE INDEX "seat_holdings_alliance_id_resolution_id_idx" ON "seat_holdings"("alliance_id", "resolution_id");

-- CreateIndex
CREATE UNIQUE INDEX "seat_holdings_alliance_id_id_key" ON "seat_holdings"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "rule_sets_alliance_id_body_id_idx" ON "rule_sets"("alliance_id", "body_id");

-- CreateIndex
CREATE UNIQUE INDEX "rule_sets_alliance_id_id_key" ON "rule_sets"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "rule_sets_body_id_matter_version_key" ON "rule_sets"("body_id", "matter", "version");

-- CreateIndex
CREATE INDEX "meetings_alliance_id_scheduled_at_idx" ON "meetings"("alliance_id", "scheduled_at");

-- CreateIndex
CREATE INDEX "meetings_alliance_id_body_id_idx" ON "meetings"("alliance_id", "body_id");

-- CreateIndex
CREATE INDEX "meetings_alliance_id_original_file_id_idx" ON "meetings"("alliance_id", "original_file_id");

-- CreateIndex
CREATE UNIQUE INDEX "meetings_alliance_id_id_key" ON "meetings"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "attendances_alliance_id_meeting_id_idx" ON "attendances"("alliance_id", "meeting_id");

-- CreateIndex
CREATE INDEX "attendances_alliance_id_seat_id_idx" ON "attendances"("alliance_id", "seat_id");

-- CreateIndex
CREATE INDEX "agenda_items_alliance_id_meeting_id_idx" ON "agenda_items"("alliance_id", "meeting_id");

-- CreateIndex
CREATE INDEX "agenda_items_alliance_id_application_id_idx" ON "agenda_items"("alliance_id", "application_id");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_items_alliance_id_id_key" ON "agenda_items"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_items_meeting_id_sort_order_key" ON "agenda_items"("meeting_id", "sort_order");

-- CreateIndex
CREATE INDEX "motions_alliance_id_agenda_item_id_idx" ON "motions"("alliance_id", "agenda_item_id");

-- CreateIndex
CREATE INDEX "motions_alliance_id_rule_set_id_idx" ON "motions"("alliance_id", "rule_set_id");

-- CreateIndex
CREATE UNIQUE INDEX "motions_alliance_id_id_key" ON "motions"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "resolutions_motion_id_key" ON "resolutions"("motion_id");

-- CreateIndex
CREATE INDEX "resolutions_alliance_id_body_id_idx" ON "resolutions"("alliance_id", "body_id");

-- CreateIndex
CREATE UNIQUE INDEX "resolutions_alliance_id_id_key" ON "resolutions"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "resolutions_alliance_id_motion_id_key" ON "resolutions"("alliance_id", "motion_id");

-- CreateIndex
CREATE UNIQUE INDEX "resolutions_body_id_year_number_key" ON "resolutions"("body_id", "year", "number");

-- CreateIndex
CREATE INDEX "memberships_organization_id_idx" ON "memberships"("organization_id");

-- CreateIndex
CREATE INDEX "memberships_alliance_id_organization_id_idx" ON "memberships"("alliance_id", "organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "memberships_alliance_id_id_key" ON "memberships"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "memberships_alliance_id_number_key" ON "memberships"("alliance_id", "number");

-- CreateIndex
CREATE INDEX "membership_periods_alliance_id_membership_id_idx" ON "membership_periods"("alliance_id", "membership_id");

-- CreateIndex
CREATE INDEX "membership_periods_alliance_id_opened_by_resolution_id_idx" ON "membership_periods"("alliance_id", "opened_by_resolution_id");

-- CreateIndex
CREATE INDEX "membership_periods_alliance_id_closed_by_resolution_id_idx" ON "membership_periods"("alliance_id", "closed_by_resolution_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_periods_alliance_id_id_key" ON "membership_periods"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "membership_suspensions_alliance_id_membership_id_idx" ON "membership_suspensions"("alliance_id", "membership_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_suspensions_alliance_id_id_key" ON "membership_suspensions"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "membership_events_alliance_id_membership_id_idx" ON "membership_events"("alliance_id", "membership_id");

-- CreateIndex
CREATE INDEX "membership_events_alliance_id_resolution_id_idx" ON "membership_events"("alliance_id", "resolution_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_events_alliance_id_id_key" ON "membership_events"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "representatives_alliance_id_membership_id_idx" ON "representatives"("alliance_id", "membership_id");

-- CreateIndex
CREATE INDEX "representatives_person_id_idx" ON "representatives"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "representatives_alliance_id_id_key" ON "representatives"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_applications_case_token_hash_key" ON "membership_applications"("case_token_hash");

-- CreateIndex
CREATE INDEX "membership_applications_alliance_id_state_idx" ON "membership_applications"("alliance_id", "state");

-- CreateIndex
CREATE INDEX "membership_applications_organization_id_idx" ON "membership_applications"("organization_id");

-- CreateIndex
CREATE INDEX "membership_applications_alliance_id_file_id_idx" ON "membership_applications"("alliance_id", "file_id");

-- CreateIndex
CREATE INDEX "membership_applications_alliance_id_resolution_id_idx" ON "membership_applications"("alliance_id", "resolution_id");

-- CreateIndex
CREATE INDEX "membership_applications_alliance_id_membership_id_idx" ON "membership_applications"("alliance_id", "membership_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_applications_alliance_id_id_key" ON "membership_applications"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_applications_alliance_id_number_key" ON "membership_applications"("alliance_id", "number");

-- CreateIndex
CREATE INDEX "application_messages_alliance_id_application_id_idx" ON "application_messages"("alliance_id", "application_id");

-- CreateIndex
CREATE UNIQUE INDEX "application_messages_alliance_id_id_key" ON "application_messages"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "organizations_credit_code_key" ON "organizations"("credit_code");

-- CreateIndex
CREATE INDEX "organizations_parent_id_idx" ON "organizations"("parent_id");

-- CreateIndex
CREATE INDEX "organizations_sponsor_id_idx" ON "organizations"("sponsor_id");

-- CreateIndex
CREATE INDEX "organizations_merged_into_id_idx" ON "organizations"("merged_into_id");

-- CreateIndex
CREATE INDEX "organizations_kind_idx" ON "organizations"("kind");

-- CreateIndex
CREATE INDEX "organizations_pinyin_idx" ON "organizations"("pinyin");

-- CreateIndex
CREATE UNIQUE INDEX "organization_names_organization_id_kind_name_key" ON "organization_names"("organization_id", "kind", "name");

-- CreateIndex
CREATE UNIQUE INDEX "enterprise_tags_organization_id_tag_key" ON "enterprise_tags"("organization_id", "tag");

-- CreateIndex
CREATE UNIQUE INDEX "metric_values_key_key" ON "metric_values"("key");

-- CreateIndex
CREATE INDEX "metric_values_metric_code_idx" ON "metric_values"("metric_code");

-- CreateIndex
CREATE INDEX "metric_values_alliance_id_idx" ON "metric_values"("alliance_id");

-- CreateIndex
CREATE INDEX "metric_values_organization_id_idx" ON "metric_values"("organization_id");

-- CreateIndex
CREATE INDEX "outcome_records_alliance_id_state_state_since_idx" ON "outcome_records"("alliance_id", "state", "state_since");

-- CreateIndex
CREATE INDEX "outcome_records_alliance_id_metric_code_year_idx" ON "outcome_records"("alliance_id", "metric_code", "year");

-- CreateIndex
CREATE INDEX "outcome_records_alliance_id_organization_id_idx" ON "outcome_records"("alliance_id", "organization_id");

-- CreateIndex
CREATE INDEX "outcome_records_organization_id_idx" ON "outcome_records"("organization_id");

-- CreateIndex
CREATE INDEX "outcome_records_metric_code_idx" ON "outcome_records"("metric_code");

-- CreateIndex
CREATE INDEX "outcome_records_alliance_id_project_id_idx" ON "outcome_records"("alliance_id", "project_id");

-- CreateIndex
CREATE INDEX "outcome_records_alliance_id_file_id_idx" ON "outcome_records"("alliance_id", "file_id");

-- CreateIndex
CREATE UNIQUE INDEX "outcome_records_alliance_id_id_key" ON "outcome_records"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "outcome_records_alliance_id_metric_code_natural_key_key" ON "outcome_records"("alliance_id", "metric_code", "natural_key");

-- CreateIndex
CREATE INDEX "outcome_rollups_metric_code_idx" ON "outcome_rollups"("metric_code");

-- CreateIndex
CREATE INDEX "idempotency_records_created_at_idx" ON "idempotency_records"("created_at");

-- CreateIndex
CREATE INDEX "audit_entries_subject_id_at_idx" ON "audit_entries"("subject_id", "at");

-- CreateIndex
CREATE INDEX "stored_files_sha256_idx" ON "stored_files"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "stored_files_alliance_id_id_key" ON "stored_files"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_mails_dedupe_key_key" ON "outbox_mails"("dedupe_key");

-- CreateIndex
CREATE INDEX "outbox_mails_sent_at_next_try_at_idx" ON "outbox_mails"("sent_at", "next_try_at");

-- CreateIndex
CREATE INDEX "projects_alliance_id_state_idx" ON "projects"("alliance_id", "state");

-- CreateIndex
CREATE INDEX "projects_alliance_id_created_at_idx" ON "projects"("alliance_id", "created_at");

-- CreateIndex
CREATE INDEX "projects_lead_id_idx" ON "projects"("lead_id");

-- CreateIndex
CREATE INDEX "projects_alliance_id_file_id_idx" ON "projects"("alliance_id", "file_id");

-- CreateIndex
CREATE UNIQUE INDEX "projects_alliance_id_id_key" ON "projects"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "projects_alliance_id_code_year_code_number_key" ON "projects"("alliance_id", "code_year", "code_number");

-- CreateIndex
CREATE INDEX "project_parties_alliance_id_project_id_idx" ON "project_parties"("alliance_id", "project_id");

-- CreateIndex
CREATE INDEX "project_parties_organization_id_idx" ON "project_parties"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_parties_alliance_id_id_key" ON "project_parties"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "project_parties_project_id_organization_id_key" ON "project_parties"("project_id", "organization_id");

-- CreateIndex
CREATE INDEX "fund_commitments_alliance_id_project_id_idx" ON "fund_commitments"("alliance_id", "project_id");

-- CreateIndex
CREATE INDEX "fund_commitments_organization_id_idx" ON "fund_commitments"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "fund_commitments_alliance_id_id_key" ON "fund_commitments"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "fund_receipts_reversal_of_id_key" ON "fund_receipts"("reversal_of_id");

-- CreateIndex
CREATE INDEX "fund_receipts_alliance_id_project_id_idx" ON "fund_receipts"("alliance_id", "project_id");

-- CreateIndex
CREATE INDEX "fund_receipts_alliance_id_commitment_id_idx" ON "fund_receipts"("alliance_id", "commitment_id");

-- CreateIndex
CREATE INDEX "fund_receipts_alliance_id_reversal_of_id_idx" ON "fund_receipts"("alliance_id", "reversal_of_id");

-- CreateIndex
CREATE INDEX "fund_receipts_organization_id_idx" ON "fund_receipts"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "fund_receipts_alliance_id_id_key" ON "fund_receipts"("alliance_id", "id");

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_granted_by_id_fkey" FOREIGN KEY ("granted_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "oidc_identities" ADD CONSTRAINT "oidc_identities_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_tokens" ADD CONSTRAINT "one_time_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alliances" ADD CONSTRAINT "alliances_base_park_id_fkey" FOREIGN KEY ("base_park_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alliance_relations" ADD CONSTRAINT "alliance_relations_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alliance_relations" ADD CONSTRAINT "alliance_relations_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position_labels" ADD CONSTRAINT "position_labels_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chain_nodes" ADD CONSTRAINT "chain_nodes_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_chain_nodes" ADD CONSTRAINT "organization_chain_nodes_alliance_id_chain_node_id_fkey" FOREIGN KEY ("alliance_id", "chain_node_id") REFERENCES "chain_nodes"("alliance_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_chain_nodes" ADD CONSTRAINT "organization_chain_nodes_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_offerings" ADD CONSTRAINT "programme_offerings_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_offerings" ADD CONSTRAINT "programme_offerings_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programmes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alliance_offerings" ADD CONSTRAINT "alliance_offerings_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alliance_offerings" ADD CONSTRAINT "alliance_offerings_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "programme_offerings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platforms" ADD CONSTRAINT "platforms_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platforms" ADD CONSTRAINT "platforms_host_id_fkey" FOREIGN KEY ("host_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegated_powers" ADD CONSTRAINT "delegated_powers_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegated_powers" ADD CONSTRAINT "delegated_powers_grantor_id_fkey" FOREIGN KEY ("grantor_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "governance_bodies" ADD CONSTRAINT "governance_bodies_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "governance_bodies" ADD CONSTRAINT "governance_bodies_alliance_id_parent_id_fkey" FOREIGN KEY ("alliance_id", "parent_id") REFERENCES "governance_bodies"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "governance_bodies" ADD CONSTRAINT "governance_bodies_host_id_fkey" FOREIGN KEY ("host_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "terms" ADD CONSTRAINT "terms_alliance_id_body_id_fkey" FOREIGN KEY ("alliance_id", "body_id") REFERENCES "governance_bodies"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seats" ADD CONSTRAINT "seats_alliance_id_body_id_fkey" FOREIGN KEY ("alliance_id", "body_id") REFERENCES "governance_bodies"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_holdings" ADD CONSTRAINT "seat_holdings_alliance_id_seat_id_fkey" FOREIGN KEY ("alliance_id", "seat_id") REFERENCES "seats"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_holdings" ADD CONSTRAINT "seat_holdings_alliance_id_term_id_fkey" FOREIGN KEY ("alliance_id", "term_id") REFERENCES "terms"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_holdings" ADD CONSTRAINT "seat_holdings_alliance_id_membership_id_fkey" FOREIGN KEY ("alliance_id", "membership_id") REFERENCES "memberships"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_holdings" ADD CONSTRAINT "seat_holdings_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_holdings" ADD CONSTRAINT "seat_holdings_alliance_id_resolution_id_fkey" FOREIGN KEY ("alliance_id", "resolution_id") REFERENCES "resolutions"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule_sets" ADD CONSTRAINT "rule_sets_alliance_id_body_id_fkey" FOREIGN KEY ("alliance_id", "body_id") REFERENCES "governance_bodies"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_alliance_id_body_id_fkey" FOREIGN KEY ("alliance_id", "body_id") REFERENCES "governance_bodies"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_alliance_id_original_file_id_fkey" FOREIGN KEY ("alliance_id", "original_file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_alliance_id_meeting_id_fkey" FOREIGN KEY ("alliance_id", "meeting_id") REFERENCES "meetings"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_alliance_id_seat_id_fkey" FOREIGN KEY ("alliance_id", "seat_id") REFERENCES "seats"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_alliance_id_meeting_id_fkey" FOREIGN KEY ("alliance_id", "meeting_id") REFERENCES "meetings"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_alliance_id_application_id_fkey" FOREIGN KEY ("alliance_id", "application_id") REFERENCES "membership_applications"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "motions" ADD CONSTRAINT "motions_alliance_id_agenda_item_id_fkey" FOREIGN KEY ("alliance_id", "agenda_item_id") REFERENCES "agenda_items"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "motions" ADD CONSTRAINT "motions_alliance_id_rule_set_id_fkey" FOREIGN KEY ("alliance_id", "rule_set_id") REFERENCES "rule_sets"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolutions" ADD CONSTRAINT "resolutions_alliance_id_body_id_fkey" FOREIGN KEY ("alliance_id", "body_id") REFERENCES "governance_bodies"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolutions" ADD CONSTRAINT "resolutions_alliance_id_motion_id_fkey" FOREIGN KEY ("alliance_id", "motion_id") REFERENCES "motions"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_periods" ADD CONSTRAINT "membership_periods_alliance_id_membership_id_fkey" FOREIGN KEY ("alliance_id", "membership_id") REFERENCES "memberships"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_periods" ADD CONSTRAINT "membership_periods_alliance_id_opened_by_resolution_id_fkey" FOREIGN KEY ("alliance_id", "opened_by_resolution_id") REFERENCES "resolutions"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_periods" ADD CONSTRAINT "membership_periods_alliance_id_closed_by_resolution_id_fkey" FOREIGN KEY ("alliance_id", "closed_by_resolution_id") REFERENCES "resolutions"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_suspensions" ADD CONSTRAINT "membership_suspensions_alliance_id_membership_id_fkey" FOREIGN KEY ("alliance_id", "membership_id") REFERENCES "memberships"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_events" ADD CONSTRAINT "membership_events_alliance_id_membership_id_fkey" FOREIGN KEY ("alliance_id", "membership_id") REFERENCES "memberships"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_events" ADD CONSTRAINT "membership_events_alliance_id_resolution_id_fkey" FOREIGN KEY ("alliance_id", "resolution_id") REFERENCES "resolutions"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "representatives" ADD CONSTRAINT "representatives_alliance_id_membership_id_fkey" FOREIGN KEY ("alliance_id", "membership_id") REFERENCES "memberships"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "representatives" ADD CONSTRAINT "representatives_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_applications" ADD CONSTRAINT "membership_applications_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_applications" ADD CONSTRAINT "membership_applications_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_applications" ADD CONSTRAINT "membership_applications_alliance_id_file_id_fkey" FOREIGN KEY ("alliance_id", "file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_applications" ADD CONSTRAINT "membership_applications_alliance_id_resolution_id_fkey" FOREIGN KEY ("alliance_id", "resolution_id") REFERENCES "resolutions"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_applications" ADD CONSTRAINT "membership_applications_alliance_id_membership_id_fkey" FOREIGN KEY ("alliance_id", "membership_id") REFERENCES "memberships"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_messages" ADD CONSTRAINT "application_messages_alliance_id_application_id_fkey" FOREIGN KEY ("alliance_id", "application_id") REFERENCES "membership_applications"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_sponsor_id_fkey" FOREIGN KEY ("sponsor_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_names" ADD CONSTRAINT "organization_names_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_institutions" ADD CONSTRAINT "member_institutions_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprises" ADD CONSTRAINT "enterprises_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprise_tags" ADD CONSTRAINT "enterprise_tags_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "industrial_parks" ADD CONSTRAINT "industrial_parks_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "metric_values" ADD CONSTRAINT "metric_values_metric_code_fkey" FOREIGN KEY ("metric_code") REFERENCES "metric_definitions"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "metric_values" ADD CONSTRAINT "metric_values_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "metric_values" ADD CONSTRAINT "metric_values_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_records" ADD CONSTRAINT "outcome_records_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_records" ADD CONSTRAINT "outcome_records_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_records" ADD CONSTRAINT "outcome_records_metric_code_fkey" FOREIGN KEY ("metric_code") REFERENCES "metric_definitions"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_records" ADD CONSTRAINT "outcome_records_alliance_id_project_id_fkey" FOREIGN KEY ("alliance_id", "project_id") REFERENCES "projects"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_records" ADD CONSTRAINT "outcome_records_alliance_id_file_id_fkey" FOREIGN KEY ("alliance_id", "file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_rollups" ADD CONSTRAINT "outcome_rollups_metric_code_fkey" FOREIGN KEY ("metric_code") REFERENCES "metric_definitions"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_chain_fkey" FOREIGN KEY ("chain") REFERENCES "audit_heads"("chain") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "counters" ADD CONSTRAINT "counters_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_files" ADD CONSTRAINT "stored_files_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "projects" ADD CONSTRAINT "projects_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "projects" ADD CONSTRAINT "projects_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "projects" ADD CONSTRAINT "projects_alliance_id_file_id_fkey" FOREIGN KEY ("alliance_id", "file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_parties" ADD CONSTRAINT "project_parties_alliance_id_project_id_fkey" FOREIGN KEY ("alliance_id", "project_id") REFERENCES "projects"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_parties" ADD CONSTRAINT "project_parties_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_commitments" ADD CONSTRAINT "fund_commitments_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_commitments" ADD CONSTRAINT "fund_commitments_alliance_id_project_id_fkey" FOREIGN KEY ("alliance_id", "project_id") REFERENCES "projects"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_commitments" ADD CONSTRAINT "fund_commitments_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_receipts" ADD CONSTRAINT "fund_receipts_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_receipts" ADD CONSTRAINT "fund_receipts_alliance_id_project_id_fkey" FOREIGN KEY ("alliance_id", "project_id") REFERENCES "projects"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_receipts" ADD CONSTRAINT "fund_receipts_alliance_id_commitment_id_fkey" FOREIGN KEY ("alliance_id", "commitment_id") REFERENCES "fund_commitments"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_receipts" ADD CONSTRAINT "fund_receipts_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_receipts" ADD CONSTRAINT "fund_receipts_alliance_id_reversal_of_id_fkey" FOREIGN KEY ("alliance_id", "reversal_of_id") REFERENCES "fund_receipts"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- By hand from here: what the database promises beyond keys.
-- ---------------------------------------------------------------------------------------------------------------------

-- Refusals of the database carry a word that the application can name.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'immutable: % of % is never changed', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

-- I-23, A-04: a row never moves to another alliance.
CREATE FUNCTION refuse_other_alliance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.alliance_id IS DISTINCT FROM OLD.alliance_id THEN
    RAISE EXCEPTION 'tenant: a row of % never moves to another alliance', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY[
    'stored_files', 'chain_nodes', 'organization_chain_nodes', 'platforms', 'delegated_powers', 'memberships',
    'membership_periods', 'membership_suspensions', 'membership_events', 'representatives', 'membership_applications',
    'application_messages', 'governance_bodies', 'terms', 'seats', 'seat_holdings', 'rule_sets', 'meetings',
    'attendances', 'agenda_items', 'motions', 'resolutions', 'projects', 'project_parties', 'fund_commitments',
    'fund_receipts', 'outcome_records', 'counters', 'alliance_offerings'
  ] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OF alliance_id ON %I FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance()', t || '_tenant', t);
  END LOOP;
END $$;

-- I-05, I-06: the audit chain. The head row is locked, so entries of one chain are numbered without gaps and each one
-- holds the hash of the one before.
CREATE FUNCTION audit_hash(
  p_prev text, p_chain text, p_seq bigint, p_at timestamptz, p_actor uuid, p_action text, p_subject_type text,
  p_subject uuid, p_details jsonb, p_request text
) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(concat_ws(E'\x1f', p_prev, p_chain, p_seq::text,
    to_char(p_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), coalesce(p_actor::text, '-'), p_action,
    p_subject_type, coalesce(p_subject::text, '-'), p_details::text, p_request), 'UTF8')), 'hex')
$$;

CREATE FUNCTION audit_append(
  p_chain text, p_actor uuid, p_action text, p_subject_type text, p_subject uuid, p_details jsonb, p_request text
) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  v_prev text;
  v_seq bigint;
  v_at timestamptz;
  v_hash text;
BEGIN
  SELECT hash, seq INTO v_prev, v_seq FROM audit_heads WHERE chain = p_chain FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO audit_heads (chain, seq, hash) VALUES (p_chain, 0, repeat('0', 64)) ON CONFLICT (chain) DO NOTHING;
    SELECT hash, seq INTO v_prev, v_seq FROM audit_heads WHERE chain = p_chain FOR UPDATE;
  END IF;
  v_seq := v_seq + 1;
  v_at := clock_timestamp();
  v_hash := audit_hash(v_prev, p_chain, v_seq, v_at, p_actor, p_action, p_subject_type, p_subject, p_details, p_request);
  INSERT INTO audit_entries (chain, seq, at, actor_id, action, subject_type, subject_id, details, request_id, prev_hash, hash)
    VALUES (p_chain, v_seq, v_at, p_actor, p_action, p_subject_type, p_subject, p_details, p_request, v_prev, v_hash);
  UPDATE audit_heads SET seq = v_seq, hash = v_hash WHERE chain = p_chain;
  RETURN v_seq;
END $$;

CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE ON audit_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entries_no_truncate BEFORE TRUNCATE ON audit_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_heads_no_delete BEFORE DELETE ON audit_heads FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION audit_head_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.chain <> OLD.chain OR NEW.seq <> OLD.seq + 1 THEN
    RAISE EXCEPTION 'immutable: the head of an audit chain only moves to the next entry' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER audit_heads_grow BEFORE UPDATE ON audit_heads FOR EACH ROW EXECUTE FUNCTION audit_head_grows();

-- Organizations
ALTER TABLE organizations
  ADD CONSTRAINT organizations_name_not_blank CHECK (btrim(name) <> ''),
  ADD CONSTRAINT organizations_credit_code_form CHECK (credit_code ~ '^[0-9ABCDEFGHJKLMNPQRTUWXY]{18}$'),
  ADD CONSTRAINT organizations_not_own_parent CHECK (parent_id <> id),
  ADD CONSTRAINT organizations_merged_into CHECK ((status = 'merged') = (merged_into_id IS NOT NULL) AND merged_into_id <> id),
  ADD CONSTRAINT organizations_region CHECK (region_code ~ '^[0-9]{6}$');
CREATE INDEX "organizations_search_text_trgm" ON "organizations" USING GIN ("search_text" gin_trgm_ops);
ALTER TABLE organization_names ADD CONSTRAINT organization_names_dates CHECK (valid_to >= valid_from);
ALTER TABLE alliance_relations ADD CONSTRAINT alliance_relations_two CHECK (from_id <> to_id);
ALTER TABLE alliances ADD CONSTRAINT alliances_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
-- S003-34: a city alliance stands on an industrial park, once it is founded.
ALTER TABLE alliances ADD CONSTRAINT alliances_city_park CHECK (type <> 'city_alliance' OR status = 'preparing' OR base_park_id IS NOT NULL OR published_at IS NULL);
ALTER TABLE users ADD CONSTRAINT users_email_folded CHECK (email = lower(email) AND email ~ '^[\x21-\x7e]+@[\x21-\x7e]+$');
ALTER TABLE role_grants
  ADD CONSTRAINT role_grants_dates CHECK (valid_to >= valid_from),
  ADD CONSTRAINT role_grants_scope CHECK ((role = 'platform_admin') = (alliance_id IS NULL)),
  -- A-10: nobody grants a role to himself.
  ADD CONSTRAINT role_grants_not_self CHECK (granted_by_id IS NULL OR granted_by_id <> user_id),
  ADD CONSTRAINT role_grants_organization CHECK (role NOT IN ('school_leader', 'reporter', 'enterprise_contact') OR organization_id IS NOT NULL);

-- Memberships: dates are whole days, both ends included.
ALTER TABLE membership_periods
  ADD CONSTRAINT membership_periods_dates CHECK (valid_to >= valid_from),
  ADD CONSTRAINT membership_periods_opened CHECK (opened_by_resolution_id IS NOT NULL OR opened_reason IS NOT NULL),
  ADD CONSTRAINT membership_periods_no_overlap EXCLUDE USING gist (membership_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&);
ALTER TABLE membership_suspensions
  ADD CONSTRAINT membership_suspensions_dates CHECK (valid_to >= valid_from),
  ADD CONSTRAINT membership_suspensions_no_overlap EXCLUDE USING gist (membership_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&);
-- behaviour 4.1 guard 5: one authorised representative at a time.
ALTER TABLE representatives
  ADD CONSTRAINT representatives_dates CHECK (valid_to >= valid_from),
  ADD CONSTRAINT representatives_one_authorised EXCLUDE USING gist (membership_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&) WHERE (kind = 'authorised');
-- One open application of a credit code per alliance.
CREATE UNIQUE INDEX membership_applications_one_open ON membership_applications (alliance_id, credit_code)
  WHERE state IN ('submitted', 'checking', 'supplement', 'recommended', 'on_agenda');
ALTER TABLE membership_applications
  ADD CONSTRAINT membership_applications_code CHECK (credit_code ~ '^[0-9ABCDEFGHJKLMNPQRTUWXY]{18}$'),
  ADD CONSTRAINT membership_applications_admitted CHECK (state <> 'admitted' OR (resolution_id IS NOT NULL AND membership_id IS NOT NULL));

-- I-13: a seat has one holder at a time.
ALTER TABLE seat_holdings
  ADD CONSTRAINT seat_holdings_dates CHECK (valid_to >= valid_from),
  ADD CONSTRAINT seat_holdings_holder CHECK (membership_id IS NOT NULL OR person_id IS NOT NULL),
  ADD CONSTRAINT seat_holdings_no_overlap EXCLUDE USING gist (seat_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&);
ALTER TABLE terms ADD CONSTRAINT terms_dates CHECK (ends_on > starts_on AND (extended_to IS NULL OR extended_to > ends_on) AND ordinal > 0);
ALTER TABLE rule_sets
  ADD CONSTRAINT rule_sets_fractions CHECK (quorum_num > 0 AND quorum_den > 0 AND quorum_num <= quorum_den AND pass_num > 0 AND pass_den > 0 AND pass_num <= pass_den),
  ADD CONSTRAINT rule_sets_dates CHECK (valid_to >= valid_from),
  ADD CONSTRAINT rule_sets_one_in_force EXCLUDE USING gist (body_id WITH =, matter WITH =, daterange(valid_from, valid_to, '[]') WITH &&);
ALTER TABLE meetings ADD CONSTRAINT meetings_recorded CHECK (NOT record_only OR (original_file_id IS NOT NULL AND recorded_at IS NOT NULL AND seats_all IS NOT NULL AND seats_filled IS NOT NULL));

-- I-10: what was cast is what was counted; nobody votes who was not there.
ALTER TABLE motions
  ADD CONSTRAINT motions_counts CHECK (yes >= 0 AND no >= 0 AND abstain >= 0 AND invalid >= 0 AND recused >= 0 AND present >= 0 AND recused <= present AND yes + no + abstain + invalid <= present - recused),
  ADD CONSTRAINT motions_contradiction CHECK (outcome = computed_outcome OR btrim(coalesce(contradiction_reason, '')) <> '');
-- I-04: a result never changes.
CREATE TRIGGER motions_immutable BEFORE UPDATE OR DELETE ON motions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER resolutions_immutable BEFORE UPDATE OR DELETE ON resolutions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER attendances_immutable BEFORE UPDATE OR DELETE ON attendances FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER stored_files_immutable BEFORE UPDATE OR DELETE ON stored_files FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION resolution_needs_carried_motion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM motions WHERE alliance_id = NEW.alliance_id AND id = NEW.motion_id AND outcome = 'carried') THEN
    RAISE EXCEPTION 'guard: a resolution comes from a carried motion' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER resolutions_carried BEFORE INSERT ON resolutions FOR EACH ROW EXECUTE FUNCTION resolution_needs_carried_motion();

-- I-24: a series moves by one.
CREATE FUNCTION counter_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.value <> OLD.value + 1 THEN
    RAISE EXCEPTION 'immutable: a number series moves by one' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER counters_grow BEFORE UPDATE OF value ON counters FOR EACH ROW EXECUTE FUNCTION counter_grows();

-- Projects and money
ALTER TABLE projects
  ADD CONSTRAINT projects_title_not_blank CHECK (btrim(title) <> ''),
  ADD CONSTRAINT projects_dates CHECK (ends_on >= starts_on),
  ADD CONSTRAINT projects_code CHECK ((code_year IS NULL) = (code_number IS NULL) AND (code_number IS NULL) = (registered_at IS NULL)),
  ADD CONSTRAINT projects_numbered CHECK (state NOT IN ('registered', 'running', 'suspended', 'acceptance_requested', 'accepting', 'accepted') OR code_number IS NOT NULL);
ALTER TABLE project_parties
  ADD CONSTRAINT project_parties_answered CHECK ((state = 'pending') = (answered_at IS NULL)),
  ADD CONSTRAINT project_parties_declined CHECK (state <> 'declined' OR btrim(coalesce(reason, '')) <> '');
-- I-19: within ±10^15 yuan.
ALTER TABLE fund_commitments
  ADD CONSTRAINT fund_commitments_amount CHECK (amount > 0 AND amount < 1000000000000000),
  ADD CONSTRAINT fund_commitments_valued CHECK (kind = 'cash' OR btrim(coalesce(valuation, '')) <> ''),
  ADD CONSTRAINT fund_commitments_conditional CHECK (state <> 'conditional' OR btrim(coalesce(condition, '')) <> '');
ALTER TABLE fund_receipts
  ADD CONSTRAINT fund_receipts_amount CHECK (abs(amount) < 1000000000000000 AND amount <> 0 AND (amount > 0) = (reversal_of_id IS NULL)),
  ADD CONSTRAINT fund_receipts_booked CHECK ((state = 'booked') = (booked_at IS NOT NULL)),
  -- I-15: who enters does not book.
  ADD CONSTRAINT fund_receipts_two_persons CHECK (booked_by_id IS NULL OR entered_by_id IS NULL OR booked_by_id <> entered_by_id);
CREATE UNIQUE INDEX fund_receipts_voucher ON fund_receipts (alliance_id, voucher_no) WHERE reversal_of_id IS NULL;

CREATE FUNCTION refuse_booked_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'booked' THEN
    RAISE EXCEPTION 'immutable: a booked receipt is reversed, never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER fund_receipts_booked_immutable BEFORE UPDATE OR DELETE ON fund_receipts FOR EACH ROW EXECUTE FUNCTION refuse_booked_change();

CREATE FUNCTION reversal_is_exact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.reversal_of_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM fund_receipts r WHERE r.alliance_id = NEW.alliance_id AND r.id = NEW.reversal_of_id
      AND r.state = 'booked' AND r.amount = -NEW.amount AND r.kind = NEW.kind AND r.organization_id = NEW.organization_id
      AND r.project_id = NEW.project_id AND r.reversal_of_id IS NULL
  ) THEN
    RAISE EXCEPTION 'guard: a reversal is the exact negative of one booked receipt' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fund_receipts_reversal BEFORE INSERT ON fund_receipts FOR EACH ROW EXECUTE FUNCTION reversal_is_exact();

-- Outcome records
ALTER TABLE outcome_records
  ADD CONSTRAINT outcome_records_title CHECK (btrim(title) <> ''),
  ADD CONSTRAINT outcome_records_quantity CHECK (quantity >= 0 AND quantity < 1000000000000000),
  ADD CONSTRAINT outcome_records_year CHECK (year BETWEEN 1980 AND 2100),
  ADD CONSTRAINT outcome_records_returned CHECK (state <> 'returned' OR btrim(coalesce(return_reason, '')) <> ''),
  -- I-15: who enters does not verify.
  ADD CONSTRAINT outcome_records_two_persons CHECK (verified_by_id IS NULL OR entered_by_id IS NULL OR verified_by_id <> entered_by_id),
  ADD CONSTRAINT outcome_records_verified CHECK (state NOT IN ('verified', 'published') OR verified_at IS NOT NULL);

-- I-16: verified figures change only by publication or by being superseded through a correction.
CREATE FUNCTION refuse_verified_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state IN ('verified', 'published', 'superseded') THEN
      RAISE EXCEPTION 'immutable: a verified record is corrected, never deleted' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD.state IN ('verified', 'published', 'superseded') AND (
    NEW.organization_id, NEW.metric_code, NEW.title, NEW.year, NEW.occurred_on, NEW.quantity, NEW.verified_by_id, NEW.verified_at
  ) IS DISTINCT FROM (
    OLD.organization_id, OLD.metric_code, OLD.title, OLD.year, OLD.occurred_on, OLD.quantity, OLD.verified_by_id, OLD.verified_at
  ) OR OLD.state IN ('verified', 'published', 'superseded') AND (
    NEW.natural_key IS DISTINCT FROM OLD.natural_key OR NEW.file_id IS DISTINCT FROM OLD.file_id
    OR NEW.state NOT IN ('verified', 'published', 'superseded')
  ) THEN
    RAISE EXCEPTION 'immutable: a verified record is corrected, never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER outcome_records_verified_immutable BEFORE UPDATE OR DELETE ON outcome_records FOR EACH ROW EXECUTE FUNCTION refuse_verified_change();

-- Roll-ups: statement triggers, so a bulk load pays once; rows are touched in one order, so writers do not deadlock.
CREATE FUNCTION outcome_rollup_add() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO outcome_rollups (alliance_id, organization_id, metric_code, year, state, records, total)
      SELECT alliance_id, organization_id, metric_code, year, state, count(*), sum(quantity) FROM new_rows
      GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 3, 4, 5, 2
      ON CONFLICT (alliance_id, metric_code, year, state, organization_id)
      DO UPDATE SET records = outcome_rollups.records + excluded.records, total = outcome_rollups.total + excluded.total;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO outcome_rollups (alliance_id, organization_id, metric_code, year, state, records, total)
      SELECT alliance_id, organization_id, metric_code, year, state, -count(*), -sum(quantity) FROM old_rows
      GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 3, 4, 5, 2
      ON CONFLICT (alliance_id, metric_code, year, state, organization_id)
      DO UPDATE SET records = outcome_rollups.records + excluded.records, total = outcome_rollups.total + excluded.total;
  ELSE
    INSERT INTO outcome_rollups (alliance_id, organization_id, metric_code, year, state, records, total)
      SELECT alliance_id, organization_id, metric_code, year, state, sum(n), sum(q) FROM (
        SELECT alliance_id, organization_id, metric_code, year, state, 1 AS n, quantity AS q FROM new_rows
        UNION ALL
        SELECT alliance_id, organization_id, metric_code, year, state, -1, -quantity FROM old_rows
      ) d GROUP BY 1, 2, 3, 4, 5 HAVING sum(n) <> 0 OR sum(q) <> 0 ORDER BY 1, 3, 4, 5, 2
      ON CONFLICT (alliance_id, metric_code, year, state, organization_id)
      DO UPDATE SET records = outcome_rollups.records + excluded.records, total = outcome_rollups.total + excluded.total;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER outcome_rollup_insert AFTER INSERT ON outcome_records REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION outcome_rollup_add();
CREATE TRIGGER outcome_rollup_delete AFTER DELETE ON outcome_records REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION outcome_rollup_add();
CREATE TRIGGER outcome_rollup_update AFTER UPDATE ON outcome_records REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION outcome_rollup_add();

-- What the roll-up must equal; the rebuild of the command line and the check compare with it.
CREATE VIEW outcome_rollup_truth AS
  SELECT alliance_id, organization_id, metric_code, year, state, count(*)::int AS records, sum(quantity) AS total
  FROM outcome_records GROUP BY 1, 2, 3, 4, 5;

-- The two money tables share one roll-up; the side is NULL where an entry counts nowhere (cancelled).
CREATE FUNCTION commitment_side(s commitment_state) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE s WHEN 'confirmed' THEN 'promised' WHEN 'proposed' THEN 'proposed' WHEN 'conditional' THEN 'conditional' END
$$;
CREATE FUNCTION receipt_side(s receipt_state) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE s WHEN 'booked' THEN 'received' ELSE 'entered' END
$$;

CREATE VIEW fund_rollup_truth AS
  SELECT alliance_id, organization_id, extract(year FROM promised_on)::int AS year, commitment_side(state) AS side,
    (kind = 'cash') AS cash, count(*)::int AS records, sum(amount) AS total
  FROM fund_commitments WHERE commitment_side(state) IS NOT NULL GROUP BY 1, 2, 3, 4, 5
  UNION ALL
  SELECT alliance_id, organization_id, extract(year FROM received_on)::int, receipt_side(state), (kind = 'cash'),
    count(*)::int, sum(amount)
  FROM fund_receipts GROUP BY 1, 2, 3, 4, 5;

CREATE FUNCTION fund_rollup_commitment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  plus boolean := TG_OP <> 'DELETE';
  minus boolean := TG_OP <> 'INSERT';
BEGIN
  INSERT INTO fund_rollups (alliance_id, organization_id, year, side, cash, records, total)
    SELECT a, o, y, s, c, sum(n), sum(q) FROM (
      SELECT NEW.alliance_id AS a, NEW.organization_id AS o, extract(year FROM NEW.promised_on)::int AS y,
        commitment_side(NEW.state) AS s, (NEW.kind = 'cash') AS c, 1 AS n, NEW.amount AS q WHERE plus
      UNION ALL
      SELECT OLD.alliance_id, OLD.organization_id, extract(year FROM OLD.promised_on)::int, commitment_side(OLD.state),
        (OLD.kind = 'cash'), -1, -OLD.amount WHERE minus
    ) d WHERE s IS NOT NULL GROUP BY 1, 2, 3, 4, 5 HAVING sum(n) <> 0 OR sum(q) <> 0 ORDER BY 1, 3, 4, 5, 2
    ON CONFLICT (alliance_id, year, side, cash, organization_id)
    DO UPDATE SET records = fund_rollups.records + excluded.records, total = fund_rollups.total + excluded.total;
  RETURN NULL;
END $$;
CREATE TRIGGER fund_rollup_commitments AFTER INSERT OR UPDATE OR DELETE ON fund_commitments FOR EACH ROW EXECUTE FUNCTION fund_rollup_commitment();

CREATE FUNCTION fund_rollup_receipt() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  plus boolean := TG_OP <> 'DELETE';
  minus boolean := TG_OP <> 'INSERT';
BEGIN
  INSERT INTO fund_rollups (alliance_id, organization_id, year, side, cash, records, total)
    SELECT a, o, y, s, c, sum(n), sum(q) FROM (
      SELECT NEW.alliance_id AS a, NEW.organization_id AS o, extract(year FROM NEW.received_on)::int AS y,
        receipt_side(NEW.state) AS s, (NEW.kind = 'cash') AS c, 1 AS n, NEW.amount AS q WHERE plus
      UNION ALL
      SELECT OLD.alliance_id, OLD.organization_id, extract(year FROM OLD.received_on)::int, receipt_side(OLD.state),
        (OLD.kind = 'cash'), -1, -OLD.amount WHERE minus
    ) d GROUP BY 1, 2, 3, 4, 5 HAVING sum(n) <> 0 OR sum(q) <> 0 ORDER BY 1, 3, 4, 5, 2
    ON CONFLICT (alliance_id, year, side, cash, organization_id)
    DO UPDATE SET records = fund_rollups.records + excluded.records, total = fund_rollups.total + excluded.total;
  RETURN NULL;
END $$;
CREATE TRIGGER fund_rollup_receipts AFTER INSERT OR UPDATE OR DELETE ON fund_receipts FOR EACH ROW EXECUTE FUNCTION fund_rollup_receipt();
