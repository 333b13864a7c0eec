import { beforeAll, describe, expect, test } from "vitest";
import {
  createAgreementCommand,
  getAgreementQuery,
  listAgreementsQuery,
  remindAgreementsCommand,
  renewAgreementCommand,
  sealAgreementCommand,
  stepAgreementCommand,
  updateAgreementCommand,
} from "@/lib/features/agreements/procedures";
import { canStep } from "@/lib/features/agreements/rules/states";
import { agreementMoves, agreementPhases, agreementStates } from "@/lib/features/agreements/types";
import { addDays, dateOf, dayIn } from "@/lib/kernel/dates";
import { ask, perform } from "@/lib/platform/corridor/faces";
import {
  createAgreementRow,
  createCollegeRow,
  createPlatformRow,
} from "@/prisma/seed/factories/colleges";
import { createStoredFile } from "@/prisma/seed/factories/governance";
import { useDatabase } from "../../support/database";
import { atOnce, callAs, createWorld, type Who, type World } from "../colleges/world";

const { db } = useDatabase();
let world: World;
let fileId: string;
const today = dayIn(new Date(), "Asia/Shanghai");
beforeAll(async () => {
  world = await createWorld(db());
  ({ id: fileId } = await createStoredFile(db(), {
    allianceId: world.alliance.id,
    name: "示例协议.pdf",
    sha256: "a".repeat(64),
    uploadedById: world.actors.clerk.userId,
  }));
});

const parties = () => [{ organizationId: world.school.id }, { organizationId: world.company.id }];
const draft = async (more: object = {}) => {
  const done = await perform(createAgreementCommand, callAs(world, "clerk"), {
    title: "示例战略合作协议",
    kind: "strategic",
    validFrom: "2026-01-01",
    validTo: "2028-12-31",
    fileId,
    parties: parties(),
    ...more,
  });
  if (!done.ok) throw new Error("refused");
  return done.value.id;
};
const read = (agreementId: string, who: Who = "clerk") =>
  ask(getAgreementQuery, callAs(world, who), { agreementId });
const step = async (
  agreementId: string,
  move: (typeof agreementMoves)[number],
  who: Who = "clerk",
) =>
  perform(stepAgreementCommand, callAs(world, who), {
    agreementId,
    version: (await read(agreementId)).version,
    move,
    note: "示例",
  });
const seal = (agreementId: string, who: "leader" | "contact") =>
  perform(sealAgreementCommand, callAs(world, who), {
    agreementId,
    organizationId: who === "leader" ? world.school.id : world.company.id,
    on: "2026-02-01",
  });
const cleared = async (more: object = {}) => {
  const id = await draft(more);
  await step(id, "submit");
  await step(id, "clear", "second");
  return id;
};

