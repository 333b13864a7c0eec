import type { DraftRule } from "../schema/rule-sets";
import type { Share } from "../types";
import { needed } from "./arithmetic";

/*
 * A rule printed back: each sentence is a key of `bodies.sentences.*` with what fills it. Words stand in the messages;
 * the numbers of the examples are computed by the same arithmetic that decides votes.
 */
export const sentenceKeys = [
  "quorum",
  "group",
  "counts",
  "pass",
  "invalid",
  "example",
  "edge",
  "tie",
  "recusal",
  "ballot",
  "proxy",
  "mail",
  "notice",
  "callers",
  "wait",
  "twoSeats",
  "minutes",
  "resubmit",
  "publicNotice",
  "term",
] as const;
export type SentenceKey = (typeof sentenceKeys)[number];
export type Sentence = {
  key: SentenceKey;
  values: Readonly<Record<string, string | number>>;
  /** Words to be looked up and joined: kinds of organizations, callers. */
  list?: readonly string[];
};

/** How a share is said: half and all have words of their own. */
export type ShareKind = "half_gte" | "half_gt" | "all" | "gte" | "gt";
export function shareKind({ num, den, cmp }: Share): ShareKind {
  if (num * 2 === den) return `half_${cmp}`;
  return num === den ? "all" : cmp;
}

const yesNo = (flag: boolean) => (flag ? "yes" : "no");
const shareValues = (share: Share) => ({
  share: shareKind(share),
  num: String(share.num),
  den: String(share.den),
});

/** A body without seats yet is shown with as many as the largest council of the sources. */
const SAMPLE_SEATS = 31;

/** What the yes votes are measured against when exactly the quorum is there. */
function exampleBase(rule: DraftRule, seats: number, present: number): number {
  return rule.pass.base === "seats_all" || rule.pass.base === "seats_filled" ? seats : present;
}

/** "31 席需 21 席到会；21 人到会需 14 票赞成". */
function example(rule: DraftRule, seats: number): Sentence {
  const { quorum, pass } = rule;
  const present = needed(seats, quorum.num, quorum.den, quorum.cmp) ?? seats;
  const base = exampleBase(rule, seats, present);
  return {
    key: "example",
    values: {
      seats,
      present,
      base,
      yes: needed(base, pass.num, pass.den, pass.cmp) ?? 0,
      passBase: pass.base,
    },
  };
}

/** The smallest base at or above the example's in which the share is met exactly: is that enough? */
function edge(rule: DraftRule, seats: number): Sentence {
  const { num, den, cmp } = rule.pass;
  const present = needed(seats, rule.quorum.num, rule.quorum.den, rule.quorum.cmp) ?? seats;
  const least = Math.max(den, exampleBase(rule, seats, present));
  const base = least + ((den - (least % den)) % den);
  const half = num * 2 === den;
  return {
    key: "edge",
    values: {
      base,
      exactly: (base / den) * num,
      enough: cmp === "gte" ? "yes" : "no",
      half: yesNo(half),
    },
  };
}

const quorumSentences = (rule: DraftRule): Sentence[] => [
  { key: "quorum", values: { base: rule.quorum.base, ...shareValues(rule.quorum) } },
  ...rule.options.groups.map(({ name, kinds, ...share }) => ({
    key: "group" as const,
    values: { name, ...shareValues(share) },
    list: kinds,
  })),
  {
    key: "counts",
    values: {
      online: yesNo(rule.options.counts.online),
      alternate: yesNo(rule.options.counts.alternate),
      proxy: yesNo(rule.options.counts.proxy && rule.options.proxy.allowed),
    },
  },
];

const passSentences = (rule: DraftRule, seats: number): Sentence[] => [
  { key: "pass", values: { base: rule.pass.base, ...shareValues(rule.pass) } },
  ...(rule.pass.base === "cast"
    ? [{ key: "invalid" as const, values: { counts: yesNo(rule.options.invalidCounts) } }]
    : []),
  example(rule, seats),
  edge(rule, seats),
  { key: "tie", values: { tie: rule.tie } },
];

function ballotSentences({ options }: DraftRule): Sentence[] {
  const { recusal, proxy, mail } = options;
  return [
    { key: "recusal", values: { ...recusal } },
    {
      key: "ballot",
      values: {
        ballot: options.ballot,
        required: yesNo(options.secretRequired),
        minimum: options.secretMinimum,
      },
    },
    {
      key: "proxy",
      values: {
        allowed: yesNo(proxy.allowed),
        holder: proxy.holder,
        max: proxy.max,
        letter: yesNo(proxy.letter),
      },
    },
    {
      key: "mail",
      values: {
        allowed: yesNo(mail.allowed),
        hours: mail.minHours,
        silence: mail.silence,
        demand: mail.demandMeeting,
        ...shareValues(mail.replies),
      },
    },
  ];
}

function meetingSentences({ options, noticeDays, papersDays }: DraftRule): Sentence[] {
  return [
    {
      key: "notice",
      values: {
        notice: noticeDays ?? 0,
        papers: papersDays ?? 0,
        hasNotice: yesNo(noticeDays !== null),
        hasPapers: yesNo(papersDays !== null),
        meetings: options.meetingsPerYear,
      },
    },
    { key: "callers", values: {}, list: options.callers },
    { key: "wait", values: { minutes: options.waitMinutes } },
    { key: "twoSeats", values: { allowed: yesNo(options.twoSeats) } },
    { key: "minutes", values: { ...options.minutes } },
    { key: "resubmit", values: { days: options.resubmitDays } },
    { key: "publicNotice", values: { days: options.publicNoticeDays } },
    { key: "term", values: { ...options.term } },
  ];
}

/** The rule in sentences, with examples for a body of so many voting seats. */
export function sentencesOf(rule: DraftRule, votingSeats: number): Sentence[] {
  const seats = votingSeats > 0 ? votingSeats : SAMPLE_SEATS;
  return [
    ...quorumSentences(rule),
    ...passSentences(rule, seats),
    ...ballotSentences(rule),
    ...meetingSentences(rule),
  ];
}

export type Change = { before: Sentence | null; after: Sentence | null };

/** What a reader must notice between two versions: the sentences that read differently. */
export function changesBetween(
  before: DraftRule | null,
  after: DraftRule,
  votingSeats: number,
): Change[] {
  const old = before ? sentencesOf(before, votingSeats) : [];
  const now = sentencesOf(after, votingSeats);
  return sentenceKeys.flatMap((key) => {
    const [left, right] = [old, now].map((list) => list.filter((sentence) => sentence.key === key));
    const longest = Math.max(left?.length ?? 0, right?.length ?? 0);
    return Array.from({ length: longest }, (_, at) => ({
      before: left?.[at] ?? null,
      after: right?.[at] ?? null,
    })).filter((pair) => JSON.stringify(pair.before) !== JSON.stringify(pair.after));
  });
}
