-- CreateEnum
CREATE TYPE "role_proposal_state" AS ENUM ('proposed', 'approved', 'rejected');

-- CreateTable
CREATE TABLE "role_proposals" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "role_name" NOT NULL,
    "alliance_id" UUID,
    "organization_id" UUID,
    "valid_to" DATE,
    "reason" VARCHAR(500) NOT NULL,
    "state" "role_proposal_state" NOT NULL DEFAULT 'proposed',
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_reason" VARCHAR(500),

    CONSTRAINT "role_proposals_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "role_proposals_user_id_idx" ON "role_proposals"("user_id");

-- CreateIndex
CREATE INDEX "role_proposals_alliance_id_state_idx" ON "role_proposals"("alliance_id", "state");

-- CreateIndex
CREATE INDEX "role_proposals_organization_id_idx" ON "role_proposals"("organization_id");

-- CreateIndex
CREATE INDEX "role_proposals_proposed_by_id_idx" ON "role_proposals"("proposed_by_id");

-- CreateIndex
CREATE INDEX "role_proposals_decided_by_id_idx" ON "role_proposals"("decided_by_id");

-- AddForeignKey
ALTER TABLE "role_proposals" ADD CONSTRAINT "role_proposals_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_proposals" ADD CONSTRAINT "role_proposals_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_proposals" ADD CONSTRAINT "role_proposals_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_proposals" ADD CONSTRAINT "role_proposals_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_proposals" ADD CONSTRAINT "role_proposals_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: who proposes, who agrees and who is meant are three (A-10), whatever the code above says.
ALTER TABLE role_proposals
  ADD CONSTRAINT role_proposals_not_self CHECK (user_id <> proposed_by_id AND user_id IS DISTINCT FROM decided_by_id),
  ADD CONSTRAINT role_proposals_second_person CHECK (state <> 'approved' OR decided_by_id <> proposed_by_id),
  ADD CONSTRAINT role_proposals_decided CHECK ((state = 'proposed') = (decided_by_id IS NULL) AND (decided_by_id IS NULL) = (decided_at IS NULL)),
  ADD CONSTRAINT role_proposals_scope CHECK ((role = 'platform_admin') = (alliance_id IS NULL));

-- One open proposal for one right.
CREATE UNIQUE INDEX role_proposals_open ON role_proposals (user_id, role, alliance_id) NULLS NOT DISTINCT
  WHERE state = 'proposed';
