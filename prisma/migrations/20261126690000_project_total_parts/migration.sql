-- The kept number of an alliance's projects was one row, which whoever registered a project held until its commit. It is
-- the sum of parts now: each project counts in the part of its id, so two at once seldom meet.
CREATE FUNCTION project_part(project_id uuid) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN get_byte(uuid_send(project_id), 15) % 64;

DELETE FROM "project_totals";
ALTER TABLE "project_totals" ADD COLUMN "part" INTEGER NOT NULL;

-- AlterTable
ALTER TABLE "project_totals" DROP CONSTRAINT "project_totals_pkey",
ADD CONSTRAINT "project_totals_pkey" PRIMARY KEY ("alliance_id", "part");

CREATE OR REPLACE FUNCTION project_totals_add() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO project_totals (alliance_id, part, projects)
      SELECT alliance_id, project_part(id), count(*) FROM new_rows GROUP BY 1, 2 ORDER BY 1, 2
      ON CONFLICT (alliance_id, part) DO UPDATE SET projects = project_totals.projects + excluded.projects;
  ELSE
    INSERT INTO project_totals (alliance_id, part, projects)
      SELECT alliance_id, project_part(id), -count(*) FROM old_rows GROUP BY 1, 2 ORDER BY 1, 2
      ON CONFLICT (alliance_id, part) DO UPDATE SET projects = project_totals.projects + excluded.projects;
  END IF;
  RETURN NULL;
END $$;

INSERT INTO project_totals (alliance_id, part, projects)
  SELECT alliance_id, project_part(id), count(*) FROM projects GROUP BY 1, 2;
