import "../rest/browser";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { GET as ballotsWord } from "@/app/api/documents/ballots/[alliance]/[meetingId]/route";
import { GET as signInWord } from "@/app/api/documents/sign-in/[alliance]/[meetingId]/route";
import { getThreadsQuery } from "@/lib/features/resolutions/procedures";
import { ask } from "@/lib/platform/corridor/faces";
import type { Call } from "@/lib/platform/corridor/invoke";
import { useDatabase } from "@/tests/support/database";
import { noticed, sitting } from "../meetings/sitting";
import { keyOf } from "../rest/call";
import { heldMeeting } from "./world";

const { db } = useDatabase();

const asked = async (call: Call, meetingId: string, route: typeof signInWord, alliance = "") => {
  const key = await keyOf(db(), call.actor.userId ?? "");
  const request = new Request("http://localhost:3999/api", {
    headers: { authorization: `Bearer ${key}` },
  });
  return route(request, {
    params: Promise.resolve({ alliance: alliance || (call.tenant ?? ""), meetingId }),
  });
};
const textOf = async (response: Response) => {
  expect(response.status).toBe(200);
  const parts = unzipSync(new Uint8Array(await response.arrayBuffer()));
  return strFromU8(parts["word/document.xml"] ?? new Uint8Array());
};

test("the attendance sheet after a meeting: every seat with its status, as a ruled table", async () => {
  const world = await heldMeeting();
  const text = await textOf(await asked(world.secretary, world.meetingId, signInWord));
  expect(text).toContain("签到表");
  expect(text).toContain("<w:tbl>");
  expect(text.match(/<w:tr>|<w:tr /g)).toHaveLength(1 + world.seats.length);
  expect(text).toContain(world.holders[0]?.organization.name);
});

test("before the meeting it is a list to sign on: who was called, and an empty column", async () => {
  const council = await sitting();
  const { id } = await noticed(council);
  const text = await textOf(await asked(council.call, id, signInWord));
  expect(text).toContain("签名");
  expect(text).toContain(council.holders[8]?.organization.name);
});

test("the ballots sheet tells counts and outcome of each vote", async () => {
  const world = await heldMeeting();
  const text = await textOf(await asked(world.secretary, world.meetingId, ballotsWord));
  expect(text).toContain("赞成 8，反对 0，弃权 1，无效 0");
  expect(text).toContain("通过");
});

test("both sheets are the archive's readers' alone, and of the own alliance", async () => {
  const [world, other] = [await heldMeeting(), await heldMeeting()];
  for (const route of [signInWord, ballotsWord]) {
    expect((await asked(world.member, world.meetingId, route)).status).toBe(403);
    expect((await asked(other.secretary, world.meetingId, route)).status).toBe(404);
  }
});

test("the lines of a meeting: one per item that was voted on, with its resolution; another alliance has none", async () => {
  const [world, other] = [await heldMeeting(), await heldMeeting()];
  const { meetingId } = world;
  const { items } = await ask(getThreadsQuery, world.delegate, { meetingId });
  expect(items).toMatchObject([{ item: { order: 2 }, resolution: { id: world.resolutionId } }]);
  expect((await ask(getThreadsQuery, other.delegate, { meetingId })).items).toEqual([]);
});
