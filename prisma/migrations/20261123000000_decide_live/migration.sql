-- CreateEnum
CREATE TYPE "document_state" AS ENUM ('draft', 'adopted', 'superseded', 'repealed', 'withdrawn');

-- CreateEnum
CREATE TYPE "delegate_kind" AS ENUM ('principal', 'alternate');

-- CreateEnum
CREATE TYPE "meeting_kind" AS ENUM ('regular', 'extraordinary', 'founding', 'second_call', 'continuation');

-- CreateEnum
CREATE TYPE "agenda_item_kind" AS ENUM ('report', 'decide', 'elect', 'procedural', 'follow_up');

-- CreateEnum
CREATE TYPE "agenda_item_state" AS ENUM ('planned', 'open', 'decided', 'heard', 'deferred', 'withdrawn', 'referred_up');

-- CreateEnum
CREATE TYPE "proposal_state" AS ENUM ('proposed', 'accepted', 'rejected', 'withdrawn');

-- CreateEnum
CREATE TYPE "rsvp" AS ENUM ('none', 'coming', 'online', 'alternate', 'proxy', 'excused');

-- CreateEnum
CREATE TYPE "presence_capacity" AS ENUM ('principal', 'alternate');

-- CreateEnum
CREATE TYPE "presence_mode" AS ENUM ('room', 'online');

-- CreateEnum
CREATE TYPE "proxy_state" AS ENUM ('signed', 'accepted', 'active', 'used', 'revoked', 'expired');

-- CreateEnum
CREATE TYPE "recusal_state" AS ENUM ('suggested', 'declared', 'denied', 'challenged', 'recused', 'cleared');

-- CreateEnum
CREATE TYPE "interest_kind" AS ENUM ('equity', 'employment', 'family', 'supplier', 'same_group', 'other');

-- CreateEnum
CREATE TYPE "minutes_state" AS ENUM ('draft', 'chair_review', 'circulated', 'confirmed', 'published');

-- CreateEnum
CREATE TYPE "objection_state" AS ENUM ('open', 'accepted', 'rejected', 'noted');

-- CreateEnum
CREATE TYPE "erratum_kind" AS ENUM ('clerical', 'factual', 'vote_record');

-- CreateEnum
CREATE TYPE "task_state" AS ENUM ('open', 'running', 'reported', 'accepted', 'dropped');

-- CreateEnum
CREATE TYPE "vote_state" AS ENUM ('prepared', 'open', 'counted', 'declared', 'inquorate', 'aborted', 'voided');

-- CreateEnum
CREATE TYPE "vote_reason" AS ENUM ('procedural_error', 'tie', 'no_quorum', 'new_facts', 'challenge_upheld');

-- CreateEnum
CREATE TYPE "choice" AS ENUM ('yes', 'no', 'abstain', 'invalid');

-- CreateEnum
CREATE TYPE "resolution_event_kind" AS ENUM ('amended', 'superseded', 'repealed', 'completed', 'under_review', 'review_ended');

-- AlterTable
ALTER TABLE "agenda_items" ADD COLUMN     "effect" JSONB NOT NULL DEFAULT '{"kind": "none"}',
ADD COLUMN     "explanation" TEXT,
ADD COLUMN     "guarded" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "kind" "agenda_item_kind" NOT NULL DEFAULT 'decide',
ADD COLUMN     "matter" "matter",
ADD COLUMN     "proposer" VARCHAR(200),
ADD COLUMN     "state" "agenda_item_state" NOT NULL DEFAULT 'planned',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "meetings" ADD COLUMN     "chair_seat_id" UUID,
ADD COLUMN     "check_in_hash" CHAR(64),
ADD COLUMN     "closed_at" TIMESTAMPTZ(3),
ADD COLUMN     "continues_id" UUID,
ADD COLUMN     "current_item_id" UUID,
ADD COLUMN     "kind" "meeting_kind" NOT NULL DEFAULT 'regular',
ADD COLUMN     "link" VARCHAR(500),
ADD COLUMN     "notice_waiver" VARCHAR(500),
ADD COLUMN     "noticed_at" TIMESTAMPTZ(3),
ADD COLUMN     "opened_at" TIMESTAMPTZ(3),
ADD COLUMN     "ordinal" INTEGER,
ADD COLUMN     "replies_until" TIMESTAMPTZ(3),
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "state_reason" VARCHAR(500);

-- AlterTable
ALTER TABLE "resolutions" ADD COLUMN     "expires_on" DATE,
ADD COLUMN     "review_on" DATE;

-- AlterTable
ALTER TABLE "rule_sets" ADD COLUMN     "article_id" UUID,
ADD COLUMN     "options" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "papers_days" INTEGER,
ADD COLUMN     "resolution_id" UUID;

-- AlterTable
ALTER TABLE "seat_holdings" ADD COLUMN     "end_reason" VARCHAR(300);

-- CreateTable
CREATE TABLE "documents" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "kind" VARCHAR(40) NOT NULL,
    "title" VARCHAR(200) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "state" "document_state" NOT NULL DEFAULT 'draft',
    "reference" VARCHAR(100),
    "file_id" UUID,
    "effective_on" DATE,
    "ends_on" DATE,
    "resolution_id" UUID,
    "supersedes_id" UUID,
    "published" BOOLEAN NOT NULL DEFAULT false,
    "sha256" CHAR(64),
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "documents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_articles" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "heading" VARCHAR(100),
    "text" TEXT NOT NULL,

    CONSTRAINT "document_articles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seat_delegates" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "holding_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "delegate_kind" NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "letter_file_id" UUID,
    "letter_until" DATE,

    CONSTRAINT "seat_delegates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item_papers" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "title" VARCHAR(200) NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "item_papers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agenda_proposals" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "meeting_id" UUID,
    "item_id" UUID,
    "organization_id" UUID,
    "proposed_by_id" UUID NOT NULL,
    "title" VARCHAR(200) NOT NULL,
    "explanation" TEXT NOT NULL,
    "party_prior" BOOLEAN NOT NULL DEFAULT false,
    "file_id" UUID,
    "state" "proposal_state" NOT NULL DEFAULT 'proposed',
    "reason" VARCHAR(500),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "agenda_proposals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_seats" (
    "alliance_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "position" "seat_position" NOT NULL,
    "voting" BOOLEAN NOT NULL,
    "eligible" BOOLEAN NOT NULL,
    "holder_name" VARCHAR(300),
    "membership_id" UUID,
    "organization_id" UUID,
    "person_id" UUID,
    "person_name" VARCHAR(100),
    "delivered_at" TIMESTAMPTZ(3),
    "read_at" TIMESTAMPTZ(3),
    "rsvp" "rsvp" NOT NULL DEFAULT 'none',
    "rsvp_at" TIMESTAMPTZ(3),
    "frozen_at" TIMESTAMPTZ(3),

    CONSTRAINT "meeting_seats_pkey" PRIMARY KEY ("meeting_id","seat_id")
);

