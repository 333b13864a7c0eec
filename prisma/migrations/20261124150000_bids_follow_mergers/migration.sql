-- Hand-written; the schema cannot express it.
-- A bid, opened or sealed, follows the merged row of its team to the surviving one; nothing else of it comes along. And
-- a poster and a bidder that turn out to be one unit must not hold up the opening: such a bid is set apart there.
CREATE OR REPLACE FUNCTION bid_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE c calls%ROWTYPE;
BEGIN
  SELECT * INTO c FROM calls WHERE alliance_id = NEW.alliance_id AND id = NEW.call_id;
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

-- What was undertaken stays in the words of its day; it binds the unit under its surviving row.
CREATE FUNCTION undertaking_follows_merger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND follows_merger(OLD.organization_id, NEW.organization_id)
    AND to_jsonb(NEW) - 'organization_id' = to_jsonb(OLD) - 'organization_id' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'immutable: %', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER call_undertakings_immutable ON call_undertakings;
CREATE TRIGGER call_undertakings_immutable BEFORE UPDATE OR DELETE ON call_undertakings
  FOR EACH ROW EXECUTE FUNCTION undertaking_follows_merger();
