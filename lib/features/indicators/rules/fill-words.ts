import { foldWord, tableOf } from "@/lib/features/memberships/rules/import-sheet";
import type {
  FillCells,
  IndicatorAggregation,
  IndicatorDirection,
  IndicatorKind,
  yearBases,
} from "../types";
import { flagColumns, wordColumns } from "./fill";

/** What may stand in a cell, in every language; handed in by those who know the messages. */
export type FillWords = {
  kind: Record<IndicatorKind, readonly string[]>;
  direction: Record<IndicatorDirection, readonly string[]>;
  aggregation: Record<IndicatorAggregation, readonly string[]>;
  yearBasis: Record<(typeof yearBases)[number], readonly string[]>;
  yes: readonly string[];
  no: readonly string[];
};

const keyOf = (text: string, words: Readonly<Record<string, readonly string[]>>): string =>
  tableOf(words).get(foldWord(text)) ?? text;

/** Words of any language as keys. What no table knows stays as it was typed, so that the fault is told about it. */
export const foldCells = (rows: readonly FillCells[], words: FillWords): FillCells[] =>
  rows.map((cells) => {
    const read = { ...cells };
    for (const column of wordColumns) {
      const text = cells[column];
      if (text !== undefined) read[column] = keyOf(text, words[column]);
    }
    for (const column of flagColumns) {
      const text = cells[column];
      if (text !== undefined) read[column] = keyOf(text, { true: words.yes, false: words.no });
    }
    return read;
  });