describe("3.14 life of an agreement", () => {
  test("drafted, cleared by another person, sealed by both parties, numbered, in force", async () => {
    const id = await draft();
    expect((await read(id)).waiting).toBe("author");
    await step(id, "submit");
    expect(await step(id, "clear")).toMatchObject({ reason: "same-person" });
    expect(await seal(id, "leader")).toMatchObject({ reason: "wrong-state" });
    // The step ahead stands first: it is what the form offers.
    expect((await read(id, "second")).may.moves).toEqual(["clear", "return", "end"]);
    expect(await step(id, "clear", "second")).toMatchObject({ ok: true });
    expect(await seal(id, "leader")).toMatchObject({ ok: true });
    const partly = await read(id);
    expect(partly).toMatchObject({ seal: "partly", waiting: "parties", number: null });
    const { items } = await ask(listAgreementsQuery, callAs(world, "clerk"), { pageSize: 100 });
    const { waiting, waitingSince } = partly;
    expect(items.find((row) => row.id === id)).toMatchObject({ waiting, waitingSince });
    expect(waitingSince).toBe(today);
    expect(await seal(id, "leader")).toMatchObject({ reason: "agreement-sealed-by-party" });
    expect(await seal(id, "contact")).toMatchObject({ ok: true });
    const sealed = await read(id);
    expect(sealed).toMatchObject({ state: "sealed", seal: "all", signedOn: "2026-02-01" });
    expect(sealed.number).toMatch(/^2026-\d{3}$/);
    expect(await step(id, "enforce")).toMatchObject({ ok: true });
    expect((await read(id)).events.map((event) => event.step)).toEqual([
      ...["drafted", "submitted", "cleared", "sealed", "sealed", "enforced"],
    ]);
  });

  test("I-12 every move that is no edge is refused, and nothing changes", async () => {
    for (const state of agreementStates) {
      const { id } = await createAgreementRow(db(), {
        allianceId: world.alliance.id,
        organizationIds: [world.school.id, world.company.id],
        state,
        ...(state === "ended" && { endedOn: dateOf("2026-01-01"), endReason: "示例" }),
      });
      for (const move of agreementMoves.filter((one) => !canStep(one, state))) {
        expect(await step(id, move)).toMatchObject({ ok: false, reason: "wrong-state" });
      }
      expect(await read(id)).toMatchObject({ state });
    }
  });

  test("what is sealed keeps its words", async () => {
    const { id } = await createAgreementRow(db(), {
      allianceId: world.alliance.id,
      organizationIds: [world.school.id, world.company.id],
      state: "in_force",
    });
    const change = { title: "改名", kind: "strategic" as const, validFrom: "2026-01-01" };
    expect(
      await perform(updateAgreementCommand, callAs(world, "clerk"), {
        agreementId: id,
        version: 1,
        ...change,
        parties: parties(),
      }),
    ).toMatchObject({ reason: "wrong-state" });
    await expect(
      db().agreement.update({ where: { id }, data: { validTo: dateOf("2040-01-01") } }),
    ).rejects.toThrow();
  });

  test("it is cleared once, and no seal or step is dated ahead", async () => {
    const id = await cleared();
    expect(await step(id, "clear", "second")).toMatchObject({
      reason: "agreement-already-cleared",
    });
    const tomorrow = addDays(today, 1);
    const party = { agreementId: id, organizationId: world.school.id, on: tomorrow };
    expect(await perform(sealAgreementCommand, callAs(world, "leader"), party)).toMatchObject({
      reason: "day-in-future",
    });
    expect(
      await perform(stepAgreementCommand, callAs(world, "clerk"), {
        agreementId: id,
        version: (await read(id)).version,
        move: "end",
        note: "示例",
        on: tomorrow,
      }),
    ).toMatchObject({ reason: "day-in-future" });
  });

  test("without its document it is not handed in to be checked; returned, it is sealed anew", async () => {
    const bare = await draft({ fileId: undefined });
    expect(await step(bare, "submit")).toMatchObject({ reason: "agreement-needs-file" });
    const id = await cleared();
    await seal(id, "leader");
    expect(await step(id, "return", "second")).toMatchObject({ ok: true });
    expect(await read(id)).toMatchObject({ state: "draft", seal: "none", cleared: false });
  });

  test("I-24 two last seals at once, six agreements: numbers without gaps or twins", async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => cleared()));
    for (const id of ids) {
      const { done } = await atOnce([() => seal(id, "leader"), () => seal(id, "contact")]);
      expect(done).toBe(2);
    }
    const rows = await db().agreement.findMany({
      where: { id: { in: ids } },
      orderBy: { codeNumber: "asc" },
      select: { codeNumber: true, state: true },
    });
    const first = rows[0]?.codeNumber ?? 0;
    expect(rows.map(({ codeNumber }) => codeNumber)).toEqual(ids.map((_, index) => first + index));
  });

  test("one that begins later is put into force on its day", async () => {
    const id = await cleared({ validFrom: addDays(today, 30), validTo: addDays(today, 300) });
    await seal(id, "leader");
    await seal(id, "contact");
    expect(await step(id, "enforce")).toMatchObject({ reason: "agreement-not-yet" });
  });
});

