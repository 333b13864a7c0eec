import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { SubscriptionTable } from "@/components/subscriptions/subscription-table";
import { TakePanel } from "@/components/subscriptions/take-panel";
import { loadDashboard } from "@/lib/features/dashboards/loaders";
import { loadSubscriptions } from "@/lib/features/subscriptions/loaders";
import { subscribedFilters } from "@/lib/features/subscriptions/schema";
import { knownSearch, type RawSearch } from "@/lib/kernel/address";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("subscriptions"))("title") };
}

/** Own subscriptions, and a new one of the view that the reader came from. */
export default async function SubscriptionsPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const filters = knownSearch(subscribedFilters, await searchParams);
  const [t, list, board] = await Promise.all([
    getTranslations("subscriptions"),
    loadSubscriptions(alliance, {}),
    filters.organization ? loadDashboard(alliance, filters) : null,
  ]);
  return (
    <ClientMessages namespaces={["subscriptions"]}>
      <PageHeader
        title={t("title")}
        description={t("description")}
        breadcrumbs={[
          {
            href: `/a/${alliance}/dashboard`,
            label: (await getTranslations("dashboards"))("title"),
          },
          { label: t("title") },
        ]}
      />
      <div className="grid items-start gap-4 xl:grid-cols-[3fr_1fr]">
        <SubscriptionTable tenant={alliance} items={list.items} />
        <TakePanel
          tenant={alliance}
          filters={filters}
          organization={board?.organization?.name ?? null}
        />
      </div>
    </ClientMessages>
  );
}
