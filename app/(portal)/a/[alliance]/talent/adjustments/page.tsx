import { getTranslations } from "next-intl/server";
import { ProgrammeTabs } from "@/app/_sections/programme-tabs";
import { TalentTabs } from "@/app/_sections/talent-tabs";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { AdjustmentList } from "@/components/talent/adjustment-list";
import { ProposeForm } from "@/components/talent/propose-form";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { loadProgrammeChoices } from "@/lib/features/programmes/loaders";
import { loadAdjustments, loadDemands } from "@/lib/features/talent/loaders";
import { listAdjustmentsInput } from "@/lib/features/talent/schema/adjustments";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { TakeTable } from "../../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("talent.adjustment"))("title") };
}

const citable = new Set(["confirmed", "open", "partly_matched", "filled", "expired"]);

export default async function AdjustmentsPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listAdjustmentsInput, await searchParams);
  const [t, list] = await Promise.all([
    getTranslations("talent.adjustment"),
    loadAdjustments(alliance, search),
  ]);
  const [choices, demands] = list.mayPropose
    ? await Promise.all([
        loadProgrammeChoices(alliance, {}),
        loadDemands(alliance, { pageSize: "100" }),
      ])
    : [];
  const base = `/a/${alliance}/talent`;
  return (
    <ClientMessages namespaces={["talent", "programmes"]}>
      <PageHeader title={t("title")} description={t("description")} />
      <TalentTabs alliance={alliance} current="programmes" />
      <ProgrammeTabs alliance={alliance} current="adjustments" />
      <Panel>
        {list.items.length === 0 ? (
          <EmptyState title={t("empty")} hint={t("emptyHint")} />
        ) : (
          <AdjustmentList tenant={alliance} base={base} items={list.items} />
        )}
      </Panel>
      <Pagination
        of={list}
        href={(page) => addressWith(`${base}/adjustments`, search, { page: String(page) })}
      >
        <TakeTable alliance={alliance} table="adjustments" search={search} own />
      </Pagination>
      {choices && demands && (
        <div className="mt-4">
          <Panel>
            <ProposeForm
              tenant={alliance}
              choices={choices}
              demands={demands.items.filter(({ state }) => citable.has(state))}
            />
          </Panel>
        </div>
      )}
    </ClientMessages>
  );
}
