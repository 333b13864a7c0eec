import { getLocale, getTranslations } from "next-intl/server";
import { CSV, download, XLSX } from "@/app/api/exports/download";
import { dashboardSheets, tileTable } from "@/components/dashboards/sheets";
import { metricWords } from "@/components/dashboards/words";
import { exportDashboardProcedure } from "@/lib/features/dashboards/procedures";
import { exportDashboardSchema } from "@/lib/features/dashboards/schema";
import { organizationKinds } from "@/lib/features/organizations/types";
import { knownSearch } from "@/lib/kernel/address";
import { ask } from "@/lib/platform/corridor/faces";
import { csvBytes } from "@/lib/platform/documents/csv";
import { workbookStream } from "@/lib/platform/spreadsheet/stream";

type Context = { params: Promise<{ alliance: string }> };

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
  const { alliance: tenant } = await params;
  const raw = Object.fromEntries(new URL(request.url).searchParams);
  const search = knownSearch(exportDashboardSchema, raw);
  return download(request, tenant, async (call) => {
    const found = await ask(exportDashboardProcedure, call, search);
    const given = await wording(search, found.board.organization?.name);
    const name = `${tenant}-${search.code ?? "dashboard"}-${found.board.today}`;
    return search.code !== undefined && raw.format === "csv"
      ? {
          type: CSV,
          name: `${name}.csv`,
          body: Uint8Array.from(csvBytes(tileTable(found, given))),
        }
      : { type: XLSX, name: `${name}.xlsx`, body: workbookStream(dashboardSheets(found, given)) };
  });
}
