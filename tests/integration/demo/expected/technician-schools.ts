import type { Row } from "./row";

const over = "over" as const;
const orderClasses = `FROM outcome_records r JOIN organizations o ON o.id = r.organization_id
  WHERE r.metric_code = 'M47' AND r.state = 'published' AND o.name LIKE '示例技工院校 %'`;

/** domain.md 5.4, Chongqing's technician schools, typed by hand. */
export const technicianSchools: readonly Row[] = [
  { words: "schools", held: [{ key: "5.4/schools", value: "51", unit: "所" }] },
  {
    words: "programmes / offerings",
    held: [
      { key: "5.4/programmes", value: "124", unit: "个", metric: "M58" },
      { key: "5.4/offerings", value: "414", unit: "个", metric: "M59" },
    ],
  },
  {
    words: "key-industry offerings (73.7 %)",
    held: [
      { key: "5.4/key-offerings", value: "305", unit: "个", partOf: "5.4/offerings" },
      { key: "5.4/offering-fit", value: "73.7", unit: "%", metric: "M60" },
    ],
    counted: {
      sql: "SELECT round(100 * numerator / denominator, 2)::float AS n FROM metric_values WHERE key = '5.4/offering-fit'",
      gives: 73.67,
    },
  },
  {
    words: "staff / enterprise part-time teachers",
    held: [
      { key: "5.4/staff", value: "4500", unit: "人", qualifier: over },
      { key: "5.4/part-time-teachers", value: "496", unit: "人", metric: "M65" },
    ],
  },
  {
    words: "enrolment a year / students",
    held: [
      { key: "5.4/enrolment", value: "30000", unit: "人", qualifier: over, metric: "M63" },
      { key: "5.4/students", value: "90000", unit: "人", qualifier: over, metric: "M63" },
    ],
  },
  {
    words: "cooperating enterprises",
    held: [{ key: "5.4/cooperating-enterprises", value: "806", unit: "家", metric: "M04" }],
  },
  {
    words: "co-built bases",
    held: [{ key: "5.4/co-built-bases", value: "475", unit: "个", metric: "M13" }],
  },
  {
    words: "schools with second-level departments",
    held: [{ key: "5.4/schools-with-departments", value: "13", unit: "所" }],
  },
  {
    words: "municipal 产教融合 projects / park projects",
    held: [
      { key: "5.4/municipal-projects", value: "15", unit: "个", metric: "M19" },
      { key: "5.4/park-projects", value: "20", unit: "个", qualifier: over, metric: "M19" },
    ],
  },
  {
    words: "mentored students: about 5,000 (“近5000余”)",
    held: [
      {
        key: "5.4/mentored-students",
        value: "5000",
        unit: "人",
        qualifier: "ambiguous",
        metric: "M50",
      },
    ],
  },
  {
    words: "order training: students",
    held: [{ key: "5.4/order-students", value: "6526", unit: "人", metric: "M47" }],
    counted: { sql: `SELECT sum(r.quantity)::int AS n ${orderClasses}`, gives: 6526 },
  },
  {
    words: "order training: schools",
    held: [
      { key: "5.4/order-schools", value: "27", unit: "所", metric: "M48", partOf: "5.4/schools" },
    ],
    counted: { sql: `SELECT count(DISTINCT o.id)::int AS n ${orderClasses}`, gives: 27 },
  },
  {
    words: "employment / relevance",
    held: [
      { key: "5.4/employment", value: "98", unit: "%", qualifier: over, metric: "M52" },
      { key: "5.4/relevance", value: "88", unit: "%", qualifier: over, metric: "M53" },
    ],
  },
  {
    words: "regions: 50.58 + 26.04 + 19.87 + 3.51 = 100.00",
    held: [
      { key: "5.4/region-core", value: "50.58", unit: "%", metric: "M55" },
      { key: "5.4/region-surroundings", value: "26.04", unit: "%", metric: "M55" },
      { key: "5.4/region-developed", value: "19.87", unit: "%", metric: "M55" },
      { key: "5.4/region-district", value: "3.51", unit: "%", metric: "M55" },
    ],
    counted: {
      sql: "SELECT sum(value)::float AS n FROM metric_values WHERE metric_code = 'M55' AND key LIKE '5.4/%'",
      gives: 100,
    },
  },
  {
    words: "local share",
    held: [{ key: "5.4/local-share", value: "80.13", unit: "%", derived: true, metric: "M54" }],
    counted: {
      sql: `SELECT sum(value)::float AS n FROM metric_values
            WHERE key IN ('5.4/region-core', '5.4/region-surroundings', '5.4/region-district')`,
      gives: 80.13,
    },
  },
  {
    words: "three technician leagues, nearly a hundred units (S002-14)",
    held: [
      { key: "5.4/leagues-members", value: "100", unit: "家", qualifier: "nearly", metric: "M01" },
    ],
    counted: {
      sql: `SELECT count(*)::int AS n FROM memberships m JOIN alliances a ON a.id = m.alliance_id
            WHERE a.slug IN ('western-technicians', 'energy-technicians', 'cnc-group')`,
      gives: 99,
    },
  },
];
