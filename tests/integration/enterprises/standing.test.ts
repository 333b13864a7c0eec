import { beforeAll, describe, expect, test } from "vitest";
import { enterpriseStandingProcedure } from "@/lib/features/enterprises/procedures";
import { dateOf } from "@/lib/kernel/dates";
import type { Actor, Role } from "@/lib/platform/auth/actor";
import { ask } from "@/lib/platform/corridor/faces";
import {
  createAlliance,
  createMembership,
  createOrganization,
} from "@/prisma/seed/factories/basics";
import { createCommitmentRow, createProjectWithParties } from "@/prisma/seed/factories/projects";
import { createActor } from "../../support/actors";
import { useDatabase } from "../../support/database";

const { db } = useDatabase();

async function createWorld() {
  const alliance = await createAlliance(db());
  const other = await createAlliance(db());
  const company = await createOrganization(db());
  const rival = await createOrganization(db());
  const school = await createOrganization(db(), { kind: "vocational_college" });
  const stranger = await createOrganization(db());
  for (const { id } of [company, rival, school]) {
    await createMembership(db(), { allianceId: alliance.id, organizationId: id });
  }
  await createMembership(db(), { allianceId: other.id, organizationId: stranger.id });
  const asked = await createProjectWithParties(db(), {
    allianceId: alliance.id,
    organizationIds: [school.id, company.id],
    state: "partners_confirming",
    title: "示例：待本企业确认",
  });
  const running = await createProjectWithParties(db(), {
    allianceId: alliance.id,
    organizationIds: [school.id, company.id],
    state: "running",
    codeYear: 2026,
    codeNumber: 1,
    registeredAt: dateOf("2026-01-15"),
    title: "示例：实施中的项目",
  });
  const of = { allianceId: alliance.id, projectId: running.id, organizationId: company.id };
  await createCommitmentRow(db(), { ...of, amount: "20000.00", dueOn: dateOf("2026-02-01") });
  await createCommitmentRow(db(), { ...of, amount: "700.00", dueOn: dateOf("2199-01-01") });
  await createCommitmentRow(db(), { ...of, amount: "5.00", state: "proposed", proof: null });
  return { alliance, other, company, rival, school, stranger, asked, running };
}
let world: Awaited<ReturnType<typeof createWorld>>;
let contact: Actor;
beforeAll(async () => {
  world = await createWorld();
  contact = await person("enterprise_contact", world.company.id);
});

const person = (role: Role, organizationId: string | null = null) =>
  createActor(db(), role, { allianceId: world.alliance.id, organizationId });
const standing = (actor: Actor, input: { organization?: string; year?: number } = {}) =>
  ask(enterpriseStandingProcedure, { actor, tenant: world.alliance.slug }, input);

describe("an enterprise's own page", () => {
  test("what it owes: partners to answer, and promises that are due and not received", async () => {
    const { organization, owed } = await standing(contact);
    expect(organization.name).toBe(world.company.name);
    expect(owed).toMatchObject([
      { kind: "promise", id: world.running.id, amount: "20000.00", late: true, on: "2026-02-01" },
      { kind: "answer_project", id: world.asked.id, late: false, amount: null },
    ]);
  });

  test("six numbers, and what is only proposed is in none of them", async () => {
    const { money, projects } = await standing(contact);
    expect(money).toEqual({
      promised: { cash: "20700.00", inKind: "0.00" },
      received: { cash: "0.00", inKind: "0.00" },
      spent: { cash: "0.00", inKind: "0.00" },
    });
    // A partner that has not answered is none as yet.
    expect(projects).toEqual({ running: 1, all: 1 });
  });

  test("evidence is what is confirmed, with its paper, by the year", async () => {
    const { evidence, evidenceCount, years } = await standing(contact, { year: 2026 });
    expect(evidence.map(({ kind, paper, amount }) => ({ kind, paper, amount }))).toEqual(
      expect.arrayContaining([
        { kind: "promise", paper: "示例协议 01", amount: "20000.00" },
        { kind: "promise", paper: "示例协议 01", amount: "700.00" },
      ]),
    );
    expect([evidenceCount, years]).toEqual([2, [2026]]);
    expect((await standing(contact, { year: 2025 })).evidence).toEqual([]);
  });

  test("an enterprise without anything has an empty page, not a missing one", async () => {
    const empty = await standing(await person("enterprise_contact", world.rival.id));
    expect(empty).toMatchObject({ owed: [], evidence: [], evidenceCount: 0, years: [] });
    expect(empty.problems).toEqual({ posted: 0, running: 0, solved: 0 });
  });
});

describe("private by default", () => {
  test("the secretariat reads that of a member; nobody else's contact does", async () => {
    const organization = world.company.id;
    const seen = await standing(await person("secretariat"), { organization });
    expect(seen.owed).toHaveLength(2);
    const rival = await person("enterprise_contact", world.rival.id);
    await expect(standing(rival, { organization })).rejects.toMatchObject({ code: "forbidden" });
  });
  test.each(["chair", "delegate", "supervisor", "expert", "observer", "platform_admin"] as const)(
    "a %s has no such right",
    async (role) => {
      const actor = await createActor(
        db(),
        role,
        role === "platform_admin" ? {} : { allianceId: world.alliance.id },
      );
      await expect(standing(actor, { organization: world.company.id })).rejects.toMatchObject({
        code: "forbidden",
      });
    },
  );
  test("A-01 an organization that has nothing to do with the alliance is not there", async () => {
    const secretariat = await person("secretariat");
    await expect(standing(secretariat, { organization: world.stranger.id })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
