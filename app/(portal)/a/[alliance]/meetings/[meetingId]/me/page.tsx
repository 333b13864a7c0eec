import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { LiveScreen } from "@/components/meetings/live-screen";
import { Meter } from "@/components/meetings/meter";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { loadLive } from "@/lib/features/meetings/loaders";
import { liveInput } from "@/lib/features/meetings/schema/live";
import { Head, MeetingFacts } from "../_sections/head";
import { MyAgenda, MySeats } from "../_sections/my-parts";

type Props = { params: Promise<{ alliance: string; meetingId: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("meetings.screen"))("me") };
}

/** A delegate's own page, for a phone: answer, check in, declare, vote. */
export default async function MyMeetingPage({ params }: Props) {
  const { alliance, meetingId } = await params;
  const input = liveInput.safeParse({ meetingId });
  if (!input.success) notFound();
  const [t, meeting] = await Promise.all([
    getTranslations("meetings"),
    loadLive(alliance, input.data),
  ]);
  const seats = meeting.seats.filter((seat) =>
    meeting.mine.some((own) => own.seatId === seat.seatId),
  );
  const online = seats.some((seat) => seat.present?.mode === "online");
  return (
    <ClientMessages namespaces={["meetings", "bodies", "votes"]}>
      <LiveScreen
        tenant={alliance}
        meetingId={meeting.id}
        revision={meeting.revision}
        reads={seats.length > 0}
        online={online}
      >
        <div className="mx-auto max-w-2xl">
          <Head alliance={alliance} meeting={meeting} here="me" />
          {seats.length === 0 ? (
            <EmptyState title={t("mine.none")} hint={t("mine.noneHint")} />
          ) : (
            <div className="flex flex-col gap-4">
              <MySeats alliance={alliance} meeting={meeting} seats={seats} />
              <MyAgenda alliance={alliance} meeting={meeting} seats={seats} />
              {meeting.headcount && (
                <Panel title={t("meter.title")}>
                  <Meter meeting={meeting} />
                </Panel>
              )}
              <Panel title={t("facts")}>
                <MeetingFacts meeting={meeting} />
              </Panel>
            </div>
          )}
        </div>
      </LiveScreen>
    </ClientMessages>
  );
}
