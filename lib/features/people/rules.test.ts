import { expect, it } from "vitest";
import { maskPhone } from "./rules";

it.each([
  ["13812345678", "138****5678"],
  ["+86 138 1234 5678", "861****5678"],
  ["0512-6789", "****89"],
])("A-76 masks %s", (phone, masked) => expect(maskPhone(phone)).toBe(masked));
