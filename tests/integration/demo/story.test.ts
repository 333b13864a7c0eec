import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { decide } from "@/lib/features/bodies/rules/decide";
import type { Rule, SeatCount } from "@/lib/features/bodies/types";
import { sealedContent } from "@/lib/features/calls/schema/bids";
import { callStates } from "@/lib/features/calls/types";
import { checkReport, yearOf } from "@/lib/features/outcomes/rules/report";
import { projectSources, projectStates, projectTypes } from "@/lib/features/projects/types";
import { bytesOpenerOf } from "@/lib/platform/auth/seal";
import { runningId } from "@/prisma/seed/demo/projects/running";
import { suzhouId } from "@/prisma/seed/demo/suzhou/members";
import { useDemo } from "./support";

/*
 * The story is told with the portal's own rules: what the demonstration holds is what its commands could have written.
 */

const demo = useDemo("2026-11-22");

describe("governance", () => {
  test("the council has 31 voting seats, all filled, and a rule in force for each class of matters", async () => {
    const [row] = await demo.rows(
      `SELECT count(*)::int AS seats, count(h.id)::int AS filled,
         (SELECT count(*)::int FROM rule_sets r WHERE r.body_id = b.id AND r.valid_to IS NULL) AS rules
       FROM governance_bodies b JOIN seats s ON s.body_id = b.id AND s.voting
       LEFT JOIN seat_holdings h ON h.seat_id = s.id AND h.valid_to IS NULL
       JOIN alliances a ON a.id = b.alliance_id AND a.slug = 'suzhou-robotics'
       WHERE b.kind = 'council' GROUP BY b.id`,
    );
    expect(row).toEqual({ seats: 31, filled: 31, rules: 6 });
  });

  test("I-04 every stored result follows from its own snapshot; one was carried, one rejected", async () => {
    const motions = await demo.rows<{
      rule_snapshot: { rule: Rule; seats: SeatCount };
      present: number;
      recused: number;
      yes: number;
      no: number;
      abstain: number;
      invalid: number;
      outcome: string;
      computed_outcome: string;
      attended: number;
    }>(
      `SELECT m.*, (SELECT count(*)::int FROM attendances t WHERE t.meeting_id = i.meeting_id
         AND t.status IN ('present', 'online', 'proxy')) AS attended
       FROM motions m JOIN agenda_items i ON i.id = m.agenda_item_id`,
    );
    for (const motion of motions) {
      const { rule, seats } = motion.rule_snapshot;
      expect(decide(rule, seats, motion).outcome).toBe(motion.outcome);
      expect(motion.computed_outcome).toBe(motion.outcome);
      expect(motion.attended).toBe(motion.present);
    }
    expect(new Set(motions.map(({ outcome }) => outcome))).toEqual(
      new Set(["carried", "rejected"]),
    );
  });

  test("I-24 resolutions, minutes and the codes of projects, agreements and calls have no gaps, and their counters stand at the last one", async () => {
    const rows = await demo.rows(
      `SELECT c.series, c.year, c.value, x.first, x.last, x.n FROM counters c JOIN (
         SELECT alliance_id, series, year, min(number) AS first, max(number) AS last, count(*)::int AS n FROM (
           SELECT alliance_id, 'project' AS series, code_year AS year, code_number AS number FROM projects
           UNION ALL SELECT alliance_id, 'agreement', code_year, code_number FROM agreements
           UNION ALL SELECT alliance_id, 'call', code_year, code_number FROM calls
           UNION ALL SELECT alliance_id, 'resolution:' || body_id, year, number FROM resolutions
           UNION ALL SELECT alliance_id, 'minutes', year, number FROM minutes
           UNION ALL SELECT alliance_id, 'appointment', letter_year, letter_number FROM election_winners
           UNION ALL SELECT alliance_id, 'correction', 0, number FROM correction_cases
           UNION ALL SELECT alliance_id, 'application', 0, number FROM membership_applications
         ) given WHERE number IS NOT NULL GROUP BY 1, 2, 3
       ) x USING (alliance_id, series, year)`,
    );
    const [all] = await demo.rows<{ n: number }>("SELECT count(*)::int AS n FROM counters");
    expect(rows).toHaveLength(all?.n ?? 0);
    expect(
      rows.filter((row) => row.first !== 1 || row.last !== row.n || row.value !== row.n),
    ).toEqual([]);
  });
});

