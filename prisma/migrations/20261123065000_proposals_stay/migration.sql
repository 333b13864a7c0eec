-- A-04, A-10: what a second person agrees to is what was proposed. Only the decision is written later; the organization
-- follows a merger.
CREATE TRIGGER role_proposals_stay BEFORE UPDATE OF user_id, role, alliance_id, valid_to, reason, proposed_by_id, proposed_at
  ON role_proposals FOR EACH ROW EXECUTE FUNCTION refuse_change();
