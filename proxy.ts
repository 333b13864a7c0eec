import { type NextRequest, NextResponse } from "next/server";
import { sessionCookieName } from "@/lib/platform/auth/cookie";
import { signInPath } from "@/lib/platform/auth/safe-path";

/**
 * Spares a visitor without any session the way to a page that would send them here anyway. A convenience, never a lock:
 * every page, action and operation asks for itself, and everything works with this file deleted.
 */
export function proxy(request: NextRequest): NextResponse {
  if (request.cookies.has(sessionCookieName())) return NextResponse.next();
  const { pathname, search } = request.nextUrl;
  return NextResponse.redirect(new URL(signInPath(`${pathname}${search}`), request.url));
}

// Nothing of /api and no upload passes here: Next holds a request's body in memory for a proxy.
export const config = { matcher: ["/me", "/me/:path*", "/admin", "/admin/:path*"] };
