import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { EditEntryForm } from "@/components/funds/edit-entry-form";
import { EntryMoves } from "@/components/funds/entry-moves";
import { EntryThread } from "@/components/funds/entry-thread";
import { EntryFacts, EntryHistory } from "@/components/funds/entry-view";
import { EntryWaiting } from "@/components/funds/entry-waiting";
import { StateBadge } from "@/components/funds/side-badge";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { loadEntry, loadProjectFunds } from "@/lib/features/funds/loaders";
import { isOver } from "@/lib/features/funds/rules/entries";
import { lineOptions } from "../../_sections/options";

type Props = { params: Promise<{ alliance: string; id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("funds"))("entry.title") };
}

export default async function EntryPage({ params }: Props) {
  const { alliance, id } = await params;
  const [t, locale, entry] = await Promise.all([
    getTranslations("funds"),
    getLocale(),
    loadEntry(alliance, { id }),
  ]);
  const funds = entry.actions.edit
    ? await loadProjectFunds(alliance, { id: entry.projectId })
    : undefined;
  const over = isOver(entry.state) ? entry.state : undefined;
  return (
    <ClientMessages namespaces={["funds"]}>
      <PageHeader
        title={`${t(`flow.${entry.flow}`)} · ${entry.payee ?? entry.organizationName}`}
        badge={<StateBadge state={entry.state} />}
        breadcrumbs={[
          { href: `/a/${alliance}/funds`, label: t("title") },
          { href: `/a/${alliance}/funds/desk`, label: t("desk.title") },
          { label: entry.voucherNo },
        ]}
        description={over && t(`over.${over}`, { reason: entry.question ?? "" })}
        waitingFor={!over && <EntryWaiting entry={entry} />}
      />
      <p className="mb-4">
        <Link href={`/a/${alliance}/projects/${entry.projectId}?view=money`}>
          {entry.projectCode} {entry.projectTitle}
        </Link>
      </p>
      <div className="grid items-start gap-4 lg:grid-cols-2 lg:grid-rows-[auto_1fr]">
        <Panel title={t("entry.facts")}>
          <EntryFacts tenant={alliance} entry={entry} />
        </Panel>
        <div className="flex min-w-0 flex-col gap-4 lg:row-span-2">
          <Panel title={t("column.action")}>
            {entry.actions.blocked && (
              <div className="mb-3">
                <Notice tone="attention">{t(`blocked.${entry.actions.blocked}`)}</Notice>
              </div>
            )}
            <EntryMoves tenant={alliance} entry={entry} />
          </Panel>
          <Panel title={t("thread.title")}>
            <EntryThread tenant={alliance} entry={entry} />
          </Panel>
        </div>
        {entry.history.length > 0 && (
          <Panel title={t("entry.history")}>
            <EntryHistory entry={entry} />
          </Panel>
        )}
      </div>
      {funds && (
        <details className="mt-4 rounded border border-line bg-surface">
          <summary className="min-h-11 cursor-pointer px-4 py-2.5 font-medium">
            {t("entry.edit")}
          </summary>
          <div className="max-w-xl px-4 pt-2 pb-4">
            <EditEntryForm
              key={entry.version}
              tenant={alliance}
              entry={entry}
              lines={await lineOptions(funds.lines, locale)}
            />
          </div>
        </details>
      )}
    </ClientMessages>
  );
}
