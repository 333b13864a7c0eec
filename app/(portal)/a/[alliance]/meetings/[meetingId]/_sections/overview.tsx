import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { AgendaList } from "@/components/meetings/agenda-list";
import { CallAgain } from "@/components/meetings/course";
import { AddItemForm, ItemTools } from "@/components/meetings/item-form";
import { LiveScreen } from "@/components/meetings/live-screen";
import { Preparation } from "@/components/meetings/preparation";
import { ProxyList } from "@/components/meetings/proxy-list";
import { ProxyForm } from "@/components/meetings/seat-forms";
import { AnswerSummary, SeatTable } from "@/components/meetings/seat-table";
import { ToldForm } from "@/components/meetings/told-form";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { loadLive } from "@/lib/features/meetings/loaders";
import { isComing } from "@/lib/features/meetings/rules/edges";
import type { LiveMeeting } from "@/lib/features/meetings/schema/live";
import { loadThreads } from "@/lib/features/resolutions/loaders";
import { Aftermath } from "./aftermath";
import { Head, MeetingFacts } from "./head";
import { ItemThread } from "./item-thread";
import { ItemVotes } from "./item-votes";
import { linksFor } from "./links";
import { Papers } from "./papers";

type Props = { alliance: string; meetingId: string };

/** A meeting before and after it is held: who, when, what about, and what came of it. */
export async function Overview({ alliance, meetingId }: Props) {
  const [t, meeting] = await Promise.all([
    getTranslations("meetings"),
    loadLive(alliance, { meetingId }),
  ]);
  const prepares = meeting.may.prepare && isComing(meeting.state);
  return (
    <ClientMessages namespaces={["meetings", "bodies", "votes", "alliances", "memberships"]}>
      <LiveScreen
        tenant={alliance}
        meetingId={meeting.id}
        revision={meeting.revision}
        reads={meeting.mine.length > 0}
      >
        <Head alliance={alliance} meeting={meeting} />
        <div className="grid items-start gap-4 lg:grid-cols-3">
          <div className="flex min-w-0 flex-col gap-4 lg:col-span-2">
            <Panel title={t("facts")}>
              <MeetingFacts meeting={meeting} />
            </Panel>
            <Related alliance={alliance} meeting={meeting} />
            {/* Before a meeting its agenda is what everybody comes for; afterwards its minutes. */}
            {!isComing(meeting.state) && <Aftermath alliance={alliance} meetingId={meeting.id} />}
            <Agenda alliance={alliance} meeting={meeting} />
            {isComing(meeting.state) && <Aftermath alliance={alliance} meetingId={meeting.id} />}
            <Papers alliance={alliance} meetingId={meeting.id} />
            {meeting.seats.length > 0 && (
              <Panel
                title={t("called.title")}
                description={<AnswerSummary seats={meeting.seats} />}
              >
                <SeatTable
                  seats={meeting.seats}
                  {...(prepares && {
                    tools: (seat) => (
                      <ToldForm tenant={alliance} meetingId={meeting.id} seatId={seat.seatId} />
                    ),
                  })}
                />
              </Panel>
            )}
          </div>
          <aside className="flex min-w-0 flex-col gap-4 print:hidden">
            {prepares && (
              <Panel title={t("prepare.title")}>
                <div className="flex flex-col gap-3">
                  <Preparation tenant={alliance} meeting={meeting} />
                  {meeting.state !== "draft" && (
                    <ButtonLink
                      href={`/a/${alliance}/meetings/record?from=${meeting.id}&body=${meeting.body.id}&day=${meeting.heldOn}`}
                      variant="quiet"
                    >
                      {t("prepare.fromPaper")}
                    </ButtonLink>
                  )}
                </div>
              </Panel>
            )}
            {meeting.state === "inquorate" &&
              meeting.may.prepare &&
              meeting.continuedBy.length === 0 && (
                <Panel title={t("course.callAgain")}>
                  <CallAgain tenant={alliance} meeting={meeting} />
                </Panel>
              )}
            {meeting.seats.length > 0 && (
              <Panel title={t("proxy.title")}>
                <div className="flex flex-col gap-3">
                  <ProxyList tenant={alliance} meeting={meeting} accepts={meeting.may.run} />
                  {prepares && <ProxyForm tenant={alliance} meeting={meeting} />}
                </div>
              </Panel>
            )}
          </aside>
        </div>
      </LiveScreen>
    </ClientMessages>
  );
}

async function Agenda({ alliance, meeting }: { alliance: string; meeting: LiveMeeting }) {
  const t = await getTranslations("meetings");
  const prepares = meeting.may.prepare && isComing(meeting.state);
  const links = prepares ? await linksFor(alliance) : null;
  const threads = (await loadThreads(alliance, { meetingId: meeting.id })).items;
  return (
    <Panel title={t("agendaForm.title")}>
      <div className="flex flex-col gap-4">
        {meeting.items.length === 0 && (
          <EmptyState title={t("agendaForm.empty")} hint={t("agendaForm.emptyHint")} />
        )}
        <AgendaList tenant={alliance} items={meeting.items} download={meeting.may.download}>
          {(item) => (
            <>
              <ItemVotes
                alliance={alliance}
                meetingId={meeting.id}
                itemId={item.id}
                view="record"
              />
              <ItemThread alliance={alliance} threads={threads} itemId={item.id} />
              {links && item.state === "planned" && (
                <ItemTools tenant={alliance} meeting={meeting} item={item} links={links} />
              )}
            </>
          )}
        </AgendaList>
        {links && <AddItemForm tenant={alliance} meeting={meeting} links={links} />}
      </div>
    </Panel>
  );
}

/** The meeting that this one continues, and those that continue it. */
async function Related({ alliance, meeting }: { alliance: string; meeting: LiveMeeting }) {
  const t = await getTranslations("meetings.related");
  const link = (one: { id: string; title: string }) => (
    <Link key={one.id} href={`/a/${alliance}/meetings/${one.id}`}>
      {one.title}
    </Link>
  );
  if (!meeting.continues && meeting.continuedBy.length === 0) return null;
  return (
    <Notice>
      {meeting.continues && (
        <p>
          {t("continues")} {link(meeting.continues)}
        </p>
      )}
      {meeting.continuedBy.map((one) => (
        <p key={one.id}>
          {t("continuedBy")} {link(one)}
        </p>
      ))}
    </Notice>
  );
}
