import { fenOf, yuanText } from "@/lib/kernel/money";
import type { Change, CorrectionMove, CorrectionState, Said } from "./types";

/** behaviour 4.4: asked for by one person, endorsed by a second, applied by a third; over with the last three. */
const edges: Record<CorrectionMove, Partial<Record<CorrectionState, CorrectionState>>> = {
  endorse: { requested: "endorsed" },
  apply: { endorsed: "applied" },
  refuse: { requested: "refused", endorsed: "refused" },
  withdraw: { requested: "withdrawn", endorsed: "withdrawn" },
};

/** The state after a move; undefined where the move does not exist. */
export const stateAfter = (
  state: CorrectionState,
  move: CorrectionMove,
): CorrectionState | undefined => edges[move][state];

export const isOpen = (state: CorrectionState): boolean =>
  state === "requested" || state === "endorsed";

type Hands = { requestedById: string; endorsedById: string | null };

/** May this person take this step of the case? Three different people ask, endorse and apply. */
export function mayTake(move: CorrectionMove, hands: Hands, userId: string | null): boolean {
  if (userId === null) return false;
  if (move === "withdraw") return hands.requestedById === userId;
  if (hands.requestedById === userId) return false;
  return move !== "apply" || hands.endorsedById !== userId;
}

const same = (before: string, after: string): boolean => fenOf(before) === fenOf(after);

/** What the wish really changes: what is said again as it stands is no change. */
export function changeOf(before: Said, wish: Change): Change {
  const kept = Object.entries(wish).filter(([key, value]) => {
    const old = before[key as keyof Said];
    if (value === undefined || value === null) return false;
    return key === "quantity" ? !same(String(old), String(value)) : old !== value;
  });
  return Object.fromEntries(kept) as Change;
}

/** A total that everybody reads: of one organization, or (null) of the alliance. */
export type Cell = {
  metricCode: string;
  year: number;
  organizationId: string | null;
  records: number;
  total: string;
};
export type Effect = Omit<Cell, "records" | "total"> & {
  before: string;
  after: string;
  recordsBefore: number;
  recordsAfter: number;
};

const keyOf = (cell: Pick<Cell, "metricCode" | "year" | "organizationId">): string =>
  [cell.metricCode, cell.year, cell.organizationId ?? ""].join("|");

type Step = Pick<Cell, "metricCode" | "year" | "organizationId"> & {
  records: number;
  amount: bigint;
};

const stepsOf = (said: Said, sign: 1 | -1, adjustment: bigint): Step[] =>
  [null, said.organizationId].map((organizationId) => ({
    metricCode: said.metricCode,
    year: said.year,
    organizationId,
    records: sign,
    amount: BigInt(sign) * (fenOf(said.quantity) + adjustment),
  }));

/** Would less be left than was taken off as counted elsewhere? Then the duplicate is dealt with first. */
export const isBelowAdjusted = (after: Said, adjustment: string): boolean =>
  fenOf(after.quantity) + fenOf(adjustment) < 0n;

/**
 * What the correction does to the approved totals of each organization and of the alliance: the record leaves where it
 * counted and counts where it shall; `after` is null where it counts no more.
 * @param adjustment what was taken off the record as counted elsewhere, zero or below: it never was in the totals
 */
export function effectsOf(
  totals: readonly Cell[],
  before: Said,
  after: Said | null,
  adjustment = "0",
): Effect[] {
  const off = fenOf(adjustment);
  const steps = [...stepsOf(before, -1, off), ...(after ? stepsOf(after, 1, off) : [])];
  const keys = new Map(steps.map((step) => [keyOf(step), step]));
  return [...keys.entries()]
    .map(([key, { metricCode, year, organizationId }]) => {
      const now = totals.find((cell) => keyOf(cell) === key);
      const own = steps.filter((step) => keyOf(step) === key);
      const total = fenOf(now?.total ?? "0");
      const moved = own.reduce((sum, step) => sum + step.amount, 0n);
      const records = now?.records ?? 0;
      return {
        metricCode,
        year,
        organizationId,
        before: yuanText(total),
        after: yuanText(total + moved),
        recordsBefore: records,
        recordsAfter: records + own.reduce((sum, step) => sum + step.records, 0),
      };
    })
    .sort((a, b) => keyOf(a).localeCompare(keyOf(b)));
}
