import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { loadDesk } from "@/lib/features/evaluations/loaders";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("evaluations.desk"))("title") };
}

export default async function DeskPage({ params }: Props) {
  const { alliance } = await params;
  const [t, all, { items }] = await Promise.all([
    getTranslations("evaluations.desk"),
    getTranslations("evaluations"),
    loadDesk(alliance, {}),
  ]);
  const base = `/a/${alliance}/evaluations`;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        breadcrumbs={[{ href: base, label: all("title") }, { label: t("title") }]}
      />
      {items.length === 0 ? (
        <EmptyState title={t("empty")} />
      ) : (
        <ul className="flex max-w-2xl flex-col divide-y divide-line rounded border border-line bg-surface">
          {items.map((one) => (
            <li
              key={one.seatId}
              className="flex flex-wrap items-center justify-between gap-2 px-4 py-3"
            >
              <div>
                <Link href={`${base}/desk/${one.seatId}`} className="font-medium">
                  {one.subject.name}
                </Link>
                <p className="text-sm text-muted">{one.round.title}</p>
              </div>
              <Badge tone={one.submittedAt || !one.open ? "decided" : "attention"}>
                {t(`state.${one.submittedAt ? "done" : one.state}`)}
              </Badge>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
