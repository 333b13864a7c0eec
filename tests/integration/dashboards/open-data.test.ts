import { beforeAll, describe, expect, test } from "vitest";
import { openDataProcedure } from "@/lib/features/dashboards/procedures";
import { type Actor, anonymous } from "@/lib/platform/auth/actor";
import { ask } from "@/lib/platform/corridor/faces";
import { createMembership, createOrganization } from "@/prisma/seed/factories/basics";
import { useDatabase } from "@/tests/support/database";
import { createStage } from "../outcomes/support";
import { createCaller, restOf } from "../rest/call";

const { db } = useDatabase();
let stage: Awaited<ReturnType<typeof createStage>>;

beforeAll(async () => {
  stage = await createStage(db());
  const allianceId = stage.alliance.id;
  const firms = [];
  for (let place = 0; place < 3; place += 1) {
    const firm = await createOrganization(db(), { kind: "enterprise" });
    await createMembership(db(), { allianceId, organizationId: firm.id });
    firms.push(firm.id);
  }
  const result = (organizationId: string, quantity: string, state: "published" | "verified") => ({
    allianceId,
    organizationId,
    metricCode: "M41",
    title: "示例成果",
    year: 2025,
    occurredOn: new Date("2025-06-01T00:00:00Z"),
    quantity,
    state,
    verifiedAt: new Date(),
  });
  await db().outcomeRecord.createMany({
    data: [
      ...firms.map((id) => result(id, "100", "published")),
      result(stage.school.id, "41", "published"),
      result(stage.school.id, "900", "verified"),
    ],
  });
});

const by = (actor: Actor) => ({ actor, tenant: stage.alliance.slug });

describe("dashboards.openData", () => {
  test("A-75 published results only, the same for everybody, and one school's number is not to be found", async () => {
    const found = await ask(openDataProcedure, by(anonymous), {});
    const again = await ask(openDataProcedure, by(stage.secretariat), {});
    expect(again.results).toEqual(found.results);
    expect(found.results.filter((line) => line.kind === "vocational_college")).toMatchObject([
      { value: null, heldBack: true },
      { value: null, heldBack: true },
    ]);
    const text = JSON.stringify(found.results);
    for (const number of ["41.00", "900.00", "941.00"]) expect(text).not.toContain(`"${number}"`);
  });

  test("as CSV for whoever asks for a table, as JSON else", async () => {
    const rest = restOf([openDataProcedure]);
    const { key } = await createCaller(db(), "observer", { allianceId: stage.alliance.id });
    const slug = stage.alliance.slug;
    const headers = { accept: "text/csv", authorization: `Bearer ${key}` };
    const table = await rest.call(openDataProcedure, slug, {}, { headers });
    expect(table.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(table.text.split("\r\n")[0]).toContain("code");
    expect(table.text).toContain("held_back");
    const json = await rest.call(openDataProcedure, slug, {}, { key });
    expect(json.headers.get("content-type")).toBe("application/json");
    const lines = table.text.trim().split("\r\n").length - 1;
    const { results, figures } = json.body as { results: unknown[]; figures: unknown[] };
    expect(lines).toBe(results.length + figures.length);
  });
});
