import { mailWords } from "@/lib/i18n/mail";
import { clockIn } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { absoluteAddress } from "@/lib/platform/mail/address";
import { enqueueMails } from "@/lib/platform/mail/enqueue";
import type { Called } from "../queries/call-list";
import type { HeldMeeting } from "./hold";

type Kind = "notice" | "notice_again" | "cancel" | "postpone";

/** The key under which the mail of one call of one seat stands in the outbox: its receipt is found by it. */
export const noticeKey = (meetingId: string, version: number, seatId: string): string =>
  `meeting-notice:${meetingId}:${version}:${seatId}`;

/** One mail to everybody called who has an account; the others are told by the secretariat, who notes it. */
export async function mailNotice(
  tx: Tx,
  scope: TenantScope,
  meeting: HeldMeeting,
  called: readonly Called[],
  kind: Kind,
  reason = "",
): Promise<void> {
  const link = absoluteAddress(`/a/${scope.alliance.slug}/meetings/${meeting.id}`);
  const mails = called.flatMap((seat) => {
    if (!seat.email) return [];
    const language = seat.locale ?? "zh-CN";
    const values = {
      title: meeting.title,
      alliance: scope.alliance.name,
      at: `${meeting.heldOn} ${clockIn(meeting.scheduledAt, scope.alliance.timeZone)}`,
      place: [meeting.place, meeting.link].filter(Boolean).join(" "),
      link,
      reason,
    };
    return [
      {
        dedupeKey: noticeKey(meeting.id, meeting.version + 1, seat.seatId),
        recipient: seat.email,
        subject: mailWords(language, ({ meetings }) => meetings.mail[kind].subject, values),
        body: mailWords(language, ({ meetings }) => meetings.mail[kind].body, values),
      },
    ];
  });
  await enqueueMails(tx, mails);
}
