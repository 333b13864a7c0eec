-- The register is read more than anything else and asks two things: how many members there are on a day, and the next
-- fifty in the order of their names. Both are kept ready, so that neither grows with the number of members.

-- AlterTable
ALTER TABLE "memberships" ADD COLUMN     "sort_name" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "member_count_steps" (
    "alliance_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "position" "member_position" NOT NULL,
    "change" INTEGER NOT NULL,

    CONSTRAINT "member_count_steps_pkey" PRIMARY KEY ("alliance_id","day","position")
);

-- CreateIndex
CREATE INDEX "memberships_alliance_id_sort_name_number_idx" ON "memberships"("alliance_id", "sort_name", "number");

-- The periods of one membership, with all that the register reads of them: the index of the exclusion constraint gives
-- them too, but each look costs twenty times as much.
CREATE INDEX "membership_periods_of_one" ON "membership_periods"("membership_id", "valid_from", "valid_to", "position", "alliance_id");

-- The name that an organization is sorted by, copied to its memberships: only one index can give the members of one
-- alliance in the order of their names. The lock makes a renaming and an admission at once see each other.
CREATE FUNCTION membership_sort_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.sort_name := coalesce((SELECT pinyin FROM organizations WHERE id = NEW.organization_id FOR SHARE), '');
  RETURN NEW;
END $$;
CREATE TRIGGER memberships_sort_name BEFORE INSERT OR UPDATE OF organization_id, sort_name ON memberships
  FOR EACH ROW EXECUTE FUNCTION membership_sort_name();

CREATE FUNCTION organization_sort_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE memberships SET sort_name = NEW.pinyin WHERE organization_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER organizations_sort_name AFTER UPDATE OF pinyin ON organizations
  FOR EACH ROW WHEN (OLD.pinyin IS DISTINCT FROM NEW.pinyin) EXECUTE FUNCTION organization_sort_name();

UPDATE memberships SET sort_name = '';

-- How the number of members changes from day to day: +1 on the first day of a period, -1 on the day after its last. The
-- members of a day are the sum of the steps up to it, whichever day is asked for.
CREATE FUNCTION member_count_add() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO member_count_steps (alliance_id, day, position, change)
      SELECT alliance_id, day, position, sum(n) FROM (
        SELECT alliance_id, valid_from AS day, position, 1 AS n FROM new_rows
        UNION ALL SELECT alliance_id, valid_to + 1, position, -1 FROM new_rows WHERE valid_to IS NOT NULL
      ) d GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
      ON CONFLICT (alliance_id, day, position) DO UPDATE SET change = member_count_steps.change + excluded.change;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO member_count_steps (alliance_id, day, position, change)
      SELECT alliance_id, day, position, sum(n) FROM (
        SELECT alliance_id, valid_from AS day, position, -1 AS n FROM old_rows
        UNION ALL SELECT alliance_id, valid_to + 1, position, 1 FROM old_rows WHERE valid_to IS NOT NULL
      ) d GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
      ON CONFLICT (alliance_id, day, position) DO UPDATE SET change = member_count_steps.change + excluded.change;
  ELSE
    INSERT INTO member_count_steps (alliance_id, day, position, change)
      SELECT alliance_id, day, position, sum(n) FROM (
        SELECT alliance_id, valid_from AS day, position, 1 AS n FROM new_rows
        UNION ALL SELECT alliance_id, valid_to + 1, position, -1 FROM new_rows WHERE valid_to IS NOT NULL
        UNION ALL SELECT alliance_id, valid_from, position, -1 FROM old_rows
        UNION ALL SELECT alliance_id, valid_to + 1, position, 1 FROM old_rows WHERE valid_to IS NOT NULL
      ) d GROUP BY 1, 2, 3 HAVING sum(n) <> 0 ORDER BY 1, 2, 3
      ON CONFLICT (alliance_id, day, position) DO UPDATE SET change = member_count_steps.change + excluded.change;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER member_count_insert AFTER INSERT ON membership_periods REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION member_count_add();
CREATE TRIGGER member_count_delete AFTER DELETE ON membership_periods REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION member_count_add();
CREATE TRIGGER member_count_update AFTER UPDATE ON membership_periods REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION member_count_add();

-- What the steps must equal; the check of the command line compares with it.
CREATE VIEW member_count_truth AS
  SELECT alliance_id, day, position, sum(n)::int AS change FROM (
    SELECT alliance_id, valid_from AS day, position, 1 AS n FROM membership_periods
    UNION ALL SELECT alliance_id, valid_to + 1, position, -1 FROM membership_periods WHERE valid_to IS NOT NULL
  ) d GROUP BY 1, 2, 3;

INSERT INTO member_count_steps (alliance_id, day, position, change) SELECT alliance_id, day, position, change FROM member_count_truth;
