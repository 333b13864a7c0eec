import { expect, test } from "vitest";
import * as attend from "@/lib/features/meetings/procedures/attend";
import { addItemCommand } from "@/lib/features/meetings/procedures/prepare";
import { perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import { checkedIn, drafted, letter, look, noticed, sitting, value } from "./sitting";

useDatabase();

test("a full room is checked in at once: twice is once, and a letter stays a letter", async () => {
  const council = await sitting();
  const { id } = await checkedIn(council, 0);
  value(await letter(council, id, 2, 3));
  const all = (call = council.call) => perform(attend.markAllCommand, call, { meetingId: id });
  const filled = council.holders.length;
  expect(value(await all()).entered).toBe(filled - 1);
  expect(value(await all()).entered).toBe(0);
  const { seats, proxies } = await look(council, id);
  expect(seats.filter((seat) => seat.present)).toHaveLength(filled - 1);
  expect(proxies[0]?.state).toBe("accepted");
  await expect(all(council.person(2))).rejects.toMatchObject({ code: "forbidden" });
});

test("before check-in nobody is marked present", async () => {
  const council = await sitting();
  const { id } = await noticed(council);
  expect(await perform(attend.markAllCommand, council.call, { meetingId: id })).toMatchObject({
    reason: "wrong-state",
  });
});

test("an effect needs its class of matters, and never reaches into another alliance", async () => {
  const council = await sitting();
  const other = await sitting();
  const { id } = await drafted(council);
  const add = (matter: "ordinary" | "special", membershipId: string) =>
    perform(addItemCommand, council.call, {
      meetingId: id,
      title: "示例除名",
      kind: "decide",
      matter,
      effect: { kind: "expel", membershipId },
    });
  const own = council.holders[1]?.membership.id ?? "";
  expect(await add("ordinary", own)).toMatchObject({ reason: "effect-needs-special" });
  expect(await add("special", own)).toMatchObject({ ok: true });
  await expect(add("special", other.holders[1]?.membership.id ?? "")).rejects.toMatchObject({
    code: "not-found",
  });
});
