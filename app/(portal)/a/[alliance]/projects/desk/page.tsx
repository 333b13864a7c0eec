import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { loadReviewDesk } from "@/lib/features/projects/loaders";
import { formatInstant } from "@/lib/i18n/format";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("projects"))("desk.title") };
}

export default async function ReviewDeskPage({ params }: Props) {
  const { alliance } = await params;
  const [t, locale, desk] = await Promise.all([
    getTranslations("projects"),
    getLocale(),
    loadReviewDesk(alliance, {}),
  ]);
  const base = `/a/${alliance}/projects`;
  const todo = (item: (typeof desk.items)[number]) => {
    if (item.state === "closed") return <Badge tone="decided">{t("panel.state.closed")}</Badge>;
    if (item.declaration === "conflict") {
      return <Badge tone="neutral">{t("panel.declared.conflict")}</Badge>;
    }
    if (item.declaration === "pending") return <Badge tone="attention">{t("desk.todo")}</Badge>;
    return item.submitted ? (
      <Badge tone="ok">{t("panel.submitted")}</Badge>
    ) : (
      <Badge tone="attention">{t("desk.toScore")}</Badge>
    );
  };
  return (
    <>
      <PageHeader
        title={t("desk.title")}
        description={t("desk.description")}
        breadcrumbs={[{ href: base, label: t("title") }, { label: t("desk.title") }]}
      />
      {desk.items.length === 0 && <EmptyState title={t("desk.empty")} />}
      <ul className="flex max-w-3xl flex-col gap-3">
        {desk.items.map((item) => (
          <li key={item.panelId} className="rounded border border-line bg-surface p-4">
            <p className="flex flex-wrap items-baseline justify-between gap-2">
              <Link href={`${base}/desk/${item.panelId}`} className="font-medium">
                {item.title}
              </Link>
              {todo(item)}
            </p>
            <p className="text-sm text-muted">
              {t(`panel.kind.${item.kind}`)} ·{" "}
              {t("panel.openedAt", { at: formatInstant(item.openedAt, locale) })}
            </p>
            <p className="text-sm">{item.parties.join(t("separator"))}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
