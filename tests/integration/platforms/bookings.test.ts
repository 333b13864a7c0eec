import { beforeAll, describe, expect, test } from "vitest";
import {
  bookEquipmentCommand,
  cancelBookingCommand,
  decideBookingCommand,
  listBookingsQuery,
} from "@/lib/features/platforms/procedures/bookings";
import {
  getPlatformQuery,
  retireEquipmentCommand,
} from "@/lib/features/platforms/procedures/platforms";
import { bookingMayBecome } from "@/lib/features/platforms/rules/bookings";
import { bookingStates } from "@/lib/features/platforms/types";
import { addDays, dayIn } from "@/lib/kernel/dates";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createPlatformRow } from "@/prisma/seed/factories/colleges";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "../../support/database";
import { atOnce, callAs, createWorld, type Who, type World } from "../colleges/world";

const { db } = useDatabase();
let world: World;
beforeAll(async () => {
  world = await createWorld(db());
});

const day = (ahead: number) => addDays(dayIn(new Date(), "Asia/Shanghai"), ahead);

async function shared(
  more: { count?: number; openHours?: string | null; state?: "suspended" } = {},
) {
  const { count = 1, openHours = "示例：工作日", state } = more;
  const { id: platformId } = await createPlatformRow(db(), {
    allianceId: world.alliance.id,
    hostId: world.school.id,
    ...(state && { state }),
  });
  const { id: equipmentId } = await db().platformEquipment.create({
    data: {
      allianceId: world.alliance.id,
      platformId,
      name: "示例机床",
      value: 1,
      count,
      openHours,
    },
  });
  return { platformId, equipmentId };
}
type Shared = Awaited<ReturnType<typeof shared>>;

const book = (of: Shared, from: string, to: string, who: Who = "contact", more: object = {}) =>
  perform(bookEquipmentCommand, callAs(world, who), {
    ...of,
    startsOn: day(7),
    startsAt: from,
    endsOn: day(7),
    endsAt: to,
    purpose: "示例：打样",
    ...more,
  });
const value = <T>(result: { ok: true; value: T } | { ok: false; reason: string }): T => {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
};
const decide = (of: Shared, id: string, who: Who = "leader", more: object = {}) =>
  perform(decideBookingCommand, callAs(world, who), {
    platformId: of.platformId,
    bookingId: id,
    version: 1,
    verdict: "approve" as const,
    ...more,
  });
const cancel = (of: Shared, id: string, who: Who = "contact", more: object = {}) =>
  perform(cancelBookingCommand, callAs(world, who), {
    platformId: of.platformId,
    bookingId: id,
    version: 1,
    ...more,
  });
const list = (of: Shared, who: Who = "contact", from = day(7)) =>
  ask(listBookingsQuery, callAs(world, who), { platformId: of.platformId, from });

