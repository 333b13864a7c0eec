-- CreateEnum
CREATE TYPE "period_kind" AS ENUM ('month', 'quarter', 'half', 'year');

-- CreateEnum
CREATE TYPE "obligation_state" AS ENUM ('open', 'draft', 'submitted', 'checking', 'returned', 'verified', 'approved');

-- CreateEnum
CREATE TYPE "cell_answer" AS ENUM ('blank', 'value', 'not_applicable');

-- CreateTable
CREATE TABLE "reporting_cycles" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "set_id" UUID NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "period_kind" "period_kind" NOT NULL,
    "period_from" DATE NOT NULL,
    "period_to" DATE NOT NULL,
    "opens_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "verify_by" DATE NOT NULL,
    "closes_on" DATE NOT NULL,
    "pro_rata" BOOLEAN NOT NULL DEFAULT false,
    "approved_by_id" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "reporting_cycles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "obligations" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "set_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "state" "obligation_state" NOT NULL DEFAULT 'open',
    "state_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "nil" BOOLEAN NOT NULL DEFAULT false,
    "submitted_by_id" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "first_submitted_at" TIMESTAMPTZ(3),
    "verified_by_id" UUID,
    "verified_at" TIMESTAMPTZ(3),
    "approved_by_id" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "exempt_reason" VARCHAR(500),
    "exempted_by_id" UUID,
    "exception_until" DATE,
    "exception_reason" VARCHAR(500),
    "ended_on" DATE,
    "returns" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "obligations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_values" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "obligation_id" UUID NOT NULL,
    "set_id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "answer" "cell_answer" NOT NULL,
    "entered" DECIMAL(24,6),
    "unit" VARCHAR(30),
    "amount" DECIMAL(24,6),
    "denominator" DECIMAL(24,6),
    "text" VARCHAR(1000),
    "reason" VARCHAR(500),
    "file_id" UUID,
    "return_reason" VARCHAR(500),
    "confirmed_version" INTEGER,
    "entered_by_id" UUID,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "report_values_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_value_versions" (
    "alliance_id" UUID NOT NULL,
    "value_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "answer" "cell_answer" NOT NULL,
    "entered" DECIMAL(24,6),
    "unit" VARCHAR(30),
    "amount" DECIMAL(24,6),
    "denominator" DECIMAL(24,6),
    "text" VARCHAR(1000),
    "reason" VARCHAR(500),
    "file_id" UUID,
    "entered_by_id" UUID,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_value_versions_pkey" PRIMARY KEY ("value_id","version")
);

-- CreateTable
CREATE TABLE "report_findings" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "obligation_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "code" VARCHAR(20) NOT NULL,
    "value_version" INTEGER NOT NULL,
    "strength" "check_strength" NOT NULL,
    "finding" VARCHAR(40) NOT NULL,
    "details" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_findings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_cell_locks" (
    "alliance_id" UUID NOT NULL,
    "obligation_id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_cell_locks_pkey" PRIMARY KEY ("obligation_id","indicator_id")
);

-- CreateIndex
CREATE INDEX "reporting_cycles_alliance_id_period_to_idx" ON "reporting_cycles"("alliance_id", "period_to");

-- CreateIndex
CREATE UNIQUE INDEX "reporting_cycles_alliance_id_id_key" ON "reporting_cycles"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "reporting_cycles_alliance_id_id_set_id_key" ON "reporting_cycles"("alliance_id", "id", "set_id");

-- CreateIndex
CREATE UNIQUE INDEX "reporting_cycles_alliance_id_set_id_period_from_period_to_key" ON "reporting_cycles"("alliance_id", "set_id", "period_from", "period_to");

-- CreateIndex
CREATE INDEX "obligations_alliance_id_cycle_id_set_id_idx" ON "obligations"("alliance_id", "cycle_id", "set_id");

-- CreateIndex
CREATE INDEX "obligations_alliance_id_organization_id_state_idx" ON "obligations"("alliance_id", "organization_id", "state");

-- CreateIndex
CREATE INDEX "obligations_organization_id_idx" ON "obligations"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "obligations_alliance_id_id_key" ON "obligations"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "obligations_alliance_id_id_set_id_key" ON "obligations"("alliance_id", "id", "set_id");

-- CreateIndex
CREATE UNIQUE INDEX "obligations_alliance_id_cycle_id_organization_id_key" ON "obligations"("alliance_id", "cycle_id", "organization_id");

-- CreateIndex
CREATE INDEX "report_values_alliance_id_obligation_id_set_id_idx" ON "report_values"("alliance_id", "obligation_id", "set_id");

-- CreateIndex
CREATE INDEX "report_values_alliance_id_set_id_indicator_id_idx" ON "report_values"("alliance_id", "set_id", "indicator_id");

