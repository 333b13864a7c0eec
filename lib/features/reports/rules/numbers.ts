import { fenOf, yuanText } from "@/lib/kernel/money";

/** What a text writes where a number belongs: {{M36}}. */
const PLACE = /\{\{([^{}]*)\}\}/g;

export type TextPart = { kind: "text"; text: string } | { kind: "number"; code: string };

/** A line with its numbers taken apart. */
export function partsOf(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const found of text.matchAll(PLACE)) {
    if (found.index > from) parts.push({ kind: "text", text: text.slice(from, found.index) });
    parts.push({ kind: "number", code: (found[1] ?? "").trim() });
    from = found.index + found[0].length;
  }
  if (from < text.length) parts.push({ kind: "text", text: text.slice(from) });
  return parts;
}

/** The numbers that a text names, each once. */
export const codesIn = (body: string): string[] => [
  ...new Set(partsOf(body).flatMap((part) => (part.kind === "number" ? [part.code] : []))),
];

/** "147.0000" → "147"; the decimals that say something stay. */
export const plain = (value: string): string =>
  value.includes(".") ? value.replace(/0+$/, "").replace(/\.$/, "") : value;

/** One value less another, exactly; undefined where one has more than two decimals and the fen would lose some. */
export function difference(value: string, before: string): string | undefined {
  const [one, other] = [plain(value), plain(before)];
  const exact = [one, other].every((text) => /^-?\d{1,15}(\.\d{1,2})?$/.test(text));
  return exact ? plain(yuanText(fenOf(one) - fenOf(other))) : undefined;
}
