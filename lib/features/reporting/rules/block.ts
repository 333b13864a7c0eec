/** A block copied from a spreadsheet: lines and tabs, quotes around what holds a line break. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const plain = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let place = 0; place < plain.length; place += 1) {
    const letter = plain[place] ?? "";
    if (quoted && letter === '"' && plain[place + 1] === '"') {
      cell += '"';
      place += 1;
    } else if (letter === '"' && (quoted || cell === "")) {
      quoted = !quoted;
    } else if (!quoted && (letter === "\t" || letter === "\n")) {
      rows.at(-1)?.push(cell);
      cell = "";
      if (letter === "\n") rows.push([]);
    } else cell += letter;
  }
  rows.at(-1)?.push(cell);
  return rows;
}

type Line = { indicatorId: string; code: string };

export type Placed = {
  places: { id: string; typed: string }[];
  /** Values beside the first of a line: there is one column to fill in, and nobody can say which rows they are meant for. */
  aside: number;
};

const isFilled = (cell: string): boolean => cell.trim() !== "";

/** Of the form that is given out: code, indicator, unit, value. */
const VALUE_OF_FORM = 3;

/**
 * Where the values of lines with codes stand: in their last column. A selection that went further than what is filled in ends
 * in columns that are blank from top to bottom; they would empty every cell, and are no values.
 */
function valueColumn(coded: readonly (readonly string[])[]): number {
  const most = (of: (line: readonly string[]) => number) =>
    coded.reduce((found, line) => Math.max(found, of(line)), 0);
  const filled = most((line) => line.findLastIndex(isFilled));
  return Math.min(
    most((line) => line.length - 1),
    Math.max(filled, VALUE_OF_FORM),
  );
}

/**
 * Where the lines of a pasted block go: by the codes in its first column, as in the form that is given out, else downwards
 * from the cell. Beside codes, a line without one (the form's head, a total) belongs to no cell. Values that stand side by
 * side are not turned downwards: they may as well be earlier periods of one row, and would come to other indicators.
 */
export function placesOf(
  block: readonly (readonly string[])[],
  rows: readonly Line[],
  from: string,
): Placed {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const coded = block.filter((line) => line.length > 1 && byCode.has(line[0]?.trim() ?? ""));
  if (coded.length > 0) {
    const column = valueColumn(coded);
    const places = coded.flatMap((line) => {
      const row = byCode.get(line[0]?.trim() ?? "");
      return row ? [{ id: row.indicatorId, typed: line[column] ?? "" }] : [];
    });
    return { places, aside: 0 };
  }
  const start = rows.findIndex((row) => row.indicatorId === from);
  const places = block.flatMap((line, place) => {
    const row = rows[start + place];
    return row ? [{ id: row.indicatorId, typed: line[0] ?? "" }] : [];
  });
  const placed = block.slice(0, places.length);
  return { places, aside: placed.flatMap((line) => line.slice(1).filter(isFilled)).length };
}
