import { batchKey } from "@/lib/features/outcomes/rules/batches";
import { addDays, type Day } from "@/lib/kernel/dates";
import type { FigureState } from "@/prisma/generated/enums";
import { dayOn } from "../days";
import { range, three, two } from "../ids";
import { type Outcome, outcomeRow, pick } from "../outcome";
import { userId } from "../people";
import type { DemoRows } from "../rows";
import { sealedFor } from "./certificates";
import { SUZHOU } from "./members";

const secretariat = userId("secretariat@suzhou.example");
const reporter = userId("reporter@svu.example");

type Words = Omit<Outcome, "alliance" | "verifiedById" | "enteredById" | "state"> & {
  state?: FigureState;
};

/** What is older is published; the year before is verified; of 2026 the newest months still wait. */
function stateOn(day: Day): FigureState {
  if (day < "2025-01-01") return "published";
  return day < "2026-09-01" ? "verified" : "submitted";
}

const outcome = (words: Words): Outcome => ({
  state: stateOn(words.on),
  ...words,
  alliance: SUZHOU,
  verifiedById: secretariat,
  approvedById: userId("finance@suzhou.example"),
  enteredById: words.unit === "svu" ? reporter : null,
});

const YEARS = [2023, 2024, 2025, 2026] as const;
/** 2023 begins with the alliance in October, 2026 is not over. */
const monthsOf = (year: number): [number, number] =>
  year === 2023 ? [10, 12] : year === 2026 ? [1, 10] : [1, 12];

/** A day of the year, the same for the same words. */
function dayIn(year: number, words: string): Day {
  const [from, to] = monthsOf(year);
  return dayOn(year, from + pick(`${words}/month`, to - from + 1), 1 + pick(`${words}/day`, 28));
}

const inventors = [
  "svu",
  "university-01",
  "svu",
  "college-01",
  "university-02",
  "enterprise-001",
  "svu",
  "college-03",
  "enterprise-017",
  "institute-01",
] as const;
const patentsIn: Record<(typeof YEARS)[number], number> = { 2023: 9, 2024: 26, 2025: 33, 2026: 28 };

const patents = (): Outcome[] =>
  YEARS.flatMap((year) =>
    range(1, patentsIn[year]).map((n) => {
      const number = `SL-${year}-${three(n)}`;
      return outcome({
        key: `patent/${number}`,
        unit: inventors[n % inventors.length] ?? "svu",
        metric: "M35",
        title: `示例专利 ${year}-${three(n)}`,
        on: dayIn(year, number),
        quantity: 1,
        naturalKey: number,
        paper: "patents",
      });
    }),
  );

const trainers = ["svu", "college-01", "technician-01", "secondary-01", "college-05"] as const;

/** One training is three records: persons, attendances and person-days are never converted into each other. */
export type TrainingRun = {
  key: string;
  unit: string;
  title: string;
  startsOn: Day;
  on: Day;
  persons: number;
  sessions: number;
  days: number;
  /** What the secretariat found in the number of people. */
  returnReason?: string;
};

const placed = (run: Omit<TrainingRun, "startsOn">): TrainingRun => ({
  ...run,
  startsOn: addDays(run.on, 1 - run.days),
});

export const trainingRuns: readonly TrainingRun[] = [
  ...YEARS.flatMap((year) =>
    trainers.flatMap((unit) =>
      range(1, year === 2023 ? 1 : 4).map((n) => {
        const key = `training/${year}/${unit}/${n}`;
        const sessions = 1 + pick(`${key}/sessions`, 3);
        return placed({
          key,
          unit,
          title: `示例培训 ${year} 年第 ${n} 期`,
          on: dayIn(year, key),
          persons: 24 + pick(`${key}/persons`, 60),
          sessions,
          days: sessions + pick(`${key}/days`, 4),
        });
      }),
    ),
  ),
  placed({
    key: "training/returned",
    unit: "svu",
    title: "示例培训 2026 年专题班",
    on: "2026-10-16",
    persons: 43,
    sessions: 2,
    days: 3,
    returnReason: "签到表为 41 人，填报为 43 人。请核对后修改人数。",
  }),
];

/** course · dates · place, as rules/batches.ts writes it. */
export const trainingKey = ({ title, startsOn, on, unit }: TrainingRun): string =>
  batchKey({ course: title, startsOn, endsOn: on, place: trainingPlace(unit) });

export const trainingPlace = (unit: string): string => `示例实训中心 ${unit}`;

const trainings = (): Outcome[] =>
  trainingRuns.flatMap((run) => {
    const { key, title, persons, sessions, days, returnReason } = run;
    const common = { unit: run.unit, on: run.on, paper: "rosters", naturalKey: trainingKey(run) };
    return [
      {
        metric: "M40",
        title: `${title}（人数）`,
        quantity: persons,
        ...(returnReason && { returnReason, state: "returned" as const }),
      },
      { metric: "M39", title: `${title}（人次）`, quantity: persons * sessions },
      { metric: "M41", title: `${title}（人日）`, quantity: persons * days },
    ].map((record) => outcome({ ...common, ...record, key: `${key}/${record.metric}` }));
  });

