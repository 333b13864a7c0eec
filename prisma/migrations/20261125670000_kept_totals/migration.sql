-- Two numbers that every reader asks for at once and that grew with what is counted: the results of a whole alliance by
-- metric and year, and how many projects it has. Both are kept by the transactions that change them.

-- CreateTable
CREATE TABLE "outcome_totals" (
    "alliance_id" UUID NOT NULL,
    "metric_code" VARCHAR(10) NOT NULL,
    "year" INTEGER NOT NULL,
    "state" "figure_state" NOT NULL,
    "records" INTEGER NOT NULL,
    "total" DECIMAL(20,2) NOT NULL,

    CONSTRAINT "outcome_totals_pkey" PRIMARY KEY ("alliance_id","metric_code","year","state")
);

-- CreateTable
CREATE TABLE "project_totals" (
    "alliance_id" UUID NOT NULL,
    "projects" INTEGER NOT NULL,

    CONSTRAINT "project_totals_pkey" PRIMARY KEY ("alliance_id")
);

-- CreateIndex
CREATE INDEX "outcome_totals_metric_code_idx" ON "outcome_totals"("metric_code");

-- AddForeignKey
ALTER TABLE "outcome_totals" ADD CONSTRAINT "outcome_totals_metric_code_fkey" FOREIGN KEY ("metric_code") REFERENCES "metric_definitions"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Rows are touched in one order, like those of outcome_rollups before them.
CREATE FUNCTION outcome_totals_add() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO outcome_totals (alliance_id, metric_code, year, state, records, total)
      SELECT alliance_id, metric_code, year, state, sum(records), sum(total) FROM new_rows GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
      ON CONFLICT (alliance_id, metric_code, year, state)
      DO UPDATE SET records = outcome_totals.records + excluded.records, total = outcome_totals.total + excluded.total;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO outcome_totals (alliance_id, metric_code, year, state, records, total)
      SELECT alliance_id, metric_code, year, state, -sum(records), -sum(total) FROM old_rows GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
      ON CONFLICT (alliance_id, metric_code, year, state)
      DO UPDATE SET records = outcome_totals.records + excluded.records, total = outcome_totals.total + excluded.total;
  ELSE
    INSERT INTO outcome_totals (alliance_id, metric_code, year, state, records, total)
      SELECT alliance_id, metric_code, year, state, sum(n), sum(q) FROM (
        SELECT alliance_id, metric_code, year, state, records AS n, total AS q FROM new_rows
        UNION ALL SELECT alliance_id, metric_code, year, state, -records, -total FROM old_rows
      ) d GROUP BY 1, 2, 3, 4 HAVING sum(n) <> 0 OR sum(q) <> 0 ORDER BY 1, 2, 3, 4
      ON CONFLICT (alliance_id, metric_code, year, state)
      DO UPDATE SET records = outcome_totals.records + excluded.records, total = outcome_totals.total + excluded.total;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER outcome_totals_insert AFTER INSERT ON outcome_rollups REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION outcome_totals_add();
CREATE TRIGGER outcome_totals_delete AFTER DELETE ON outcome_rollups REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION outcome_totals_add();
CREATE TRIGGER outcome_totals_update AFTER UPDATE ON outcome_rollups REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION outcome_totals_add();

INSERT INTO outcome_totals (alliance_id, metric_code, year, state, records, total)
  SELECT alliance_id, metric_code, year, state, sum(records), sum(total) FROM outcome_rollups GROUP BY 1, 2, 3, 4;

-- A project never moves to another alliance, so only its beginning and its removal count.
CREATE FUNCTION project_totals_add() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO project_totals (alliance_id, projects) SELECT alliance_id, count(*) FROM new_rows GROUP BY 1 ORDER BY 1
      ON CONFLICT (alliance_id) DO UPDATE SET projects = project_totals.projects + excluded.projects;
  ELSE
    INSERT INTO project_totals (alliance_id, projects) SELECT alliance_id, -count(*) FROM old_rows GROUP BY 1 ORDER BY 1
      ON CONFLICT (alliance_id) DO UPDATE SET projects = project_totals.projects + excluded.projects;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER project_totals_insert AFTER INSERT ON projects REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION project_totals_add();
CREATE TRIGGER project_totals_delete AFTER DELETE ON projects REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION project_totals_add();

INSERT INTO project_totals (alliance_id, projects) SELECT alliance_id, count(*) FROM projects GROUP BY 1;
