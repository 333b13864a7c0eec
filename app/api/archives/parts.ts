import { minutesPaper, noticePaper, resolutionPaper } from "@/app/api/documents/papers";
import { getMinutesQuery } from "@/lib/features/minutes/procedures";
import type { ArchiveView } from "@/lib/features/minutes/schema";
import { getResolutionQuery } from "@/lib/features/resolutions/procedures";
import { mailWords, officialInstant } from "@/lib/i18n/mail";
import { homeZone } from "@/lib/kernel/dates";
import { ask } from "@/lib/platform/corridor/faces";
import type { Call } from "@/lib/platform/corridor/invoke";
import type { IndexLine, Part } from "@/lib/platform/documents/archive";
import { csvBytes } from "@/lib/platform/documents/csv";
import { writeOfficial } from "@/lib/platform/documents/official";
import { openFile } from "@/lib/platform/files/store";

const LANGUAGE = "zh-CN";
export const say = (
  pick: Parameters<typeof mailWords>[1],
  values: Record<string, string | number> = {},
) => mailWords(LANGUAGE, pick, values);
export const instant = (at: Date) => officialInstant(LANGUAGE, at, homeZone);

type Stored = { name: string; sha256: string };

/** A stored file under its own name; a name is no path. */
const storedPart = (folder: string, { name, sha256 }: Stored): Part => ({
  name: `${folder}/${name.replace(/[\\/]/g, "_")}`,
  stored: true,
  open: async () => (await openFile(sha256))?.stream as AsyncIterable<Uint8Array> | undefined,
});

function signIn({ signIn: lines }: ArchiveView): Uint8Array {
  const at = (text: string | null) => (text ? instant(new Date(text)) : "");
  return csvBytes([
    say((w) => w.minutes.archiveFile.signInHead).split(","),
    ...lines.map((line) => [
      line.number,
      line.holderName,
      say((w) => w.meetings.attendanceStatus[line.status]),
      line.personName,
      line.capacity && say((w) => w.minutes.draft.capacity[line.capacity ?? "principal"]),
      line.mode && say((w) => w.minutes.draft.mode[line.mode ?? "room"]),
      at(line.cameAt),
      at(line.leftAt),
    ]),
  ]);
}

/** Named votes seat by seat, then their counts; of a secret vote the counts alone. */
function ballots({ votes }: ArchiveView): Uint8Array {
  return csvBytes([
    say((w) => w.minutes.archiveFile.ballotsHead).split(","),
    ...votes.flatMap((vote) => {
      const head = [vote.item, vote.text, say((w) => w.meetings.method[vote.method])];
      const nothing = ["", "", "", "", "", "", ""];
      return [
        ...vote.ballots.map(({ number, holderName, choice }) => [
          ...head,
          number,
          holderName,
          say((w) => w.minutes.archiveFile.choice[choice]),
          ...nothing,
        ]),
        [
          ...head,
          "",
          "",
          vote.method === "secret" ? say((w) => w.minutes.archiveFile.secret) : "",
          vote.yes,
          vote.no,
          vote.abstain,
          vote.invalid,
          vote.present,
          vote.recused,
          say((w) => w.bodies.outcome[vote.outcome]),
        ],
      ];
    }),
  ]);
}

/** The files of a meeting in the order of its course; each is made when its turn comes. */
export function* archiveParts(call: Call, archive: ArchiveView): Generator<Part> {
  const name = (pick: Parameters<typeof mailWords>[1]) => say(pick);
  const { meeting } = archive;
  yield {
    name: name((w) => w.minutes.archiveFile.notice),
    open: () => writeOfficial(noticePaper(archive)),
  };
  yield { name: name((w) => w.minutes.archiveFile.signIn), open: async () => signIn(archive) };
  for (const letter of archive.letters) {
    yield storedPart(
      name((w) => w.minutes.archiveFile.letters),
      letter,
    );
  }
  for (const paper of archive.papers) {
    const folder = name((w) => w.minutes.archiveFile.papers);
    yield storedPart(folder, { ...paper, name: `${paper.order}-${paper.name}` });
  }
  yield { name: name((w) => w.minutes.archiveFile.ballots), open: async () => ballots(archive) };
  yield {
    name: name((w) => w.minutes.archiveFile.minutes),
    open: async () => {
      const paper = minutesPaper(await ask(getMinutesQuery, call, { meetingId: meeting.id }));
      return paper && writeOfficial(paper);
    },
  };
  for (const resolutionId of archive.resolutionIds) {
    yield* resolutionPart(call, resolutionId, archive.resolutionIds.indexOf(resolutionId) + 1);
  }
  if (archive.original) {
    yield storedPart(
      name((w) => w.minutes.archiveFile.original),
      archive.original,
    );
  }
}

function* resolutionPart(call: Call, resolutionId: string, order: number): Generator<Part> {
  const folder = say((w) => w.minutes.archiveFile.resolutions);
  yield {
    name: `${folder}/${order}.docx`,
    open: async () =>
      writeOfficial(resolutionPaper(await ask(getResolutionQuery, call, { resolutionId }))),
  };
}

/** The list of what is inside, as sha256sum writes it. */
export const indexText = (title: string, made: Date, lines: readonly IndexLine[]): string =>
  [
    say((w) => w.minutes.archiveFile.indexTitle, { title }),
    say((w) => w.minutes.archiveFile.indexMade, { at: instant(made) }),
    "",
    ...lines.map((line) =>
      "missing" in line
        ? say((w) => w.minutes.archiveFile.indexMissing, { name: line.name })
        : say((w) => w.minutes.archiveFile.indexLine, line),
    ),
    "",
  ].join("\n");
