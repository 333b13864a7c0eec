import { randomUUID } from "node:crypto";
import { archiveParts, indexText, say } from "@/app/api/archives/parts";
import { attachment } from "@/app/api/documents/answer";
import { words } from "@/app/api/words";
import { getArchiveQuery } from "@/lib/features/minutes/procedures";
import { now } from "@/lib/platform/clock";
import { ask } from "@/lib/platform/corridor/faces";
import { streamOf, zipParts } from "@/lib/platform/documents/archive";
import { fault } from "@/lib/platform/rest/handler";
import { callerOf } from "@/lib/platform/rest/request";

type Context = { params: Promise<{ alliance: string; meetingId: string }> };

/** The package of a meeting as one zip, written while it is read: its size does not matter to the server. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const requestId = randomUUID();
  try {
    const { alliance, meetingId } = await params;
    const call = { actor: await callerOf(request), tenant: alliance, requestId };
    const archive = await ask(getArchiveQuery, call, { meetingId });
    const { title } = archive.meeting;
    const made = now();
    const index = {
      name: say((w) => w.minutes.archiveFile.index),
      write: (lines: Parameters<typeof indexText>[2]) => indexText(title, made, lines),
    };
    const name = `${say((w) => w.minutes.archiveFile.name, { title })}.zip`;
    return new Response(streamOf(zipParts(archiveParts(call, archive), index, made)), {
      headers: { ...attachment("application/zip", name), "X-Request-Id": requestId },
    });
  } catch (error) {
    return fault(error, request, requestId, words);
  }
}
