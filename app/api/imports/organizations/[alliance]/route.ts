import { createHash, randomUUID } from "node:crypto";
import { words } from "@/app/api/words";
import { stage } from "@/lib/features/memberships/procedures/register";
import { readImportSheet } from "@/lib/features/memberships/rules/import-sheet";
import { importWords } from "@/lib/i18n/import-words";
import type { Result } from "@/lib/kernel/result";
import { perform } from "@/lib/platform/corridor/faces";
import { AppError } from "@/lib/platform/errors";
import { mediaTypeOf, safeFileName } from "@/lib/platform/files/kinds";
import { answer, fault } from "@/lib/platform/rest/handler";
import { callerOf, readBytes } from "@/lib/platform/rest/request";
import { spreadsheetLimits } from "@/lib/platform/spreadsheet/limits";
import { readSpreadsheet } from "@/lib/platform/spreadsheet/read";

type Context = { params: Promise<{ alliance: string }> };

async function rowsOf(file: Uint8Array, name: string) {
  const kind = await mediaTypeOf(name, file.subarray(0, 4100));
  if (!kind?.endsWith("spreadsheetml.sheet")) {
    return { ok: false, reason: "not-a-spreadsheet" } as const;
  }
  const sheet = await readSpreadsheet(file);
  return sheet.ok ? readImportSheet(sheet.value, importWords) : sheet;
}

/**
 * PUT /api/imports/organizations/{alliance}?name=…: the body is an .xlsx file. It is read in a process of its own and its
 * rows are kept for a look; the answer's id opens that look.
 */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  const requestId = randomUUID();
  const refused = (result: Extract<Result<never>, { ok: false }>) =>
    answer(
      409,
      {
        code: result.reason,
        message: words(result.reason, request, result.details ?? {}),
        requestId,
      },
      requestId,
    );
  try {
    const actor = await callerOf(request);
    // Reading costs a process: whoever may import nowhere is turned away before the first byte.
    if (!actor.userId) throw new AppError("unauthenticated");
    if (actor.readOnly || !stage.permission.reachOf(actor.roles, null)) {
      throw new AppError("forbidden");
    }
    const name = safeFileName(new URL(request.url).searchParams.get("name") ?? "");
    const file = await readBytes(request, spreadsheetLimits.file);
    const rows = await rowsOf(file, name);
    if (!rows.ok) return refused(rows);
    const result = await perform(
      stage,
      { actor, tenant: (await params).alliance, requestId },
      {
        fileName: name,
        sha256: createHash("sha256").update(file).digest("hex"),
        rows: rows.value,
      },
    );
    return result.ok ? answer(200, result.value, requestId) : refused(result);
  } catch (error) {
    return fault(error, request, requestId, words);
  }
}
