-- What was agreed binds both sides: a demand is not withdrawn under an agreement, and graduates are promised only by
-- numbers that are published. `taken` is `hired` and what is agreed beyond it.
ALTER TABLE talent_demands ADD CONSTRAINT talent_demands_withdrawn CHECK (state <> 'withdrawn' OR taken = hired);
ALTER TABLE talent_supplies ADD CONSTRAINT talent_supplies_promised CHECK (state = 'published' OR taken = 0);

-- The difference in one step: taking heads off first and adding them again would break the checks of a filled demand
-- while the match only goes over to other numbers of its school.
CREATE OR REPLACE FUNCTION talent_match_counts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  r record;
BEGIN
  FOR r IN
    SELECT alliance_id, demand_id, sum(taken)::int AS taken, sum(hired)::int AS hired FROM (
      SELECT OLD.alliance_id, OLD.demand_id, -match_taken(OLD.state, OLD.quantity, OLD.hired) AS taken, -OLD.hired AS hired
        WHERE TG_OP <> 'INSERT'
      UNION ALL
      SELECT NEW.alliance_id, NEW.demand_id, match_taken(NEW.state, NEW.quantity, NEW.hired), NEW.hired WHERE TG_OP <> 'DELETE'
    ) steps GROUP BY 1, 2 HAVING sum(taken) <> 0 OR sum(hired) <> 0 ORDER BY 2
  LOOP
    UPDATE talent_demands SET taken = taken + r.taken, hired = hired + r.hired
      WHERE alliance_id = r.alliance_id AND id = r.demand_id;
  END LOOP;
  FOR r IN
    SELECT alliance_id, supply_id, sum(taken)::int AS taken FROM (
      SELECT OLD.alliance_id, OLD.supply_id, -match_taken(OLD.state, OLD.quantity, OLD.hired) AS taken WHERE TG_OP <> 'INSERT'
      UNION ALL
      SELECT NEW.alliance_id, NEW.supply_id, match_taken(NEW.state, NEW.quantity, NEW.hired) WHERE TG_OP <> 'DELETE'
    ) steps GROUP BY 1, 2 HAVING sum(taken) <> 0 ORDER BY 2
  LOOP
    UPDATE talent_supplies SET taken = taken + r.taken WHERE alliance_id = r.alliance_id AND id = r.supply_id;
  END LOOP;
  RETURN NULL;
END $$;

-- As before, and the issuer too is who it was: only a merger makes another row of it.
CREATE OR REPLACE FUNCTION talent_report_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'immutable: reports are kept' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.kind, NEW.year, NEW.snapshot, NEW.sha256, NEW.taken_at, NEW.drafted_by_id)
    IS DISTINCT FROM (OLD.kind, OLD.year, OLD.snapshot, OLD.sha256, OLD.taken_at, OLD.drafted_by_id) THEN
    RAISE EXCEPTION 'immutable: the snapshot of a report is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state IN ('published', 'discarded') AND (to_jsonb(NEW) - 'issuer_id' IS DISTINCT FROM to_jsonb(OLD) - 'issuer_id'
    OR NEW.issuer_id <> OLD.issuer_id AND NOT follows_merger(OLD.issuer_id, NEW.issuer_id)) THEN
    RAISE EXCEPTION 'immutable: a report that was published or discarded is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
