-- AlterTable
ALTER TABLE "equipment_bookings" ALTER COLUMN "reason" SET DATA TYPE VARCHAR(500);

-- ---------------------------------------------------------------------------------------------------------------------
-- By hand from here on.

-- What is closed is used by nobody: no booking stands that is not over, and none comes in.
CREATE FUNCTION platform_closes_free() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM equipment_bookings b JOIN platform_equipment e ON e.alliance_id = b.alliance_id AND e.id = b.equipment_id
    WHERE e.alliance_id = NEW.alliance_id AND e.platform_id = NEW.id AND b.state IN ('requested', 'approved') AND b.ends_at > now()) THEN
    RAISE EXCEPTION 'guard: bookings stand on a platform that closes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER platforms_close_free BEFORE UPDATE OF state ON platforms FOR EACH ROW
  WHEN (NEW.state = 'closed' AND OLD.state <> 'closed') EXECUTE FUNCTION platform_closes_free();

CREATE FUNCTION booking_needs_platform() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM platform_equipment e JOIN platforms p ON p.alliance_id = e.alliance_id AND p.id = e.platform_id
    WHERE e.alliance_id = NEW.alliance_id AND e.id = NEW.equipment_id AND p.state = 'closed') THEN
    RAISE EXCEPTION 'guard: the platform is closed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER equipment_bookings_platform BEFORE INSERT ON equipment_bookings FOR EACH ROW EXECUTE FUNCTION booking_needs_platform();
