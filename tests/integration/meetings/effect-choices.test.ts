import { expect, test } from "vitest";
import { addItemCommand, effectChoicesQuery } from "@/lib/features/meetings/procedures/prepare";
import { dateOf, dayIn } from "@/lib/kernel/dates";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import { drafted, sitting, value } from "./sitting";

const { db } = useDatabase();
const today = dayIn(new Date(), "Asia/Shanghai");

test("a vacant personal seat is offered with the people of the alliance, and none of another one", async () => {
  const [council, other] = [await sitting({ filled: 8 }), await sitting()];
  await db().seat.update({ where: { id: council.seat(9) }, data: { basis: "elected" } });
  const choices = await ask(effectChoicesQuery, council.call, {});
  expect(choices.appoint).toMatchObject([{ id: council.seat(9), personal: true }]);
  const known = new Set(choices.people.map(({ id }) => id));
  expect(known.has(council.people[3]?.personId ?? "")).toBe(true);
  expect(known.has(other.people[3]?.personId ?? "")).toBe(false);
  expect(known.size).toBe(choices.people.length);
  const meeting = await drafted(council, { items: 0 });
  const appoint = {
    kind: "appoint" as const,
    seatId: council.seat(9),
    personId: council.people[3]?.personId ?? "",
    from: today,
  };
  value(
    await perform(addItemCommand, council.call, {
      meetingId: meeting.id,
      title: "示例任命",
      kind: "decide",
      matter: "ordinary",
      effect: appoint,
    }),
  );
});

test("whoever gave notice may be let go in spite of what is open, until a resolution said so", async () => {
  const council = await sitting();
  const member = council.holders[2];
  const exit = await db().membershipExit.create({
    data: {
      allianceId: council.alliance.id,
      membershipId: member?.membership.id ?? "",
      noticedOn: dateOf(today),
      lastDay: dateOf("2199-12-31"),
      givenById: council.people[2]?.personId ?? "",
      reason: "示例",
    },
  });
  const read = async () => (await ask(effectChoicesQuery, council.call, {})).end_in_spite;
  expect(await read()).toEqual([{ id: member?.membership.id, name: member?.organization.name }]);
  await db().membershipExit.update({
    where: { id: exit.id },
    data: { state: "revoked", closedAt: new Date() },
  });
  expect(await read()).toEqual([]);
});
