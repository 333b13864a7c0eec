-- AlterTable
ALTER TABLE "fund_commitments" ADD COLUMN     "changed_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "fund_spans" (
    "alliance_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "is_entry" BOOLEAN NOT NULL,
    "since" DATE NOT NULL,
    "until" DATE,
    "side" VARCHAR(20) NOT NULL,
    "state" VARCHAR(20) NOT NULL,
    "kind" "resource_kind" NOT NULL,
    "organization_id" UUID NOT NULL,
    "counts_on" DATE NOT NULL,
    "amount" DECIMAL(18,2) NOT NULL,

    CONSTRAINT "fund_spans_pkey" PRIMARY KEY ("alliance_id","record_id","since")
);

-- CreateTable
CREATE TABLE "fund_rollup_days" (
    "alliance_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "year" INTEGER NOT NULL,
    "side" VARCHAR(20) NOT NULL,
    "cash" BOOLEAN NOT NULL,
    "organization_id" UUID NOT NULL,
    "records" INTEGER NOT NULL,
    "total" DECIMAL(20,2) NOT NULL,

    CONSTRAINT "fund_rollup_days_pkey" PRIMARY KEY ("alliance_id","day","year","side","cash","organization_id")
);

-- CreateTable
CREATE TABLE "fund_histories" (
    "alliance_id" UUID NOT NULL,
    "promised_from" DATE,
    "pending_from" DATE,

    CONSTRAINT "fund_histories_pkey" PRIMARY KEY ("alliance_id")
);

-- CreateIndex
CREATE INDEX "fund_spans_alliance_id_counts_on_record_id_idx" ON "fund_spans"("alliance_id", "counts_on", "record_id");

-- AddForeignKey
ALTER TABLE "fund_spans" ADD CONSTRAINT "fund_spans_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_rollup_days" ADD CONSTRAINT "fund_rollup_days_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_histories" ADD CONSTRAINT "fund_histories_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A promise or an entry counts in one way at a time, and what it counted as on a past day stays.
ALTER TABLE fund_spans ADD CONSTRAINT fund_spans_days CHECK (until > since);
CREATE UNIQUE INDEX fund_spans_one_open ON fund_spans (alliance_id, record_id) WHERE until IS NULL;

CREATE FUNCTION fund_span_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.until IS NOT NULL OR TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'until' <> to_jsonb(OLD) - 'until' THEN
    RAISE EXCEPTION 'immutable: the money of a past day is never rewritten' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER fund_spans_stay BEFORE UPDATE OR DELETE ON fund_spans FOR EACH ROW EXECUTE FUNCTION fund_span_stays();
CREATE TRIGGER fund_spans_no_truncate BEFORE TRUNCATE ON fund_spans FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER fund_spans_tenant BEFORE UPDATE OF alliance_id ON fund_spans FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance();
CREATE TRIGGER fund_rollup_days_tenant BEFORE UPDATE OF alliance_id ON fund_rollup_days FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance();
CREATE TRIGGER fund_rollup_days_no_delete BEFORE DELETE ON fund_rollup_days FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER fund_rollup_days_no_truncate BEFORE TRUNCATE ON fund_rollup_days FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER fund_histories_stay BEFORE UPDATE OR DELETE ON fund_histories FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The day of an instant in the alliance's own calendar.
CREATE FUNCTION fund_day(p_alliance uuid, p_at timestamptz) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT (p_at AT TIME ZONE time_zone)::date FROM alliances WHERE id = p_alliance
$$;

-- From the end of a day on, a promise or an entry counts as told; a side of NULL: it counts nowhere. Several changes of one
-- day are one: the last. The totals of the day move by the difference, in the order of all totals of money.
CREATE FUNCTION fund_span_move(p_alliance uuid, p_record uuid, p_entry boolean, p_day date, p_side text, p_state text,
  p_kind resource_kind, p_organization uuid, p_on date, p_amount numeric) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_open fund_spans;
  v_held boolean;
  v_day date := p_day;