-- CreateTable
CREATE TABLE "presences" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "person_id" UUID,
    "person_name" VARCHAR(100) NOT NULL,
    "capacity" "presence_capacity" NOT NULL,
    "mode" "presence_mode" NOT NULL,
    "came_at" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),
    "seen_at" TIMESTAMPTZ(3),
    "recorded_by_id" UUID,

    CONSTRAINT "presences_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proxies" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "principal_seat_id" UUID NOT NULL,
    "holder_seat_id" UUID NOT NULL,
    "state" "proxy_state" NOT NULL DEFAULT 'signed',
    "letter_file_id" UUID,
    "instructions" JSONB NOT NULL DEFAULT '{}',
    "cap" INTEGER NOT NULL,
    "reason" VARCHAR(300),
    "granted_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "proxies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recusals" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "state" "recusal_state" NOT NULL,
    "source" VARCHAR(60) NOT NULL,
    "reason" VARCHAR(500),
    "declared_by_id" UUID,
    "state_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "recusals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interests" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "kind" "interest_kind" NOT NULL,
    "person_id" UUID,
    "organization_id" UUID,
    "counterpart_id" UUID NOT NULL,
    "note" VARCHAR(300),
    "declared_by_id" UUID,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "interests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "minutes" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "state" "minutes_state" NOT NULL DEFAULT 'draft',
    "year" INTEGER,
    "number" INTEGER,
    "circulated_at" TIMESTAMPTZ(3),
    "object_until" DATE,
    "confirmed_at" TIMESTAMPTZ(3),
    "sha256" CHAR(64),
    "published_at" TIMESTAMPTZ(3),
    "drafted_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "minutes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "minutes_paragraphs" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "minutes_id" UUID NOT NULL,
    "sort_order" INTEGER NOT NULL,
    "part" VARCHAR(30) NOT NULL,
    "item_id" UUID,
    "text" TEXT NOT NULL,
    "internal" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "minutes_paragraphs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "minutes_objections" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "paragraph_id" UUID NOT NULL,
    "seat_id" UUID,
    "author_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "state" "objection_state" NOT NULL DEFAULT 'open',
    "answer" VARCHAR(1000),
    "answered_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "minutes_objections_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "minutes_signatures" (
    "alliance_id" UUID NOT NULL,
    "minutes_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "capacity" VARCHAR(30) NOT NULL,
    "person_name" VARCHAR(100) NOT NULL,
    "signed_at" TIMESTAMPTZ(3),
    "refused_at" TIMESTAMPTZ(3),
    "reason" VARCHAR(500),
    "sha256" CHAR(64),

    CONSTRAINT "minutes_signatures_pkey" PRIMARY KEY ("minutes_id","person_id")
);

-- CreateTable
CREATE TABLE "minutes_errata" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "minutes_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "erratum_kind" NOT NULL,
    "paragraph_id" UUID,
    "old_text" TEXT NOT NULL,
    "new_text" TEXT NOT NULL,
    "reason" VARCHAR(500) NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "approved_by_id" UUID,
    "resolution_id" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "minutes_errata_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tasks" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "resolution_id" UUID,
    "title" VARCHAR(200) NOT NULL,
    "detail" TEXT,
    "organization_id" UUID,
    "person_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "state" "task_state" NOT NULL DEFAULT 'open',
    "state_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tasks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_events" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "state" "task_state" NOT NULL,
    "text" VARCHAR(1000),
    "changes" JSONB,
    "file_id" UUID,
    "author_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "task_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "votes" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL DEFAULT 1,
    "text" TEXT NOT NULL,
    "matter" "matter" NOT NULL,
    "method" "vote_method" NOT NULL,
    "state" "vote_state" NOT NULL DEFAULT 'prepared',
    "rule_set_id" UUID NOT NULL,
    "supersedes_id" UUID,
    "supersede_reason" "vote_reason",
    "opened_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3),
    "extended" BOOLEAN NOT NULL DEFAULT false,
    "closed_at" TIMESTAMPTZ(3),
    "declared_at" TIMESTAMPTZ(3),
    "opening" JSONB,
    "opening_hash" CHAR(64),
    "closing" JSONB,
    "closing_hash" CHAR(64),
    "tally" JSONB,
    "casting_vote" JSONB,
    "seal_key" BYTEA,
    "seal_public_key" BYTEA,
    "challenge" JSONB,
    "state_reason" VARCHAR(500),
    "motion_id" UUID,
    "opened_by_id" UUID,
    "closed_by_id" UUID,
    "declared_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "votes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vote_electors" (
    "alliance_id" UUID NOT NULL,
    "vote_id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "holder_name" VARCHAR(300) NOT NULL,
    "person_id" UUID,
    "proxy_seat_id" UUID,
    "proxy_id" UUID,

    CONSTRAINT "vote_electors_pkey" PRIMARY KEY ("vote_id","seat_id")
);

