import type { FitSnapshot } from "@/lib/features/talent/schema/reports";
import { formatCount, formatRatio } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { mailWords } from "@/lib/i18n/mail";

export type Lines = { text: string; heading?: boolean }[];
export type Say = ReturnType<typeof sayIn>;
type Named = { name: string; nameEn: string | null };

export const sayIn = (locale: Locale) => {
  const say = (
    pick: Parameters<typeof mailWords>[1],
    values: Record<string, string | number> = {},
  ) => mailWords(locale, pick, values);
  return {
    words: say,
    count: (n: number) => formatCount(n, locale),
    percent: (part: number, whole: number) => formatRatio(part, whole, locale),
    named: (one: Named) => (locale === "en" && one.nameEn) || one.name,
    none: { text: say((w) => w.talent.report.paper.none) },
    locale,
  };
};

export const orNone = (lines: Lines, say: Say): Lines => (lines.length > 0 ? lines : [say.none]);

/** Thousandths as a signed percentage: 500 → "+50%". */
function signed(thousandths: number): string {
  const percent = Math.abs(thousandths) / 10;
  return `${thousandths < 0 ? "−" : "+"}${percent}%`;
}

function structureLines(snapshot: FitSnapshot, say: Say): Lines {
  if (snapshot.students === 0 || snapshot.employed === 0) {
    return [{ text: say.words((w) => w.talent.report.paper.structureNone) }];
  }
  return snapshot.industries.map((row) => ({
    text: say.words((w) => w.talent.report.paper.structureLine, {
      industry: say.named(row),
      offerings: say.count(row.offerings),
      students: say.count(row.students),
      employed: say.count(row.employed),
      year: row.employedYear ?? say.words((w) => w.talent.report.paper.unknown),
      deviation:
        row.deviation === null
          ? say.words((w) => w.talent.report.paper.unknown)
          : signed(row.deviation),
    }),
  }));
}

export function fitLines(snapshot: FitSnapshot, say: Say): Lines {
  const { fit } = snapshot;
  const gaps = snapshot.gaps.map((row) => ({
    text: say.words((w) => w.talent.report.paper.gapLine, {
      occupation: say.named(row),
      demand: say.count(row.demand),
      supply: say.count(row.supply),
      gap: say.count(row.gap),
    }),
  }));
  const overlap = snapshot.overlap.map((row) => ({
    text: say.words((w) => w.talent.report.paper.overlapLine, {
      programme: row.name,
      level: say.words((w) => w.programmes.level[row.level]),
      schools: row.schools,
    }),
  }));
  return [
    { text: say.words((w) => w.talent.report.paper.fitHeading), heading: true },
    {
      text: say.words((w) => w.talent.report.paper.fitFormula, {
        part: say.count(fit.part),
        whole: say.count(fit.whole),
        percent: say.percent(fit.part, fit.whole),
      }),
    },
    {
      text: say.words((w) => w.talent.report.paper.fitCounts, {
        schools: say.count(snapshot.schools),
        programmes: say.count(snapshot.programmes),
        offerings: say.count(snapshot.offerings),
      }),
    },
    { text: say.words((w) => w.talent.report.paper.structureHeading), heading: true },
    {
      text: say.words((w) => w.talent.report.paper.structureFormula, {
        students: say.count(snapshot.students),
        employed: say.count(snapshot.employed),
      }),
    },
    ...orNone(structureLines(snapshot, say), say),
    { text: say.words((w) => w.talent.report.paper.gapHeading), heading: true },
    { text: say.words((w) => w.talent.report.paper.gapFormula) },
    ...orNone(gaps, say),
    { text: say.words((w) => w.talent.report.paper.overlapHeading), heading: true },
    ...orNone(overlap, say),
  ];
}
