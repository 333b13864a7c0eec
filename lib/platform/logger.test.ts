import { expect, test } from "vitest";
import { newSecret } from "./auth/secret";
import { loggedPath } from "./logger";

test("A-62 a link that opens something stands in no log", () => {
  const secret = newSecret();
  expect(loggedPath(`/a/suzhou/apply/${secret}`)).toBe("/a/suzhou/apply/[redacted]");
  expect(loggedPath(`/api/v1/alliances/x/applications/cases/${secret}/answer`)).toBe(
    "/api/v1/alliances/x/applications/cases/[redacted]/answer",
  );
  expect(loggedPath("/organizations/01a201a8-2d9c-767f-8007-a6eb4fd88047")).toBe(
    "/organizations/01a201a8-2d9c-767f-8007-a6eb4fd88047",
  );
});
