import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ProposalsList } from "@/components/access/proposals-list";
import { GrantRoleForm, ProposeRoleForm } from "@/components/access/role-forms";
import { RolesTable } from "@/components/access/roles-table";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { FilterBar, FilterSelect, FilterText } from "@/components/ui/filter-bar";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { loadRoleProposals, loadRoles } from "@/lib/features/access/loaders";
import { reachOf } from "@/lib/features/access/policy";
import { roleNames } from "@/lib/features/access/schema/accounts";
import { rolesInput } from "@/lib/features/access/schema/roles";
import { loadAlliance } from "@/lib/features/alliances/loaders";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { currentActor } from "@/lib/platform/auth/session";
import { TakeTable } from "../../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("access.roles"))("title") };
}

export default async function Roles({ params, searchParams }: Props) {
  const [{ alliance: slug }, actor] = await Promise.all([params, currentActor()]);
  const alliance = await loadAlliance(slug, {});
  if (!reachOf("role.list", actor.roles, alliance.id)) notFound();
  const filters = knownSearch(rolesInput, await searchParams);
  const [t, s, roles, proposals] = await Promise.all([
    getTranslations("access"),
    getTranslations("alliances.settings"),
    loadRoles(slug, filters),
    loadRoleProposals(slug, {}),
  ]);
  const path = `/a/${slug}/settings/roles`;
  const href = (page: number) => addressWith(path, filters, { page: String(page) });
  return (
    <ClientMessages namespaces={["access", "organizations"]}>
      <PageHeader
        title={t("roles.title")}
        description={t("roles.lead")}
        breadcrumbs={[
          { href: `/a/${slug}`, label: alliance.name },
          { href: `/a/${slug}/settings`, label: s("title") },
          { label: t("roles.title") },
        ]}
      />
      <div className="flex flex-col gap-4">
        {proposals.items.length > 0 && (
          <Panel title={t("roles.proposalsTitle")}>
            <ProposalsList items={proposals.items} tenant={slug} />
          </Panel>
        )}
        <div className="flex flex-col gap-3">
          <FilterBar action={path}>
            <FilterText name="q" label={t("roles.search")} defaultValue={filters.q} />
            <FilterSelect
              name="role"
              label={t("roles.role")}
              defaultValue={filters.role}
              options={roleNames
                .filter((role) => role !== "platform_admin")
                .map((value) => ({ value, label: t(`role.${value}`) }))}
            />
          </FilterBar>
          <RolesTable rows={roles.items} tenant={slug} />
          <Pagination of={roles} href={href}>
            <TakeTable alliance={slug} table="roles" search={filters} />
          </Pagination>
        </div>
        <div className="grid items-start gap-4 lg:grid-cols-2">
          {reachOf("role.grant_member", actor.roles, alliance.id)?.whole && (
            <Panel title={t("roles.grantTitle")} description={t("roles.grantHint")}>
              <GrantRoleForm tenant={slug} />
            </Panel>
          )}
          <Panel title={t("roles.proposeTitle")} description={t("roles.proposeHint")}>
            <ProposeRoleForm tenant={slug} />
          </Panel>
        </div>
      </div>
    </ClientMessages>
  );
}
