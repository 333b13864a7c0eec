import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { EditionTable } from "@/components/reports/edition-table";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { loadEditions } from "@/lib/features/reports/loaders";
import { listEditionsInput } from "@/lib/features/reports/schema/editions";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { currentActor } from "@/lib/platform/auth/session";
import { TakeTable } from "../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("reports"))("title") };
}

export default async function EditionsPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listEditionsInput, await searchParams);
  const [t, list, actor] = await Promise.all([
    getTranslations("reports"),
    loadEditions(alliance, search),
    currentActor(),
  ]);
  const base = `/a/${alliance}/reports`;
  const href = (changes: Record<string, string | undefined>) => addressWith(base, search, changes);
  const create = list.mayCreate && (
    <ButtonLink variant="primary" href={`${base}/new`}>
      {t("create")}
    </ButtonLink>
  );
  const actions = (
    <>
      {actor.userId && <ButtonLink href={`${base}/cases`}>{t("kind.cases")}</ButtonLink>}
      {create}
    </>
  );
  const hint = actor.userId ? t("emptyHint") : t("emptyPublic");
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={actions} />
      <EditionTable
        rows={list.items}
        base={base}
        sort={search.sort ?? "-year"}
        href={href}
        empty={<EmptyState title={t("empty")} hint={hint} action={create} />}
      />
      <Pagination of={list} href={(page) => href({ page: String(page) })}>
        <TakeTable alliance={alliance} table="editions" search={search} />
      </Pagination>
    </>
  );
}
