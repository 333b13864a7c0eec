import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { getVoteQuery, recountVoteQuery, votesOfMeetingQuery } from "./procedures/ballots";

export const loadMeetingVotes = loaderOf(votesOfMeetingQuery);
export const loadVote = loaderOf(getVoteQuery);
export const loadRecount = loaderOf(recountVoteQuery);
