import { beforeAll, describe, expect, test } from "vitest";
import {
  answerPartyProcedure,
  askAgainProcedure,
} from "@/lib/features/projects/procedures/projects";
import { perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "../../support/database";
import { atOnce, audits, callAs, createWorld, read, register, type World } from "./world";

const { db } = useDatabase();
let world: World;
beforeAll(async () => {
  world = await createWorld(db());
});

type Who = keyof World["actors"];

const answer = (who: Who, id: string, organizationId: string, given: object = {}) =>
  perform(answerPartyProcedure, callAs(world, world.actors[who]), {
    id,
    organizationId,
    answer: "confirm",
    ...given,
  });

const withTwoPartners = () =>
  register(world, {
    partners: [{ organizationId: world.school.id }, { organizationId: world.supplier.id }],
  });

describe("projects.answerParty", () => {
  test("the last confirmation sends the project to the secretariat", async () => {
    const { id } = await withTwoPartners();
    expect(await answer("school", id, world.school.id)).toMatchObject({
      value: { state: "partners_confirming" },
    });
    expect(await answer("supplier", id, world.supplier.id)).toMatchObject({
      value: { state: "check" },
    });
    const seen = await read(world, world.actors.school, id);
    expect(seen.waiting?.party).toBe("secretariat");
    expect(seen.inside?.history.map((event) => event.kind)).toEqual([
      "created",
      "confirmed",
      "confirmed",
      "completed",
    ]);
    expect((await audits(db(), id)).map((entry) => entry.action)).toEqual([
      "project.create",
      "project.answer",
      "project.answer",
    ]);
  });

  test("a refusal with its reason returns it to the lead", async () => {
    const { id } = await register(world);
    await expect(
      answer("school", id, world.school.id, { answer: "decline" }),
    ).rejects.toMatchObject({ issues: [{ path: "reason", message: "required" }] });
    const result = await answer("school", id, world.school.id, {
      answer: "decline",
      reason: "起止日期不对",
    });
    expect(result).toMatchObject({ value: { state: "draft" } });
    const seen = await read(world, world.actors.contact, id);
    expect(seen.waiting).toMatchObject({ party: "lead" });
    expect(seen.inside?.stateReason).toBe("起止日期不对");
  });

  test("the same answer again changes nothing; another one is refused", async () => {
    const { id } = await withTwoPartners();
    await answer("school", id, world.school.id);
    const before = await read(world, world.actors.school, id);
    expect(await answer("school", id, world.school.id)).toMatchObject({ ok: true });
    expect((await read(world, world.actors.school, id)).inside?.history).toEqual(
      before.inside?.history,
    );
    expect(
      await answer("school", id, world.school.id, { answer: "decline", reason: "改变主意" }),
    ).toMatchObject({ ok: false, reason: "party-already-answered" });
  });

  test.each([
    ["contact", "forbidden"],
    ["secretariat", "forbidden"],
    ["chair", "forbidden"],
    ["supplier", "not-found"],
    ["stranger", "forbidden"],
  ] as const)("%s cannot answer for the school: %s", async (who, code) => {
    const { id } = await register(world);
    await expect(answer(who, id, world.school.id)).rejects.toMatchObject({ code });
    expect((await read(world, world.actors.secretariat, id)).state).toBe("partners_confirming");
  });

  test("an organization that is no party is not found", async () => {
    const { id } = await register(world);
    await expect(answer("school", id, world.supplier.id)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("A-04 the address of another alliance does not reach it", async () => {
    const { id } = await register(world);
    await expect(
      perform(
        answerPartyProcedure,
        { actor: world.actors.school, tenant: world.other.slug },
        { id, organizationId: world.school.id, answer: "confirm" },
      ),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  test("two last answers at once: none is lost, the project moves on once", async () => {
    for (let round = 0; round < 10; round += 1) {
      const { id } = await withTwoPartners();
      const { done, errors } = await atOnce([
        () => answer("school", id, world.school.id),
        () => answer("supplier", id, world.supplier.id),
      ]);
      expect(errors).toEqual([]);
      expect(done).toHaveLength(2);
      const seen = await read(world, world.actors.contact, id);
      expect(seen.state).toBe("check");
      expect(seen.inside?.history.filter((event) => event.kind === "completed")).toHaveLength(1);
    }
  });

  test("a confirmation and a refusal at once: one of the two stands, the other is told", async () => {
    for (let round = 0; round < 10; round += 1) {
      const { id } = await register(world);
      const { done, refused, errors } = await atOnce([
        () => answer("school", id, world.school.id),
        () => answer("school", id, world.school.id, { answer: "decline", reason: "不同意" }),
      ]);
      expect(errors).toEqual([]);
      expect([done.length, refused.length]).toEqual([1, 1]);
    }
  });
});

describe("projects.askAgain", () => {
  const declined = async () => {
    const { id } = await withTwoPartners();
    await answer("supplier", id, world.supplier.id);
    await answer("school", id, world.school.id, { answer: "decline", reason: "日期不对" });
    return { id, version: (await read(world, world.actors.contact, id)).inside?.version ?? 0 };
  };
  const again = (
    given: { id: string; version: number },
    change: object = {},
    who: Who = "contact",
  ) => perform(askAgainProcedure, callAs(world, world.actors[who]), { ...given, ...change });
  const states = async (id: string) =>
    (await read(world, world.actors.contact, id)).inside?.parties.map((party) => party.state);

  test("without changes only the one that declined is asked", async () => {
    const given = await declined();
    expect(await again(given)).toMatchObject({ value: { state: "partners_confirming" } });
    expect(await states(given.id)).toEqual(["confirmed", "pending", "confirmed"]);
  });

  test("with another content everybody but the lead is asked anew", async () => {
    const given = await declined();
    await again(given, { endsOn: "2027-06-30" });
    expect(await states(given.id)).toEqual(["confirmed", "pending", "pending"]);
    expect((await read(world, world.actors.contact, given.id)).endsOn).toBe("2027-06-30");
  });

  test("without the partner that declined it goes straight to the secretariat", async () => {
    const given = await declined();
    const result = await again(given, { partners: [{ organizationId: world.supplier.id }] });
    expect(result).toMatchObject({ value: { state: "check" } });
    expect(await states(given.id)).toEqual(["confirmed", "confirmed"]);
  });

  test("a new partner must be a member, and nothing changes when it is not", async () => {
    const given = await declined();
    expect(await again(given, { partners: [{ organizationId: world.outsider.id }] })).toMatchObject(
      {
        reason: "not-a-member",
      },
    );
    expect(await states(given.id)).toEqual(["confirmed", "declined", "confirmed"]);
  });

  test("a stale form changes nothing; a partner may not ask for the lead", async () => {
    const given = await declined();
    await expect(again({ ...given, version: given.version - 1 })).rejects.toMatchObject({
      code: "stale",
    });
    await expect(again(given, {}, "school")).rejects.toMatchObject({ code: "forbidden" });
  });

  test("twice at once: asked once", async () => {
    const given = await declined();
    const { done, refused, errors } = await atOnce([() => again(given), () => again(given)]);
    expect([done.length, refused.length, errors.length]).toEqual([1, 1, 0]);
  });
});
