-- CreateEnum
CREATE TYPE "booking_state" AS ENUM ('requested', 'approved', 'rejected', 'cancelled');

-- CreateTable
CREATE TABLE "equipment_bookings" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "equipment_id" UUID NOT NULL,
    "piece" INTEGER NOT NULL,
    "organization_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "purpose" VARCHAR(300) NOT NULL,
    "state" "booking_state" NOT NULL DEFAULT 'requested',
    "requested_by_id" UUID,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "reason" VARCHAR(300),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "equipment_bookings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "equipment_bookings_alliance_id_equipment_id_starts_at_idx" ON "equipment_bookings"("alliance_id", "equipment_id", "starts_at");

-- CreateIndex
CREATE INDEX "equipment_bookings_organization_id_idx" ON "equipment_bookings"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "equipment_bookings_alliance_id_id_key" ON "equipment_bookings"("alliance_id", "id");

-- AddForeignKey
ALTER TABLE "equipment_bookings" ADD CONSTRAINT "equipment_bookings_alliance_id_equipment_id_fkey" FOREIGN KEY ("alliance_id", "equipment_id") REFERENCES "platform_equipment"("alliance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "equipment_bookings" ADD CONSTRAINT "equipment_bookings_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- By hand from here on.

CREATE TRIGGER equipment_bookings_tenant BEFORE UPDATE OF alliance_id ON equipment_bookings FOR EACH ROW EXECUTE FUNCTION refuse_other_alliance();

ALTER TABLE equipment_bookings
  ADD CONSTRAINT equipment_bookings_times CHECK (ends_at > starts_at AND ends_at <= starts_at + interval '31 days'),
  ADD CONSTRAINT equipment_bookings_piece CHECK (piece > 0),
  ADD CONSTRAINT equipment_bookings_purpose CHECK (btrim(purpose) <> ''),
  ADD CONSTRAINT equipment_bookings_decided CHECK ((state = 'requested') = (decided_at IS NULL)),
  ADD CONSTRAINT equipment_bookings_reasoned CHECK (state <> 'rejected' OR btrim(coalesce(reason, '')) <> ''),
  -- What was asked for first stands in the way as well: two answers would else let two in.
  ADD CONSTRAINT equipment_bookings_no_overlap EXCLUDE USING gist (equipment_id WITH =, piece WITH =, tstzrange(starts_at, ends_at) WITH &&)
    WHERE (state IN ('requested', 'approved'));

-- It moves along its edges only (lib/features/platforms/rules/bookings.ts), what was asked for stays as it was, and who asked
-- does not approve, unless the host itself uses what is its own.
CREATE FUNCTION booking_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'approved' AND NEW.decided_by_id = NEW.requested_by_id AND NOT EXISTS (
    SELECT 1 FROM platform_equipment e JOIN platforms p ON p.alliance_id = e.alliance_id AND p.id = e.platform_id
    WHERE e.alliance_id = NEW.alliance_id AND e.id = NEW.equipment_id AND p.host_id = NEW.organization_id) THEN
    RAISE EXCEPTION 'guard: a booking is approved by who asked for it' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.piece > (SELECT count FROM platform_equipment WHERE alliance_id = NEW.alliance_id AND id = NEW.equipment_id) THEN
      RAISE EXCEPTION 'guard: there are not so many pieces' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF follows_merger(OLD.organization_id, NEW.organization_id)
    AND to_jsonb(NEW) - 'organization_id' = to_jsonb(OLD) - 'organization_id' THEN
    RETURN NEW;
  END IF;
  IF (NEW.equipment_id, NEW.piece, NEW.organization_id, NEW.starts_at, NEW.ends_at, NEW.purpose, NEW.requested_by_id)
    IS DISTINCT FROM (OLD.equipment_id, OLD.piece, OLD.organization_id, OLD.starts_at, OLD.ends_at, OLD.purpose, OLD.requested_by_id) THEN
    RAISE EXCEPTION 'immutable: what was booked' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state <> OLD.state AND (OLD.state::text, NEW.state::text) NOT IN (
    ('requested', 'approved'), ('requested', 'rejected'), ('requested', 'cancelled'), ('approved', 'cancelled')) THEN
    RAISE EXCEPTION 'guard: a booking does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER equipment_bookings_move BEFORE INSERT OR UPDATE ON equipment_bookings FOR EACH ROW EXECUTE FUNCTION booking_moves();
