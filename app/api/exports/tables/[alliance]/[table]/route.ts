import { download, XLSX } from "@/app/api/exports/download";
import { tables } from "@/app/api/exports/tables/registry";
import type { Table } from "@/app/api/exports/tables/table";
import { dayIn, homeZone } from "@/lib/kernel/dates";
import { now } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";
import { workbookStream } from "@/lib/platform/spreadsheet/stream";

type Context = { params: Promise<{ alliance: string; table: string }> };

/** A list as its screen shows it, whole: the same filters, the same order, the same rights. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { alliance: tenant, table } = await params;
  const search = Object.fromEntries(new URL(request.url).searchParams);
  return download(request, tenant, async (call) => {
    const known: Record<string, Table> = tables;
    const chosen = Object.hasOwn(known, table) ? known[table] : undefined;
    if (!chosen) throw new AppError("not-found");
    const sheet = await chosen.sheet(call, search);
    return {
      type: XLSX,
      name: `${tenant}-${table}-${dayIn(now(), homeZone)}.xlsx`,
      body: workbookStream([sheet]),
    };
  });
}
