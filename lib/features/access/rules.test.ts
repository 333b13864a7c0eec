import { describe, expect, it } from "vitest";
import { faultOfRole, maskEmail } from "./rules";

describe("A-10 a role is held at the place it belongs to", () => {
  it.each([
    ["platform_admin", false, false, undefined],
    ["platform_admin", true, false, "role-is-platform-wide"],
    ["secretariat", false, false, "role-needs-alliance"],
    ["secretariat", true, false, undefined],
    ["reporter", true, false, "role-needs-organization"],
    ["reporter", true, true, undefined],
    ["enterprise_contact", false, true, "role-needs-alliance"],
    ["observer", true, true, undefined],
  ] as const)("%s, alliance %s, organization %s: %s", (role, alliance, organization, fault) => {
    expect(faultOfRole(role, { alliance, organization })).toBe(fault);
  });
});

it.each([
  ["wang@svu.example", "w•••@svu.example"],
  ["w@svu.example", "w•••@svu.example"],
  ["@svu.example", "•••"],
])("A-76 masks %s", (email, masked) => expect(maskEmail(email)).toBe(masked));
