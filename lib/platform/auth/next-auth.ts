import "server-only";
import { cookies, headers } from "next/headers";
import type { NextRequest } from "next/server";
import NextAuth, { CredentialsSignin, type NextAuthConfig } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { email } from "@/lib/kernel/fields";
import { database } from "../db/client";
import { env } from "../env";
import { AppError } from "../errors";
import { logger } from "../logger";
import { checkCredentials } from "./accounts";
import { findActorBySession, sessionLimits } from "./actors";
import { callerOf } from "./caller";
import { overTls, sessionCookieName } from "./cookie";
import { admit, singleSignOnId, singleSignOnProvider } from "./oidc";
import { safePath } from "./safe-path";
import { hashSecret } from "./secret";
import { endSession, startSession } from "./sessions";

/** Why a password did not open the door; `code` is all that the address bar may show. */
export class SignInRefused extends CredentialsSignin {
  readonly seconds: number | undefined;
  constructor(code: "wrong-credentials" | "too-many-tries", seconds?: number) {
    super(code);
    this.code = code;
    this.seconds = seconds;
  }
}

export const credentialsSchema = z.object({
  email: email(),
  password: z.string({ error: "required" }).min(1, "required").max(200, "too-long"),
});

const passwordProvider = Credentials({
  credentials: { email: {}, password: {} },
  authorize: async (given, request) => {
    const parsed = credentialsSchema.safeParse({ email: given.email, password: given.password });
    if (!parsed.success) throw new SignInRefused("wrong-credentials");
    const verdict = await checkCredentials(parsed.data, callerOf(request.headers).address);
    if (verdict.ok) return { id: verdict.userId };
    throw new SignInRefused(
      verdict.reason,
      verdict.reason === "too-many-tries" ? verdict.seconds : undefined,
    );
  },
});

/** What the browser brought: from the handler's request, or from the action's. */
async function browserOf(request: NextRequest | undefined) {
  const name = sessionCookieName();
  return {
    userAgent: callerOf(request?.headers ?? (await headers())).userAgent,
    replaced: (request?.cookies ?? (await cookies())).get(name)?.value,
  };
}

const callbacksFor = (request: NextRequest | undefined): NextAuthConfig["callbacks"] => ({
  // Asked anew at every step: nothing of the provider's answer is kept between them.
  signIn: async ({ account, profile }) =>
    account?.provider !== singleSignOnId ||
    (await admit(profile)) !== undefined ||
    "/sign-in?error=unknown-person",
  jwt: async ({ token, account, user, profile }) => {
    // No account: a running session is read or "updated". What a client sends along is never taken over.
    if (!account) return token;
    const userId = account.provider === singleSignOnId ? await admit(profile) : user.id;
    if (!userId) throw new AppError("forbidden");
    // The token carries nothing but the secret of our own session.
    return { secret: await startSession(userId, await browserOf(request)) };
  },
  session: ({ session, token }) => ({
    expires: session.expires,
    user: { name: token?.name, email: token?.email },
  }),
  redirect: ({ url, baseUrl }) => {
    const path = url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url;
    return `${baseUrl}${path.startsWith("/sign-in?error=") ? path : safePath(path)}`;
  },
});

const secretOf = (token: Record<string, unknown> | null | undefined): string | undefined =>
  typeof token?.secret === "string" ? token.secret : undefined;

/**
 * Sessions of our own behind next-auth's strategy "jwt": the "token" is 256 random bits, of which the table keeps the
 * SHA-256. A signed token could not be taken back, and the strategy "database" does not work with passwords.
 */
const jwt: NextAuthConfig["jwt"] = {
  encode: async ({ token }) => secretOf(token) ?? "",
  decode: async ({ token }) => {
    if (!token || token.length > 200) return null;
    const actor = await findActorBySession(database(), hashSecret(token));
    return actor && { secret: token, name: actor.name, email: actor.email };
  },
};

function config(request: NextRequest | undefined): NextAuthConfig {
  // next-auth reads its own address from this variable alone, else from the Host header, which anybody can forge.
  process.env.AUTH_URL = new URL(env().APP_URL).origin;
  const singleSignOn = singleSignOnProvider();
  return {
    secret: env().AUTH_SECRET,
    basePath: "/api/auth",
    trustHost: true,
    useSecureCookies: overTls(),
    providers: singleSignOn ? [passwordProvider, singleSignOn] : [passwordProvider],
    session: { strategy: "jwt", maxAge: sessionLimits.absoluteHours * 3600 },
    jwt,
    callbacks: callbacksFor(request),
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: overTls() },
      },
    },
    events: {
      signOut: async (message) => {
        const secret = secretOf("token" in message ? message.token : null);
        if (secret) await endSession(secret);
      },
    },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    logger: {
      error: (error) => {
        if (error instanceof CredentialsSignin) return;
        logger.error({ err: error, cause: error.cause }, "sign-in failed");
      },
      warn: (code) => logger.warn({ code }, "sign-in"),
      // Its messages hold the request's body, password included.
      debug: () => undefined,
    },
  };
}

export const { handlers, signIn, signOut } = NextAuth(config);
