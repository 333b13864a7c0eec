import type {
  BulletinSnapshot,
  KeySnapshot,
  ReportView,
} from "@/lib/features/talent/schema/reports";
import type { Locale } from "@/lib/i18n/locales";
import { officialDay } from "@/lib/i18n/mail";
import { dayIn, homeZone } from "@/lib/kernel/dates";
import { fitLines, type Lines, orNone, type Say, sayIn } from "./report-lines";

/** A paper in words: the screen, the printed page and the Word file say the same. */
export type ReportPaper = {
  title: string;
  number: string;
  lines: Lines;
  closing: string[];
  notes: string[];
};

function bulletinLines(snapshot: BulletinSnapshot, say: Say): Lines {
  const { filled } = snapshot;
  const occupations = snapshot.occupations.map((row) => ({
    text: say.words((w) => w.talent.report.paper.occupationLine, {
      occupation: say.named(row),
      demands: say.count(row.demands),
      headcount: say.count(row.headcount),
      taken: say.count(row.taken),
      hired: say.count(row.hired),
    }),
  }));
  const skills = snapshot.skills.map(({ level, headcount }) => ({
    text: say.words((w) => w.talent.report.paper.skillLine, {
      level: say.words((w) => w.talent.skill[level]),
      headcount: say.count(headcount),
    }),
  }));
  const forms = snapshot.forms.map(({ form, matches, hired }) => ({
    text: say.words((w) => w.talent.report.paper.formLine, {
      form: say.words((w) => w.talent.match.form[form]),
      matches: say.count(matches),
      hired: say.count(hired),
    }),
  }));
  return [
    { text: say.words((w) => w.talent.report.paper.bulletinHeading), heading: true },
    {
      text: say.words((w) => w.talent.report.paper.bulletinCounts, {
        enterprises: say.count(snapshot.enterprises),
        demands: say.count(snapshot.demands),
        headcount: say.count(snapshot.headcount),
      }),
    },
    {
      text: say.words((w) => w.talent.report.paper.bulletinFilled, {
        part: say.count(filled.part),
        whole: say.count(filled.whole),
        percent: say.percent(filled.part, filled.whole),
      }),
    },
    { text: say.words((w) => w.talent.report.paper.occupationHeading), heading: true },
    ...orNone(occupations, say),
    { text: say.words((w) => w.talent.report.paper.skillHeading), heading: true },
    ...orNone(skills, say),
    { text: say.words((w) => w.talent.report.paper.formHeading), heading: true },
    ...orNone(forms, say),
  ];
}

function keyLines(snapshot: KeySnapshot, say: Say): Lines {
  const line = (row: KeySnapshot["industries"][number]) => ({
    text: say.words((w) => w.talent.report.paper.keyLine, {
      industry: say.named(row),
      offerings: say.count(row.offerings),
      schools: say.count(row.schools),
      employed:
        row.employed === null
          ? say.words((w) => w.talent.report.paper.unknown)
          : say.words((w) => w.talent.report.paper.employed, {
              count: say.count(row.employed),
              year: row.employedYear ?? "",
              source: row.source ?? "",
            }),
    }),
  });
  const of = (key: boolean) => snapshot.industries.filter((row) => row.key === key).map(line);
  const heading = say.words((w) => w.talent.report.paper.keyHeading, {
    count: snapshot.keyIndustries,
  });
  return [
    { text: heading, heading: true },
    ...orNone(of(true), say),
    { text: say.words((w) => w.talent.report.paper.otherHeading), heading: true },
    ...orNone(of(false), say),
  ];
}

function linesOf({ snapshot }: ReportView, say: Say): Lines {
  if (snapshot.kind === "fit") return fitLines(snapshot, say);
  return snapshot.kind === "bulletin" ? bulletinLines(snapshot, say) : keyLines(snapshot, say);
}

export function reportPaper(report: ReportView, locale: Locale): ReportPaper {
  const say = sayIn(locale);
  const { kind, year, edition, issuer, correction, note } = report;
  const day = (text: string) => officialDay(locale, dayIn(new Date(text), homeZone));
  const basis = say.words((w) => w.talent.report.paper.basis, { day: day(report.takenAt) });
  return {
    title: say.words((w) => w.talent.report.paper.title, {
      alliance: report.alliance,
      kind: say.words((w) => w.talent.report.kind[kind]),
      year,
    }),
    number:
      edition === null
        ? say.words((w) => w.talent.report.paper.draftNumber)
        : say.words((w) => w.talent.report.paper.number, { edition }),
    lines: [
      { text: basis },
      ...(correction
        ? [{ text: say.words((w) => w.talent.report.paper.correction, { reason: correction }) }]
        : []),
      ...(note ? [{ text: note }] : []),
      ...linesOf(report, say),
    ],
    closing: [issuer.name, ...(report.publishedAt ? [day(report.publishedAt)] : [])],
    notes: [say.words((w) => w.talent.report.paper.hash, { sha256: report.sha256 })],
  };
}
