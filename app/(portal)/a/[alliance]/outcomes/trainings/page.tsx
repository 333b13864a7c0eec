import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { TrainingTable, TrainingTotals } from "@/components/outcomes/training-table";
import { ButtonLink } from "@/components/ui/button";
import { FilterBar, FilterDate, FilterSelect, FilterText } from "@/components/ui/filter-bar";
import { Pagination } from "@/components/ui/pagination";
import { reachOf } from "@/lib/features/access/policy";
import { loadTrainings } from "@/lib/features/outcomes/loaders";
import { listTrainingsSchema } from "@/lib/features/outcomes/schema/batches";
import { trainingKinds } from "@/lib/features/outcomes/types";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { currentActor } from "@/lib/platform/auth/session";
import { TakeTable } from "../../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("trainings"))("title") };
}

export default async function TrainingsPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listTrainingsSchema, await searchParams);
  const [t, outcomes, list, actor] = await Promise.all([
    getTranslations("trainings"),
    getTranslations("outcomes"),
    loadTrainings(alliance, search),
    currentActor(),
  ]);
  const base = `/a/${alliance}/outcomes/trainings`;
  const href = (changes: Record<string, string | undefined>) => addressWith(base, search, changes);
  const reports = reachOf("figure.enter", actor.roles, null) !== undefined;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        breadcrumbs={[
          { href: `/a/${alliance}/outcomes`, label: outcomes("title") },
          { label: t("title") },
        ]}
        actions={reports && <ButtonLink href={`${base}/new`}>{t("report")}</ButtonLink>}
      />
      <FilterBar action={base} keep={{ organization: search.organization, sort: search.sort }}>
        <FilterText name="q" label={t("search")} defaultValue={search.q} />
        <FilterSelect
          name="kind"
          label={t("field.kind")}
          defaultValue={search.kind}
          options={trainingKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <FilterDate name="from" label={t("from")} defaultValue={search.from} />
        <FilterDate name="to" label={t("to")} defaultValue={search.to} />
      </FilterBar>
      <TrainingTotals totals={list.totals} />
      <TrainingTable rows={list.items} base={base} sort={search.sort ?? "-endsOn"} href={href} />
      <Pagination of={list} href={(page) => href({ page: String(page) })}>
        <TakeTable alliance={alliance} table="trainings" search={search} own />
      </Pagination>
    </>
  );
}
