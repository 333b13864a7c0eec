import { describe, expect, test } from "vitest";
import { gradeOf, pointsOf, vetoesOf } from "@/lib/features/colleges/rules/review";
import { reviewInputs } from "@/lib/features/colleges/schema/reviews";
import * as checks from "@/lib/platform/invariants/colleges";
import { useDemo } from "./support";

/*
 * Published totals of the texts that records reproduce (domain 5), and the states that the demonstration shows.
 */
const demo = useDemo("2026-11-22");
const one = async (sql: string) => (await demo.rows<{ n: number }>(sql))[0]?.n;
const colleges = (school: string, more = "") =>
  `SELECT count(*)::int AS n FROM colleges c JOIN organizations o ON o.id = c.school_id WHERE o.name = '${school}' ${more}`;

describe("published totals", () => {
  test.each([
    [
      "5.2 industry colleges run as entities",
      7,
      colleges("重庆电子科技职业大学", "AND c.mode = 'entity'"),
    ],
    [
      "5.3 modern industry colleges",
      6,
      colleges("重庆城市职业学院", "AND c.kind = 'modern_industry'"),
    ],
    [
      "5.3 of these at the level of the municipality",
      3,
      colleges("重庆城市职业学院", "AND c.kind = 'modern_industry' AND c.level = 'provincial'"),
    ],
    [
      "5.4 industry colleges of Wuxi",
      3,
      colleges("无锡科技职业学院", "AND c.kind = 'modern_industry'"),
    ],
    [
      "5.2 districts with a revitalisation college",
      3,
      `SELECT count(*)::int AS n FROM college_parties p JOIN colleges c ON c.id = p.college_id
       WHERE c.kind = 'rural_revitalisation' AND p.role = 'gov_lead'`,
    ],
    [
      "5.1 shared research platforms",
      10,
      `SELECT count(*)::int AS n FROM platforms p JOIN alliances a ON a.id = p.alliance_id
       WHERE a.slug = 'suzhou-robotics' AND p.kind = 'research' AND p.shared`,
    ],
    [
      "5.3 municipal engineering centres",
      2,
      "SELECT count(*)::int AS n FROM platforms WHERE kind = 'engineering_centre' AND level = 'provincial'",
    ],
    [
      "5.3 school-level centres",
      8,
      "SELECT count(*)::int AS n FROM platforms WHERE level = 'school'",
    ],
    ["5.3 think tanks", 4, "SELECT count(*)::int AS n FROM platforms WHERE kind = 'think_tank'"],
    [
      "5.2 parks served",
      12,
      "SELECT count(DISTINCT park_id)::int AS n FROM park_pairings WHERE valid_to IS NULL",
    ],
    ["5.2 doctors plan", 100, "SELECT sum(target)::int AS n FROM placement_calls"],
    [
      "5.4 strategic partners",
      46,
      "SELECT count(*)::int AS n FROM agreements WHERE kind = 'strategic'",
    ],
    [
      "5.4 parties of the Deyang centre",
      4,
      `SELECT count(*)::int AS n FROM platform_parties y JOIN platforms p ON p.id = y.platform_id
       WHERE p.kind = 'transfer_centre'`,
    ],
    ["5.5 components", 10, "SELECT count(*)::int AS n FROM platform_components"],
    [
      "5.5 components that the source names",
      9,
      "SELECT count(*)::int AS n FROM platform_components WHERE name IS NOT NULL",
    ],
  ])("%s: %i", async (_, expected, sql) => expect(await one(sql)).toBe(expected));

  test("5.4 Kunshan: 1 school, 1 zone, 7 enterprises, founded 2014, in another city", async () => {
    const [row] = await demo.rows(
      `SELECT c.established_year AS year, c.region_code, s.region_code AS school_region,
         count(*) FILTER (WHERE o.kind = 'vocational_college')::int AS schools,
         count(*) FILTER (WHERE o.kind = 'park')::int AS zones,
         count(*) FILTER (WHERE o.kind = 'enterprise')::int AS enterprises
       FROM colleges c JOIN organizations s ON s.id = c.school_id JOIN college_parties p ON p.college_id = c.id
         JOIN organizations o ON o.id = p.organization_id WHERE c.name = '昆山学院' GROUP BY c.id, s.region_code`,
    );
    expect(row).toEqual({
      ...{ year: 2014, region_code: "320583", school_region: "320100" },
      ...{ schools: 1, zones: 1, enterprises: 7 },
    });
  });
});

