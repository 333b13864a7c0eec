import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DataTable } from "@/components/ui/data-table";
import type { Entry } from "@/lib/features/audit/schema";
import { formatInstant } from "@/lib/i18n/format";
import { useAuditWords } from "./words";

/** Pages of records, by what an entry is about; what has no page of its own is found by its entries. */
const pages: Record<string, (base: string, id: string) => string> = {
  application: (base, id) => `${base}/applications/${id}`,
  meeting: (base, id) => `${base}/meetings/${id}`,
  resolution: (base, id) => `${base}/decisions/${id}`,
  project: (base, id) => `${base}/projects/${id}`,
  outcome: (base, id) => `${base}/outcomes/${id}`,
  organization: (_, id) => `/organizations/${id}`,
};

function Subject({ entry, base }: { entry: Entry; base: string }) {
  const { subject } = useAuditWords();
  const page = pages[entry.subjectType];
  const words = subject(entry.subjectType);
  if (!entry.subjectId || !page) return words;
  return (
    <Link href={page(base, entry.subjectId)} prefetch={false}>
      {words}
    </Link>
  );
}

const text = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));

/** What was kept with the entry, as it was written: names of fields and values, no words. */
function Details({ entry, base }: { entry: Entry; base: string }) {
  const t = useTranslations("audit");
  const facts = Object.entries(entry.details);
  return (
    <details>
      <summary className="min-h-6 cursor-pointer">{t("show")}</summary>
      <dl className="mt-1 max-w-prose font-mono text-xs break-all text-muted">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="inline">{name}</dt>
            <dd className="inline"> {text(value)}</dd>
          </div>
        ))}
      </dl>
      {entry.subjectId && (
        <Link
          href={`${base}/audit?subject=${entry.subjectId}`}
          prefetch={false}
          className="inline-block min-h-6 text-sm"
        >
          {t("open")}
        </Link>
      )}
    </details>
  );
}

type Props = { rows: readonly Entry[]; base: string; empty: ReactNode };

/** Entries of a chain, newest first. */
export function EntryTable({ rows, base, empty }: Props) {
  const t = useTranslations("audit");
  const { action } = useAuditWords();
  const locale = useLocale();
  return (
    <DataTable
      caption={t("caption")}
      rows={rows}
      rowKey={(entry) => entry.seq}
      empty={empty}
      columns={[
        {
          key: "seq",
          header: t("column.seq"),
          align: "end",
          hideBelow: "md",
          cell: (entry) => entry.seq,
        },
        {
          key: "at",
          header: t("column.at"),
          cell: (entry) => (
            <time dateTime={entry.at} className="tabular-nums">
              {formatInstant(new Date(entry.at), locale)}
            </time>
          ),
        },
        {
          key: "actor",
          header: t("column.actor"),
          cell: (entry) => entry.actor ?? <span className="text-muted">{t("nobody")}</span>,
        },
        { key: "action", header: t("column.action"), cell: (entry) => action(entry.action) },
        {
          key: "subject",
          header: t("column.subject"),
          hideBelow: "sm",
          cell: (entry) => <Subject entry={entry} base={base} />,
        },
        {
          key: "details",
          header: t("column.details"),
          hideBelow: "md",
          cell: (entry) => <Details entry={entry} base={base} />,
        },
      ]}
    />
  );
}
