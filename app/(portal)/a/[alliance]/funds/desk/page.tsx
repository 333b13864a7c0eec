import { getTranslations } from "next-intl/server";
import { DeskTable } from "@/components/funds/desk-table";
import { PageHeader } from "@/components/layout/page-header";
import { Pagination } from "@/components/ui/pagination";
import { TabLinks } from "@/components/ui/tabs";
import { loadDesk } from "@/lib/features/funds/loaders";
import { deskSchema, deskSteps } from "@/lib/features/funds/schema/entries";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { TakeTable } from "../../_sections/take-table";
import { Tabs } from "../_sections/tabs";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("funds"))("desk.title") };
}

export default async function DeskPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(deskSchema, await searchParams);
  const [t, list] = await Promise.all([getTranslations("funds"), loadDesk(alliance, search)]);
  const base = `/a/${alliance}/funds/desk`;
  const href = (changes: Record<string, string>) => addressWith(base, search, changes);
  return (
    <>
      <PageHeader title={t("desk.title")} description={t("desk.description")} />
      <Tabs alliance={alliance} current="desk" />
      <TabLinks
        items={deskSteps.map((show) => ({
          href: addressWith(base, {}, { show }),
          label: t(`desk.${show}`),
          current: (search.show ?? "mine") === show,
        }))}
      />
      <div className="mt-3">
        <DeskTable tenant={alliance} rows={list.items} />
        <Pagination of={list} href={(page) => href({ page: String(page) })}>
          <TakeTable alliance={alliance} table="fund-desk" search={search} own />
        </Pagination>
      </div>
    </>
  );
}
