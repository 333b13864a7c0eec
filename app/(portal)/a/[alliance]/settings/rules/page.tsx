import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { LibraryTabs } from "@/app/_sections/library-tabs";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { loadRules } from "@/lib/features/bodies/loaders";
import { formatDay } from "@/lib/i18n/format";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("bodies.rules"))("title") };
}

export default async function RulesPage({ params }: Props) {
  const { alliance } = await params;
  const [t, locale, { items }] = await Promise.all([
    getTranslations("bodies.rules"),
    getLocale(),
    loadRules(alliance, {}),
  ]);
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <LibraryTabs alliance={alliance} current="rules" />
      <DataTable
        caption={t("caption")}
        rows={items}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "body",
            header: t("body"),
            cell: (row) => (
              <Link href={`/a/${alliance}/settings/rules/${row.id}`}>
                {(locale === "en" && row.nameEn) || row.name}
              </Link>
            ),
          },
          {
            key: "rules",
            header: t("inForce"),
            cell: (row) => (
              <span className="flex flex-wrap gap-2">
                {row.rules > 0 ? (
                  <Badge tone="ok">{t("matters", { count: row.rules })}</Badge>
                ) : (
                  <Badge tone={row.votingSeats > 0 ? "attention" : "neutral"}>{t("none")}</Badge>
                )}
                {row.drafting && <Badge tone="attention">{t("drafting")}</Badge>}
              </span>
            ),
          },
          {
            key: "since",
            header: t("since"),
            cell: (row) => formatDay(row.since, locale),
            hideBelow: "sm",
          },
          {
            key: "seats",
            header: t("seats"),
            cell: (row) => row.votingSeats,
            align: "end",
            hideBelow: "md",
          },
        ]}
        empty={
          <EmptyState
            title={t("empty")}
            hint={t("emptyHint")}
            action={<ButtonLink href={`/a/${alliance}/structure`}>{t("goStructure")}</ButtonLink>}
          />
        }
      />
    </>
  );
}
