import type { ElectionAct, ElectionState } from "../types";

type Edge = { from: readonly ElectionState[]; to: ElectionState | "same" };

/**
 * The state machine of behaviour 4.2; the database keeps the same edges. A ballot without quorum, or aborted, goes back
 * to "checked" and can be taken again. While papers are out, nothing is cancelled: the round is aborted first.
 */
const edges: Record<ElectionAct, Edge> = {
  open_nominations: { from: ["planned"], to: "nominating" },
  nominate: { from: ["nominating"], to: "same" },
  close_nominations: { from: ["nominating"], to: "acceptance" },
  answer: { from: ["nominating", "acceptance"], to: "same" },
  check: { from: ["acceptance"], to: "same" },
  finish_check: { from: ["acceptance"], to: "checked" },
  open_ballot: { from: ["checked"], to: "ballot" },
  cast: { from: ["ballot"], to: "same" },
  close_ballot: { from: ["ballot"], to: "counted" },
  abort_ballot: { from: ["ballot"], to: "checked" },
  open_run_off: { from: ["counted"], to: "ballot" },
  draw_lot: { from: ["counted"], to: "same" },
  witness_lot: { from: ["counted"], to: "same" },
  declare: { from: ["counted"], to: "declared" },
  announce: { from: ["declared"], to: "objection_period" },
  object: { from: ["objection_period"], to: "same" },
  answer_objection: { from: ["objection_period"], to: "same" },
  fill: { from: ["objection_period"], to: "filled" },
  cancel: {
    from: [
      "planned",
      "nominating",
      "acceptance",
      "checked",
      "counted",
      "declared",
      "objection_period",
    ],
    to: "cancelled",
  },
};

export const canAct = (state: ElectionState, act: ElectionAct): boolean =>
  edges[act].from.includes(state);

/** The state after an act; undefined when the state does not allow it. */
export function stateAfter(state: ElectionState, act: ElectionAct): ElectionState | undefined {
  if (!canAct(state, act)) return undefined;
  const { to } = edges[act];
  return to === "same" ? state : to;
}

export const isOver = (state: ElectionState): boolean =>
  state === "filled" || state === "cancelled";
