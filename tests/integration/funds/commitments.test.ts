import { beforeAll, describe, expect, test } from "vitest";
import { createProjectWithParties } from "@/prisma/seed/factories/projects";
import { useDatabase } from "../../support/database";
import { atOnce, audits } from "../projects/world";
import { createFundWorld, type FundWorld } from "./world";

const { db } = useDatabase();
let world: FundWorld;
beforeAll(async () => {
  world = await createFundWorld(db());
});

describe("commitments.create", () => {
  test("a party promises for itself; the promise is proposed until it is proved", async () => {
    const promise = world.value(await world.pledge({ amount: "12.5" }));
    expect(promise).toMatchObject({
      state: "proposed",
      amount: "12.50",
      received: "0.00",
      proof: null,
    });
    expect(await audits(db(), promise.id)).toEqual([{ action: "contribution.pledge" }]);
  });
  test.each([
    ["a contact for another party", () => world.pledge({ organizationId: world.school.id })],
    ["the chair", () => world.pledge({}, "chair")],
    ["an observer", () => world.pledge({}, "observer")],
  ])("%s may not", (_, call) => expect(call()).rejects.toMatchObject({ code: "forbidden" }));
  test("an organization that is no party promises nothing here", async () => {
    expect(await world.pledge({ organizationId: world.supplier.id }, "supplier")).toMatchObject({
      reason: "not-a-party",
    });
    expect(await world.pledge({ organizationId: world.supplier.id }, "secretariat")).toMatchObject({
      reason: "not-a-party",
    });
  });
  test("goods need the basis of their value", () =>
    expect(world.pledge({ kind: "equipment" })).rejects.toMatchObject({
      issues: [{ path: "valuation", message: "valuation-required" }],
    }));
  test.each(["0", "-5", "0.001", "1e3", "NaN", "1000000000000000", "１２"])(
    "A-32 I-19 refuses the amount %s",
    (amount) =>
      expect(world.pledge({ amount })).rejects.toMatchObject({ issues: [{ path: "amount" }] }),
  );
  test("I-19 the largest amount is kept to the fen", async () => {
    const promise = world.value(await world.pledge({ amount: "999999999999999.99" }));
    expect(promise.amount).toBe("999999999999999.99");
    await db().fundCommitment.delete({ where: { id: promise.id } });
  });
  test("nothing is promised to a project that ended", async () => {
    const ended = await createProjectWithParties(db(), {
      allianceId: world.alliance.id,
      organizationIds: [world.company.id, world.school.id],
      state: "withdrawn",
    });
    expect(await world.pledge({ projectId: ended.id })).toMatchObject({
      reason: "project-wrong-state",
    });
  });
  test("a project that one may not see is not found", async () => {
    const hidden = await createProjectWithParties(db(), {
      allianceId: world.alliance.id,
      organizationIds: [world.company.id, world.school.id],
    });
    await expect(
      world.pledge({ projectId: hidden.id, organizationId: world.supplier.id }, "supplier"),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("commitments.confirm", () => {
  test("the secretariat names the proof, and it is promised", async () => {
    const promise = world.value(await world.pledge());
    expect(world.value(await world.confirm(promise.id))).toMatchObject({
      state: "confirmed",
      proof: "示例协议第 1 号",
    });
  });
  test.each(["contact", "chair", "supervisor"] as const)("%s may not", async (who) => {
    const promise = world.value(await world.pledge());
    await expect(world.confirm(promise.id, who)).rejects.toMatchObject({ code: "forbidden" });
  });
  test("twice at once: once", async () => {
    const promise = world.value(await world.pledge());
    const { done, refused, errors } = await atOnce([
      () => world.confirm(promise.id),
      () => world.confirm(promise.id, "secretariat2"),
    ]);
    expect([done.length, refused.length + errors.length]).toEqual([1, 1]);
    expect(await world.confirm(promise.id)).toMatchObject({ reason: "commitment-wrong-state" });
  });
  test("not before the project has its number", async () => {
    const checking = await createProjectWithParties(db(), {
      allianceId: world.alliance.id,
      organizationIds: [world.company.id, world.school.id],
    });
    const promise = world.value(await world.pledge({ projectId: checking.id }));
    expect(await world.confirm(promise.id)).toMatchObject({ reason: "project-not-registered" });
  });
  test("A-04 another alliance's promise is not found", async () => {
    const promise = world.value(await world.pledge());
    const foreign = await createFundWorld(db());
    await expect(foreign.confirm(promise.id)).rejects.toMatchObject({ code: "not-found" });
  });
  test("the database itself refuses a binding promise without proof", () =>
    expect(
      db().fundCommitment.create({
        data: {
          allianceId: world.alliance.id,
          projectId: world.project.id,
          organizationId: world.company.id,
          kind: "cash",
          amount: "1",
          state: "confirmed",
          promisedOn: new Date("2026-01-01"),
        },
      }),
    ).rejects.toThrow());
});
