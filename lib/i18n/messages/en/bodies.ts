import type { Translated } from "../translated";
import type { bodies as zh } from "../zh-CN/bodies";

export const bodies: Translated<typeof zh> = {
  matter: {
    ordinary: "Ordinary matter",
    special: "Special matter",
    election: "Election",
    membership: "Membership",
    charter: "Charter",
    procedural: "Procedural",
  },
  outcome: { carried: "Carried", rejected: "Not carried", tied: "Tied", inquorate: "No quorum" },
  quorumBase: {
    seats_all: "all seats",
    seats_filled: "filled seats",
    seats_eligible: "seats with a vote, recusals left out",
  },
  passBase: {
    present: "seats present (recusals left out)",
    cast: "valid votes",
    yes_plus_no: "yes and no votes",
    seats_filled: "filled seats (recusals left out)",
    seats_all: "all seats (recusals left out)",
  },
  share: { gte: "at least {num}/{den}", gt: "more than {num}/{den}" },
  tie: {
    fails: "a tie fails",
    chair_casts: "the chair has the casting vote",
    one_more_round_then_fails: "a tie is voted on once more, then fails",
    refer_up: "a tie is referred to the higher body",
  },
  rule: {
    quorum: "Quorum: {share} of {base}",
    pass: "Carried by: yes from {share} of {base}",
    article: "Under {article}",
    version: "Rule version {version}",
    noArticle: "no article named",
  },
  sentence: {
    carried: "Carried, because {count} × {den} {sign} {num} × {base}",
    rejected: "Not carried, because {count} × {den} {sign} {num} × {base}",
    inquorate: "No quorum, because {count} × {den} {sign} {num} × {base}; nothing could be decided",
    tied: "{count} votes each for and against; {tie}",
    noBase: "The base is 0, so nothing can be carried",
  },
  needed: "needed {needed}, got {count} ({left} {sign} {right})",
  neededNever: "base 0, out of reach",
};
