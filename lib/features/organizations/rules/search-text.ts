import { pinyin } from "pinyin-pro";

/*
 * What a name can be found by. Server only: the pinyin table weighs a megabyte.
 * The text holds every name as written and, for each syllable, the rest of the name from there on, in full pinyin and
 * in initials, each after a space. A Latin query matches after a space, so that "an" finds 安 and not every 上海.
 */
const FOLD_SPACE = /[\s\p{Cf}]+/gu;

/** Compatibility forms, case and spaces that make no difference to a reader. */
export const foldText = (text: string): string =>
  text.normalize("NFKC").toLowerCase().replace(FOLD_SPACE, " ").trim();

type Syllable = { full: string; initial: string };

function syllablesOf(name: string): Syllable[] {
  const full = pinyin(name, { toneType: "none", type: "array", v: true, nonZh: "consecutive" });
  return full
    .map((syllable) => syllable.replace(/[^\p{L}\p{N}]/gu, ""))
    .filter((syllable) => syllable !== "")
    .map((syllable) => ({
      full: syllable,
      // Latin words and numbers inside a name are typed whole, also among initials: "abb", "017".
      initial: name.includes(syllable) ? syllable : syllable.slice(0, 1),
    }));
}

const tails = (parts: readonly string[]): string[] => parts.map((_, i) => parts.slice(i).join(""));

/** Full pinyin of a name without spaces, for sorting. */
export const pinyinOf = (name: string): string =>
  syllablesOf(foldText(name))
    .map((syllable) => syllable.full)
    .join("")
    .slice(0, 600);

/** Everything by which an organization with these names (official first, then former names and aliases) is found. */
export function searchTextOf(names: readonly string[]): string {
  const words = names.flatMap((given) => {
    const name = foldText(given);
    const syllables = syllablesOf(name);
    return [
      name,
      ...tails(syllables.map((syllable) => syllable.full)),
      ...tails(syllables.map((syllable) => syllable.initial)),
    ];
  });
  return ` ${[...new Set(words.filter((word) => word !== ""))].join(" ")} `;
}
