/** What ties two organizations; found in the register and in what was declared. */
export type Ties = {
  id: string;
  creditCode: string | null;
  /** The row that it was merged into: the same unit. */
  mergedIntoId: string | null;
  /** Its parents up to the head of the group. */
  parents: readonly string[];
  sponsorId: string | null;
  /** Organizations with which an interest is declared, in either direction. */
  declared: readonly string[];
};

export type Affiliation = "same" | "group" | "sponsor" | "declared";

/** Whoever is tied to the poster may not bid (domain 3.7); undefined: nothing ties them. */
export function affiliationOf(a: Ties, b: Ties): Affiliation | undefined {
  const unitOf = ({ id, mergedIntoId }: Ties) => mergedIntoId ?? id;
  if (unitOf(a) === unitOf(b)) return "same";
  if (a.creditCode !== null && a.creditCode === b.creditCode) return "same";
  const groupOf = ({ id, parents }: Ties) => [id, ...parents];
  if (groupOf(a).some((id) => groupOf(b).includes(id))) return "group";
  if (a.sponsorId === b.id || b.sponsorId === a.id) return "sponsor";
  return a.declared.includes(b.id) || b.declared.includes(a.id) ? "declared" : undefined;
}
