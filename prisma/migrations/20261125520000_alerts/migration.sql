-- CreateEnum
CREATE TYPE "alert_about" AS ENUM ('threshold', 'missing_reports', 'negative_indicator', 'promise_overdue');

-- CreateEnum
CREATE TYPE "alert_direction" AS ENUM ('at_least', 'above', 'at_most', 'below');

-- CreateEnum
CREATE TYPE "alert_result" AS ENUM ('quiet', 'raised', 'no_value', 'hidden', 'failed');

-- CreateEnum
CREATE TYPE "alert_close" AS ENUM ('over', 'ended');

-- CreateTable
CREATE TABLE "alerts" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "about" "alert_about" NOT NULL,
    "metric_code" VARCHAR(60),
    "direction" "alert_direction",
    "bound" DECIMAL(18,2) NOT NULL,
    "filters" JSONB NOT NULL,
    "link_key" CHAR(43) NOT NULL,
    "checked_on" DATE,
    "result" "alert_result",
    "ended_at" TIMESTAMPTZ(3),
    "ended_how" "subscription_end",
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "alerts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_raisings" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "alert_id" UUID NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "value" DECIMAL(32,2) NOT NULL,
    "sentence_zh" VARCHAR(600) NOT NULL,
    "sentence_en" VARCHAR(900) NOT NULL,
    "path" VARCHAR(600) NOT NULL,
    "seen_at" TIMESTAMPTZ(3),
    "note" VARCHAR(500),
    "closed_at" TIMESTAMPTZ(3),
    "closed_how" "alert_close",

    CONSTRAINT "alert_raisings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "alerts_link_key_key" ON "alerts"("link_key");

-- CreateIndex
CREATE INDEX "alerts_alliance_id_checked_on_idx" ON "alerts"("alliance_id", "checked_on");

-- CreateIndex
CREATE INDEX "alerts_user_id_idx" ON "alerts"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "alerts_alliance_id_id_key" ON "alerts"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "alert_raisings_alliance_id_alert_id_idx" ON "alert_raisings"("alliance_id", "alert_id");

-- CreateIndex
CREATE UNIQUE INDEX "alert_raisings_alliance_id_id_key" ON "alert_raisings"("alliance_id", "id");

-- AddForeignKey
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_raisings" ADD CONSTRAINT "alert_raisings_alliance_id_alert_id_fkey" FOREIGN KEY ("alliance_id", "alert_id") REFERENCES "alerts"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Hand-written from here: what the schema cannot express.

-- The same alert is set by a person once.
CREATE UNIQUE INDEX alerts_one ON alerts (alliance_id, user_id, about, metric_code, direction, bound, filters)
  NULLS NOT DISTINCT WHERE ended_at IS NULL;
-- However many rounds look at once, an alert is raised once until it is closed.
CREATE UNIQUE INDEX alert_raisings_one_open ON alert_raisings (alliance_id, alert_id) WHERE closed_at IS NULL;

ALTER TABLE alerts
  ADD CONSTRAINT alerts_number CHECK ((about = 'threshold') = (metric_code IS NOT NULL) AND (about = 'threshold') = (direction IS NOT NULL)),
  ADD CONSTRAINT alerts_bound CHECK (bound >= 0 AND (about = 'threshold' OR bound = trunc(bound))
    AND (about NOT IN ('missing_reports', 'negative_indicator') OR bound >= 1)),
  ADD CONSTRAINT alerts_filters CHECK (jsonb_typeof(filters) = 'object'),
  ADD CONSTRAINT alerts_key CHECK (link_key ~ '^[A-Za-z0-9_-]{43}$'),
  ADD CONSTRAINT alerts_looked CHECK ((checked_on IS NULL) = (result IS NULL)),
  ADD CONSTRAINT alerts_end CHECK ((ended_at IS NULL) = (ended_how IS NULL));

ALTER TABLE alert_raisings
  ADD CONSTRAINT alert_raisings_words CHECK (sentence_zh <> '' AND sentence_en <> '' AND path <> ''),
  ADD CONSTRAINT alert_raisings_note CHECK (note IS NULL OR seen_at IS NOT NULL AND note <> ''),
  ADD CONSTRAINT alert_raisings_seen CHECK (seen_at IS NULL OR seen_at >= raised_at),
  ADD CONSTRAINT alert_raisings_close CHECK ((closed_at IS NULL) = (closed_how IS NULL) AND (closed_at IS NULL OR closed_at >= raised_at));

-- What an alert asks, and of whom, is never changed; one that has ended stays ended.
CREATE FUNCTION alert_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.ended_at IS NOT NULL THEN
    RAISE EXCEPTION 'immutable: an ended alert is never changed, and none is deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF to_jsonb(NEW) - ARRAY['checked_on', 'result', 'ended_at', 'ended_how']
    IS DISTINCT FROM to_jsonb(OLD) - ARRAY['checked_on', 'result', 'ended_at', 'ended_how'] THEN
    RAISE EXCEPTION 'immutable: what an alert asks is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER alerts_stay BEFORE UPDATE OR DELETE ON alerts FOR EACH ROW EXECUTE FUNCTION alert_stays();
CREATE TRIGGER alerts_no_truncate BEFORE TRUNCATE ON alerts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER alerts_tenant BEFORE UPDATE OF alliance_id ON alerts FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance();

-- Whatever ends an alert closes what it has raised.
CREATE FUNCTION alert_end_closes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE alert_raisings SET closed_at = greatest(NEW.ended_at, raised_at), closed_how = 'ended'
    WHERE alliance_id = NEW.alliance_id AND alert_id = NEW.id AND closed_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER alerts_end_closes AFTER UPDATE OF ended_at ON alerts FOR EACH ROW WHEN (NEW.ended_at IS NOT NULL)
  EXECUTE FUNCTION alert_end_closes();

-- Only a live alert is raised. What was raised stays as it was said; seen once, closed once.
CREATE FUNCTION alert_raising_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF EXISTS (SELECT 1 FROM alerts a WHERE a.alliance_id = NEW.alliance_id AND a.id = NEW.alert_id AND a.ended_at IS NOT NULL) THEN
      RAISE EXCEPTION 'guard: an ended alert is not raised' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' OR OLD.closed_at IS NOT NULL
    OR OLD.seen_at IS NOT NULL AND (NEW.seen_at, NEW.note) IS DISTINCT FROM (OLD.seen_at, OLD.note)
    OR to_jsonb(NEW) - ARRAY['seen_at', 'note', 'closed_at', 'closed_how']
      IS DISTINCT FROM to_jsonb(OLD) - ARRAY['seen_at', 'note', 'closed_at', 'closed_how'] THEN
    RAISE EXCEPTION 'immutable: what an alert has raised is seen once, closed once and never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER alert_raisings_stay BEFORE INSERT OR UPDATE OR DELETE ON alert_raisings
  FOR EACH ROW EXECUTE FUNCTION alert_raising_stays();
CREATE TRIGGER alert_raisings_no_truncate BEFORE TRUNCATE ON alert_raisings
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER alert_raisings_tenant BEFORE UPDATE OF alliance_id ON alert_raisings
  FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance();
