import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Fold } from "@/components/ui/fold";
import { Pagination } from "@/components/ui/pagination";
import { DrawForm } from "@/components/verification/sample-forms";
import { SampleSize } from "@/components/verification/sample-size";
import { loadSamples } from "@/lib/features/verification/loaders";
import { listSamplesSchema } from "@/lib/features/verification/schema/samples";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { TakeTable } from "../../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("verification.sample"))("title") };
}

export default async function SamplesPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listSamplesSchema, await searchParams);
  const [t, locale, list] = await Promise.all([
    getTranslations("verification.sample"),
    getLocale(),
    loadSamples(alliance, search),
  ]);
  const base = `/a/${alliance}/verification/samples`;
  return (
    <ClientMessages namespaces={["verification"]}>
      <PageHeader title={t("title")} description={t("description")} />
      <Fold label={t("draw")} frame="boxed">
        <DrawForm tenant={alliance} />
      </Fold>
      <div className="mt-4">
        <DataTable
          caption={t("title")}
          rows={list.items}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t("empty")} hint={t("description")} />}
          columns={[
            {
              key: "period",
              header: t("column.period"),
              cell: (row) => (
                <Link href={`${base}/${row.id}`}>
                  {formatDay(row.periodFrom, locale)} – {formatDay(row.periodTo, locale)}
                </Link>
              ),
            },
            {
              key: "size",
              header: t("column.size"),
              cell: (row) => <SampleSize sample={row} />,
              hideBelow: "md",
            },
            { key: "open", header: t("column.open"), cell: (row) => row.open, align: "end" },
            {
              key: "drawnAt",
              header: t("column.drawnAt"),
              cell: (row) => formatInstant(new Date(row.drawnAt), locale),
              hideBelow: "sm",
            },
            {
              key: "state",
              header: t("column.state"),
              cell: (row) => t(row.closedAt ? "closedState" : "openState"),
            },
          ]}
        />
        <Pagination of={list} href={(page) => addressWith(base, search, { page: String(page) })}>
          <TakeTable alliance={alliance} table="samples" search={search} />
        </Pagination>
      </div>
    </ClientMessages>
  );
}
