import { useLocale, useTranslations } from "next-intl";
import type { LedgerEntry } from "@/lib/features/funds/schema";
import { formatDay, nothing } from "@/lib/i18n/format";
import { ButtonLink } from "../ui/button";
import { Facts } from "../ui/facts";
import { Notice } from "../ui/notice";
import { Panel } from "../ui/panel";
import { BookForm, ConfirmForm, UndoForm } from "./entry-forms";
import { Money } from "./money";
import { SideBadge } from "./side-badge";

/** One entry of the ledger with what the reader may do to it, and why not what they may not. */
export function EntryPanel({
  tenant,
  entry,
  closeHref,
}: {
  tenant: string;
  entry: LedgerEntry;
  closeHref: string;
}) {
  const t = useTranslations("funds");
  const locale = useLocale();
  const { actions } = entry;
  const form = { tenant, id: entry.id, successHref: closeHref };
  const idle = !(actions.confirm || actions.book || actions.reverse || actions.discard);
  return (
    <Panel
      id="entry"
      title={t("entry.title")}
      actions={<ButtonLink href={closeHref}>{t("entry.close")}</ButtonLink>}
    >
      <Facts
        items={[
          { label: t("column.side"), value: <SideBadge side={entry.side} /> },
          { label: t("column.amount"), value: <Money yuan={entry.amount} /> },
          { label: t("column.kind"), value: t(`kind.${entry.kind}`) },
          { label: t("column.organization"), value: entry.organizationName },
          { label: t("column.project"), value: entry.projectTitle },
          { label: t("column.on"), value: formatDay(entry.on, locale) },
          { label: t("column.voucher"), value: entry.voucherNo ?? nothing },
        ]}
      />
      <div className="mt-4 flex max-w-xl flex-col gap-4">
        {actions.bookBlocked && (
          <Notice tone="attention">
            {t(actions.bookBlocked === "same-person" ? "entry.samePerson" : "entry.role")}
          </Notice>
        )}
        {actions.confirm && <ConfirmForm {...form} />}
        {actions.book && <BookForm {...form} />}
        {actions.reverse && <UndoForm verb="reverse" {...form} />}
        {actions.discard && <UndoForm verb="discard" {...form} />}
        {idle && !actions.bookBlocked && <p className="text-muted">{t("entry.nothing")}</p>}
      </div>
    </Panel>
  );
}
