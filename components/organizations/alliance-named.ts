import { slugPattern } from "@/lib/features/alliances/types";

/**
 * The alliance that an address names beside its path, `?alliance=…`. Anybody can send an address: what is no slug would be
 * read as a path, and lead to other pages of the portal than it says.
 */
export function allianceNamed(search: string): string | undefined {
  const named = new URLSearchParams(search).get("alliance");
  return named !== null && slugPattern.test(named) ? named : undefined;
}
