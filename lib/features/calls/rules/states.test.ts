import { describe, expect, test } from "vitest";
import { callMoves, callStates } from "../types";
import { canMove, isAwarded, isOpened, isRanked, moves } from "./states";

describe("I-12 edges of a call", () => {
  const edges = callStates.flatMap((state) =>
    callMoves
      .filter((move) => canMove(move, state))
      .map((move) => `${state} -${move}-> ${moves[move].to}`),
  );
  test("are these and no others", () =>
    expect(edges).toEqual([
      "draft -submit-> triage",
      "draft -cancel-> cancelled",
      "triage -give_back-> draft",
      "triage -pass-> expert_check",
      "triage -cancel-> cancelled",
      "expert_check -give_back-> draft",
      "expert_check -propose-> agreeing",
      "expert_check -cancel-> cancelled",
      "agreeing -agree-> agreed",
      "agreeing -disagree-> expert_check",
      "agreeing -cancel-> cancelled",
      "agreed -publish-> bidding",
      "agreed -cancel-> cancelled",
      "bidding -declare_no_bid-> no_bid",
      "bidding -open_first-> closed",
      "bidding -cancel-> cancelled",
      "closed -open_second-> evaluation",
      "closed -fail-> failed",
      "evaluation -conclude-> choice",
      "evaluation -fail-> failed",
      "choice -choose-> notice",
      "choice -fail-> failed",
      "notice -uphold-> choice",
      "notice -end_notice-> contract",
      "contract -contract-> executing",
      "contract -fail-> failed",
      "executing -sign-> accepting",
      "executing -fail-> failed",
      "accepting -accept-> accepted",
      "accepting -rework-> executing",
      "accepting -fail-> failed",
      "accepted -archive-> archived",
      "no_bid -extend-> bidding",
      "no_bid -reissue-> agreeing",
      "no_bid -fail-> failed",
      "no_bid -cancel-> cancelled",
    ]));

  test("the enterprise chooses and signs, nobody else; what the office runs the enterprise does not", () => {
    for (const move of ["submit", "agree", "disagree", "choose", "sign"] as const) {
      expect(moves[move].by).toEqual(["poster"]);
    }
    for (const move of ["publish", "conclude", "contract", "accept", "archive"] as const) {
      expect(moves[move].by).toEqual(["office"]);
    }
  });
});

test("bids are read when they are open, compared when they are ranked, named when they are awarded", () => {
  expect(callStates.filter(isOpened)).toHaveLength(8);
  expect(callStates.filter((state) => isOpened(state) && !isRanked(state))).toEqual(["evaluation"]);
  expect(callStates.filter((state) => isRanked(state) && !isAwarded(state))).toEqual(["choice"]);
});
