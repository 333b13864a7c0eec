import "../rest/browser";
import { mkdtempSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { GET } from "@/app/api/calls/[alliance]/[call]/[file]/route";
import { PUT } from "@/app/api/calls/[alliance]/[call]/route";
import { listEntriesQuery } from "@/lib/features/audit/procedures";
import {
  officeStepCommand,
  openBidsCommand,
  posterStepCommand,
  proposeTermsCommand,
  publishCallCommand,
} from "@/lib/features/calls/procedures/needs";
import { addDays } from "@/lib/kernel/dates";
import { ask, perform } from "@/lib/platform/corridor/faces";
import type { Call } from "@/lib/platform/corridor/invoke";
import { spreadsheetBomb } from "@/tests/support/bomb";
import { useDatabase } from "@/tests/support/database";
import { keyOf, read } from "../rest/call";
import { biddingCall, callWorld, closeNow, submit, today, value, versionOf } from "./world";

const dataDir = mkdtempSync(join(tmpdir(), "bid-files-"));
process.env.DATA_DIR = dataDir;
const { db } = useDatabase();
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const SECRET = "only-this-team-knows";
const pdf = Buffer.from(`%PDF-1.7\n${SECRET}`);
const address = "http://localhost:3999/api/calls";

const headersOf = async (call: Call) => ({
  authorization: `Bearer ${await keyOf(db(), call.actor.userId ?? "")}`,
});

async function put(call: Call, id: string, body: BodyInit = pdf, name = "秘密方案.pdf") {
  const alliance = call.tenant ?? "";
  const request = new Request(`${address}/${alliance}/${id}?name=${encodeURIComponent(name)}`, {
    method: "PUT",
    body,
    headers: await headersOf(call),
    duplex: "half",
  } as RequestInit);
  return read(await PUT(request, { params: Promise.resolve({ alliance, call: id }) }));
}

async function get(call: Call, id: string, file: string) {
  const alliance = call.tenant ?? "";
  const request = new Request(`${address}/${alliance}/${id}/${file}`, {
    headers: await headersOf(call),
  });
  return GET(request, { params: Promise.resolve({ alliance, call: id, file }) });
}

/** Everything that lies on the disk, as one text. */
async function onDisk(): Promise<string> {
  const names = await readdir(dataDir, { recursive: true, withFileTypes: true });
  const files = names.filter((one) => one.isFile());
  const bytes = await Promise.all(files.map((one) => readFile(join(one.parentPath, one.name))));
  return Buffer.concat(bytes).toString("latin1");
}

test("a file of a bid is sealed before it reaches the disk, and opens with the bid", async () => {
  const world = await callWorld();
  const id = await biddingCall(world);
  const sent = await put(world.bidders[0], id);
  expect(sent.status).toBe(200);
  const fileId = String((JSON.parse(sent.text) as { id: string }).id);
  expect(await onDisk()).not.toContain(SECRET);
  const row = await db().storedFile.findFirstOrThrow();
  expect([row.name, row.mediaType]).toEqual(["sealed.bin", "application/octet-stream"]);
  value(await submit(world.bidders[0], id, { fileId }));
  expect(await submit(world.bidders[1], id, { fileId })).toMatchObject({
    reason: "bid-file-not-yours",
  });
  value(await submit(world.bidders[1], id));
  for (const call of [world.office, world.bidders[0], world.enterprise]) {
    expect((await get(call, id, fileId)).status).toBe(404);
  }
  await closeNow(id);
  expect((await put(world.bidders[0], id)).status).toBe(409);
  value(await perform(openBidsCommand, world.office, await versionOf(id)));
  expect((await get(world.office, id, fileId)).status).toBe(404);
  value(await perform(openBidsCommand, world.supervisor, await versionOf(id)));
  for (const call of [world.office, world.bidders[0]]) {
    const answer = await get(call, id, fileId);
    expect(Buffer.from(await answer.arrayBuffer()).equals(pdf)).toBe(true);
    expect(answer.headers.get("content-disposition")).toContain(encodeURIComponent("秘密方案.pdf"));
  }
  for (const call of [world.bidders[1], world.enterprise, world.experts[1]]) {
    expect((await get(call, id, fileId)).status).toBe(404);
  }
});

test("what is no document, too large, or not for this caller leaves nothing on the disk", async () => {
  const world = await callWorld();
  const id = await biddingCall(world);
  const before = await onDisk();
  expect((await put(world.bidders[0], id, "<svg/>", "a.svg")).status).toBe(400);
  expect((await put(world.bidders[0], id, pdf, "a.png")).status).toBe(400);
  expect((await put(world.bidders[0], id, Buffer.alloc(20 * 1024 * 1024 + 1))).status).toBe(413);
  const bomb = await put(world.bidders[0], id, spreadsheetBomb(), "a.xlsx");
  expect([bomb.status, bomb.text]).toEqual([400, expect.stringContaining("file-overpacked")]);
  expect((await put(world.office, id)).status).toBe(403);
  expect((await put(world.enterprise, id)).status).toBe(409);
  expect(await onDisk()).toBe(before);
});

test("a file of the first round is none of the second: no key opens it there; nor does the chain tell who sent it", async () => {
  const world = await callWorld();
  const id = await biddingCall(world);
  const sent = await put(world.bidders[0], id);
  const fileId = String((JSON.parse(sent.text) as { id: string }).id);
  const uploads = { action: "file.upload", limit: 100 };
  expect((await ask(listEntriesQuery, world.supervisor, uploads)).items).toEqual([]);
  await closeNow(id);
  const none = { ...(await versionOf(id)), step: "declare_no_bid" as const };
  value(await perform(officeStepCommand, world.office, none));
  const criteria = [{ name: "示例", weight: 100 }];
  const terms = { ...(await versionOf(id)), criteria, leastBids: 1, reason: "示例：再发一轮" };
  value(await perform(proposeTermsCommand, world.office, terms));
  const agree = { ...(await versionOf(id)), step: "agree" as const };
  value(await perform(posterStepCommand, world.enterprise, agree));
  const again = { ...(await versionOf(id)), closesOn: addDays(today, 5) };
  value(await perform(publishCallCommand, world.office, again));
  expect(await submit(world.bidders[0], id, { fileId })).toMatchObject({
    reason: "bid-file-not-yours",
  });
  value(await submit(world.bidders[0], id));
});
