-- Hand-written; the schema cannot express it.
-- An approved record is kept as it is, or as its decided correction says. The one other way is back to the queue, when its
-- verifier's own organization has become an owner of it (see outcome_verification_is_void).
DROP TRIGGER outcome_records_verified_immutable ON outcome_records;
CREATE TRIGGER outcome_records_verified_immutable BEFORE UPDATE ON outcome_records FOR EACH ROW
  WHEN (NOT outcome_verification_is_void(OLD, NEW)) EXECUTE FUNCTION keep_approved_outcome();
DROP TRIGGER outcome_records_verified_kept ON outcome_records;
CREATE TRIGGER outcome_records_verified_kept BEFORE DELETE ON outcome_records FOR EACH ROW
  EXECUTE FUNCTION keep_approved_outcome();
