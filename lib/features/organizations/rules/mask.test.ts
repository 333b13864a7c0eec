import { expect, test } from "vitest";
import { maskName, maskPhone } from "./mask";

test.each([
  ["13812345678", "138****5678"],
  ["0512-66668888", "051******8888"],
  ["12345", "*****"],
  [null, null],
])("phone %s leaves as %s", (phone, masked) => expect(maskPhone(phone)).toBe(masked));

test("a masked name keeps its first character", () => expect(maskName("示例代表")).toBe("示**"));
