import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import { words } from "@/app/api/words";
import { dashboardSheets, tileTable } from "@/components/dashboards/sheets";
import { metricWords } from "@/components/dashboards/words";
import { exportDashboardProcedure } from "@/lib/features/dashboards/procedures";
import { exportDashboardSchema } from "@/lib/features/dashboards/schema";
import { organizationKinds } from "@/lib/features/organizations/types";
import { knownSearch } from "@/lib/kernel/address";
import { ask } from "@/lib/platform/corridor/faces";
import { csvBytes } from "@/lib/platform/documents/csv";
import { fault } from "@/lib/platform/rest/handler";
import { callerOf } from "@/lib/platform/rest/request";
import { workbookStream } from "@/lib/platform/spreadsheet/stream";

type Context = { params: Promise<{ alliance: string }> };

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

async function wording(search: Record<string, string>, organization: string | undefined) {
  const [locale, t, m, o, p] = await Promise.all([
    getLocale(),
    getTranslations("dashboards"),
    getTranslations("metrics"),
    getTranslations("organizations"),
    getTranslations("projects"),
  ]);
  const kind = organizationKinds.find((one) => one === search.kind);
  const filters: (readonly [string, string])[] = [
    ...(organization ? [[t("scope"), organization] as const] : []),
    ...(kind ? [[t("kind"), o(`kind.${kind}`)] as const] : []),
  ];
  return { t, locale, filters, words: metricWords(locale, m, o, p) };
}

/** The page as one workbook, or one tile as a table; the same numbers as the screen, for the same rights. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const requestId = randomUUID();
  try {
    const { alliance: tenant } = await params;
    const raw = Object.fromEntries(new URL(request.url).searchParams);
    const search = knownSearch(exportDashboardSchema, raw);
    const call = { actor: await callerOf(request), tenant, requestId };
    const found = await ask(exportDashboardProcedure, call, search);
    const given = await wording(search, found.board.organization?.name);
    const isTable = search.code !== undefined && raw.format === "csv";
    const name = `${tenant}-${search.code ?? "dashboard"}-${found.board.asOf.slice(0, 10)}`;
    const body = isTable
      ? Uint8Array.from(csvBytes(tileTable(found, given)))
      : workbookStream(dashboardSheets(found, given));
    return new Response(body, {
      headers: {
        "Content-Type": isTable ? "text/csv; charset=utf-8" : XLSX,
        "Content-Disposition": `attachment; filename="${name}.${isTable ? "csv" : "xlsx"}"`,
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
        "X-Request-Id": requestId,
      },
    });
  } catch (error) {
    return fault(error, request, requestId, words);
  }
}
