import { paperAnswer } from "@/app/api/documents/answer";
import { minutesPaper } from "@/app/api/documents/papers";
import { getMinutesQuery } from "@/lib/features/minutes/procedures";
import { ask } from "@/lib/platform/corridor/faces";

type Context = { params: Promise<{ alliance: string; meetingId: string }> };

/** The minutes as a Word file: all of it, or the public version, as the reader may see them. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { alliance, meetingId } = await params;
  return paperAnswer(request, alliance, async (call) =>
    minutesPaper(await ask(getMinutesQuery, call, { meetingId })),
  );
}
