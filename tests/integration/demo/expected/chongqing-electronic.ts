import { approved, ledBy, type Row } from "./row";

const SCHOOL = "重庆电子科技职业大学";
const leagues = `FROM alliance_relations r JOIN alliances g ON g.id = r.from_id JOIN alliances l ON l.id = r.to_id
  WHERE r.kind = 'umbrella' AND g.name = '重庆电子信息职教集团' AND l.type = 'school_enterprise_league'`;

/** domain.md 5.2, typed by hand. */
export const chongqingElectronic: readonly Row[] = [
  {
    words: "city alliances led",
    held: [{ key: "5.2/city-alliances-led", value: "2", unit: "个", metric: "M09" }],
    counted: { sql: ledBy(SCHOOL, "city_alliance"), gives: 2 },
  },
  {
    words: "city alliances led: 1 national",
    held: [
      {
        key: "5.2/city-alliances-national",
        value: "1",
        unit: "个",
        partOf: "5.2/city-alliances-led",
      },
    ],
    counted: { sql: ledBy(SCHOOL, "city_alliance", "national"), gives: 1 },
  },
  {
    words: "city alliances led: 1 municipal = provincial",
    held: [
      {
        key: "5.2/city-alliances-provincial",
        value: "1",
        unit: "个",
        partOf: "5.2/city-alliances-led",
      },
    ],
    counted: { sql: ledBy(SCHOOL, "city_alliance", "provincial"), gives: 1 },
  },
  {
    words: "industry communities led",
    held: [{ key: "5.2/communities-led", value: "3", unit: "个", metric: "M09" }],
    counted: { sql: ledBy(SCHOOL, "industry_community"), gives: 3 },
  },
  {
    words: "projects of the two wings",
    held: [{ key: "5.2/two-wings-projects", value: "61", unit: "个", metric: "M19" }],
  },
  {
    words: "industry colleges, entity-operated",
    held: [{ key: "5.2/industry-colleges", value: "7", unit: "个", metric: "M10" }],
  },
  {
    words: "programme-group leagues",
    held: [{ key: "5.2/leagues", value: "8", unit: "个" }],
    counted: { sql: `SELECT count(*)::int AS n ${leagues}`, gives: 8 },
  },
  {
    words: "league member units",
    held: [{ key: "5.2/league-members", value: "226", unit: "家", metric: "M01" }],
    counted: {
      sql: `SELECT count(*)::int AS n FROM memberships m WHERE m.alliance_id IN (SELECT l.id ${leagues})`,
      gives: 226,
    },
  },
  {
    words: "R&D and service projects of leagues",
    held: [{ key: "5.2/league-projects", value: "89", unit: "个", metric: "M19" }],
  },
  {
    words: "technology transfer benefit",
    held: [
      {
        key: "5.2/transfer-benefit",
        value: "5200",
        unit: "万元",
        qualifier: "over",
        metric: "M28",
      },
    ],
  },
  {
    words: "joint R&D results",
    held: [{ key: "5.2/joint-results", value: "143", unit: "项", metric: "M24" }],
    counted: { sql: approved(SCHOOL, "M24"), gives: 143 },
  },
  {
    words: "partner enterprises that benefited",
    held: [{ key: "5.2/enterprises-benefited", value: "832", unit: "家", metric: "M04" }],
  },
  {
    words: "economic benefit: 3.57 亿元 = 35,700 万元",
    held: [{ key: "5.2/economic-benefit", value: "35700", unit: "万元", metric: "M29" }],
  },
  {
    words: "mean benefit per enterprise: 35,700 ÷ 832",
    held: [{ key: "5.2/mean-benefit", value: "42.9", unit: "万元", derived: true }],
    counted: {
      sql: "SELECT round(numerator / denominator, 1)::float AS n FROM metric_values WHERE key = '5.2/mean-benefit'",
      gives: 42.9,
    },
  },
  {
    words: "parks served",
    held: [{ key: "5.2/parks-served", value: "12", unit: "个", metric: "M16" }],
  },
  {
    words: "social-service money received",
    held: [
      {
        key: "5.2/social-service-received",
        value: "2000",
        unit: "万元",
        qualifier: "over",
        metric: "M26",
      },
    ],
  },
  {
    words: "doctors plan",
    held: [{ key: "5.2/doctors-plan", value: "100", unit: "人", metric: "M18" }],
  },
  {
    words: "consecutive Huawei awards",
    held: [{ key: "5.2/huawei-awards", value: "8", unit: "年" }],
  },
  {
    words: "districts with revitalisation college",
    held: [{ key: "5.2/revitalisation-districts", value: "3", unit: "个" }],
  },
];