-- CreateIndex
CREATE INDEX "report_values_alliance_id_file_id_idx" ON "report_values"("alliance_id", "file_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_values_alliance_id_id_key" ON "report_values"("alliance_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "report_values_alliance_id_obligation_id_indicator_id_key" ON "report_values"("alliance_id", "obligation_id", "indicator_id");

-- CreateIndex
CREATE INDEX "report_value_versions_alliance_id_value_id_idx" ON "report_value_versions"("alliance_id", "value_id");

-- CreateIndex
CREATE INDEX "report_findings_alliance_id_obligation_id_round_idx" ON "report_findings"("alliance_id", "obligation_id", "round");

-- CreateIndex
CREATE UNIQUE INDEX "report_findings_alliance_id_id_key" ON "report_findings"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "report_cell_locks_alliance_id_obligation_id_idx" ON "report_cell_locks"("alliance_id", "obligation_id");

-- AddForeignKey
ALTER TABLE "reporting_cycles" ADD CONSTRAINT "reporting_cycles_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reporting_cycles" ADD CONSTRAINT "reporting_cycles_alliance_id_set_id_fkey" FOREIGN KEY ("alliance_id", "set_id") REFERENCES "indicator_sets"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_alliance_id_cycle_id_set_id_fkey" FOREIGN KEY ("alliance_id", "cycle_id", "set_id") REFERENCES "reporting_cycles"("alliance_id", "id", "set_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_values" ADD CONSTRAINT "report_values_alliance_id_obligation_id_set_id_fkey" FOREIGN KEY ("alliance_id", "obligation_id", "set_id") REFERENCES "obligations"("alliance_id", "id", "set_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_values" ADD CONSTRAINT "report_values_alliance_id_set_id_indicator_id_fkey" FOREIGN KEY ("alliance_id", "set_id", "indicator_id") REFERENCES "indicators"("alliance_id", "set_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_values" ADD CONSTRAINT "report_values_alliance_id_file_id_fkey" FOREIGN KEY ("alliance_id", "file_id") REFERENCES "stored_files"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_value_versions" ADD CONSTRAINT "report_value_versions_alliance_id_value_id_fkey" FOREIGN KEY ("alliance_id", "value_id") REFERENCES "report_values"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_findings" ADD CONSTRAINT "report_findings_alliance_id_obligation_id_fkey" FOREIGN KEY ("alliance_id", "obligation_id") REFERENCES "obligations"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_cell_locks" ADD CONSTRAINT "report_cell_locks_alliance_id_obligation_id_fkey" FOREIGN KEY ("alliance_id", "obligation_id") REFERENCES "obligations"("alliance_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Hand-written from here: what the schema cannot express.
ALTER TABLE reporting_cycles
  ADD CONSTRAINT reporting_cycles_name CHECK (btrim(name) <> ''),
  ADD CONSTRAINT reporting_cycles_days CHECK (period_from <= period_to AND opens_on <= due_on AND due_on <= closes_on
    AND due_on <= verify_by AND verify_by <= closes_on);

ALTER TABLE obligations
  ADD CONSTRAINT obligations_submitted CHECK (state IN ('open', 'draft') OR submitted_at IS NOT NULL),
  ADD CONSTRAINT obligations_verified CHECK ((state IN ('verified', 'approved')) = (verified_at IS NOT NULL)),
  ADD CONSTRAINT obligations_approved CHECK ((state = 'approved') = (approved_at IS NOT NULL)),
  ADD CONSTRAINT obligations_exempt CHECK ((exempt_reason IS NULL) = (exempted_by_id IS NULL) AND btrim(exempt_reason) <> ''
    AND (exempt_reason IS NULL OR state <> 'approved')),
  ADD CONSTRAINT obligations_exception CHECK ((exception_until IS NULL) = (exception_reason IS NULL) AND btrim(exception_reason) <> ''),
  -- I-15: who submits does not verify, and who verifies does not approve.
  ADD CONSTRAINT obligations_other_verifier CHECK (verified_by_id <> submitted_by_id),
  ADD CONSTRAINT obligations_other_approver CHECK (approved_by_id <> verified_by_id AND approved_by_id <> submitted_by_id);

ALTER TABLE report_values
  -- Blank, zero and not applicable are three things.
  ADD CONSTRAINT report_values_answer CHECK (answer = 'value' OR (entered IS NULL AND amount IS NULL AND denominator IS NULL AND text IS NULL)),
  ADD CONSTRAINT report_values_something CHECK (answer <> 'value' OR amount IS NOT NULL OR text IS NOT NULL),
  ADD CONSTRAINT report_values_denominator CHECK (denominator IS NULL OR denominator > 0),
  ADD CONSTRAINT report_values_confirmed CHECK (confirmed_version <= version),
  ADD CONSTRAINT report_values_return CHECK (btrim(return_reason) <> '');

-- Cells change while their report is being written. After submission they stand still; of a returned report only the
-- cells that were returned open again; what is approved never changes (I-16).
CREATE FUNCTION report_value_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  a uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.alliance_id ELSE NEW.alliance_id END;
  o uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.obligation_id ELSE NEW.obligation_id END;
  s obligation_state;
  content text[] := ARRAY['return_reason', 'confirmed_version'];
  changed boolean;
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'immutable: a reported value is kept' USING ERRCODE = 'restrict_violation';
  END IF;
  -- The report is held, so that nothing is written while it is submitted.
  SELECT state INTO s FROM obligations WHERE alliance_id = a AND id = o FOR SHARE;
  changed := TG_OP = 'INSERT' OR to_jsonb(NEW) - content IS DISTINCT FROM to_jsonb(OLD) - content;
  IF s = 'approved' THEN
    RAISE EXCEPTION 'immutable: an approved value never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  IF changed AND NOT (s IN ('open', 'draft') OR s = 'returned' AND TG_OP = 'UPDATE' AND OLD.return_reason IS NOT NULL) THEN
    RAISE EXCEPTION 'guard: the cell is not open' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND changed AND NEW.version <> OLD.version + 1 THEN
    RAISE EXCEPTION 'guard: a changed cell has the next version' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_values_stay BEFORE INSERT OR UPDATE OR DELETE ON report_values FOR EACH ROW EXECUTE FUNCTION report_value_stays();

CREATE FUNCTION report_value_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO report_value_versions (alliance_id, value_id, version, answer, entered, unit, amount, denominator, text, reason,
    file_id, entered_by_id, entered_at)
  VALUES (NEW.alliance_id, NEW.id, NEW.version, NEW.answer, NEW.entered, NEW.unit, NEW.amount, NEW.denominator, NEW.text,
    NEW.reason, NEW.file_id, NEW.entered_by_id, NEW.entered_at)
  ON CONFLICT (value_id, version) DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER report_values_history AFTER INSERT OR UPDATE ON report_values FOR EACH ROW EXECUTE FUNCTION report_value_history();
CREATE TRIGGER report_value_versions_immutable BEFORE UPDATE OR DELETE ON report_value_versions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER report_findings_immutable BEFORE UPDATE OR DELETE ON report_findings FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER report_value_versions_no_truncate BEFORE TRUNCATE ON report_value_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER report_findings_no_truncate BEFORE TRUNCATE ON report_findings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The table of edges; un-approval only from the top down: not below an approved cycle.
CREATE FUNCTION obligation_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'immutable: an obligation is kept' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.organization_id <> OLD.organization_id AND NOT follows_merger(OLD.organization_id, NEW.organization_id)
    OR NEW.cycle_id <> OLD.cycle_id THEN
    RAISE EXCEPTION 'immutable: an obligation stays with its organization and cycle' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state <> OLD.state AND NOT (OLD.state::text || '>' || NEW.state::text = ANY (ARRAY['open>draft', 'open>submitted',
    'draft>submitted', 'submitted>checking', 'checking>returned', 'returned>checking', 'checking>verified', 'verified>checking',
    'verified>approved', 'approved>verified'])) THEN
    RAISE EXCEPTION 'guard: no such step of a report' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state = 'approved' AND NEW.state <> 'approved'
    AND EXISTS (SELECT 1 FROM reporting_cycles WHERE alliance_id = NEW.alliance_id AND id = NEW.cycle_id AND approved_at IS NOT NULL) THEN
    RAISE EXCEPTION 'guard: un-approval goes from the top down' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER obligations_move BEFORE UPDATE OR DELETE ON obligations FOR EACH ROW EXECUTE FUNCTION obligation_moves();

-- A level approves when all of its children are approved or exempt, or owe nothing any more.
CREATE FUNCTION cycle_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.approved_at IS NOT NULL AND OLD.approved_at IS NULL AND EXISTS (
    SELECT 1 FROM obligations WHERE alliance_id = NEW.alliance_id AND cycle_id = NEW.id AND state <> 'approved'
      AND exempt_reason IS NULL AND ended_on IS NULL) THEN
    RAISE EXCEPTION 'guard: not every member of the cycle is approved or exempt' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.set_id, NEW.period_from, NEW.period_to, NEW.period_kind) IS DISTINCT FROM
    (OLD.set_id, OLD.period_from, OLD.period_to, OLD.period_kind) THEN
    RAISE EXCEPTION 'immutable: a cycle keeps its set and its period' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reporting_cycles_approval BEFORE UPDATE ON reporting_cycles FOR EACH ROW EXECUTE FUNCTION cycle_approval();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['reporting_cycles', 'obligations', 'report_values', 'report_value_versions', 'report_findings', 'report_cell_locks'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OF alliance_id ON %I FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance()', t || '_tenant', t);
  END LOOP;
END $$;
