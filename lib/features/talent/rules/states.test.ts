import { expect, test } from "vitest";
import {
  believedUntil,
  demandAfter,
  demandWait,
  marketState,
  shownState,
  supplyAfter,
} from "./states";

test("a demand is believed for 180 days, the last one included", () => {
  const until = believedUntil("2026-01-01");
  expect(until).toBe("2026-06-30");
  expect(shownState("open", until, until)).toBe("open");
  expect(shownState("open", until, "2026-07-01")).toBe("expired");
  expect(shownState("filled", until, "2027-01-01")).toBe("filled");
});

test("heads decide between open, partly matched and filled", () => {
  expect(marketState({ headcount: 5, taken: 0, hired: 0 })).toBe("open");
  expect(marketState({ headcount: 5, taken: 5, hired: 4 })).toBe("partly_matched");
  expect(marketState({ headcount: 5, taken: 5, hired: 5 })).toBe("filled");
});

test("a demand whose heads are all agreed waits for the hires, not for further matches", () => {
  const wait = (taken: number) => demandWait({ state: "partly_matched", headcount: 5, taken });
  expect(wait(4)).toBe("partly_matched");
  expect(wait(5)).toBe("all_agreed");
  expect(demandWait({ state: "filled", headcount: 5, taken: 5 })).toBe("filled");
});

test("what ended has no edge", () => {
  for (const step of ["change", "submit", "confirm", "open", "renew", "withdraw"] as const) {
    expect(demandAfter("withdrawn", step)).toBeUndefined();
    expect(demandAfter("filled", step)).toBeUndefined();
  }
  expect(supplyAfter("published", "publish")).toBeUndefined();
});