describe("shared equipment: booked for a time, approved by the host", () => {
  test("asked for, approved, seen; what ends at eleven leaves eleven to the next", async () => {
    const of = await shared();
    const first = value(await book(of, "09:00", "11:00"));
    expect(first).toMatchObject({ state: "requested", piece: 1 });
    expect(await book(of, "10:59", "12:00", "leader")).toMatchObject({
      reason: "equipment-taken",
      details: { count: 1 },
    });
    expect(await book(of, "08:00", "09:00")).toMatchObject({ ok: true });
    expect(await book(of, "11:00", "12:00")).toMatchObject({ ok: true });
    expect(value(await decide(of, first.id))).toMatchObject({ state: "approved", version: 2 });
    const seen = await list(of);
    expect(seen.days).toHaveLength(14);
    expect(seen.calendar).toMatchObject([{ count: 1, busy: [1, ...Array(13).fill(0)] }]);
    expect(seen.items.map((one) => one.state)).toEqual(["requested", "approved", "requested"]);
    expect(seen.items[1]?.startsAt.toISOString()).toBe(
      new Date(`${day(7)}T09:00:00+08:00`).toISOString(),
    );
  });
  test("two at once for the last piece: one has it; two pieces, three at once: two", async () => {
    const one = await shared();
    const two = await shared({ count: 2 });
    const tries = (of: Shared, times: number) =>
      atOnce(
        Array.from(
          { length: times },
          (_, at) => () => book(of, "09:00", "10:00", at % 2 === 0 ? "contact" : "leader"),
        ),
      );
    expect(await tries(one, 2)).toEqual({ done: 1, refused: ["equipment-taken"], faults: [] });
    expect(await tries(two, 3)).toEqual({ done: 2, refused: ["equipment-taken"], faults: [] });
  });
  test("sent twice with one key: one booking", async () => {
    const of = await shared({ count: 3 });
    const once = () =>
      perform(bookEquipmentCommand, callAs(world, "contact", `booking-${of.equipmentId}`), {
        ...of,
        ...{ startsOn: day(8), startsAt: "09:00", endsOn: day(8), endsAt: "10:00" },
        purpose: "示例",
      });
    const [a, b] = [value(await once()), value(await once())];
    expect(b.id).toBe(a.id);
  });
  test("the database itself lets no two overlap, whatever their state says later", async () => {
    const of = await shared();
    const made = value(await book(of, "09:00", "11:00"));
    const row = await db().equipmentBooking.findUniqueOrThrow({ where: { id: made.id } });
    const { id: _, ...same } = row;
    await expect(db().equipmentBooking.create({ data: same })).rejects.toThrow(/no_overlap|23P01/);
    // The guards of the triggers: a row that breaks nothing else.
    const guarded = { code: "P2003" };
    await expect(
      db().equipmentBooking.create({ data: { ...same, piece: 2 } }),
    ).rejects.toMatchObject(guarded);
    await expect(
      db().equipmentBooking.update({ where: { id: made.id }, data: { purpose: "示例：别的" } }),
    ).rejects.toMatchObject(guarded);
    await expect(
      db().equipmentBooking.create({
        data: { ...same, startsAt: row.endsAt, endsAt: row.startsAt },
      }),
    ).rejects.toThrow(/equipment_bookings_times/);
  });
  test("a time given back is free again", async () => {
    const of = await shared();
    const first = value(await book(of, "09:00", "11:00"));
    expect(value(await cancel(of, first.id))).toMatchObject({ state: "cancelled" });
    expect(await cancel(of, first.id, "contact", { version: 2 })).toMatchObject({
      reason: "booking-wrong-state",
    });
    expect(await book(of, "09:30", "10:00", "leader")).toMatchObject({
      ok: true,
      value: { state: "approved" },
    });
  });
});

