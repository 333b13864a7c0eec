import type { Role, RoleHeld } from "@/lib/platform/auth/actor";
import type { Permission, Reach } from "@/lib/platform/corridor/permission";

/**
 * Cells (security.md 2): y whole alliance · o own organization · s own record or seat · a where named · p published,
 * public fields · m whole, personal data masked · 2 needs a second person · - denied.
 */
export type Cell = "y" | "o" | "s" | "a" | "p" | "m" | "2" | "-";

/** Columns of the table, in this order; "public" is everybody, signed in or not. */
export const columns = [
  "platform_admin",
  "secretariat",
  "chair",
  "delegate",
  "supervisor",
  "expert",
  "school_leader",
  "reporter",
  "enterprise_contact",
  "observer",
  "public",
] as const satisfies readonly (Role | "public")[];

type Row = readonly [Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell];

/** Role × action: what server, screen and tests all read. One row per action that exists. */
export const table = {
  //                              PA   SEC  CH   CD   SUP  EXP  SL   RP   ENT  OBS  PUB
  "alliance.list": ["y", "p", "p", "p", "p", "p", "p", "p", "p", "p", "p"],
  "alliance.read_public": ["y", "y", "y", "y", "y", "y", "y", "y", "y", "y", "p"],
  "alliance.read_internal": ["m", "y", "y", "y", "y", "-", "y", "y", "y", "y", "-"],
  "alliance.create": ["y", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "alliance.update_profile": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "organization.read_public": ["y", "y", "y", "y", "y", "y", "y", "y", "y", "y", "p"],
  "organization.read_internal": ["m", "y", "y", "y", "y", "-", "o", "o", "o", "m", "-"],
  "organization.create": ["y", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "organization.update": ["-", "y", "-", "-", "-", "-", "o", "o", "o", "-", "-"],
  "organization.answer_change": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "organization.propose_merge": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "organization.merge": ["2", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "membership.apply": ["y", "y", "y", "y", "y", "y", "y", "y", "y", "y", "y"],
  "membership.check": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "membership.decide": ["-", "2", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "membership.read_history": ["-", "y", "y", "y", "y", "-", "o", "o", "o", "-", "-"],
  "representative.change": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "seat.read": ["y", "y", "y", "y", "y", "y", "y", "y", "y", "y", "p"],
  "seat.read_internal": ["-", "y", "y", "y", "y", "-", "-", "-", "-", "-", "-"],
  "seat.assign": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "seat.end": ["-", "2", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "membership.withdraw": ["-", "-", "-", "-", "-", "-", "o", "-", "o", "-", "-"],
  "membership.record_notice": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "membership.terminate": ["-", "2", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "membership.correct": ["-", "2", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "membership.propose_lapse": ["-", "y", "y", "-", "-", "-", "-", "-", "-", "-", "-"],
  "election.read": ["-", "y", "y", "y", "y", "-", "y", "y", "y", "-", "-"],
  "election.manage": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "election.nominate": ["-", "y", "o", "o", "-", "-", "o", "-", "o", "-", "-"],
  "election.vote": ["-", "-", "s", "s", "s", "-", "-", "-", "-", "-", "-"],
  "election.witness_lot": ["-", "2", "s", "s", "s", "-", "-", "-", "-", "-", "-"],
  "election.object": ["-", "-", "s", "s", "s", "-", "s", "-", "s", "-", "-"],
  "rules.read": ["y", "y", "y", "y", "y", "y", "y", "y", "y", "y", "p"],
  "rules.read_draft": ["-", "y", "y", "y", "y", "-", "-", "-", "-", "-", "-"],
  "rules.propose": ["-", "y", "o", "o", "y", "-", "-", "-", "-", "-", "-"],
  "rules.activate": ["-", "2", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "document.read": ["y", "y", "y", "y", "y", "y", "y", "y", "y", "y", "p"],
  "document.read_draft": ["-", "y", "y", "y", "y", "-", "-", "-", "-", "-", "-"],
  "document.write": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "document.adopt": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "structure.edit": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "power.change": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "meeting.read": ["-", "y", "y", "y", "y", "-", "y", "y", "y", "-", "-"],
  "meeting.record": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "meeting.create": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "meeting.update": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "meeting.cancel": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "agenda.publish": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "agenda.propose_item": ["-", "y", "s", "s", "y", "-", "o", "o", "o", "-", "-"],
  "meeting.check_in": ["-", "-", "s", "s", "s", "-", "s", "s", "s", "-", "-"],
  "meeting.record_attendance": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "meeting.run": ["-", "y", "s", "-", "-", "-", "-", "-", "-", "-", "-"],
  "proxy.grant": ["-", "-", "s", "s", "-", "-", "-", "-", "-", "-", "-"],
  "proxy.record_paper": ["-", "2", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "proxy.accept": ["-", "2", "s", "-", "-", "-", "-", "-", "-", "-", "-"],
  "proxy.revoke": ["-", "y", "s", "s", "-", "-", "-", "-", "-", "-", "-"],
  "conflict.declare": ["-", "-", "s", "s", "s", "-", "s", "s", "s", "-", "-"],
  "conflict.challenge": ["-", "y", "y", "y", "y", "-", "-", "-", "-", "-", "-"],
  "interest.declare": ["-", "y", "s", "s", "s", "-", "s", "s", "s", "-", "-"],
  "interest.read": ["-", "y", "s", "s", "y", "-", "s", "s", "s", "-", "-"],
  "resolution.read": ["-", "y", "y", "y", "y", "-", "y", "y", "y", "y", "-"],
  "meeting.archive": ["-", "y", "y", "-", "y", "-", "-", "-", "-", "-", "-"],
  "resolution.record_event": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "resolution.track_execution": ["-", "y", "y", "o", "y", "-", "o", "o", "o", "-", "-"],
  "task.manage": ["-", "y", "y", "-", "-", "-", "-", "-", "-", "-", "-"],
  "task.report": ["-", "y", "o", "o", "-", "-", "o", "o", "o", "-", "-"],
  "minutes.draft": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "minutes.review": ["-", "y", "y", "-", "-", "-", "-", "-", "-", "-", "-"],
  "minutes.comment": ["-", "y", "y", "y", "y", "-", "-", "-", "-", "-", "-"],
  "minutes.approve": ["-", "-", "a", "a", "a", "-", "-", "-", "-", "-", "-"],
  "minutes.correct": ["-", "2", "2", "-", "-", "-", "-", "-", "-", "-", "-"],
  "minutes.read_approved": ["-", "y", "y", "y", "y", "a", "y", "y", "y", "a", "p"],
  "enterprise.read_standing": ["-", "y", "-", "-", "-", "-", "-", "-", "o", "-", "-"],
  "project.read_public": ["y", "y", "y", "y", "y", "y", "y", "y", "y", "y", "p"],
  "project.read_internal": ["-", "y", "y", "y", "y", "-", "o", "o", "o", "m", "-"],
  "project.create": ["-", "y", "-", "-", "-", "-", "o", "o", "o", "-", "-"],
  "project.answer_party": ["-", "-", "-", "-", "-", "-", "o", "o", "o", "-", "-"],
  "project.update": ["-", "y", "-", "-", "-", "-", "o", "o", "o", "-", "-"],
  "project.register": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "project.answer_by_link": ["y", "y", "y", "y", "y", "y", "y", "y", "y", "y", "y"],
  "project.join": ["-", "-", "-", "-", "-", "-", "o", "o", "o", "-", "-"],
  "project.manage_review": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "project.review": ["-", "-", "-", "-", "-", "a", "-", "-", "-", "-", "-"],
  "project.decide": ["-", "2", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "project.read_powers": ["-", "y", "y", "y", "y", "-", "y", "y", "y", "-", "-"],
  "project.set_powers": ["-", "2", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "project.suspend": ["-", "y", "-", "-", "y", "-", "-", "-", "-", "-", "-"],
  "project.close": ["-", "2", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "project.credit": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "project.change": ["-", "y", "-", "-", "-", "-", "o", "o", "o", "-", "-"],
  "project.decide_change": ["-", "2", "-", "-", "-", "-", "o", "o", "o", "-", "-"],
  "milestone.update": ["-", "y", "-", "-", "-", "-", "o", "o", "o", "-", "-"],
  "milestone.decide": ["-", "2", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "call.read_public": ["y", "y", "y", "y", "y", "y", "y", "y", "y", "y", "p"],
  "call.read_internal": ["-", "y", "y", "-", "y", "a", "o", "o", "o", "-", "-"],
  "call.post": ["-", "-", "-", "-", "-", "-", "-", "-", "o", "-", "-"],
  "call.manage": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "call.assess": ["-", "-", "-", "-", "-", "a", "-", "-", "-", "-", "-"],
  "call.choose": ["-", "-", "-", "-", "-", "-", "-", "-", "o", "-", "-"],
  "call.object": ["-", "y", "s", "s", "s", "-", "s", "s", "s", "-", "-"],
  "call.answer_objection": ["-", "y", "-", "-", "y", "-", "-", "-", "-", "-", "-"],
  "bid.submit": ["-", "-", "-", "-", "-", "-", "o", "o", "o", "-", "-"],
  "bid.open": ["-", "2", "2", "-", "2", "-", "-", "-", "-", "-", "-"],
  "list.read": ["-", "y", "y", "y", "y", "-", "y", "y", "y", "y", "-"],
  "list.edit": ["-", "y", "-", "-", "-", "-", "-", "-", "o", "-", "-"],
  "fund.read_summary": ["-", "y", "y", "y", "y", "-", "y", "y", "y", "y", "p"],
  "ledger.read_entries": ["-", "y", "y", "y", "y", "-", "o", "o", "o", "-", "-"],
  "contribution.pledge": ["-", "y", "-", "-", "-", "-", "o", "o", "o", "-", "-"],
  "contribution.confirm": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "ledger.create_entry": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "ledger.read_whole": ["-", "y", "y", "y", "y", "-", "-", "-", "-", "-", "-"],
  "ledger.edit_entry": ["-", "y", "-", "-", "-", "-", "o", "o", "o", "-", "-"],
  "ledger.check_entry": ["-", "2", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "ledger.approve_entry": ["-", "-", "2", "-", "2", "-", "-", "-", "-", "-", "-"],
  "ledger.post_entry": ["-", "2", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "ledger.stop_entry": ["-", "y", "y", "-", "y", "-", "-", "-", "-", "-", "-"],
  "ledger.reverse": ["-", "2", "2", "-", "-", "-", "-", "-", "-", "-", "-"],
  "ledger.close_period": ["-", "2", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "ledger.countersign_period": ["-", "-", "-", "-", "2", "-", "-", "-", "-", "-", "-"],
  "ledger.restate": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "reimbursement.request": ["-", "-", "-", "-", "-", "-", "o", "o", "o", "-", "-"],
  "budget.propose": ["-", "y", "-", "-", "-", "-", "o", "o", "o", "-", "-"],
  "budget.decide": ["-", "2", "2", "-", "-", "-", "-", "-", "-", "-", "-"],
  "fund.allow_advance": ["-", "-", "y", "-", "-", "-", "-", "-", "-", "-", "-"],
  "fund.set_rules": ["-", "-", "y", "-", "-", "-", "-", "-", "-", "-", "-"],
  "fund.manage_programme": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "certificate.read": ["-", "y", "-", "-", "y", "-", "o", "o", "o", "-", "-"],
  "certificate.prepare": ["-", "y", "-", "-", "-", "-", "o", "o", "o", "-", "-"],
  "certificate.seal": ["-", "-", "-", "-", "-", "-", "-", "-", "o", "-", "-"],
  "figure.enter": ["-", "-", "-", "-", "-", "-", "o", "o", "o", "-", "-"],
  "figure.return": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "figure.verify": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "figure.approve": ["-", "2", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "figure.end_evidence": ["-", "y", "-", "-", "-", "-", "o", "o", "o", "-", "-"],
  "figure.sample": ["-", "y", "-", "-", "y", "-", "-", "-", "-", "-", "-"],
  "figure.request_correction": ["-", "y", "-", "-", "y", "-", "o", "o", "o", "-", "-"],
  "figure.decide_correction": ["-", "2", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "figure.read_unapproved": ["-", "y", "y", "-", "y", "-", "o", "o", "o", "-", "-"],
  "figure.read_approved": ["y", "y", "y", "y", "y", "y", "y", "y", "y", "y", "p"],
  "target.read": ["-", "y", "y", "y", "y", "-", "o", "o", "o", "p", "-"],
  "subscription.take": ["-", "y", "y", "y", "y", "-", "y", "y", "y", "y", "-"],
  "subscription.send": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "subscription.end_by_link": ["y", "y", "y", "y", "y", "y", "y", "y", "y", "y", "y"],
  "alert.set": ["-", "y", "y", "-", "y", "-", "y", "-", "-", "y", "-"],
  "alert.check": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "alert.end_by_link": ["y", "y", "y", "y", "y", "y", "y", "y", "y", "y", "y"],
  "target.set": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "target.agree": ["-", "-", "2", "-", "-", "-", "-", "-", "-", "-", "-"],
  "home.read_governance": ["-", "y", "y", "y", "y", "-", "-", "-", "-", "y", "-"],
  "home.read_expert": ["-", "-", "-", "-", "-", "a", "-", "-", "-", "-", "-"],
  "home.read_organization": ["-", "y", "-", "-", "-", "-", "o", "o", "o", "-", "-"],
  "evaluation.read": ["p", "y", "y", "y", "y", "a", "o", "o", "o", "p", "p"],
  "evaluation.write_scheme": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "evaluation.manage": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "evaluation.self_score": ["-", "y", "-", "-", "-", "-", "o", "o", "o", "-", "-"],
  "evaluation.verify": ["-", "2", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "evaluation.score": ["-", "-", "-", "-", "-", "a", "-", "-", "-", "-", "-"],
  "evaluation.visit": ["-", "y", "-", "-", "-", "a", "-", "-", "-", "-", "-"],
  "evaluation.find_veto": ["-", "2", "-", "-", "2", "-", "-", "-", "-", "-", "-"],
  "evaluation.object": ["-", "y", "-", "-", "-", "-", "o", "o", "o", "-", "-"],
  "evaluation.answer_objection": ["-", "2", "-", "-", "2", "-", "-", "-", "-", "-", "-"],
  "evaluation.ratify": ["-", "2", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "evaluation.publish_scheme": ["-", "2", "2", "-", "-", "-", "-", "-", "-", "-", "-"],
  "indicator.read": ["y", "y", "y", "y", "y", "-", "y", "y", "y", "y", "-"],
  "indicator.manage": ["y", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "cycle.read": ["-", "y", "y", "-", "y", "-", "o", "o", "o", "-", "-"],
  "cycle.manage": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "obligation.submit": ["-", "-", "-", "-", "-", "-", "o", "-", "o", "-", "-"],
  "obligation.approve": ["-", "2", "2", "-", "-", "-", "-", "-", "-", "-", "-"],
  "file.upload": ["-", "y", "s", "s", "-", "-", "o", "o", "o", "-", "-"],
  "file.download": ["-", "y", "y", "y", "y", "a", "o", "o", "o", "-", "-"],
  "export.table": ["-", "y", "y", "y", "y", "-", "o", "o", "o", "y", "-"],
  "import.upload_preview": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "import.commit": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "user.list": ["m", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "user.create": ["y", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "user.disable": ["y", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "user.enable": ["y", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "role.list": ["m", "m", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "role.grant_member": ["-", "y", "-", "-", "-", "-", "o", "-", "o", "-", "-"],
  "role.grant_governance": ["2", "2", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "role.grant_platform_admin": ["2", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "role.revoke": ["y", "y", "-", "-", "-", "-", "o", "-", "o", "-", "-"],
  "role.revoke_platform_admin": ["y", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "outbox.read": ["y", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "session.own": ["s", "s", "s", "s", "s", "s", "s", "s", "s", "s", "-"],
  "key.own": ["s", "s", "s", "s", "s", "s", "s", "s", "s", "s", "-"],
  "password.own": ["s", "s", "s", "s", "s", "s", "s", "s", "s", "s", "-"],
  "profile.own": ["s", "s", "s", "s", "s", "s", "s", "s", "s", "s", "-"],
  "link.request": ["y", "y", "y", "y", "y", "y", "y", "y", "y", "y", "y"],
  "link.redeem": ["y", "y", "y", "y", "y", "y", "y", "y", "y", "y", "y"],
  "health.read": ["y", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "audit.read_platform": ["y", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "audit.read_alliance": ["-", "y", "-", "-", "y", "-", "-", "-", "-", "-", "-"],
  "audit.verify_chain": ["y", "y", "y", "y", "y", "-", "-", "-", "-", "-", "-"],
  "motion.read_result": ["-", "y", "y", "y", "y", "-", "y", "y", "y", "-", "-"],
  "motion.create": ["-", "y", "y", "-", "-", "-", "-", "-", "-", "-", "-"],
  "motion.open": ["-", "y", "y", "-", "-", "-", "-", "-", "-", "-", "-"],
  "motion.extend": ["-", "y", "y", "-", "-", "-", "-", "-", "-", "-", "-"],
  "motion.close": ["-", "y", "y", "-", "-", "-", "-", "-", "-", "-", "-"],
  "motion.decide_tie": ["-", "y", "s", "s", "-", "-", "-", "-", "-", "-", "-"],
  "motion.publish_result": ["-", "y", "y", "-", "-", "-", "-", "-", "-", "-", "-"],
  "motion.cancel": ["-", "y", "y", "-", "-", "-", "-", "-", "-", "-", "-"],
  "motion.void": ["-", "2", "2", "-", "-", "-", "-", "-", "-", "-", "-"],
  "motion.object": ["-", "y", "y", "y", "y", "-", "-", "-", "-", "-", "-"],
  "motion.recount": ["-", "y", "y", "y", "y", "-", "-", "-", "-", "-", "-"],
  "motion.demand_meeting": ["-", "-", "s", "s", "-", "-", "-", "-", "-", "-", "-"],
  "ballot.cast": ["-", "-", "s", "s", "-", "-", "-", "-", "-", "-", "-"],
  "ballot.read_own_receipt": ["-", "-", "s", "s", "-", "-", "-", "-", "-", "-", "-"],
  "ballot.read_named": ["-", "y", "y", "y", "y", "-", "-", "-", "-", "-", "-"],
  "ballot.enter_paper": ["-", "2", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "ballot.count_hands": ["-", "2", "2", "2", "2", "-", "-", "-", "-", "-", "-"],
  "agreement.read": ["-", "y", "y", "y", "y", "-", "o", "o", "o", "-", "-"],
  "agreement.write": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "agreement.check": ["-", "2", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "agreement.seal": ["-", "y", "-", "-", "-", "-", "o", "-", "o", "-", "-"],
  "platform.read": ["y", "y", "y", "y", "y", "y", "y", "y", "y", "y", "p"],
  "platform.write": ["-", "y", "-", "-", "-", "-", "o", "-", "o", "-", "-"],
  "platform.answer": ["-", "-", "-", "-", "-", "-", "o", "-", "o", "-", "-"],
  "platform.recognise": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "equipment.read_bookings": ["-", "y", "y", "y", "y", "-", "y", "y", "y", "-", "-"],
  "equipment.book": ["-", "-", "-", "-", "-", "-", "o", "o", "o", "-", "-"],
  "equipment.cancel": ["-", "y", "-", "-", "-", "-", "o", "o", "o", "-", "-"],
  "pairing.read": ["y", "y", "y", "y", "y", "y", "y", "y", "y", "y", "p"],
  "pairing.manage": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "pairing.visit": ["-", "y", "-", "-", "-", "-", "o", "o", "-", "-", "-"],
  "placement.read": ["-", "y", "y", "y", "y", "-", "o", "o", "o", "-", "-"],
  "placement.apply": ["-", "-", "-", "-", "-", "-", "o", "o", "-", "-", "-"],
  "placement.manage": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "college.read": ["y", "y", "y", "y", "y", "y", "y", "y", "y", "y", "p"],
  "college.read_internal": ["-", "y", "y", "y", "y", "-", "o", "o", "o", "-", "-"],
  "college.propose": ["-", "y", "-", "-", "-", "-", "o", "-", "o", "-", "-"],
  "college.contribute": ["-", "y", "-", "-", "-", "-", "o", "-", "o", "-", "-"],
  "college.confirm_contribution": ["-", "2", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "college.sign": ["-", "-", "-", "-", "-", "-", "o", "-", "o", "-", "-"],
  "college.opine": ["-", "-", "-", "-", "-", "-", "o", "-", "-", "-", "-"],
  "college.manage": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "college.approve": ["-", "2", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "college.review": ["-", "y", "-", "-", "-", "-", "o", "o", "-", "-", "-"],
  "college.decide_review": ["-", "2", "2", "-", "-", "-", "-", "-", "-", "-", "-"],
  "college.rectify": ["-", "y", "-", "-", "-", "-", "o", "-", "o", "-", "-"],
  "college.accept_item": ["-", "2", "2", "-", "-", "-", "-", "-", "-", "-", "-"],
  "programme.read": ["y", "y", "y", "y", "y", "y", "y", "y", "y", "y", "p"],
  "programme.manage": ["-", "y", "-", "-", "-", "-", "o", "o", "-", "-", "-"],
  "industry.manage": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "occupation.manage": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "class.read": ["-", "y", "y", "y", "y", "-", "y", "y", "y", "y", "-"],
  "class.manage": ["-", "y", "-", "-", "-", "-", "o", "o", "-", "-", "-"],
  "demand.read": ["-", "y", "y", "y", "y", "-", "p", "p", "o", "-", "-"],
  "demand.post": ["-", "y", "-", "-", "-", "-", "-", "-", "o", "-", "-"],
  "demand.confirm": ["-", "2", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "supply.read": ["-", "y", "y", "y", "y", "-", "o", "o", "p", "-", "-"],
  "supply.enter": ["-", "-", "-", "-", "-", "-", "o", "o", "-", "-", "-"],
  "supply.confirm_school": ["-", "-", "-", "-", "-", "-", "o", "-", "-", "-", "-"],
  "supply.confirm_bureau": ["-", "2", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "match.read": ["-", "y", "y", "y", "y", "-", "o", "o", "o", "-", "-"],
  "match.suggest": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "match.act": ["-", "y", "-", "-", "-", "-", "o", "o", "o", "-", "-"],
  "adjustment.read": ["-", "y", "y", "y", "y", "-", "o", "o", "-", "-", "-"],
  "adjustment.propose": ["-", "y", "-", "-", "-", "-", "o", "-", "-", "-", "-"],
  "adjustment.endorse": ["-", "2", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "talent_report.read": ["p", "y", "y", "p", "y", "p", "p", "p", "p", "p", "p"],
  "talent_report.draft": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "talent_report.review": ["-", "2", "2", "-", "-", "-", "-", "-", "-", "-", "-"],
  "edition.read": ["p", "y", "y", "y", "y", "p", "o", "o", "o", "p", "p"],
  "edition.manage": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "edition.write": ["-", "y", "-", "-", "-", "-", "o", "o", "o", "-", "-"],
  "edition.review": ["-", "2", "2", "-", "-", "-", "-", "-", "-", "-", "-"],
} as const satisfies Record<string, Row>;

export type Action = keyof typeof table;

const none: Reach = {
  whole: false,
  masked: false,
  organizationIds: [],
  self: false,
  assigned: false,
  published: false,
};

/** No cell reaches outside the alliance in which the role is held; platform roles reach everywhere. */
const counts = (held: RoleHeld, allianceId: string | null): boolean =>
  held.allianceId === null || allianceId === null || held.allianceId === allianceId;

function widen(reach: Reach, cell: Cell, held: RoleHeld | undefined): Reach {
  switch (cell) {
    case "y":
    case "2":
      return { ...reach, whole: true, masked: false, published: true };
    case "m":
      return reach.whole ? reach : { ...reach, whole: true, masked: true, published: true };
    case "o":
      return held?.organizationId
        ? { ...reach, organizationIds: [...reach.organizationIds, held.organizationId] }
        : reach;
    case "s":
      return { ...reach, self: true };
    case "a":
      return { ...reach, assigned: true };
    case "p":
      return { ...reach, published: true };
    case "-":
      return reach;
  }
}

const isNothing = (reach: Reach): boolean =>
  !(reach.whole || reach.self || reach.assigned || reach.published || reach.organizationIds.length);

/** Roles that an action is for as such: the whole alliance's, or their own organization's. */
export const rolesWith = (action: Action): Role[] =>
  columns.filter(
    (role): role is Exclude<(typeof columns)[number], "public"> =>
      role !== "public" && ["y", "2", "o"].includes(table[action][columns.indexOf(role)] ?? "-"),
  );

/** How far the roles held reach for one action in one alliance; undefined: not at all. */
export function reachOf(
  action: Action,
  roles: readonly RoleHeld[],
  allianceId: string | null,
): Reach | undefined {
  const row: Row = table[action];
  const cellOf = (role: Role | "public"): Cell => row[columns.indexOf(role)] ?? "-";
  const reach = roles
    .filter((held) => counts(held, allianceId))
    .reduce(
      (sum, held) => widen(sum, cellOf(held.role), held),
      widen(none, cellOf("public"), undefined),
    );
  return isNothing(reach) ? undefined : reach;
}

/** The right that a use case asks for. */
export const permission = (action: Action): Permission => ({
  action,
  reachOf: (roles, allianceId) => reachOf(action, roles, allianceId),
});
