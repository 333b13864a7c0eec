import { CSV, download } from "@/app/api/exports/download";
import { openDataProcedure } from "@/lib/features/dashboards/procedures";
import { openDataRows } from "@/lib/features/dashboards/rules/open-data";
import { ask } from "@/lib/platform/corridor/faces";
import { csvBytes } from "@/lib/platform/documents/csv";

type Context = { params: Promise<{ alliance: string }> };

/** The open data as a file, for people: a program asks the same address of REST for text/csv. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { alliance: tenant } = await params;
  return download(request, tenant, async (call) => {
    const found = await ask(openDataProcedure, call, {});
    return {
      type: CSV,
      name: `${tenant}-open-data-${found.asOf.slice(0, 10)}.csv`,
      body: Uint8Array.from(csvBytes(openDataRows(found))),
    };
  });
}
