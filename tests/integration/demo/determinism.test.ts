import { describe, expect, test } from "vitest";
import { useDemo } from "./support";

/*
 * The same command gives the same rows, with the same ids, on every machine. Only what must lie ahead is dated from the
 * day of loading (contract, section 3).
 */
const TODAY = "2026-11-22";
const first = useDemo(TODAY);
const second = useDemo(TODAY);
const later = useDemo("2027-03-01");

type Demo = typeof first;

/** Salted and sealed anew at every loading: passwords, and the bids of the call that nobody has opened. */
const content =
  "CASE WHEN to_jsonb(t) ->> 'state' = 'sealed' THEN to_jsonb(t) - 'sha256' ELSE to_jsonb(t) END - '{password_hash,sealed,seal_key,seal_public_key}'::text[]";

async function tablesOf(demo: Demo): Promise<string[]> {
  const rows = await demo.rows<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT LIKE '\\_prisma%' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

async function print(demo: Demo): Promise<Record<string, string>> {
  const prints: Record<string, string> = {};
  for (const table of await tablesOf(demo)) {
    const [row] = await demo.rows<{ hash: string }>(
      `SELECT count(*) || ' ' || md5(coalesce(string_agg((${content})::text, E'\\n' ORDER BY (${content})::text), '')) AS hash
       FROM ${table} t`,
    );
    prints[table] = row?.hash ?? "";
  }
  return prints;
}

/** Rows of a table that two loadings do not share, as the first of them has them. */
async function differing(table: string): Promise<Record<string, unknown>[]> {
  const all = async (demo: Demo) =>
    demo.rows<{ row: Record<string, unknown> }>(`SELECT ${content} AS row FROM ${table} t`);
  const known = new Set((await all(later)).map(({ row }) => JSON.stringify(row)));
  return (await all(first)).map(({ row }) => row).filter((row) => !known.has(JSON.stringify(row)));
}

describe("two machines, one day", () => {
  test("identical ids and rows in every table", async () => {
    const prints = await print(first);
    expect(await print(second)).toEqual(prints);
    expect(Object.values(prints).filter((text) => !text.startsWith("0 ")).length).toBeGreaterThan(
      35,
    );
  });

  test("a second loading writes nothing", async () => {
    const before = await print(second);
    expect(await second.load()).toBe(false);
    expect(await print(second)).toEqual(before);
  });

  test("two at once load it once", async () => {
    expect(await Promise.all([first.load(), first.load()])).toEqual([false, false]);
    expect(await print(first)).toEqual(await print(second));
  });
});

/** Tables whose rows wait for somebody or lie ahead, with the condition that tells those rows. */
const ahead: Record<string, (row: Record<string, unknown>) => boolean> = {
  meetings: (row) => row.state === "noticed" || row.state === "open",
  // The vote that is open for ninety days, its seats, and the interest declared for it; who was called to what lies ahead.
  meeting_seats: (row) => row.delivered_at !== null,
  interests: () => true,
  recusals: (row) => row.state === "declared",
  votes: (row) => row.state === "open",
  membership_applications: (row) =>
    ["checking", "supplement", "recommended"].includes(String(row.state)),
  application_messages: (row) => row.kind === "question",
  representatives: (row) => row.letter_until === "2026-12-22",
  terms: (row) => row.ends_on === "2027-07-20",
  seat_delegates: (row) => row.letter_until === "2027-01-06",
  projects: (row) => row.code_number === null,
  tasks: (row) => row.state === "running" || row.state === "reported",
  project_parties: () => true,
  project_events: () => true,
  // One that runs for years, one about to expire, one in the legal check; and the call that stays open.
  agreements: (row) => row.valid_to !== null,
  colleges: (row) => row.state === "feasibility",
  college_rectifications: (row) => row.accepted_on === null,
  placement_calls: () => true,
  equipment_bookings: () => true,
  fund_commitments: (row) => row.state === "proposed" || row.due_on !== null,
  talent_demands: (row) => row.state !== "filled" && row.state !== "withdrawn",
  talent_demand_events: (row) => row.step !== "filled" && row.step !== "withdraw",
  // The bulletin counts those demands; catalogue and fit report are of closed years.
  talent_reports: (row) => row.kind === "bulletin",
  // The next election takes nominations; one call stands in each step, until the project that it became has a number.
  elections: (row) => row.state === "nominating",
  election_candidates: (row) => row.eligible === null,
  calls: (row) => !["executing", "accepting", "accepted", "archived"].includes(String(row.state)),
  call_events: () => true,
  call_experts: () => true,
  need_opinions: () => true,
  bids: () => true,
  bid_scores: () => true,
  living_list_items: (row) => row.state === "active",
  // Numbered in the year of their publication.
  counters: (row) => row.series === "call",
  // The last one is applied on the day of loading: the past of a total ends where it stands now.
  correction_cases: () => true,
  outcome_versions: () => true,
  // The other side has nine days left.
  outcome_co_claims: (row) => row.state === "proposed",
  // The annual report in hand; last year's is the same whenever it is loaded.
  editions: (row) => row.state === "drafting",
  edition_sections: () => true,
  edition_figures: (row) => row.period !== "2025",
  edition_texts: () => true,
  edition_events: () => true,
  edition_number_checks: () => true,
  typical_cases: () => true,
  typical_case_sources: () => true,
  typical_case_links: (row) => row.frozen_at !== null,
  // The quarter that is open, and everything that is reported in it.
  reporting_cycles: (row) => row.period_from === "2026-07-01",
  obligations: (row) => row.approved_at === null || row.state === "approved",
  report_values: () => true,
  report_value_versions: () => true,
  // Two evaluations that run; last year's is the same whenever it is loaded.
  evaluation_rounds: (row) => row.resolution_id === null,
  evaluation_subjects: (row) => row.grade === null,
  evaluation_seats: () => true,
  evaluation_events: () => true,
  // The day of the next mail.
  dashboard_subscriptions: () => true,
  // A total by year of the promises above.
  fund_rollups: (row) => row.side === "proposed",
  fund_spans: (row) => row.side === "proposed",
  fund_rollup_days: (row) => row.side === "proposed",
};

describe("another day", () => {
  test("only what waits or lies ahead is dated from the day of loading", async () => {
    const [before, after] = [await print(first), await print(later)];
    const changed = Object.keys(before).filter((table) => before[table] !== after[table]);
    expect(changed.sort()).toEqual(Object.keys(ahead).sort());
    for (const [table, waits] of Object.entries(ahead)) {
      const rows = await differing(table);
      expect(rows.length, table).toBeGreaterThan(0);
      expect(
        rows.filter((row) => !waits(row)),
        table,
      ).toEqual([]);
    }
  });

  test("the parties and events that move belong to projects without a number", async () => {
    for (const table of ["project_parties", "project_events"]) {
      const ids = (await differing(table)).map((row) => row.project_id);
      const [row] = await first.rows<{ n: number }>(
        "SELECT count(*)::int AS n FROM projects WHERE id = ANY($1::uuid[]) AND code_number IS NOT NULL",
        [ids],
      );
      expect(row?.n, table).toBe(0);
    }
  });

  test("the ids are the same whatever the day", async () => {
    for (const table of ["organizations", "projects", "meetings", "outcome_records", "users"]) {
      const sql = `SELECT id FROM ${table} ORDER BY id`;
      expect(await later.rows(sql), table).toEqual(await first.rows(sql));
    }
  });

  test("nothing that waits is late already", async () => {
    const [row] = await later.rows<{ meeting: string; asked: string; partner: string }>(
      `SELECT min(m.scheduled_at)::date::text AS meeting,
         (SELECT (min(state_since) + interval '60 days')::date::text FROM membership_applications WHERE state = 'supplement') AS asked,
         (SELECT (min(state_since) + interval '14 days')::date::text FROM projects WHERE state = 'partners_confirming') AS partner
       FROM meetings m WHERE m.state = 'noticed'`,
    );
    expect(Object.values(row ?? {}).filter((day) => day <= "2027-03-01")).toEqual([]);
  });
});
