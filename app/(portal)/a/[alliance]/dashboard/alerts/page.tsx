import { getTranslations } from "next-intl/server";
import { AlertTable } from "@/components/alerts/alert-table";
import { RaisingTable } from "@/components/alerts/raising-table";
import { SetPanel } from "@/components/alerts/set-panel";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Pagination } from "@/components/ui/pagination";
import { loadAlerts, loadRaisings } from "@/lib/features/alerts/loaders";
import { raisingsInput, setInput } from "@/lib/features/alerts/schema";
import { loadDashboard } from "@/lib/features/dashboards/loaders";
import { subscribedFilters } from "@/lib/features/subscriptions/schema";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("alerts"))("title") };
}

/** Own alerts, what they have raised, and a new one with the filters that the reader came with. */
export default async function AlertsPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const raw = await searchParams;
  const filters = knownSearch(subscribedFilters, raw);
  const asked = knownSearch(setInput, raw).about;
  const shown = knownSearch(raisingsInput, raw);
  const [t, d, list, raisings, board] = await Promise.all([
    getTranslations("alerts"),
    getTranslations("dashboards"),
    loadAlerts(alliance, {}),
    loadRaisings(alliance, shown),
    filters.organization ? loadDashboard(alliance, filters) : null,
  ]);
  const base = `/a/${alliance}/dashboard`;
  const about = list.abouts.find((one) => one === asked) ?? "threshold";
  return (
    <ClientMessages namespaces={["alerts"]}>
      <PageHeader
        title={t("title")}
        description={t("description")}
        breadcrumbs={[{ href: base, label: d("title") }, { label: t("title") }]}
      />
      <div className="grid items-start gap-4 xl:grid-cols-[2fr_1fr]">
        <div className="flex min-w-0 flex-col gap-4">
          <h2 className="text-base font-semibold">{t("mine")}</h2>
          <AlertTable tenant={alliance} items={list.items} />
          <h2 className="text-base font-semibold">{t("history")}</h2>
          <RaisingTable tenant={alliance} items={raisings.items} />
          <Pagination
            of={raisings}
            href={(page) => addressWith(`${base}/alerts`, filters, { page: String(page) })}
          />
        </div>
        <SetPanel
          tenant={alliance}
          list={list}
          about={about}
          filters={filters}
          organization={board?.organization?.name ?? null}
        />
      </div>
    </ClientMessages>
  );
}
