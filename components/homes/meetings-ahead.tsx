import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { HomeMeeting } from "@/lib/features/homes/schema";
import { formatDay, formatInstant } from "@/lib/i18n/format";

type Props = { base: string; meetings: readonly HomeMeeting[]; office: boolean };

/** What the reader's own seat still owes the meeting. */
function OwnPart({ meeting, href }: { meeting: HomeMeeting; href: string }) {
  const t = useTranslations("homes.meeting");
  if (!meeting.mine) return null;
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <Link href={`${href}/me`} className="inline-block min-h-6">
        {t("mine")}
      </Link>
      {meeting.toCast > 0 && (
        <Link href={`${href}/me`} className="inline-block min-h-6 no-underline">
          <Badge tone="problem">{t("toCast", { count: meeting.toCast })}</Badge>
        </Link>
      )}
      {meeting.toDeclare > 0 && (
        <Link href={`${href}/me`} className="inline-block min-h-6 no-underline">
          <Badge tone="attention">{t("toDeclare", { count: meeting.toDeclare })}</Badge>
        </Link>
      )}
      {meeting.toCast + meeting.toDeclare === 0 && (
        <span className="text-muted">{t("nothing")}</span>
      )}
    </p>
  );
}

/** The meetings ahead, soonest first, with the deadline of the notice or the quorum outlook for those who prepare them. */
export function MeetingsAhead({ base, meetings, office }: Props) {
  const t = useTranslations("homes.meeting");
  const m = useTranslations("meetings");
  const locale = useLocale();
  if (meetings.length === 0) return <p className="text-sm text-muted">{t("none")}</p>;
  return (
    <ul className="flex flex-col divide-y divide-line">
      {meetings.map((meeting) => {
        const href = `${base}/meetings/${meeting.id}`;
        return (
          <li key={meeting.id} className="py-2 first:pt-0">
            <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <Link href={href} className="min-h-6 font-medium">
                {meeting.title}
              </Link>
              <Badge
                tone={
                  meeting.state === "noticed" || meeting.state === "draft" ? "neutral" : "attention"
                }
              >
                {m(`state.${meeting.state}`)}
              </Badge>
            </p>
            <p className="text-sm text-muted">
              {[
                formatInstant(new Date(meeting.scheduledAt), locale),
                (locale === "en" && meeting.body.nameEn) || meeting.body.name,
                meeting.place,
                t("papers", { count: meeting.papers }),
                office &&
                  meeting.seats > 0 &&
                  meeting.mode !== "correspondence" &&
                  t("expected", { expected: meeting.expected, seats: meeting.seats }),
                office &&
                  meeting.noticeUntil &&
                  t("noticeUntil", { day: formatDay(meeting.noticeUntil, locale) }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
            <OwnPart meeting={meeting} href={href} />
          </li>
        );
      })}
    </ul>
  );
}
