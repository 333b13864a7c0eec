import { accept, type Result, refuse } from "@/lib/kernel/result";

/** All of a result, in hundredths of a percent. */
export const WHOLE = 10_000;

export type Share = { organizationId: string; share: number };

/** "33.33" per cent is 3333; undefined for what is none or all of it. */
export function parseShare(text: string): number | undefined {
  const match = /^(\d{1,2})(?:\.(\d{1,2}))?$/.exec(text);
  if (!match) return undefined;
  const hundredths = Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return hundredths >= 1 && hundredths < WHOLE ? hundredths : undefined;
}

/** 3333 is "33.33". */
export const shareText = (hundredths: number): string =>
  `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;

/** Equal parts of `count` owners; what is left over goes to the first, the lead. */
export function evenShares(count: number): number[] {
  const part = Math.floor(WHOLE / count);
  return Array.from({ length: count }, (_, place) =>
    place === 0 ? WHOLE - part * (count - 1) : part,
  );
}

/** Who has no rows has all of it. */
export const sharesOf = (leadId: string, rows: readonly Share[]): readonly Share[] =>
  rows.length > 0 ? rows : [{ organizationId: leadId, share: WHOLE }];

/** The lead gives a part of its own to a further owner; the others keep theirs, and the sum stays whole. */
export function withCoOwner(
  leadId: string,
  rows: readonly Share[],
  added: Share,
): Result<Share[], "share-too-large" | "shares-already"> {
  const before = sharesOf(leadId, rows);
  if (before.some(({ organizationId }) => organizationId === added.organizationId)) {
    return refuse("shares-already");
  }
  const left =
    (before.find(({ organizationId }) => organizationId === leadId)?.share ?? 0) - added.share;
  if (left < 1) return refuse("share-too-large", { left: shareText(left + added.share) });
  return accept([
    ...before.map((one) => (one.organizationId === leadId ? { ...one, share: left } : one)),
    added,
  ]);
}
