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
  /** The first entry of the directory says another size than the part has. */
  const lying = (bytes: Uint8Array, at: number, size: number) => {
    const lie = Buffer.from(bytes);
    lie.writeUInt32LE(size, lie.readUInt32LE(lie.length - 6) + at);
    return lie;
  };
  test("a directory that lies about the size does not hide a bomb, small or large when packed", async () => {
    expect(await overpacked(lying(sheet(new Uint8Array(60 * 1024 * 1024)), 24, 1000))).toBe(true);
    const tight = new Uint8Array(8 * 1024 * 1024);
    const parts = Object.fromEntries([..."1234567"].map((name) => [name, tight]));
    let many: Uint8Array = zipSync(parts);
    for (let entry = Buffer.from(many).readUInt32LE(many.length - 6), one = 0; one < 7; one += 1) {
      const lie = Buffer.from(many);
      lie.writeUInt32LE(1000, entry + 24);
      entry += 46 + lie.readUInt16LE(entry + 28);
      many = lie;
    }
    expect(await overpacked(many)).toBe(true);
    expect(await overpacked(lying(sheet(noise(5_000_000)), 24, 1000))).toBe(false);
  });
  test("parts that are cut off, lie on each other or are of an unknown kind", async () => {
    const whole = sheet(noise(200_000));
    expect(await overpacked(lying(whole, 20, 1000))).toBe(true);
    expect(await overpacked(lying(whole, 20, 0xfffffff))).toBe(true);
    expect(await overpacked(lying(whole, 42, 7))).toBe(true);
    const method = Buffer.from(whole);
    method.writeUInt16LE(14, method.readUInt32LE(method.length - 6) + 10);
    expect(await overpacked(method)).toBe(true);
    expect(await overpacked(zipSync({ a: [noise(5000), { level: 0 }] }))).toBe(false);
  });
  test("only zips are asked", async () => {
    expect(await overpackedBytes("application/pdf", noise(100))).toBe(false);
  });
});
