import { getTranslations } from "next-intl/server";
import { TalentTabs } from "@/app/_sections/talent-tabs";
import { PageHeader } from "@/components/layout/page-header";
import { MatchBoard } from "@/components/talent/match-board";
import { Pagination } from "@/components/ui/pagination";
import { loadMatches } from "@/lib/features/talent/loaders";
import { listMatchesInput } from "@/lib/features/talent/schema/supply";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { TakeTable } from "../../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("talent.match"))("title") };
}

export default async function MatchesPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listMatchesInput, await searchParams);
  const [t, list] = await Promise.all([
    getTranslations("talent.match"),
    loadMatches(alliance, { pageSize: "100", ...search }),
  ]);
  const base = `/a/${alliance}/talent`;
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <TalentTabs alliance={alliance} current="matches" />
      <MatchBoard base={base} items={list.items} counts={list.counts} />
      <Pagination
        of={list}
        href={(page) => addressWith(`${base}/matches`, search, { page: String(page) })}
      >
        <TakeTable alliance={alliance} table="matches" search={search} own />
      </Pagination>
    </>
  );
}