describe("expiry", () => {
  const inForce = (validTo: string, more: object = {}) =>
    createAgreementRow(db(), {
      allianceId: world.alliance.id,
      organizationIds: [world.school.id, world.company.id],
      state: "in_force",
      validTo: dateOf(validTo),
      ...more,
    });

  test("the list filters by every phase as the rules compute it", async () => {
    await inForce(addDays(today, 60));
    await inForce(addDays(today, 61));
    await inForce(addDays(today, -1));
    await inForce(addDays(today, -1), { autoRenew: true });
    for (const phase of agreementPhases) {
      const { items, total } = await ask(listAgreementsQuery, callAs(world, "clerk"), {
        phase,
        pageSize: 100,
      });
      expect(items.every((one) => one.phase === phase)).toBe(true);
      expect(items).toHaveLength(total);
    }
  });

  test("the secretariat is reminded once, however often the hour strikes", async () => {
    const { id } = await inForce(addDays(today, 10));
    const remind = () => perform(remindAgreementsCommand, callAs(world, "clerk"), {});
    await remind();
    const mails = () => db().outboxMail.count({ where: { dedupeKey: { contains: id } } });
    expect(await mails()).toBe(2);
    expect(await remind()).toMatchObject({ value: { reminded: 0 } });
    expect(await mails()).toBe(2);
  });

  test("one that has expired is told once, also when its letter is forgotten after ninety days", async () => {
    const remind = () => perform(remindAgreementsCommand, callAs(world, "clerk"), {});
    const [recent, old] = [await inForce(addDays(today, -89)), await inForce(addDays(today, -90))];
    await remind();
    const mails = (id: string) =>
      db().outboxMail.count({ where: { dedupeKey: { startsWith: `agreement-expired:${id}` } } });
    expect([await mails(recent.id), await mails(old.id)]).toEqual([2, 0]);
  });

  test("a renewal is one draft; when it comes into force the old one counts as renewed", async () => {
    const { id } = await inForce(addDays(today, 10));
    const renew = () =>
      perform(renewAgreementCommand, callAs(world, "clerk"), {
        agreementId: id,
        version: 1,
        validFrom: today,
        validTo: addDays(today, 900),
      });
    const { done, refused } = await atOnce([renew, renew]);
    expect([done, refused]).toEqual([1, ["agreement-followed"]]);
    const next = (await read(id)).renewedBy?.id ?? "";
    await db().agreement.update({ where: { id: next }, data: { fileId } });
    await step(next, "submit");
    await step(next, "clear", "second");
    await seal(next, "leader");
    await seal(next, "contact");
    expect(await read(id)).toMatchObject({ state: "in_force" });
    expect(await step(next, "enforce")).toMatchObject({ ok: true });
    expect(await read(id)).toMatchObject({ state: "renewed" });
  });

  test("a renewal is about everything that the agreement was about, and begins later", async () => {
    const own = { allianceId: world.alliance.id };
    const college = await createCollegeRow(db(), {
      ...own,
      organizationIds: [world.school.id, world.company.id],
    });
    const platform = await createPlatformRow(db(), { ...own, hostId: world.school.id });
    const { id } = await inForce(addDays(today, 10));
    await db().agreementLink.createMany({
      data: [
        { ...own, agreementId: id, platformId: platform.id },
        { ...own, agreementId: id, collegeId: college.id },
      ],
    });
    const renew = (validFrom: string) =>
      perform(renewAgreementCommand, callAs(world, "clerk"), {
        agreementId: id,
        version: 1,
        validFrom,
        validTo: addDays(today, 900),
      });
    expect(await renew("2020-01-01")).toMatchObject({ reason: "agreement-overlaps" });
    expect(await renew(today)).toMatchObject({ ok: true });
    const next = await read((await read(id)).renewedBy?.id ?? "");
    expect(next.links.map((link) => link.id).toSorted()).toEqual(
      [college.id, platform.id].toSorted(),
    );
  });
});

test("A-04 a party sees its agreements, others and neighbours do not", async () => {
  const id = await draft({
    parties: [{ organizationId: world.school.id }, { organizationId: world.park.id }],
  });
  expect((await read(id, "leader")).id).toBe(id);
  await expect(read(id, "contact")).rejects.toMatchObject({ code: "not-found" });
  await expect(
    ask(
      getAgreementQuery,
      { actor: world.actors.stranger, tenant: world.other.slug },
      { agreementId: id },
    ),
  ).rejects.toMatchObject({ code: "not-found" });
  const seen = await ask(listAgreementsQuery, callAs(world, "contact"), { pageSize: 100 });
  expect(seen.items.some((one) => one.id === id)).toBe(false);
});
