import { randomUUID } from "node:crypto";
import { attachment } from "@/app/api/documents/answer";
import { words } from "@/app/api/words";
import type { Call } from "@/lib/platform/corridor/invoke";
import { fault } from "@/lib/platform/rest/handler";
import { callerOf } from "@/lib/platform/rest/request";

export const CSV = "text/csv; charset=utf-8";
export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

type Made = { type: typeof CSV | typeof XLSX; name: string; body: BodyInit };

/** A table as a file for whoever may read its page: the same query, the same rights as the screen. */
export async function download(
  request: Request,
  tenant: string,
  make: (call: Call) => Promise<Made>,
): Promise<Response> {
  const requestId = randomUUID();
  try {
    const { type, name, body } = await make({ actor: await callerOf(request), tenant, requestId });
    return new Response(body, {
      headers: { ...attachment(type, name), "X-Request-Id": requestId },
    });
  } catch (error) {
    return fault(error, request, requestId, words);
  }
}
