-- A ballot waits until its seat has answered a suggested conflict, and a seat that stepped back has none (behaviour 4.2).
CREATE FUNCTION ballot_is_free() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE s recusal_state;
BEGIN
  SELECT r.state INTO s FROM votes v JOIN recusals r ON r.item_id = v.item_id AND r.alliance_id = v.alliance_id
  WHERE v.id = NEW.vote_id AND r.seat_id = NEW.seat_id;
  IF s IN ('suggested', 'challenged') THEN
    RAISE EXCEPTION 'guard: conflict-unanswered' USING ERRCODE = 'restrict_violation';
  ELSIF s IN ('declared', 'recused') THEN
    RAISE EXCEPTION 'guard: seat-recused' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ballots_free BEFORE INSERT OR UPDATE OF choice ON ballots FOR EACH ROW EXECUTE FUNCTION ballot_is_free();
CREATE TRIGGER ballot_issues_free BEFORE INSERT ON ballot_issues FOR EACH ROW EXECUTE FUNCTION ballot_is_free();

-- 抽签 is recorded by one person and confirmed by another who saw it; until then it decides nothing. A lot of the time
-- before this rule has nobody who drew it.
ALTER TABLE "election_rounds" ADD COLUMN "lot_drawn_by_id" UUID,
ADD COLUMN "lot_witnessed_by_id" UUID;
CREATE INDEX "election_rounds_lot_drawn_by_id_idx" ON "election_rounds"("lot_drawn_by_id");
CREATE INDEX "election_rounds_lot_witnessed_by_id_idx" ON "election_rounds"("lot_witnessed_by_id");
ALTER TABLE "election_rounds" ADD CONSTRAINT "election_rounds_lot_drawn_by_id_fkey" FOREIGN KEY ("lot_drawn_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "election_rounds" ADD CONSTRAINT "election_rounds_lot_witnessed_by_id_fkey" FOREIGN KEY ("lot_witnessed_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE election_rounds
  ADD CONSTRAINT election_rounds_lot_two_persons CHECK (lot_witnessed_by_id IS NULL
    OR (lot IS NOT NULL AND lot_drawn_by_id IS NOT NULL AND lot_witnessed_by_id <> lot_drawn_by_id));
CREATE OR REPLACE FUNCTION election_round_moves() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE lot_columns text[] := '{lot,lot_drawn_by_id,lot_witnessed_by_id}';
BEGIN
  IF TG_OP = 'DELETE' OR (NEW.election_id, NEW.ordinal, NEW.run_off, NEW.opened_at, NEW.opening, NEW.opening_hash, NEW.seal_public_key)
    IS DISTINCT FROM (OLD.election_id, OLD.ordinal, OLD.run_off, OLD.opened_at, OLD.opening, OLD.opening_hash, OLD.seal_public_key)
    OR (OLD.state <> 'open' AND to_jsonb(NEW) - lot_columns IS DISTINCT FROM to_jsonb(OLD) - lot_columns)
    -- A lot that was witnessed, or drawn before two persons were asked for, stands; a recorded one has its drawer.
    OR (OLD.lot IS NOT NULL AND (OLD.lot_witnessed_by_id IS NOT NULL OR OLD.lot_drawn_by_id IS NULL)
      AND (NEW.lot, NEW.lot_drawn_by_id, NEW.lot_witnessed_by_id) IS DISTINCT FROM (OLD.lot, OLD.lot_drawn_by_id, OLD.lot_witnessed_by_id))
    OR (NEW.lot IS DISTINCT FROM OLD.lot AND (NEW.lot_drawn_by_id IS NULL OR NEW.lot_witnessed_by_id IS NOT NULL))
    -- Whoever confirms confirms what was recorded, by whom it was recorded.
    OR (NEW.lot_witnessed_by_id IS NOT NULL AND NEW.lot_drawn_by_id IS DISTINCT FROM OLD.lot_drawn_by_id) THEN
    RAISE EXCEPTION 'immutable: a round of an election' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
