import { type Day, dateOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { OutcomeState, TrainingMetric } from "../types";

/** What one training counts; what is not known stays empty, and nothing is converted into anything else (domain 4.1, rule 1). */
export type BatchNumbers = {
  persons?: number | undefined;
  personTimes?: number | undefined;
  /** Decimal text: half days are days. */
  personDays?: string | undefined;
  certified?: number | undefined;
  /** Every attendance lasts a day or longer. */
  fullDays: boolean;
};

export type BatchFacts = BatchNumbers & {
  course: string;
  place: string;
  startsOn: Day;
  endsOn: Day;
  publicBenefit: boolean;
};

/** Person-days in hundredths. */
const hundredths = (text: string): bigint => {
  const [whole = "0", part = ""] = text.split(".");
  return BigInt(whole) * 100n + BigInt(part.padEnd(2, "0"));
};

const daysOf = ({ startsOn, endsOn }: Pick<BatchFacts, "startsOn" | "endsOn">): bigint =>
  BigInt(Math.round((dateOf(endsOn).getTime() - dateOf(startsOn).getTime()) / 86_400_000) + 1);

/** Numbers of the form, and what is wrong with one of them: a key of `fields.*`. */
export type BatchFault = {
  field: "persons" | "personTimes" | "personDays" | "certified" | "endsOn";
  message:
    | "number-needed"
    | "ends-before-start"
    | "more-persons-than-times"
    | "more-than-the-days"
    | "fewer-days-than-attendances"
    | "more-certified-than-persons";
};

/** persons ≤ attendances ≤ person-days, the last where every attendance lasts a day; certified ≤ persons. */
export function batchFault(
  facts: Omit<BatchFacts, "course" | "place" | "publicBenefit">,
): BatchFault | undefined {
  const { persons, personTimes, personDays, certified, fullDays } = facts;
  const days = personDays === undefined ? undefined : hundredths(personDays);
  if (facts.endsOn < facts.startsOn) return { field: "endsOn", message: "ends-before-start" };
  if (persons === undefined && personTimes === undefined && days === undefined) {
    return { field: "persons", message: "number-needed" };
  }
  if (persons !== undefined && personTimes !== undefined && persons > personTimes) {
    return { field: "personTimes", message: "more-persons-than-times" };
  }
  const attended = personTimes ?? persons;
  if (
    days !== undefined &&
    persons !== undefined &&
    days > BigInt(persons) * daysOf(facts) * 100n
  ) {
    return { field: "personDays", message: "more-than-the-days" };
  }
  if (fullDays && days !== undefined && attended !== undefined && days < BigInt(attended) * 100n) {
    return { field: "personDays", message: "fewer-days-than-attendances" };
  }
  const most = persons ?? personTimes;
  if (certified !== undefined && most !== undefined && certified > most) {
    return { field: "certified", message: "more-certified-than-persons" };
  }
  return undefined;
}

/** course · dates · place: the one key of a training and of everything it proves (behaviour 4.4, "People"). */
export const batchKey = ({
  course,
  startsOn,
  endsOn,
  place,
}: Pick<BatchFacts, "course" | "startsOn" | "endsOn" | "place">): string =>
  [course, startsOn === endsOn ? endsOn : `${startsOn}/${endsOn}`, place].join(" · ");

export type BatchResult = { metricCode: TrainingMetric; quantity: string };

/**
 * The results that a training proves. Days free of charge count among all days and once more as the part of them that
 * they are (M84 is an "of which" of M41, never added to it).
 */
export function resultsOf(
  facts: Pick<BatchFacts, "persons" | "personTimes" | "personDays" | "publicBenefit">,
): BatchResult[] {
  const { persons, personTimes, personDays, publicBenefit } = facts;
  const given: [TrainingMetric, string | undefined][] = [
    ["M40", persons?.toString()],
    ["M39", personTimes?.toString()],
    ["M41", personDays],
    ["M84", publicBenefit ? personDays : undefined],
  ];
  return given.flatMap(([metricCode, quantity]) =>
    quantity === undefined ? [] : [{ metricCode, quantity }],
  );
}

/** A result that its reporter may still write in. */
export const isOpenForReporter = (state: OutcomeState): boolean =>
  state === "returned" || state === "draft";

type Standing = { metricCode: TrainingMetric; state: OutcomeState };

export type AmendFault =
  | "batch-closed"
  | "batch-facts-closed"
  | "batch-number-closed"
  | "batch-number-stays";

/**
 * A returned result opens the training again: its own number, and what was not known before. Course, dates and place are
 * the key of all its results, so they change only while every one of them is back with its reporter.
 */
export function checkAmend(
  records: readonly Standing[],
  before: BatchFacts,
  after: BatchFacts,
): Result<null, AmendFault> {
  const told = new Map(resultsOf(before).map((one) => [one.metricCode, one.quantity]));
  const wanted = new Map(resultsOf(after).map((one) => [one.metricCode, one.quantity]));
  const states = new Map(records.map((one) => [one.metricCode, one.state]));
  const isNew = [...wanted.keys()].some((code) => !states.has(code));
  if (!isNew && !records.some(({ state }) => isOpenForReporter(state))) {
    return refuse("batch-closed");
  }
  const moved = batchKey(before) !== batchKey(after);
  if (moved && !records.every(({ state }) => isOpenForReporter(state))) {
    return refuse("batch-facts-closed");
  }
  for (const [code, state] of states) {
    const [old, now] = [told.get(code), wanted.get(code)];
    if (now === undefined) return refuse("batch-number-stays");
    const same = old !== undefined && hundredths(old) === hundredths(now);
    if (!same && !isOpenForReporter(state)) return refuse("batch-number-closed");
  }
  return accept(null);
}

/** What of the form is open: the key, and the numbers. */
export function openParts(records: readonly Standing[]) {
  const closed = (...codes: TrainingMetric[]) =>
    records.some((one) => codes.includes(one.metricCode) && !isOpenForReporter(one.state));
  return {
    any:
      records.some(({ state }) => isOpenForReporter(state)) ||
      (["M39", "M40", "M41"] as const).some(
        (code) => !records.some(({ metricCode }) => metricCode === code),
      ),
    facts: records.every(({ state }) => isOpenForReporter(state)),
    persons: !closed("M40"),
    personTimes: !closed("M39"),
    personDays: !closed("M41", "M84"),
  };
}

/** Where a training stands: with its reporter if anything of it is, then with the secretariat, then counted. */
export function stateOfBatch(states: readonly OutcomeState[]): OutcomeState {
  const order = ["returned", "draft", "submitted", "verified", "published"] as const;
  return order.find((state) => states.includes(state)) ?? "superseded";
}
