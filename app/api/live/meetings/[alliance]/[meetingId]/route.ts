import type { NextRequest } from "next/server";
import { revisionQuery } from "@/lib/features/meetings/procedures/run";
import { ask } from "@/lib/platform/corridor/faces";
import { answerLive } from "../../../answer";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ alliance: string; meetingId: string }> };

/** GET /api/live/meetings/{alliance}/{meetingId}: revisions of one meeting, for the screens of whoever is signed in. */
export const GET = (request: NextRequest, { params }: Context): Promise<Response> =>
  answerLive(request, async () => {
    const { alliance: tenant, meetingId } = await params;
    return {
      id: meetingId,
      revision: async (actor) =>
        (await ask(revisionQuery, { actor, tenant }, { meetingId })).revision,
    };
  });
