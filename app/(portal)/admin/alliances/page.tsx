import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AdminHeader } from "@/components/access/admin-header";
import { AllianceTable } from "@/components/alliances/alliance-table";
import { ButtonLink } from "@/components/ui/button";
import { FilterBar, FilterSelect, FilterText } from "@/components/ui/filter-bar";
import { Pagination } from "@/components/ui/pagination";
import { reachOf } from "@/lib/features/access/policy";
import { loadAlliances } from "@/lib/features/alliances/loaders";
import { listAlliancesInput } from "@/lib/features/alliances/schema/alliances";
import { allianceTypes } from "@/lib/features/alliances/types";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { signInPath } from "@/lib/platform/auth/safe-path";
import { currentActor } from "@/lib/platform/auth/session";

const base = "/admin/alliances";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("alliances.create"))("list") };
}

export default async function Alliances({ searchParams }: { searchParams: Promise<RawSearch> }) {
  const actor = await currentActor();
  if (!actor.userId) redirect(signInPath(base));
  // Whoever has no part in the platform's administration is not told that there is one.
  if (!reachOf("alliance.create", actor.roles, null)) notFound();
  const t = await getTranslations("alliances");
  const filters = knownSearch(listAlliancesInput, await searchParams);
  const { items, total, page, pageSize } = await loadAlliances("", filters);
  return (
    <>
      <AdminHeader current="alliances" />
      <div className="flex flex-col gap-3">
        <div className="flex justify-end">
          <ButtonLink href={`${base}/new`} variant="primary">
            {t("create.title")}
          </ButtonLink>
        </div>
        <FilterBar action={base}>
          <FilterText name="q" label={t("create.search")} defaultValue={filters.q} />
          <FilterSelect
            name="type"
            label={t("field.type")}
            defaultValue={filters.type}
            options={allianceTypes.map((value) => ({ value, label: t(`type.${value}`) }))}
          />
        </FilterBar>
        <AllianceTable rows={items} />
        <Pagination
          of={{ page, pageSize, total }}
          href={(number) => addressWith(base, filters, { page: String(number) })}
        />
      </div>
    </>
  );
}
