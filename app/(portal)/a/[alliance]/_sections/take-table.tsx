import { getTranslations } from "next-intl/server";
import type { TableName } from "@/app/api/exports/tables/registry";
import { DownloadLink } from "@/components/ui/button";
import { reachOf } from "@/lib/features/access/policy";
import { loadFrame } from "@/lib/features/alliances/loaders";
import { addressWith } from "@/lib/kernel/address";
import { currentActor } from "@/lib/platform/auth/session";

/** The list as a file: what the screen shows, on all its pages. Offered to those who may take it away. */
export async function TakeTable({
  alliance,
  table,
  search,
  own = false,
}: {
  alliance: string;
  table: TableName;
  search: Readonly<Record<string, string>>;
  /** Who may not take everything gets the rows of the own organizations. */
  own?: boolean;
}) {
  // The frame around the page asks the same, so it costs nothing here.
  const [t, { id }, actor] = await Promise.all([
    getTranslations("sheets"),
    loadFrame(alliance, {}),
    currentActor(),
  ]);
  const reach = reachOf("export.table", actor.roles, id);
  if (!reach?.whole && !(own && reach)) return null;
  const whole = { page: undefined, pageSize: undefined };
  return (
    // A plain link: the router must not fetch a file in advance.
    <DownloadLink
      variant="quiet"
      className="print:hidden"
      href={addressWith(`/api/exports/tables/${alliance}/${table}`, search, whole)}
      download
    >
      {t(reach.whole ? "take" : "takeOwn")}
    </DownloadLink>
  );
}
