import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decideAgain } from "@/lib/features/bodies/rules/decide";
import type { RuleSnapshot } from "@/lib/features/bodies/types";
import { folderKeeper, storedPath } from "@/lib/platform/files/folder";
import { printed } from "@/lib/platform/invariants/print";
import type { StoredMotion } from "@/lib/platform/invariants/records";
import { checksOf, type Report, verify } from "@/lib/platform/invariants/run";
import { loadDemo } from "@/prisma/seed/demo/load";
import { useDatabase } from "@/tests/support/database";

const { url } = useDatabase();
const admin = new pg.Client({ connectionString: url });
let dataDir = "";

const outcomeOf = (motion: StoredMotion) =>
  decideAgain(motion.rule_snapshot as RuleSnapshot, motion).outcome;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "invariants-"));
  await loadDemo({ url, keeper: folderKeeper(dataDir), today: "2026-11-22" });
  await admin.connect();
  await admin.query("SELECT audit_append('platform', NULL, 'test', 'test', NULL, '{}', 'r')");
});
afterAll(async () => {
  await admin.end();
  await rm(dataDir, { recursive: true, force: true });
});

const faulty = (reports: Report[]) =>
  reports.filter((report) => report.findings.length > 0).map(({ check }) => check.title);

test("the demonstration keeps every promise", async () => {
  const reports = await verify({ url, keeper: folderKeeper(dataDir), outcomeOf });
  expect(reports).toHaveLength(checksOf({ url, keeper: folderKeeper(dataDir), outcomeOf }).length);
  expect(faulty(reports)).toEqual([]);
});

/** The organization of who judged asks for a part of what was judged. */
const judgeAsks = [
  "UPDATE outcome_co_claims c SET record_id = r.id, alliance_id = r.alliance_id, state = 'proposed', proposed_at = '2000-01-01' FROM judged j JOIN outcome_records r ON r.id = j.record_id WHERE c.id = (SELECT id FROM outcome_co_claims WHERE state = 'refused' LIMIT 1)",
  "UPDATE role_grants g SET organization_id = c.organization_id, valid_from = '2000-01-01' FROM outcome_co_claims c, judged j WHERE c.record_id = j.record_id AND c.state = 'proposed' AND g.user_id = j.judge",
];

