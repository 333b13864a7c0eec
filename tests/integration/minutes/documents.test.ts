import "../rest/browser";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { GET as archive } from "@/app/api/archives/[alliance]/[meetingId]/route";
import { GET as minutesWord } from "@/app/api/documents/minutes/[alliance]/[meetingId]/route";
import { GET as noticeWord } from "@/app/api/documents/notices/[alliance]/[meetingId]/route";
import { GET as resolutionWord } from "@/app/api/documents/resolutions/[alliance]/[resolutionId]/route";
import type { Call } from "@/lib/platform/corridor/invoke";
import { useDatabase } from "@/tests/support/database";
import { keyOf } from "../rest/call";
import { heldMeeting, minutesAt, type World } from "./world";

const { db } = useDatabase();

beforeAll(async () => {
  process.env.DATA_DIR = await mkdtemp(join(tmpdir(), "archive-"));
});

const requestOf = async (call: Call) => {
  const key = await keyOf(db(), call.actor.userId ?? "");
  return new Request("http://localhost:3999/api", { headers: { authorization: `Bearer ${key}` } });
};
const params = (world: World) => ({ alliance: world.alliance.slug, meetingId: world.meetingId });
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

async function wordOf(response: Response) {
  expect(response.status).toBe(200);
  const parts = unzipSync(await bytesOf(response));
  const text = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
  return { text, footer: Object.keys(parts).some((name) => name.includes("footer")) };
}

test("minutes, notice and resolution as Word: 标题, 文号, 正文, 印章, 页码, Chinese fonts", async () => {
  const world = await heldMeeting();
  await minutesAt(world, "confirmed");
  const request = await requestOf(world.secretary);
  const minutes = await wordOf(
    await minutesWord(request, { params: Promise.resolve(params(world)) }),
  );
  expect(minutes.text).toContain("纪要〔");
  expect(minutes.text).toContain("（印章）");
  expect(minutes.text).toContain('w:eastAsia="仿宋_GB2312"');
  expect(minutes.text).toContain('w:eastAsia="方正小标宋简体"');
  expect(minutes.footer).toBe(true);
  const notice = await wordOf(
    await noticeWord(request, { params: Promise.resolve(params(world)) }),
  );
  expect(notice.text).toContain("关于召开示例理事会第一次会议的通知");
  const ids = { alliance: world.alliance.slug, resolutionId: world.resolutionId };
  const resolution = await wordOf(await resolutionWord(request, { params: Promise.resolve(ids) }));
  expect(resolution.text).toContain("示例理事会决议〔2026〕1号");
});

test("the archive opens, and its index names every part with its SHA-256", async () => {
  const world = await heldMeeting();
  await minutesAt(world, "confirmed");
  const original = new TextEncoder().encode("%PDF-1.7 示例原件");
  // Where the store looks for the bytes of the factory's file.
  const hash = world.file.sha256;
  const folder = join(process.env.DATA_DIR ?? "", "files", hash.slice(0, 2));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, hash), original);
  const response = await archive(await requestOf(world.secretary), {
    params: Promise.resolve(params(world)),
  });
  expect(response.headers.get("content-type")).toBe("application/zip");
  const parts = unzipSync(await bytesOf(response));
  const index = strFromU8(parts["目录.txt"] ?? new Uint8Array());
  const names = Object.keys(parts).filter((name) => name !== "目录.txt");
  expect(names.sort()).toEqual(
    [
      "01-会议通知.docx",
      "02-签到表.csv",
      "05-表决单.csv",
      "06-会议纪要.docx",
      "07-决议/1.docx",
      "08-会议原件/示例会议记录.pdf",
    ].sort(),
  );
  for (const name of names) {
    expect(index, name).toContain(`${sha256(parts[name] ?? new Uint8Array())}  `);
    expect(index).toContain(name);
  }
  expect(strFromU8(parts["02-签到表.csv"] ?? new Uint8Array())).toContain("出席");
  expect(strFromU8(parts["05-表决单.csv"] ?? new Uint8Array())).toContain("举手");
});

test("a file whose bytes are gone is named as missing, the rest is there", async () => {
  const world = await heldMeeting();
  await rm(join(process.env.DATA_DIR ?? "", "files"), { recursive: true, force: true });
  const response = await archive(await requestOf(world.secretary), {
    params: Promise.resolve(params(world)),
  });
  const parts = unzipSync(await bytesOf(response));
  const index = strFromU8(parts["目录.txt"] ?? new Uint8Array());
  expect(index).toContain("文件缺失：08-会议原件/示例会议记录.pdf");
  expect(index).toContain("文件缺失：06-会议纪要.docx");
});

test.each(["delegate", "member"] as const)("the archive is not the %s's", async (who) => {
  const world = await heldMeeting();
  const response = await archive(await requestOf(world[who]), {
    params: Promise.resolve(params(world)),
  });
  expect(response.status).toBe(403);
});

test("another alliance's secretariat gets no paper", async () => {
  const [world, other] = [await heldMeeting(), await heldMeeting()];
  const request = await requestOf(other.secretary);
  const where = { ...params(world), alliance: other.alliance.slug };
  for (const route of [archive, noticeWord, minutesWord]) {
    expect((await route(request, { params: Promise.resolve(where) })).status).toBe(404);
  }
});
