import "./browser";
import { describe, expect, test } from "vitest";
import { fieldsOf } from "@/app/api/v1/docs/fields";
import { html } from "@/app/api/v1/docs/html";
import { GET } from "@/app/api/v1/docs/route";
import { operations } from "@/app/api/v1/operations";
import { useDatabase } from "@/tests/support/database";
import { signInAs } from "./browser";

// The settings of the application; no row is read.
useDatabase();

describe("the reference page", () => {
  test("has every operation under its id, with a way to it, and no script from anywhere", async () => {
    const response = await GET();
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    const text = await response.text();
    for (const { id, path } of operations) {
      expect(text).toContain(`id="${id}"`);
      expect(text).toContain(`href="#${id}"`);
      expect(text).toContain(path.replace(/[{}]/g, (bracket) => bracket));
    }
    expect(text).not.toMatch(/<script|<link|src=|url\(|@import/);
    expect(text).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
  });

  test("has ids that are unique, and no heading of a lower level without one above", async () => {
    const text = await (await GET()).text();
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    const levels = [...text.matchAll(/<h(\d)/g)].map((match) => Number(match[1]));
    expect(levels.filter((level, at) => at > 0 && level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
  });

  test("speaks English where the browser chose it", async () => {
    signInAs("locale", "en");
    expect(await (await GET()).text()).toContain('<html lang="en">');
  });

  test("A-58 text is text, whatever stands in it", () => {
    expect(html`<p title="${'"><script>'}">${["<b>", 1, html`<i>x</i>`, undefined]}</p>`.text).toBe(
      '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;1<i>x</i></p>',
    );
  });

  test("fields of fields have dotted names", () => {
    expect(
      fieldsOf({
        type: "object",
        required: ["a"],
        properties: {
          a: { type: "string", maxLength: 3 },
          b: { type: "array", items: { type: "object", properties: { c: { enum: ["x", "y"] } } } },
          d: { anyOf: [{ type: "object", properties: { e: { type: "null" } } }, { type: "null" }] },
        },
      }),
    ).toEqual([
      { name: "a", type: "string (≤ 3 ch)", required: true },
      { name: "b", type: "object[]", required: false },
      { name: "b[].c", type: "x | y", required: false },
      { name: "d", type: "object | null", required: false },
      { name: "d.e", type: "null", required: false },
    ]);
  });
});
