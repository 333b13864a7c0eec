import { randomUUID } from "node:crypto";
import type { NextRequest } from "next/server";
import { revisionQuery } from "@/lib/features/meetings/procedures/run";
import { type Actor, anonymous } from "@/lib/platform/auth/actor";
import { findActorBySession } from "@/lib/platform/auth/actors";
import { sessionCookieName } from "@/lib/platform/auth/cookie";
import { hashSecret } from "@/lib/platform/auth/secret";
import { ask } from "@/lib/platform/corridor/faces";
import { database } from "@/lib/platform/db/client";
import { meetingListener } from "@/lib/platform/live/listener";
import { revisionStream } from "@/lib/platform/live/stream";
import { fault } from "@/lib/platform/rest/handler";
import { words } from "../../../../words";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ alliance: string; meetingId: string }> };

/** Read anew each time, and not once per request: signing out, or a right that ends, ends the line. */
async function actorNow(request: NextRequest): Promise<Actor> {
  const token = request.cookies.get(sessionCookieName())?.value;
  if (!token || token.length > 200) return anonymous;
  return (await findActorBySession(database(), hashSecret(token))) ?? anonymous;
}

/** GET /api/live/meetings/{alliance}/{meetingId}: revisions of one meeting, for the screens of whoever is signed in. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const requestId = randomUUID();
  try {
    const { alliance: tenant, meetingId } = await params;
    const current = async () =>
      (await ask(revisionQuery, { actor: await actorNow(request), tenant }, { meetingId }))
        .revision;
    await current();
    const stream = revisionStream({
      current,
      listen: (hear) => meetingListener().listen(meetingId, hear),
      signal: request.signal,
    });
    return new Response(stream, {
      headers: {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store",
        "x-accel-buffering": "no",
        "x-request-id": requestId,
      },
    });
  } catch (error) {
    return fault(error, request, requestId, words);
  }
}
