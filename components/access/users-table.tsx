import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { Role } from "@/lib/features/access/types";
import { formatInstant } from "@/lib/i18n/format";

export type UserRow = {
  id: string;
  name: string;
  email: string;
  disabledAt: string | null;
  lastSeenAt: string | null;
  roles: readonly { role: Role; alliance: string | null; organization: string | null }[];
};

/** Accounts and what they may; addresses come masked. */
export function UsersTable({
  rows,
  sort,
  href,
}: {
  rows: readonly UserRow[];
  sort: string;
  href: (changes: Record<string, string | undefined>) => string;
}) {
  const t = useTranslations("access");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("admin.users.caption")}
      rows={rows}
      rowKey={(user) => user.id}
      sort={sort}
      href={href}
      empty={<EmptyState title={t("admin.users.empty")} hint={t("admin.users.emptyHint")} />}
      columns={[
        {
          key: "name",
          header: t("admin.users.name"),
          sort: "name",
          cell: (user) => (
            <>
              <Link href={`/admin/users/${user.id}`} className="whitespace-nowrap">
                {user.name}
              </Link>
              <span className="block text-xs break-all text-muted md:hidden">{user.email}</span>
            </>
          ),
        },
        {
          key: "email",
          header: t("admin.users.email"),
          sort: "email",
          hideBelow: "md",
          cell: (user) => user.email,
        },
        {
          key: "roles",
          header: t("admin.users.roles"),
          cell: (user) => (
            <ul className="min-w-36 py-1">
              {user.roles.map(({ role, alliance, organization }) => (
                <li key={`${role} ${alliance} ${organization}`}>
                  {[t(`role.${role}`), alliance, organization].filter(Boolean).join(" · ")}
                </li>
              ))}
            </ul>
          ),
        },
        {
          key: "state",
          header: t("admin.users.state"),
          cell: (user) =>
            user.disabledAt ? (
              <Badge tone="problem">{t("admin.users.disabled")}</Badge>
            ) : (
              t("admin.users.active")
            ),
        },
        {
          key: "seen",
          header: t("admin.users.seen"),
          sort: "seen",
          hideBelow: "sm",
          cell: (user) =>
            user.lastSeenAt
              ? formatInstant(new Date(user.lastSeenAt), locale)
              : t("admin.users.never"),
        },
      ]}
    />
  );
}
