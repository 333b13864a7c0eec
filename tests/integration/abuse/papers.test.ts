import { expect, test } from "vitest";
import {
  challengeCommand,
  decideChallengeCommand,
  declareConflictCommand,
  leaveCommand,
} from "@/lib/features/meetings/procedures/attend";
import { addPaperCommand } from "@/lib/features/meetings/procedures/prepare";
import { getArchiveQuery } from "@/lib/features/minutes/procedures";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createStoredFile } from "@/prisma/seed/factories/governance";
import { useDatabase } from "@/tests/support/database";
import { delegate, drafted, opened, sitting, value } from "../meetings/sitting";

const { db } = useDatabase();

test("the package of a meeting has no paper of an item from which its reader is recused", async () => {
  const council = await sitting();
  const { id, items } = await opened(council, 9, { items: 2 });
  const [shut = "", free = ""] = items;
  const names: string[] = [];
  for (const itemId of [shut, free]) {
    const file = await createStoredFile(db(), { allianceId: council.alliance.id });
    value(await perform(addPaperCommand, council.call, { itemId, fileId: file.id }));
    names.push(file.id);
  }
  value(
    await perform(declareConflictCommand, council.person(1), {
      itemId: shut,
      seatId: council.seat(1),
      conflict: "yes",
    }),
  );
  const papers = async (call: typeof council.call) =>
    (await ask(getArchiveQuery, call, { meetingId: id })).papers.map((one) => one.id);
  expect(await papers(council.person(1))).toEqual([names[1]]);
  expect(await papers(council.call)).toEqual(names);
});

test("the package of a draft is not there for those who do not see drafts", async () => {
  const council = await sitting();
  const { id } = await drafted(council);
  await expect(ask(getArchiveQuery, council.person(1), { meetingId: id })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("A-31 whoever stands in for a challenged seat does not decide about its conflict either", async () => {
  const council = await sitting();
  const { items } = await opened(council, 9);
  const [itemId = ""] = items;
  const chair = council.person(1);
  value(
    await perform(challengeCommand, council.person(5), {
      itemId,
      seatId: council.seat(2),
      reason: "示例：持有股份",
    }),
  );
  await delegate(
    council.alliance.id,
    council.holders[1]?.holding.id ?? "",
    chair.actor,
    "alternate",
  );
  const decided = await perform(decideChallengeCommand, chair, {
    itemId,
    seatId: council.seat(2),
    recused: "no",
    reason: "示例：理事会决定",
  });
  expect(decided).toMatchObject({ ok: false, reason: "own-conflict" });
});

test("A-21 an alternate does not send the principal out of the seat", async () => {
  const council = await sitting();
  const { id } = await opened(council, 9);
  const other = council.person(5);
  await delegate(
    council.alliance.id,
    council.holders[1]?.holding.id ?? "",
    other.actor,
    "alternate",
  );
  const input = { meetingId: id, seatId: council.seat(2) };
  await expect(perform(leaveCommand, other, input)).rejects.toMatchObject({ code: "forbidden" });
  value(await perform(leaveCommand, council.person(2), input));
});
