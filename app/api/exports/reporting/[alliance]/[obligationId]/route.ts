import { getTranslations } from "next-intl/server";
import { download, XLSX } from "@/app/api/exports/download";
import { getReportQuery } from "@/lib/features/reporting/procedures/reports";
import { typedOf } from "@/lib/features/reporting/rules/cell";
import { formWords } from "@/lib/i18n/import-words";
import { ask } from "@/lib/platform/corridor/faces";
import { workbook } from "@/lib/platform/spreadsheet/write";

type Context = { params: Promise<{ alliance: string; obligationId: string }> };

/** The form of one report as a workbook to fill: code, name, unit, and what stands in the cells that are open. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { alliance: tenant, obligationId } = await params;
  return download(request, tenant, async (call) => {
    const report = await ask(getReportQuery, call, { obligationId });
    const t = await getTranslations("reporting");
    const cellWords = {
      yes: t("grid.yes"),
      no: t("grid.no"),
      notApplicable: t("grid.notApplicable"),
    };
    const headings = Object.values(formWords).map((both) => both.join(" / "));
    const rows = report.rows.flatMap((row) =>
      row.kind !== null && row.open
        ? [
            [
              row.code,
              row.nameZh,
              row.cell.unit ?? row.unitZh,
              typedOf(row.cell, row.kind, cellWords),
            ],
          ]
        : [],
    );
    return {
      type: XLSX,
      name: `${tenant}-report-form.xlsx`,
      body: Uint8Array.from(workbook(t("form.file"), [headings, ...rows])),
    };
  });
}