/** What each check must see: a change behind the guards of the database, and the words that its row must hold. */
const planted: [title: string, statements: string[], named: RegExp][] = [
  [
    "audit chains are complete, in order and untouched",
    ["UPDATE audit_entries SET action = 'other' WHERE chain = 'platform' AND seq = 1"],
    /chain=platform seq=1 fault=hash/,
  ],
  [
    "no guard of the database is switched off",
    ["ALTER TABLE motions DISABLE TRIGGER motions_immutable"],
    /motions_immutable/,
  ],
  [
    "no guard of the database is switched off",
    ["ALTER TABLE alliances ADD CONSTRAINT planted CHECK (name <> 'x') NOT VALID"],
    /planted fault=not validated/,
  ],
  [
    "every reference leads to a row, of the same alliance",
    ["UPDATE project_parties SET alliance_id = gen_random_uuid()"],
    /project_parties_alliance_id_project_id_fkey/,
  ],
  [
    "each counter stands at the highest number of its series",
    ["UPDATE counters SET value = value + 3 WHERE series = 'project'"],
    /series=project/,
  ],
  [
    "each counter stands at the highest number of its series",
    ["DELETE FROM counters WHERE series LIKE 'resolution:%'"],
    /series=resolution:/,
  ],
  [
    "numbers are consecutive from 1",
    [
      "UPDATE resolutions SET number = number + 10 WHERE id = (SELECT max(id::text)::uuid FROM resolutions)",
    ],
    /series=resolution:/,
  ],
  [
    "every admission has its resolution, and its first period comes from it",
    [
      "UPDATE membership_applications SET state = 'admitted', resolution_id = (SELECT id FROM resolutions LIMIT 1), membership_id = (SELECT id FROM memberships LIMIT 1)",
    ],
    /application_id=/,
  ],
  [
    "every membership that ended points to a decision or a dated notice",
    [
      "UPDATE membership_periods SET valid_to = '2199-01-01' WHERE id = (SELECT max(id::text)::uuid FROM membership_periods)",
    ],
    /membership_id=/,
  ],
  [
    "every resolution comes from a carried motion of its own body",
    [
      "UPDATE motions SET outcome = 'rejected', computed_outcome = 'rejected' WHERE id IN (SELECT motion_id FROM resolutions)",
    ],
    /resolution_id=/,
  ],
  [
    "no motion counts more present than the attendance of its meeting",
    ["UPDATE attendances SET status = 'absent'"],
    /attended=0/,
  ],
  [
    "every result follows again from its own rule, seats and votes",
    ["UPDATE motions SET yes = 0, no = yes WHERE computed_outcome = 'carried'"],
    /stored=carried counted_again=rejected/,
  ],
  [
    "every result follows again from its own rule, seats and votes",
    ["UPDATE motions SET rule_snapshot = '{}'"],
    /counted_again=unreadable/,
  ],
  [
    "totals of outcome records equal the records",
    ["UPDATE outcome_rollups SET total = total + 1 WHERE records > 0"],
    /kept_total=/,
  ],
  [
    "totals of outcome records equal the records",
    ["DELETE FROM outcome_rollups WHERE records > 0"],
    /kept_records=null/,
  ],
  [
    "totals of an alliance's results equal those of its organizations",
    ["UPDATE outcome_totals SET total = total + 1 WHERE records > 0"],
    /kept_total=/,
  ],
  [
    "totals of an alliance's results equal those of its organizations",
    ["DELETE FROM outcome_totals WHERE records > 0"],
    /kept_records=null/,
  ],
  [
    "the kept number of projects is their number",
    ["UPDATE project_totals SET projects = projects - 1"],
    /kept_projects=/,
  ],
  [
    "what stands ready as JSON follows from its row",
    [
      "ALTER TABLE projects ALTER COLUMN as_json DROP EXPRESSION",
      "UPDATE projects SET title = title || ' '",
    ],
    /kept_in=projects/,
  ],
  [
    "what stands ready as JSON follows from its row",
    [
      "ALTER TABLE organizations ALTER COLUMN as_json DROP EXPRESSION",
      "UPDATE organizations SET name = name || ' '",
    ],
    /kept_in=organizations/,
  ],
  [
    "what stands ready as JSON follows from its row",
    ["ALTER TYPE project_type RENAME VALUE 'talent' TO 'people'"],
    /kept_in=projects .*people/,
  ],
  [
    "shares of a result are whole, with its reporter among them",
    ["UPDATE outcome_shares SET share = share - 1 WHERE share < 5000"],
    /hundredths=9999/,
  ],
  [
    "what was taken off a result is the sum of its adjustments",
    ["UPDATE outcome_records SET adjustment = -1 WHERE quantity = 1"],
    /kept=-1.00 counted_again=0/,
  ],
  [
    "no result is verified or published by somebody of an organization that owns it or asks for a part",
    [
      "UPDATE role_grants g SET organization_id = r.organization_id, valid_from = '2000-01-01' FROM outcome_records r WHERE r.verified_by_id = g.user_id",
    ],
    /record_id=/,
  ],
  [
    "no result is verified or published by somebody of an organization that owns it or asks for a part",
    [
      "UPDATE role_grants g SET organization_id = r.organization_id, valid_from = '2000-01-01' FROM outcome_records r WHERE r.approved_by_id = g.user_id",
    ],
    /record_id=/,
  ],
  [
    "no result is verified or published by somebody of an organization that owns it or asks for a part",
    [
      "UPDATE outcome_co_claims c SET record_id = r.id, state = 'proposed', proposed_at = '2000-01-01' FROM outcome_records r JOIN role_grants g ON g.user_id = r.verified_by_id WHERE c.state = 'refused' AND r.alliance_id = c.alliance_id AND r.state = 'verified'",
      "UPDATE role_grants g SET organization_id = c.organization_id, valid_from = '2000-01-01' FROM outcome_co_claims c JOIN outcome_records r ON r.id = c.record_id WHERE g.user_id = r.verified_by_id",
    ],
    /record_id=/,
  ],
  [
    "nobody of an organization that asks for a part of a result decided its correction, its doubles or another's part",
    [
      "CREATE TEMP TABLE judged ON COMMIT DROP AS SELECT record_id, endorsed_by_id AS judge FROM correction_cases WHERE state = 'endorsed' LIMIT 1",
      ...judgeAsks,
    ],
    /decision=correction/,
  ],
  [
    "nobody of an organization that asks for a part of a result decided its correction, its doubles or another's part",
    [
      "CREATE TEMP TABLE judged ON COMMIT DROP AS SELECT record_id, decided_by_id AS judge FROM correction_cases WHERE state = 'refused' LIMIT 1",
      ...judgeAsks,
    ],
    /decision=correction/,
  ],
  [
    "nobody of an organization that asks for a part of a result decided its correction, its doubles or another's part",
    [
      "ALTER TABLE outcome_pairs DROP CONSTRAINT outcome_pairs_decided",
      "UPDATE outcome_pairs SET decided_at = now(), decided_by_id = (SELECT endorsed_by_id FROM correction_cases WHERE state = 'endorsed' LIMIT 1) WHERE id = (SELECT id FROM outcome_pairs LIMIT 1)",
      "CREATE TEMP TABLE judged ON COMMIT DROP AS SELECT first_id AS record_id, decided_by_id AS judge FROM outcome_pairs WHERE decided_by_id IS NOT NULL LIMIT 1",
      ...judgeAsks,
    ],
    /decision=pair/,
  ],
  [
    "nobody of an organization that asks for a part of a result decided its correction, its doubles or another's part",
    [
      "ALTER TABLE outcome_co_claims DROP CONSTRAINT outcome_co_claims_decided",
      "UPDATE outcome_co_claims SET decided_at = now(), decided_by_id = (SELECT endorsed_by_id FROM correction_cases WHERE state = 'endorsed' LIMIT 1) WHERE id = (SELECT id FROM outcome_co_claims WHERE state <> 'refused' LIMIT 1)",
      "CREATE TEMP TABLE judged ON COMMIT DROP AS SELECT record_id, decided_by_id AS judge FROM outcome_co_claims WHERE decided_by_id IS NOT NULL LIMIT 1",
      ...judgeAsks,
    ],
    /decision=part/,
  ],
  [
    "no result was verified or published while a refused part of it waits for its decision",
    [
      "UPDATE outcome_co_claims c SET record_id = r.id, answered_at = '2000-01-01' FROM outcome_records r WHERE c.state = 'refused' AND r.alliance_id = c.alliance_id AND r.state = 'verified'",
    ],
    /co_claim_id=/,
  ],
  [
    "every pair judged the same has its adjustment",
    ["UPDATE outcome_pairs SET state = 'same', reason = 'x', decided_at = now()"],
    /pair_id=/,
  ],
  [
    "steps of the number of members equal the periods",
    ["UPDATE member_count_steps SET change = change + 1"],
    /kept_change=/,
  ],
  [
    "members are sorted by the names of their organizations",
    [
      "ALTER TABLE memberships DISABLE TRIGGER memberships_sort_name",
      "UPDATE memberships SET sort_name = 'planted'",
    ],
    /sort_name=planted/,
  ],
  [
    "totals of promises, receipts and spending equal the entries",
    ["UPDATE fund_commitments SET amount = amount + 1 WHERE state = 'confirmed'"],
    /side=promised/,
  ],
  [
    "what counts of money now equals the open end of its past",
    ["DELETE FROM fund_spans WHERE until IS NULL AND is_entry"],
    /true_side=/,
  ],
  [
    "the moves of every total of money add up to its spans of that day",
    ["UPDATE fund_rollup_days SET total = total + 1"],
    /kept_total=/,
  ],
  [
    "every reversal is the exact negative of one posted entry, once",
    [
      "UPDATE fund_entries SET amount = -amount, reversal_of_id = (SELECT id FROM fund_entries WHERE state = 'posted' AND reversal_of_id IS NULL AND settles_id IS NULL ORDER BY id LIMIT 1) WHERE id = (SELECT id FROM fund_entries WHERE state = 'posted' AND reversal_of_id IS NULL AND settles_id IS NULL ORDER BY id OFFSET 1 LIMIT 1)",
    ],
    /entry_id=/,
  ],
  [
    "the six numbers of every project equal its promises and posted entries",
    ["UPDATE fund_accounts SET received_cash = received_cash + 1"],
    /true_received=/,
  ],
  [
    "no project has spent more than arrived and was allowed ahead, no budget line more than its ceiling",
    ["UPDATE budget_lines SET received = received + 1"],
    /what=line/,
  ],
  [
    "nobody wrote, checked, approved or posted an entry twice over, and large ones have two approvers",
    [
      "ALTER TABLE fund_entries DROP CONSTRAINT fund_entries_author",
      "UPDATE fund_entries SET posted_by_id = entered_by_id WHERE state = 'posted'",
    ],
    /state=posted/,
  ],
  [
    "a closed year still has the figures of its closing, but for late entries and restatements",
    [
      `UPDATE fund_years SET figures = jsonb_set(figures, '{received,cash}', '"0.01"') WHERE state = 'closed'`,
    ],
    /without_late=/,
  ],
  [
    "what is allocated of a special fund equals its promises and is never above its total",
    ["UPDATE fund_programmes SET allocated = allocated + 1"],
    /true_sum=/,
  ],
  [
    "the instalments of every promise add up to it",
    ["UPDATE fund_instalments SET amount = amount + 1"],
    /instalments=/,
  ],
  [
    "every elector of a vote stands in its opening snapshot, and every voter there is an elector",
    ["DELETE FROM vote_electors WHERE seat_id = (SELECT seat_id FROM vote_electors LIMIT 1)"],
    /in_snapshot=/,
  ],
  [
    "no vote has more ballots than electors",
    [`UPDATE votes SET tally = '{"votes": {"yes": 999, "no": 0, "abstain": 0, "invalid": 0}}'`],
    /electors=/,
  ],
  [
    "the stored counts of every vote are those of its ballots",
    [`UPDATE votes SET tally = '{"votes": {"yes": 7, "no": 0, "abstain": 0, "invalid": 0}}'`],
    /counted=/,
  ],
  [
    "a show of hands that was counted has two equal counts",
    [
      `UPDATE votes SET method = 'hands', tally = '{"votes": {"yes": 7, "no": 0, "abstain": 0, "invalid": 0}}'`,
    ],
    /counts=0/,
  ],
  [
    "the motion of a declared vote has the counts of its close",
    [
      `UPDATE votes SET motion_id = (SELECT id FROM motions WHERE motions.alliance_id = votes.alliance_id LIMIT 1)`,
    ],
    /motion_id=/,
  ],
  [
    "a secret vote has as many ballots in its box as seats that cast, sealed while it is open and open afterwards",
    [
      "ALTER TABLE votes DROP CONSTRAINT votes_sealed",
      "UPDATE votes SET method = 'secret'",
      "INSERT INTO ballot_issues (alliance_id, vote_id, seat_id) SELECT alliance_id, vote_id, seat_id FROM vote_electors LIMIT 1",
    ],
    /in_box=0/,
  ],
  [
    "no bid can be read before its deadline, and none that two people have not opened",
    [
      "UPDATE calls SET opened_at = NULL, second_opener_id = NULL, state = 'closed' WHERE state = 'evaluation'",
    ],
    /bid_id=.*call_state=closed/,
  ],
  [
    "bids are opened by two people, and an acceptance is signed by one and accepted by another",
    [
      "ALTER TABLE calls DROP CONSTRAINT calls_two_openers",
      "UPDATE calls SET second_opener_id = first_opener_id WHERE opened_at IS NOT NULL",
    ],
    /call_id=/,
  ],
  [
    "bids are scored by experts of their own call who declared that nothing ties them, by its criteria",
    ["UPDATE call_experts SET state = 'assigned', declared_at = NULL WHERE stage = 'bids'"],
    /expert_state=assigned/,
  ],
  [
    "every contract has its project, led by the team that was chosen, and its money promised by the enterprise",
    ["UPDATE calls SET contract_amount = 900000000 WHERE project_id IS NOT NULL"],
    /project_id=/,
  ],
  [
    "heads of talent demands equal their matches, and their state follows from them",
    ["UPDATE talent_demands SET taken = taken + 1 WHERE state = 'partly_matched'"],
    /true_taken=/,
  ],
  [
    "heads of talent demands equal their matches, and their state follows from them",
    ["UPDATE talent_demands SET state = 'open' WHERE state = 'filled'"],
    /state=open/,
  ],
  [
    "graduates taken equal the matches of their supply, and never exceed them",
    ["UPDATE talent_supplies SET taken = taken + 1 WHERE taken > 1"],
    /supply_id=/,
  ],
  [
    "stages of a training class add up to its course",
    ["UPDATE training_stages SET months = 6 WHERE ordinal = 3"],
    /class_id=/,
  ],
  [
    "editions of a talent report are consecutive from 1",
    ["UPDATE talent_reports SET edition = 3, correction = '示例' WHERE edition = 1"],
    /highest=3/,
  ],
  [
    "nobody accepts, approves, decides or closes what is of the own hand",
    [
      "ALTER TABLE decision_powers DROP CONSTRAINT decision_powers_decided_by_another",
      "UPDATE decision_powers SET decided_by_id = proposed_by_id",
    ],
    /record=powers/,
  ],
  [
    "shares of a project in several alliances make one whole",
    [
      "INSERT INTO project_credits (alliance_id, project_id, credited_id, share) SELECT alliance_id, id, alliance_id, 9999 FROM projects LIMIT 1",
    ],
    /hundredths=9999/,
  ],
  [
    "a project has every version of its plan, up to the one in force",
    ["UPDATE projects SET plan_number = 2 WHERE plan_number = 1"],
    /versions=1/,
  ],
  [
    "a project says since when the office has been asked",
    ["UPDATE projects SET asked_at = now() WHERE asked_at IS NULL"],
    /kept=/,
  ],
  [
    "no expert scored without having declared no conflict, and no panel closed before all had scored",
    [
      "ALTER TABLE project_panel_seats DROP CONSTRAINT project_panel_seats_gate",
      "UPDATE project_panel_seats SET declaration = 'pending', declared_at = NULL WHERE submitted_at IS NOT NULL",
    ],
    /seat_id=/,
  ],
  [
    "weights of a published scheme sum to exactly a hundred, and those below a heading to its own",
    ["UPDATE evaluation_indicators SET weight = weight + 1 WHERE code = '1.1'"],
    /code=1 hundredths=5501/,
  ],
  [
    "a scheme of evaluation was published by another person than who wrote it",
    [
      "ALTER TABLE evaluation_schemes DROP CONSTRAINT evaluation_schemes_two_persons",
      "UPDATE evaluation_schemes SET published_by_id = created_by_id WHERE state = 'published'",
    ],
    /step=publication/,
  ],
  [
    "steps of two persons in an evaluation were made by two persons",
    [
      "ALTER TABLE evaluation_rounds DROP CONSTRAINT evaluation_rounds_two_persons",
      "UPDATE evaluation_rounds SET ratified_by_id = drafted_by_id",
    ],
    /step=ratification/,
  ],
  [
    "experts marked without a conflict, all of them before scoring was over, and what is ratified names a resolution",
    ["UPDATE evaluation_seats SET submitted_at = NULL"],
    /seat_id=/,
  ],
  [
    "shares of a college in mixed ownership make one whole, and no other college has any",
    ["UPDATE college_parties SET share = share + 1 WHERE share IS NOT NULL"],
    /ownership=mixed/,
  ],
  [
    "platforms stand at their latest recognition",
    [
      "INSERT INTO platform_recognitions (id, alliance_id, platform_id, level, recognised_on, approver) SELECT gen_random_uuid(), alliance_id, id, 'national', '2026-01-01', '示例' FROM platforms",
      "UPDATE platforms SET level = 'district'",
    ],
    /kept=district latest=national/,
  ],
  [
    "a park and a second-level college are in one pairing at a time",
    [
      "ALTER TABLE park_pairings DROP CONSTRAINT park_pairings_one_unit",
      "ALTER TABLE park_pairings DROP CONSTRAINT park_pairings_one_park",
      "UPDATE park_pairings SET park_id = (SELECT min(park_id::text)::uuid FROM park_pairings), valid_from = '2020-01-01', valid_to = NULL",
    ],
    /other_id=/,
  ],
  [
    "what counts as sealed was sealed by every party",
    ["UPDATE agreement_parties SET sealed_on = NULL"],
    /missing=/,
  ],
  [
    "steps of two persons were made by two persons",
    [
      "ALTER TABLE colleges DROP CONSTRAINT colleges_two_persons",
      "UPDATE colleges SET proposed_by_id = id, approved_by_id = id",
    ],
    /step=approval/,
  ],
  [
    "a college that the portal approved has its resolution, its school’s opinion and two parties",
    ["UPDATE colleges SET approved_by_id = id", "DELETE FROM college_parties"],
    /college_id=/,
  ],
  [
    "targets stand by two people or a resolution, one at a time, and are superseded by one of the same thing",
    [
      "ALTER TABLE metric_targets DROP CONSTRAINT metric_targets_hands",
      "UPDATE metric_targets SET decided_by_id = set_by_id WHERE state = 'in_force'",
    ],
    /target_id=/,
  ],
  [
    "an annual report that counts as approved has its resolution, both signatures and all chapters accepted",
    ["UPDATE edition_sections SET state = 'drafting'"],
    /edition_id=\S+ state=published/,
  ],
  [
    "nobody accepted a chapter or signed a report that they wrote",
    [
      "UPDATE editions SET chair_reviewed_by_id = (SELECT min(author_id::text)::uuid FROM edition_texts t JOIN edition_sections s ON s.id = t.section_id WHERE s.edition_id = editions.id) WHERE state = 'published'",
    ],
    /step=report/,
  ],
  [
    "versions of a chapter are numbered without gaps, and the newest one stands",
    ["UPDATE edition_texts SET number = 3"],
    /text_number=1 texts=1/,
  ],
  [
    "the last closing balance of every total equals the total",
    ["UPDATE outcome_rollups SET total = total + 1"],
    /closing_total=/,
  ],
  [
    "an approved record is what its last correction says, and what it said before is kept",
    ["DELETE FROM outcome_versions"],
    /case_id=/,
  ],
  [
    "a correction is asked for, agreed to and applied by three persons",
    [
      "ALTER TABLE correction_cases DROP CONSTRAINT correction_cases_hands",
      "UPDATE correction_cases SET decided_by_id = requested_by_id WHERE state = 'applied'",
    ],
    /case_id=/,
  ],
  [
    "weights of brothers and sisters in a set in force make the whole, or there are none",
    [
      "UPDATE indicators SET weight = 1 WHERE set_id IN (SELECT id FROM indicator_sets WHERE state <> 'draft')",
    ],
    /weight=/,
  ],
  [
    "versions of an indicator set are consecutive from 1, and begin one after the other",
    ["UPDATE indicator_sets SET edition = edition + 1"],
    /highest=/,
  ],
  [
    "a report is submitted, verified and approved by three persons, and approved cycles have nothing open below them",
    [
      "ALTER TABLE obligations DROP CONSTRAINT obligations_other_verifier",
      "UPDATE obligations SET submitted_by_id = id, verified_by_id = id WHERE state = 'verified'",
    ],
    /obligation_id=/,
  ],
  [
    "every reported value has all of its versions, and the last of them is what stands there",
    ["DELETE FROM report_value_versions WHERE version = 1"],
    /value_id=/,
  ],
  [
    "every stored file is there with the content that its hash names",
    ["UPDATE stored_files SET sha256 = repeat('0', 64)"],
    /fault=missing/,
  ],
  [
    "a result is entered, verified and published by different persons",
    [
      "ALTER TABLE outcome_records DROP CONSTRAINT outcome_records_second_person",
      "UPDATE outcome_records SET approved_by_id = verified_by_id WHERE approved_by_id IS NOT NULL",
    ],
    /record_id=/,
  ],
  [
    "every finding that was passed over has its reason, kept with the version it is about",
    [
      `INSERT INTO outcome_readings (alliance_id, record_id, version, passed, read_by_id)
        SELECT alliance_id, record_id, version, '{}', record_id FROM outcome_findings WHERE kind = 'evidence_reused' LIMIT 1`,
    ],
    /kind=evidence_reused/,
  ],
  [
    "a training and the results that it proves say the same: organization, key, day, year and numbers",
    ["DELETE FROM training_batch_records WHERE metric_code = 'M40'"],
    /metric_code=M40 fault=no result/,
  ],
  [
    "a training and the results that it proves say the same: organization, key, day, year and numbers",
    [
      "UPDATE outcome_records SET quantity = quantity + 1 WHERE id IN (SELECT record_id FROM training_batch_records WHERE metric_code = 'M41')",
    ],
    /metric_code=M41 fault=number/,
  ],
  [
    "a training and the results that it proves say the same: organization, key, day, year and numbers",
    [
      "UPDATE outcome_records SET year = year - 1 WHERE id IN (SELECT record_id FROM training_batch_records WHERE metric_code = 'M41')",
    ],
    /metric_code=M41 fault=year/,
  ],
  [
    "a training and the results that it proves say the same: organization, key, day, year and numbers",
    [
      "UPDATE outcome_records SET natural_key = 'planted ' || id WHERE id IN (SELECT record_id FROM training_batch_records WHERE metric_code = 'M41')",
    ],
    /metric_code=M41 fault=key/,
  ],
  [
    "a training and the results that it proves say the same: organization, key, day, year and numbers",
    [
      "UPDATE training_batches SET organization_id = (SELECT o.id FROM organizations o WHERE o.id NOT IN (SELECT organization_id FROM training_batches) AND o.id NOT IN (SELECT partner_id FROM training_batches WHERE partner_id IS NOT NULL) LIMIT 1)",
    ],
    /fault=organization/,
  ],
  [
    "a training with a list has as many keys as it counts people, and one without has none",
    [
      "INSERT INTO training_attendees (alliance_id, batch_id, person_key) SELECT alliance_id, id, sha256('x') FROM training_batches WHERE persons > 1 LIMIT 1",
    ],
    /identified=null keys=1/,
  ],
  [
    "a training with a list has as many keys as it counts people, and one without has none",
    ["UPDATE training_batches SET identified = persons WHERE persons IS NOT NULL"],
    /keys=0/,
  ],
  [
    "a typical case stands where its stamps say, and was decided by somebody who neither wrote it nor handed it in",
    [
      "ALTER TABLE typical_cases DROP CONSTRAINT typical_cases_two_persons",
      "UPDATE typical_cases SET decided_by_id = submitted_by_id WHERE state = 'selected'",
    ],
    /case_id=.*state=selected/,
  ],
  [
    "a typical case stands where its stamps say, and was decided by somebody who neither wrote it nor handed it in",
    [
      "ALTER TABLE typical_cases DROP CONSTRAINT typical_cases_submitted",
      "UPDATE typical_cases SET submitted_at = NULL WHERE state IN ('submitted', 'selected')",
    ],
    /case_id=/,
  ],
  [
    "what a typical case in an annual report cites is frozen, and no other case's is",
    [
      "UPDATE typical_case_sources SET title = NULL, metric_code = NULL, year = NULL, quantity = NULL, unit_zh = NULL, frozen_at = NULL",
    ],
    /state=selected/,
  ],
  [
    "what a typical case in an annual report tells of has its frozen name, and no other case's has",
    ["UPDATE typical_case_links SET name = NULL, frozen_at = NULL"],
    /state=selected link_id=/,
  ],
  [
    "a small number that was let stand has its reason, and its chapter is of that report",
    [
      "ALTER TABLE edition_number_checks DROP CONSTRAINT edition_number_checks_reason",
      "UPDATE edition_number_checks SET reason = ' '",
    ],
    /check_id=/,
  ],
  [
    "a sample holds what its seed draws, and a closed one a finding of each",
    ["UPDATE verification_samples SET seed = 'another'"],
    /seed=another/,
  ],
];

