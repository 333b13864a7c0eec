import type { NumberPart } from "../types";
import { partsOf, plain } from "./numbers";
import { type Hit, smallNumbersIn } from "./small-numbers";

/** A text that everybody will read, with its place: a chapter or a case. */
export type ToldText = {
  sectionId: string | null;
  caseId: string | null;
  title: string;
  part: NumberPart;
  text: string;
};

/** A small number with what stands around it; the same words a second time are the second. */
export type ToldNumber = Omit<ToldText, "text"> & { number: string; passage: string; nth: number };

/** A frozen number as a text shows it. */
export type ShownFigure = { code: string; value: string; unitZh: string; small: boolean };

/** As much as a reader needs on each side to find the place. */
const AROUND = 40;
/** Longest number and passage that are kept. */
const MOST = { number: 100, passage: 200 } as const;

/** The text with its frozen numbers filled in, and where small ones of them stand: tables leave those out. */
function filled(text: string, figures: readonly ShownFigure[]): { text: string; known: Hit[] } {
  let whole = "";
  const known: Hit[] = [];
  for (const part of partsOf(text)) {
    const figure = part.kind === "number" && figures.find(({ code }) => code === part.code);
    const shown =
      part.kind === "text"
        ? part.text
        : figure
          ? `${plain(figure.value)}${figure.unitZh}`
          : `{{${part.code}}}`;
    if (figure && figure.small) known.push({ at: whole.length, length: shown.length });
    whole += shown;
  }
  return { text: whole, known };
}

/** One line without the half of a letter that a cut leaves. */
const oneLine = (text: string, most: number): string =>
  text
    .slice(0, most)
    .replace(/\p{Cs}/gu, "")
    .replace(/\s+/g, " ")
    .trim();

/** What stands around a number in its line; of both sides as much as there is room for. */
function passageOf(text: string, { at, length }: Hit): string {
  const from = Math.max(text.lastIndexOf("\n", at - 1) + 1, at - AROUND);
  const next = text.indexOf("\n", at + length);
  const to = Math.min(next === -1 ? text.length : next, at + length + AROUND);
  return oneLine(text.slice(from, to), MOST.passage);
}

/** Every small number of texts that everybody will read. */
export function toldNumbers(
  texts: readonly ToldText[],
  figures: readonly ShownFigure[],
): ToldNumber[] {
  return texts.flatMap(({ text: given, ...place }) => {
    const { text, known } = filled(given, figures);
    const seen = new Map<string, number>();
    return smallNumbersIn(text, known).map((hit) => {
      const number = oneLine(text.slice(hit.at, hit.at + hit.length), MOST.number);
      const passage = passageOf(text, hit);
      const key = `${number}\n${passage}`;
      const nth = (seen.get(key) ?? 0) + 1;
      seen.set(key, nth);
      return { ...place, number, passage, nth };
    });
  });
}

type Key = Omit<ToldNumber, "title">;

/** The same number at the same place in the same words: what was confirmed of another wording is confirmed of that alone. */
export const isSameNumber = (one: Key, other: Key): boolean =>
  one.sectionId === other.sectionId &&
  one.caseId === other.caseId &&
  one.part === other.part &&
  one.number === other.number &&
  one.passage === other.passage &&
  one.nth === other.nth;
