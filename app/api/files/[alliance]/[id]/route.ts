import { randomUUID } from "node:crypto";
import { getFileProcedure } from "@/lib/features/files/procedures";
import { ask } from "@/lib/platform/corridor/faces";
import { AppError } from "@/lib/platform/errors";
import { openFile } from "@/lib/platform/files/store";
import { fault } from "@/lib/platform/rest/handler";
import { callerOf } from "@/lib/platform/rest/request";
import { words } from "../../../words";

type Context = { params: Promise<{ alliance: string; id: string }> };

/** The bytes, as an attachment that no browser runs. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const requestId = randomUUID();
  try {
    const { alliance, id } = await params;
    const file = await ask(
      getFileProcedure,
      { actor: await callerOf(request), tenant: alliance, requestId },
      { id },
    );
    const stored = await openFile(file.sha256);
    if (!stored) throw new AppError("not-found");
    // Nobody would read it to its end or give it up.
    if (request.method === "HEAD") await stored.stream.cancel();
    return new Response(request.method === "HEAD" ? null : stored.stream, {
      headers: {
        "Content-Type": file.mediaType,
        "Content-Length": String(stored.size),
        "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
      },
    });
  } catch (error) {
    return fault(error, request, requestId, words);
  }
}