describe("projects and money", () => {
  test.each([
    ["state", projectStates],
    ["type", projectTypes],
    ["source", projectSources],
  ] as const)("there is a project of every %s", async (column, all) => {
    const rows = await demo.rows<{ name: string }>(
      `SELECT DISTINCT ${column}::text AS name FROM projects WHERE alliance_id = '${suzhouId}'`,
    );
    expect(rows.map(({ name }) => name).sort()).toEqual([...all].sort());
  });

  test("one runs with its milestones: paid by the first, put off by a change, looked at at half time, credited twice", async () => {
    const [row] = await demo.rows(
      `SELECT (SELECT array_agg(state::text ORDER BY sort_order) FROM project_milestones WHERE project_id = p.id) AS milestones,
         (SELECT array_agg(state::text ORDER BY number) FROM project_changes WHERE project_id = p.id) AS changes,
         (SELECT array_agg(number ORDER BY number) FROM project_plans WHERE project_id = p.id) AS plans,
         (SELECT array_agg(DISTINCT duty_kind::text) FROM project_parties WHERE project_id = p.id) AS duties,
         (SELECT array_agg(share ORDER BY share) FROM project_credits WHERE project_id = p.id) AS shares,
         (SELECT conclusion::text FROM project_panels WHERE project_id = p.id AND kind = 'midterm') AS midterm,
         (SELECT sum(e.amount)::text FROM fund_entries e JOIN fund_instalments i ON i.id = e.instalment_id
           JOIN project_milestones m ON m.id = i.milestone_id
           WHERE e.project_id = p.id AND e.state = 'posted' AND m.state = 'accepted') AS paid
       FROM projects p WHERE p.id = '${runningId}'`,
    );
    expect(row).toEqual({
      milestones: ["accepted", "running", "planned"],
      changes: ["approved", "proposed"],
      plans: [1, 2],
      duties: ["base", "development", "platform", "team"],
      shares: [4000, 6000],
      midterm: "go_on",
      paid: "120000.00",
    });
  });

  test("one project waits for 示例企业 017", async () => {
    const rows = await demo.rows(
      `SELECT p.state FROM projects p JOIN project_parties y ON y.project_id = p.id AND y.state = 'pending'
       JOIN organizations o ON o.id = y.organization_id WHERE o.name = '示例企业 017'`,
    );
    expect(rows).toEqual([{ state: "partners_confirming" }]);
  });

  test("promised and received exist in cash and in kind for several years, and a conditional promise is in neither", async () => {
    const rows = await demo.rows<{ side: string; cash: boolean; years: number }>(
      "SELECT side, cash, count(DISTINCT year)::int AS years FROM fund_rollups GROUP BY 1, 2",
    );
    const yearsOf = (side: string, cash: boolean) =>
      rows.find((row) => row.side === side && row.cash === cash)?.years ?? 0;
    for (const side of ["promised", "received"]) {
      expect(yearsOf(side, true)).toBeGreaterThanOrEqual(3);
      expect(yearsOf(side, false)).toBeGreaterThanOrEqual(3);
    }
    // The sample of Suzhou, and the 2,000 万元 of Deyang.
    expect(yearsOf("conditional", true)).toBe(2);
  });

  test("no promise has received more than it promised, and the roll-up of funds equals the entries", async () => {
    const above = await demo.rows(
      `SELECT c.id FROM fund_commitments c JOIN fund_entries r ON r.commitment_id = c.id
       GROUP BY c.id HAVING sum(r.amount) > c.amount`,
    );
    const wrong = await demo.rows(
      `SELECT * FROM (SELECT alliance_id, organization_id, year, side::text, cash, records, total FROM fund_rollups
         WHERE records <> 0 EXCEPT SELECT alliance_id, organization_id, year, side::text, cash, records, total
         FROM fund_rollup_truth) x`,
    );
    expect([above, wrong]).toEqual([[], []]);
  });

  test("nothing has arrived from the future", async () => {
    const rows = await demo.rows(
      `SELECT id FROM fund_entries WHERE happened_on > '2026-11-22' OR posted_at > '2026-11-22'
       UNION ALL SELECT id FROM outcome_records WHERE occurred_on > '2026-11-22' OR submitted_at > '2026-11-22'
         OR verified_at > '2026-11-22'`,
    );
    expect(rows).toEqual([]);
  });
});

