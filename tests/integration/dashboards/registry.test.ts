import { beforeAll, describe, expect, test } from "vitest";
import { getDashboardProcedure, picturesProcedure } from "@/lib/features/dashboards/procedures";
import { getDashboard } from "@/lib/features/dashboards/queries/get";
import { metricValues } from "@/lib/features/dashboards/queries/values";
import type { MetricNumber } from "@/lib/features/dashboards/schema";
import {
  type CountSource,
  countedMetrics,
  domainCodes,
  moneyMetrics,
} from "@/lib/features/metrics/types";
import { skillLevels } from "@/lib/features/people/types";
import { compareAlliancesProcedure } from "@/lib/features/regions/procedures";
import { againstTargets } from "@/lib/features/targets/queries/of";
import { type Actor, anonymous, type RoleHeld } from "@/lib/platform/auth/actor";
import { ask } from "@/lib/platform/corridor/faces";
import { findTenant } from "@/lib/platform/corridor/tenant";
import type { Tenant } from "@/lib/platform/corridor/use-case";
import { database } from "@/lib/platform/db/client";
import type { Db } from "@/lib/platform/db/transaction";
import { useDemo } from "../demo/support";
import { behind, isOpen } from "./lists";
import { readerOf } from "./reader";

/*
 * Done when: for every metric the list's total equals the tile (behaviour 4.5). By machine: every registered number, for
 * every role that anybody has in the demonstration, with every filter of the page.
 */
const demo = useDemo("2026-11-22");
const slugs = ["suzhou-robotics", "xiyong-west-valley"] as const;
const readers: { slug: string; tenant: Tenant; actor: Actor; role: string }[] = [];
let member: Record<string, string> = {};

beforeAll(async () => {
  const held = await demo.rows<RoleHeld & { slug: string; userId: string; personId: string }>(
    `SELECT DISTINCT ON (a.slug, g.role) a.slug, g.role::text AS role, g.alliance_id AS "allianceId",
       g.organization_id AS "organizationId", u.id AS "userId", u.person_id AS "personId"
     FROM role_grants g JOIN users u ON u.id = g.user_id JOIN alliances a ON a.id = g.alliance_id ORDER BY a.slug, g.role, u.id`,
  );
  const tenants = await demo.rows<{ slug: string; organizationId: string }>(
    `SELECT DISTINCT ON (a.slug) a.slug, r.organization_id AS "organizationId" FROM outcome_rollups r
     JOIN alliances a ON a.id = r.alliance_id ORDER BY a.slug, r.records DESC`,
  );
  member = Object.fromEntries(tenants.map((row) => [row.slug, row.organizationId]));
  for (const slug of [...new Set([...held.map((row) => row.slug), ...slugs])]) {
    const tenant = await findTenant(database(), slug);
    if (!tenant) continue;
    for (const { userId, personId, role, allianceId, organizationId } of held.filter(
      (row) => row.slug === slug,
    )) {
      const actor: Actor = {
        ...anonymous,
        userId,
        personId,
        via: "session",
        roles: [{ role, allianceId, organizationId }],
      };
      readers.push({ slug, tenant, actor, role });
    }
    readers.push({ slug, tenant, actor: anonymous, role: "public" });
  }
});

const years = { from: 2019, to: 2026 };
/** One number of each list. */
const countedCodes = [
  ...new Map(countedMetrics.map(({ source, code }) => [source, code])).values(),
];

async function expectEqual(
  reader: (typeof readers)[number],
  number: MetricNumber,
  note: string,
): Promise<void> {
  const call = { actor: reader.actor, tenant: reader.slug };
  const found = await behind(call, number);
  const where = `${reader.slug} ${reader.role} ${number.code} ${note}`;
  expect(found.records, where).toBe(number.records);
  if (found.value !== undefined && number.records > 0) {
    expect(Number(found.value), where).toBe(Number(number.value));
  }
}

