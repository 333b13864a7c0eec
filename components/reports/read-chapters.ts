import { type CaseWords, withCases } from "@/lib/features/reports/rules/cases";
import type { EditionView } from "@/lib/features/reports/schema/editions";
import { mailWords } from "@/lib/i18n/mail";

/* A report is written in the language of the alliances, whoever reads it. */
const LANGUAGE = "zh-CN";

const words: CaseWords = {
  office: mailWords(LANGUAGE, (all) => all.reports.secretariat),
  background: mailWords(LANGUAGE, (all) => all.cases.field.background),
  practice: mailWords(LANGUAGE, (all) => all.cases.field.practice),
  effect: mailWords(LANGUAGE, (all) => all.cases.field.effect),
  links: (links) =>
    mailWords(LANGUAGE, (all) => all.cases.printed.links, {
      links: links
        .map(({ kind, name }) => `${mailWords(LANGUAGE, (all) => all.cases.link[kind])}“${name}”`)
        .join("、"),
    }),
  sources: mailWords(LANGUAGE, (all) => all.cases.printed.sources),
  source: ({ title, metricCode, year, quantity, unitZh }) =>
    mailWords(LANGUAGE, (all) => all.cases.printed.source, {
      title,
      code: metricCode,
      year,
      quantity,
      unit: unitZh,
    }),
};

/** The chapters that the reader reads, the selected cases in theirs. */
export const readChapters = ({ sections, cases }: Pick<EditionView, "sections" | "cases">) =>
  sections.flatMap(({ id, kind, title, text: own }) => {
    const text = kind === "cases" ? withCases(own, cases, words) : own;
    return text === null ? [] : [{ id, title, text }];
  });
