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

const page = (noun?: string) =>
  GET(
    new Request(
      `http://portal.example/api/v1/docs${noun ? `?noun=${encodeURIComponent(noun)}` : ""}`,
    ),
  );

const nounOf = (id: string) => id.split(".")[0] ?? "";
const nouns = [...new Set(operations.map(({ id }) => nounOf(id)))];

describe("the reference page", () => {
  test("has every operation with its way, and a page of its noun where it stands under its id", async () => {
    const response = await page();
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    const text = await response.text();
    expect(text).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
    for (const noun of nouns) {
      const told = await (await page(noun)).text();
      expect(told).not.toMatch(/<script|<link|src=|url\(|@import/);
      for (const { id, path } of operations.filter((one) => nounOf(one.id) === noun)) {
        expect(text).toContain(`href="/api/v1/docs?noun=${noun}#${id}"`);
        expect(text).toContain(path);
        expect(told).toContain(`id="${id}"`);
      }
    }
    expect(text).not.toMatch(/<script|<link|src=|url\(|@import/);
  });

  test("has ids that are unique, and no heading of a lower level without one above", async () => {
    for (const noun of [undefined, ...nouns]) {
      const text = await (await page(noun)).text();
      const ids = [...text.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
      expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
      const levels = [...text.matchAll(/<h(\d)/g)].map((match) => Number(match[1]));
      expect(levels.filter((level, at) => at > 0 && level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
    }
  });

  test("shows the overview for a noun that there is not, and its name nowhere", async () => {
    const text = await (await page("no<b>such")).text();
    expect(text).toBe(await (await page()).text());
  });

  test("speaks English where the browser chose it", async () => {
    signInAs("locale", "en");
    expect(await (await page()).text()).toContain('<html lang="en">');
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
