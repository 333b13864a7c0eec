import { expect, test } from "vitest";
import { sixGrid, sixOf } from "./six";

test("on a phone each row is a step of the money, cash on the left and goods on the right", () => {
  const columns = Number(/(?:^| )grid-cols-(\d)/.exec(sixGrid)?.[1]);
  const tiles = sixOf(["promised", "received", "spent"]).map(
    ({ side, cash }) => `${side} ${cash ? "cash" : "goods"}`,
  );
  const rows = [0, 1, 2].map((row) => tiles.slice(row * columns, (row + 1) * columns));
  expect(rows).toEqual([
    ["promised cash", "promised goods"],
    ["received cash", "received goods"],
    ["spent cash", "spent goods"],
  ]);
});
