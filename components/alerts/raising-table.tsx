import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Raising } from "@/lib/features/alerts/schema";
import { formatInstant } from "@/lib/i18n/format";
import { type Column, DataTable } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";
import { Fold } from "../ui/fold";
import { AcknowledgeForm } from "./alert-forms";
import { RaisingState } from "./raising-state";

/** What was raised: the sentence of then, which opens the page behind the number, and what was said about it. */
export function RaisingTable({ tenant, items }: { tenant: string; items: readonly Raising[] }) {
  const t = useTranslations("alerts");
  const locale = useLocale();
  const columns: Column<Raising>[] = [
    {
      key: "what",
      header: t("column.what"),
      cell: ({ sentence, path, note }) => (
        <>
          <Link href={`/a/${tenant}/${path}`} className="inline-block min-h-6">
            {locale === "en" ? sentence.en : sentence.zh}
          </Link>
          {note && <p className="text-sm text-muted">{t("seenWith", { note })}</p>}
        </>
      ),
    },
    {
      key: "raised",
      header: t("column.raised"),
      hideBelow: "sm",
      cell: ({ raisedAt }) => (
        <span className="whitespace-nowrap">{formatInstant(new Date(raisedAt), locale)}</span>
      ),
    },
    {
      key: "state",
      header: t("column.state"),
      cell: (row) => (
        <>
          <RaisingState raising={row} />
          {!row.seenAt && !row.closedAt && (
            <Fold label={t("acknowledge")}>
              <AcknowledgeForm tenant={tenant} id={row.id} />
            </Fold>
          )}
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption={t("history")}
      rows={items}
      rowKey={({ id }) => id}
      columns={columns}
      empty={<EmptyState title={t("noneRaised")} hint={t("noneRaisedHint")} />}
    />
  );
}
