import { dayOn } from "../days";
import { range, three, two } from "../ids";
import { type Outcome, outcomeRow, pick, split } from "../outcome";
import { userId } from "../people";
import type { DemoRows } from "../rows";
import { orderSchools } from "./organizations";

const WESTERN = "western-vocational-base";
const ELECTRONIC = "electronic-manufacturing";

/** Totals that the sources publish without a period; the records behind them are made to add up (domain 5.6). */
const PUBLISHED = {
  patents: 147,
  personDays: 11_239,
  serviceIncome: 1400,
  publications: 30,
  standards: 3,
  competitions: 5,
  jointResults: 143,
  orderStudents: 6526,
} as const;

const record = (words: Omit<Outcome, "verifiedById" | "state" | "paper">): Outcome => ({
  ...words,
  state: "published",
  paper: "evidence",
  verifiedById: userId("secretariat@chongqing.example"),
});

const YEARS = [2022, 2023, 2024] as const;
const dayFor = (words: string, n: number) =>
  dayOn(
    YEARS[pick(`${words}/${n}/year`, YEARS.length)] ?? 2024,
    1 + pick(`${words}/${n}/month`, 9),
    1 + pick(`${words}/${n}/day`, 28),
  );

/** `count` things of one, each with its number. */
const things = (metric: string, words: string, count: number): Outcome[] =>
  range(1, count).map((n) =>
    record({
      alliance: WESTERN,
      key: `${metric}/${three(n)}`,
      unit: "cqcvc",
      metric,
      title: `${words} ${three(n)}`,
      on: dayFor(metric, n),
      quantity: 1,
      naturalKey: `SL-${metric}-${three(n)}`,
    }),
  );

/** `count` records whose quantities add up to `total`. */
const parts = (metric: string, words: string, total: number, count: number): Outcome[] =>
  split(total, count, metric).map((quantity, index) =>
    record({
      alliance: WESTERN,
      key: `${metric}/${three(index + 1)}`,
      unit: "cqcvc",
      metric,
      title: `${words} ${two(index + 1)}`,
      on: dayFor(metric, index + 1),
      quantity,
    }),
  );

/** 重庆城市职业学院 (S001-29 to S001-41), in the alliance that two schools report about. */
const ofCityCollege = (): Outcome[] => [
  ...things("M35", "示例专利", PUBLISHED.patents),
  ...parts("M41", "示例技术技能培训", PUBLISHED.personDays, 60),
  ...parts("M27", "示例技术服务合同", PUBLISHED.serviceIncome, 20),
  ...things("M38", "示例论著", PUBLISHED.publications),
  ...things("M37", "示例地方行业标准", PUBLISHED.standards),
  ...range(1, PUBLISHED.competitions).map((n) =>
    record({
      alliance: WESTERN,
      key: `M43/${three(n)}`,
      unit: "cqcvc",
      metric: "M43",
      title: `示例职业技能大赛 ${two(n)}`,
      on: dayFor("M43", n),
      quantity: 1,
    }),
  ),
];

/** 重庆电子科技职业大学: 143 joint results (S000-22). */
const ofElectronicUniversity = (): Outcome[] =>
  range(1, PUBLISHED.jointResults).map((n) =>
    record({
      alliance: ELECTRONIC,
      key: `M24/${three(n)}`,
      unit: "cqcet",
      metric: "M24",
      title: `示例联合研发成果 ${three(n)}`,
      on: dayFor("M24", n),
      quantity: 1,
    }),
  );

const leagueOf = (index: number) =>
  (["western-technicians", "energy-technicians", "cnc-group"] as const)[Math.floor(index / 9)] ??
  "cnc-group";

/** 27 schools with three classes each, 6,526 students in all (S002-16), in the academic year that begins in 2019. */
const orderClasses = (): Outcome[] =>
  split(PUBLISHED.orderStudents, orderSchools.length * 3, "order-class").map((quantity, index) => {
    const school = Math.floor(index / 3);
    return record({
      alliance: leagueOf(school),
      key: `M47/${two(school + 1)}/${(index % 3) + 1}`,
      unit: orderSchools[school] ?? "",
      metric: "M47",
      title: `示例订单班 ${two(school + 1)}-${(index % 3) + 1}`,
      on: "2019-09-01",
      year: 2019,
      quantity,
    });
  });

export const chongqingOutcomeRows = (): Partial<DemoRows> => ({
  outcomeRecord: [...ofCityCollege(), ...ofElectronicUniversity(), ...orderClasses()].map(
    outcomeRow,
  ),
});
