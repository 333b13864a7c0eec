import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { AgendaItem } from "@/components/meetings/agenda-item";
import { AttendanceList } from "@/components/meetings/attendance-list";
import { bodyName } from "@/components/meetings/body-name";
import { Provenance } from "@/components/meetings/provenance";
import { Badge } from "@/components/ui/badge";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import type { MeetingView } from "@/lib/features/meetings/schema/record";
import { loadThreads } from "@/lib/features/resolutions/loaders";
import { formatInstant, nothing } from "@/lib/i18n/format";
import { Admit } from "./admit";
import { Aftermath } from "./aftermath";
import { ItemThread } from "./item-thread";
import { Papers } from "./papers";

/** What the paper of a meeting said. */
export async function Recorded({ alliance, meeting }: { alliance: string; meeting: MeetingView }) {
  const [t, locale, { items: threads }] = await Promise.all([
    getTranslations("meetings"),
    getLocale(),
    loadThreads(alliance, { meetingId: meeting.id }),
  ]);
  const base = `/a/${alliance}`;
  return (
    <ClientMessages namespaces={["applications"]}>
      <PageHeader
        title={meeting.title}
        breadcrumbs={[{ href: `${base}/meetings`, label: t("title") }, { label: meeting.title }]}
        badge={
          <>
            <Badge>{t(`state.${meeting.state}`)}</Badge>
            <Badge>{t("recordOnly")}</Badge>
          </>
        }
      />
      <div className="flex flex-col gap-4">
        <Panel title={t("facts")}>
          <div className="flex flex-col gap-4">
            <Facts
              items={[
                { label: t("column.body"), value: bodyName(meeting.body, locale) },
                {
                  label: t("column.heldAt"),
                  value: formatInstant(new Date(meeting.heldAt), locale),
                },
                { label: t("field.mode"), value: t(`mode.${meeting.mode}`) },
                { label: t("field.place"), value: meeting.place ?? nothing },
              ]}
            />
            <Provenance tenant={alliance} {...meeting} download={meeting.may.download} />
          </div>
        </Panel>
        {meeting.attendance.length > 0 && (
          <Panel
            title={t("attendance")}
            description={t("seatsSummary", {
              all: meeting.seatsAll ?? nothing,
              filled: meeting.seatsFilled ?? nothing,
            })}
          >
            <AttendanceList lines={meeting.attendance} />
          </Panel>
        )}
        <Aftermath alliance={alliance} meetingId={meeting.id} />
        <Papers alliance={alliance} meetingId={meeting.id} />
        <h2 className="text-base font-semibold">{t("agenda")}</h2>
        {meeting.items.map((item) => (
          <AgendaItem
            key={item.id}
            tenant={alliance}
            item={item}
            openApplication={meeting.may.openApplication}
          >
            {meeting.may.admit && <Admit tenant={alliance} item={item} />}
            <ItemThread alliance={alliance} threads={threads} itemId={item.id} />
          </AgendaItem>
        ))}
      </div>
    </ClientMessages>
  );
}