describe("outcomes", () => {
  test("every record could have been reported: unit, number and evidence as the metric asks", async () => {
    const rows = await demo.rows<{
      title: string;
      day: string;
      year: number;
      quantity: string;
      natural_key: string | null;
      file_id: string | null;
      aggregation: "sum";
      unit_zh: string;
      year_basis: "calendar";
      reportable: boolean;
      evidence_required: boolean;
    }>(
      `SELECT r.title, r.occurred_on::text AS day, r.year, r.quantity::text AS quantity, r.natural_key, r.file_id,
         m.aggregation, m.unit_zh, m.year_basis, m.reportable, m.evidence_required
       FROM outcome_records r JOIN metric_definitions m ON m.code = r.metric_code`,
    );
    const faulty = rows.filter((row) => {
      const metric = {
        aggregation: row.aggregation,
        unitZh: row.unit_zh,
        reportable: row.reportable,
        evidenceRequired: row.evidence_required,
      };
      const reported = {
        occurredOn: row.day,
        quantity: row.quantity,
        naturalKey: row.natural_key ?? undefined,
        fileId: row.file_id ?? undefined,
      };
      return (
        !checkReport(metric, reported, "2026-11-22").ok ||
        yearOf(row.day, row.year_basis) !== row.year
      );
    });
    expect(faulty.map(({ title }) => title)).toEqual([]);
    expect(rows.length).toBeGreaterThan(900);
  });

  test("persons ≤ attendances ≤ person-days in every sample training (domain 4.1 rule 1)", async () => {
    const rows = await demo.rows(
      `SELECT split_part(title, '（', 1) AS training, organization_id,
         max(quantity) FILTER (WHERE metric_code = 'M40') AS persons,
         max(quantity) FILTER (WHERE metric_code = 'M39') AS attendances,
         max(quantity) FILTER (WHERE metric_code = 'M41') AS days
       FROM outcome_records WHERE title LIKE '示例培训 %' GROUP BY 1, 2`,
    );
    expect(rows.length).toBeGreaterThan(40);
    const wrong = rows.filter(
      (row) =>
        Number(row.persons) > Number(row.attendances) || Number(row.attendances) > Number(row.days),
    );
    expect(wrong).toEqual([]);
  });

  test("Suzhou has published, verified, submitted and returned results of every year since 2023", async () => {
    const rows = await demo.rows<{ state: string }>(
      `SELECT DISTINCT r.state FROM outcome_records r JOIN alliances a ON a.id = r.alliance_id
       WHERE a.slug = 'suzhou-robotics' ORDER BY 1`,
    );
    expect(rows.map(({ state }) => state).sort()).toEqual([
      "published",
      "returned",
      "submitted",
      "verified",
    ]);
    const [row] = await demo.rows<{ reason: string }>(
      "SELECT return_reason AS reason FROM outcome_records WHERE title LIKE '%近50余项%' AND state = 'returned'",
    );
    expect(row?.reason).toContain("相互矛盾");
  });
});

describe("open bids", () => {
  test("one call in each phase; the one that nobody has opened opens with this server's secret", async () => {
    const rows = await demo.rows<{ state: string }>("SELECT DISTINCT state::text FROM calls");
    expect(rows.map(({ state }) => state).sort()).toEqual([...callStates].sort());
    const sealed = await demo.rows<{ key: Buffer; locked: Buffer; sealed: Buffer; sha256: string }>(
      `SELECT c.seal_public_key AS key, c.seal_key AS locked, b.sealed, b.sha256 FROM bids b JOIN calls c ON c.id = b.call_id
       WHERE c.state = 'closed'`,
    );
    expect(sealed).toHaveLength(3);
    for (const bid of sealed) {
      const content = bytesOpenerOf(bid.key, bid.locked)(bid.sealed).toString("utf8");
      expect(sealedContent.parse(JSON.parse(content)).round).toBe(1);
      expect(createHash("sha256").update(bid.sealed).digest("hex")).toBe(bid.sha256);
    }
  });
});
