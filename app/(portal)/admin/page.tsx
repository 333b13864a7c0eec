import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AdminHeader } from "@/components/access/admin-header";
import { ProposalsList } from "@/components/access/proposals-list";
import { UsersTable } from "@/components/access/users-table";
import { ClientMessages } from "@/components/layout/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { FilterBar, FilterSelect, FilterText } from "@/components/ui/filter-bar";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { loadAdministratorProposals, loadUsers } from "@/lib/features/access/loaders";
import { reachOf } from "@/lib/features/access/policy";
import { roleNames, usersInput } from "@/lib/features/access/schema/accounts";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { signInPath } from "@/lib/platform/auth/safe-path";
import { currentActor } from "@/lib/platform/auth/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("access.admin"))("title") };
}

export default async function Users({ searchParams }: { searchParams: Promise<RawSearch> }) {
  const actor = await currentActor();
  if (!actor.userId) redirect(signInPath("/admin"));
  // Whoever has no part in the platform's administration is not told that there is one.
  if (!reachOf("user.list", actor.roles, null)) notFound();
  const t = await getTranslations("access");
  const filters = knownSearch(usersInput, await searchParams);
  const [{ items, total, page, pageSize }, waiting] = await Promise.all([
    loadUsers("", filters),
    loadAdministratorProposals("", {}),
  ]);
  const href = (changes: Record<string, string | undefined>) =>
    addressWith("/admin", filters, changes);
  return (
    <>
      <AdminHeader current="users" />
      <div className="flex flex-col gap-3">
        {waiting.items.length > 0 && (
          <Panel title={t("roles.proposalsTitle")}>
            <ClientMessages namespaces={["access"]}>
              <ProposalsList items={waiting.items} tenant={null} />
            </ClientMessages>
          </Panel>
        )}
        <div>
          <ButtonLink href="/admin/users/new">{t("admin.users.create")}</ButtonLink>
        </div>
        <FilterBar action="/admin" keep={{ sort: filters.sort }}>
          <FilterText name="q" label={t("admin.users.search")} defaultValue={filters.q} />
          <FilterSelect
            name="role"
            label={t("admin.users.role")}
            defaultValue={filters.role}
            options={roleNames.map((value) => ({ value, label: t(`role.${value}`) }))}
          />
          <FilterSelect
            name="state"
            label={t("admin.users.state")}
            defaultValue={filters.state}
            options={[
              { value: "active", label: t("admin.users.active") },
              { value: "disabled", label: t("admin.users.disabled") },
            ]}
          />
        </FilterBar>
        <UsersTable rows={items} sort={filters.sort ?? "name"} href={href} />
        <Pagination
          of={{ page, pageSize, total }}
          href={(number) => href({ page: String(number) })}
        />
      </div>
    </>
  );
}