/** Yearly figures of schools: code, words, evidence, lowest value, spread. */
const yearly = [
  ["M27", "示例技术服务合同到账", "vouchers", 24, 90],
  ["M26", "示例社会服务到账", "vouchers", 18, 60],
  ["M28", "示例成果转化合同", "vouchers", 12, 70],
  ["M29", "示例企业效益证明", "vouchers", 60, 240],
  ["M45", "示例技能等级证书", "certificates", 20, 80],
  ["M21", "示例技术服务合同数", "vouchers", 2, 9],
] as const;
const reporters = ["svu", "college-01", "college-03", "university-01"] as const;

const figures = (): Outcome[] =>
  YEARS.flatMap((year) =>
    reporters.flatMap((unit) =>
      yearly.map(([metric, words, paper, least, spread]) => {
        const key = `${metric}/${year}/${unit}`;
        return outcome({
          key,
          unit,
          metric,
          title: `${words} ${year}`,
          on: dayIn(year, key),
          quantity: least + pick(key, spread),
          paper,
          ...(key === sealedFor.key && { certificate: sealedFor.certificate }),
        });
      }),
    ),
  );

/** Things that are counted one by one under a number of their own. */
const numbered = [
  ["M37", "示例标准", "certificates", 2],
  ["M38", "示例论文", "certificates", 7],
  ["M44", "示例竞赛奖项", "certificates", 5],
] as const;

const things = (): Outcome[] =>
  YEARS.flatMap((year) =>
    numbered.flatMap(([metric, words, paper, count]) =>
      range(1, year === 2023 ? 1 : count).map((n) => {
        const number = `${metric}-${year}-${two(n)}`;
        return outcome({
          key: `thing/${number}`,
          unit: reporters[n % reporters.length] ?? "svu",
          metric,
          title: `${words} ${year}-${two(n)}`,
          on: dayIn(year, number),
          quantity: 1,
          naturalKey: `SL-${number}`,
          paper,
        });
      }),
    ),
  );

const competitions = (): Outcome[] =>
  YEARS.map((year) =>
    outcome({
      key: `competition/${year}`,
      unit: "svu",
      metric: "M43",
      title: `示例职业技能赛事 ${year}`,
      on: dayIn(year, `competition/${year}`),
      quantity: 1,
      paper: year === 2024 ? "competition-2024" : "certificates",
    }),
  );

/** Rolls of order and apprentice classes on 1 September: the academic year is named by the year it begins in. */
const classes = (): Outcome[] =>
  [2023, 2024, 2025, 2026].flatMap((year) =>
    trainers.map((unit) => {
      const key = `class/${year}/${unit}`;
      return outcome({
        key,
        unit,
        metric: "M47",
        title: `示例订单班与学徒制班在册 ${year} 学年`,
        on: dayOn(year, 9, year === 2023 ? 30 : 1),
        year,
        quantity: 60 + (year - 2023) * 12 + pick(key, 50),
        paper: "rosters",
        state: year === 2026 ? "submitted" : "verified",
      });
    }),
  );

/** What came back to the reporter; the first one contradicts itself as the source does (S001-34). */
const returned = (): Outcome[] => [
  outcome({
    key: "returned/ambiguous",
    unit: "svu",
    metric: "M20",
    title: "示例科技创新项目（填报“近50余项”）",
    on: "2026-06-30",
    quantity: 50,
    paper: "certificates",
    state: "returned",
    returnReason: "“近”表示不足，“余”表示超过，二者相互矛盾。请核实后填报确切数，并附立项清单。",
  }),
  outcome({
    key: "returned/evidence",
    unit: "college-01",
    metric: "M27",
    title: "示例技术服务到账（缺凭证）",
    on: "2026-07-15",
    quantity: "36.50",
    paper: "vouchers",
    state: "returned",
    returnReason: "所附为合同，请补充银行到账凭证。",
  }),
];

/** What waits has a paper of its own; what was decided shares the list of its kind. */
const withPaper = (one: Outcome): Outcome =>
  one.state === "submitted" ? { ...one, paper: `waiting/${one.key}` } : one;

/** Results of the Suzhou alliance over its first years: published, verified, waiting and returned. */
export const suzhouOutcomes: readonly Outcome[] = [
  ...patents(),
  ...trainings(),
  ...figures(),
  ...things(),
  ...competitions(),
  ...classes(),
  ...returned(),
].map(withPaper);

export const suzhouOutcomeRows = (): Partial<DemoRows> => ({
  outcomeRecord: suzhouOutcomes.map(outcomeRow),
});
