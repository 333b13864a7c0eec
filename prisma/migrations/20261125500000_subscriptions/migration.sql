-- CreateEnum
CREATE TYPE "subscription_rhythm" AS ENUM ('daily', 'weekly', 'monthly');

-- CreateEnum
CREATE TYPE "subscription_end" AS ENUM ('left', 'link', 'rights');

-- CreateTable
CREATE TABLE "dashboard_subscriptions" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "rhythm" "subscription_rhythm" NOT NULL,
    "filters" JSONB NOT NULL,
    "link_key" CHAR(43) NOT NULL,
    "next_on" DATE NOT NULL,
    "sent_on" DATE,
    "ended_at" TIMESTAMPTZ(3),
    "ended_how" "subscription_end",
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dashboard_subscriptions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "dashboard_subscriptions_link_key_key" ON "dashboard_subscriptions"("link_key");

-- CreateIndex
CREATE INDEX "dashboard_subscriptions_alliance_id_next_on_idx" ON "dashboard_subscriptions"("alliance_id", "next_on");

-- CreateIndex
CREATE INDEX "dashboard_subscriptions_user_id_idx" ON "dashboard_subscriptions"("user_id");

-- AddForeignKey
ALTER TABLE "dashboard_subscriptions" ADD CONSTRAINT "dashboard_subscriptions_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dashboard_subscriptions" ADD CONSTRAINT "dashboard_subscriptions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Hand-written from here: what the schema cannot express.

-- The same page at the same rhythm is sent to a person once.
CREATE UNIQUE INDEX dashboard_subscriptions_one ON dashboard_subscriptions (alliance_id, user_id, rhythm, filters) WHERE ended_at IS NULL;

ALTER TABLE dashboard_subscriptions
  ADD CONSTRAINT dashboard_subscriptions_filters CHECK (jsonb_typeof(filters) = 'object'),
  ADD CONSTRAINT dashboard_subscriptions_key CHECK (link_key ~ '^[A-Za-z0-9_-]{43}$'),
  ADD CONSTRAINT dashboard_subscriptions_end CHECK ((ended_at IS NULL) = (ended_how IS NULL)),
  ADD CONSTRAINT dashboard_subscriptions_next CHECK (sent_on IS NULL OR next_on > sent_on);

-- What a subscription sends, and to whom, is never changed; an ended one stays ended, and nothing more is sent by it.
CREATE FUNCTION dashboard_subscription_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.ended_at IS NOT NULL THEN
    RAISE EXCEPTION 'immutable: an ended subscription is never changed, and none is deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF to_jsonb(NEW) - ARRAY['next_on', 'sent_on', 'ended_at', 'ended_how']
    IS DISTINCT FROM to_jsonb(OLD) - ARRAY['next_on', 'sent_on', 'ended_at', 'ended_how'] THEN
    RAISE EXCEPTION 'immutable: what a subscription sends is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER dashboard_subscriptions_stay BEFORE UPDATE OR DELETE ON dashboard_subscriptions
  FOR EACH ROW EXECUTE FUNCTION dashboard_subscription_stays();
CREATE TRIGGER dashboard_subscriptions_no_truncate BEFORE TRUNCATE ON dashboard_subscriptions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER dashboard_subscriptions_tenant BEFORE UPDATE OF alliance_id ON dashboard_subscriptions
  FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance();
