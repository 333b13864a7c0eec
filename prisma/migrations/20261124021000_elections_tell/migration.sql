-- Open screens of an election: a change is told to those who listen, after the commit; 0 means "ask for the number".
-- Papers cast tell nothing: five hundred of them at once would make every screen ask five hundred times. Screens look
-- every half minute anyway.
CREATE FUNCTION election_tells() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('meetings', CASE WHEN TG_TABLE_NAME = 'elections' THEN to_jsonb(NEW) ->> 'id' ELSE to_jsonb(NEW) ->> 'election_id' END || ' 0');
  RETURN NULL;
END $$;
CREATE TRIGGER elections_tell AFTER UPDATE OF version ON elections FOR EACH ROW EXECUTE FUNCTION election_tells();
CREATE TRIGGER election_candidates_tell AFTER INSERT OR UPDATE ON election_candidates FOR EACH ROW EXECUTE FUNCTION election_tells();
CREATE TRIGGER election_objections_tell AFTER INSERT OR UPDATE ON election_objections FOR EACH ROW EXECUTE FUNCTION election_tells();
