import { WHOLE } from "../../alliances/rules/shares";
import type { BuilderRole } from "../../platforms/types";
import { approvalItems, type CheckItem, type CollegeKind, type CollegeOwnership } from "../types";

export const approvalGuards = [
  ...approvalItems,
  "school_party",
  "counterpart",
  "contributions",
  "signatures",
  "shares",
  "school_opinion",
] as const;
export type ApprovalGuard = (typeof approvalGuards)[number];

export type ApprovalFacts = {
  kind: CollegeKind;
  ownership: CollegeOwnership;
  checks: readonly CheckItem[];
  parties: readonly { role: BuilderRole; share: number | null; signed: boolean }[];
  contributions: number;
  schoolOpinion: boolean;
};

/** No shares at all, or shares that make one whole; another sum is never right (S001-10). */
export const sharesAreWhole = (
  ownership: CollegeOwnership,
  shares: readonly (number | null)[],
): boolean => {
  const given = shares.filter((share) => share !== null);
  if (ownership !== "mixed") return given.length === 0;
  return given.reduce((sum, share) => sum + share, 0) === WHOLE;
};

/** A college for the countryside has governments as its counterpart, every other an enterprise (S000-27). */
const counterpartOf = (kind: CollegeKind): BuilderRole =>
  kind === "rural_revitalisation" ? "gov_lead" : "enterprise_body";

/** Every guard with whether it is met, in the order in which they are shown. */
export function guardsOf(facts: ApprovalFacts): { guard: ApprovalGuard; met: boolean }[] {
  const has = (role: BuilderRole) => facts.parties.some((party) => party.role === role);
  const own: Record<Exclude<ApprovalGuard, (typeof approvalItems)[number]>, boolean> = {
    school_party: has("school_body"),
    counterpart: has(counterpartOf(facts.kind)),
    contributions: facts.contributions > 0,
    signatures: facts.parties.length > 0 && facts.parties.every(({ signed }) => signed),
    shares: sharesAreWhole(
      facts.ownership,
      facts.parties.map(({ share }) => share),
    ),
    school_opinion: facts.schoolOpinion,
  };
  return approvalGuards.map((guard) => ({
    guard,
    met: guard in own ? own[guard as keyof typeof own] : facts.checks.includes(guard as CheckItem),
  }));
}
