import { refuse } from "@/lib/kernel/result";
import type { Permission } from "@/lib/platform/corridor/permission";
import { AppError } from "@/lib/platform/errors";
import { mediaTypeOf, safeFileName } from "@/lib/platform/files/kinds";
import { callerOf, readBytes } from "@/lib/platform/rest/request";
import { readCsv } from "@/lib/platform/spreadsheet/csv";
import { spreadsheetLimits } from "@/lib/platform/spreadsheet/limits";
import { readSpreadsheet } from "@/lib/platform/spreadsheet/read";

/**
 * Who sends a spreadsheet (or, where that will do, a .csv file), and its cells; its bytes are kept nowhere. Reading costs a
 * process: whoever may do nothing with it anywhere is turned away before the first byte.
 * @throws AppError unauthenticated, forbidden, too-large
 */
export async function readUploadedSheet(
  request: Request,
  permission: Permission,
  { csv = false }: { csv?: boolean } = {},
) {
  const actor = await callerOf(request);
  if (!actor.userId) throw new AppError("unauthenticated");
  if (actor.readOnly || !permission.reachOf(actor.roles, null)) throw new AppError("forbidden");
  const name = safeFileName(new URL(request.url).searchParams.get("name") ?? "");
  const file = await readBytes(request, spreadsheetLimits.file);
  const kind = await mediaTypeOf(name, file.subarray(0, 4100));
  const sheet = kind?.endsWith("spreadsheetml.sheet")
    ? await readSpreadsheet(file)
    : csv && kind?.startsWith("text/plain") && /\.csv$/i.test(name)
      ? readCsv(file)
      : refuse(csv ? "not-a-table" : "not-a-spreadsheet");
  return { actor, sheet };
}