async function plant(statements: readonly string[]) {
  await admin.query("BEGIN");
  await admin.query("SET LOCAL session_replication_role = replica");
  for (const statement of statements) await admin.query(statement);
}

describe("each check is awake", () => {
  test.each(planted)("%s", async (title, statements, named) => {
    const check = checksOf({ url, keeper: folderKeeper(dataDir), outcomeOf }).find(
      (one) => one.title === title,
    );
    if (!check) throw new Error(`no such check: ${title}`);
    const findings = await plant(statements)
      .then(() => check.find(admin))
      .finally(() => admin.query("ROLLBACK"));
    expect(printed({ check, findings, milliseconds: 1 }).join("\n")).toMatch(named);
    expect(await check.find(admin)).toEqual([]);
  });

  test("no check is without a planted fault", () => {
    const titles = new Set(planted.map(([title]) => title));
    expect(
      checksOf({ url, keeper: folderKeeper(dataDir), outcomeOf }).filter(
        (one) => !titles.has(one.title),
      ),
    ).toEqual([]);
  });

  test("I-29 other bytes of the same length under a hash are seen", async () => {
    const { rows } = await admin.query<{ sha256: string; size: number }>(
      "SELECT sha256, size FROM stored_files LIMIT 1",
    );
    const [file] = rows;
    if (!file) throw new Error("the demonstration has no file");
    const path = storedPath(dataDir, file.sha256);
    await rm(path);
    await writeFile(path, Buffer.alloc(file.size, 1));
    const reports = await verify({ url, keeper: folderKeeper(dataDir), outcomeOf });
    expect(faulty(reports)).toEqual([
      "every stored file is there with the content that its hash names",
    ]);
    await rm(path);
  });

  test("a long list of rows is cut in print, with how many more", () => {
    const [check] = checksOf({ url, keeper: folderKeeper(dataDir), outcomeOf });
    if (!check) throw new Error("no check");
    const findings = Array.from({ length: 25 }, (_, n) => ({ n }));
    expect(printed({ check, findings, milliseconds: 1 }).at(-1)).toBe("    … and 5 more");
  });
});
