import { expect, test } from "vitest";
import {
  changeRepresentativeOf,
  endRepresentativeOf,
  handoverQuery,
} from "@/lib/features/memberships/procedures/register";
import { dateOf, dayIn } from "@/lib/kernel/dates";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import { letter, noticed, sitting, value } from "../meetings/sitting";

const { db } = useDatabase();
const today = dayIn(new Date(), "Asia/Shanghai");

/** The delegate of seat 2 speaks for the member: a task, a proxy, a seat and minutes are in these hands. */
async function handsFull() {
  const council = await sitting();
  const allianceId = council.alliance.id;
  const personId = council.people[1]?.personId ?? "";
  const member = council.holders[1];
  const membershipId = member?.membership.id ?? "";
  const organizationId = member?.organization.id ?? "";
  const representative = await db().representative.create({
    data: {
      allianceId,
      membershipId,
      personId,
      kind: "authorised",
      validFrom: dateOf("2023-01-01"),
    },
  });
  await db().task.create({
    data: { allianceId, title: "示例任务", organizationId, personId, dueOn: dateOf("2199-01-01") },
  });
  const meeting = await noticed(council);
  value(await letter(council, meeting.id, 2, 3));
  const minutes = await db().minutes.create({ data: { allianceId, meetingId: meeting.id } });
  const signature = { allianceId, minutesId: minutes.id, personId, personName: "示例" };
  await db().minutesSignature.create({ data: { ...signature, capacity: "seat" } });
  return { council, membershipId, representative, personId };
}

const kinds = ["delegate", "meeting", "minutes", "proxy_given", "task"];

test("Representative leaves the employer: open tasks and proxies are listed for reassignment", async () => {
  const { council, membershipId, representative } = await handsFull();
  const { people } = await ask(handoverQuery, council.call, { membershipId });
  expect(people).toHaveLength(1);
  expect(people[0]?.items.map(({ kind }) => kind)).toEqual(kinds);
  const end = (handover?: boolean) =>
    perform(endRepresentativeOf, council.call, {
      representativeId: representative.id,
      lastDay: today,
      ...(handover !== undefined && { handover }),
    });
  expect(await end()).toMatchObject({ reason: "handover-open", details: { count: kinds.length } });
  const kept = await db().representative.findUniqueOrThrow({ where: { id: representative.id } });
  expect(kept.validTo).toBeNull();
  value(await end(true));
});

test("a successor is named only when the list of the former was confirmed; sent twice changes nothing more", async () => {
  const { council, membershipId, representative } = await handsFull();
  const change = (handover: boolean) =>
    perform(changeRepresentativeOf, council.call, {
      membershipId,
      kind: "authorised",
      name: "示例继任代表",
      from: today,
      handover,
    });
  expect(await change(false)).toMatchObject({ reason: "handover-open" });
  expect(await db().person.count({ where: { name: "示例继任代表" } })).toBe(0);
  value(await change(true));
  expect(await change(true)).toMatchObject({ reason: "representative-before-former" });
  const former = await db().representative.findUniqueOrThrow({ where: { id: representative.id } });
  expect(former.validTo).not.toBeNull();
});

test("who goes on for the member in another capacity hands nothing over", async () => {
  const { council, membershipId, representative, personId } = await handsFull();
  await db().representative.create({
    data: {
      allianceId: council.alliance.id,
      membershipId,
      personId,
      kind: "contact",
      validFrom: dateOf("2023-01-01"),
    },
  });
  const end = { representativeId: representative.id, lastDay: today };
  value(await perform(endRepresentativeOf, council.call, end));
});

test("the list is the secretariat's, and each alliance's own", async () => {
  const { council, membershipId } = await handsFull();
  const other = await sitting();
  const foreign = ask(handoverQuery, other.call, { membershipId });
  await expect(foreign).rejects.toMatchObject({ code: "not-found" });
  const delegate = ask(handoverQuery, council.person(2), { membershipId });
  await expect(delegate).rejects.toMatchObject({ code: "forbidden" });
});
