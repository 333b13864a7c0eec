import type { ListItem } from "@/lib/features/calls/schema/lists";
import { type ListKind, type PainCategory, skillLevels } from "@/lib/features/calls/types";

type Field =
  | "organization"
  | "title"
  | "detail"
  | "steward"
  | "pain"
  | "budget"
  | "occupation"
  | "skill"
  | "headcount"
  | "neededOn"
  | "confirmedOn";

type Item = Omit<ListItem, "mayEdit" | "mayCall" | "call">;

export type ListWords = {
  title: string;
  header: (field: Field) => string;
  expires: string;
  pain: (pain: PainCategory) => string;
  skill: (skill: (typeof skillLevels)[number]) => string;
};

const middle: Record<ListKind, readonly Field[]> = {
  product: [],
  technology: ["pain", "budget", "neededOn"],
  talent: ["occupation", "skill", "headcount", "neededOn"],
};

function cellOf(item: Item, field: Field, words: ListWords): string | number | null {
  switch (field) {
    case "organization":
      return item.organization.name;
    case "steward":
      return item.stewardName;
    case "pain":
      return item.pain && words.pain(item.pain);
    case "skill": {
      const skill = skillLevels.find((one) => one === item.skill);
      return skill ? words.skill(skill) : null;
    }
    default:
      return item[field];
  }
}

/** A list as rows of a sheet: its name, its columns, its lines. */
export function listRows(items: readonly Item[], kind: ListKind, words: ListWords) {
  const fields: Field[] = [
    "organization",
    "title",
    "detail",
    ...middle[kind],
    "steward",
    "confirmedOn",
  ];
  return [
    [words.title],
    [...fields.map(words.header), words.expires],
    ...items.map((item) => [...fields.map((field) => cellOf(item, field, words)), item.expiresOn]),
  ];
}
