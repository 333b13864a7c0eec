import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { DraftForm } from "@/components/minutes/steps";
import { MinutesWaiting } from "@/components/minutes/waiting";
import { DecisionThread } from "@/components/resolutions/decision-thread";
import { Badge } from "@/components/ui/badge";
import { ButtonLink, DownloadLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { loadMinutes } from "@/lib/features/minutes/loaders";
import { getMinutesInput } from "@/lib/features/minutes/schema";
import { formatDay } from "@/lib/i18n/format";
import { MinutesSide } from "./_sections/minutes-side";
import { MinutesText } from "./_sections/minutes-text";

type Props = { params: Promise<{ alliance: string; meetingId: string }> };

const load = async (params: Props["params"]) => {
  const { alliance, meetingId } = await params;
  const input = getMinutesInput.safeParse({ meetingId });
  if (!input.success) notFound();
  return { alliance, page: await loadMinutes(alliance, input.data) };
};

export async function generateMetadata() {
  return { title: (await getTranslations("minutes"))("title") };
}

export default async function MinutesPage({ params }: Props) {
  const [t, r, locale, { alliance, page }] = await Promise.all([
    getTranslations("minutes"),
    getTranslations("resolutions"),
    getLocale(),
    load(params),
  ]);
  const base = `/a/${alliance}`;
  const { meeting, minutes } = page;
  const here = `${base}/meetings/${meeting.id}`;
  const waits = minutes ? minutes.waiting.on !== "nobody" && !minutes.publicOnly : page.due.ended;
  return (
    <ClientMessages namespaces={["minutes"]}>
      <PageHeader
        title={`${t("title")} · ${meeting.title}`}
        breadcrumbs={[{ href: here, label: meeting.title }, { label: t("title") }]}
        badge={
          minutes && (
            <>
              <Badge>{t(`state.${minutes.state}`)}</Badge>
              {minutes.publicOnly && <Badge>{t("publicVersion")}</Badge>}
            </>
          )
        }
        waitingFor={waits && <MinutesWaiting page={page} />}
        actions={
          minutes && (
            <>
              <ButtonLink href={`${here}/minutes/print`}>{t("print")}</ButtonLink>
              <DownloadLink href={`/api/documents/minutes/${alliance}/${meeting.id}`}>
                {t("word")}
              </DownloadLink>
            </>
          )
        }
      />
      {minutes ? (
        <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
          <MinutesText tenant={alliance} minutes={minutes} />
          <div className="flex min-w-0 flex-col gap-4">
            <MinutesSide alliance={alliance} meeting={meeting} minutes={minutes} />
            {minutes.threads.map((thread) => (
              <Panel key={thread.item.id} title={r("thread.title")}>
                <DecisionThread base={base} thread={thread} here="minutes" />
              </Panel>
            ))}
          </div>
        </div>
      ) : (
        <EmptyState
          title={page.due.ended ? t("none") : t("notEnded")}
          hint={page.due.by ? t("dueBy", { day: formatDay(page.due.by, locale) }) : t("noneHint")}
          action={page.mayDraft && <DraftForm tenant={alliance} meetingId={meeting.id} />}
        />
      )}
    </ClientMessages>
  );
}
