-- AlterTable
ALTER TABLE "votes" ADD COLUMN     "block_id" UUID;

-- CreateTable
CREATE TABLE "meeting_demands" (
    "alliance_id" UUID NOT NULL,
    "vote_id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "demanded_by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "meeting_demands_pkey" PRIMARY KEY ("vote_id","seat_id")
);

-- CreateIndex
CREATE INDEX "meeting_demands_alliance_id_vote_id_idx" ON "meeting_demands"("alliance_id", "vote_id");

-- CreateIndex
CREATE INDEX "votes_alliance_id_block_id_idx" ON "votes"("alliance_id", "block_id");

-- AddForeignKey
ALTER TABLE "meeting_demands" ADD CONSTRAINT "meeting_demands_alliance_id_vote_id_fkey" FOREIGN KEY ("alliance_id", "vote_id") REFERENCES "votes"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- By hand from here on.

-- I-23, A-04: a row never moves to another alliance.
CREATE TRIGGER meeting_demands_tenant BEFORE UPDATE OF alliance_id ON meeting_demands FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance();
CREATE TRIGGER meeting_demands_immutable BEFORE UPDATE OR DELETE ON meeting_demands FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A block is put together before its opening; an item can leave it until then.
CREATE FUNCTION vote_block_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'prepared' AND NEW.block_id IS DISTINCT FROM OLD.block_id THEN
    RAISE EXCEPTION 'immutable: a vote that was opened' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER votes_block_stays BEFORE UPDATE OF block_id ON votes FOR EACH ROW EXECUTE FUNCTION vote_block_stays();
