import { beforeAll, describe, expect, test } from "vitest";
import { structure } from "@/lib/features/alliances/procedures/alliances";
import {
  getPowerQuery,
  proposePowerCommand,
  stepPowerCommand,
} from "@/lib/features/alliances/procedures/powers";
import {
  addBodyCommand,
  addBranchCommand,
  appointManagerCommand,
  dissolveBodyCommand,
  endManagerCommand,
  getBodyQuery,
  removeBodyCommand,
  saveEntityCommand,
  saveSharesCommand,
  updateBodyCommand,
} from "@/lib/features/alliances/procedures/structure";
import { powerMayBecome } from "@/lib/features/alliances/rules/powers";
import { type PowerState, powerStates } from "@/lib/features/alliances/types";
import { dateOf, dayIn } from "@/lib/kernel/dates";
import { type Actor, anonymous } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createAlliance, createOrganization } from "@/prisma/seed/factories/basics";
import { createBody, createCouncil, createStoredFile } from "@/prisma/seed/factories/governance";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "../../support/database";
import { decide } from "../bodies/decide";

const { db } = useDatabase();
async function scene() {
  const alliance = await createAlliance(db());
  const secretary = await createActor(db(), "secretariat", { allianceId: alliance.id });
  const by = { actor: secretary, tenant: alliance.slug };
  return { alliance, allianceId: alliance.id, secretary, by };
}
type Scene = Awaited<ReturnType<typeof scene>>;
let s: Scene;
let elsewhere: Scene;
beforeAll(async () => {
  s = await scene();
  elsewhere = await scene();
});
let serial = 0;
const body = (at: Scene = s, more: Record<string, unknown> = {}) => {
  serial += 1;
  return createBody(db(), { allianceId: at.allianceId, name: `示例机构 ${serial}`, ...more });
};

