"use server";
import { randomUUID } from "node:crypto";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { AuthError } from "next-auth";
import { z } from "zod";
import type { ActionAnswer } from "../corridor/action";
import { fieldIssues } from "../corridor/invoke";
import { database } from "../db/client";
import { isUnavailable } from "../db/errors";
import { env } from "../env";
import { AppError } from "../errors";
import { logger } from "../logger";
import { findActorBySession } from "./actors";
import { sessionCookieName } from "./cookie";
import { landingOf } from "./landing";
import { credentialsSchema, SignInRefused, signIn, signOut } from "./next-auth";
import { singleSignOnId } from "./oidc";
import { isOwnOrigin } from "./origin";
import { safePath } from "./safe-path";
import { hashSecret } from "./secret";
import { endSession } from "./sessions";

/*
 * Signing in and out stand outside the corridor: their effect is a cookie, and a refused attempt must be counted, while
 * the corridor rolls a refusal back.
 */
const inputSchema = z.strictObject({
  ...credentialsSchema.shape,
  next: z.string().max(2000).optional(),
});

type Input = z.input<typeof inputSchema>;
type Answer = ActionAnswer<{ next: string }>;

const isOwn = async () => isOwnOrigin(await headers(), env().APP_URL);

/** A failure inside next-auth arrives wrapped. */
const causeOf = (error: unknown): unknown =>
  error instanceof AuthError && error.cause?.err ? error.cause.err : error;

function refusalOf(error: unknown, requestId: string): Answer {
  if (error instanceof SignInRefused) {
    const details = error.seconds === undefined ? {} : { details: { seconds: error.seconds } };
    return { ok: false, code: error.code, ...details, requestId };
  }
  const cause = causeOf(error);
  if (cause instanceof AppError) return { ok: false, code: cause.code, requestId };
  if (isUnavailable(cause)) return { ok: false, code: "unavailable", requestId };
  logger.error({ err: cause, operation: "session.start", requestId }, "unexpected error");
  return { ok: false, code: "unexpected", requestId };
}

async function landing(next: string | undefined): Promise<string> {
  const secret = (await cookies()).get(sessionCookieName())?.value;
  const actor = secret ? await findActorBySession(database(), hashSecret(secret)) : null;
  const usual = actor?.userId ? await landingOf(actor.userId) : "/";
  return safePath(next, usual);
}

/** E-mail and password; the answer says where to go on. */
export async function signInAction(_tenant: string, input: Input): Promise<Answer> {
  const requestId = randomUUID();
  if (!(await isOwn())) return { ok: false, code: "forbidden", requestId };
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) {
    return { ok: false, code: "malformed", issues: fieldIssues(parsed.error), requestId };
  }
  const { email, password, next } = parsed.data;
  try {
    await signIn("credentials", { email, password, redirect: false, redirectTo: "/" });
    return { ok: true, value: { next: await landing(next) } };
  } catch (error) {
    return refusalOf(error, requestId);
  }
}

/** To the identity provider; it sends the browser back to /api/auth/callback/oidc. */
export async function singleSignOnAction(form: FormData): Promise<void> {
  if (!(await isOwn())) throw new AppError("forbidden");
  await signIn(singleSignOnId, { redirectTo: safePath(form.get("next")) });
}

/** Ends the session in the database first: were the cookie gone and the row not, a copy would still open the door. */
export async function signOutAction(): Promise<void> {
  if (!(await isOwn())) throw new AppError("forbidden");
  const secret = (await cookies()).get(sessionCookieName())?.value;
  if (secret) await endSession(secret);
  await signOut({ redirect: false, redirectTo: "/" });
  redirect("/sign-in");
}
