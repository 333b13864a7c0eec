import type { MinutesPage, NoticeView } from "@/lib/features/minutes/schema";
import type { ResolutionView } from "@/lib/features/resolutions/schema";
import { mailWords, officialDay, officialInstant } from "@/lib/i18n/mail";
import { dayIn, homeZone } from "@/lib/kernel/dates";
import type { OfficialPaper } from "@/lib/platform/documents/official";

/** Official papers are in the language of the alliances, whoever fetches them. */
const LANGUAGE = "zh-CN";
const say = (pick: Parameters<typeof mailWords>[1], values: Record<string, string | number> = {}) =>
  mailWords(LANGUAGE, pick, values);
const day = (text: string) => officialDay(LANGUAGE, text);
const instantDay = (text: string) => day(dayIn(new Date(text), homeZone));
const seal = () => say((w) => w.minutes.official.seal);

const resolutionTitle = ({ body, year, number }: ResolutionView): string =>
  say((w) => w.resolutions.code, { body: body.name, year, number });

export function noticePaper({ meeting, items, seats }: NoticeView): OfficialPaper {
  const { title, bodyName, mode, place } = meeting;
  return {
    title: say((w) => w.minutes.official.noticeTitle, { title }),
    body: [
      {
        text: say((w) => w.minutes.official.noticeText, {
          at: officialInstant(LANGUAGE, new Date(meeting.scheduledAt), homeZone),
          mode: say((w) => w.meetings.mode[mode]),
          place: place ?? say((w) => w.minutes.draft.noPlace),
          title,
        }),
      },
      { text: say((w) => w.minutes.official.noticeAgenda), heading: true },
      ...items.map((item) => ({ text: say((w) => w.minutes.official.noticeItem, item) })),
      { text: say((w) => w.minutes.official.noticeRecipients), heading: true },
      ...seats.map((seat) => ({ text: say((w) => w.minutes.official.noticeRecipient, seat) })),
      ...(meeting.waiver
        ? [{ text: say((w) => w.minutes.official.noticeWaiver, { reason: meeting.waiver }) }]
        : []),
    ],
    closing: [bodyName, seal(), ...(meeting.noticedAt ? [instantDay(meeting.noticedAt)] : [])],
  };
}

export function resolutionPaper(resolution: ResolutionView): OfficialPaper {
  const { body, title, text, adoptedOn, effectiveFrom } = resolution;
  return {
    title: say((w) => w.minutes.official.resolutionTitle, { body: body.name, title }),
    number: resolutionTitle(resolution),
    subtitle: say((w) => w.minutes.official.adoptedOn, { day: day(adoptedOn), body: body.name }),
    body: [
      ...text.split("\n").map((part) => ({ text: part })),
      { text: say((w) => w.minutes.official.effective, { day: day(effectiveFrom) }) },
    ],
    closing: [body.name, seal(), day(adoptedOn)],
  };
}

const headings = new Set(["item"]);

/** The confirmed text with its number, its errata and its hash; before that it says that it is a draft. */
export function minutesPaper({ meeting, minutes }: MinutesPage): OfficialPaper | undefined {
  if (!minutes) return undefined;
  const { year, number, sha256, confirmedAt } = minutes;
  const official =
    year !== null && number !== null
      ? say((w) => w.minutes.official.number, { body: meeting.body.name, year, number })
      : say((w) => w.minutes.official.draftNumber);
  const signed = minutes.signatures.flatMap((one) => (one.signedAt ? [one.personName] : []));
  const errata = minutes.errata.filter(({ approvedAt }) => approvedAt !== null);
  return {
    title: say((w) => w.minutes.official.minutesTitle, { title: meeting.title }),
    number: official,
    body: minutes.paragraphs.map(({ text, part }, index) => ({
      text,
      // The first line of an item names it.
      heading:
        headings.has(part) &&
        minutes.paragraphs[index - 1]?.itemId !== minutes.paragraphs[index]?.itemId,
    })),
    closing: [
      ...(signed.length > 0
        ? [say((w) => w.minutes.official.signed) + signed.join(say((w) => w.minutes.draft.and))]
        : []),
      meeting.body.name,
      seal(),
      instantDay(confirmedAt ?? meeting.heldAt),
    ],
    notes: [
      ...errata.map((one) =>
        say((w) => w.minutes.official.erratum, {
          number: one.number,
          kind: say((w) => w.minutes.erratum.kind[one.kind]),
          old: one.oldText,
          new: one.newText,
          reason: one.reason,
        }),
      ),
      ...(sha256 ? [say((w) => w.minutes.official.hash, { sha256 })] : []),
    ],
  };
}
