import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { CodePanel } from "@/components/meetings/code-panel";
import { Course } from "@/components/meetings/course";
import { LiveScreen } from "@/components/meetings/live-screen";
import { Meter } from "@/components/meetings/meter";
import { PresencePanel } from "@/components/meetings/presence-panel";
import { ProxyList } from "@/components/meetings/proxy-list";
import { ReadyLine } from "@/components/meetings/ready-line";
import { Panel } from "@/components/ui/panel";
import { DepartureForm } from "@/components/votes/departure-form";
import { loadLive } from "@/lib/features/meetings/loaders";
import { isSitting } from "@/lib/features/meetings/rules/edges";
import { liveInput } from "@/lib/features/meetings/schema/live";
import { ConsoleAgenda, CurrentItem } from "../_sections/console-parts";
import { Head } from "../_sections/head";
import { InDoubt } from "../_sections/in-doubt";

type Props = { params: Promise<{ alliance: string; meetingId: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("meetings.screen"))("console") };
}

/** The desk of the secretary and the chair: agenda, item, presence. */
export default async function ConsolePage({ params }: Props) {
  const { alliance, meetingId } = await params;
  const input = liveInput.safeParse({ meetingId });
  if (!input.success) notFound();
  const [t, meeting] = await Promise.all([
    getTranslations("meetings"),
    loadLive(alliance, input.data),
  ]);
  if (!meeting.may.run) notFound();
  const sits = isSitting(meeting.state) && meeting.mode !== "correspondence";
  const records = meeting.may.prepare && sits;
  return (
    <ClientMessages namespaces={["meetings", "bodies", "votes"]}>
      <LiveScreen tenant={alliance} meetingId={meeting.id} revision={meeting.revision}>
        <Head alliance={alliance} meeting={meeting} here="console" />
        {sits && (
          <div className="mb-4">
            <ReadyLine meeting={meeting} />
          </div>
        )}
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(14rem,1fr)_minmax(0,2fr)_minmax(18rem,1.3fr)]">
          <Panel title={t("agendaForm.title")}>
            <ConsoleAgenda alliance={alliance} meeting={meeting} />
          </Panel>
          <div className="flex min-w-0 flex-col gap-4">
            <CurrentItem alliance={alliance} meeting={meeting} />
            <Panel title={t("course.title")}>
              <Course tenant={alliance} meeting={meeting} />
            </Panel>
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            {meeting.mode !== "correspondence" && (
              <Panel title={t("meter.title")}>
                <Meter meeting={meeting} />
              </Panel>
            )}
            {records && (
              <Panel title={t("presence.title")}>
                <PresencePanel tenant={alliance} meetingId={meeting.id} seats={meeting.seats} />
                <DepartureForm tenant={alliance} meetingId={meeting.id} seats={meeting.seats} />
                <InDoubt alliance={alliance} meetingId={meeting.id} />
              </Panel>
            )}
            {records && (
              <Panel title={t("code.title")}>
                <CodePanel tenant={alliance} meetingId={meeting.id} hasCode={meeting.hasCode} />
              </Panel>
            )}
            {(meeting.mode !== "correspondence" || meeting.proxies.length > 0) && (
              <Panel title={t("proxy.title")}>
                <ProxyList tenant={alliance} meeting={meeting} accepts={meeting.may.run} />
              </Panel>
            )}
          </div>
        </div>
      </LiveScreen>
    </ClientMessages>
  );
}
