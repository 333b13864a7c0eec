import { paperAnswer } from "@/app/api/documents/answer";
import { resolutionPaper } from "@/app/api/documents/papers";
import { getResolutionQuery } from "@/lib/features/resolutions/procedures";
import { ask } from "@/lib/platform/corridor/faces";

type Context = { params: Promise<{ alliance: string; resolutionId: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { alliance, resolutionId } = await params;
  return paperAnswer(request, alliance, async (call) =>
    resolutionPaper(await ask(getResolutionQuery, call, { resolutionId })),
  );
}
