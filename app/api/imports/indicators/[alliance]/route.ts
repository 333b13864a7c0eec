import { randomUUID } from "node:crypto";
import { words } from "@/app/api/words";
import { fillSetCommand } from "@/lib/features/indicators/procedures";
import { foldCells } from "@/lib/features/indicators/rules/fill-words";
import { readTable } from "@/lib/features/indicators/rules/sheet";
import { MOST_INDICATORS } from "@/lib/features/indicators/types";
import { indicatorWords } from "@/lib/i18n/import-words";
import { perform } from "@/lib/platform/corridor/faces";
import { AppError } from "@/lib/platform/errors";
import { answer, fault } from "@/lib/platform/rest/handler";
import { readUploadedSheet } from "../../sheet";

type Context = { params: Promise<{ alliance: string }> };

/**
 * PUT /api/imports/indicators/{alliance}?name=…&setId=…&version=…: the body is an .xlsx file, read in a process of its
 * own. The answer says of every row what is wrong with it; only a sheet without a fault is imported, and then all of it.
 */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  const requestId = randomUUID();
  try {
    const { actor, sheet } = await readUploadedSheet(request, fillSetCommand.permission);
    const rows = sheet.ok
      ? readTable(sheet.value, {
          headings: indicatorWords.columns,
          needed: ["code", "name"],
          most: MOST_INDICATORS,
        })
      : sheet;
    const search = new URL(request.url).searchParams;
    const version = Number(search.get("version"));
    if (!Number.isSafeInteger(version)) throw new AppError("malformed");
    const result = rows.ok
      ? await perform(
          fillSetCommand,
          { actor, tenant: (await params).alliance, requestId },
          {
            setId: search.get("setId") ?? "",
            version,
            rows: foldCells(rows.value, indicatorWords),
          },
        )
      : rows;
    if (result.ok) return answer(200, result.value, requestId);
    const message = words(result.reason, request, result.details ?? {});
    return answer(409, { code: result.reason, message, requestId }, requestId);
  } catch (error) {
    return fault(error, request, requestId, words);
  }
}
