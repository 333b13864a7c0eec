import { paperAnswer } from "@/app/api/documents/answer";
import { ballotsPaper } from "@/app/api/documents/sheets";
import { getArchiveQuery } from "@/lib/features/minutes/procedures";
import { ask } from "@/lib/platform/corridor/faces";

type Context = { params: Promise<{ alliance: string; meetingId: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { alliance, meetingId } = await params;
  return paperAnswer(request, alliance, async (call) =>
    ballotsPaper(await ask(getArchiveQuery, call, { meetingId })),
  );
}
