import { useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { ListTable } from "@/components/ui/list-table";
import type { Role } from "@/lib/features/access/types";
import { formatDay } from "@/lib/i18n/format";
import { EndRoleForm } from "./end-role-form";

export type RoleRow = {
  id: string;
  name: string;
  email: string;
  role: Role;
  organization: { id: string; name: string } | null;
  validTo: string | null;
  grantedBy: string | null;
};

/** Who may what in one alliance, today. */
export function RolesTable({ rows, tenant }: { rows: readonly RoleRow[]; tenant: string }) {
  const t = useTranslations("access.roles");
  const names = useTranslations("access.role");
  const locale = useLocale();
  return (
    <ListTable
      list="roles"
      caption={t("caption")}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t("empty")} hint={t("emptyHint")} />}
      columns={[
        {
          key: "person",
          header: t("person"),
          cell: (row) => (
            <div className="min-w-36">
              <span className="whitespace-nowrap">{row.name}</span>
              <span className="block text-xs break-all text-muted">{row.email}</span>
              <span className="block text-xs text-muted md:hidden">{row.organization?.name}</span>
            </div>
          ),
        },
        {
          key: "role",
          header: t("role"),
          cell: (row) => <span className="whitespace-nowrap">{names(row.role)}</span>,
        },
        {
          key: "organization",
          header: t("organization"),
          hideBelow: "md",
          cell: (row) => row.organization?.name ?? t("noOrganization"),
        },
        {
          key: "until",
          header: t("until"),
          hideBelow: "md",
          cell: (row) => (row.validTo ? formatDay(row.validTo, locale) : t("open")),
        },
        {
          key: "grantedBy",
          header: t("grantedBy"),
          hideBelow: "lg",
          cell: (row) => row.grantedBy ?? t("noOrganization"),
        },
        {
          key: "end",
          header: t("more"),
          cell: (row) => <EndRoleForm id={row.id} tenant={tenant} />,
        },
      ]}
    />
  );
}
