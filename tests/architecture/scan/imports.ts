import type { SourceFile } from "./files";
import { codeOf, lineOf } from "./mask";

export type Import = {
  specifier: string;
  /** Erased by the compiler: it draws no code into the file. */
  typeOnly: boolean;
  /** The names that are values: `import { type A, B }` gives B. */
  values: string[];
  line: number;
};

const statement =
  /\b(?:import|export)\b\s*(type\b(?!\s*,)\s*)?((?:\w+|\*\s*as\s+\w+|\*)?\s*,?\s*(?:\{[^}]*\}|\*\s*as\s+\w+)?)\s*from\s*(["'])/g;
const bare = /\bimport\s*(["'])/g;
const called = /\b(?:import|require)\s*\(\s*(["'])/g;

function namesOf(clause: string): string[] {
  const braces = /\{([^}]*)\}/.exec(clause)?.[1] ?? "";
  const named = braces
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && !/^type\s/.test(name))
    .map((name) => name.split(/\s+as\s+/)[0] ?? name);
  const other = clause.replace(/\{[^}]*\}/, "").replace(/[,\s]+$/, "");
  return other.trim() === "" ? named : [other.trim(), ...named];
}

/** All imports and re-exports of one file. */
export function importsOf(file: SourceFile): Import[] {
  const { text } = file;
  const code = codeOf(file);
  const found: Import[] = [];
  const specifierAt = (quoteAt: number) =>
    text.slice(quoteAt + 1, text.indexOf(text[quoteAt] ?? '"', quoteAt + 1));
  for (const match of code.matchAll(statement)) {
    const clause = match[2] ?? "";
    const values = namesOf(clause);
    found.push({
      specifier: specifierAt(match.index + match[0].length - 1),
      typeOnly: match[1] !== undefined || (values.length === 0 && /\{[^}]*\w/.test(clause)),
      values: match[1] === undefined ? values : [],
      line: lineOf(text, match.index),
    });
  }
  for (const pattern of [bare, called]) {
    for (const match of code.matchAll(pattern)) {
      found.push({
        specifier: specifierAt(match.index + match[0].length - 1),
        typeOnly: false,
        values: ["*"],
        line: lineOf(text, match.index),
      });
    }
  }
  return found;
}

/** Path of the house that a specifier means, without extension; undefined for a package. */
export function targetOf(from: string, specifier: string): string | undefined {
  const clean = specifier.replace(/\.(tsx?|mjs|js)$/, "");
  if (clean.startsWith("@/")) return clean.slice(2);
  if (!clean.startsWith(".")) return undefined;
  const parts = from.split("/").slice(0, -1);
  for (const part of clean.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}
