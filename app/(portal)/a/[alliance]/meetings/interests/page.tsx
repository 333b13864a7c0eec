import { getTranslations } from "next-intl/server";
import { DeclareInterestForm } from "@/components/interests/declare-form";
import { InterestTable } from "@/components/interests/table";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { MeetingTabs } from "@/components/meetings/tabs";
import { FilterBar, FilterSelect, FilterText } from "@/components/ui/filter-bar";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { loadBodies } from "@/lib/features/bodies/loaders";
import { loadInterests } from "@/lib/features/interests/loaders";
import { listInput } from "@/lib/features/interests/schema";
import { interestKinds } from "@/lib/features/interests/types";
import { mayPrepare, mayPropose } from "@/lib/features/meetings/policy";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { currentActor } from "@/lib/platform/auth/session";
import { TakeTable } from "../../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("interests"))("title") };
}

/** Who has to do with whom: what conflicts are suggested from. */
export default async function InterestsPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listInput, await searchParams);
  const [t, m, list, bodies, actor] = await Promise.all([
    getTranslations("interests"),
    getTranslations("meetings"),
    loadInterests(alliance, search),
    loadBodies(alliance, {}),
    currentActor(),
  ]);
  const base = `/a/${alliance}/meetings`;
  const own = `${base}/interests`;
  return (
    <ClientMessages namespaces={["interests"]}>
      <PageHeader
        title={t("title")}
        description={t("description")}
        breadcrumbs={[{ href: base, label: m("title") }, { label: t("title") }]}
      />
      <MeetingTabs base={base} here="interests" proposes={mayPropose(actor, bodies.allianceId)} />
      <div className="grid items-start gap-4 lg:grid-cols-3">
        <div className="flex min-w-0 flex-col gap-3 lg:col-span-2">
          <FilterBar action={own}>
            <FilterText name="q" label={t("search")} defaultValue={search.q} />
            <FilterSelect
              name="kind"
              label={t("field.kind")}
              defaultValue={search.kind}
              options={interestKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            />
          </FilterBar>
          <InterestTable tenant={alliance} rows={list.items} today={bodies.today} />
          <Pagination of={list} href={(page) => addressWith(own, search, { page: String(page) })}>
            <TakeTable alliance={alliance} table="interests" search={search} />
          </Pagination>
        </div>
        <Panel title={t("declare")}>
          <DeclareInterestForm
            tenant={alliance}
            forOrganization={mayPrepare(actor, bodies.allianceId)}
          />
        </Panel>
      </div>
    </ClientMessages>
  );
}
