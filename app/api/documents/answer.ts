import { randomUUID } from "node:crypto";
import { words } from "@/app/api/words";
import type { Call } from "@/lib/platform/corridor/invoke";
import { DOCX_TYPE, type OfficialPaper, writeOfficial } from "@/lib/platform/documents/official";
import { AppError } from "@/lib/platform/errors";
import { fault } from "@/lib/platform/rest/handler";
import { callerOf } from "@/lib/platform/rest/request";

export const attachment = (type: string, name: string): Record<string, string> => ({
  "Content-Type": type,
  "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  "Content-Security-Policy": "sandbox; default-src 'none'",
  "X-Content-Type-Options": "nosniff",
  "Cache-Control": "private, no-store",
});

/** A paper as a Word file, asked for by whoever may read its record: the same query, the same rights as the screen. */
export async function paperAnswer(
  request: Request,
  tenant: string,
  make: (call: Call) => Promise<OfficialPaper | undefined>,
): Promise<Response> {
  const requestId = randomUUID();
  try {
    const paper = await make({ actor: await callerOf(request), tenant, requestId });
    if (!paper) throw new AppError("not-found");
    const bytes = await writeOfficial(paper);
    return new Response(new Uint8Array(bytes), {
      headers: { ...attachment(DOCX_TYPE, `${paper.title}.docx`), "X-Request-Id": requestId },
    });
  } catch (error) {
    return fault(error, request, requestId, words);
  }
}
