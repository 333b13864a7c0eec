import { randomUUID } from "node:crypto";
import { words } from "@/app/api/words";
import type { Call } from "@/lib/platform/corridor/invoke";
import { DOCX_TYPE, type OfficialPaper, writeOfficial } from "@/lib/platform/documents/official";
import { type LongReport, writeReport } from "@/lib/platform/documents/report";
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

type Make<Paper> = (call: Call) => Promise<Paper | undefined>;

/** A paper as a Word file, asked for by whoever may read its record: the same query, the same rights as the screen. */
async function answer<Paper extends { title: string }>(
  request: Request,
  tenant: string,
  make: Make<Paper>,
  write: (paper: Paper) => Promise<Buffer>,
): Promise<Response> {
  const requestId = randomUUID();
  try {
    const paper = await make({ actor: await callerOf(request), tenant, requestId });
    if (!paper) throw new AppError("not-found");
    const bytes = await write(paper);
    return new Response(new Uint8Array(bytes), {
      headers: { ...attachment(DOCX_TYPE, `${paper.title}.docx`), "X-Request-Id": requestId },
    });
  } catch (error) {
    return fault(error, request, requestId, words);
  }
}

export const paperAnswer = (request: Request, tenant: string, make: Make<OfficialPaper>) =>
  answer(request, tenant, make, writeOfficial);

export const reportAnswer = (request: Request, tenant: string, make: Make<LongReport>) =>
  answer(request, tenant, make, writeReport);
