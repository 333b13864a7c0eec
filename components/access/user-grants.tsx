import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { Role } from "@/lib/features/access/types";
import { formatDay } from "@/lib/i18n/format";
import { EndRoleForm } from "./end-role-form";

export type Grant = {
  id: string;
  role: Role;
  alliance: { slug: string; name: string } | null;
  organization: { name: string } | null;
  validFrom: string;
  validTo: string | null;
  holds: boolean;
  grantedBy: string | null;
};

/** Every right of one account, those of before as well. */
export function UserGrants({ grants, editable }: { grants: readonly Grant[]; editable: boolean }) {
  const t = useTranslations("access");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("user.grants")}
      rows={grants}
      rowKey={(grant) => grant.id}
      empty={<EmptyState title={t("user.none")} />}
      columns={[
        {
          key: "role",
          header: t("roles.role"),
          cell: ({ role, alliance, organization }) => (
            <div className="min-w-40">
              {t(`role.${role}`)}
              <span className="block text-sm text-muted">
                {alliance ? (
                  <Link href={`/a/${alliance.slug}/settings/roles`}>{alliance.name}</Link>
                ) : (
                  t("user.platform")
                )}
                {organization && ` · ${organization.name}`}
              </span>
            </div>
          ),
        },
        {
          key: "from",
          header: t("user.from"),
          hideBelow: "sm",
          cell: ({ validFrom }) => formatDay(validFrom, locale),
        },
        {
          key: "until",
          header: t("roles.until"),
          cell: ({ validTo, holds }) => (
            <>
              {validTo ? formatDay(validTo, locale) : t("roles.open")}{" "}
              {!holds && <Badge tone="neutral">{t("user.ended")}</Badge>}
            </>
          ),
        },
        {
          key: "grantedBy",
          header: t("roles.grantedBy"),
          hideBelow: "lg",
          cell: ({ grantedBy }) => grantedBy ?? t("roles.noOrganization"),
        },
        {
          key: "end",
          header: t("roles.more"),
          cell: ({ id, holds, alliance }) =>
            holds && editable && <EndRoleForm id={id} tenant={alliance?.slug ?? null} />,
        },
      ]}
    />
  );
}
