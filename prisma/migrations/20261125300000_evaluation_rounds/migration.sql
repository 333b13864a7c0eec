-- Rounds of evaluation: self-evaluation, verified values, blind marks, vetoes, objections, ratification.
-- CreateEnum
CREATE TYPE "evaluation_state" AS ENUM ('scheme_published', 'self_evaluation', 'data_verified', 'expert_scoring', 'veto_check', 'draft_result', 'objection', 'council_ratified', 'published', 'rectification', 'follow_up');

-- CreateEnum
CREATE TYPE "evaluation_grade" AS ENUM ('a', 'b', 'c', 'd');

-- CreateEnum
CREATE TYPE "evaluation_item_level" AS ENUM ('national', 'provincial', 'municipal', 'school');

-- CreateEnum
CREATE TYPE "evaluation_seat_state" AS ENUM ('assigned', 'clear', 'recused');

-- CreateEnum
CREATE TYPE "evaluation_veto_state" AS ENUM ('found', 'confirmed', 'dismissed');

-- CreateEnum
CREATE TYPE "evaluation_objection_state" AS ENUM ('open', 'upheld', 'rejected');

-- CreateTable
CREATE TABLE "evaluation_rounds" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "scheme_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "title" VARCHAR(100) NOT NULL,
    "state" "evaluation_state" NOT NULL DEFAULT 'scheme_published',
    "state_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "self_due_on" DATE NOT NULL,
    "objection_until" DATE,
    "resolution_id" UUID,
    "opened_by_id" UUID,
    "drafted_by_id" UUID,
    "drafted_at" TIMESTAMPTZ(3),
    "ratified_by_id" UUID,
    "published_at" TIMESTAMPTZ(3),
    "conclusion" VARCHAR(1000),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evaluation_rounds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation_subjects" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "key_id" UUID NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "organization_id" UUID,
    "college_id" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "submitted_by_id" UUID,
    "return_reason" VARCHAR(500),
    "total" INTEGER,
    "grade" "evaluation_grade",
    "rank" INTEGER,
    "vetoed" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "evaluation_subjects_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation_entries" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "self_value" BIGINT,
    "self_note" VARCHAR(500),
    "file_id" UUID,
    "entered_by_id" UUID,
    "computed_value" BIGINT,
    "verified_value" BIGINT,
    "verified_by_id" UUID,
    "verify_note" VARCHAR(500),

    CONSTRAINT "evaluation_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation_items" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "key" VARCHAR(120) NOT NULL,
    "title" VARCHAR(200) NOT NULL,
    "level" "evaluation_item_level" NOT NULL,
    "accepted" BOOLEAN,

    CONSTRAINT "evaluation_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation_seats" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "state" "evaluation_seat_state" NOT NULL DEFAULT 'assigned',
    "declared_at" TIMESTAMPTZ(3),
    "reason" VARCHAR(300),
    "submitted_at" TIMESTAMPTZ(3),
    "comment" VARCHAR(1000),
    "assigned_by_id" UUID,

    CONSTRAINT "evaluation_seats_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation_scores" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "points" INTEGER NOT NULL,

    CONSTRAINT "evaluation_scores_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation_visits" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "on" DATE NOT NULL,
    "people" VARCHAR(200) NOT NULL,
    "note" VARCHAR(2000) NOT NULL,
    "recorded_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evaluation_visits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation_vetoes" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "reason" VARCHAR(500) NOT NULL,
    "state" "evaluation_veto_state" NOT NULL DEFAULT 'found',
    "found_by_id" UUID,
    "decided_by_id" UUID,
    "note" VARCHAR(500),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "evaluation_vetoes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation_objections" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "text" VARCHAR(2000) NOT NULL,
    "state" "evaluation_objection_state" NOT NULL DEFAULT 'open',
    "raised_by_id" UUID,
    "answer" VARCHAR(2000),
    "answered_by_id" UUID,
    "indicator_id" UUID,
    "value_before" BIGINT,
    "value_after" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "evaluation_objections_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation_tasks" (
    "alliance_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,

    CONSTRAINT "evaluation_tasks_pkey" PRIMARY KEY ("subject_id","task_id")
);

-- CreateTable
CREATE TABLE "evaluation_events" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "state" "evaluation_state" NOT NULL,
    "note" VARCHAR(1000),
    "actor_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evaluation_events_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "evaluation_rounds_alliance_id_scheme_id_idx" ON "evaluation_rounds"("alliance_id", "scheme_id");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_rounds_alliance_id_id_key" ON "evaluation_rounds"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_rounds_scheme_id_year_key" ON "evaluation_rounds"("scheme_id", "year");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_rounds_alliance_id_resolution_id_key" ON "evaluation_rounds"("alliance_id", "resolution_id");

