-- AlterTable
ALTER TABLE "training_batches" ADD COLUMN     "identified" INTEGER;

-- CreateTable
CREATE TABLE "training_salts" (
    "alliance_id" UUID NOT NULL,
    "salt" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "training_salts_pkey" PRIMARY KEY ("alliance_id")
);

-- CreateTable
CREATE TABLE "training_attendees" (
    "alliance_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "person_key" BYTEA NOT NULL,

    CONSTRAINT "training_attendees_pkey" PRIMARY KEY ("alliance_id","batch_id","person_key")
);

-- AddForeignKey
ALTER TABLE "training_salts" ADD CONSTRAINT "training_salts_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_attendees" ADD CONSTRAINT "training_attendees_alliance_id_batch_id_fkey" FOREIGN KEY ("alliance_id", "batch_id") REFERENCES "training_batches"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- By hand from here on.

ALTER TABLE training_batches ADD CONSTRAINT training_batches_identified CHECK (identified IS NULL OR identified = persons IS TRUE);
ALTER TABLE training_salts ADD CONSTRAINT training_salts_whole CHECK (length(salt) = 32);
ALTER TABLE training_attendees ADD CONSTRAINT training_attendees_key CHECK (length(person_key) = 32);

CREATE TRIGGER training_salts_immutable BEFORE UPDATE OR DELETE ON training_salts FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER training_attendees_immutable BEFORE UPDATE ON training_attendees FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- HMAC-SHA-256 (RFC 2104) under the secret of the alliance: without it the keys of all identity numbers there are could be
-- tried one after the other. The secret is made here, used here and told to nobody.
CREATE FUNCTION training_person_keys(alliance uuid, who text[]) RETURNS SETOF bytea LANGUAGE plpgsql AS $$
DECLARE
  secret bytea;
  inner_pad bytea := decode(repeat('36', 64), 'hex');
  outer_pad bytea := decode(repeat('5c', 64), 'hex');
BEGIN
  INSERT INTO training_salts (alliance_id, salt)
    VALUES (alliance, sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())))
    ON CONFLICT DO NOTHING;
  SELECT salt INTO STRICT secret FROM training_salts WHERE alliance_id = alliance;
  FOR place IN 0..31 LOOP
    inner_pad := set_byte(inner_pad, place, get_byte(secret, place) # 54);
    outer_pad := set_byte(outer_pad, place, get_byte(secret, place) # 92);
  END LOOP;
  RETURN QUERY SELECT DISTINCT sha256(outer_pad || sha256(inner_pad || convert_to(w, 'UTF8'))) FROM unnest(who) AS w;
END $$;

-- Who was there is said while the number of people is open, and stays once that is verified.
CREATE FUNCTION training_attendee_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  row_of training_attendees%ROWTYPE := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  IF EXISTS (SELECT 1 FROM training_batch_records k JOIN outcome_records r ON r.alliance_id = k.alliance_id AND r.id = k.record_id
    WHERE k.alliance_id = row_of.alliance_id AND k.batch_id = row_of.batch_id AND k.metric_code = 'M40'
      AND r.state IN ('verified', 'published', 'superseded')) THEN
    RAISE EXCEPTION 'immutable: the list of a verified number of people stays' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN row_of;
END $$;
CREATE TRIGGER training_attendees_stay BEFORE INSERT OR DELETE ON training_attendees
  FOR EACH ROW EXECUTE FUNCTION training_attendee_stays();

CREATE FUNCTION training_attendees_count() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE training_batches b SET identified = (SELECT nullif(count(*), 0) FROM training_attendees a
      WHERE a.alliance_id = b.alliance_id AND a.batch_id = b.id)
    WHERE (b.alliance_id, b.id) IN (SELECT alliance_id, batch_id FROM changed);
  RETURN NULL;
END $$;
CREATE TRIGGER training_attendees_added AFTER INSERT ON training_attendees REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION training_attendees_count();
CREATE TRIGGER training_attendees_removed AFTER DELETE ON training_attendees REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION training_attendees_count();

CREATE FUNCTION training_identified_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'guard: people are counted from their list' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER training_batches_identified_new BEFORE INSERT ON training_batches FOR EACH ROW
  WHEN (NEW.identified IS NOT NULL) EXECUTE FUNCTION training_identified_guard();
CREATE TRIGGER training_batches_identified BEFORE UPDATE OF identified ON training_batches FOR EACH ROW
  WHEN (pg_trigger_depth() = 0 AND NEW.identified IS DISTINCT FROM OLD.identified) EXECUTE FUNCTION training_identified_guard();
