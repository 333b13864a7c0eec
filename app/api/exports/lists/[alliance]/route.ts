import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { words } from "@/app/api/words";
import { listRows } from "@/components/calls/list-rows";
import { exportItemsQuery } from "@/lib/features/calls/procedures/lists";
import { exportItemsInput } from "@/lib/features/calls/schema/lists";
import { knownSearch } from "@/lib/kernel/address";
import { ask } from "@/lib/platform/corridor/faces";
import { fault } from "@/lib/platform/rest/handler";
import { callerOf } from "@/lib/platform/rest/request";
import { workbook } from "@/lib/platform/spreadsheet/write";

type Context = { params: Promise<{ alliance: string }> };

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** One of the three lists as a workbook, in the form of the list. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const requestId = randomUUID();
  try {
    const { alliance: tenant } = await params;
    const raw = Object.fromEntries(new URL(request.url).searchParams);
    const input = exportItemsInput.parse(knownSearch(exportItemsInput, raw));
    const call = { actor: await callerOf(request), tenant, requestId };
    const { items, alliance, today } = await ask(exportItemsQuery, call, input);
    const [t, c] = await Promise.all([getTranslations("calls.lists"), getTranslations("calls")]);
    const kind = t(`kind.${input.kind}`);
    const rows = listRows(items, input.kind, {
      title: `${alliance} · ${kind} · ${today}`,
      header: (field) => t(`field.${field}`),
      expires: t("column.expires"),
      pain: (pain) => c(`pain.${pain}`),
      skill: (skill) => t(`skill.${skill}`),
    });
    return new Response(Uint8Array.from(workbook(kind, rows)), {
      headers: {
        "Content-Type": XLSX,
        "Content-Disposition": `attachment; filename="${tenant}-${input.kind}-${today}.xlsx"`,
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
        "X-Request-Id": requestId,
      },
    });
  } catch (error) {
    return fault(error, request, requestId, words);
  }
}