-- CreateTable
CREATE TABLE "ballots" (
    "alliance_id" UUID NOT NULL,
    "vote_id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "choice" "choice" NOT NULL,
    "cast_at" TIMESTAMPTZ(3) NOT NULL,
    "cast_by_id" UUID NOT NULL,
    "proxy_seat_id" UUID,
    "paper_file_id" UUID,
    "confirmed_by_id" UUID,
    "changes" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ballots_pkey" PRIMARY KEY ("vote_id","seat_id")
);

-- CreateTable
CREATE TABLE "ballot_issues" (
    "alliance_id" UUID NOT NULL,
    "vote_id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,

    CONSTRAINT "ballot_issues_pkey" PRIMARY KEY ("vote_id","seat_id")
);

-- CreateTable
CREATE TABLE "ballot_box" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "vote_id" UUID NOT NULL,
    "sealed" BYTEA,
    "choice" "choice",

    CONSTRAINT "ballot_box_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hand_counts" (
    "alliance_id" UUID NOT NULL,
    "vote_id" UUID NOT NULL,
    "counted_by_id" UUID NOT NULL,
    "yes" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "abstain" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hand_counts_pkey" PRIMARY KEY ("vote_id","counted_by_id")
);

-- CreateTable
CREATE TABLE "resolution_events" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "resolution_id" UUID NOT NULL,
    "kind" "resolution_event_kind" NOT NULL,
    "by_resolution_id" UUID,
    "on" DATE NOT NULL,
    "reason" VARCHAR(500),
    "recorded_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "resolution_events_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "documents_alliance_id_file_id_idx" ON "documents"("alliance_id", "file_id");

-- CreateIndex
CREATE INDEX "documents_alliance_id_resolution_id_idx" ON "documents"("alliance_id", "resolution_id");

-- CreateIndex
CREATE INDEX "documents_alliance_id_supersedes_id_idx" ON "documents"("alliance_id", "supersedes_id");

-- CreateIndex
CREATE UNIQUE INDEX "documents_alliance_id_id_key" ON "documents"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "documents_alliance_id_kind_title_version_key" ON "documents"("alliance_id", "kind", "title", "version");

