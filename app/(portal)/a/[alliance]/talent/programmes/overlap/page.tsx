import { getTranslations } from "next-intl/server";
import { ProgrammeTabs } from "@/app/_sections/programme-tabs";
import { TalentTabs } from "@/app/_sections/talent-tabs";
import { PageHeader } from "@/components/layout/page-header";
import { OverlapMatrix } from "@/components/programmes/overlap-matrix";
import { Pagination } from "@/components/ui/pagination";
import { loadOverlap } from "@/lib/features/programmes/loaders";
import { overlapInput } from "@/lib/features/programmes/schema";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("programmes.overlap"))("title") };
}

export default async function OverlapPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(overlapInput, await searchParams);
  const [t, overlap] = await Promise.all([
    getTranslations("programmes.overlap"),
    loadOverlap(alliance, search),
  ]);
  const path = `/a/${alliance}/talent/programmes/overlap`;
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <TalentTabs alliance={alliance} current="programmes" />
      <ProgrammeTabs alliance={alliance} current="overlap" />
      <OverlapMatrix overlap={overlap} />
      <Pagination of={overlap} href={(page) => addressWith(path, search, { page: String(page) })} />
    </>
  );
}
