import { describe, expect, test } from "vitest";
import { entryFlows, entryMoves, entryStates } from "../types";
import {
  approversNeeded,
  canMove,
  changesBetween,
  entryWaits,
  flowTakes,
  isMaterial,
  isOtherHand,
  isOver,
  mayBecome,
  sideOf,
  signed,
} from "./entries";

const fields = {
  amount: "100.00",
  happenedOn: "2026-03-01",
  payee: "示例公司",
  payeeOrganizationId: null,
  lineId: null,
  voucherNo: "1",
  account: "main",
  purpose: null,
  fileId: null,
  valuation: null,
  overReason: null,
};

describe("I-12 the life of an entry", () => {
  test("waits for somebody until it is over, and then for nobody", () => {
    const idle = entryStates.filter((state) => entryWaits(state, false) === undefined);
    expect(idle).toEqual(entryStates.filter(isOver));
    expect(idle.toSorted()).toEqual(["posted", "rejected"]);
    expect(entryWaits("checked", true)).toBe("checkedSecond");
    expect(entryWaits("approved", true)).toBe("approved");
  });

  test("what is posted or rejected goes nowhere", () => {
    for (const state of entryStates) {
      expect(mayBecome("posted", state)).toBe(false);
      expect(mayBecome("rejected", state)).toBe(false);
    }
  });
  test("nothing is posted that was not approved, nothing approved that was not checked", () => {
    expect(entryStates.filter((state) => mayBecome(state, "posted"))).toEqual(["approved"]);
    expect(entryStates.filter((state) => mayBecome(state, "approved"))).toEqual([
      "checked",
      "on_hold",
    ]);
    expect(entryStates.filter((state) => mayBecome(state, "checked"))).toEqual([
      "submitted",
      "checked",
      "on_hold",
    ]);
  });
  test("only what is posted is reversed, and then nothing else is done to it", () => {
    expect(entryMoves.filter((move) => canMove(move, "posted"))).toEqual(["reverse"]);
    expect(entryMoves.filter((move) => canMove(move, "rejected"))).toEqual([]);
  });
});

describe("I-15 author ≠ checker ≠ approver", () => {
  const hands = { enteredById: "a", checkedById: "b", approvedById: "c", secondApprovedById: "d" };
  test.each([
    ["check", "a", false],
    ["check", "x", true],
    ["approve", "a", false],
    ["approve", "b", false],
    ["approve", "c", false],
    ["approve", "d", false],
    ["approve", "x", true],
    ["post", "a", false],
    ["post", "b", true],
    ["post", "c", false],
    ["post", "d", false],
    ["post", null, false],
  ] as const)("%s by %s: %s", (step, who, may) => expect(isOtherHand(step, hands, who)).toBe(may));
});

test("From amount C two approvers, whatever the sign", () => {
  expect(approversNeeded(99n, 100n)).toBe(1);
  expect(approversNeeded(100n, 100n)).toBe(2);
  expect(approversNeeded(-100n, 100n)).toBe(2);
});

describe("editing shows the difference", () => {
  test.each([
    [{ amount: "101.00" }, true],
    [{ payee: "示例单位" }, true],
    [{ happenedOn: "2026-03-02" }, true],
    [{ lineId: "x" }, true],
    [{ voucherNo: "2" }, true],
    [{ purpose: "示例" }, false],
  ])("%o is material: %s", (change, sends) => {
    const changes = changesBetween(fields, { ...fields, ...change });
    expect(Object.keys(changes)).toEqual(Object.keys(change));
    expect(isMaterial(changes)).toBe(sends);
  });
});

test("In-kind asset later withdrawn: a negative; cash and goods have their own flows", () => {
  expect(entryFlows.map((flow) => signed(flow, 5n))).toEqual([5n, 5n, -5n, -5n, 5n, -5n]);
  expect(entryFlows.filter((flow) => flowTakes(flow, "cash"))).toEqual([
    "receipt",
    "refund",
    "spending",
    "recovery",
  ]);
  expect(entryFlows.filter((flow) => flowTakes(flow, "site"))).toEqual([
    "delivery",
    "withdrawal",
    "spending",
    "recovery",
  ]);
});

test("an entry counts as received or spent once it is posted, and nowhere when it was rejected", () => {
  expect(sideOf("receipt", "approved")).toBe("entered");
  expect(sideOf("withdrawal", "posted")).toBe("received");
  expect(sideOf("spending", "on_hold")).toBe("requested");
  expect(sideOf("recovery", "posted")).toBe("spent");
  expect(sideOf("receipt", "rejected")).toBeNull();
  expect(sideOf("spending", "draft")).toBeNull();
});
