import { expect, it } from "vitest";
import { useDatabase } from "@/tests/support/database";
import { Browser } from "./door";
import { createAccount, password } from "./people";

process.env.APP_URL = "https://portal.example";
useDatabase();

it("A-42 over TLS the cookies are bound to the host and never travel without it", async () => {
  const account = await createAccount();
  const browser = new Browser();
  const answer = await browser.signIn(account.email, password, "/me");
  expect(answer.headers.get("location")).toBe("https://portal.example/me");
  const cookies = answer.headers.getSetCookie();
  const session = cookies.find((one) => one.startsWith("__Host-alliance-session="));
  expect(session).toMatch(/; Path=\/;.*HttpOnly.*Secure.*SameSite=Lax/);
  expect(session).not.toMatch(/Domain=/i);
  for (const cookie of cookies) expect(cookie).toMatch(/Secure/);
});
