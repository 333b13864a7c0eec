import { getTranslations } from "next-intl/server";
import { CallFilters } from "@/components/calls/call-filters";
import { CallTable } from "@/components/calls/call-table";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { loadCalls } from "@/lib/features/calls/loaders";
import { listCallsInput } from "@/lib/features/calls/schema/view";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { currentActor } from "@/lib/platform/auth/session";
import { TakeTable } from "../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("calls"))("title") };
}

export default async function CallsPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listCallsInput, await searchParams);
  const [t, list, actor] = await Promise.all([
    getTranslations("calls"),
    loadCalls(alliance, search),
    currentActor(),
  ]);
  const base = `/a/${alliance}/calls`;
  const href = (changes: Record<string, string | undefined>) => addressWith(base, search, changes);
  const filtered = Boolean(search.q || search.state || search.pain || search.mine);
  const signedIn = actor.userId !== null;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          signedIn && (
            <>
              <ButtonLink href={`${base}/lists`}>{t("lists.title")}</ButtonLink>
              {list.mayPost && (
                <ButtonLink variant="primary" href={`${base}/new`}>
                  {t("post")}
                </ButtonLink>
              )}
            </>
          )
        }
      />
      <CallFilters base={base} search={search} signedIn={signedIn} />
      <div className="mt-3">
        <CallTable
          rows={list.items}
          base={base}
          sort={search.sort ?? "-new"}
          href={href}
          empty={
            <EmptyState
              title={t(filtered ? "emptyFiltered" : "empty")}
              {...(!filtered && { hint: t("emptyHint") })}
            />
          }
        />
      </div>
      <Pagination of={list} href={(page) => href({ page: String(page) })}>
        <TakeTable alliance={alliance} table="calls" search={search} own />
      </Pagination>
    </>
  );
}
