import { fenOf, yuanText } from "@/lib/kernel/money";
import { countsPeople } from "../../dashboards/rules/open-data";
import { isSmallNumber } from "../../dashboards/rules/suppression";
import type { FigureView } from "../schema/figures";

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

/** Frozen values have up to four decimals: whole in ten-thousandths. */
export function exact(value: string): bigint {
  const [whole = "0", part = ""] = value.split(".");
  return BigInt(`${whole}${part.padEnd(4, "0")}`);
}

/**
 * A-75 for a single number: results and money come from members, and of too few of them they tell whose they are. Lists that
 * everybody reads and figures that were published before give nobody away.
 */
export const isSmallFigure = (
  figure: Pick<FigureView, "kind" | "source" | "value" | "unitZh"> & {
    organizations: number | null;
  },
): boolean =>
  figure.kind === "metric" &&
  (figure.source === "outcomes" || figure.source === "funds") &&
  isSmallNumber(
    figure.organizations,
    countsPeople(figure.unitZh) ? exact(figure.value) / 100n : undefined,
  );
