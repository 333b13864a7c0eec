import type { ItemState, MeetingState, ProxyState, RecusalState } from "../types";

/** From where each move may be made, and where it leads (behaviour 4.2). */
type Edge<S extends string> = { from: readonly S[]; to: S };

export const meetingEdges = {
  notice: { from: ["draft", "postponed"], to: "noticed" },
  /** Another time or place: a new notice. */
  notice_again: { from: ["noticed"], to: "noticed" },
  postpone: { from: ["noticed", "check_in"], to: "postponed" },
  cancel: { from: ["draft", "noticed", "check_in", "postponed"], to: "cancelled" },
  start_check_in: { from: ["noticed"], to: "check_in" },
  open: { from: ["check_in"], to: "open" },
  suspend: { from: ["open"], to: "suspended" },
  resume: { from: ["suspended"], to: "open" },
  close: { from: ["open", "suspended"], to: "closed" },
  adjourn: { from: ["open", "suspended"], to: "adjourned" },
  lack_quorum: { from: ["check_in", "suspended"], to: "inquorate" },
  /** It was held on paper after all. */
  record: { from: ["noticed", "check_in"], to: "closed" },
  archive: { from: ["closed"], to: "archived" },
} as const satisfies Record<string, Edge<MeetingState>>;
export type MeetingMove = keyof typeof meetingEdges;

export const itemEdges = {
  focus: { from: ["planned", "open"], to: "open" },
  hear: { from: ["planned", "open"], to: "heard" },
  defer: { from: ["planned", "open"], to: "deferred" },
  withdraw: { from: ["planned", "open"], to: "withdrawn" },
  refer_up: { from: ["open"], to: "referred_up" },
} as const satisfies Record<string, Edge<ItemState>>;
export type ItemMove = keyof typeof itemEdges;

export const proxyEdges = {
  accept: { from: ["signed"], to: "accepted" },
  /** The meeting opens, or has opened already. */
  activate: { from: ["accepted"], to: "active" },
  revoke: { from: ["signed", "accepted", "active", "used"], to: "revoked" },
  expire: { from: ["signed", "accepted", "active"], to: "expired" },
} as const satisfies Record<string, Edge<ProxyState>>;
export type ProxyMove = keyof typeof proxyEdges;

export const recusalEdges = {
  declare: { from: ["suggested", "denied", "challenged"], to: "declared" },
  deny: { from: ["suggested"], to: "denied" },
  challenge: { from: ["suggested", "denied"], to: "challenged" },
  uphold: { from: ["challenged"], to: "recused" },
  clear: { from: ["challenged"], to: "cleared" },
} as const satisfies Record<string, Edge<RecusalState>>;
export type RecusalMove = keyof typeof recusalEdges;

/** Where the move leads from `state`; undefined: nowhere. */
export function stateAfter<S extends string>(edge: Edge<S>, state: S): S | undefined {
  return edge.from.includes(state) ? edge.to : undefined;
}

/** States in which people are there and things happen at once. */
export const sitting = ["check_in", "open", "suspended"] as const satisfies readonly MeetingState[];
export const isSitting = (state: MeetingState): boolean => sitting.some((one) => one === state);

/** The agenda and the calls may still change. */
export const isComing = (state: MeetingState): boolean =>
  ["draft", "noticed", "check_in", "postponed"].includes(state);
