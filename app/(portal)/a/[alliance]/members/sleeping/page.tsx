import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { loadSleeping } from "@/lib/features/memberships/loaders";
import type { MemberPosition } from "@/lib/features/memberships/types";
import { formatDay } from "@/lib/i18n/format";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("memberships.sleeping"))("title") };
}

/** A proposal to secretariat and chair; nothing happens to a member because it stands here. */
export default async function SleepingPage({ params }: Props) {
  const { alliance } = await params;
  const [t, m, locale, { items, since }] = await Promise.all([
    getTranslations("memberships.sleeping"),
    getTranslations("memberships"),
    getLocale(),
    loadSleeping(alliance, {}),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description", { day: formatDay(since, locale) })}
        breadcrumbs={[{ href: `/a/${alliance}/members`, label: m("register.title") }]}
      />
      <Panel>
        <DataTable
          caption={t("title")}
          rows={items}
          rowKey={({ membershipId }) => membershipId}
          empty={<EmptyState title={t("none")} />}
          columns={[
            { key: "number", header: m("column.number"), align: "end", cell: (row) => row.number },
            {
              key: "name",
              header: m("column.name"),
              cell: (row) => <Link href={`/organizations/${row.organizationId}`}>{row.name}</Link>,
            },
            {
              key: "position",
              header: m("column.position"),
              hideBelow: "sm",
              cell: (row) => m(`position.${row.position as MemberPosition}`),
            },
            {
              key: "since",
              header: m("column.since"),
              hideBelow: "md",
              cell: (row) => formatDay(row.memberSince, locale),
            },
            {
              key: "step",
              header: t("step"),
              cell: (row) => (
                <Link href={`/a/${alliance}/members/${row.membershipId}/exit`}>{t("open")}</Link>
              ),
            },
          ]}
        />
      </Panel>
    </>
  );
}
