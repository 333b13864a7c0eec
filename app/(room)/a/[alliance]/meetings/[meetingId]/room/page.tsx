import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ItemVotes } from "@/app/(portal)/a/[alliance]/meetings/[meetingId]/_sections/item-votes";
import { ClientMessages } from "@/components/layout/client-messages";
import { CodePanel } from "@/components/meetings/code-panel";
import { LiveScreen } from "@/components/meetings/live-screen";
import { Meter } from "@/components/meetings/meter";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { loadLive } from "@/lib/features/meetings/loaders";
import { isSitting } from "@/lib/features/meetings/rules/edges";
import { liveInput } from "@/lib/features/meetings/schema/live";

type Props = { params: Promise<{ alliance: string; meetingId: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("meetings.screen"))("room") };
}

/** For the wall: one item, large; no names but the chair's, nothing that only some may read. */
export default async function RoomPage({ params }: Props) {
  const { alliance, meetingId } = await params;
  const input = liveInput.safeParse({ meetingId });
  if (!input.success) notFound();
  const [t, meeting] = await Promise.all([
    getTranslations("meetings"),
    loadLive(alliance, input.data),
  ]);
  const place = meeting.items.findIndex((one) => one.id === meeting.currentItemId);
  const item = meeting.items[place];
  const checking = meeting.state === "check_in" && meeting.may.prepare;
  return (
    <ClientMessages namespaces={["meetings", "votes"]}>
      <LiveScreen tenant={alliance} meetingId={meeting.id} revision={meeting.revision}>
        <header className="mb-8 flex flex-wrap items-center gap-4">
          <h1 className="text-2xl font-semibold lg:text-3xl">{meeting.title}</h1>
          <Badge tone={meeting.state === "open" ? "ok" : "attention"}>
            {t(`state.${meeting.state}`)}
          </Badge>
          {meeting.may.run && (
            <span className="ml-auto print:hidden">
              <ButtonLink href={`/a/${alliance}/meetings/${meeting.id}/console`} variant="quiet">
                {t("screen.console")}
              </ButtonLink>
            </span>
          )}
        </header>
        <div className="flex flex-col gap-10">
          {item ? (
            <section>
              <p className="text-xl text-muted">
                {t("room.item", { place: place + 1, all: meeting.items.length })}
              </p>
              <h2 className="mt-2 text-4xl leading-tight font-semibold text-balance lg:text-5xl">
                {item.title}
              </h2>
              {meeting.chairName && (
                <p className="mt-4 text-xl text-muted">
                  {t("course.chairs", { name: meeting.chairName })}
                </p>
              )}
            </section>
          ) : (
            <p className="text-3xl">{t(`room.${isSitting(meeting.state) ? "waiting" : "over"}`)}</p>
          )}
          {item && (
            <ItemVotes alliance={alliance} meetingId={meeting.id} itemId={item.id} view="room" />
          )}
          {meeting.headcount && <Meter meeting={meeting} large />}
          {checking && (
            <section className="max-w-sm">
              <h2 className="mb-2 text-xl font-semibold">{t("code.title")}</h2>
              <CodePanel tenant={alliance} meetingId={meeting.id} hasCode={meeting.hasCode} />
            </section>
          )}
        </div>
      </LiveScreen>
    </ClientMessages>
  );
}
