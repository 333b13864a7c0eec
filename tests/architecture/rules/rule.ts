import type { SourceFile } from "../scan/files";
import { codeOf, lineOf } from "../scan/mask";

export type Fault = { path: string; line: number; what: string };

/** Files of a small made-up house: path → text. */
export type Plant = Record<string, string>;

/** A rule of docs/house.md. `planted` are houses that break it, `fine` are houses that look alike and do not. */
export type HouseRule = {
  name: string;
  check: (files: readonly SourceFile[]) => Fault[];
  planted: Plant[];
  fine: Plant[];
};

export const filesOf = (plant: Plant): SourceFile[] =>
  Object.entries(plant).map(([path, text]) => ({ path, text }));

export const isCode = ({ path }: SourceFile) => /\.(ts|tsx|mjs)$/.test(path);
export const isTest = ({ path }: SourceFile) =>
  path.startsWith("tests/") || /\.(test|spec)\.tsx?$/.test(path);

type Ban = {
  pattern: RegExp;
  what: string;
  /** Paths in which it is at home. */
  but?: RegExp;
  /** Only here; everywhere when absent. */
  within?: RegExp;
};

/** Every place of the code (not of comments and strings) in which a banned pattern stands. */
export const findInCode =
  ({ pattern, what, but, within }: Ban) =>
  (files: readonly SourceFile[]): Fault[] =>
    files
      .filter((file) => isCode(file) && (within?.test(file.path) ?? true) && !but?.test(file.path))
      .flatMap((file) =>
        [...codeOf(file).matchAll(pattern)].map((match) => ({
          path: file.path,
          line: lineOf(file.text, match.index),
          what,
        })),
      );
