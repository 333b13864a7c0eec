import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { EditionBadge } from "@/components/reports/badges";
import { ChapterTable } from "@/components/reports/chapter-table";
import { ChapterText } from "@/components/reports/chapter-text";
import { EditionFacts } from "@/components/reports/edition-facts";
import { EditionNumbers } from "@/components/reports/edition-numbers";
import { EditionHistory } from "@/components/reports/history";
import { readChapters } from "@/components/reports/read-chapters";
import { WaitingLine } from "@/components/reports/waiting-line";
import { ButtonLink, DownloadLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { isApproved } from "@/lib/features/reports/rules/states";
import { type EditionProps, editionOf } from "./_sections/load";
import { SmallNumbersPanel } from "./_sections/small-numbers";
import { EditionSteps } from "./_sections/steps";

export async function generateMetadata({ params }: EditionProps) {
  return { title: (await editionOf(params)).edition.title };
}

export default async function EditionPage({ params }: EditionProps) {
  const [t, { alliance, edition }] = await Promise.all([
    getTranslations("reports"),
    editionOf(params),
  ]);
  const base = `/a/${alliance}`;
  const { inside } = edition;
  const texts = readChapters(edition);
  const changed = edition.figures.filter(({ present }) => present !== null).length;
  return (
    <ClientMessages namespaces={["reports"]}>
      <PageHeader
        title={edition.title}
        breadcrumbs={[{ href: `${base}/reports`, label: t("title") }, { label: edition.title }]}
        badge={<EditionBadge state={edition.state} />}
        waitingFor={inside && inside.waiting !== "nobody" && <WaitingLine {...inside} />}
        actions={
          texts.length > 0 && (
            <>
              <ButtonLink href={`${base}/reports/${edition.id}/print`}>{t("print")}</ButtonLink>
              <DownloadLink href={`/api/documents/reports/${alliance}/${edition.id}`}>
                {t("word")}
              </DownloadLink>
            </>
          )
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_22rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {!inside && <p className="text-sm text-muted">{t("publicNote")}</p>}
          {inside && isApproved(edition.state) && <Notice tone="ok">{t("approvedNote")}</Notice>}
          {changed > 0 && <Notice tone="attention">{t("changedSince", { count: changed })}</Notice>}
          {inside?.stateReason && (
            <Notice tone="attention">{t("returnedFor", { reason: inside.stateReason })}</Notice>
          )}
          <Panel title={t("facts")}>
            <EditionFacts edition={edition} base={base} />
          </Panel>
          {inside && (
            <section>
              <h2 className="mb-2 text-base font-semibold">{t("sections")}</h2>
              <ChapterTable edition={edition} base={`${base}/reports`} />
            </section>
          )}
          {inside && (
            <SmallNumbersPanel alliance={alliance} editionId={edition.id} inside={inside} />
          )}
          {(!inside || isApproved(edition.state)) &&
            texts.map(({ id, title, text }) => (
              <Panel key={id} title={title}>
                <ChapterText body={text} figures={edition.figures} />
              </Panel>
            ))}
          {edition.state !== "outline" && <EditionNumbers edition={edition} />}
        </div>
        {inside && (
          <div className="flex min-w-0 flex-col gap-4">
            <EditionSteps alliance={alliance} edition={edition} inside={inside} />
            <Panel title={t("history")}>
              <EditionHistory events={inside.events} />
            </Panel>
          </div>
        )}
      </div>
    </ClientMessages>
  );
}