describe("who may", () => {
  test("the host's own use is approved at once; the host does not approve what is another's own request", async () => {
    const of = await shared();
    expect(value(await book(of, "13:00", "14:00", "leader"))).toMatchObject({ state: "approved" });
    const asked = value(await book(of, "09:00", "10:00"));
    await expect(decide(of, asked.id, "contact")).rejects.toMatchObject({ code: "forbidden" });
    await expect(decide(of, asked.id, "stranger")).rejects.toMatchObject({ code: "forbidden" });
    expect(await decide(of, asked.id, "clerk")).toMatchObject({ ok: true });
  });
  test("I-15 who asked does not approve, even where he has the right; the database refuses it too", async () => {
    const of = await shared();
    const both = await createActor(db(), "enterprise_contact", {
      allianceId: world.alliance.id,
      organizationId: world.company.id,
    });
    const host = { role: "school_leader" as const, allianceId: world.alliance.id };
    const actor = { ...both, roles: [...both.roles, { ...host, organizationId: world.school.id }] };
    const call = { actor, tenant: world.alliance.slug };
    const asked = value(
      await perform(bookEquipmentCommand, call, {
        ...of,
        organizationId: world.company.id,
        ...{ startsOn: day(7), startsAt: "09:00", endsOn: day(7), endsAt: "10:00" },
        purpose: "示例",
      }),
    );
    const key = { platformId: of.platformId, bookingId: asked.id, version: 1 };
    expect(await perform(decideBookingCommand, call, { ...key, verdict: "approve" })).toMatchObject(
      { reason: "second-person-needed" },
    );
    await expect(
      db()
        .$executeRaw`UPDATE equipment_bookings SET state = 'approved', decided_by_id = requested_by_id, decided_at = now() WHERE id = ${asked.id}::uuid`,
    ).rejects.toThrow(/approved by who asked/);
  });
  test("an observer and a chair book nothing; nobody books for another unit", async () => {
    const of = await shared();
    for (const who of ["observer", "chair", "clerk"] as const) {
      await expect(book(of, "09:00", "10:00", who)).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(
      book(of, "09:00", "10:00", "contact", { organizationId: world.school.id }),
    ).rejects.toMatchObject({ code: "forbidden" });
    await expect(list(of, "observer")).rejects.toMatchObject({ code: "forbidden" });
  });
  test("what it is for is between the host and who booked; the public sees no bookings at all", async () => {
    const of = await shared();
    value(await book(of, "09:00", "10:00"));
    expect((await list(of, "leader")).items[0]?.purpose).toBe("示例：打样");
    expect((await list(of, "contact")).items[0]?.purpose).toBe("示例：打样");
    expect((await list(of, "chair")).items[0]?.purpose).toBeNull();
    const view = await ask(getPlatformQuery, callAs(world, "observer"), {
      platformId: of.platformId,
    });
    expect(view.may.bookings).toBe(false);
  });
  test("the host takes a time back with a reason, and not without", async () => {
    const of = await shared();
    const asked = value(await book(of, "09:00", "10:00"));
    value(await decide(of, asked.id));
    await expect(cancel(of, asked.id, "leader", { version: 2 })).rejects.toMatchObject({
      issues: [{ path: "reason", message: "required" }],
    });
    await expect(
      cancel(of, asked.id, "reporter", { version: 2, reason: "示例" }),
    ).rejects.toMatchObject({ code: "forbidden" });
    await expect(
      cancel(of, asked.id, "leader", { version: 1, reason: "示例" }),
    ).rejects.toMatchObject({ code: "stale" });
    expect(
      await cancel(of, asked.id, "leader", { version: 2, reason: "示例：检修" }),
    ).toMatchObject({ ok: true });
  });
});

describe("bad times, closed doors", () => {
  test.each([
    ["11:00", "09:00", {}, "booking-ends-before-start"],
    ["09:00", "10:00", { startsOn: day(-1) }, "booking-in-past"],
    ["09:00", "10:00", { endsOn: day(40) }, "booking-too-long"],
    ["09:00", "10:00", { startsOn: day(200), endsOn: day(200) }, "booking-too-far"],
  ])("%s to %s %o: %s", async (from, to, more, reason) => {
    expect(await book(await shared(), from, to, "contact", more)).toMatchObject({ reason });
  });
  test.each(["25:00", "9:00", "09:60", "", "０９:00"])("the time %s is none", async (from) => {
    await expect(book(await shared(), from, "10:00")).rejects.toMatchObject({
      issues: [{ path: "startsAt" }],
    });
  });
  test("not open to others, suspended, retired, a former member", async () => {
    expect(await book(await shared({ openHours: null }), "09:00", "10:00")).toMatchObject({
      reason: "equipment-not-open",
    });
    expect(await book(await shared({ state: "suspended" }), "09:00", "10:00")).toMatchObject({
      reason: "equipment-not-open",
    });
    const of = await shared();
    const asked = value(await book(of, "09:00", "10:00"));
    const retire = () => perform(retireEquipmentCommand, callAs(world, "leader"), of);
    expect(await retire()).toMatchObject({ reason: "equipment-booked", details: { count: 1 } });
    value(await cancel(of, asked.id));
    expect(await retire()).toMatchObject({ ok: true });
    expect(await book(of, "09:00", "10:00")).toMatchObject({ reason: "equipment-retired" });
    const own = await createWorld(db());
    await db().membershipPeriod.updateMany({
      where: { membership: { organizationId: own.company.id } },
      data: { validTo: new Date(day(-2)) },
    });
    const { id: platformId } = await createPlatformRow(db(), { allianceId: own.alliance.id });
    const machine = await db().platformEquipment.create({
      data: { allianceId: own.alliance.id, platformId, name: "示例", value: 1, openHours: "示例" },
    });
    expect(
      await perform(bookEquipmentCommand, callAs(own, "contact"), {
        platformId,
        equipmentId: machine.id,
        ...{ startsOn: day(7), startsAt: "09:00", endsOn: day(7), endsAt: "10:00" },
        purpose: "示例",
      }),
    ).toMatchObject({ reason: "not-a-member" });
  });
  test("every illegal step is refused and nothing changes", async () => {
    const to = { approved: "approve", rejected: "reject" } as const;
    for (const from of bookingStates) {
      const of = await shared();
      const { id } = value(await book(of, "09:00", "10:00"));
      if (from !== "requested") {
        await db().equipmentBooking.update({
          where: { id },
          data: { state: from, decidedAt: new Date(), reason: "示例" },
        });
      }
      for (const next of ["approved", "rejected", "cancelled"] as const) {
        if (bookingMayBecome(from, next)) continue;
        const answer =
          next === "cancelled"
            ? await cancel(of, id, "contact", { reason: "示例" })
            : await decide(of, id, "leader", { verdict: to[next], reason: "示例" });
        expect(answer).toMatchObject({ reason: "booking-wrong-state" });
      }
      expect((await db().equipmentBooking.findUniqueOrThrow({ where: { id } })).state).toBe(from);
    }
  });
});

test("mail: whoever has left the unit hears nothing more of its bookings", async () => {
  const own = await createWorld(db());
  const { id: platformId } = await createPlatformRow(db(), {
    allianceId: own.alliance.id,
    hostId: own.school.id,
  });
  const { id: equipmentId } = await db().platformEquipment.create({
    data: { allianceId: own.alliance.id, platformId, name: "示例", value: 1, openHours: "示例" },
  });
  const asked = value(
    await perform(bookEquipmentCommand, callAs(own, "contact"), {
      ...{ platformId, equipmentId, purpose: "示例" },
      ...{ startsOn: day(7), startsAt: "09:00", endsOn: day(7), endsAt: "10:00" },
    }),
  );
  await db().roleGrant.updateMany({
    where: { userId: own.actors.contact.userId ?? "" },
    data: { validTo: new Date(day(-1)) },
  });
  const given = { platformId, bookingId: asked.id, version: 1, verdict: "approve" as const };
  value(await perform(decideBookingCommand, callAs(own, "leader"), given));
  expect(
    await db().outboxMail.count({
      where: { dedupeKey: { startsWith: `booking-approved:${asked.id}` } },
    }),
  ).toBe(0);
});

test("mail: the host is asked, who asked hears the answer, each in its language and once", async () => {
  const of = await shared();
  const email = async (who: Who) =>
    (await db().user.findUniqueOrThrow({ where: { id: world.actors[who].userId ?? "" } })).email;
  await db().user.update({
    where: { id: world.actors.contact.userId ?? "" },
    data: { locale: "en" },
  });
  const { id } = value(await book(of, "09:00", "10:00"));
  value(await decide(of, id, "leader", { verdict: "reject", reason: "示例：检修" }));
  const mails = await db().outboxMail.findMany({
    where: { dedupeKey: { contains: id } },
    orderBy: { createdAt: "asc" },
  });
  expect(mails.map((mail) => mail.recipient).sort()).toEqual(
    [await email("leader"), await email("contact")].sort(),
  );
  const answer = mails.find((mail) => mail.dedupeKey.startsWith("booking-rejected:"));
  expect(answer?.subject).toBe("Booking not approved: 示例机床");
  expect(answer?.body).toContain("示例：检修");
});
