import { strToU8, Zip, ZipDeflate } from "fflate";
import { type Cell, frameOf, rowXml, sheetFoot, sheetHead, sheetPath } from "./write";

export type Sheet = { name: string; rows: Iterable<readonly Cell[]> };

/** Rows that are turned into text at a time: some ten kilobytes. */
const ROWS = 200;

/** The parts one after the other, each in pieces. */
function* pieces(
  sheets: readonly Sheet[],
): Generator<{ path: string; text: string; last: boolean }> {
  for (const [path, text] of Object.entries(frameOf(sheets.map(({ name }) => name)))) {
    yield { path, text, last: true };
  }
  for (const [place, { rows }] of sheets.entries()) {
    const path = sheetPath(place);
    yield { path, text: sheetHead, last: false };
    let text = "";
    let index = 0;
    for (const row of rows) {
      text += rowXml(row, index);
      index += 1;
      if (index % ROWS === 0) {
        yield { path, text, last: false };
        text = "";
      }
    }
    yield { path, text: text + sheetFoot, last: true };
  }
}

/**
 * A workbook of many sheets as it is made: only as much of it is in memory as the reader has not taken yet, so a hundred
 * thousand values cost no more than a thousand.
 */
export function workbookStream(sheets: readonly Sheet[]): ReadableStream<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const source = pieces(sheets);
  let part: { path: string; file: ZipDeflate } | undefined;
  const advance = (): boolean => {
    const next = source.next();
    if (next.done) {
      zip.end();
      return false;
    }
    const { path, text, last } = next.value;
    if (part?.path !== path) {
      part = { path, file: new ZipDeflate(path, { level: 6 }) };
      zip.add(part.file);
    }
    part.file.push(strToU8(text), last);
    return true;
  };
  return new ReadableStream({
    pull(controller) {
      let more = true;
      while (more && ready.length === 0) more = advance();
      for (const chunk of ready.splice(0)) controller.enqueue(chunk);
      if (!more) controller.close();
    },
  });
}
