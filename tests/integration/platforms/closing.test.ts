import { beforeAll, describe, expect, test } from "vitest";
import {
  bookEquipmentCommand,
  listBookingsQuery,
} from "@/lib/features/platforms/procedures/bookings";
import {
  getPlatformQuery,
  stepPlatformCommand,
} from "@/lib/features/platforms/procedures/platforms";
import { addDays, dayIn } from "@/lib/kernel/dates";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createPlatformRow } from "@/prisma/seed/factories/colleges";
import { useDatabase } from "../../support/database";
import { atOnce, callAs, createWorld, type Who, type World } from "../colleges/world";

const { db } = useDatabase();
let world: World;
beforeAll(async () => {
  world = await createWorld(db());
});

const today = () => dayIn(new Date(), "Asia/Shanghai");

async function shared(openHours: string | null = "示例：工作日") {
  const allianceId = world.alliance.id;
  const platform = await createPlatformRow(db(), { allianceId, hostId: world.school.id });
  const { id: equipmentId } = await db().platformEquipment.create({
    data: { allianceId, platformId: platform.id, name: "示例机床", value: 1, count: 9, openHours },
  });
  return { platformId: platform.id, equipmentId };
}
type Shared = Awaited<ReturnType<typeof shared>>;

const book = (of: Shared, from: string, to: string, who: Who = "contact") =>
  perform(bookEquipmentCommand, callAs(world, who), {
    ...of,
    startsOn: addDays(today(), 7),
    startsAt: from,
    endsOn: addDays(today(), 7),
    endsAt: to,
    purpose: "示例：打样",
  });

const step = (of: Shared, to: "suspended" | "closed", more: object = {}, who: Who = "clerk") =>
  perform(stepPlatformCommand, callAs(world, who), {
    platformId: of.platformId,
    version: 1,
    to,
    on: today(),
    ...more,
  });

const states = async (of: Shared) =>
  (
    await db().equipmentBooking.findMany({
      where: { equipmentId: of.equipmentId },
      orderBy: { startsAt: "asc" },
      select: { state: true, reason: true },
    })
  ).map(({ state, reason }) => [state, reason]);

describe("a platform pauses or closes while bookings stand", () => {
  test("nobody is asked where nothing is booked", async () => {
    expect(await step(await shared(), "closed")).toMatchObject({ ok: true });
  });
  test("it is asked about, and nothing changes before it is answered", async () => {
    const of = await shared();
    await book(of, "09:00", "10:00");
    await book(of, "10:00", "11:00", "leader");
    for (const to of ["suspended", "closed"] as const) {
      expect(await step(of, to)).toMatchObject({ reason: "bookings-stand", details: { count: 2 } });
    }
    expect(await step(of, "closed", { bookings: "keep", note: "示例" })).toMatchObject({
      reason: "bookings-stand",
    });
    await expect(step(of, "closed", { bookings: "cancel" })).rejects.toMatchObject({
      issues: [{ path: "note", message: "required" }],
    });
    expect(await states(of)).toEqual([
      ["requested", null],
      ["approved", null],
    ]);
    const seen = await ask(getPlatformQuery, callAs(world, "leader"), {
      platformId: of.platformId,
    });
    expect(seen).toMatchObject({ state: "operating", standing: 2 });
    const other = await ask(getPlatformQuery, callAs(world, "contact"), {
      platformId: of.platformId,
    });
    expect(other.standing).toBe(0);
  });
  test("a pause may keep them", async () => {
    const of = await shared();
    await book(of, "09:00", "10:00");
    expect(await step(of, "suspended", { bookings: "keep" }, "leader")).toMatchObject({ ok: true });
    expect(await states(of)).toEqual([["requested", null]]);
  });
  test("closing takes them back with the reason, and who booked has a letter each; what is over stays", async () => {
    const of = await shared();
    await book(of, "09:00", "10:00");
    await book(of, "10:00", "11:00");
    const past = (hours: number) => new Date(Date.now() - hours * 3_600_000);
    await db().equipmentBooking.create({
      data: {
        allianceId: world.alliance.id,
        equipmentId: of.equipmentId,
        piece: 9,
        organizationId: world.company.id,
        startsAt: past(5),
        endsAt: past(4),
        purpose: "示例",
        state: "approved",
        decidedAt: past(6),
      },
    });
    const done = await step(of, "closed", { bookings: "cancel", note: "示例：设备迁走" });
    expect(done).toMatchObject({ ok: true });
    expect(await states(of)).toEqual([
      ["approved", null],
      ["cancelled", "示例：设备迁走"],
      ["cancelled", "示例：设备迁走"],
    ]);
    const letters = await db().outboxMail.findMany({
      where: { dedupeKey: { startsWith: "booking-cancelled:" }, body: { contains: of.platformId } },
    });
    const { email } = await db().user.findUniqueOrThrow({
      where: { id: world.actors.contact.userId ?? "" },
    });
    const own = letters.filter(({ recipient }) => recipient === email);
    expect(own).toHaveLength(2);
    for (const { body } of own) expect(body).toContain("示例：设备迁走");
  });
  test("booked at the same moment: taken back with the others, or refused, never left standing", async () => {
    const of = await shared();
    await book(of, "08:00", "09:00");
    await atOnce([
      () => step(of, "closed", { bookings: "cancel", note: "示例" }),
      ...["09", "10", "11"].map((hour) => () => book(of, `${hour}:00`, `${hour}:30`)),
    ]);
    const platform = await db().platform.findUniqueOrThrow({ where: { id: of.platformId } });
    expect(platform.state).toBe("closed");
    expect((await states(of)).every(([state]) => state === "cancelled")).toBe(true);
  });
  test("the database closes none with bookings, and takes none in afterwards", async () => {
    const of = await shared();
    await book(of, "09:00", "10:00");
    const close = () =>
      db().platform.update({ where: { id: of.platformId }, data: { state: "closed" } });
    await expect(close()).rejects.toMatchObject({ code: "P2003" });
    const row = await db().equipmentBooking.findFirstOrThrow({
      where: { equipmentId: of.equipmentId },
    });
    await step(of, "closed", { bookings: "cancel", note: "示例" });
    const { id: _, ...same } = row;
    await expect(
      db().equipmentBooking.create({ data: { ...same, piece: 3 } }),
    ).rejects.toMatchObject({ code: "P2003" });
  });
});

test("what the host keeps to itself is in its own calendar and form, not in others'", async () => {
  const of = await shared(null);
  const list = (who: Who) =>
    ask(listBookingsQuery, callAs(world, who), { platformId: of.platformId });
  expect((await list("leader")).calendar).toHaveLength(1);
  expect((await list("contact")).calendar).toHaveLength(0);
  expect(await book(of, "09:00", "10:00", "leader")).toMatchObject({
    ok: true,
    value: { state: "approved" },
  });
});
