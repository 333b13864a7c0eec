import { expect, test } from "vitest";
import { createCallInput } from "./needs";

test("a restricted problem lacks its public title: told at once, with everything else that is missing", () => {
  const told = (given: object) =>
    createCallInput.safeParse(given).error?.issues.map(({ path }) => path.join(".")) ?? [];
  expect(told({ secrecy: "restricted" })).toEqual(
    expect.arrayContaining(["title", "budget", "publicTitle"]),
  );
  expect(told({ secrecy: "restricted", publicTitle: "示例" })).not.toContain("publicTitle");
  expect(told({ secrecy: "open" })).not.toContain("publicTitle");
});
