import type { NextRequest } from "next/server";
import { handlers } from "@/lib/platform/auth/next-auth";
import { isOwnOrigin } from "@/lib/platform/auth/origin";
import { env } from "@/lib/platform/env";

export const GET = handlers.GET;

/** next-auth's own token against forged forms, and the origin besides. */
export async function POST(request: NextRequest): Promise<Response> {
  if (!isOwnOrigin(request.headers, env().APP_URL)) return new Response(null, { status: 403 });
  return handlers.POST(request);
}
