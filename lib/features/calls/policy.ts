import { type Action, reachOf } from "@/lib/features/access/policy";
import type { Reach } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { canMove, type Mover, moves } from "./rules/states";
import type { CallMove, CallState } from "./types";

type Asker = Pick<TenantScope, "actor" | "alliance">;

/** What of a call decides who may do what. */
export type CallFacts = {
  state: CallState;
  posterId: string;
  secrecy: "open" | "restricted";
  /** Units that have undertaken to keep its details to themselves. */
  undertaken: readonly string[];
  /** Persons who assess it and have not stepped back. */
  expertIds: readonly string[];
  /** Those of them who have declared that nothing ties them to it. */
  clearExpertIds: readonly string[];
};

const reachFor = (asker: Asker, action: Action): Reach | undefined =>
  reachOf(action, asker.actor.roles, asker.alliance.id);

const own = (asker: Asker, action: Action): readonly string[] =>
  reachFor(asker, action)?.organizationIds ?? [];

export const isOffice = (asker: Asker): boolean => reachFor(asker, "call.manage")?.whole === true;

/** May the asker be one of the two who open bids? */
export const isOpener = (asker: Asker): boolean => reachFor(asker, "bid.open")?.whole === true;

/** The office, and those who look after it: they see how every call came about. */
export const seesWhole = (asker: Asker): boolean =>
  reachFor(asker, "call.read_internal")?.whole === true;

export const isPoster = (asker: Asker, facts: Pick<CallFacts, "posterId">): boolean =>
  own(asker, "call.read_internal").includes(facts.posterId);

export const isExpert = (asker: Asker, facts: CallFacts): boolean =>
  asker.actor.personId !== null &&
  facts.expertIds.includes(asker.actor.personId) &&
  reachFor(asker, "call.assess")?.assigned === true;

/** Units for which the asker may bid. */
export const biddersOf = (asker: Asker, facts: Pick<CallFacts, "posterId">): string[] =>
  [...new Set(own(asker, "bid.submit"))].filter((id) => id !== facts.posterId);

/** May the asker know that it exists? Before it is published, only its own people. */
export const sees = (asker: Asker, facts: CallFacts, published: boolean): boolean =>
  published || seesWhole(asker) || isPoster(asker, facts) || isExpert(asker, facts);

/** Everything but the bids. */
export const seesInside = (asker: Asker, facts: CallFacts): boolean =>
  seesWhole(asker) || isPoster(asker, facts);

/** An expert who has declared first: what is restricted is not read by whoever may yet step back. */
const isClearExpert = (asker: Asker, facts: CallFacts): boolean =>
  isExpert(asker, facts) && facts.clearExpertIds.includes(asker.actor.personId ?? "");

/** Problem and indicators: everybody where nothing is restricted, else whoever has signed or declared for it. */
export const seesDetails = (asker: Asker, facts: CallFacts): boolean =>
  facts.secrecy === "open" ||
  seesInside(asker, facts) ||
  isClearExpert(asker, facts) ||
  own(asker, "bid.submit").some((id) => facts.undertaken.includes(id));

const isMover: Record<Mover, (asker: Asker, facts: Pick<CallFacts, "posterId">) => boolean> = {
  poster: (asker, facts) => own(asker, "call.post").includes(facts.posterId),
  office: isOffice,
  opener: isOpener,
  arbiter: (asker) => reachFor(asker, "call.answer_objection")?.whole === true,
};

/** Is the asker one of those who make this move? */
export const moverIs = (
  asker: Asker,
  facts: Pick<CallFacts, "posterId">,
  move: CallMove,
): boolean => !asker.actor.readOnly && moves[move].by.some((mover) => isMover[mover](asker, facts));

export const mayMove = (
  asker: Asker,
  facts: Pick<CallFacts, "posterId" | "state">,
  move: CallMove,
): boolean => moverIs(asker, facts, move) && canMove(move, facts.state);

export const mayPost = (asker: Asker): boolean => own(asker, "call.post").length > 0;
export const postersOf = (asker: Asker): readonly string[] => own(asker, "call.post");

export const mayObject = (asker: Asker): boolean => reachFor(asker, "call.object") !== undefined;
export const mayArbitrate = (asker: Asker): boolean =>
  reachFor(asker, "call.answer_objection")?.whole === true;

/** Whose lines of the living lists the asker keeps: own enterprises, or every member's. */
export const listEditors = (asker: Asker): Reach | undefined => reachFor(asker, "list.edit");
