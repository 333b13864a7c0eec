import { expect, test } from "vitest";
import { maskName } from "./mask";

test("a masked name keeps its first character", () => expect(maskName("示例代表")).toBe("示**"));
