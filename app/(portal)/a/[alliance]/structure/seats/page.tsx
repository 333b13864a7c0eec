import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { StructureTabs } from "@/app/_sections/structure-tabs";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { loadBodies } from "@/lib/features/bodies/loaders";
import { nothing } from "@/lib/i18n/format";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("bodies.seats"))("title") };
}

/** The bodies that can have seats; each leads to its own. */
export default async function SeatsPage({ params }: Props) {
  const { alliance } = await params;
  const [t, s, locale, { items }] = await Promise.all([
    getTranslations("bodies.seats"),
    getTranslations("alliances.structure"),
    getLocale(),
    loadBodies(alliance, {}),
  ]);
  const here = `/a/${alliance}/structure`;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        breadcrumbs={[{ href: here, label: s("title") }]}
      />
      <StructureTabs alliance={alliance} current="seats" />
      <Panel>
        <DataTable
          caption={t("title")}
          rows={items}
          rowKey={({ id }) => id}
          empty={<EmptyState title={s("empty")} />}
          columns={[
            {
              key: "body",
              header: t("body"),
              cell: (body) => (
                <Link href={`${here}/seats/${body.id}`}>
                  {(locale === "en" && body.nameEn) || body.name}
                </Link>
              ),
            },
            {
              key: "seats",
              header: t("allSeats"),
              align: "end",
              cell: ({ seats }) =>
                seats > 0 ? seats : <span className="text-muted">{nothing}</span>,
            },
            {
              key: "voting",
              header: t("votingSeats"),
              align: "end",
              hideBelow: "sm",
              cell: ({ seats, votingSeats }) => (seats > 0 ? votingSeats : ""),
            },
            {
              key: "vacant",
              header: t("vacant"),
              cell: ({ seats, vacant }) => {
                if (seats === 0) return <span className="text-muted">{t("none")}</span>;
                return vacant > 0 ? (
                  <Badge tone="attention">{t("vacantSeats", { count: vacant })}</Badge>
                ) : (
                  t("full")
                );
              },
            },
          ]}
        />
      </Panel>
    </>
  );
}
