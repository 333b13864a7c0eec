import { fenOf, yuanText } from "@/lib/kernel/money";

/** "13812345678" → "138****5678"; short numbers keep their last two digits. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, "");
  return digits.length >= 11
    ? `${digits.slice(0, 3)}****${digits.slice(-4)}`
    : `****${digits.slice(-2)}`;
}

/** Of some results that count people: those whose training says who was there, all places of their lists, and the people. */
export type Listed = { listed: number; places: number; people: number };

/**
 * Different people of several results: whoever stands in two lists is counted once. Without lists the same person may be in
 * both numbers, so the sum only bounds them from above. It is exact where every one has its list, and of one alone.
 */
export function peopleCounted(
  sum: { records: number; total: string },
  known: Listed | null | undefined,
): { value: string; atMost: boolean } {
  const { listed, places, people } = known ?? { listed: 0, places: 0, people: 0 };
  return {
    value: yuanText(fenOf(sum.total) - 100n * BigInt(places - people)),
    atMost: sum.records > 1 && sum.records > listed,
  };
}
