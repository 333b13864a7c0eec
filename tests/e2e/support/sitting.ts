import { createHash, randomBytes } from "node:crypto";
import { type Browser, type Page, request } from "@playwright/test";
import { inDatabase } from "./sql";
import { expect, sizes } from "./test";

type Sign = (page: Page, email: string) => Promise<void>;

const secretOf = (): { secret: string; hash: string } => {
  const secret = randomBytes(32).toString("base64url");
  return { secret, hash: createHash("sha256").update(secret).digest("hex") };
};

/** A browser of its own for a person, as wide as a phone or a desk. */
export async function windowOf(
  browser: Browser,
  given: { email: string; size: keyof typeof sizes; baseURL: string; faults: string[] },
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: given.baseURL,
    viewport: sizes[given.size],
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
  });
  context.setDefaultTimeout(12_000);
  const page = await context.newPage();
  page.on("pageerror", (error) => given.faults.push(error.message));
  await signInto(page, given.email);
  return page;
}

export const signInto: Sign = async (page, email) => {
  const { secret, hash } = secretOf();
  await inDatabase((client) =>
    client.query(
      `INSERT INTO sessions (id, token_hash, user_id, session_version, expires_at)
       SELECT gen_random_uuid(), $1, id, session_version, now() + interval '1 hour' FROM users WHERE email = $2`,
      [hash, email],
    ),
  );
  await page.context().addCookies([{ name: "alliance-session", value: secret, url: baseURL }]);
};

/** A key of one's own for the programming interface. */
export async function keyOf(email: string): Promise<string> {
  const { secret, hash } = secretOf();
  await inDatabase((client) =>
    client.query(
      `INSERT INTO api_keys (id, user_id, name, prefix, key_hash)
       SELECT gen_random_uuid(), id, 'e2e', $1, $2 FROM users WHERE email = $3`,
      [secret.slice(0, 8), hash, email],
    ),
  );
  return secret;
}

type Sent = { method?: "POST" | "PUT" | "GET"; data?: object; key?: string };

const baseURL = process.env.E2E_BASE_URL ?? "http://localhost:3000";

/**
 * One call of the programming interface, which must be accepted. Without a key it is a visitor's: the cookie of a
 * signed-in browser is refused where the request comes from no page of ours.
 */
export async function callApi<T>(page: Page, path: string, sent: Sent): Promise<T> {
  const caller = sent.key ? page.request : await request.newContext({ baseURL });
  const answer = await caller.fetch(`/api/v1/alliances/${path}`, {
    method: sent.method ?? "POST",
    ...(sent.key && { headers: { authorization: `Bearer ${sent.key}` } }),
    ...(sent.data && { data: sent.data }),
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  const value = (await answer.json()) as T;
  if (caller !== page.request) await caller.dispose();
  return value;
}

/** Calls as one person, with one key for all of them. */
export async function apiOf(page: Page, email: string) {
  const key = await keyOf(email);
  return <T>(path: string, data?: object, method: Sent["method"] = "POST") =>
    callApi<T>(page, path, { key, method, ...(data && { data }) });
}

/** An applicant of its own, as far as the recommendation: a second run finds no application used up. */
export async function recommendedApplicant(
  page: Page,
  given: { tenant: string; secretariat: string; name: string; creditCode: string },
): Promise<void> {
  const root = `${given.tenant}/applications`;
  const { id } = await callApi<{ id: string }>(page, root, {
    data: {
      organizationName: given.name,
      creditCode: given.creditCode,
      kind: "research_institute",
      contactName: "示例联系人",
      contactEmail: "contact@applicant.example",
      contactPhone: "0512-0000 0000",
      statement: "示例：参与联合培养。",
      contributionPlan: "示例：开放实验室。",
    },
  });
  const secretariat = await apiOf(page, given.secretariat);
  let version = 1;
  for (const step of ["take", "organization", "recommend"]) {
    const done = await secretariat<{ version: number }>(`${root}/${id}/${step}`, { version });
    version = done.version;
  }
}

/** Other delegates cast over the programming interface, each with a key of one's own. */
export async function castBy(
  page: Page,
  emails: readonly string[],
  given: { tenant: string; meetingId: string; choice: "yes" | "no"; secret?: boolean },
): Promise<void> {
  for (const email of emails) {
    const [seat] = await inDatabase(async (client) => {
      const { rows } = await client.query<{ vote: string; seat: string }>(
        `SELECT v.id AS vote, e.seat_id AS seat FROM vote_electors e JOIN votes v ON v.id = e.vote_id
         JOIN agenda_items i ON i.id = v.item_id JOIN users u ON u.person_id = e.person_id
         WHERE i.meeting_id = $1 AND v.state = 'open' AND u.email = $2 AND e.proxy_id IS NULL`,
        [given.meetingId, email],
      );
      return rows;
    });
    if (!seat) throw new Error(`${email} is no elector`);
    const kind = given.secret ? "secret-ballots" : "ballots";
    await callApi(page, `${given.tenant}/votes/${seat.vote}/${kind}/${seat.seat}`, {
      key: await keyOf(email),
      // A named ballot may be put again; a secret one is for good.
      method: given.secret ? "POST" : "PUT",
      data: {
        choice: given.choice,
        ...(given.secret && { blind: randomBytes(24).toString("base64url") }),
      },
    });
  }
}

/** Seats of a meeting whose people have no account: nobody else would miss them. */
export const seatsWithoutAccount = (meetingId: string): Promise<number[]> =>
  inDatabase(async (client) => {
    const { rows } = await client.query<{ number: number }>(
      `SELECT m.number FROM meeting_seats m LEFT JOIN users u ON u.person_id = m.person_id
       WHERE m.meeting_id = $1 AND u.id IS NULL ORDER BY m.number`,
      [meetingId],
    );
    return rows.map(({ number }) => number);
  });

/** Sends a form that asks once more, and agrees. */
export async function agree(page: Page, button: string): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: button, exact: true }).click();
}
