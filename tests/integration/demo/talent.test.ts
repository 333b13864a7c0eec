import { expect, test } from "vitest";
import { classSummaryQuery } from "@/lib/features/classes/procedures";
import {
  programmeOverlapQuery,
  programmeOverviewQuery,
} from "@/lib/features/programmes/procedures";
import {
  draftReportCommand,
  getReportQuery,
  listReportsQuery,
} from "@/lib/features/talent/procedures/reports";
import { permille } from "@/lib/features/talent/rules/figures";
import { demandStates, matchStates } from "@/lib/features/talent/types";
import { anonymous } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { database } from "@/lib/platform/db/client";
import { createActor } from "@/tests/support/actors";
import { useDemo } from "./support";

const demo = useDemo("2026-11-22");

async function technicians() {
  const [row] = await demo.rows<{ id: string }>(
    "SELECT id FROM alliances WHERE slug = 'technician-schools'",
  );
  const allianceId = row?.id ?? "";
  const actor = await createActor(database(), "secretariat", { allianceId });
  return { allianceId, call: { actor, tenant: "technician-schools" } };
}

test("domain 5.4 by records: 51 schools, 124 programmes, 414 offerings, 305 of them for key industries = 73.7 %", async () => {
  const { allianceId, call } = await technicians();
  const [members] = await demo.rows<{ n: number }>(
    `SELECT count(*)::int AS n FROM memberships m JOIN organizations o ON o.id = m.organization_id
     WHERE m.alliance_id = $1 AND o.kind = 'technician_school'`,
    [allianceId],
  );
  expect(members?.n).toBe(51);
  const overview = await ask(programmeOverviewQuery, call, {});
  expect(overview).toMatchObject({
    programmes: 124,
    offerings: 414,
    fit: { part: 305, whole: 414 },
  });
  expect(permille(overview.fit)).toBe(737);
});

test("domain 5.4 by records: order training at 27 schools with 6,526 students, the same as the published outcomes", async () => {
  const { call } = await technicians();
  expect(await ask(classSummaryQuery, call, {})).toMatchObject({
    orderSchools: 27,
    orderStudents: 6526,
  });
  const [outcomes] = await demo.rows<{ n: number }>(
    "SELECT sum(quantity)::int AS n FROM outcome_records WHERE metric_code = 'M47' AND year = 2019",
  );
  expect(outcomes?.n).toBe(6526);
});

test("the published fit report holds what the records give, and everybody reads it", async () => {
  const { call } = await technicians();
  const visitor = { actor: anonymous, tenant: "technician-schools" };
  const { items } = await ask(listReportsQuery, visitor, {});
  expect(items).toMatchObject([{ kind: "fit", year: 2019, edition: 1, state: "published" }]);
  const published = await ask(getReportQuery, visitor, { reportId: items[0]?.id ?? "" });
  const correction = "示例：核对";
  const input = { kind: "fit", year: 2019, issuerId: published.issuer.id, correction } as const;
  const again = await perform(draftReportCommand, call, input);
  if (!again.ok) throw new Error(again.reason);
  const counted = await ask(getReportQuery, call, { reportId: again.value.id });
  expect(counted.snapshot).toEqual(published.snapshot);
  expect(counted.sha256).toBe(published.sha256);
});

test.each([
  ["bulletin", 2026],
  ["key_industries", 2025],
] as const)(
  "S002-56 the published %s of Suzhou (%d) holds what the records give, and a visitor reads it",
  async (kind, year) => {
    const visitor = { actor: anonymous, tenant: "suzhou-robotics" };
    const { items } = await ask(listReportsQuery, visitor, { kind });
    expect(items).toMatchObject([{ kind, year, edition: 1, state: "published" }]);
    const published = await ask(getReportQuery, visitor, { reportId: items[0]?.id ?? "" });
    const [row] = await demo.rows<{ id: string }>(
      "SELECT id FROM alliances WHERE slug = 'suzhou-robotics'",
    );
    const actor = await createActor(database(), "secretariat", { allianceId: row?.id ?? "" });
    const call = { actor, tenant: "suzhou-robotics" };
    const again = await perform(draftReportCommand, call, {
      kind,
      year: 2026,
      issuerId: published.issuer.id,
      correction: "示例：核对",
    });
    if (!again.ok) throw new Error(again.reason);
    const counted = await ask(getReportQuery, call, { reportId: again.value.id });
    expect(counted.snapshot).toEqual(published.snapshot);
    expect(counted.sha256).toBe(published.sha256);
  },
);

test("Suzhou: thirteen programmes, a demand and a match in each state", async () => {
  const call = { actor: anonymous, tenant: "suzhou-robotics" };
  expect(await ask(programmeOverviewQuery, call, {})).toMatchObject({
    programmes: 13,
    offerings: 13,
  });
  const demands = await demo.rows<{ state: string }>(
    `SELECT DISTINCT CASE WHEN state IN ('open', 'partly_matched') AND expires_on < '2026-11-22' THEN 'expired'
       ELSE state::text END AS state FROM talent_demands`,
  );
  expect(demands.map(({ state }) => state).sort()).toEqual([...demandStates].sort());
  const matches = await demo.rows<{ state: string }>(
    "SELECT DISTINCT state::text FROM talent_matches",
  );
  expect(matches.map(({ state }) => state).sort()).toEqual([...matchStates].sort());
});

test("the matrix of the technician schools: every programme is taught at three or four of them", async () => {
  const { call } = await technicians();
  const overlap = await ask(programmeOverlapQuery, call, { pageSize: 100 });
  expect(overlap.total).toBe(124);
  expect(new Set(overlap.items.map(({ schools }) => schools.length))).toEqual(new Set([3, 4]));
});
