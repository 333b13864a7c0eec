import { expect, test } from "vitest";
import { getRosterQuery, listBodiesQuery } from "@/lib/features/bodies/procedures/roster";
import { createMeetingCommand } from "@/lib/features/meetings/procedures/prepare";
import { proposeCommand } from "@/lib/features/meetings/procedures/proposals";
import { addDays, dateOf, dayIn } from "@/lib/kernel/dates";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createBody, createHolder } from "@/prisma/seed/factories/governance";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { seatedCouncil } from "../meetings/council";

const { db } = useDatabase();
const on = (day: string) => new Date(`${day}T00:00:00Z`);

test("I-13 the holder of a seat is the one of the day, both ends included", async () => {
  const council = await seatedCouncil({ seats: 3 });
  const [first] = council.holders;
  const seatId = council.seats[0]?.id ?? "";
  await db().seatHolding.update({
    where: { id: first?.holding.id ?? "" },
    data: { validTo: on("2026-03-31") },
  });
  const next = await createHolder(db(), {
    allianceId: council.alliance.id,
    seatId,
    termId: council.term.id,
    from: "2026-04-01",
  });
  const holderOn = async (day: string) => {
    const roster = await ask(getRosterQuery, council.call, { bodyId: council.body.id, day });
    return roster.holders.find((holder) => holder.seatId === seatId)?.holderName;
  };
  expect(await holderOn("2026-03-31")).toBe(first?.organization.name);
  expect(await holderOn("2026-04-01")).toBe(next.organization.name);
  expect(await holderOn("2022-12-31")).toBeUndefined();
});

test("documents keep the name valid on their date", async () => {
  const council = await seatedCouncil({ seats: 1 });
  const organizationId = council.holders[0]?.organization.id ?? "";
  await db().organizationName.create({
    data: { organizationId, kind: "former", name: "示例旧名", validTo: on("2024-06-30") },
  });
  const nameOn = async (day: string) =>
    (await ask(getRosterQuery, council.call, { bodyId: council.body.id, day })).holders[0]
      ?.holderName;
  expect(await nameOn("2024-06-30")).toBe("示例旧名");
  expect(await nameOn("2024-07-01")).toBe(council.holders[0]?.organization.name);
});

test("an ended membership leaves its seat vacant from the day after", async () => {
  const council = await seatedCouncil({ seats: 2 });
  await db().membershipPeriod.updateMany({
    where: { membershipId: council.holders[0]?.membership.id ?? "" },
    data: { validTo: on("2026-05-01") },
  });
  const seatsOn = async (day: string) =>
    (await ask(getRosterQuery, council.call, { bodyId: council.body.id, day })).seats;
  expect(await seatsOn("2026-05-01")).toEqual({ all: 2, filled: 2, eligible: 2 });
  expect(await seatsOn("2026-05-02")).toEqual({ all: 2, filled: 1, eligible: 1 });
});

test("A-01 rosters are the secretariat's, and only of its own alliance", async () => {
  const ours = await seatedCouncil({ seats: 1 });
  const theirs = await seatedCouncil({ seats: 1 });
  await expect(
    ask(getRosterQuery, ours.call, { bodyId: theirs.body.id, day: "2026-01-01" }),
  ).rejects.toMatchObject({ code: "not-found" });
  const actor = await createActor(db(), "delegate", { allianceId: ours.alliance.id });
  await expect(
    ask(getRosterQuery, { ...ours.call, actor }, { bodyId: ours.body.id, day: "2026-01-01" }),
  ).rejects.toMatchObject({ code: "forbidden" });
});

test("bodies come in the order of the structure, with their seats and the vacant ones", async () => {
  const council = await seatedCouncil({ seats: 4 });
  await createBody(db(), {
    allianceId: council.alliance.id,
    name: "示例秘书处",
    kind: "secretariat",
    sortOrder: 2,
  });
  await db().seat.update({ where: { id: council.seats[3]?.id ?? "" }, data: { voting: false } });
  const { items } = await ask(listBodiesQuery, council.call, {});
  expect(items.map((body) => [body.name, body.votingSeats, body.seats, body.vacant])).toEqual([
    ["示例理事会", 3, 4, 0],
    ["示例秘书处", 0, 0, 0],
  ]);

  await db().seatHolding.deleteMany({ where: { seatId: council.seats[3]?.id ?? "" } });
  const [left] = (await ask(listBodiesQuery, council.call, {})).items;
  expect(left, "a seat without a vote stands empty as any other").toMatchObject({
    votingSeats: 3,
    seats: 4,
    vacant: 1,
  });
});

test("a dissolved body is offered for nothing new, and still found in lists of what has been", async () => {
  const council = await seatedCouncil({ seats: 3 });
  const today = dayIn(new Date(), "Asia/Shanghai");
  const dissolve = (on: string) =>
    db().governanceBody.update({
      where: { id: council.body.id },
      data: { dissolvedOn: dateOf(on) },
    });
  const names = async (input: object = {}) =>
    (await ask(listBodiesQuery, council.call, input)).items.map(({ name }) => name);
  await dissolve(today);
  expect(await names()).toEqual(["示例理事会"]);
  await dissolve(addDays(today, -1));
  expect(await names()).toEqual([]);
  expect(await names({ dissolved: "included" })).toEqual(["示例理事会"]);
  const meeting = {
    bodyId: council.body.id,
    title: "示例会议",
    mode: "room",
    time: "09:00",
  } as const;
  const create = (heldOn: string) =>
    perform(createMeetingCommand, council.call, { ...meeting, heldOn });
  expect(await create(addDays(today, 3))).toMatchObject({ reason: "body-dissolved" });
  expect(await create(addDays(today, -1))).toMatchObject({ ok: true });
  const proposal = { bodyId: council.body.id, title: "示例议题", explanation: "示例" };
  const chair = await createActor(db(), "chair", { allianceId: council.alliance.id });
  const propose = perform(proposeCommand, { ...council.call, actor: chair }, proposal);
  expect(await propose).toMatchObject({ reason: "body-dissolved" });
  await expect(
    db().meeting.create({
      data: {
        allianceId: council.alliance.id,
        bodyId: council.body.id,
        title: "示例",
        mode: "room",
        state: "draft",
        scheduledAt: new Date(),
      },
    }),
  ).rejects.toThrow(/body-dissolved/);
});
