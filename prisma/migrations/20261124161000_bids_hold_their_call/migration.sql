-- Hand-written; the schema cannot express it.
-- A bid holds its call while it is put down, replaced, taken back or opened: whoever opens, extends or ends the call waits
-- for it, and it for them, so that no seal appears beside bids that are being opened. A merger changes no seal and waits
-- for nobody.
CREATE OR REPLACE FUNCTION bid_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE c calls%ROWTYPE;
BEGIN
  SELECT * INTO c FROM calls WHERE alliance_id = NEW.alliance_id AND id = NEW.call_id;
  IF TG_OP = 'INSERT' OR NEW.state <> OLD.state OR NEW.sealed IS DISTINCT FROM OLD.sealed THEN
    SELECT * INTO c FROM calls WHERE alliance_id = NEW.alliance_id AND id = NEW.call_id FOR SHARE;
  END IF;
  IF NEW.organization_id = c.poster_id AND (TG_OP = 'INSERT' OR NEW.organization_id <> OLD.organization_id
    OR NEW.state IN ('sealed', 'opened') AND (NEW.state <> OLD.state OR NEW.sealed IS DISTINCT FROM OLD.sealed)) THEN
    RAISE EXCEPTION 'guard: who posts a call does not bid for it' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state = 'sealed' AND (TG_OP = 'INSERT' OR NEW.sealed IS DISTINCT FROM OLD.sealed)
    AND (c.state <> 'bidding' OR c.closes_at <= clock_timestamp() OR NEW.round <> c.round) THEN
    RAISE EXCEPTION 'guard: bid-late' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'INSERT' THEN
    RETURN NEW;
  END IF;
  IF NEW.organization_id <> OLD.organization_id AND NOT (follows_merger(OLD.organization_id, NEW.organization_id)
    AND to_jsonb(NEW) - 'organization_id' = to_jsonb(OLD) - 'organization_id') THEN
    RAISE EXCEPTION 'immutable: a bid stays with its team' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state = 'sealed' AND NEW.state IN ('opened', 'excluded')
    AND (c.closes_at > clock_timestamp() OR c.first_opener_id IS NULL) THEN
    RAISE EXCEPTION 'guard: bid-sealed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state IN ('opened', 'excluded') AND (
    NEW.content IS DISTINCT FROM OLD.content OR NEW.quote IS DISTINCT FROM OLD.quote OR NEW.sha256 <> OLD.sha256
    OR NEW.letter IS DISTINCT FROM OLD.letter) THEN
    RAISE EXCEPTION 'immutable: an opened bid is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- What is chosen is a ranked bid of this very call and round; a contract does not go above what it asked for.
CREATE FUNCTION call_awards_its_bid() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.chosen_bid_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM bids b WHERE b.alliance_id = NEW.alliance_id AND b.id = NEW.chosen_bid_id AND b.call_id = NEW.id
      AND b.round = NEW.round AND b.state = 'opened' AND b.rank IS NOT NULL
      AND (NEW.contract_amount IS NULL OR NEW.contract_amount <= b.quote)) THEN
    RAISE EXCEPTION 'guard: a call awards one of its own ranked bids, for no more than its quote' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER calls_award BEFORE UPDATE OF chosen_bid_id, contract_amount, round ON calls
  FOR EACH ROW EXECUTE FUNCTION call_awards_its_bid();
