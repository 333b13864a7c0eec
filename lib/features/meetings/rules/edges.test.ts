import { describe, expect, test } from "vitest";
import { itemStates, meetingStates, proxyStates, recusalStates } from "../types";
import { itemEdges, meetingEdges, proxyEdges, recusalEdges, stateAfter } from "./edges";

const machines = [
  ["meeting", meetingStates, meetingEdges],
  ["item", itemStates, itemEdges],
  ["proxy", proxyStates, proxyEdges],
  ["recusal", recusalStates, recusalEdges],
] as const;

describe("I-12 the tables of edges", () => {
  test.each(machines)(
    "every edge of the %s leads where it says, and only from there",
    (_, states, edges) => {
      for (const edge of Object.values(edges)) {
        for (const state of states) {
          const from = edge.from as readonly string[];
          const after = stateAfter<string>({ from, to: edge.to }, state);
          expect(after).toBe(from.includes(state) ? edge.to : undefined);
        }
      }
    },
  );
  test("what is over stays over", () => {
    const ends = ["archived", "cancelled", "adjourned", "inquorate"];
    for (const edge of Object.values(meetingEdges)) {
      expect((edge.from as readonly string[]).filter((from) => ends.includes(from))).toEqual([]);
    }
  });
  test("a decided item is not touched again", () => {
    for (const edge of Object.values(itemEdges)) {
      expect((edge.from as readonly string[]).includes("decided")).toBe(false);
    }
  });
});
