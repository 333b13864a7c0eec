import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { MailState } from "@/lib/features/access/types";
import { formatInstant } from "@/lib/i18n/format";

export type MailRow = {
  id: string;
  recipient: string;
  subject: string;
  body: string | null;
  state: MailState;
  createdAt: string;
  sentAt: string | null;
  nextTryAt: string | null;
  attempts: number;
  lastError: string | null;
};

const tones = { sent: "ok", waiting: "attention", failed: "problem" } as const;

/** The subject opens the text; a text with a link that opens an account is not there to open. */
function Letter({ mail }: { mail: MailRow }) {
  const t = useTranslations("access.admin.outbox");
  return (
    <details className="py-1">
      <summary className="min-h-6 cursor-pointer">{mail.subject}</summary>
      <p className="mt-1 max-w-prose text-sm whitespace-pre-wrap text-muted">
        {mail.body ?? t("secret")}
      </p>
      {mail.lastError && (
        <p className="mt-1 text-sm text-problem">{t("error", { reason: mail.lastError })}</p>
      )}
    </details>
  );
}

/** Mail of the platform with what became of it. */
export function OutboxTable({ rows }: { rows: readonly MailRow[] }) {
  const t = useTranslations("access.admin.outbox");
  const locale = useLocale();
  const at = (instant: string | null) => formatInstant(instant ? new Date(instant) : null, locale);
  return (
    <DataTable
      caption={t("caption")}
      rows={rows}
      rowKey={(mail) => mail.id}
      empty={<EmptyState title={t("empty")} hint={t("emptyHint")} />}
      columns={[
        { key: "subject", header: t("subject"), cell: (mail) => <Letter mail={mail} /> },
        { key: "recipient", header: t("recipient"), cell: (mail) => mail.recipient },
        {
          key: "state",
          header: t("state"),
          cell: (mail) => <Badge tone={tones[mail.state]}>{t(mail.state)}</Badge>,
        },
        {
          key: "when",
          header: t("when"),
          hideBelow: "sm",
          cell: (mail) => at(mail.sentAt ?? mail.nextTryAt),
        },
        {
          key: "attempts",
          header: t("attempts"),
          align: "end",
          hideBelow: "md",
          cell: (mail) => mail.attempts,
        },
        {
          key: "created",
          header: t("created"),
          hideBelow: "md",
          cell: (mail) => at(mail.createdAt),
        },
      ]}
    />
  );
}
