import { addDays, covers, type Day } from "@/lib/kernel/dates";
import type {
  CompositionFacts,
  CompositionFinding,
  CompositionRuleView,
  TermView,
} from "../schema/seats";

/*
 * Who may sit, and how long. Whole numbers only, compared by multiplication, as in the arithmetic of votes.
 */

/** One rule against the seats of a day. An empty body breaks no share: there is nothing to measure yet. */
export function checkComposition(
  rule: CompositionRuleView,
  facts: CompositionFacts,
): CompositionFinding {
  const num = rule.num ?? 1;
  const den = rule.den ?? 1;
  switch (rule.kind) {
    case "odd":
      return {
        rule,
        count: facts.seats,
        base: facts.seats,
        holds: facts.seats === 0 || facts.seats % 2 === 1,
      };
    case "members_at_most":
      return {
        rule,
        count: facts.seats,
        base: facts.members,
        holds: facts.seats * den <= num * facts.members,
      };
    case "kinds_at_least": {
      const count = ofKinds(rule, facts);
      const base = facts.filledKinds.length;
      return { rule, count, base, holds: count * den >= num * base };
    }
    case "kinds_at_most": {
      const count = ofKinds(rule, facts);
      const base = facts.filledKinds.length;
      return { rule, count, base, holds: count * den <= num * base };
    }
  }
}

const ofKinds = (rule: CompositionRuleView, facts: CompositionFacts): number =>
  facts.filledKinds.filter((kind) => kind !== null && rule.kinds.includes(kind)).length;

/** The same day of another year; 29 February becomes the 28th, as PostgreSQL counts years. */
export function yearsAfter(day: Day, years: number): Day {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, "0");
  const same = `${year}${day.slice(4)}`;
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  return day.endsWith("-02-29") && !leap ? `${year}-02-28` : same;
}

export const lastDayOf = (term: TermView): Day => term.extendedTo ?? term.endsOn;

/** The term that runs on a day, an extension included. */
export const termOn = <T extends TermView>(terms: readonly T[], day: Day): T | undefined =>
  terms.find((term) => covers(term.startsOn, lastDayOf(term), day));

/** A body whose latest term is over and that has no other: its decisions are open to doubt. */
export function isExpired(terms: readonly TermView[], day: Day): boolean {
  const begun = terms.filter(({ startsOn }) => startsOn <= day);
  return begun.length > 0 && begun.every((term) => lastDayOf(term) < day);
}

/** 延期: once, to a day after the end and at most a year later (domain 3.5). */
export const canExtend = (term: TermView, until: Day): boolean =>
  term.extendedTo === null && until > term.endsOn && until <= yearsAfter(term.endsOn, 1);

/** Terms that end within these months stand on the radar. */
export const TERM_SOON_MONTHS = 12;
/** Letters that run out within these days stand on the radar. */
export const LETTER_SOON_DAYS = 60;

export const letterSoon = (until: Day | null, today: Day): boolean =>
  until !== null && until <= addDays(today, LETTER_SOON_DAYS);
