import { type NextRequest, NextResponse } from "next/server";
import { sessionCookieName } from "@/lib/platform/auth/cookie";
import { signInPath } from "@/lib/platform/auth/safe-path";
import { contentPolicy, newNonce } from "@/lib/platform/content-policy";
import { env } from "@/lib/platform/env";

const POLICY = "Content-Security-Policy";
const inside = /^\/(me|admin)(\/|$)/;

/**
 * Gives every page its nonce, which Next finds in the request and puts on its scripts; and spares a visitor without any
 * session the way to a page that would send them here anyway. A convenience, never a lock: every page, action and
 * operation asks for itself, and everything works with this file deleted, by the wider policy of next.config.ts.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  if (inside.test(pathname) && !request.cookies.has(sessionCookieName())) {
    return NextResponse.redirect(new URL(signInPath(`${pathname}${search}`), request.url));
  }
  const policy = contentPolicy({
    nonce: newNonce(),
    development: env().NODE_ENV === "development",
  });
  const headers = new Headers(request.headers);
  headers.set(POLICY, policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set(POLICY, policy);
  return response;
}

/*
 * Documents only: nothing of /api, no upload and no form passes here, since Next holds a request's body in memory for a
 * proxy, and what is fetched into a page that is there already runs under that page's policy.
 */
export const config = {
  matcher: [
    "/me",
    "/me/:path*",
    "/admin",
    "/admin/:path*",
    {
      source: "/((?!api/|_next/|livez|readyz).*)",
      missing: [
        { type: "header", key: "rsc" },
        { type: "header", key: "next-action" },
      ],
    },
  ],
};
