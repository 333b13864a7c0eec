import { titleSimilarity } from "@/lib/features/projects/rules/duplicates";
import type { Day } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { judgements } from "../types";
import { normalKey } from "./keys";

export type Comparable = {
  title: string;
  occurredOn: Day;
  /** Decimal text. */
  quantity: string;
  /** One thing per record, under a key of its own. */
  keyed: boolean;
};

export const AMOUNT_DAYS = 7;
/** Titles say the same thing from here on, within a month. */
const ALIKE = 85;
export const ALIKE_DAYS = 31;

const daysApart = (a: Day, b: Day): number =>
  Math.abs(Date.parse(a) - Date.parse(b)) / (24 * 60 * 60 * 1000);

/** 第1期 and 第2期 are two things, however alike their titles are. */
const numbersOf = (title: string): string =>
  (title.normalize("NFKC").match(/\d+|[一二三四五六七八九十]+(?=[期批次届号])/g) ?? []).join("/");

export type Doubt = { similarity: number; sameAmount: boolean };

/**
 * May the two be one result (behaviour 4.4, "Fuzzy matches")? The same amount within seven days, or a title that says the
 * same. Of things with keys of their own the amount is always 1 and tells nothing.
 */
export function doubtOf(a: Comparable, b: Comparable): Doubt | undefined {
  const days = daysApart(a.occurredOn, b.occurredOn);
  const identical = normalKey(a.title) === normalKey(b.title);
  const similarity = identical ? 100 : titleSimilarity(a.title, b.title);
  const sameAmount = !a.keyed && Number(a.quantity) === Number(b.quantity) && days <= AMOUNT_DAYS;
  const alike =
    identical ||
    (similarity >= ALIKE && days <= ALIKE_DAYS && numbersOf(a.title) === numbersOf(b.title));
  return sameAmount || alike ? { similarity, sameAmount } : undefined;
}

/** What is taken off the later record: all that counts of it, a part, or nothing; in hundredths. */
export function amountOff(
  judgement: (typeof judgements)[number],
  counted: bigint,
  part: bigint | undefined,
): Result<bigint, "pair-amount-missing" | "pair-amount-too-large" | "pair-counts-nothing"> {
  if (judgement === "different") return accept(0n);
  if (counted <= 0n) return refuse("pair-counts-nothing");
  if (judgement === "same") return accept(counted);
  if (part === undefined || part <= 0n) return refuse("pair-amount-missing", { field: "amount" });
  return part < counted ? accept(part) : refuse("pair-amount-too-large", { field: "amount" });
}
