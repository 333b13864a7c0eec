import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { workbookStream } from "./stream";
import type { Cell } from "./write";

const whole = async (stream: ReadableStream<Uint8Array>) =>
  new Uint8Array(await new Response(stream).arrayBuffer());

test("every sheet has its name and its rows, names are never alike", async () => {
  const parts = unzipSync(
    await whole(
      workbookStream([
        { name: "About", rows: [["a", 1]] },
        { name: "授权/专利", rows: [["=1+1"], [null, 2]] },
        { name: "授权 专利", rows: [] },
      ]),
    ),
  );
  const text = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
  expect(text("xl/workbook.xml").match(/name="[^"]*"/g)).toEqual([
    'name="About"',
    'name="授权 专利"',
    'name="授权 专利 3"',
  ]);
  expect(text("xl/worksheets/sheet2.xml")).toContain(
    't="inlineStr"><is><t xml:space="preserve">=1+1',
  );
  expect(text("xl/worksheets/sheet3.xml")).toContain("<sheetData></sheetData>");
  expect(text("[Content_Types].xml").match(/worksheets\/sheet/g)).toHaveLength(3);
});

test("100,000 values are made in seconds, and never all in memory", async () => {
  const made = { rows: 0, most: 0, taken: 0 };
  function* rows(): Generator<readonly Cell[]> {
    for (let row = 0; row < 10_000; row += 1) {
      made.rows += 1;
      made.most = Math.max(made.most, made.rows - made.taken);
      yield Array.from({ length: 10 }, (_, column) =>
        column === 0 ? `示例 ${row}` : row * column,
      );
    }
  }
  const started = performance.now();
  const reader = workbookStream([{ name: "1", rows: rows() }]).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    made.taken = made.rows;
  }
  expect(made.rows).toBe(10_000);
  // What deflate holds back before it gives a piece, not the whole sheet.
  expect(made.most).toBeLessThan(3_000);
  expect(performance.now() - started).toBeLessThan(20_000);
});
