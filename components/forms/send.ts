import type { Answer, SubmitAction } from "./types";

/** 128 random bits; `crypto.randomUUID` is missing on plain-HTTP intranet addresses. */
const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");

/** The key of the submission under way, what was sent with it, and whether an answer came. */
export type Attempt = { key: string; sent: string; answered: boolean };

/**
 * The key stays while nobody knows whether the first submission arrived, so that a second one cannot act twice. After
 * an answered refusal nothing was kept, and changed content is a new submission.
 */
export function attemptFor(before: Attempt | undefined, input: unknown): Attempt {
  const sent = JSON.stringify(input);
  const renewed = !before || (before.answered && before.sent !== sent);
  return { key: renewed ? newKey() : before.key, sent, answered: false };
}

const digestOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "digest" in error ? String(error.digest) : "";

/** Calls the action; a lost connection and a fallen server become answers too. Next's own signals go on upwards. */
export async function send<I, T>(
  action: SubmitAction<I, T>,
  tenant: string,
  input: I,
  attempt: Attempt,
): Promise<Answer<T>> {
  try {
    const answer = await action(tenant, input, attempt.key);
    attempt.answered = true;
    return answer;
  } catch (error) {
    const digest = digestOf(error);
    if (digest.startsWith("NEXT_")) throw error;
    if (!navigator.onLine || error instanceof TypeError) {
      return { ok: false, code: "offline", requestId: "" };
    }
    return { ok: false, code: digest ? "unexpected" : "unavailable", requestId: digest };
  }
}

const textOf = (value: unknown, name: string): string => {
  const found = typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
  return String(found ?? "");
};

/** "/a/x/projects/{id}" with the answer's own values; "{next}" alone stands for a whole path inside the portal. */
export function fillHref(href: string, value: unknown): string {
  const whole = /^\{(\w+)\}$/.exec(href)?.[1];
  if (whole) {
    const path = textOf(value, whole);
    return /^\/(?![/\\])/.test(path) ? path : "/";
  }
  return href.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(textOf(value, name)));
}
