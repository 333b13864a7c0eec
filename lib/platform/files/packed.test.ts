import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { overpackedBytes } from "./packed";

const EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const overpacked = (bytes: Uint8Array) => overpackedBytes(EXCEL, bytes);
const sheet = (bytes: Uint8Array) => zipSync({ "xl/worksheets/sheet1.xml": bytes });
const noise = (length: number) =>
  Uint8Array.from({ length }, (_, at) => (Math.imul(at, 2654435761) >>> 13) & 255);

describe("A-52 what unpacks to far more than it weighs", () => {
  test("an ordinary sheet is taken, also one of nothing but the same line", async () => {
    expect(await overpacked(sheet(noise(200_000)))).toBe(false);
    expect(await overpacked(sheet(new Uint8Array(5_000_000)))).toBe(false);
  });
  test("a bomb is not", async () => {
    const bomb = sheet(new Uint8Array(60 * 1024 * 1024));
    expect(bomb.byteLength).toBeLessThan(100_000);
    expect(await overpacked(bomb)).toBe(true);
  });
  test("many parts that together are one are not", async () => {
    const part = new Uint8Array(12 * 1024 * 1024);
    const parts = Object.fromEntries(["1", "2", "3", "4", "5"].map((name) => [name, part]));
    expect(await overpacked(zipSync(parts))).toBe(true);
  });
  test("a size that stands for zip64, and a directory that is cut off", async () => {
    const bytes = Buffer.from(sheet(noise(1000)));
    const entry = bytes.readUInt32LE(bytes.length - 6);
    const huge = Buffer.from(bytes);
    huge.writeUInt32LE(0xffffffff, entry + 24);
    expect(await overpacked(huge)).toBe(true);
    expect(await overpacked(bytes.subarray(0, bytes.length - 30))).toBe(true);
  });
  test("only zips are asked", async () => {
    expect(await overpackedBytes("application/pdf", noise(100))).toBe(false);
  });
});
