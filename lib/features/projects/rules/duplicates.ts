import type { Day } from "@/lib/kernel/dates";

export type Comparable = {
  title: string;
  organizationIds: readonly string[];
  startsOn: Day;
  endsOn: Day;
};

/** Words that every title of the trade has and that tell nothing apart. */
const COMMON = /合作项目|项目|合作|关于|建设|开展|project|cooperation/g;
const NOT_LETTERS = /[^\p{L}\p{N}]/gu;

const core = (title: string): string => {
  const folded = title.normalize("NFKC").toLowerCase();
  const cut = folded.replace(COMMON, "").replace(NOT_LETTERS, "");
  return cut || folded.replace(NOT_LETTERS, "");
};

/** Pairs of neighbouring characters: Chinese has no spaces to cut words at. */
const pairs = (text: string): Set<string> => {
  const letters = Array.from(text);
  if (letters.length < 2) return new Set(letters);
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
};

/** Dice similarity of two titles in whole per cent, 0 to 100. */
export function titleSimilarity(a: string, b: string): number {
  const [left, right] = [pairs(core(a)), pairs(core(b))];
  if (left.size === 0 || right.size === 0) return 0;
  const common = [...left].filter((pair) => right.has(pair)).length;
  return Math.round((200 * common) / (left.size + right.size));
}

/** From this similarity on a pair is shown; from the higher one it is called the same. */
const similarity = { likely: 50, same: 85 } as const;

export type Likelihood = "none" | "likely" | "same";

/**
 * Is it the same project, registered twice? Two parties in common, dates that overlap and a title that says nearly the
 * same (behaviour 4.3, first edge case).
 */
export function duplicateLikelihood(a: Comparable, b: Comparable): Likelihood {
  const shared = a.organizationIds.filter((id) => b.organizationIds.includes(id)).length;
  const overlap = a.startsOn <= b.endsOn && b.startsOn <= a.endsOn;
  if (shared < 2 || !overlap) return "none";
  const alike = titleSimilarity(a.title, b.title);
  if (alike >= similarity.same) return "same";
  return alike >= similarity.likely ? "likely" : "none";
}
