import { beforeAll, describe, expect, test } from "vitest";
import {
  createProjectProcedure,
  listProjectsProcedure,
} from "@/lib/features/projects/procedures/projects";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createActor } from "../../support/actors";
import { useDatabase } from "../../support/database";
import { atOnce, audits, callAs, createWorld, formOf, read, register, type World } from "./world";

const { db } = useDatabase();
let world: World;
beforeAll(async () => {
  world = await createWorld(db());
});

const create = (
  actor: World["actors"]["contact"],
  change: object = {},
  key?: string,
  tenant = world.alliance.slug,
) =>
  perform(
    createProjectProcedure,
    { ...callAs(world, actor, key), tenant },
    { ...formOf(world), ...change },
  );

describe("projects.create", () => {
  test("an enterprise contact registers, the partner is asked at once", async () => {
    const project = await register(world);
    expect(project).toMatchObject({ state: "partners_confirming", code: null, version: 1 });
    const seen = await read(world, world.actors.contact, project.id);
    expect(seen.lead.id).toBe(world.company.id);
    expect(seen.waiting).toMatchObject({
      party: "partners",
      organizations: [{ id: world.school.id }],
      late: false,
    });
    expect(seen.inside?.parties.map((party) => [party.id, party.role, party.state])).toEqual([
      [world.company.id, "lead", "confirmed"],
      [world.school.id, "executor", "pending"],
    ]);
    expect(await audits(db(), project.id)).toEqual([{ action: "project.create" }]);
  });

  test("a lead that the secretariat names is asked like the partners", async () => {
    const result = await create(world.actors.secretariat, { leadId: world.company.id });
    const id = result.ok ? result.value.id : "";
    const seen = await read(world, world.actors.secretariat, id);
    expect(seen.inside?.parties.map((party) => party.state)).toEqual(["pending", "pending"]);
  });

  test("the secretariat must name a lead, at its field", () =>
    expect(create(world.actors.secretariat)).rejects.toMatchObject({
      code: "malformed",
      issues: [{ path: "leadId", message: "required" }],
    }));

  test("a contact cannot register for another organization", () =>
    expect(create(world.actors.contact, { leadId: world.supplier.id })).rejects.toMatchObject({
      code: "forbidden",
    }));

  test.each([
    ["chair", "forbidden"],
    ["supervisor", "forbidden"],
    ["observer", "forbidden"],
    ["stranger", "forbidden"],
  ] as const)("%s may not register: %s", (who, code) =>
    expect(create(world.actors[who])).rejects.toMatchObject({ code }),
  );

  test("a visitor is asked to sign in", async () => {
    const { anonymous } = await import("@/lib/platform/auth/actor");
    await expect(create(anonymous)).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("a contact has no right in another alliance", () =>
    expect(create(world.actors.contact, {}, undefined, world.other.slug)).rejects.toMatchObject({
      code: "forbidden",
    }));

  test("A-12 parties must be active members: another unit is refused, and named only to who may know of it", async () => {
    const partners = [{ organizationId: world.outsider.id }];
    const named = (names: string) => ({ ok: false, reason: "not-a-member", details: { names } });
    expect(await create(world.actors.contact, { partners })).toEqual(named("?"));
    const leadId = world.supplier.id;
    expect(await create(world.actors.secretariat, { leadId, partners })).toEqual(
      named(world.outsider.name),
    );
  });

  test("a suspended member is no party", async () => {
    const held = await db().membership.findFirstOrThrow({
      where: { organizationId: world.supplier.id },
    });
    const suspension = await db().membershipSuspension.create({
      data: {
        allianceId: world.alliance.id,
        membershipId: held.id,
        validFrom: new Date("2026-01-01"),
        reason: "示例",
      },
    });
    const partners = [{ organizationId: world.supplier.id }];
    expect(await create(world.actors.contact, { partners })).toMatchObject({
      reason: "not-a-member",
    });
    await db().membershipSuspension.delete({ where: { id: suspension.id } });
    expect(await create(world.actors.contact, { partners })).toMatchObject({ ok: true });
  });

  test.each([
    ["no partner", { partners: [] }, "partners"],
    ["a blank title", { title: "  " }, "title"],
    ["an end before the start", { endsOn: "2025-12-31" }, "endsOn"],
    ["a day that is none", { startsOn: "2026-02-30" }, "startsOn"],
    ["goods without a basis", { promise: { kind: "equipment", amount: "5" } }, "promise.valuation"],
    ["an amount of nothing", { promise: { kind: "cash", amount: "0" } }, "promise.amount"],
    ["I-19 an exponent", { promise: { kind: "cash", amount: "1e21" } }, "promise.amount"],
    ["an unknown field", { state: "registered" }, "state"],
  ])("refuses %s at its field", (_, change, path) =>
    expect(create(world.actors.contact, change)).rejects.toMatchObject({
      code: "malformed",
      issues: [expect.objectContaining({ path })],
    }),
  );

  test("the same organization twice is told at its row", async () => {
    const partner = { organizationId: world.school.id };
    await expect(
      create(world.actors.contact, { partners: [partner, partner] }),
    ).rejects.toMatchObject({ issues: [{ path: "partners.1.organizationId", message: "twice" }] });
    await expect(
      create(world.actors.contact, { partners: [partner, { organizationId: world.company.id }] }),
    ).rejects.toMatchObject({ issues: [{ path: "partners.1.organizationId", message: "twice" }] });
  });

  test("another person's file is not attached", async () => {
    const file = await db().storedFile.create({
      data: {
        allianceId: world.alliance.id,
        sha256: "a".repeat(64),
        size: 1,
        mediaType: "application/pdf",
        name: "示例.pdf",
        uploadedById: world.actors.supplier.userId,
      },
    });
    await expect(create(world.actors.contact, { fileId: file.id })).rejects.toMatchObject({
      issues: [{ path: "fileId", message: "not-an-id" }],
    });
    expect(await create(world.actors.supplier, { fileId: file.id })).toMatchObject({ ok: true });
  });

  test("a promise with the registration stands apart from what is received", async () => {
    const project = await register(world, {
      promise: { kind: "cash", amount: "200000", condition: "协议签订后" },
    });
    const inside = (await read(world, world.actors.contact, project.id)).inside;
    expect(inside?.commitments).toMatchObject([
      {
        state: "conditional",
        amount: "200000.00",
        received: "0.00",
        organizationId: world.company.id,
      },
    ]);
    expect(inside?.money.conditional.cash).toBe("200000.00");
    expect(inside?.money.promised.cash).toBe("0.00");
    expect(inside?.money.received.cash).toBe("0.00");
  });

  test("I-08 sent twice with one key: one project", async () => {
    const form = formOf(world);
    const send = () =>
      perform(createProjectProcedure, callAs(world, world.actors.contact, "key-1"), form);
    const { done, errors } = await atOnce([send, send, send, send]);
    expect(errors).toEqual([]);
    expect(new Set(done.map((one) => (one.ok ? one.value.id : ""))).size).toBe(1);
    expect(await db().project.count({ where: { title: form.title } })).toBe(1);
    await expect(
      perform(createProjectProcedure, callAs(world, world.actors.contact, "key-1"), {
        ...form,
        title: "另一个",
      }),
    ).rejects.toMatchObject({ code: "idempotency-conflict" });
  });

  test("a refused promise takes the whole registration back", async () => {
    const before = await db().project.count();
    await create(world.actors.contact, { partners: [{ organizationId: world.outsider.id }] });
    expect(await db().project.count()).toBe(before);
  });

  test("one person for two organizations says for which", async () => {
    const actor = await createActor(db(), "enterprise_contact", {
      allianceId: world.alliance.id,
      organizationId: world.company.id,
    });
    actor.roles.push({
      role: "enterprise_contact",
      allianceId: world.alliance.id,
      organizationId: world.supplier.id,
    });
    await expect(create(actor)).rejects.toMatchObject({ issues: [{ path: "leadId" }] });
    expect(await create(actor, { leadId: world.supplier.id })).toMatchObject({ ok: true });
  });
});

test("what is not registered is invisible to others, and not found", async () => {
  const project = await register(world);
  for (const who of ["supplier", "stranger"] as const) {
    await expect(read(world, world.actors[who], project.id)).rejects.toMatchObject({
      code: "not-found",
    });
    const list = await ask(listProjectsProcedure, callAs(world, world.actors[who]), {});
    expect(list.items.map((item) => item.id)).not.toContain(project.id);
  }
});
