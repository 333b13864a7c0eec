import { getLocale, getTranslations } from "next-intl/server";
import { ImportRows } from "@/components/memberships/import-rows";
import { ImportConfirm, ImportCounts } from "@/components/memberships/import-summary";
import { positionWords } from "@/components/memberships/position-words";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { TabLinks } from "@/components/ui/tabs";
import type { loadAlliance } from "@/lib/features/alliances/loaders";
import { loadImport } from "@/lib/features/memberships/loaders";
import { importOutcomes } from "@/lib/features/memberships/types";
import { formatInstant } from "@/lib/i18n/format";
import { addressWith } from "@/lib/kernel/address";

type Props = {
  alliance: Awaited<ReturnType<typeof loadAlliance>>;
  search: Record<string, string> & { importId: string };
  base: string;
};

/** A file that has been read: the numbers, the last step, and every row. */
export async function StagedImport({ alliance, search, base }: Props) {
  const [t, p, locale, view] = await Promise.all([
    getTranslations("memberships.import"),
    getTranslations("memberships.position"),
    getLocale(),
    loadImport(alliance.slug, search),
  ]);
  const href = (outcome: string | undefined) =>
    addressWith(base, search, { outcome, page: undefined });
  return (
    <Panel
      title={t("step2")}
      description={t("uploaded", {
        name: view.fileName,
        who: view.createdBy ?? "",
        at: formatInstant(new Date(view.createdAt), locale),
      })}
    >
      <div className="flex flex-col gap-4">
        <ImportCounts view={view} href={href} />
        <ImportConfirm view={view} tenant={alliance.slug} />
        {!view.appliedAt && (
          <div>
            <TabLinks
              label={t("outcomeOf")}
              items={[undefined, ...importOutcomes].map((outcome) => ({
                href: href(outcome),
                label: outcome ? t(`outcome.${outcome}`) : t("all"),
                current: search.outcome === outcome,
              }))}
            />
            <ImportRows
              rows={view.items}
              positionWord={positionWords(alliance.positionLabels, locale, (position) =>
                p(position),
              )}
            />
            <Pagination
              of={view}
              href={(page) => addressWith(base, search, { page: String(page) })}
            />
          </div>
        )}
      </div>
    </Panel>
  );
}
