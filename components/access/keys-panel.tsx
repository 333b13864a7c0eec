import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { endKeyAction } from "@/lib/features/access/actions";
import { formatInstant } from "@/lib/i18n/format";
import { KeyForm } from "./key-form";

type Key = {
  id: string;
  name: string;
  prefix: string;
  readOnly: boolean;
  createdAt: string;
  lastUsedAt: string | null;
};

/** Keys of one's own programs. */
export function KeysPanel({ keys }: { keys: readonly Key[] }) {
  const t = useTranslations("access.me.keys");
  const locale = useLocale();
  return (
    <Panel id="keys" title={t("title")} description={t("hint")}>
      <div className="flex flex-col gap-5">
        <DataTable
          caption={t("title")}
          rows={keys}
          rowKey={(key) => key.id}
          empty={<EmptyState title={t("empty")} />}
          columns={[
            { key: "name", header: t("name"), cell: (key) => key.name },
            {
              key: "prefix",
              header: t("prefix"),
              hideBelow: "sm",
              cell: (key) => <code className="font-mono text-xs">{key.prefix}…</code>,
            },
            {
              key: "kind",
              header: t("kind"),
              cell: (key) => t(key.readOnly ? "readOnly" : "full"),
            },
            {
              key: "used",
              header: t("used"),
              cell: (key) =>
                key.lastUsedAt ? formatInstant(new Date(key.lastUsedAt), locale) : t("never"),
            },
            {
              key: "created",
              header: t("created"),
              hideBelow: "md",
              cell: (key) => formatInstant(new Date(key.createdAt), locale),
            },
            {
              key: "end",
              header: <span className="sr-only">{t("end")}</span>,
              align: "end",
              cell: (key) => (
                <ActionForm
                  action={endKeyAction}
                  hidden={{ id: key.id }}
                  submitLabel={t("end")}
                  submitVariant="quiet"
                  confirmLabel={t("endQuestion", { name: key.name })}
                  successMessage={t("ended")}
                />
              ),
            },
          ]}
        />
        <KeyForm />
      </div>
    </Panel>
  );
}