BEGIN
  SELECT * INTO v_open FROM fund_spans WHERE alliance_id = p_alliance AND record_id = p_record AND until IS NULL;
  v_held := FOUND;
  IF NOT v_held AND p_side IS NULL OR v_held AND ROW(v_open.side, v_open.state, v_open.kind, v_open.organization_id,
      v_open.counts_on, v_open.amount) IS NOT DISTINCT FROM ROW(p_side::varchar, p_state::varchar, p_kind, p_organization,
      p_on, p_amount) THEN
    RETURN;
  END IF;
  IF v_held THEN
    -- Never before what is known already.
    v_day := greatest(p_day, v_open.since);
    IF v_open.since = v_day THEN
      DELETE FROM fund_spans WHERE alliance_id = p_alliance AND record_id = p_record AND since = v_day;
    ELSE
      UPDATE fund_spans SET until = v_day WHERE alliance_id = p_alliance AND record_id = p_record AND until IS NULL;
    END IF;
  END IF;
  IF p_side IS NOT NULL THEN
    INSERT INTO fund_spans (alliance_id, record_id, is_entry, since, side, state, kind, organization_id, counts_on, amount)
      VALUES (p_alliance, p_record, p_entry, v_day, p_side, p_state, p_kind, p_organization, p_on, p_amount);
  END IF;
  INSERT INTO fund_rollup_days (alliance_id, day, year, side, cash, organization_id, records, total)
    SELECT p_alliance, v_day, y, s, c, o, sum(n), sum(q) FROM (
      SELECT extract(year FROM p_on)::int AS y, p_side AS s, p_kind = 'cash' AS c, p_organization AS o, 1 AS n, p_amount AS q
      UNION ALL
      SELECT extract(year FROM v_open.counts_on)::int, v_open.side, v_open.kind = 'cash', v_open.organization_id, -1,
        -v_open.amount WHERE v_held
    ) d WHERE s IS NOT NULL GROUP BY y, s, c, o HAVING sum(n) <> 0 OR sum(q) <> 0 ORDER BY y, s, c, o
    ON CONFLICT (alliance_id, day, year, side, cash, organization_id)
    DO UPDATE SET records = fund_rollup_days.records + excluded.records, total = fund_rollup_days.total + excluded.total;
END $$;

-- The past of a promise as its stamps tell it: written, binding, then raised or cancelled. More than one such change left no
-- stamp of its own.
CREATE FUNCTION fund_span_promise(c fund_commitments) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_written date := fund_day(c.alliance_id, c.created_at);
  v_binding date := CASE WHEN c.state = 'confirmed' OR c.confirmed_at IS NOT NULL
    THEN fund_day(c.alliance_id, coalesce(c.confirmed_at, c.created_at)) END;
  v_changed date := fund_day(c.alliance_id, coalesce(c.changed_at, now()));
  v_amount numeric := coalesce(c.original_amount, c.amount);
  v_first text := CASE WHEN c.condition IS NULL THEN 'proposed' ELSE 'conditional' END;
BEGIN
  IF v_binding IS NULL OR v_written < v_binding THEN
    v_first := CASE WHEN c.state IN ('proposed', 'conditional') THEN c.state::text ELSE v_first END;
    PERFORM fund_span_move(c.alliance_id, c.id, false, v_written, v_first, v_first, c.kind, c.organization_id, c.promised_on, v_amount);
  END IF;
  IF v_binding IS NOT NULL THEN
    PERFORM fund_span_move(c.alliance_id, c.id, false, v_binding, 'promised', 'confirmed', c.kind, c.organization_id,
      c.promised_on, v_amount);
  END IF;
  IF c.state = 'cancelled' THEN
    PERFORM fund_span_move(c.alliance_id, c.id, false, v_changed, NULL, NULL, NULL, NULL, NULL, NULL);
  ELSIF c.amount <> v_amount THEN
    PERFORM fund_span_move(c.alliance_id, c.id, false, v_changed, 'promised', 'confirmed', c.kind, c.organization_id,
      c.promised_on, c.amount);
  END IF;
END $$;

-- The past of an entry: under way since it was written, posted since it was posted.
CREATE FUNCTION fund_span_of_entry(e fund_entries) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_written date := fund_day(e.alliance_id, e.created_at);
  v_posted date := CASE WHEN e.state = 'posted' THEN fund_day(e.alliance_id, coalesce(e.posted_at, e.created_at)) END;
BEGIN
  IF v_posted IS NULL OR v_written < v_posted THEN
    PERFORM fund_span_move(e.alliance_id, e.id, true, v_written,
      entry_side(e.flow, CASE WHEN e.state = 'posted' THEN 'submitted'::entry_state ELSE e.state END),
      CASE WHEN e.state = 'posted' THEN 'submitted' ELSE e.state::text END, e.kind, e.organization_id, e.happened_on, e.amount);
  END IF;
  IF v_posted IS NOT NULL THEN
    PERFORM fund_span_move(e.alliance_id, e.id, true, v_posted, entry_side(e.flow, 'posted'), 'posted', e.kind,
      e.organization_id, e.happened_on, e.amount);
  END IF;
END $$;