-- CreateIndex
CREATE INDEX "evaluation_subjects_alliance_id_round_id_idx" ON "evaluation_subjects"("alliance_id", "round_id");

-- CreateIndex
CREATE INDEX "evaluation_subjects_organization_id_idx" ON "evaluation_subjects"("organization_id");

-- CreateIndex
CREATE INDEX "evaluation_subjects_alliance_id_college_id_idx" ON "evaluation_subjects"("alliance_id", "college_id");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_subjects_alliance_id_id_key" ON "evaluation_subjects"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_subjects_round_id_key_id_key" ON "evaluation_subjects"("round_id", "key_id");

-- CreateIndex
CREATE INDEX "evaluation_entries_alliance_id_subject_id_idx" ON "evaluation_entries"("alliance_id", "subject_id");

-- CreateIndex
CREATE INDEX "evaluation_entries_alliance_id_indicator_id_idx" ON "evaluation_entries"("alliance_id", "indicator_id");

-- CreateIndex
CREATE INDEX "evaluation_entries_alliance_id_file_id_idx" ON "evaluation_entries"("alliance_id", "file_id");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_entries_alliance_id_id_key" ON "evaluation_entries"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_entries_subject_id_indicator_id_key" ON "evaluation_entries"("subject_id", "indicator_id");

