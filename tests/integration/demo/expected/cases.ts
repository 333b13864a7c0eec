import type { Row } from "./row";

const over = "over" as const;
const officeSeats = (position: string) =>
  `SELECT count(*)::int AS n FROM seats s JOIN alliances a ON a.id = s.alliance_id
   WHERE a.slug = 'wuxi-school-council' AND s.basis = 'ex_officio' AND s.position = '${position}'
   AND NOT EXISTS (SELECT 1 FROM seat_holdings h WHERE h.seat_id = s.id)`;
const stages = [
  "5.4/kunshan-year-general",
  "5.4/kunshan-year-basic",
  "5.4/kunshan-year-enterprise",
];
const sumOf = (keys: readonly string[]) =>
  `SELECT sum(value)::int AS n FROM metric_values WHERE key IN (${keys.map((key) => `'${key}'`).join(", ")})`;

/** domain.md 5.4, single schools and cities, and 5.5; typed by hand. */
export const cases: readonly Row[] = [
  {
    words: "strategic partners of 五一技师学院",
    held: [{ key: "5.4/wuyi-partners", value: "46", unit: "家", metric: "M04" }],
  },
  {
    words: "electricians trained / technicians / senior (511 certified)",
    held: [
      {
        key: "5.4/electricians-trained",
        value: "800",
        unit: "人次",
        qualifier: over,
        metric: "M39",
      },
      {
        key: "5.4/electricians-technicians",
        value: "263",
        unit: "人",
        metric: "M45",
        partOf: "5.4/electricians-certified",
      },
      {
        key: "5.4/electricians-senior",
        value: "248",
        unit: "人",
        metric: "M45",
        partOf: "5.4/electricians-certified",
      },
      {
        key: "5.4/electricians-certified",
        value: "511",
        unit: "人",
        derived: true,
        metric: "M45",
      },
    ],
    counted: {
      sql: sumOf(["5.4/electricians-technicians", "5.4/electricians-senior"]),
      gives: 511,
    },
  },
  {
    words: "shale-gas base: 4 sessions, 210 人",
    held: [
      { key: "5.4/shale-gas-sessions", value: "4", unit: "期" },
      { key: "5.4/shale-gas-persons", value: "210", unit: "人", qualifier: over, metric: "M40" },
    ],
  },
  {
    words: "school-enterprise output (青山): 1 亿元 = 10,000 万元 a year",
    held: [{ key: "5.4/qingshan-output", value: "10000", unit: "万元", metric: "M73" }],
  },
  {
    words: "Kunshan college: founded 2014; 1 school + 1 zone + 7 enterprises; 1+1+1 years",
    held: [
      { key: "5.4/kunshan-colleges", value: "1", unit: "个", metric: "M10" },
      { key: "5.4/kunshan-schools", value: "1", unit: "家" },
      { key: "5.4/kunshan-zones", value: "1", unit: "家" },
      { key: "5.4/kunshan-enterprises", value: "7", unit: "家" },
      ...stages.map((key) => ({ key, value: "1", unit: "年", partOf: "5.4/kunshan-years" })),
      { key: "5.4/kunshan-years", value: "3", unit: "年", derived: true },
    ],
    counted: {
      sql: `SELECT (sum(s.months) / 12)::int AS n FROM training_stages s JOIN training_classes c ON c.id = s.class_id
        JOIN colleges k ON k.id = c.college_id WHERE k.name = '昆山学院' AND s.months = 12`,
      gives: 3,
    },
  },
  {
    words: "Wuxi: 6 sub-districts, 72 communities; 3 industry colleges",
    held: [
      { key: "5.4/wuxi-subdistricts", value: "6", unit: "个" },
      { key: "5.4/wuxi-communities", value: "72", unit: "个" },
      { key: "5.4/wuxi-colleges", value: "3", unit: "个", metric: "M10" },
    ],
  },
  {
    words: "Wuxi: chair = district leaders (a seat of an office)",
    held: [{ key: "5.4/wuxi-chairs", value: "1", unit: "席" }],
    counted: { sql: officeSeats("chair"), gives: 1 },
  },
  {
    words: "Wuxi: vice-chairs = Party secretary and president (seats of offices)",
    held: [{ key: "5.4/wuxi-vice-chairs", value: "2", unit: "席" }],
    counted: { sql: officeSeats("vice_chair"), gives: 2 },
  },
  {
    words: "Deyang: 4 parties; company founded 2017-06; fund 2,000 万元 conditional, received 0",
    held: [
      { key: "5.4/deyang-parties", value: "4", unit: "家" },
      { key: "5.4/deyang-spin-offs", value: "1", unit: "家", metric: "M83" },
      { key: "5.4/deyang-fund", value: "2000", unit: "万元", metric: "M25" },
      { key: "5.4/deyang-fund-received", value: "0", unit: "万元", derived: true },
    ],
    counted: {
      sql: `SELECT (sum(c.amount) / 10000 - coalesce(sum(e.amount), 0) - coalesce(max(a.promised_cash + a.received_cash), 0))::int AS n
        FROM fund_commitments c JOIN alliances t ON t.id = c.alliance_id LEFT JOIN fund_entries e ON e.commitment_id = c.id
        LEFT JOIN fund_accounts a ON a.project_id = c.project_id
        WHERE t.slug = 'sample-cases' AND c.state = 'conditional'`,
      gives: 2000,
    },
  },
  {
    words: "Changchun: approval 2021-12-15; meeting 2022-03-09",
    held: [
      { key: "5.5/approvals", value: "1", unit: "个" },
      { key: "5.5/meetings", value: "1", unit: "次" },
    ],
  },
  {
    words: "Changchun: 100 cities × 1 university",
    held: [
      { key: "5.5/cities", value: "100", unit: "个" },
      { key: "5.5/universities-per-city", value: "1", unit: "所" },
    ],
  },
  {
    words: "Changchun: 1 space + 2 think tanks + 3 centres + 4 programmes (10 components, 9 named)",
    held: [
      { key: "5.5/spaces", value: "1", unit: "个", partOf: "5.5/components" },
      { key: "5.5/think-tanks", value: "2", unit: "个", partOf: "5.5/components" },
      { key: "5.5/centres", value: "3", unit: "个", partOf: "5.5/components" },
      { key: "5.5/special-programmes", value: "4", unit: "个", partOf: "5.5/components" },
      { key: "5.5/components", value: "10", unit: "个", derived: true },
      {
        key: "5.5/components-named",
        value: "9",
        unit: "个",
        derived: true,
        partOf: "5.5/components",
      },
    ],
    counted: {
      sql: sumOf(["5.5/spaces", "5.5/think-tanks", "5.5/centres", "5.5/special-programmes"]),
      gives: 10,
    },
  },
  {
    words: "Changchun: 6 production lines",
    held: [{ key: "5.5/production-lines", value: "6", unit: "条" }],
  },
];

/** Words of the source for a period; a figure that is not here has none and stays out of time series. */
export const periods: Record<string, string> = {
  "5.1/batch-size": "2023年10月",
  "5.3/competition-training": "每年",
  "5.3/talents-supplied": "累计三年",
  "5.4/enrolment": "每年",
  "5.4/shale-gas-sessions": "2019年起",
  "5.4/shale-gas-persons": "2019年起",
  "5.4/qingshan-output": "每年",
  "5.4/kunshan-colleges": "2014年",
  "5.4/deyang-spin-offs": "2017年6月",
  "5.5/approvals": "2021年12月15日",
  "5.5/meetings": "2022年3月9日",
};
