import { slugPattern } from "@/lib/features/alliances/types";

/**
 * The alliance that an address names beside its path, `?alliance=…`. Anybody can send an address: what is no slug would be
 * read as a path, and lead to other pages of the portal than it says.
 */
export function allianceNamed(search: string): string | undefined {
  const named = new URLSearchParams(search).get("alliance");
  return named !== null && slugPattern.test(named) ? named : undefined;
}

/**
 * In which alliance members are looked for: the one of the page; outside of one, that which the address names, if the reader
 * may know of it, else the only one that is the reader's.
 */
export function allianceToSearch(
  { slug, inside }: { slug: string | undefined; inside: boolean },
  alliances: readonly { slug: string; mine: boolean }[],
): string | undefined {
  if (inside) return slug;
  const own = alliances.filter(({ mine }) => mine);
  return (alliances.find((one) => one.slug === slug) ?? (own.length === 1 ? own[0] : undefined))
    ?.slug;
}
