/**
 * Which columns of which list this browser leaves out: `list:key+key,list:key`. All that is known of a list stands in its
 * part; a part that nobody can read is no choice.
 */
export const columnsCookie = "columns";

/** A cookie must not grow without end: the choices made longest ago go first. */
const MOST_CHARACTERS = 1500;

const NAME = /^[\w-]{1,40}$/;

const partsOf = (text: string | undefined): [list: string, hidden: string[]][] =>
  (text ?? "").split(",").flatMap((part) => {
    const [list = "", keys = ""] = part.split(":");
    const hidden = keys.split("+").filter((key) => NAME.test(key));
    return NAME.test(list) && hidden.length > 0 ? [[list, hidden]] : [];
  });

/** The columns of a list that are left out. */
export const hiddenColumns = (text: string | undefined, list: string): ReadonlySet<string> =>
  new Set(partsOf(text).find(([name]) => name === list)?.[1]);

/** The cookie with another choice for one list; "" when no list has any. */
export function withHidden(
  text: string | undefined,
  list: string,
  hidden: readonly string[],
): string {
  const known = hidden.filter((key) => NAME.test(key));
  const others = partsOf(text).filter(([name]) => name !== list);
  const all = NAME.test(list) && known.length > 0 ? [...others, [list, known] as const] : others;
  const words = all.map(([name, keys]) => `${name}:${keys.join("+")}`);
  while (words.join(",").length > MOST_CHARACTERS) words.shift();
  return words.join(",");
}
