import { type Action, reachOf } from "@/lib/features/access/policy";
import type { Actor } from "@/lib/platform/auth/actor";
import type { VoteRights } from "./schema/votes";

/** What the reader may do with the votes of a meeting; the state of each vote decides the rest. */
export function rightsOver(actor: Actor, allianceId: string): VoteRights {
  const may = (action: Action): boolean => {
    const reach = reachOf(action, actor.roles, allianceId);
    return !actor.readOnly && reach !== undefined;
  };
  return {
    prepare: may("motion.create"),
    run: may("motion.open"),
    paper: may("ballot.enter_paper"),
    count: may("ballot.count_hands"),
    decideTie: may("motion.decide_tie"),
    object: may("motion.object"),
    void: may("motion.void"),
  };
}

/** Sees counts before the declaration, and whose reply is missing. */
export const runsVotes = (actor: Actor, allianceId: string): boolean =>
  reachOf("motion.open", actor.roles, allianceId)?.whole === true;

export const readsNamed = (actor: Actor, allianceId: string): boolean =>
  reachOf("ballot.read_named", actor.roles, allianceId)?.whole === true;

export const mayRecount = (actor: Actor, allianceId: string): boolean =>
  reachOf("motion.recount", actor.roles, allianceId)?.whole === true;
