import { describe, expect, test } from "vitest";
import { mediaTypeOf, safeFileName } from "./kinds";

const pdf = new TextEncoder().encode("%PDF-1.7\n%âãÏÓ\n1 0 obj");
const png = Uint8Array.from([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
]);
const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>');

describe("A-54 allowed by content", () => {
  test("a PDF named as one", async () =>
    expect(await mediaTypeOf("协议.pdf", pdf)).toBe("application/pdf"));
  test("a picture named .pdf is refused", async () =>
    expect(await mediaTypeOf("协议.pdf", png)).toBeUndefined());
  test("SVG is refused under any name", async () => {
    expect(await mediaTypeOf("x.svg", svg)).toBeUndefined();
    expect(await mediaTypeOf("x.png", svg)).toBeUndefined();
  });
  test("text is text by name and without NUL", async () => {
    expect(await mediaTypeOf("a.csv", new TextEncoder().encode("名称,金额"))).toMatch(
      /^text\/plain/,
    );
    expect(await mediaTypeOf("a.csv", Uint8Array.from([65, 0, 66]))).toBeUndefined();
  });
});

describe("A-55 names", () => {
  test.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\Windows\\a.pdf", "a.pdf"],
    ["a\u202Efdp.exe", "afdp.exe"],
    ["\u0000", "file"],
  ])("%j → %s", (given, expected) => expect(safeFileName(given)).toBe(expected));
  test("300 characters are cut, the ending stays", () =>
    expect(safeFileName(`${"长".repeat(300)}.pdf`)).toMatch(/^长{170}\.pdf$/));
});
