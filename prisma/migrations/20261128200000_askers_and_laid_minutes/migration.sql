-- AlterTable
ALTER TABLE "minutes" ADD COLUMN     "state_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- Hand-written from here: what the schema cannot express.

-- Minutes wait for the chair since they were laid before the chair, not since they were drafted.
ALTER TABLE minutes DISABLE TRIGGER minutes_confirmed_immutable;
UPDATE minutes n SET state_since = coalesce(published_at, confirmed_at, circulated_at, (SELECT max(a.at) FROM audit_entries a
  WHERE a.subject_type = 'minutes' AND a.subject_id = n.id AND a.action IN ('minutes.submit', 'minutes.give_back')), created_at);
ALTER TABLE minutes ENABLE TRIGGER minutes_confirmed_immutable;

-- As before (20261123000000), and since when they are published is written with it.
CREATE OR REPLACE FUNCTION refuse_confirmed_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('confirmed', 'published') THEN
    IF TG_OP = 'UPDATE' AND NEW.state = 'published' AND to_jsonb(NEW) - '{state,state_since,published_at,version}'::text[]
      = to_jsonb(OLD) - '{state,state_since,published_at,version}'::text[] THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION 'immutable: confirmed minutes are corrected by an erratum, never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

-- Who reports a result, owns a part of it or asks for one decides neither its correction, nor whether it stands twice, nor
-- another's part of it. The code has refused this; now the database does too, as it does for verifying and publishing.

CREATE FUNCTION refuse_judge_of_own(alliance uuid, record uuid, judge uuid, at timestamptz) RETURNS void
LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM outcome_records o WHERE o.alliance_id = alliance AND o.id = record AND (
    o.entered_by_id = judge OR outcome_verifier_is_party(o.id, o.organization_id, judge, at) OR outcome_judge_asks(o.id, judge, at))) THEN
    RAISE EXCEPTION 'guard: own-figure' USING ERRCODE = 'restrict_violation';
  END IF;
END $$;

-- Agreeing and deciding; who takes the own request back decides nothing. Whose figure it shall become is a side as well.
CREATE FUNCTION correction_is_judged() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  judge uuid := CASE WHEN NEW.state = 'endorsed' THEN NEW.endorsed_by_id ELSE NEW.decided_by_id END;
  at timestamptz := CASE WHEN NEW.state = 'endorsed' THEN NEW.endorsed_at ELSE NEW.decided_at END;
BEGIN
  PERFORM refuse_judge_of_own(NEW.alliance_id, NEW.record_id, judge, at);
  IF NEW.new_organization_id IS NOT NULL AND outcome_verifier_is_party(NEW.record_id, NEW.new_organization_id, judge, at) THEN
    RAISE EXCEPTION 'guard: own-figure' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER correction_cases_judged BEFORE UPDATE OF state ON correction_cases FOR EACH ROW
  WHEN (NEW.state <> OLD.state AND NEW.state IN ('endorsed', 'applied', 'refused')) EXECUTE FUNCTION correction_is_judged();

CREATE FUNCTION outcome_pair_is_judged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_judge_of_own(NEW.alliance_id, NEW.first_id, NEW.decided_by_id, NEW.decided_at),
    refuse_judge_of_own(NEW.alliance_id, NEW.second_id, NEW.decided_by_id, NEW.decided_at);
  RETURN NEW;
END $$;
CREATE TRIGGER outcome_pairs_judged BEFORE UPDATE OF state ON outcome_pairs FOR EACH ROW
  WHEN (NEW.state <> OLD.state) EXECUTE FUNCTION outcome_pair_is_judged();

-- The row itself still stands as asked for while this runs, so who asks is among those refused.
CREATE FUNCTION co_claim_is_judged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_judge_of_own(NEW.alliance_id, NEW.record_id, NEW.decided_by_id, NEW.decided_at);
  RETURN NEW;
END $$;
CREATE TRIGGER outcome_co_claims_judged BEFORE UPDATE OF state ON outcome_co_claims FOR EACH ROW
  WHEN (NEW.state <> OLD.state AND NEW.state IN ('granted', 'denied')) EXECUTE FUNCTION co_claim_is_judged();
