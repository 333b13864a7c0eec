-- Hand-written; the schema cannot express it.
-- A signature belongs to the review and to what comes of it, with its day: whoever sends a report back cannot leave one
-- standing, so nobody who signed writes another word of it.
ALTER TABLE editions
  ADD CONSTRAINT editions_signatures CHECK (state IN ('review', 'council_approved', 'submitted', 'published')
    OR coalesce(secretary_reviewed_by_id, chair_reviewed_by_id) IS NULL),
  ADD CONSTRAINT editions_signature_days CHECK ((secretary_reviewed_by_id IS NULL) = (secretary_reviewed_at IS NULL)
    AND (chair_reviewed_by_id IS NULL) = (chair_reviewed_at IS NULL));

-- As before, and each version of a chapter follows the one before it.
CREATE OR REPLACE FUNCTION edition_text_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM edition_sections s JOIN editions e ON e.id = s.edition_id
    WHERE s.id = NEW.section_id AND (s.state IN ('submitted', 'accepted') OR e.state <> 'drafting')) THEN
    RAISE EXCEPTION 'guard: a chapter that is not in hand' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.number <> 1 + (SELECT coalesce(max(t.number), 0) FROM edition_texts t WHERE t.section_id = NEW.section_id) THEN
    RAISE EXCEPTION 'guard: versions of a chapter follow each other' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- I-16: the version that stands is the newest one.
CREATE FUNCTION edition_section_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.text_number <> (SELECT coalesce(max(t.number), 0) FROM edition_texts t WHERE t.section_id = NEW.id) THEN
    RAISE EXCEPTION 'guard: the newest version of a chapter stands' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER edition_sections_text BEFORE INSERT OR UPDATE OF text_number ON edition_sections
  FOR EACH ROW EXECUTE FUNCTION edition_section_text();

-- The weights of a scheme are looked at when it is published: so none is born published.
CREATE FUNCTION evaluation_scheme_begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> 'draft' THEN
    RAISE EXCEPTION 'guard: a scheme begins as a draft' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evaluation_schemes_begin BEFORE INSERT ON evaluation_schemes FOR EACH ROW EXECUTE FUNCTION evaluation_scheme_begins();
