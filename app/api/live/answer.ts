import { randomUUID } from "node:crypto";
import type { NextRequest } from "next/server";
import { type Actor, anonymous } from "@/lib/platform/auth/actor";
import { findActorBySession } from "@/lib/platform/auth/actors";
import { sessionCookieName } from "@/lib/platform/auth/cookie";
import { hashSecret } from "@/lib/platform/auth/secret";
import { database } from "@/lib/platform/db/client";
import { meetingListener } from "@/lib/platform/live/listener";
import { revisionStream } from "@/lib/platform/live/stream";
import { fault } from "@/lib/platform/rest/handler";
import { words } from "../words";

/** Read anew each time, and not once per request: signing out, or a right that ends, ends the line. */
async function actorNow(request: NextRequest): Promise<Actor> {
  const token = request.cookies.get(sessionCookieName())?.value;
  if (!token || token.length > 200) return anonymous;
  return (await findActorBySession(database(), hashSecret(token))) ?? anonymous;
}

type Subject = { id: string; revision: (actor: Actor) => Promise<number> };

/** The line of one subject, for the screens of whoever may see it now. */
export async function answerLive(
  request: NextRequest,
  subjectOf: () => Promise<Subject>,
): Promise<Response> {
  const requestId = randomUUID();
  try {
    const { id, revision } = await subjectOf();
    const current = async () => revision(await actorNow(request));
    await current();
    const stream = revisionStream({
      current,
      listen: (hear) => meetingListener().listen(id, hear),
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
