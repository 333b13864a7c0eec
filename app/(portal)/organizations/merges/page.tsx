import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { MergeStateBadge } from "@/components/organizations/merge-state";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { reachOf } from "@/lib/features/access/policy";
import { loadMerges } from "@/lib/features/organizations/loaders";
import { listMergesInput } from "@/lib/features/organizations/schema/organizations";
import { formatInstant } from "@/lib/i18n/format";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { currentActor } from "@/lib/platform/auth/session";

type Props = { searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("organizations.merge"))("proposals") };
}

export default async function MergesPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!reachOf("organization.merge", actor.roles, null)) notFound();
  const search = knownSearch(listMergesInput, await searchParams);
  const [t, locale, list] = await Promise.all([
    getTranslations("organizations.merge"),
    getLocale(),
    loadMerges("", search),
  ]);
  return (
    <>
      <PageHeader title={t("proposals")} description={t("lead")} />
      <DataTable
        caption={t("proposals")}
        rows={list.items}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("noProposals")} hint={t("noProposalsHint")} />}
        columns={[
          {
            key: "absorbed",
            header: t("absorbed"),
            cell: (row) => (
              <Link href={`/organizations/merges/${row.id}`} className="inline-block min-h-6">
                {row.absorbed.name}
              </Link>
            ),
          },
          { key: "survivor", header: t("survivor"), cell: (row) => row.survivor.name },
          {
            key: "state",
            header: t("stateOf"),
            cell: (row) => <MergeStateBadge state={row.state} />,
          },
          {
            key: "alliance",
            header: t("alliance"),
            cell: (row) => row.allianceName,
            hideBelow: "md",
          },
          {
            key: "proposed",
            header: t("proposedOn"),
            cell: (row) => formatInstant(new Date(row.proposedAt), locale),
            hideBelow: "md",
          },
        ]}
      />
      <Pagination
        of={list}
        href={(page) => addressWith("/organizations/merges", search, { page: String(page) })}
      />
    </>
  );
}
