import type { NextRequest } from "next/server";
import { electionRevisionQuery } from "@/lib/features/elections/procedures";
import { ask } from "@/lib/platform/corridor/faces";
import { answerLive } from "../../../answer";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ alliance: string; election: string }> };

/** GET /api/live/elections/{alliance}/{election}: revisions of one election, for the screens of whoever is signed in. */
export const GET = (request: NextRequest, { params }: Context): Promise<Response> =>
  answerLive(request, async () => {
    const { alliance: tenant, election: electionId } = await params;
    return {
      id: electionId,
      revision: async (actor) =>
        (await ask(electionRevisionQuery, { actor, tenant }, { electionId })).revision,
    };
  });
