import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Money } from "@/components/funds/money";
import { EmptyState } from "@/components/ui/empty-state";
import { ListTable } from "@/components/ui/list-table";
import type { CertificateRow } from "@/lib/features/certificates/schema";
import { nothing } from "@/lib/i18n/format";
import { CertificateStateBadge } from "./state-badge";
import { waitingWords } from "./waiting-words";

type Props = {
  base: string;
  rows: readonly CertificateRow[];
  sort: string;
  href: (changes: Record<string, string | undefined>) => string;
};

/** One line per certificate: whose, of which year, how much, and whether it is sealed. */
export function CertificateTable({ base, rows, sort, href }: Props) {
  const t = useTranslations("certificates");
  const locale = useLocale();
  const waiting = (row: CertificateRow) => {
    const words = waitingWords(row, locale);
    return words && t(words.key, words.values);
  };
  return (
    <ListTable
      list="certificates"
      caption={t("title")}
      rows={rows}
      rowKey={(row) => row.id}
      sort={sort}
      href={href}
      columns={[
        {
          key: "enterprise",
          header: t("column.enterprise"),
          cell: (row) => (
            <>
              <Link href={`${base}/${row.id}`} className="inline-block min-h-6">
                {row.enterprise.name}
              </Link>
              {row.projectTitle && (
                <span className="block text-sm text-muted">{row.projectTitle}</span>
              )}
            </>
          ),
        },
        {
          key: "year",
          header: t("column.year"),
          align: "end",
          sort: "year",
          cell: (row) => String(row.year),
        },
        {
          key: "claimant",
          header: t("column.claimant"),
          hideBelow: "md",
          cell: (row) => row.claimant?.name ?? nothing,
        },
        {
          key: "total",
          header: t("column.total"),
          align: "end",
          cell: (row) => <Money yuan={row.total} />,
        },
        {
          key: "state",
          header: t("column.state"),
          cell: (row) => (
            <>
              <CertificateStateBadge state={row.state} />
              <p className="mt-1 text-sm text-muted lg:hidden">{waiting(row)}</p>
            </>
          ),
        },
        {
          key: "waiting",
          header: t("column.waiting"),
          hideBelow: "lg",
          cell: waiting,
        },
      ]}
      empty={<EmptyState title={t("empty")} hint={t("emptyHint")} />}
    />
  );
}
