import { readFileSync } from "node:fs";
import { beforeAll, test } from "vitest";
import { list } from "@/lib/features/memberships/procedures";
import { anonymous } from "@/lib/platform/auth/actor";
import { ask } from "@/lib/platform/corridor/faces";
import { useDatabase } from "../../support/database";
import pg from "pg";
const base = useDatabase();
beforeAll(async () => {
  const c = new pg.Client(base.url); await c.connect();
  await c.query(readFileSync("scripts/run/bench/fixture.sql", "utf8").split("CREATE FUNCTION bench_outcomes")[0] ?? "");
  await c.query("VACUUM ANALYZE"); await c.end();
});
const actor = { ...anonymous, userId: "00000008-0000-8000-8000-000000000001", roles: [{ role: "secretariat" as const, allianceId: "00000001-0000-8000-8000-000000000001", organizationId: null }] };
const time = async (name: string, input: object) => {
  const call = { actor, tenant: "bench" };
  for (let i = 0; i < 10; i++) await ask(list, call, input);
  const t = performance.now(); const n = 100;
  for (let i = 0; i < n; i++) await ask(list, call, input);
  console.log(name, ((performance.now() - t) / n).toFixed(2), "ms");
};
test("perf", async () => {
  const ex = async (sql: string) => console.log((await base.db().$queryRawUnsafe<{ "QUERY PLAN": string }[]>("EXPLAIN (ANALYZE, BUFFERS OFF) " + sql)).map((r) => r["QUERY PLAN"]).join("\n"));
  await ex(`select count(*)::int from membership_periods p JOIN memberships m ON m.id = p.membership_id WHERE p.alliance_id = '00000001-0000-8000-8000-000000000001'::uuid AND p.valid_from <= '2026-11-22'::date AND coalesce(p.valid_to, 'infinity') >= '2026-11-22'::date`);
  await ex(`select count(*)::int from membership_periods p WHERE p.alliance_id = '00000001-0000-8000-8000-000000000001'::uuid AND p.valid_from <= '2026-11-22'::date AND coalesce(p.valid_to, 'infinity') >= '2026-11-22'::date`);
  await ex(`SELECT m.id, m.number, m.organization_id, m.is_lead, p.position, p.valid_from, p.valid_to, o.pinyin AS sort_key, o.pinyin AS sort_name, m.number AS sort_number FROM organizations o, membership_periods p JOIN memberships m ON m.id = p.membership_id WHERE p.alliance_id = '00000001-0000-8000-8000-000000000001'::uuid AND p.valid_from <= '2026-11-22'::date AND coalesce(p.valid_to, 'infinity') >= '2026-11-22'::date and o.id=m.organization_id order by sort_key, sort_name, sort_number limit 50 offset 0`);

  await time("plain page 50", { pageSize: 50 });
  await time("page 100 of it", { pageSize: 50, page: 100 });
  await time("kind", { pageSize: 50, kind: "government" });
  await time("q", { pageSize: 50, q: "sldw99" });
  await time("sort number", { pageSize: 50, sort: "-number" });
  await time("all", { pageSize: 50, status: "all" });
  await time("asOf", { pageSize: 50, asOf: "2024-01-01" });
});