-- CreateIndex
CREATE INDEX "document_articles_alliance_id_document_id_idx" ON "document_articles"("alliance_id", "document_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_articles_alliance_id_id_key" ON "document_articles"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "document_articles_document_id_number_key" ON "document_articles"("document_id", "number");

-- CreateIndex
CREATE INDEX "seat_delegates_alliance_id_holding_id_idx" ON "seat_delegates"("alliance_id", "holding_id");

-- CreateIndex
CREATE INDEX "seat_delegates_person_id_idx" ON "seat_delegates"("person_id");

-- CreateIndex
CREATE INDEX "seat_delegates_alliance_id_letter_file_id_idx" ON "seat_delegates"("alliance_id", "letter_file_id");

-- CreateIndex
CREATE UNIQUE INDEX "seat_delegates_alliance_id_id_key" ON "seat_delegates"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "item_papers_alliance_id_item_id_idx" ON "item_papers"("alliance_id", "item_id");

-- CreateIndex
CREATE INDEX "item_papers_alliance_id_file_id_idx" ON "item_papers"("alliance_id", "file_id");

-- CreateIndex
CREATE UNIQUE INDEX "item_papers_alliance_id_id_key" ON "item_papers"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "item_papers_item_id_file_id_key" ON "item_papers"("item_id", "file_id");

-- CreateIndex
CREATE INDEX "agenda_proposals_alliance_id_body_id_state_idx" ON "agenda_proposals"("alliance_id", "body_id", "state");

-- CreateIndex
CREATE INDEX "agenda_proposals_alliance_id_meeting_id_idx" ON "agenda_proposals"("alliance_id", "meeting_id");

-- CreateIndex
CREATE INDEX "agenda_proposals_alliance_id_item_id_idx" ON "agenda_proposals"("alliance_id", "item_id");

-- CreateIndex
CREATE INDEX "agenda_proposals_organization_id_idx" ON "agenda_proposals"("organization_id");

-- CreateIndex
CREATE INDEX "agenda_proposals_alliance_id_file_id_idx" ON "agenda_proposals"("alliance_id", "file_id");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_proposals_alliance_id_id_key" ON "agenda_proposals"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "meeting_seats_alliance_id_seat_id_idx" ON "meeting_seats"("alliance_id", "seat_id");

-- CreateIndex
CREATE INDEX "meeting_seats_person_id_idx" ON "meeting_seats"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_seats_alliance_id_meeting_id_seat_id_key" ON "meeting_seats"("alliance_id", "meeting_id", "seat_id");

-- CreateIndex
CREATE INDEX "presences_alliance_id_meeting_id_seat_id_idx" ON "presences"("alliance_id", "meeting_id", "seat_id");

-- CreateIndex
CREATE UNIQUE INDEX "presences_alliance_id_id_key" ON "presences"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "proxies_alliance_id_meeting_id_idx" ON "proxies"("alliance_id", "meeting_id");

-- CreateIndex
CREATE INDEX "proxies_alliance_id_letter_file_id_idx" ON "proxies"("alliance_id", "letter_file_id");

-- CreateIndex
CREATE UNIQUE INDEX "proxies_alliance_id_id_key" ON "proxies"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "recusals_alliance_id_item_id_idx" ON "recusals"("alliance_id", "item_id");

-- CreateIndex
CREATE UNIQUE INDEX "recusals_alliance_id_id_key" ON "recusals"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "recusals_item_id_seat_id_key" ON "recusals"("item_id", "seat_id");

-- CreateIndex
CREATE INDEX "interests_person_id_idx" ON "interests"("person_id");

-- CreateIndex
CREATE INDEX "interests_organization_id_idx" ON "interests"("organization_id");

-- CreateIndex
CREATE INDEX "interests_counterpart_id_idx" ON "interests"("counterpart_id");

-- CreateIndex
CREATE UNIQUE INDEX "interests_alliance_id_id_key" ON "interests"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "minutes_alliance_id_id_key" ON "minutes"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "minutes_alliance_id_meeting_id_key" ON "minutes"("alliance_id", "meeting_id");

-- CreateIndex
CREATE INDEX "minutes_paragraphs_alliance_id_minutes_id_idx" ON "minutes_paragraphs"("alliance_id", "minutes_id");

-- CreateIndex
CREATE UNIQUE INDEX "minutes_paragraphs_alliance_id_id_key" ON "minutes_paragraphs"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "minutes_paragraphs_minutes_id_sort_order_key" ON "minutes_paragraphs"("minutes_id", "sort_order");

-- CreateIndex
CREATE INDEX "minutes_objections_alliance_id_paragraph_id_idx" ON "minutes_objections"("alliance_id", "paragraph_id");

-- CreateIndex
CREATE UNIQUE INDEX "minutes_objections_alliance_id_id_key" ON "minutes_objections"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "minutes_signatures_alliance_id_minutes_id_idx" ON "minutes_signatures"("alliance_id", "minutes_id");

-- CreateIndex
CREATE INDEX "minutes_signatures_person_id_idx" ON "minutes_signatures"("person_id");

-- CreateIndex
CREATE INDEX "minutes_errata_alliance_id_minutes_id_idx" ON "minutes_errata"("alliance_id", "minutes_id");

-- CreateIndex
CREATE UNIQUE INDEX "minutes_errata_alliance_id_id_key" ON "minutes_errata"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "minutes_errata_minutes_id_number_key" ON "minutes_errata"("minutes_id", "number");

-- CreateIndex
CREATE INDEX "tasks_alliance_id_state_due_on_idx" ON "tasks"("alliance_id", "state", "due_on");

-- CreateIndex
CREATE INDEX "tasks_alliance_id_resolution_id_idx" ON "tasks"("alliance_id", "resolution_id");

-- CreateIndex
CREATE INDEX "tasks_organization_id_idx" ON "tasks"("organization_id");

-- CreateIndex
CREATE INDEX "tasks_person_id_idx" ON "tasks"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "tasks_alliance_id_id_key" ON "tasks"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "task_events_alliance_id_task_id_idx" ON "task_events"("alliance_id", "task_id");

-- CreateIndex
CREATE INDEX "task_events_alliance_id_file_id_idx" ON "task_events"("alliance_id", "file_id");

-- CreateIndex
CREATE UNIQUE INDEX "task_events_alliance_id_id_key" ON "task_events"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "votes_alliance_id_item_id_idx" ON "votes"("alliance_id", "item_id");

-- CreateIndex
CREATE INDEX "votes_alliance_id_rule_set_id_idx" ON "votes"("alliance_id", "rule_set_id");

-- CreateIndex
CREATE INDEX "votes_alliance_id_supersedes_id_idx" ON "votes"("alliance_id", "supersedes_id");

-- CreateIndex
CREATE UNIQUE INDEX "votes_alliance_id_id_key" ON "votes"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "votes_alliance_id_motion_id_key" ON "votes"("alliance_id", "motion_id");

-- CreateIndex
CREATE UNIQUE INDEX "votes_item_id_ordinal_key" ON "votes"("item_id", "ordinal");

-- CreateIndex
CREATE INDEX "vote_electors_person_id_idx" ON "vote_electors"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "vote_electors_alliance_id_vote_id_seat_id_key" ON "vote_electors"("alliance_id", "vote_id", "seat_id");

-- CreateIndex
CREATE INDEX "ballots_alliance_id_paper_file_id_idx" ON "ballots"("alliance_id", "paper_file_id");

-- CreateIndex
CREATE INDEX "ballot_box_alliance_id_vote_id_idx" ON "ballot_box"("alliance_id", "vote_id");

-- CreateIndex
CREATE UNIQUE INDEX "ballot_box_alliance_id_id_key" ON "ballot_box"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "hand_counts_alliance_id_vote_id_idx" ON "hand_counts"("alliance_id", "vote_id");

-- CreateIndex
CREATE INDEX "resolution_events_alliance_id_resolution_id_idx" ON "resolution_events"("alliance_id", "resolution_id");

-- CreateIndex
CREATE INDEX "resolution_events_alliance_id_by_resolution_id_idx" ON "resolution_events"("alliance_id", "by_resolution_id");

-- CreateIndex
CREATE UNIQUE INDEX "resolution_events_alliance_id_id_key" ON "resolution_events"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "meetings_alliance_id_continues_id_idx" ON "meetings"("alliance_id", "continues_id");

-- CreateIndex
CREATE INDEX "rule_sets_alliance_id_article_id_idx" ON "rule_sets"("alliance_id", "article_id");

-- CreateIndex
CREATE INDEX "rule_sets_alliance_id_resolution_id_idx" ON "rule_sets"("alliance_id", "resolution_id");

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_alliance_id_file_id_fkey" FOREIGN KEY ("alliance_id", "file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_alliance_id_resolution_id_fkey" FOREIGN KEY ("alliance_id", "resolution_id") REFERENCES "resolutions"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_alliance_id_supersedes_id_fkey" FOREIGN KEY ("alliance_id", "supersedes_id") REFERENCES "documents"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_articles" ADD CONSTRAINT "document_articles_alliance_id_document_id_fkey" FOREIGN KEY ("alliance_id", "document_id") REFERENCES "documents"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule_sets" ADD CONSTRAINT "rule_sets_alliance_id_article_id_fkey" FOREIGN KEY ("alliance_id", "article_id") REFERENCES "document_articles"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule_sets" ADD CONSTRAINT "rule_sets_alliance_id_resolution_id_fkey" FOREIGN KEY ("alliance_id", "resolution_id") REFERENCES "resolutions"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_delegates" ADD CONSTRAINT "seat_delegates_alliance_id_holding_id_fkey" FOREIGN KEY ("alliance_id", "holding_id") REFERENCES "seat_holdings"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_delegates" ADD CONSTRAINT "seat_delegates_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_delegates" ADD CONSTRAINT "seat_delegates_alliance_id_letter_file_id_fkey" FOREIGN KEY ("alliance_id", "letter_file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_alliance_id_continues_id_fkey" FOREIGN KEY ("alliance_id", "continues_id") REFERENCES "meetings"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_papers" ADD CONSTRAINT "item_papers_alliance_id_item_id_fkey" FOREIGN KEY ("alliance_id", "item_id") REFERENCES "agenda_items"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_papers" ADD CONSTRAINT "item_papers_alliance_id_file_id_fkey" FOREIGN KEY ("alliance_id", "file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_proposals" ADD CONSTRAINT "agenda_proposals_alliance_id_body_id_fkey" FOREIGN KEY ("alliance_id", "body_id") REFERENCES "governance_bodies"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_proposals" ADD CONSTRAINT "agenda_proposals_alliance_id_meeting_id_fkey" FOREIGN KEY ("alliance_id", "meeting_id") REFERENCES "meetings"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_proposals" ADD CONSTRAINT "agenda_proposals_alliance_id_item_id_fkey" FOREIGN KEY ("alliance_id", "item_id") REFERENCES "agenda_items"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_proposals" ADD CONSTRAINT "agenda_proposals_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_proposals" ADD CONSTRAINT "agenda_proposals_alliance_id_file_id_fkey" FOREIGN KEY ("alliance_id", "file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_seats" ADD CONSTRAINT "meeting_seats_alliance_id_meeting_id_fkey" FOREIGN KEY ("alliance_id", "meeting_id") REFERENCES "meetings"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_seats" ADD CONSTRAINT "meeting_seats_alliance_id_seat_id_fkey" FOREIGN KEY ("alliance_id", "seat_id") REFERENCES "seats"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presences" ADD CONSTRAINT "presences_alliance_id_meeting_id_seat_id_fkey" FOREIGN KEY ("alliance_id", "meeting_id", "seat_id") REFERENCES "meeting_seats"("alliance_id", "meeting_id", "seat_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presences" ADD CONSTRAINT "presences_alliance_id_meeting_id_fkey" FOREIGN KEY ("alliance_id", "meeting_id") REFERENCES "meetings"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proxies" ADD CONSTRAINT "proxies_alliance_id_meeting_id_fkey" FOREIGN KEY ("alliance_id", "meeting_id") REFERENCES "meetings"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proxies" ADD CONSTRAINT "proxies_alliance_id_letter_file_id_fkey" FOREIGN KEY ("alliance_id", "letter_file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recusals" ADD CONSTRAINT "recusals_alliance_id_item_id_fkey" FOREIGN KEY ("alliance_id", "item_id") REFERENCES "agenda_items"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interests" ADD CONSTRAINT "interests_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interests" ADD CONSTRAINT "interests_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interests" ADD CONSTRAINT "interests_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interests" ADD CONSTRAINT "interests_counterpart_id_fkey" FOREIGN KEY ("counterpart_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_alliance_id_meeting_id_fkey" FOREIGN KEY ("alliance_id", "meeting_id") REFERENCES "meetings"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_paragraphs" ADD CONSTRAINT "minutes_paragraphs_alliance_id_minutes_id_fkey" FOREIGN KEY ("alliance_id", "minutes_id") REFERENCES "minutes"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_objections" ADD CONSTRAINT "minutes_objections_alliance_id_paragraph_id_fkey" FOREIGN KEY ("alliance_id", "paragraph_id") REFERENCES "minutes_paragraphs"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_signatures" ADD CONSTRAINT "minutes_signatures_alliance_id_minutes_id_fkey" FOREIGN KEY ("alliance_id", "minutes_id") REFERENCES "minutes"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_signatures" ADD CONSTRAINT "minutes_signatures_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_errata" ADD CONSTRAINT "minutes_errata_alliance_id_minutes_id_fkey" FOREIGN KEY ("alliance_id", "minutes_id") REFERENCES "minutes"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_alliance_id_resolution_id_fkey" FOREIGN KEY ("alliance_id", "resolution_id") REFERENCES "resolutions"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_events" ADD CONSTRAINT "task_events_alliance_id_task_id_fkey" FOREIGN KEY ("alliance_id", "task_id") REFERENCES "tasks"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_events" ADD CONSTRAINT "task_events_alliance_id_file_id_fkey" FOREIGN KEY ("alliance_id", "file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "votes" ADD CONSTRAINT "votes_alliance_id_item_id_fkey" FOREIGN KEY ("alliance_id", "item_id") REFERENCES "agenda_items"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "votes" ADD CONSTRAINT "votes_alliance_id_rule_set_id_fkey" FOREIGN KEY ("alliance_id", "rule_set_id") REFERENCES "rule_sets"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "votes" ADD CONSTRAINT "votes_alliance_id_supersedes_id_fkey" FOREIGN KEY ("alliance_id", "supersedes_id") REFERENCES "votes"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "votes" ADD CONSTRAINT "votes_alliance_id_motion_id_fkey" FOREIGN KEY ("alliance_id", "motion_id") REFERENCES "motions"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_electors" ADD CONSTRAINT "vote_electors_alliance_id_vote_id_fkey" FOREIGN KEY ("alliance_id", "vote_id") REFERENCES "votes"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_alliance_id_vote_id_seat_id_fkey" FOREIGN KEY ("alliance_id", "vote_id", "seat_id") REFERENCES "vote_electors"("alliance_id", "vote_id", "seat_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_alliance_id_paper_file_id_fkey" FOREIGN KEY ("alliance_id", "paper_file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_issues" ADD CONSTRAINT "ballot_issues_alliance_id_vote_id_seat_id_fkey" FOREIGN KEY ("alliance_id", "vote_id", "seat_id") REFERENCES "vote_electors"("alliance_id", "vote_id", "seat_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_box" ADD CONSTRAINT "ballot_box_alliance_id_vote_id_fkey" FOREIGN KEY ("alliance_id", "vote_id") REFERENCES "votes"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand_counts" ADD CONSTRAINT "hand_counts_alliance_id_vote_id_fkey" FOREIGN KEY ("alliance_id", "vote_id") REFERENCES "votes"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolution_events" ADD CONSTRAINT "resolution_events_alliance_id_resolution_id_fkey" FOREIGN KEY ("alliance_id", "resolution_id") REFERENCES "resolutions"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolution_events" ADD CONSTRAINT "resolution_events_alliance_id_by_resolution_id_fkey" FOREIGN KEY ("alliance_id", "by_resolution_id") REFERENCES "resolutions"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- By hand from here on.

-- I-23, A-04: a row never moves to another alliance.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY[
    'documents', 'document_articles', 'seat_delegates', 'item_papers', 'agenda_proposals', 'meeting_seats', 'presences',
    'proxies', 'recusals', 'interests', 'minutes', 'minutes_paragraphs', 'minutes_objections', 'minutes_signatures',
    'minutes_errata', 'tasks', 'task_events', 'votes', 'vote_electors', 'ballots', 'ballot_issues', 'ballot_box',
    'hand_counts', 'resolution_events'
  ] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OF alliance_id ON %I FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance()', t || '_tenant', t);
  END LOOP;
END $$;

-- Items of meetings that were held on paper are done.
UPDATE agenda_items i SET state = CASE WHEN EXISTS (SELECT 1 FROM motions m WHERE m.agenda_item_id = i.id) THEN 'decided'::agenda_item_state ELSE 'heard' END
WHERE EXISTS (SELECT 1 FROM meetings m WHERE m.id = i.meeting_id AND m.record_only);

-- Append-only.
CREATE TRIGGER resolution_events_immutable BEFORE UPDATE OR DELETE ON resolution_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER task_events_immutable BEFORE UPDATE OR DELETE ON task_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER vote_electors_immutable BEFORE UPDATE OR DELETE ON vote_electors FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ballot_issues_immutable BEFORE UPDATE OR DELETE ON ballot_issues FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER hand_counts_no_delete BEFORE DELETE ON hand_counts FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ballots_no_delete BEFORE DELETE ON ballots FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Seats: one principal delegate at a time.
ALTER TABLE seat_delegates
  ADD CONSTRAINT seat_delegates_dates CHECK (valid_to >= valid_from),
  ADD CONSTRAINT seat_delegates_one_principal EXCLUDE USING gist (holding_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&) WHERE (kind = 'principal');
ALTER TABLE interests
  ADD CONSTRAINT interests_one_side CHECK ((person_id IS NULL) <> (organization_id IS NULL)),
  ADD CONSTRAINT interests_two_sides CHECK (organization_id IS NULL OR organization_id <> counterpart_id),
  ADD CONSTRAINT interests_dates CHECK (valid_to >= valid_from);

-- Documents: an adopted version never changes but for its end.
ALTER TABLE documents
  ADD CONSTRAINT documents_adopted CHECK (state IN ('draft', 'withdrawn') OR (effective_on IS NOT NULL AND sha256 IS NOT NULL)),
  ADD CONSTRAINT documents_dates CHECK (ends_on >= effective_on);
CREATE FUNCTION refuse_adopted_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state NOT IN ('draft', 'withdrawn') THEN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - '{state,ends_on,published,revision}'::text[] = to_jsonb(OLD) - '{state,ends_on,published,revision}'::text[]
      AND (NEW.state = OLD.state OR (OLD.state = 'adopted' AND NEW.state IN ('superseded', 'repealed'))) THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION 'immutable: an adopted document is superseded, never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER documents_adopted_immutable BEFORE UPDATE OR DELETE ON documents FOR EACH ROW EXECUTE FUNCTION refuse_adopted_change();
CREATE FUNCTION refuse_adopted_article_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE d uuid;
BEGIN
  FOREACH d IN ARRAY CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW.document_id] WHEN 'DELETE' THEN ARRAY[OLD.document_id] ELSE ARRAY[OLD.document_id, NEW.document_id] END LOOP
    IF EXISTS (SELECT 1 FROM documents WHERE id = d AND state NOT IN ('draft', 'withdrawn')) THEN
      RAISE EXCEPTION 'immutable: an adopted document is superseded, never changed' USING ERRCODE = 'restrict_violation';
    END IF;
  END LOOP;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER document_articles_immutable BEFORE INSERT OR UPDATE OR DELETE ON document_articles FOR EACH ROW EXECUTE FUNCTION refuse_adopted_article_change();

-- Meetings: once the electorate is frozen, a seat's vote changes only together with a new freeze.
CREATE FUNCTION meeting_seat_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.frozen_at IS NOT NULL THEN
      RAISE EXCEPTION 'immutable: the electorate of an opened meeting' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD.frozen_at IS NOT NULL AND NEW.frozen_at IS NOT DISTINCT FROM OLD.frozen_at AND
    (NEW.voting, NEW.eligible, NEW.holder_name, NEW.membership_id, NEW.organization_id, NEW.person_id, NEW.number)
    IS DISTINCT FROM (OLD.voting, OLD.eligible, OLD.holder_name, OLD.membership_id, OLD.organization_id, OLD.person_id, OLD.number) THEN
    RAISE EXCEPTION 'immutable: the electorate of an opened meeting' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER meeting_seats_frozen BEFORE UPDATE OR DELETE ON meeting_seats FOR EACH ROW EXECUTE FUNCTION meeting_seat_frozen();
ALTER TABLE presences
  ADD CONSTRAINT presences_times CHECK (left_at >= came_at),
  -- One person in a seat at a time (A-21).
  ADD CONSTRAINT presences_no_overlap EXCLUDE USING gist (meeting_id WITH =, seat_id WITH =, tstzrange(came_at, left_at, '[)') WITH &&);
CREATE TRIGGER presences_no_delete BEFORE DELETE ON presences FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- I-14: depth one, one holder per principal, the cap of the rule. The meeting's row is the lock.
ALTER TABLE proxies
  ADD CONSTRAINT proxies_two_seats CHECK (principal_seat_id <> holder_seat_id),
  ADD CONSTRAINT proxies_cap CHECK (cap > 0),
  ADD CONSTRAINT proxies_principal_fkey FOREIGN KEY (alliance_id, meeting_id, principal_seat_id) REFERENCES meeting_seats (alliance_id, meeting_id, seat_id) ON DELETE RESTRICT,
  ADD CONSTRAINT proxies_holder_fkey FOREIGN KEY (alliance_id, meeting_id, holder_seat_id) REFERENCES meeting_seats (alliance_id, meeting_id, seat_id) ON DELETE RESTRICT;
CREATE UNIQUE INDEX proxies_one_per_principal ON proxies (meeting_id, principal_seat_id) WHERE state IN ('signed', 'accepted', 'active', 'used');
CREATE INDEX proxies_holder ON proxies (meeting_id, holder_seat_id);
CREATE FUNCTION proxy_is_lawful() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state NOT IN ('signed', 'accepted', 'active', 'used') THEN RETURN NEW; END IF;
  PERFORM 1 FROM meetings WHERE id = NEW.meeting_id FOR UPDATE;
  IF EXISTS (SELECT 1 FROM proxies p WHERE p.meeting_id = NEW.meeting_id AND p.id <> NEW.id
      AND p.state IN ('signed', 'accepted', 'active', 'used')
      AND (p.principal_seat_id = NEW.holder_seat_id OR p.holder_seat_id = NEW.principal_seat_id)) THEN
    RAISE EXCEPTION 'guard: proxy-chain' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (SELECT count(*) FROM proxies p WHERE p.meeting_id = NEW.meeting_id AND p.id <> NEW.id AND p.holder_seat_id = NEW.holder_seat_id
      AND p.state IN ('signed', 'accepted', 'active', 'used')) >= NEW.cap THEN
    RAISE EXCEPTION 'guard: proxy-cap' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER proxies_lawful BEFORE INSERT OR UPDATE OF state, holder_seat_id, principal_seat_id ON proxies FOR EACH ROW EXECUTE FUNCTION proxy_is_lawful();

-- Votes: the states move forward only; what was frozen stays.
CREATE UNIQUE INDEX votes_one_open_per_item ON votes (item_id) WHERE state IN ('prepared', 'open', 'counted');
CREATE UNIQUE INDEX votes_superseded_once ON votes (supersedes_id);
ALTER TABLE votes
  ADD CONSTRAINT votes_opened CHECK (state IN ('prepared', 'aborted') OR (opened_at IS NOT NULL AND opening IS NOT NULL AND opening_hash IS NOT NULL)),
  ADD CONSTRAINT votes_closed CHECK (state NOT IN ('counted', 'declared', 'voided', 'inquorate') OR (closed_at IS NOT NULL AND closing IS NOT NULL AND closing_hash IS NOT NULL)),
  ADD CONSTRAINT votes_counted CHECK (state NOT IN ('counted', 'declared', 'voided') OR tally IS NOT NULL),
  ADD CONSTRAINT votes_declared CHECK (state NOT IN ('declared', 'voided') OR (declared_at IS NOT NULL AND motion_id IS NOT NULL)),
  ADD CONSTRAINT votes_reasoned CHECK (state NOT IN ('aborted', 'voided') OR btrim(coalesce(state_reason, '')) <> ''),
  ADD CONSTRAINT votes_supersede_reason CHECK ((supersedes_id IS NULL) = (supersede_reason IS NULL)),
  -- I-09: a secret vote has a seal while it is open, and none that opens anything afterwards.
  ADD CONSTRAINT votes_sealed CHECK (method <> 'secret' OR (state = 'open') = (seal_key IS NOT NULL));
CREATE FUNCTION vote_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'immutable: a vote is never deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state <> OLD.state AND (OLD.state::text, NEW.state::text) NOT IN (
    ('prepared', 'open'), ('prepared', 'aborted'), ('open', 'counted'), ('open', 'inquorate'), ('open', 'aborted'),
    ('counted', 'declared'), ('counted', 'aborted'), ('declared', 'voided')) THEN
    RAISE EXCEPTION 'guard: a vote does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state <> 'prepared' AND (NEW.text, NEW.matter, NEW.method, NEW.rule_set_id, NEW.opened_at, NEW.opening, NEW.opening_hash, NEW.item_id, NEW.supersedes_id)
    IS DISTINCT FROM (OLD.text, OLD.matter, OLD.method, OLD.rule_set_id, OLD.opened_at, OLD.opening, OLD.opening_hash, OLD.item_id, OLD.supersedes_id) THEN
    RAISE EXCEPTION 'immutable: a vote that was opened' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state NOT IN ('prepared', 'open') AND (NEW.closed_at, NEW.closing, NEW.closing_hash, NEW.tally, NEW.closes_at)
    IS DISTINCT FROM (OLD.closed_at, OLD.closing, OLD.closing_hash, OLD.tally, OLD.closes_at) THEN
    RAISE EXCEPTION 'immutable: a vote that was closed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state NOT IN ('prepared', 'open', 'counted') AND (NEW.declared_at, NEW.motion_id, NEW.casting_vote)
    IS DISTINCT FROM (OLD.declared_at, OLD.motion_id, OLD.casting_vote) THEN
    RAISE EXCEPTION 'immutable: a vote that was declared' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER votes_move BEFORE UPDATE OR DELETE ON votes FOR EACH ROW EXECUTE FUNCTION vote_moves();

-- I-01, I-03: a ballot is taken only while its vote is open, by the clock of the database, with the vote's row held: a
-- close waits for the ballots that came before it, and a ballot that waited for the close is refused.
CREATE FUNCTION vote_takes_ballots() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v votes%ROWTYPE;
BEGIN
  SELECT * INTO v FROM votes WHERE id = NEW.vote_id FOR SHARE;
  IF v.state <> 'open' OR clock_timestamp() >= coalesce(v.closes_at, 'infinity') THEN
    RAISE EXCEPTION 'guard: vote-closed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (TG_TABLE_NAME = 'ballots') <> (v.method = 'named') OR (TG_TABLE_NAME = 'hand_counts') <> (v.method = 'hands') THEN
    RAISE EXCEPTION 'guard: wrong-method' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ballots_in_time BEFORE INSERT OR UPDATE ON ballots FOR EACH ROW EXECUTE FUNCTION vote_takes_ballots();
CREATE TRIGGER ballot_issues_in_time BEFORE INSERT ON ballot_issues FOR EACH ROW EXECUTE FUNCTION vote_takes_ballots();
CREATE TRIGGER hand_counts_in_time BEFORE INSERT OR UPDATE ON hand_counts FOR EACH ROW EXECUTE FUNCTION vote_takes_ballots();
ALTER TABLE ballots
  ADD CONSTRAINT ballots_paper_two_persons CHECK (confirmed_by_id IS NULL OR confirmed_by_id <> cast_by_id);
ALTER TABLE ballot_box ADD CONSTRAINT ballot_box_sealed_or_open CHECK ((sealed IS NULL) <> (choice IS NULL));
ALTER TABLE hand_counts ADD CONSTRAINT hand_counts_positive CHECK (yes >= 0 AND no >= 0 AND abstain >= 0);

-- Electors are written with the opening, never later (second freeze).
CREATE FUNCTION electors_at_opening() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM votes WHERE id = NEW.vote_id AND state = 'prepared') THEN
    RAISE EXCEPTION 'immutable: the electors of a vote that was opened' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER vote_electors_at_opening BEFORE INSERT ON vote_electors FOR EACH ROW EXECUTE FUNCTION electors_at_opening();

-- I-09: the box is filled while the vote is open, and written anew, opened, in the transaction that closes it.
CREATE FUNCTION box_is_shut() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v votes%ROWTYPE;
BEGIN
  SELECT * INTO v FROM votes WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.vote_id ELSE NEW.vote_id END FOR SHARE;
  IF v.method <> 'secret' OR v.state <> 'open' OR TG_OP = 'UPDATE' THEN
    RAISE EXCEPTION 'immutable: a ballot box is filled while its vote is open' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER ballot_box_shut BEFORE INSERT OR UPDATE OR DELETE ON ballot_box FOR EACH ROW EXECUTE FUNCTION box_is_shut();

-- I-16, A-28: confirmed minutes never change.
ALTER TABLE minutes
  ADD CONSTRAINT minutes_numbered CHECK ((state IN ('confirmed', 'published')) = (number IS NOT NULL AND year IS NOT NULL AND sha256 IS NOT NULL AND confirmed_at IS NOT NULL)),
  ADD CONSTRAINT minutes_circulated CHECK (state <> 'circulated' OR object_until IS NOT NULL);
CREATE FUNCTION refuse_confirmed_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('confirmed', 'published') THEN
    IF TG_OP = 'UPDATE' AND NEW.state = 'published' AND to_jsonb(NEW) - '{state,published_at,version}'::text[] = to_jsonb(OLD) - '{state,published_at,version}'::text[] THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION 'immutable: confirmed minutes are corrected by an erratum, never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER minutes_confirmed_immutable BEFORE UPDATE OR DELETE ON minutes FOR EACH ROW EXECUTE FUNCTION refuse_confirmed_change();
CREATE FUNCTION refuse_confirmed_paragraph_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM minutes WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.minutes_id ELSE NEW.minutes_id END AND state IN ('confirmed', 'published'))
    OR (TG_OP = 'UPDATE' AND NEW.minutes_id <> OLD.minutes_id) THEN
    RAISE EXCEPTION 'immutable: confirmed minutes are corrected by an erratum, never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER minutes_paragraphs_immutable BEFORE INSERT OR UPDATE OR DELETE ON minutes_paragraphs FOR EACH ROW EXECUTE FUNCTION refuse_confirmed_paragraph_change();
ALTER TABLE minutes_signatures
  ADD CONSTRAINT minutes_signatures_one_answer CHECK (signed_at IS NULL OR refused_at IS NULL),
  ADD CONSTRAINT minutes_signatures_reason CHECK (refused_at IS NULL OR btrim(coalesce(reason, '')) <> '');
CREATE FUNCTION refuse_answered_signature() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.signed_at IS NOT NULL OR OLD.refused_at IS NOT NULL THEN
    RAISE EXCEPTION 'immutable: a signature' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER minutes_signatures_immutable BEFORE UPDATE OR DELETE ON minutes_signatures FOR EACH ROW EXECUTE FUNCTION refuse_answered_signature();
ALTER TABLE minutes_errata
  ADD CONSTRAINT minutes_errata_two_persons CHECK (approved_by_id IS NULL OR approved_by_id <> proposed_by_id),
  ADD CONSTRAINT minutes_errata_approved CHECK ((approved_at IS NULL) = (approved_by_id IS NULL AND resolution_id IS NULL));
CREATE FUNCTION refuse_approved_erratum_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.approved_at IS NOT NULL OR TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'immutable: an erratum' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER minutes_errata_immutable BEFORE UPDATE OR DELETE ON minutes_errata FOR EACH ROW EXECUTE FUNCTION refuse_approved_erratum_change();
CREATE UNIQUE INDEX minutes_number ON minutes (alliance_id, year, number) WHERE number IS NOT NULL;

ALTER TABLE resolutions ADD CONSTRAINT resolutions_dates CHECK (expires_on >= effective_from);
ALTER TABLE tasks ADD CONSTRAINT tasks_title_not_blank CHECK (btrim(title) <> '');
CREATE TRIGGER tasks_no_delete BEFORE DELETE ON tasks FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Open screens: every change of a meeting's revision is told to those who listen, after the commit.
CREATE FUNCTION meeting_tells() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('meetings', NEW.id::text || ' ' || NEW.revision::text);
  RETURN NULL;
END $$;
CREATE TRIGGER meetings_tell AFTER UPDATE OF revision ON meetings FOR EACH ROW EXECUTE FUNCTION meeting_tells();
