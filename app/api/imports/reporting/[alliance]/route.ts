import { randomUUID } from "node:crypto";
import { words } from "@/app/api/words";
import { readTable } from "@/lib/features/indicators/rules/sheet";
import { getReportQuery, saveCellsCommand } from "@/lib/features/reporting/procedures/reports";
import type { ReportView } from "@/lib/features/reporting/schema/reports";
import { MOST_CELLS } from "@/lib/features/reporting/types";
import { formWords } from "@/lib/i18n/import-words";
import { ask, perform } from "@/lib/platform/corridor/faces";
import type { Call } from "@/lib/platform/corridor/invoke";
import { answer, fault } from "@/lib/platform/rest/handler";
import { readUploadedSheet } from "../../sheet";

type Context = { params: Promise<{ alliance: string }> };
type Line = { row: number; code?: string; value?: string; unit?: string };

/** Lines that name no open cell are told like every other fault. */
async function save(call: Call, report: ReportView, lines: readonly Line[]) {
  const open = new Map(report.rows.flatMap((row) => (row.open ? [[row.code, row]] : [])));
  const filled = lines.filter(({ value }) => value !== undefined);
  const stray = filled.filter(({ code = "" }) => !open.has(code));
  const told = (line: Line, by: string | null, code: string | null) => ({
    row: line.row,
    code: line.code ?? "",
    fault: code,
    by,
  });
  if (stray.length > 0 || filled.length === 0) {
    return { ok: true, value: stray.map((line) => told(line, null, "not-asked")) } as const;
  }
  const cells = filled.flatMap(({ code = "", value = "", unit }) => {
    const row = open.get(code);
    return row
      ? [
          {
            indicatorId: row.indicatorId,
            version: row.cell.version,
            typed: value,
            unit: unit ?? null,
          },
        ]
      : [];
  });
  const result = await perform(saveCellsCommand, call, {
    obligationId: report.id,
    cells,
    whole: true,
  });
  if (!result.ok) return result;
  const value = result.value.cells.flatMap((cell, place) => {
    const line = filled[place];
    return line ? [told(line, cell.by, cell.fault)] : [];
  });
  return { ok: true, value } as const;
}

/**
 * PUT /api/imports/reporting/{alliance}?name=…&obligationId=…: the filled form. Every row is answered; with one wrong
 * cell nothing is saved.
 */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  const requestId = randomUUID();
  try {
    const { actor, sheet } = await readUploadedSheet(request, saveCellsCommand.permission);
    const lines = sheet.ok
      ? readTable<"code" | "value" | "unit">(sheet.value, {
          headings: { code: formWords.code, value: formWords.value, unit: formWords.unit },
          needed: ["code", "value"],
          passed: formWords.name,
          most: MOST_CELLS,
        })
      : sheet;
    const call = { actor, tenant: (await params).alliance, requestId };
    const obligationId = new URL(request.url).searchParams.get("obligationId") ?? "";
    const result = lines.ok
      ? await save(call, await ask(getReportQuery, call, { obligationId }), lines.value)
      : lines;
    if (result.ok) return answer(200, { rows: result.value }, requestId);
    const message = words(result.reason, request, result.details ?? {});
    return answer(409, { code: result.reason, message, requestId }, requestId);
  } catch (error) {
    return fault(error, request, requestId, words);
  }
}
