import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { bodyName } from "@/components/meetings/body-name";
import { Provenance } from "@/components/meetings/provenance";
import { ResultSheet } from "@/components/meetings/result-sheet";
import { DecisionThread } from "@/components/resolutions/decision-thread";
import { LifeEvents } from "@/components/resolutions/life-events";
import { ResolutionStateBadge } from "@/components/resolutions/state-badge";
import { ButtonLink, DownloadLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { loadResolution } from "@/lib/features/resolutions/loaders";
import { getResolutionInput } from "@/lib/features/resolutions/schema";
import { formatDay } from "@/lib/i18n/format";
import { Consequences } from "./_sections/consequences";
import { ResolutionText } from "./_sections/resolution-text";
import { Standing } from "./_sections/standing";

type Props = { params: Promise<{ alliance: string; decision: string }> };

const load = async (params: Props["params"]) => {
  const { alliance, decision } = await params;
  const input = getResolutionInput.safeParse({ resolutionId: decision });
  if (!input.success) notFound();
  return { alliance, resolution: await loadResolution(alliance, input.data) };
};

export async function generateMetadata({ params }: Props) {
  return { title: (await load(params)).resolution.title };
}

export default async function DecisionPage({ params }: Props) {
  const [t, m, locale, { alliance, resolution }] = await Promise.all([
    getTranslations("resolutions"),
    getTranslations("meetings"),
    getLocale(),
    load(params),
  ]);
  const base = `/a/${alliance}`;
  const body = bodyName(resolution.body, locale);
  const code = t("code", {
    body,
    year: String(resolution.year),
    number: String(resolution.number),
  });
  const { waiting } = resolution;
  return (
    <ClientMessages namespaces={["applications", "resolutions", "tasks", "organizations"]}>
      <PageHeader
        title={resolution.title}
        breadcrumbs={[{ href: `${base}/decisions`, label: t("title") }, { label: code }]}
        badge={
          <ResolutionStateBadge state={resolution.state} underReview={resolution.underReview} />
        }
        waitingFor={
          waiting.on !== "nobody" &&
          t("waiting.since", {
            what: t(`waiting.${waiting.on}`, { body }),
            day: formatDay(waiting.since, locale),
          })
        }
        actions={
          <>
            <ButtonLink href={`${base}/decisions/${resolution.id}/print`}>
              {t("print.page")}
            </ButtonLink>
            <DownloadLink href={`/api/documents/resolutions/${alliance}/${resolution.id}`}>
              {t("print.word")}
            </DownloadLink>
          </>
        }
      />
      <Standing resolution={resolution} />
      <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
        <div className="flex min-w-0 flex-col gap-4">
          <ResolutionText alliance={alliance} resolution={resolution} code={code} />
          <Consequences alliance={alliance} resolution={resolution} />
          <Panel title={m("sheet.title")}>
            <ResultSheet motion={resolution.motion} base={base} below />
          </Panel>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title={t("thread.title")}>
            <DecisionThread
              base={base}
              thread={resolution.thread}
              here="resolution"
              openApplication={resolution.may.openApplication}
            />
          </Panel>
          <Panel title={t("life.title")}>
            <LifeEvents base={base} events={resolution.events} causes={resolution.causes} />
          </Panel>
          {resolution.original && (
            <Panel>
              <Provenance tenant={alliance} {...resolution} download={resolution.may.download} />
            </Panel>
          )}
        </div>
      </div>
    </ClientMessages>
  );
}
