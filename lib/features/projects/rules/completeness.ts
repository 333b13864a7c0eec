import type { PartyState } from "../types";

export const checkItems = [
  "summary",
  "two_parties",
  "different_kinds",
  "confirmed",
  "members",
  "file",
] as const;
export type CheckItem = (typeof checkItems)[number];

export type CheckFacts = {
  summary: string | null;
  hasFile: boolean;
  parties: readonly { state: PartyState; kind: string; isMember: boolean }[];
};

/** Without these there is no registration; the others are for the secretariat to weigh. */
const required: readonly CheckItem[] = ["summary", "two_parties", "confirmed"];

/** The check list of the secretariat, in its order (domain 3.6). */
export function completeness(
  facts: CheckFacts,
): { item: CheckItem; met: boolean; required: boolean }[] {
  const met: Record<CheckItem, boolean> = {
    summary: (facts.summary ?? "").trim() !== "",
    two_parties: facts.parties.length >= 2,
    different_kinds: new Set(facts.parties.map((party) => party.kind)).size >= 2,
    confirmed: facts.parties.every((party) => party.state === "confirmed"),
    members: facts.parties.every((party) => party.isMember),
    file: facts.hasFile,
  };
  return checkItems.map((item) => ({ item, met: met[item], required: required.includes(item) }));
}

/** What stands in the way of registration. */
export const missing = (facts: CheckFacts): CheckItem[] =>
  completeness(facts)
    .filter((line) => line.required && !line.met)
    .map((line) => line.item);
