import { getTranslations } from "next-intl/server";
import { download, XLSX } from "@/app/api/exports/download";
import { listRows } from "@/components/calls/list-rows";
import { exportItemsQuery } from "@/lib/features/calls/procedures/lists";
import { exportItemsInput } from "@/lib/features/calls/schema/lists";
import { knownSearch } from "@/lib/kernel/address";
import { ask } from "@/lib/platform/corridor/faces";
import { workbook } from "@/lib/platform/spreadsheet/write";

type Context = { params: Promise<{ alliance: string }> };

/** One of the three lists as a workbook, in the form of the list. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { alliance: tenant } = await params;
  const raw = Object.fromEntries(new URL(request.url).searchParams);
  return download(request, tenant, async (call) => {
    const input = exportItemsInput.parse(knownSearch(exportItemsInput, raw));
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
    return {
      type: XLSX,
      name: `${tenant}-${input.kind}-${today}.xlsx`,
      body: Uint8Array.from(workbook(kind, rows)),
    };
  });
}
