import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Subscription } from "@/lib/features/subscriptions/schema";
import { formatDay } from "@/lib/i18n/format";
import { addressWith } from "@/lib/kernel/address";
import { type Column, DataTable } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";
import { useFilterWords } from "./filter-words";
import { EndForm } from "./subscription-forms";

export function SubscriptionTable({
  tenant,
  items,
}: {
  tenant: string;
  items: readonly Subscription[];
}) {
  const t = useTranslations("subscriptions");
  const locale = useLocale();
  const words = useFilterWords();
  const columns: Column<Subscription>[] = [
    {
      key: "what",
      header: t("column.what"),
      cell: ({ filters, organization }) => (
        <Link href={addressWith(`/a/${tenant}/dashboard`, filters)}>
          {words(filters, organization)}
        </Link>
      ),
    },
    {
      key: "rhythm",
      header: t("column.rhythm"),
      cell: ({ rhythm }) => <span className="whitespace-nowrap">{t(`rhythm.${rhythm}`)}</span>,
    },
    {
      key: "next",
      header: t("column.next"),
      cell: ({ nextOn }) => <span className="whitespace-nowrap">{formatDay(nextOn, locale)}</span>,
    },
    {
      key: "last",
      header: t("column.last"),
      hideBelow: "sm",
      cell: ({ sentOn }) => (sentOn ? formatDay(sentOn, locale) : t("neverSent")),
    },
    { key: "end", header: t("column.end"), cell: ({ id }) => <EndForm tenant={tenant} id={id} /> },
  ];
  return (
    <DataTable
      caption={t("mine")}
      rows={items}
      rowKey={({ id }) => id}
      columns={columns}
      empty={<EmptyState title={t("none")} hint={t("noneHint")} />}
    />
  );
}