-- A raise and a cancellation have a stamp whoever writes them.
CREATE FUNCTION fund_commitment_stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.changed_at IS NOT DISTINCT FROM OLD.changed_at
    AND (NEW.amount <> OLD.amount OR NEW.state = 'cancelled' AND OLD.state <> 'cancelled') THEN
    NEW.changed_at := now();
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fund_commitments_stamp BEFORE UPDATE ON fund_commitments FOR EACH ROW EXECUTE FUNCTION fund_commitment_stamp();

CREATE FUNCTION fund_span_commitment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_at timestamptz := now();
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM fund_span_promise(NEW);
  ELSIF TG_OP = 'DELETE' THEN
    PERFORM fund_span_move(OLD.alliance_id, OLD.id, false, fund_day(OLD.alliance_id, now()), NULL, NULL, NULL, NULL, NULL, NULL);
  ELSE
    IF NEW.state = 'confirmed' AND OLD.state <> 'confirmed' THEN
      v_at := coalesce(NEW.confirmed_at, now());
    ELSIF NEW.changed_at IS DISTINCT FROM OLD.changed_at THEN
      v_at := NEW.changed_at;
    END IF;
    PERFORM fund_span_move(NEW.alliance_id, NEW.id, false, fund_day(NEW.alliance_id, v_at), commitment_side(NEW.state),
      NEW.state::text, NEW.kind, NEW.organization_id, NEW.promised_on, NEW.amount);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION fund_span_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM fund_span_of_entry(NEW);
  ELSE
    PERFORM fund_span_move(NEW.alliance_id, NEW.id, true,
      fund_day(NEW.alliance_id, CASE WHEN NEW.state = 'posted' AND OLD.state <> 'posted' THEN coalesce(NEW.posted_at, now()) ELSE now() END),
      entry_side(NEW.flow, NEW.state), NEW.state::text, NEW.kind, NEW.organization_id, NEW.happened_on, NEW.amount);
  END IF;
  RETURN NULL;
END $$;

-- Money that is there already. When a promise was raised or cancelled stands in the audit chain.
WITH told AS (
  SELECT subject_id, max(at) AS at FROM audit_entries
  WHERE subject_type = 'commitment' AND action IN ('contribution.raise', 'contribution.cancel') GROUP BY 1)
UPDATE fund_commitments c SET changed_at = coalesce((SELECT t.at FROM told t WHERE t.subject_id = c.id), now())
WHERE c.state = 'cancelled' OR c.original_amount IS NOT NULL;

SELECT fund_span_promise(c) FROM fund_commitments c ORDER BY c.alliance_id, c.id;
SELECT fund_span_of_entry(e) FROM fund_entries e WHERE e.state NOT IN ('draft', 'rejected') ORDER BY e.alliance_id, e.id;

-- What neither stamps nor the chain tell: a promise raised twice, or raised and cancelled, or changed without an entry of
-- the chain; and the steps of what was under way.
INSERT INTO fund_histories (alliance_id, promised_from, pending_from)
  SELECT a.id, p.day, e.day FROM alliances a
  LEFT JOIN LATERAL (
    SELECT max(fund_day(a.id, c.changed_at)) AS day FROM fund_commitments c
    LEFT JOIN LATERAL (SELECT count(*) AS n FROM audit_entries u WHERE u.subject_type = 'commitment' AND u.subject_id = c.id
      AND u.action IN ('contribution.raise', 'contribution.cancel')) told ON true
    WHERE c.alliance_id = a.id AND c.changed_at IS NOT NULL
      AND (told.n <> 1 OR c.state = 'cancelled' AND c.original_amount IS NOT NULL)) p ON true
  LEFT JOIN LATERAL (
    SELECT fund_day(a.id, now()) AS day WHERE EXISTS (SELECT 1 FROM fund_entries x WHERE x.alliance_id = a.id)) e ON true
  WHERE p.day IS NOT NULL OR e.day IS NOT NULL;

CREATE TRIGGER fund_span_commitments AFTER INSERT OR UPDATE OR DELETE ON fund_commitments FOR EACH ROW EXECUTE FUNCTION fund_span_commitment();
CREATE TRIGGER fund_span_entries AFTER INSERT OR UPDATE ON fund_entries FOR EACH ROW EXECUTE FUNCTION fund_span_entry();

-- What counts now, as the open spans must have it.
CREATE VIEW fund_span_truth AS
  SELECT alliance_id, id AS record_id, commitment_side(state) AS side, state::text AS state, kind, organization_id,
    promised_on AS counts_on, amount
  FROM fund_commitments WHERE commitment_side(state) IS NOT NULL
  UNION ALL
  SELECT alliance_id, id, entry_side(flow, state), state::text, kind, organization_id, happened_on, amount
  FROM fund_entries WHERE entry_side(flow, state) IS NOT NULL;
