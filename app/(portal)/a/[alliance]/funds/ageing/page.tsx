import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { AgeingTable, AgeTiles } from "@/components/funds/ageing-table";
import { PageHeader } from "@/components/layout/page-header";
import { Pagination } from "@/components/ui/pagination";
import { loadAgeing } from "@/lib/features/funds/loaders";
import { ageingSchema } from "@/lib/features/funds/schema/reports";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { TakeTable } from "../../_sections/take-table";
import { Tabs } from "../_sections/tabs";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("funds"))("ageing.title") };
}

export default async function AgeingPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(ageingSchema, await searchParams);
  const [t, ageing] = await Promise.all([getTranslations("funds"), loadAgeing(alliance, search)]);
  return (
    <>
      <PageHeader title={t("ageing.title")} description={t("ageing.description")} />
      <Tabs alliance={alliance} current="ageing" />
      <div className="flex flex-col gap-4">
        {search.over && (
          <p className="flex flex-wrap items-baseline gap-x-3">
            {t("ageing.over", { days: search.over })}
            <Link href={`/a/${alliance}/funds/ageing`} className="inline-block min-h-6">
              {t("ageing.showAll")}
            </Link>
          </p>
        )}
        {ageing.total > 0 && <AgeTiles ageing={ageing} />}
        <AgeingTable tenant={alliance} ageing={ageing} />
        <Pagination
          of={ageing}
          href={(page) =>
            addressWith(`/a/${alliance}/funds/ageing`, search, { page: String(page) })
          }
        >
          <TakeTable alliance={alliance} table="fund-ageing" search={search} />
        </Pagination>
      </div>
    </>
  );
}
