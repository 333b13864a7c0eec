import { randomUUID } from "node:crypto";
import { words } from "@/app/api/words";
import { openDataProcedure } from "@/lib/features/dashboards/procedures";
import { openDataRows } from "@/lib/features/dashboards/rules/open-data";
import { ask } from "@/lib/platform/corridor/faces";
import { csvBytes } from "@/lib/platform/documents/csv";
import { fault } from "@/lib/platform/rest/handler";
import { callerOf } from "@/lib/platform/rest/request";

type Context = { params: Promise<{ alliance: string }> };

/** The open data as a file, for people: a program asks the same address of REST for text/csv. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const requestId = randomUUID();
  try {
    const { alliance: tenant } = await params;
    const call = { actor: await callerOf(request), tenant, requestId };
    const found = await ask(openDataProcedure, call, {});
    return new Response(Uint8Array.from(csvBytes(openDataRows(found))), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="${tenant}-open-data-${found.asOf.slice(0, 10)}.csv"`,
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
        "X-Request-Id": requestId,
      },
    });
  } catch (error) {
    return fault(error, request, requestId, words);
  }
}
