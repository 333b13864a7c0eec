-- The kept number of an alliance's projects was one row, which whoever registered a project held until its commit. It is
-- the sum of parts now; a connection always adds to the same one, so two at once seldom meet.
ALTER TABLE "project_totals" ADD COLUMN "part" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "project_totals" ALTER COLUMN "part" DROP DEFAULT;

-- AlterTable
ALTER TABLE "project_totals" DROP CONSTRAINT "project_totals_pkey",
ADD CONSTRAINT "project_totals_pkey" PRIMARY KEY ("alliance_id", "part");

CREATE OR REPLACE FUNCTION project_totals_add() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO project_totals (alliance_id, part, projects)
      SELECT alliance_id, pg_backend_pid() % 32, count(*) FROM new_rows GROUP BY 1 ORDER BY 1
      ON CONFLICT (alliance_id, part) DO UPDATE SET projects = project_totals.projects + excluded.projects;
  ELSE
    INSERT INTO project_totals (alliance_id, part, projects)
      SELECT alliance_id, pg_backend_pid() % 32, -count(*) FROM old_rows GROUP BY 1 ORDER BY 1
      ON CONFLICT (alliance_id, part) DO UPDATE SET projects = project_totals.projects + excluded.projects;
  END IF;
  RETURN NULL;
END $$;
