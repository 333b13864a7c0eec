import type { Article } from "../types";

export type Piece = { kind: "same" | "removed" | "added"; text: string };
export type Comparison = {
  kind: "same" | "renumbered" | "changed" | "added" | "removed";
  before: Article | null;
  after: Article | null;
  /** The text with what went and what came; empty where nothing changed. */
  pieces: Piece[];
};

const pairsOf = (text: string): Map<string, number> => {
  const pairs = new Map<string, number>();
  for (let at = 0; at < text.length - 1; at += 1) {
    const pair = text.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
};

type Profile = { article: Article; pairs: Map<string, number>; count: number };
const profileOf = (article: Article): Profile => {
  const pairs = pairsOf(article.text);
  return { article, pairs, count: Math.max(1, article.text.length - 1) };
};

/** How much two articles have in common, 0 to 1: shared pairs of signs (Dice). */
function likeness(a: Profile, b: Profile): number {
  if (a.article.text === b.article.text) return 1;
  let shared = 0;
  for (const [pair, times] of a.pairs) shared += Math.min(times, b.pairs.get(pair) ?? 0);
  return (2 * shared) / (a.count + b.count);
}

/** Below this two articles are another text, not a changed one. */
const ALIKE = 0.35;

/** Longest way through two lists: `score` of a pair above zero lets them stand side by side. */
function align(
  rows: number,
  columns: number,
  score: (row: number, column: number) => number,
): [number | null, number | null][] {
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  const at = (row: number, column: number) => best[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const pair = score(row, column);
      best[row * width + column] = Math.max(
        at(row + 1, column),
        at(row, column + 1),
        pair > 0 ? pair + at(row + 1, column + 1) : 0,
      );
    }
  }
  const way: [number | null, number | null][] = [];
  let row = 0;
  let column = 0;
  while (row < rows || column < columns) {
    const pair = row < rows && column < columns ? score(row, column) : 0;
    if (pair > 0 && at(row, column) === pair + at(row + 1, column + 1)) {
      way.push([row, column]);
      row += 1;
      column += 1;
    } else if (row < rows && (column >= columns || at(row + 1, column) >= at(row, column + 1))) {
      way.push([row, null]);
      row += 1;
    } else {
      way.push([null, column]);
      column += 1;
    }
  }
  return way;
}

/** Chinese by the sign, Latin letters and numbers by the word. */
const tokensOf = (text: string): string[] => text.match(/[A-Za-z]+|\d+|[\s\S]/gu) ?? [];

/** Longer texts are shown whole, before and after: a table of every pair of signs would not be worth its memory. */
const MOST_CELLS = 4_000_000;

/** What went out of a text and what came in. */
export function piecesOf(before: string, after: string): Piece[] {
  const [a, b] = [tokensOf(before), tokensOf(after)];
  if (a.length * b.length > MOST_CELLS) {
    return [
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ];
  }
  const pieces: Piece[] = [];
  for (const [row, column] of align(a.length, b.length, (x, y) => (a[x] === b[y] ? 1 : 0))) {
    const kind = row === null ? "added" : column === null ? "removed" : "same";
    const text = (row === null ? b[column ?? 0] : a[row]) ?? "";
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += text;
    else pieces.push({ kind, text });
  }
  return pieces;
}

const sameTitle = (a: Article, b: Article) => a.heading === b.heading && a.chapter === b.chapter;

function comparisonOf(before: Article | null, after: Article | null): Comparison {
  if (before === null || after === null) {
    return { kind: before === null ? "added" : "removed", before, after, pieces: [] };
  }
  if (before.text !== after.text || !sameTitle(before, after)) {
    return { kind: "changed", before, after, pieces: piecesOf(before.text, after.text) };
  }
  return {
    kind: before.number === after.number ? "same" : "renumbered",
    before,
    after,
    pieces: [],
  };
}

/**
 * Two versions article by article. Articles are matched by their text and in their order, so that one put in at the
 * front does not make all the others look changed.
 */
export function compareArticles(
  before: readonly Article[],
  after: readonly Article[],
): Comparison[] {
  const [left, right] = [before.map(profileOf), after.map(profileOf)];
  const scores = left.map((a) => right.map((b) => likeness(a, b)));
  const score = (row: number, column: number) => {
    const value = scores[row]?.[column] ?? 0;
    return value >= ALIKE ? value : 0;
  };
  return align(left.length, right.length, score).map(([row, column]) =>
    comparisonOf(
      row === null ? null : (before[row] ?? null),
      column === null ? null : (after[column] ?? null),
    ),
  );
}