describe("the registry of numbers", () => {
  test("for every registered metric and every role the list's total equals the tile", async () => {
    expect(readers.length).toBeGreaterThan(15);
    let compared = 0;
    for (const reader of readers) {
      const scope = readerOf(reader.tenant, reader.actor);
      const all = [...countedMetrics, ...moneyMetrics].map(({ code }) => code);
      for (const layer of ["approved", "live"] as const) {
        const numbers = await metricValues(database(), scope, {
          ...years,
          layer,
          codes: [...all, ...domainCodes],
        });
        expect(new Set(numbers.map(({ code }) => code)).size).toBe(all.length + domainCodes.length);
        for (const number of numbers) {
          if (number.state === "not-allowed") continue;
          if (layer === "live" && number.source !== "outcomes") continue;
          await expectEqual(reader, number, layer);
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(500);
  }, 300_000);

  test("a number is withheld from exactly those to whom its list is closed", async () => {
    let closed = 0;
    for (const reader of readers) {
      const call = { actor: reader.actor, tenant: reader.slug };
      const scope = readerOf(reader.tenant, reader.actor);
      const filter = { ...years, layer: "approved", codes: countedCodes } as const;
      for (const { source, state } of await metricValues(database(), scope, filter)) {
        const opens = await isOpen(call, source as CountSource);
        expect(state, `${reader.slug} ${reader.role} ${source}`).toBe(
          opens ? "value" : "not-allowed",
        );
        if (!opens) closed += 1;
      }
    }
    expect(closed).toBeGreaterThan(0);
  }, 300_000);

  test("with one member, or with members of one kind, the list's total still equals the tile", async () => {
    let compared = 0;
    for (const reader of readers) {
      const scope = readerOf(reader.tenant, reader.actor);
      for (const chosen of [{ organizationId: member[reader.slug] }, { kind: "enterprise" }]) {
        const filter = { ...years, ...chosen, layer: "approved" } as const;
        for (const number of await metricValues(database(), scope, filter)) {
          // The summary of funds does not name givers to those who read the public part.
          if (!number.drill || number.drill.list === "funds") continue;
          await expectEqual(reader, number, JSON.stringify(chosen));
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(500);
  }, 300_000);

  test("as of a past day the list's total equals the tile, and what has no past shows no number", async () => {
    let compared = 0;
    let bare = 0;
    for (const reader of readers) {
      const scope = readerOf(reader.tenant, reader.actor);
      const codes = [...countedCodes, ...moneyMetrics.map(({ code }) => code), ...domainCodes];
      for (const layer of ["approved", "live"] as const) {
        const asOf = layer === "live" ? "2025-12-31" : "2026-10-31";
        const filter = { ...years, layer, asOf, codes };
        for (const number of await metricValues(database(), scope, filter)) {
          if (number.state === "not-allowed") continue;
          if (number.state === "no-past") {
            expect([number.value, number.drill, number.years]).toEqual([null, null, []]);
            bare += 1;
            continue;
          }
          expect(["members", "funds", "outcomes"]).toContain(number.source);
          expect(number.drill?.search.asOf).toBe(asOf);
          if (number.records === 0) continue;
          await expectEqual(reader, number, `${layer} as of ${asOf}`);
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(50);
    expect(bare).toBeGreaterThan(50);
  }, 300_000);

  test("the same metric on two pages gives the same number for the same filter", async () => {
    for (const reader of readers) {
      const call = { actor: reader.actor, tenant: reader.slug };
      const board = await ask(getDashboardProcedure, call, { from: "2019", to: "2026" });
      const scope = readerOf(reader.tenant, reader.actor);
      const codes = board.numbers.map(({ code }) => code);
      const again = await metricValues(database(), scope, { ...years, layer: "approved", codes });
      const values = (numbers: readonly MetricNumber[]) =>
        Object.fromEntries(numbers.map(({ code, value }) => [code, value]));
      expect(values(again)).toEqual(values(board.numbers));
    }
  });

  test("beside a member's targets and beside other alliances stand the numbers of the registry", async () => {
    let compared = 0;
    for (const reader of readers.filter(({ role }) => role === "secretariat")) {
      const { slug, tenant, actor } = reader;
      const scope = readerOf(tenant, actor);
      const read = async (filter: { from: number; to: number; organizationId?: string }) => {
        const numbers = await metricValues(database(), scope, { ...filter, layer: "approved" });
        return new Map(numbers.map(({ code, value }) => [code, Number(value)]));
      };
      const organizationId = member[slug];
      if (organizationId) {
        const numbers = await read({ from: 2026, to: 2026, organizationId });
        const views = await againstTargets(database(), tenant.id, { organizationId, year: 2026 });
        for (const { metricCode, achieved } of views) {
          expect(Number(achieved), `${slug} ${metricCode}`).toBe(numbers.get(metricCode) ?? 0);
          compared += 1;
        }
      }
      const numbers = await read(years);
      const side = await ask(
        compareAlliancesProcedure,
        { actor },
        { alliances: slug, from: "2019", to: "2026" },
      );
      for (const { code, cells } of side.rows.filter((row) => /^(members$|M)/.test(row.code))) {
        expect(Number(cells[0]?.value), `${slug} ${code}`).toBe(numbers.get(code));
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(10);
  });

  test("the pictures show what the tiles show: money in and out by party, eight levels; a visitor no party", async () => {
    const [reader] = readers.filter((one) => one.slug === slugs[0] && one.role === "secretariat");
    if (!reader) throw new Error("the demonstration has a secretariat");
    const call = { actor: reader.actor, tenant: reader.slug };
    const { flow, ladder, promotions } = await ask(picturesProcedure, call, {});
    const numbers = await metricValues(database(), readerOf(reader.tenant, reader.actor), {
      from: 1980,
      to: 2100,
      layer: "approved",
      codes: ["money-received-cash", "money-spent-cash"],
    });
    const tile = (code: string) => Number(numbers.find((one) => one.code === code)?.value);
    const passing = (side: "from" | "to", kinds: readonly string[]) =>
      (flow?.links ?? [])
        .filter((link) => kinds.includes(flow?.nodes[link[side]]?.kind ?? ""))
        .filter((link) => flow?.nodes[link.to]?.kind !== "open")
        .reduce((sum, { value }) => sum + Number(value), 0);
    expect(passing("from", ["giver", "others-give"])).toBe(tile("money-received-cash"));
    expect(passing("to", ["spender", "others-spend"])).toBe(tile("money-spent-cash"));
    expect(tile("money-received-cash")).toBeGreaterThan(0);
    expect(ladder.map(({ level }) => level)).toEqual(skillLevels);
    expect(promotions).toEqual([
      { year: 2025, people: 13 },
      { year: 2026, people: 9 },
    ]);
    const shown = await ask(picturesProcedure, { actor: anonymous, tenant: reader.slug }, {});
    expect(shown.flow).toBeNull();
  });

  test("a dashboard asks the database at most once per storey", async () => {
    const [reader] = readers.filter(({ role }) => role === "secretariat");
    if (!reader) throw new Error("the demonstration has a secretariat");
    const counted = counting(database());
    const scope = readerOf(reader.tenant, reader.actor);
    const board = await getDashboard(counted.db, scope, { status: "approved" });
    expect(board.numbers.filter(({ state }) => state === "value").length).toBeGreaterThan(12);
    expect(counted.statements()).toBeLessThanOrEqual(4);
    const past = counting(database());
    await getDashboard(past.db, scope, { status: "live", asOf: "2026-10-31" });
    expect(past.statements()).toBeLessThanOrEqual(4);
  });
});

/** The database with its statements counted. */
function counting(db: Db): { db: Db; statements: () => number } {
  let statements = 0;
  const counted = new Proxy(db, {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown;
      if (name === "$queryRaw" || name === "$executeRaw") statements += 1;
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return { db: counted, statements: () => statements };
}
