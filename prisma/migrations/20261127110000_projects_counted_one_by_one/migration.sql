-- Projects are registered one by one: counting the one row costs half of what gathering, sorting and adding up the rows of
-- its statement did. It pays for what keeping the JSON costs a registration.
DROP TRIGGER project_totals_insert ON projects;

CREATE FUNCTION project_totals_one() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO project_totals (alliance_id, part, projects) VALUES (NEW.alliance_id, project_part(NEW.id), 1)
    ON CONFLICT (alliance_id, part) DO UPDATE SET projects = project_totals.projects + 1;
  RETURN NULL;
END $$;

CREATE TRIGGER project_totals_insert AFTER INSERT ON projects FOR EACH ROW EXECUTE FUNCTION project_totals_one();

-- Only what was deleted comes here now.
CREATE OR REPLACE FUNCTION project_totals_add() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO project_totals (alliance_id, part, projects)
    SELECT alliance_id, project_part(id), -count(*) FROM old_rows GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (alliance_id, part) DO UPDATE SET projects = project_totals.projects + excluded.projects;
  RETURN NULL;
END $$;
