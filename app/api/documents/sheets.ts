import type { ArchiveView } from "@/lib/features/minutes/schema";
import { mailWords, officialInstant } from "@/lib/i18n/mail";
import { homeZone } from "@/lib/kernel/dates";
import type { OfficialPaper } from "@/lib/platform/documents/official";

const LANGUAGE = "zh-CN";
const say = (pick: Parameters<typeof mailWords>[1], values: Record<string, string | number> = {}) =>
  mailWords(LANGUAGE, pick, values);
const instant = (text: string) => officialInstant(LANGUAGE, new Date(text), homeZone);

const introOf = ({ meeting }: ArchiveView) => [
  {
    text: say((w) => w.minutes.official.sheetText, {
      at: instant(meeting.scheduledAt),
      body: meeting.bodyName,
      place: meeting.place ?? say((w) => w.minutes.draft.noPlace),
    }),
  },
];

/** Before the meeting a list to sign on; after it who was there, and when. */
export function signInPaper(archive: ArchiveView): OfficialPaper {
  const { meeting, seats, signIn } = archive;
  const title = say((w) => w.minutes.official.signInTitle, { title: meeting.title });
  if (signIn.length === 0) {
    const head = say((w) => w.minutes.official.signInBlank).split(",");
    const rows = seats.map(({ number, name }) => [String(number), name, "", ""]);
    return { title, body: introOf(archive), table: { head, rows } };
  }
  const head = say((w) => w.minutes.official.signInHead).split(",");
  const clock = (text: string | null) => (text ? instant(text).slice(-5) : "");
  const rows = signIn.map((line) => [
    String(line.number),
    line.holderName,
    say((w) => w.meetings.attendanceStatus[line.status]),
    line.personName ?? "",
    [clock(line.cameAt), clock(line.leftAt)].filter(Boolean).join("–"),
  ]);
  return { title, body: introOf(archive), table: { head, rows } };
}

/** Every vote with its counts; of a named one every ballot, of a secret one nobody's (I-09). */
export function ballotsPaper(archive: ArchiveView): OfficialPaper {
  const { meeting, votes } = archive;
  const head = say((w) => w.minutes.official.ballotsHead).split(",");
  const rows = votes.flatMap((vote) => {
    const method = say((w) => w.meetings.method[vote.method]);
    const counts = say((w) => w.minutes.official.ballotsCounts, {
      yes: vote.yes,
      no: vote.no,
      abstain: vote.abstain,
      invalid: vote.invalid,
    });
    return [
      ...vote.ballots.map(({ number, holderName, choice }) => [
        vote.item,
        method,
        `${number} ${holderName}`,
        say((w) => w.minutes.archiveFile.choice[choice]),
      ]),
      [vote.item, method, counts, say((w) => w.bodies.outcome[vote.outcome])],
    ];
  });
  return {
    title: say((w) => w.minutes.official.ballotsTitle, { title: meeting.title }),
    body: introOf(archive),
    table: { head, rows },
  };
}
