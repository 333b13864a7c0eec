/** Fen of a contract by the shares (percent, 100 in all) of its milestones; the last one takes what is left over. */
export function instalments(total: bigint, shares: readonly number[]): bigint[] {
  const parts = shares.map((share) => (total * BigInt(share)) / 100n);
  const left = total - parts.reduce((sum, part) => sum + part, 0n);
  return parts.map((part, at) => (at === parts.length - 1 ? part + left : part));
}
