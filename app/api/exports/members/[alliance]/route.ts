import { getLocale, getTranslations } from "next-intl/server";
import { CSV, download } from "@/app/api/exports/download";
import { positionWords } from "@/components/memberships/position-words";
import { chosenColumns } from "@/components/memberships/register-columns";
import { registerCsv } from "@/components/memberships/register-csv";
import { get } from "@/lib/features/alliances/procedures/alliances";
import { exported } from "@/lib/features/memberships/procedures/register";
import { exportMembersInput } from "@/lib/features/memberships/schema/register";
import { knownSearch } from "@/lib/kernel/address";
import { ask } from "@/lib/platform/corridor/faces";

type Context = { params: Promise<{ alliance: string }> };

/** The register as the screen shows it, all rows, as a file that a spreadsheet opens: the same query, the same rights. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { alliance: tenant } = await params;
  const raw = Object.fromEntries(new URL(request.url).searchParams);
  return download(request, tenant, async (call) => {
    const { items, asOf, internal } = await ask(
      exported,
      call,
      knownSearch(exportMembersInput, raw),
    );
    // The rows ticked on the screen; whoever names others gets none of them, since all come from the query.
    const selected = raw.selected?.split(",");
    const rows = selected
      ? items.filter(({ organizationId }) => selected.includes(organizationId))
      : items;
    const alliance = await ask(get, call, {});
    const [locale, m, o] = await Promise.all([
      getLocale(),
      getTranslations("memberships"),
      getTranslations("organizations"),
    ]);
    const csv = registerCsv(rows, chosenColumns(raw.columns, internal), {
      header: (column) => m(`column.${column}`),
      lead: m("lead"),
      status: (status) => m(`status.${status}`),
      position: positionWords(alliance.positionLabels, locale, (position) =>
        m(`position.${position}`),
      ),
      kind: (kind) => o(`kind.${kind}`),
      chain: (chain) => o(`chain.${chain}`),
      tag: (tag) => o(`tag.${tag}`),
    });
    return { type: CSV, name: `${tenant}-members-${asOf}.csv`, body: csv };
  });
}
