import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { words } from "@/app/api/words";
import { getReportQuery } from "@/lib/features/reporting/procedures/reports";
import { typedOf } from "@/lib/features/reporting/rules/cell";
import { formWords } from "@/lib/i18n/import-words";
import { ask } from "@/lib/platform/corridor/faces";
import { fault } from "@/lib/platform/rest/handler";
import { callerOf } from "@/lib/platform/rest/request";
import { workbook } from "@/lib/platform/spreadsheet/write";

type Context = { params: Promise<{ alliance: string; obligationId: string }> };

/** The form of one report as a workbook to fill: code, name, unit, and what stands in the cells that are open. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const requestId = randomUUID();
  try {
    const { alliance: tenant, obligationId } = await params;
    const call = { actor: await callerOf(request), tenant, requestId };
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
    const file = workbook(t("form.file"), [headings, ...rows]);
    return new Response(Uint8Array.from(file), {
      headers: {
        "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "Content-Disposition": `attachment; filename="${tenant}-report-form.xlsx"`,
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
        "X-Request-Id": requestId,
      },
    });
  } catch (error) {
    return fault(error, request, requestId, words);
  }
}
