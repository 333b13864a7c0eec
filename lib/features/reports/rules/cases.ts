import type { CaseLinkKind, CaseState, EditionState } from "../types";
import { chineseNumber, linesOf } from "./text";

/** Most characters of each part: a case is read in two minutes. */
export const caseLimits = { title: 100, background: 500, practice: 1500, effect: 800 } as const;

/** As many results as a case can cite. */
export const MOST_SOURCES = 20;

/** The same table as the guard of the database; out of an edition it waits for a decision again. */
const edges: Record<CaseState, readonly CaseState[]> = {
  draft: ["submitted"],
  submitted: ["returned", "selected"],
  returned: ["draft", "submitted"],
  selected: ["submitted"],
};

export const caseMayBecome = (from: CaseState, to: CaseState): boolean => edges[from].includes(to);

/** Its unit may write in it. */
export const isCaseInHand = (state: CaseState): boolean =>
  state === "draft" || state === "returned";

/** An edition takes cases and gives them back until it is reviewed. */
export const takesCases = (edition: EditionState): boolean =>
  edition === "drafting" || edition === "merge";

export type CaseSource = {
  title: string;
  metricCode: string;
  year: number;
  quantity: string;
  unitZh: string;
};

export type CaseLink = { kind: CaseLinkKind; name: string };

export type PrintedCase = {
  title: string;
  /** Null: the secretariat's. */
  unit: string | null;
  background: string;
  practice: string;
  effect: string;
  links: CaseLink[];
  sources: CaseSource[];
};

export type CaseWords = {
  office: string;
  background: string;
  practice: string;
  effect: string;
  /** All that it tells of, in one line. */
  links: (links: readonly CaseLink[]) => string;
  sources: string;
  source: (source: CaseSource) => string;
};

/** Braces of a case are no numbers of the edition: they are shown as what they are. */
const literal = (text: string): string => text.replaceAll("{{", "｛｛").replaceAll("}}", "｝｝");

/** The selected cases below what the chapter says itself, numbered on from its last heading. */
export function withCases(
  body: string | null,
  cases: readonly PrintedCase[],
  words: CaseWords,
): string | null {
  if (cases.length === 0) return body;
  const before = linesOf(body ?? "").filter(
    (line) => line.kind === "heading" && line.level === 2,
  ).length;
  const texts = cases.map((one, place) =>
    [
      `（${chineseNumber(before + place + 1)}）${literal(one.title)}`,
      one.unit ?? words.office,
      ...(one.links.length > 0 ? [literal(words.links(one.links))] : []),
      `1. ${words.background}`,
      literal(one.background),
      `2. ${words.practice}`,
      literal(one.practice),
      `3. ${words.effect}`,
      literal(one.effect),
      ...(one.sources.length > 0
        ? [words.sources, ...one.sources.map((source) => literal(words.source(source)))]
        : []),
    ].join("\n"),
  );
  return [...(body === null ? [] : [body]), ...texts].join("\n");
}
