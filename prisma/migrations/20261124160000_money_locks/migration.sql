-- Two allocations of one fund at once held its key (their foreign key) and wanted its row whole: a deadlock of one second,
-- tried again and at times given up. Counting a fund does not touch its key.
CREATE OR REPLACE FUNCTION fund_account_commitment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_was numeric := CASE WHEN TG_OP <> 'INSERT' AND OLD.state = 'confirmed' THEN OLD.amount ELSE 0 END;
  v_is numeric := CASE WHEN TG_OP <> 'DELETE' AND NEW.state = 'confirmed' THEN NEW.amount ELSE 0 END;
  v_row fund_commitments := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  v_held numeric := CASE WHEN TG_OP <> 'INSERT' AND OLD.state <> 'cancelled' AND OLD.programme_id IS NOT NULL THEN OLD.amount ELSE 0 END;
  v_holds numeric := CASE WHEN TG_OP <> 'DELETE' AND NEW.state <> 'cancelled' AND NEW.programme_id IS NOT NULL THEN NEW.amount ELSE 0 END;
  v_left numeric;
BEGIN
  IF v_was <> v_is THEN
    INSERT INTO fund_accounts (alliance_id, project_id, promised_cash, promised_kind)
      VALUES (v_row.alliance_id, v_row.project_id, CASE WHEN v_row.kind = 'cash' THEN v_is - v_was ELSE 0 END,
        CASE WHEN v_row.kind = 'cash' THEN 0 ELSE v_is - v_was END)
      ON CONFLICT (alliance_id, project_id) DO UPDATE SET promised_cash = fund_accounts.promised_cash + excluded.promised_cash,
        promised_kind = fund_accounts.promised_kind + excluded.promised_kind;
  END IF;
  IF v_held <> v_holds THEN
    SELECT total - allocated INTO v_left FROM fund_programmes WHERE id = v_row.programme_id FOR NO KEY UPDATE;
    IF v_holds - v_held > v_left THEN
      RAISE EXCEPTION 'guard: over-allocated';
    END IF;
    UPDATE fund_programmes SET allocated = allocated + v_holds - v_held WHERE id = v_row.programme_id;
  END IF;
  RETURN NULL;
END $$;

-- What an expert gave stays once the panel is closed: vote and declaration like the scores, whatever the application does.
CREATE FUNCTION seat_is_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM project_panels p WHERE p.id = OLD.panel_id AND p.state = 'closed') THEN
    RAISE EXCEPTION 'immutable: the seat of a panel that was closed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER project_panel_seats_open BEFORE UPDATE OF declaration, declared_at, note, vote, comment, submitted_at
  ON project_panel_seats FOR EACH ROW EXECUTE FUNCTION seat_is_open();