-- CreateIndex
CREATE INDEX "evaluation_items_alliance_id_entry_id_idx" ON "evaluation_items"("alliance_id", "entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_items_alliance_id_id_key" ON "evaluation_items"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "evaluation_seats_alliance_id_subject_id_idx" ON "evaluation_seats"("alliance_id", "subject_id");

-- CreateIndex
CREATE INDEX "evaluation_seats_person_id_idx" ON "evaluation_seats"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_seats_alliance_id_id_key" ON "evaluation_seats"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_seats_subject_id_person_id_key" ON "evaluation_seats"("subject_id", "person_id");

-- CreateIndex
CREATE INDEX "evaluation_scores_alliance_id_seat_id_idx" ON "evaluation_scores"("alliance_id", "seat_id");

-- CreateIndex
CREATE INDEX "evaluation_scores_alliance_id_indicator_id_idx" ON "evaluation_scores"("alliance_id", "indicator_id");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_scores_alliance_id_id_key" ON "evaluation_scores"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_scores_seat_id_indicator_id_key" ON "evaluation_scores"("seat_id", "indicator_id");

-- CreateIndex
CREATE INDEX "evaluation_visits_alliance_id_subject_id_idx" ON "evaluation_visits"("alliance_id", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_visits_alliance_id_id_key" ON "evaluation_visits"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "evaluation_vetoes_alliance_id_subject_id_idx" ON "evaluation_vetoes"("alliance_id", "subject_id");

-- CreateIndex
CREATE INDEX "evaluation_vetoes_alliance_id_indicator_id_idx" ON "evaluation_vetoes"("alliance_id", "indicator_id");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_vetoes_alliance_id_id_key" ON "evaluation_vetoes"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "evaluation_objections_alliance_id_subject_id_idx" ON "evaluation_objections"("alliance_id", "subject_id");

-- CreateIndex
CREATE INDEX "evaluation_objections_alliance_id_indicator_id_idx" ON "evaluation_objections"("alliance_id", "indicator_id");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_objections_alliance_id_id_key" ON "evaluation_objections"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "evaluation_tasks_alliance_id_subject_id_idx" ON "evaluation_tasks"("alliance_id", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_tasks_alliance_id_task_id_key" ON "evaluation_tasks"("alliance_id", "task_id");

-- CreateIndex
CREATE INDEX "evaluation_events_alliance_id_round_id_idx" ON "evaluation_events"("alliance_id", "round_id");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_events_alliance_id_id_key" ON "evaluation_events"("alliance_id", "id");

-- AddForeignKey
ALTER TABLE "evaluation_rounds" ADD CONSTRAINT "evaluation_rounds_alliance_id_scheme_id_fkey" FOREIGN KEY ("alliance_id", "scheme_id") REFERENCES "evaluation_schemes"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_rounds" ADD CONSTRAINT "evaluation_rounds_alliance_id_resolution_id_fkey" FOREIGN KEY ("alliance_id", "resolution_id") REFERENCES "resolutions"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_subjects" ADD CONSTRAINT "evaluation_subjects_alliance_id_round_id_fkey" FOREIGN KEY ("alliance_id", "round_id") REFERENCES "evaluation_rounds"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_subjects" ADD CONSTRAINT "evaluation_subjects_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_subjects" ADD CONSTRAINT "evaluation_subjects_alliance_id_college_id_fkey" FOREIGN KEY ("alliance_id", "college_id") REFERENCES "colleges"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_entries" ADD CONSTRAINT "evaluation_entries_alliance_id_subject_id_fkey" FOREIGN KEY ("alliance_id", "subject_id") REFERENCES "evaluation_subjects"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_entries" ADD CONSTRAINT "evaluation_entries_alliance_id_indicator_id_fkey" FOREIGN KEY ("alliance_id", "indicator_id") REFERENCES "evaluation_indicators"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_entries" ADD CONSTRAINT "evaluation_entries_alliance_id_file_id_fkey" FOREIGN KEY ("alliance_id", "file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_items" ADD CONSTRAINT "evaluation_items_alliance_id_entry_id_fkey" FOREIGN KEY ("alliance_id", "entry_id") REFERENCES "evaluation_entries"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_seats" ADD CONSTRAINT "evaluation_seats_alliance_id_subject_id_fkey" FOREIGN KEY ("alliance_id", "subject_id") REFERENCES "evaluation_subjects"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_seats" ADD CONSTRAINT "evaluation_seats_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_scores" ADD CONSTRAINT "evaluation_scores_alliance_id_seat_id_fkey" FOREIGN KEY ("alliance_id", "seat_id") REFERENCES "evaluation_seats"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_scores" ADD CONSTRAINT "evaluation_scores_alliance_id_indicator_id_fkey" FOREIGN KEY ("alliance_id", "indicator_id") REFERENCES "evaluation_indicators"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_visits" ADD CONSTRAINT "evaluation_visits_alliance_id_subject_id_fkey" FOREIGN KEY ("alliance_id", "subject_id") REFERENCES "evaluation_subjects"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_vetoes" ADD CONSTRAINT "evaluation_vetoes_alliance_id_subject_id_fkey" FOREIGN KEY ("alliance_id", "subject_id") REFERENCES "evaluation_subjects"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_vetoes" ADD CONSTRAINT "evaluation_vetoes_alliance_id_indicator_id_fkey" FOREIGN KEY ("alliance_id", "indicator_id") REFERENCES "evaluation_indicators"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_objections" ADD CONSTRAINT "evaluation_objections_alliance_id_subject_id_fkey" FOREIGN KEY ("alliance_id", "subject_id") REFERENCES "evaluation_subjects"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_objections" ADD CONSTRAINT "evaluation_objections_alliance_id_indicator_id_fkey" FOREIGN KEY ("alliance_id", "indicator_id") REFERENCES "evaluation_indicators"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_tasks" ADD CONSTRAINT "evaluation_tasks_alliance_id_subject_id_fkey" FOREIGN KEY ("alliance_id", "subject_id") REFERENCES "evaluation_subjects"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_tasks" ADD CONSTRAINT "evaluation_tasks_alliance_id_task_id_fkey" FOREIGN KEY ("alliance_id", "task_id") REFERENCES "tasks"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_events" ADD CONSTRAINT "evaluation_events_alliance_id_round_id_fkey" FOREIGN KEY ("alliance_id", "round_id") REFERENCES "evaluation_rounds"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- By hand from here: what the database promises beyond keys.
-- ---------------------------------------------------------------------------------------------------------------------

-- I-23, A-04: a row never moves to another alliance.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY[
    'evaluation_rounds', 'evaluation_subjects', 'evaluation_entries', 'evaluation_items', 'evaluation_seats',
    'evaluation_scores', 'evaluation_visits', 'evaluation_vetoes', 'evaluation_objections', 'evaluation_tasks',
    'evaluation_events'
  ] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OF alliance_id ON %I FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance()', t || '_tenant', t);
  END LOOP;
END $$;

ALTER TABLE evaluation_rounds
  ADD CONSTRAINT evaluation_rounds_title_not_blank CHECK (btrim(title) <> ''),
  ADD CONSTRAINT evaluation_rounds_year CHECK (year BETWEEN 2000 AND 2200),
  ADD CONSTRAINT evaluation_rounds_drafted CHECK (state < 'draft_result' OR drafted_at IS NOT NULL),
  ADD CONSTRAINT evaluation_rounds_objection CHECK (state < 'objection' OR objection_until IS NOT NULL),
  -- Ratified by a resolution only (storey 2 keeps only carried ones), and by another person than who drew up the result.
  ADD CONSTRAINT evaluation_rounds_ratified CHECK ((state >= 'council_ratified') = (resolution_id IS NOT NULL)),
  ADD CONSTRAINT evaluation_rounds_two_persons CHECK (ratified_by_id IS NULL OR drafted_by_id IS NULL OR ratified_by_id <> drafted_by_id),
  ADD CONSTRAINT evaluation_rounds_published CHECK ((state >= 'published') = (published_at IS NOT NULL));
ALTER TABLE evaluation_subjects
  ADD CONSTRAINT evaluation_subjects_result CHECK ((total IS NULL) = (grade IS NULL) AND total >= 0 AND (rank IS NULL OR total IS NOT NULL)),
  ADD CONSTRAINT evaluation_subjects_veto CHECK (NOT vetoed OR (grade = 'd' AND rank IS NULL)),
  ADD CONSTRAINT evaluation_subjects_college CHECK (college_id IS NULL OR organization_id IS NOT NULL);
ALTER TABLE evaluation_entries
  ADD CONSTRAINT evaluation_entries_values CHECK (least(self_value, computed_value, verified_value) >= 0),
  -- I-15: who reported a value does not verify it.
  ADD CONSTRAINT evaluation_entries_two_persons CHECK (verified_by_id IS NULL OR entered_by_id IS NULL OR verified_by_id <> entered_by_id);
ALTER TABLE evaluation_seats
  ADD CONSTRAINT evaluation_seats_declared CHECK ((state = 'assigned') = (declared_at IS NULL)),
  ADD CONSTRAINT evaluation_seats_gate CHECK (submitted_at IS NULL OR state = 'clear'),
  ADD CONSTRAINT evaluation_seats_recused CHECK (state <> 'recused' OR btrim(coalesce(reason, '')) <> '');
ALTER TABLE evaluation_scores ADD CONSTRAINT evaluation_scores_points CHECK (points BETWEEN 0 AND 100);
ALTER TABLE evaluation_vetoes
  ADD CONSTRAINT evaluation_vetoes_decided CHECK ((state = 'found') = (decided_at IS NULL)),
  ADD CONSTRAINT evaluation_vetoes_two_persons CHECK (decided_by_id IS NULL OR found_by_id IS NULL OR decided_by_id <> found_by_id);
ALTER TABLE evaluation_objections
  ADD CONSTRAINT evaluation_objections_answered CHECK ((state = 'open') = (answered_at IS NULL) AND (state = 'open') = (answer IS NULL)),
  ADD CONSTRAINT evaluation_objections_two_persons CHECK (answered_by_id IS NULL OR raised_by_id IS NULL OR answered_by_id <> raised_by_id);

-- 3.12: one step after the other, and none back.
CREATE FUNCTION evaluation_moves() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE steps evaluation_state[] := enum_range(NULL::evaluation_state);
BEGIN
  IF NEW.state <> OLD.state AND array_position(steps, NEW.state) <> array_position(steps, OLD.state) + 1 THEN
    RAISE EXCEPTION 'guard: an evaluation does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.scheme_id <> OLD.scheme_id OR NEW.year <> OLD.year OR (OLD.resolution_id IS NOT NULL AND NEW.resolution_id IS DISTINCT FROM OLD.resolution_id) THEN
    RAISE EXCEPTION 'immutable: scheme, year and resolution of an evaluation' USING ERRCODE = 'restrict_violation';
  END IF;
  -- The objection period ends when its last day is over, by the clock of the database.
  IF NEW.state = 'council_ratified' AND OLD.state = 'objection' AND (
    NEW.objection_until >= (now() AT TIME ZONE (SELECT time_zone FROM alliances WHERE id = NEW.alliance_id))::date
    OR EXISTS (SELECT 1 FROM evaluation_objections o JOIN evaluation_subjects s ON s.id = o.subject_id
      WHERE s.round_id = NEW.id AND o.state = 'open')) THEN
    RAISE EXCEPTION 'guard: objections are still possible or unanswered' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state = 'draft_result' AND OLD.state = 'veto_check' AND EXISTS (SELECT 1 FROM evaluation_vetoes v
    JOIN evaluation_subjects s ON s.id = v.subject_id WHERE s.round_id = NEW.id AND v.state = 'found') THEN
    RAISE EXCEPTION 'guard: a veto waits for its second person' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evaluation_rounds_move BEFORE UPDATE ON evaluation_rounds FOR EACH ROW EXECUTE FUNCTION evaluation_moves();
CREATE TRIGGER evaluation_rounds_stay BEFORE DELETE ON evaluation_rounds FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER evaluation_events_immutable BEFORE UPDATE OR DELETE ON evaluation_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER evaluation_visits_immutable BEFORE UPDATE OR DELETE ON evaluation_visits FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A round runs by a published scheme of those whom it evaluates.
CREATE FUNCTION evaluation_round_scheme() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM evaluation_schemes WHERE id = NEW.scheme_id AND state = 'published') THEN
    RAISE EXCEPTION 'guard: a round runs by a published scheme' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evaluation_rounds_scheme BEFORE INSERT ON evaluation_rounds FOR EACH ROW EXECUTE FUNCTION evaluation_round_scheme();

-- Once ratified, nothing of a result changes; who merges takes its results along.
CREATE FUNCTION evaluation_result_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ratified boolean := (SELECT state >= 'council_ratified' FROM evaluation_rounds WHERE id = OLD.round_id);
BEGIN
  IF TG_OP = 'DELETE' OR NEW.round_id <> OLD.round_id OR NEW.key_id <> OLD.key_id OR (ratified AND
    to_jsonb(NEW) - 'organization_id' <> to_jsonb(OLD) - 'organization_id') THEN
    RAISE EXCEPTION 'immutable: the result of an evaluation' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evaluation_subjects_stay BEFORE UPDATE OR DELETE ON evaluation_subjects FOR EACH ROW EXECUTE FUNCTION evaluation_result_stays();

-- Values are given while the round evaluates itself or verifies; later only an objection changes one.
CREATE FUNCTION evaluation_value_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE r evaluation_rounds%ROWTYPE;
BEGIN
  SELECT x.* INTO r FROM evaluation_rounds x JOIN evaluation_subjects s ON s.round_id = x.id
    WHERE s.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.subject_id ELSE NEW.subject_id END;
  IF r.state NOT IN ('self_evaluation', 'data_verified', 'objection') THEN
    RAISE EXCEPTION 'immutable: values of an evaluation that went on' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP <> 'DELETE' AND NOT EXISTS (SELECT 1 FROM evaluation_indicators i
    WHERE i.id = NEW.indicator_id AND i.scheme_id = r.scheme_id AND i.kind IS NOT NULL) THEN
    RAISE EXCEPTION 'guard: a value belongs to an indicator of its scheme' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER evaluation_entries_in_time BEFORE INSERT OR UPDATE OR DELETE ON evaluation_entries FOR EACH ROW EXECUTE FUNCTION evaluation_value_in_time();

-- A mark comes from an expert who declared no conflict, while the round scores, for what experts judge; once, for good.
CREATE FUNCTION evaluation_score_by_clear_expert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM evaluation_seats e JOIN evaluation_subjects s ON s.id = e.subject_id JOIN evaluation_rounds r ON r.id = s.round_id
    JOIN evaluation_indicators i ON i.scheme_id = r.scheme_id AND i.kind = 'expert'
    WHERE e.id = NEW.seat_id AND e.state = 'clear' AND e.submitted_at IS NULL AND r.state = 'expert_scoring' AND i.id = NEW.indicator_id
  ) THEN
    RAISE EXCEPTION 'guard: a mark comes from an expert without a conflict, while the round scores' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evaluation_scores_expert BEFORE INSERT ON evaluation_scores FOR EACH ROW EXECUTE FUNCTION evaluation_score_by_clear_expert();
CREATE TRIGGER evaluation_scores_immutable BEFORE UPDATE OR DELETE ON evaluation_scores FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Blind: one's own marks at any time, everybody's once scoring is over. The portal reads marks through this and by no other way.
CREATE FUNCTION evaluation_scores_seen(alliance uuid, person uuid) RETURNS TABLE (subject_id uuid, round_id uuid, person_id uuid, indicator_id uuid, points int)
LANGUAGE sql STABLE AS $$
  SELECT e.subject_id, s.round_id, e.person_id, p.indicator_id, p.points
  FROM evaluation_scores p JOIN evaluation_seats e ON e.id = p.seat_id JOIN evaluation_subjects s ON s.id = e.subject_id
  JOIN evaluation_rounds r ON r.id = s.round_id
  WHERE p.alliance_id = alliance AND (e.person_id = person OR r.state > 'expert_scoring')
$$;
