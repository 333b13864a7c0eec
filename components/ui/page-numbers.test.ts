import { expect, test } from "vitest";
import { pageNumbers } from "./page-numbers";

test.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [1, 10, [1, 2, -10, 10]],
  [5, 10, [1, -4, 4, 5, 6, -10, 10]],
  [4, 10, [1, 2, 3, 4, 5, -10, 10]],
  [10, 10, [1, -9, 9, 10]],
])("page %i of %i", (page, last, numbers) => expect(pageNumbers(page, last)).toEqual(numbers));