describe("bodies", () => {
  test("added, renamed, moved; never below themselves", async () => {
    const top = await body();
    const added = await perform(addBodyCommand, s.by, {
      kind: "special_committee",
      name: "示例专委会",
      parentId: top.id,
      tier: "execution",
    });
    if (!added.ok) throw new Error(added.reason);
    const { id } = added.value;
    expect(
      await perform(updateBodyCommand, s.by, {
        bodyId: id,
        version: 1,
        name: "示例改名",
        tier: "coordination",
      }),
    ).toMatchObject({ value: { version: 2 } });
    expect(await ask(getBodyQuery, s.by, { bodyId: id })).toMatchObject({
      name: "示例改名",
      tier: "coordination",
      parent: null,
      removable: true,
    });
    await perform(updateBodyCommand, s.by, {
      bodyId: id,
      version: 2,
      name: "示例改名",
      parentId: top.id,
    });
    expect(
      await perform(updateBodyCommand, s.by, {
        bodyId: top.id,
        version: 1,
        name: "示例",
        parentId: id,
      }),
    ).toMatchObject({ reason: "body-below-itself" });
    await expect(
      perform(updateBodyCommand, s.by, { bodyId: id, version: 2, name: "示例" }),
    ).rejects.toMatchObject({ code: "stale" });
  });
  test("two moves at once close no circle", async () => {
    const [a, b] = [await body(), await body()];
    const results = await Promise.all([
      perform(updateBodyCommand, s.by, { bodyId: a.id, version: 1, name: a.name, parentId: b.id }),
      perform(updateBodyCommand, s.by, { bodyId: b.id, version: 1, name: b.name, parentId: a.id }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });
  test("a branch below a body, once; a second with the same names is refused", async () => {
    const top = await body();
    const given = { branch: "industry_college" as const, parentId: top.id, prefix: "示例产业学院" };
    const results = await Promise.all([
      perform(addBranchCommand, s.by, given),
      perform(addBranchCommand, s.by, given),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const { bodies } = await ask(structure, s.by, {});
    expect(
      bodies.filter(({ name }) => name.startsWith("示例产业学院")).map(({ kind }) => kind),
    ).toEqual(["college_board", "secretariat"]);
  });
  test("one that has met is dissolved with a date and never removed; an unused one is removed", async () => {
    const council = await createCouncil(db(), {
      allianceId: s.allianceId,
      seats: 1,
      filled: 0,
      name: "示例旧理事会",
    });
    await db().meeting.create({
      data: {
        allianceId: s.allianceId,
        bodyId: council.body.id,
        title: "示例",
        mode: "room",
        state: "closed",
        scheduledAt: new Date(),
      },
    });
    const at = { bodyId: council.body.id, version: 1 };
    expect(await perform(removeBodyCommand, s.by, at)).toMatchObject({ reason: "body-in-use" });
    expect(
      await perform(dissolveBodyCommand, s.by, { ...at, on: "2025-12-31", reason: "示例" }),
    ).toMatchObject({ ok: true });
    expect(await ask(getBodyQuery, s.by, { bodyId: at.bodyId })).toMatchObject({
      dissolvedOn: "2025-12-31",
      meetings: 1,
    });
    expect(
      await perform(dissolveBodyCommand, s.by, {
        ...at,
        version: 2,
        on: "2025-12-31",
        reason: "示例",
      }),
    ).toMatchObject({ reason: "body-dissolved" });
    const slip = await body();
    expect(await perform(removeBodyCommand, s.by, { bodyId: slip.id, version: 1 })).toMatchObject({
      ok: true,
    });
    await expect(ask(getBodyQuery, s.by, { bodyId: slip.id })).rejects.toMatchObject({
      code: "not-found",
    });
  });
  test("not dissolved: with bodies below it, a meeting called, somebody in a seat", async () => {
    const dissolve = (bodyId: string) =>
      perform(dissolveBodyCommand, s.by, { bodyId, version: 1, on: "2025-12-31", reason: "示例" });
    const parent = await body();
    await body(s, { parentId: parent.id });
    expect(await dissolve(parent.id)).toMatchObject({ reason: "body-has-children" });
    const busy = await body();
    await db().meeting.create({
      data: {
        allianceId: s.allianceId,
        bodyId: busy.id,
        title: "示例",
        mode: "room",
        state: "noticed",
        scheduledAt: new Date(),
      },
    });
    expect(await dissolve(busy.id)).toMatchObject({ reason: "body-has-meeting" });
    const seated = await createCouncil(db(), {
      allianceId: s.allianceId,
      seats: 1,
      name: "示例在任理事会",
    });
    expect(await dissolve(seated.body.id)).toMatchObject({ reason: "body-has-seats" });
  });
  test("A-01 A-04 bodies of another alliance are not found, neither as body nor as parent", async () => {
    const theirs = await body(elsewhere);
    await expect(
      perform(updateBodyCommand, s.by, { bodyId: theirs.id, version: 1, name: "示例" }),
    ).rejects.toMatchObject({ code: "not-found" });
    await expect(
      perform(addBodyCommand, s.by, { kind: "council", name: "示例外设", parentId: theirs.id }),
    ).rejects.toMatchObject({ code: "not-found" });
    await expect(ask(getBodyQuery, s.by, { bodyId: theirs.id })).rejects.toMatchObject({
      code: "not-found",
    });
  });
  test("a delegate changes no structure", async () => {
    const delegate = await createActor(db(), "delegate", { allianceId: s.allianceId });
    await expect(
      perform(addBodyCommand, { ...s.by, actor: delegate }, { kind: "council", name: "示例" }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("operating entities", () => {
  const company = async () => {
    const { id } = await body(s, { kind: "operating_entity" });
    await perform(saveEntityCommand, s.by, {
      bodyId: id,
      version: 1,
      kind: "company",
      functions: "成果转化\n产业服务",
    });
    return id;
  };
  test("shares make one hundred percent to the hundredth, or nothing is written", async () => {
    const bodyId = await company();
    const [a, b, c] = [
      await createOrganization(db()),
      await createOrganization(db()),
      await createOrganization(db()),
    ];
    const save = (version: number, shares: [string, string][]) =>
      perform(saveSharesCommand, s.by, {
        bodyId,
        version,
        shares: shares.map(([organizationId, percent]) => ({ organizationId, percent })),
      });
    expect(
      await save(2, [
        [a.id, "33.33"],
        [b.id, "33.33"],
        [c.id, "33.33"],
      ]),
    ).toMatchObject({ reason: "shares-not-whole", details: { total: "99.99" } });
    expect(
      await save(2, [
        [a.id, "50"],
        [a.id, "50"],
      ]),
    ).toMatchObject({ reason: "shareholder-twice" });
    expect(
      await save(2, [
        [a.id, "33.34"],
        [b.id, "33.33"],
        [c.id, "33.33"],
      ]),
    ).toMatchObject({ ok: true });
    const view = await ask(getBodyQuery, s.by, { bodyId });
    expect(view.entity?.functions).toEqual(["成果转化", "产业服务"]);
    expect(view.entity?.shares.map(({ share }) => share)).toEqual([3334, 3333, 3333]);
    await expect(
      db().$executeRaw`UPDATE entity_shares SET share = 1 WHERE organization_id = ${a.id}::uuid`,
    ).rejects.toThrow(/shares-not-whole/);
  });
  test("S003-3 a manager follows another the day after; two at once make one", async () => {
    const bodyId = await company();
    const appoint = (version: number, name: string, from: string) =>
      perform(appointManagerCommand, s.by, { bodyId, version, name, from });
    expect(await appoint(2, "示例经理甲", "2024-01-01")).toMatchObject({ ok: true });
    expect(await appoint(3, "示例经理乙", "2024-01-01")).toMatchObject({
      reason: "manager-before-former",
    });
    const both = await Promise.allSettled([
      appoint(3, "示例经理乙", "2025-01-01"),
      appoint(3, "示例经理丙", "2025-01-01"),
    ]);
    expect(both.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
    const { entity } = await ask(getBodyQuery, s.by, { bodyId });
    expect(entity?.managers.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
      ["2025-01-01", null],
      ["2024-01-01", "2024-12-31"],
    ]);
    expect(
      await perform(endManagerCommand, s.by, { bodyId, version: 4, on: "2025-06-30" }),
    ).toMatchObject({ ok: true });
    expect(
      await perform(endManagerCommand, s.by, { bodyId, version: 5, on: "2025-06-30" }),
    ).toMatchObject({ reason: "no-manager" });
  });
  test("a council is no entity", async () => {
    const { id } = await body();
    expect(
      await perform(saveEntityCommand, s.by, {
        bodyId: id,
        version: 1,
        kind: "company",
        functions: "示例",
      }),
    ).toMatchObject({ reason: "not-an-entity" });
  });
});

describe("S003-14 delegated powers", () => {
  const department = () => createOrganization(db(), { kind: "government" });
  async function power(state: PowerState = "proposed", at: Scene = s) {
    const { id: grantorId } = await department();
    const row = await db().delegatedPower.create({
      data: {
        allianceId: at.allianceId,
        kind: "talent_policy",
        state,
        grantorId,
        validFrom: dateOf("2024-01-01"),
      },
    });
    return row.id;
  }
  const step = (
    powerId: string,
    to: PowerState,
    more: Record<string, unknown> = {},
    call: { actor: Actor; tenant: string } = s.by,
  ) => perform(stepPowerCommand, call, { powerId, version: 1, to, on: "2025-01-01", ...more });

  test("from the proposal to its renewal, each step with its day and its paper", async () => {
    const { id: grantorId } = await department();
    const proposed = await perform(proposePowerCommand, s.by, {
      kind: "skills_competition",
      grantorId,
      basis: "示例",
    });
    if (!proposed.ok) throw new Error(proposed.reason);
    const { id } = proposed.value;
    await db().$executeRaw`UPDATE delegated_power_events SET "on" = "on" WHERE false`;
    const paper = await createStoredFile(db(), { allianceId: s.allianceId });
    const today = dayIn(new Date(), "Asia/Shanghai");
    const on = { on: today };
    await step(id, "department_agreed", on);
    expect(await step(id, "signed", { ...on, version: 2 })).toMatchObject({
      reason: "power-needs-paper",
    });
    await step(id, "signed", { ...on, version: 2, fileId: paper.id });
    await step(id, "in_force", {
      ...on,
      version: 3,
      validTo: "2199-12-31",
      reviewOn: "2199-06-30",
    });
    await step(id, "reviewed", { ...on, version: 4 });
    await step(id, "renewed", { ...on, version: 5, validTo: "2199-12-31" });
    const view = await ask(getPowerQuery, s.by, { powerId: id });
    expect(view).toMatchObject({ state: "renewed", validFrom: today, validTo: "2199-12-31" });
    expect(view.events.map(({ state }) => state)).toEqual([
      "proposed",
      "department_agreed",
      "signed",
      "in_force",
      "reviewed",
      "renewed",
    ]);
    const publicly = await ask(
      getPowerQuery,
      { actor: anonymous, tenant: s.alliance.slug },
      { powerId: id },
    );
    expect(publicly.events[2]?.file).toBeNull();
  });
  test.each(
    powerStates.flatMap((from) =>
      powerStates.filter((to) => !powerMayBecome(from, to)).map((to) => [from, to] as const),
    ),
  )("I-12 the illegal step %s → %s is refused and changes nothing", async (from, to) => {
    const id = await power(from);
    expect(await step(id, to)).toMatchObject({ reason: "wrong-state" });
    expect(await db().delegatedPower.findUnique({ where: { id } })).toMatchObject({
      state: from,
      version: 1,
    });
  });
  test("not in the future, not before the last step, not without the department", async () => {
    expect(await step(await power(), "department_agreed", { on: "2199-01-01" })).toMatchObject({
      reason: "power-step-in-future",
    });
    const nobody = await db().delegatedPower.create({
      data: { allianceId: s.allianceId, kind: "industry_policy", state: "proposed" },
    });
    expect(await step(nobody.id, "department_agreed")).toMatchObject({
      reason: "power-needs-grantor",
    });
    const id = await power();
    await step(id, "department_agreed");
    const paper = await createStoredFile(db(), { allianceId: s.allianceId });
    expect(
      await step(id, "signed", { version: 2, fileId: paper.id, on: "2024-12-31" }),
    ).toMatchObject({ reason: "power-step-too-early" });
  });
  test("a resolution grants a signed power, and no other", async () => {
    const { body: council } = await createCouncil(db(), { allianceId: s.allianceId });
    const granting = (powerId: string) =>
      decide(db(), {
        alliance: s.alliance,
        actor: s.secretary,
        bodyId: council.id,
        effect: { kind: "grant_power", powerId },
        on: "2025-12-20",
        effectiveFrom: "2026-01-01",
      });
    const [signed, early] = [await power("signed"), await power("proposed")];
    const granted = await granting(signed);
    if (!granted.ok) throw new Error(granted.reason);
    expect(await granting(early)).toMatchObject({ ok: false });
    expect(await db().resolution.count({ where: { bodyId: council.id } })).toBe(1);
    expect(await db().delegatedPower.findUnique({ where: { id: signed } })).toMatchObject({
      state: "in_force",
      validFrom: dateOf("2026-01-01"),
    });
    expect(await db().delegatedPower.findUnique({ where: { id: early } })).toMatchObject({
      state: "proposed",
    });
    expect(await db().delegatedPowerEvent.findFirst({ where: { powerId: signed } })).toMatchObject({
      state: "in_force",
      resolutionId: granted.value.id,
    });
  });
  test("twice, at once, stale, from another alliance", async () => {
    const { id: grantorId } = await department();
    const given = { kind: "talent_policy" as const, grantorId };
    const both = await Promise.all([
      perform(proposePowerCommand, s.by, given),
      perform(proposePowerCommand, s.by, given),
    ]);
    expect(both.map((one) => (one.ok ? "ok" : one.reason)).toSorted()).toEqual([
      "ok",
      "power-exists",
    ]);
    const id = await power();
    const results = await Promise.allSettled([
      step(id, "department_agreed"),
      step(id, "withdrawn"),
    ]);
    expect(results.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
    await expect(step(await power("proposed", elsewhere), "withdrawn")).rejects.toMatchObject({
      code: "not-found",
    });
  });
  test("the history is never changed", async () => {
    const id = await power();
    await step(id, "department_agreed");
    await expect(
      db().$executeRaw`UPDATE delegated_power_events SET note = 'x' WHERE power_id = ${id}::uuid`,
    ).rejects.toThrow(/immutable/);
    await expect(
      db().$executeRaw`UPDATE delegated_powers SET state = 'in_force' WHERE id = ${id}::uuid`,
    ).rejects.toThrow(/does not go/);
  });
});
