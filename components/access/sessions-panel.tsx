import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { Panel } from "@/components/ui/panel";
import { endOtherSessionsAction, endSessionAction } from "@/lib/features/access/actions";
import { formatInstant } from "@/lib/i18n/format";
import { browserName } from "./browser-name";

type Session = {
  id: string;
  startedAt: string;
  lastSeenAt: string;
  userAgent: string | null;
  current: boolean;
};

/** Where one is signed in, and the way to end what is not one's own any more. */
export function SessionsPanel({ sessions }: { sessions: readonly Session[] }) {
  const t = useTranslations("access.me.sessions");
  const locale = useLocale();
  const nameOf = (session: Session) => {
    const { browser, system } = browserName(session.userAgent);
    if (browser && system) return t("on", { browser, system });
    return browser ?? system ?? t("unknown");
  };
  return (
    <Panel id="sessions" title={t("title")} description={t("hint")}>
      <div className="flex flex-col gap-4">
        <DataTable
          caption={t("title")}
          rows={sessions}
          rowKey={(session) => session.id}
          columns={[
            {
              key: "browser",
              header: t("browser"),
              cell: (session) => (
                <span className="flex flex-wrap items-center gap-2">
                  {nameOf(session)}
                  {session.current && <Badge tone="ok">{t("current")}</Badge>}
                </span>
              ),
            },
            {
              key: "seen",
              header: t("seen"),
              cell: (session) => formatInstant(new Date(session.lastSeenAt), locale),
            },
            {
              key: "started",
              header: t("started"),
              hideBelow: "sm",
              cell: (session) => formatInstant(new Date(session.startedAt), locale),
            },
            {
              key: "end",
              header: <span className="sr-only">{t("end")}</span>,
              align: "end",
              cell: (session) =>
                !session.current && (
                  <ActionForm
                    action={endSessionAction}
                    hidden={{ id: session.id }}
                    submitLabel={t("end")}
                    submitVariant="quiet"
                    successMessage={t("ended")}
                  />
                ),
            },
          ]}
        />
        {sessions.length > 1 && (
          <ActionForm
            action={endOtherSessionsAction}
            submitLabel={t("endOthers")}
            submitVariant="danger"
            confirmLabel={t("endOthersQuestion")}
            successMessage={t("ended")}
          />
        )}
      </div>
    </Panel>
  );
}