/** Typed by hand from the five texts. */
const namesOfTexts: Record<string, readonly string[]> = {
  colleges: [
    ...["华为ICT产业学院", "乡村振兴学院", "长安长城汽车现代产业学院", "云谷影视产业学院"],
    ...["科大讯飞大数据学院", "航空学院", "工程师学院", "昆山学院", "集成电路产业学院"],
    ...["智能制造产业学院", "数字文化产业学院", "紧缺人才实训学院", "“大国工匠”学院"],
  ],
  platforms: [
    ...["新一代信息技术产教融合基地", "“产城职创”融合发展试验区", "智能制造公共实训中心"],
    ...["西南赛事中心", "高技能人才培训基地", "世界技能竞赛训练基地", "工业机器人运维高校工程中心"],
    ...["物联网应用技术推广中心", "西部职业教育研究院", "黄炎培职业教育研究工作室"],
    ...[
      "职业技能培训服务研究中心",
      "乡村振兴劳务品牌研究中心",
      "陈志军汽车维修工国家级技能大师工作室",
    ],
    ...["重庆市陈波烹饪工艺技能大师工作室", "加工中心操作工罗飞市级技能大师工作室"],
    ...["中国智能制造挑战赛西部赛区基地", "重庆市工业机器人1+X证书培训认证管理中心"],
    ...["中德工程师学院", "汽车创新创业孵化器", "阿里巴巴客户服务人才孵化中心"],
    ...["工业机器人市级虚拟仿真实训基地", "重庆市高技能人才培养基地", "工信部数字人才培养基地"],
    ...["全国人工智能“双师型”教师培养基地", "何先泽技能大师工作室", "发型教育研创中心"],
    ...["西南油气田分公司页岩气采集技能人才培训基地", "社区学院"],
    ...["德阳军民融合科技成果应用转化中心", "军转融合政产学研协同创新中心"],
    ...["四川建院大学科技园", "校企协同就业创业创新示范实践基地"],
  ],
  training_classes: [
    ...["高尔夫班", "大能手班", "地铁班", "联想班", "城口班", "顶新中职班"],
    ...["昆山学院现代学徒制班", "“本土双元”人才定制培养班", "“三跨两融”种子班", "现代工匠班"],
  ],
};
test.each(Object.entries(namesOfTexts))(
  "every one of %s that a text names, and no other without 示例",
  async (table, names) => {
    const rows = await demo.rows<{ name: string }>(
      `SELECT name FROM ${table} WHERE name NOT LIKE '示例%' ORDER BY name`,
    );
    expect(rows.map(({ name }) => name).sort()).toEqual([...names].sort());
  },
);
test("一院一园: the two parks that a text names are paired", async () => {
  expect(
    await one(
      `SELECT count(*)::int AS n FROM park_pairings p JOIN organizations o ON o.id = p.park_id
       WHERE o.name IN ('西永微电园', '成都温江高新产业园') AND p.valid_to IS NULL`,
    ),
  ).toBe(2);
});

test("grades of the demonstration follow from their own inputs", async () => {
  const rows = await demo.rows<{
    inputs: unknown;
    points: number;
    grade: string;
    vetoes: string[];
  }>(
    "SELECT inputs, points, grade::text AS grade, vetoes FROM college_reviews WHERE state = 'decided'",
  );
  expect(rows.length).toBeGreaterThan(1);
  for (const row of rows) {
    const inputs = reviewInputs.parse(row.inputs);
    expect([pointsOf(inputs), gradeOf(inputs), vetoesOf(inputs)]).toEqual([
      row.points,
      row.grade,
      row.vetoes,
    ]);
  }
});

test("one placement in each state, and no person's name", async () => {
  expect(await one("SELECT count(DISTINCT state)::int AS n FROM placements")).toBe(6);
  expect(
    await one("SELECT count(*)::int AS n FROM placements WHERE reference NOT LIKE '示例%'"),
  ).toBe(0);
});

test("a record that no text names says 示例", async () => {
  for (const table of ["colleges", "platforms"]) {
    const rows = await demo.rows(
      `SELECT name FROM ${table} WHERE synthetic <> (name LIKE '示例%') OR (NOT synthetic AND summary NOT LIKE '来源%')`,
    );
    expect(rows).toEqual([]);
  }
  expect(await one("SELECT count(*)::int AS n FROM agreements WHERE title NOT LIKE '示例%'")).toBe(
    0,
  );
});

test("I-12, I-13, I-15, A-32: the checks of colleges, platforms and agreements find nothing", async () => {
  const reader = {
    query: async <Row extends Record<string, unknown>>({ text }: { text: string }) => ({
      rows: await demo.rows<Row>(text),
    }),
  };
  for (const check of Object.values(checks)) {
    expect(await check.find(reader), check.title).toEqual([]);
  }
});
