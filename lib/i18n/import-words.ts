import { messages as en } from "./messages/en";
import { messages as zh } from "./messages/zh-CN";

type Words<K extends string> = Record<K, readonly string[]>;

/** The same keys in both languages → each key with both words. */
function both<K extends string>(first: Record<K, string>, second: Record<K, string>): Words<K> {
  const words = {} as Record<K, readonly string[]>;
  for (const key in first) words[key] = [first[key], second[key]];
  return words;
}

/** What may stand in an imported file, whatever language the screen is in: a file travels between people. */
export const importWords = {
  columns: both(zh.memberships.import.column, en.memberships.import.column),
  kinds: both(zh.organizations.kind, en.organizations.kind),
  positions: both(zh.memberships.position, en.memberships.position),
  yes: [zh.memberships.import.yes, en.memberships.import.yes, "true", "1", "√", "✓"],
  no: [zh.memberships.import.no, en.memberships.import.no, "false", "0"],
};

/** The same for the spreadsheet that fills an indicator set. */
export const indicatorWords = {
  columns: both(zh.indicators.fill.column, en.indicators.fill.column),
  kind: both(zh.indicators.kind, en.indicators.kind),
  direction: both(zh.indicators.direction, en.indicators.direction),
  aggregation: both(zh.indicators.aggregation, en.indicators.aggregation),
  yearBasis: both(zh.indicators.yearBasis, en.indicators.yearBasis),
  yes: [zh.indicators.fill.yes, en.indicators.fill.yes, "true", "1", "√", "✓"],
  no: [zh.indicators.fill.no, en.indicators.fill.no, "false", "0"],
};

/** Headings of the form of a report. */
export const formWords = {
  code: [zh.reporting.form.code, en.reporting.form.code],
  name: [zh.reporting.form.name, en.reporting.form.name],
  unit: [zh.reporting.form.unit, en.reporting.form.unit],
  value: [zh.reporting.form.value, en.reporting.form.value],
};
