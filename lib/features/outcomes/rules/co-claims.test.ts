import { describe, expect, test } from "vitest";
import { coClaimMoves, coClaimStates } from "../types";
import { answerDue, checkMove, coClaimAfter, coClaimWaits, openOwnership } from "./co-claims";

test("I-12 a co-claim moves only along its edges", () => {
  const edges = coClaimMoves.flatMap((move) =>
    coClaimStates.flatMap((state) => {
      const next = coClaimAfter(state, move);
      return next ? [`${state} ${move} ${next}`] : [];
    }),
  );
  expect(edges).toEqual([
    "proposed agree agreed",
    "proposed refuse refused",
    "proposed withdraw withdrawn",
    "refused withdraw withdrawn",
    "proposed grant granted",
    "refused grant granted",
    "proposed deny denied",
    "refused deny denied",
  ]);
});

describe("other side consents in 14 days, else the secretariat decides", () => {
  const dueOn = answerDue("2026-11-01");
  test("the last day is the 15th", () => expect(dueOn).toBe("2026-11-15"));
  test.each([
    ["proposed", "agree", "2026-11-15", "agreed"],
    ["proposed", "agree", "2026-11-16", "co-claim-overdue"],
    ["proposed", "refuse", "2026-11-16", "co-claim-overdue"],
    ["proposed", "grant", "2026-11-15", "co-claim-not-due"],
    ["proposed", "grant", "2026-11-16", "granted"],
    ["refused", "deny", "2026-11-02", "denied"],
    ["refused", "agree", "2026-11-02", "wrong-state"],
    ["proposed", "withdraw", "2026-12-01", "withdrawn"],
  ] as const)("%s, %s on %s: %s", (state, move, today, answer) => {
    const result = checkMove({ state, dueOn }, move, today);
    expect(result.ok ? result.value : result.reason).toBe(answer);
  });
  test.each([
    ["proposed", "2026-11-15", "other-side"],
    ["proposed", "2026-11-16", "secretariat"],
    ["refused", "2026-11-02", "secretariat"],
    ["agreed", "2026-11-02", undefined],
  ] as const)("%s on %s waits for %s", (state, today, whom) =>
    expect(coClaimWaits({ state, dueOn }, today)).toBe(whom),
  );
});

describe("what the reader is told while it is open who owns a result", () => {
  const asked = [{ state: "proposed" }] as const;
  const refused = [{ state: "refused" }] as const;
  test.each([
    ["asked for: it counts as before", "verified", false, asked, "asking"],
    ["asked for: it is verified as usual", "submitted", false, asked, "asking"],
    ["refused before it was verified: outside the totals", "submitted", true, refused, "disputed"],
    [
      "refused after that: the verified number counts",
      "verified",
      true,
      refused,
      "disputedCounted",
    ],
    ["a dispute that the reader sees no claim of", "published", true, [], "disputedCounted"],
    ["settled", "verified", false, [{ state: "agreed" }], undefined],
  ] as const)("%s", (_, state, provisional, coClaims, told) => {
    expect(openOwnership({ state, provisional, coClaims })).toBe(told);
  });
});
