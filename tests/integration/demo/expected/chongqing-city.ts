import { approved, membersOf, type Row, rolledUp } from "./row";

const SCHOOL = "重庆城市职业学院";
const over = "over" as const;

/** domain.md 5.3, typed by hand. */
export const chongqingCity: readonly Row[] = [
  {
    words: "retail community",
    held: [{ key: "5.3/retail-members", value: "45", unit: "家", metric: "M01" }],
    counted: { sql: membersOf("smart-retail"), gives: 45 },
  },
  {
    words: "industrial-robot community",
    held: [{ key: "5.3/robot-members", value: "67", unit: "家", metric: "M01" }],
    counted: { sql: membersOf("industrial-robot-community"), gives: 67 },
  },
  {
    words: "national AI community",
    held: [{ key: "5.3/ai-members", value: "120", unit: "家", qualifier: over, metric: "M01" }],
    counted: { sql: membersOf("artificial-intelligence"), gives: 120 },
  },
  {
    words: "modern industry colleges",
    held: [{ key: "5.3/industry-colleges", value: "6", unit: "个", metric: "M10" }],
  },
  {
    words: "modern industry colleges: of which municipal level",
    held: [
      {
        key: "5.3/industry-colleges-municipal",
        value: "3",
        unit: "个",
        partOf: "5.3/industry-colleges",
      },
    ],
  },
  {
    words: "municipal platforms",
    held: [{ key: "5.3/municipal-platforms", value: "2", unit: "个", metric: "M14" }],
  },
  {
    words: "school-level centres",
    held: [{ key: "5.3/school-centres", value: "8", unit: "个", metric: "M14" }],
  },
  { words: "think tanks", held: [{ key: "5.3/think-tanks", value: "4", unit: "个" }] },
  {
    words: "technical training",
    held: [{ key: "5.3/training-person-days", value: "11239", unit: "人日", metric: "M41" }],
    counted: { sql: approved(SCHOOL, "M41"), gives: 11_239 },
  },
  {
    words: "1+X training",
    held: [{ key: "5.3/onex-person-days", value: "695", unit: "人日", metric: "M41" }],
  },
  {
    words: "competitions hosted",
    held: [{ key: "5.3/competitions-hosted", value: "5", unit: "项", metric: "M43" }],
    counted: { sql: approved(SCHOOL, "M43"), gives: 5 },
  },
  {
    words: "competition training a year",
    held: [
      {
        key: "5.3/competition-training",
        value: "3000",
        unit: "人次/年",
        qualifier: over,
        metric: "M42",
      },
    ],
  },
  {
    words: "technical service items",
    held: [
      { key: "5.3/technical-services", value: "20", unit: "项", qualifier: over, metric: "M21" },
    ],
  },
  {
    words: "innovation projects for SMEs: about 50 (“近50余”), returned",
    held: [
      {
        key: "5.3/innovation-projects",
        value: "50",
        unit: "项",
        qualifier: "ambiguous",
        state: "returned",
        metric: "M19",
      },
    ],
  },
  {
    words: "technical-service income",
    held: [{ key: "5.3/technical-service-income", value: "1400", unit: "万元", metric: "M27" }],
    counted: { sql: approved(SCHOOL, "M27"), gives: 1400 },
  },
  {
    words: "enterprises served",
    held: [
      { key: "5.3/enterprises-served", value: "30", unit: "家", qualifier: over, metric: "M04" },
    ],
  },
  {
    words: "output increase",
    held: [
      {
        key: "5.3/output-increase",
        value: "2000",
        unit: "万元",
        qualifier: "nearly",
        metric: "M30",
      },
    ],
  },
  {
    words: "science projects ≥ municipal",
    held: [
      { key: "5.3/science-projects", value: "50", unit: "项", qualifier: over, metric: "M20" },
    ],
  },
  {
    words: "patents granted",
    held: [{ key: "5.3/patents-granted", value: "147", unit: "项", metric: "M35" }],
    counted: { sql: approved(SCHOOL, "M35"), gives: 147 },
  },
  {
    words: "patents granted: the dashboards' roll-up says the same",
    held: [],
    counted: { sql: rolledUp(SCHOOL, "M35"), gives: 147 },
  },
  {
    words: "technical training: the dashboards' roll-up says the same",
    held: [],
    counted: { sql: rolledUp(SCHOOL, "M41"), gives: 11_239 },
  },
  {
    words: "transfer amount",
    held: [
      { key: "5.3/transfer-amount", value: "500", unit: "万元", qualifier: over, metric: "M28" },
    ],
  },
  {
    words: "economic benefit",
    held: [
      { key: "5.3/economic-benefit", value: "1100", unit: "万元", qualifier: over, metric: "M29" },
    ],
  },
  {
    words: "publications",
    held: [{ key: "5.3/publications", value: "30", unit: "篇", metric: "M38" }],
    counted: { sql: approved(SCHOOL, "M38"), gives: 30 },
  },
  {
    words: "standards",
    held: [{ key: "5.3/standards", value: "3", unit: "个", metric: "M37" }],
    counted: { sql: approved(SCHOOL, "M37"), gives: 3 },
  },
  {
    words: "apprenticeship training of employees: 10,000 人次 in 15 districts",
    held: [
      {
        key: "5.3/apprenticeship-training",
        value: "10000",
        unit: "人次",
        qualifier: over,
        metric: "M39",
      },
      { key: "5.3/apprenticeship-districts", value: "15", unit: "个" },
    ],
  },
  {
    words: "technicians and senior technicians",
    held: [
      {
        key: "5.3/technicians-certified",
        value: "3500",
        unit: "人",
        qualifier: over,
        metric: "M45",
      },
    ],
  },
  {
    words: "order + apprentice students",
    held: [
      {
        key: "5.3/order-apprentice-students",
        value: "2100",
        unit: "人",
        qualifier: over,
        metric: "M47",
      },
    ],
  },
  {
    words: "talents supplied in 3 years",
    held: [
      { key: "5.3/talents-supplied", value: "5000", unit: "人", qualifier: over, metric: "M51" },
    ],
  },
  {
    words: "provincial-level entity projects",
    held: [
      { key: "5.3/provincial-projects", value: "10", unit: "个", qualifier: over, metric: "M14" },
    ],
  },
];
