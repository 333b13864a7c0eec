import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { verify } from "@node-rs/argon2";
import { describe, expect, test } from "vitest";
import { isCreditCode } from "@/lib/features/organizations/rules/credit-code";
import { demoAccounts, demoPassword } from "@/prisma/seed/accounts";
import { useDemo } from "./support";

const demo = useDemo("2026-11-22");

/** Every name of an organization that the demonstration has from a source, typed by hand from the five texts. */
const fromSources = [
  "苏州吴中经济技术开发区",
  "苏州市职业大学",
  "苏州汇川技术有限公司",
  "绿的谐波",
  "伟创电气",
  "吴中机器人公司",
  "赛迪研究院苏州分院",
  "苏州市教育局",
  "苏州市发展和改革委员会",
  "苏州大学",
  "苏州市机器人产业协会",
  "重庆电子科技职业大学",
  "重庆城市职业学院",
  "重庆建筑工程职业学院",
  "永川国家高新区",
  "重庆经济开发区",
  "科大讯飞",
  "重庆工业技师学院",
  "重庆能源工业技师学院",
  "重庆机械技师学院",
  "重庆五一技师学院",
  "青山技校",
  "万州技师学院",
  "铁路技师学院",
  "工贸技师学院",
  "现代职业技师",
  "武进国家高新技术产业开发区",
  "烟台黄渤海新区",
  "烟台高新技术产业开发区",
  "淄博国家高新技术产业开发区",
  "山西转型综改示范区",
  "无锡国家高新技术产业开发区",
  "无锡科技职业学院",
  "重庆市永川区人民政府",
  "凤凰湖产业园",
  "大数据产业园",
  "西门子公司",
  "长城汽车重庆分公司",
  "南川区",
  "开州区",
  "奉节县",
  "华为",
  "西永微电园",
  "成都温江高新产业园",
  "南京信息职业技术学院",
  "昆山经济开发区",
  "德阳市人民政府",
  "四川建筑职业技术学院",
  "中国工程物理研究院机械制造工艺研究所",
  "德阳思远重工有限公司",
  "四川九远气浮科技有限公司",
  "重庆市美容美发协会",
];

describe("contract 3: names", () => {
  test("a name that no text gives is visibly synthetic", async () => {
    const rows = await demo.rows<{ name: string; synthetic: boolean }>(
      "SELECT name, synthetic FROM organizations ORDER BY name",
    );
    const named = rows.filter(({ name }) => !name.startsWith("示例"));
    expect(named.map(({ name }) => name).sort()).toEqual([...fromSources].sort());
    expect(named.filter(({ synthetic }) => synthetic)).toEqual([]);
    expect(rows.filter(({ name, synthetic }) => name.startsWith("示例") && !synthetic)).toEqual([]);
  });

  test("the documents' own examples exist: 示例企业 017, 示例代表 03", async () => {
    const [row] = await demo.rows(
      `SELECT (SELECT count(*)::int FROM organizations WHERE name = '示例企业 017') AS enterprise,
        (SELECT count(*)::int FROM people WHERE name = '示例代表 03') AS delegate`,
    );
    expect(row).toEqual({ enterprise: 1, delegate: 1 });
  });

  test.each([
    ["people", "name"],
    ["projects", "title"],
    ["outcome_records", "title"],
    ["stored_files", "name"],
  ])(
    "no real person, project or result is invented: every row of %s says 示例",
    async (table, column) => {
      const rows = await demo.rows(
        `SELECT ${column} FROM ${table} WHERE ${column} NOT LIKE '示例%'`,
      );
      expect(rows).toEqual([]);
    },
  );

  test("no credit code, size or tag is made up for a named organization", async () => {
    const rows = await demo.rows(
      `SELECT o.name FROM organizations o LEFT JOIN enterprises e ON e.organization_id = o.id
       LEFT JOIN member_institutions i ON i.organization_id = o.id
       WHERE NOT o.synthetic AND (o.credit_code IS NOT NULL OR o.address IS NOT NULL OR e.scale IS NOT NULL
         OR e.above_scale IS NOT NULL OR i.staff IS NOT NULL OR i.students_on_roll IS NOT NULL
         OR EXISTS (SELECT 1 FROM enterprise_tags t WHERE t.organization_id = o.id)
         OR EXISTS (SELECT 1 FROM organization_chain_nodes c WHERE c.organization_id = o.id)
         OR EXISTS (SELECT 1 FROM programme_offerings p WHERE p.organization_id = o.id))`,
    );
    expect(rows).toEqual([]);
  });

  test("synthetic credit codes pass the check and belong to no place", async () => {
    const rows = await demo.rows<{ credit_code: string }>(
      "SELECT credit_code FROM organizations WHERE synthetic",
    );
    expect(rows.length).toBeGreaterThan(300);
    expect(rows.filter(({ credit_code }) => !isCreditCode(credit_code))).toEqual([]);
    expect(rows.filter(({ credit_code }) => credit_code.slice(2, 8) !== "000000")).toEqual([]);
  });
});

type RoleRow = { role: string; alliance: string | null; organization: string | null };

const rolesOf = (email: string) =>
  demo.rows<RoleRow>(
    `SELECT g.role, a.slug AS alliance, o.name AS organization FROM role_grants g JOIN users u ON u.id = g.user_id
     LEFT JOIN alliances a ON a.id = g.alliance_id LEFT JOIN organizations o ON o.id = g.organization_id
     WHERE u.email = $1 ORDER BY g.role::text, a.slug`,
    [email],
  );

describe("contract 3: accounts", () => {
  test("every account of the contract signs in with the one password", async () => {
    const users = await demo.rows<{ email: string; password_hash: string }>(
      "SELECT email, password_hash FROM users ORDER BY email",
    );
    expect(users.map(({ email }) => email)).toEqual(demoAccounts.map(({ email }) => email).sort());
    const hashes = [...new Set(users.map(({ password_hash }) => password_hash))];
    expect(hashes).toHaveLength(1);
    expect(hashes[0]).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verify(hashes[0] ?? "", demoPassword)).toBe(true);
  });

  const suzhou = "suzhou-robotics";
  test.each<[string, RoleRow[]]>([
    ["admin@demo.example", [{ role: "platform_admin", alliance: null, organization: null }]],
    ["secretariat@suzhou.example", [{ role: "secretariat", alliance: suzhou, organization: null }]],
    [
      "chair@suzhou.example",
      [
        { role: "chair", alliance: suzhou, organization: "示例区人民政府" },
        { role: "delegate", alliance: suzhou, organization: "示例区人民政府" },
      ],
    ],
    ["supervisor@suzhou.example", [{ role: "supervisor", alliance: suzhou, organization: null }]],
    ["expert05@suzhou.example", [{ role: "expert", alliance: suzhou, organization: null }]],
    [
      "leader@svu.example",
      [{ role: "school_leader", alliance: suzhou, organization: "苏州市职业大学" }],
    ],
    [
      "reporter@svu.example",
      [{ role: "reporter", alliance: suzhou, organization: "苏州市职业大学" }],
    ],
    [
      "enterprise@inovance.example",
      [{ role: "enterprise_contact", alliance: suzhou, organization: "苏州汇川技术有限公司" }],
    ],
    [
      "enterprise@sample017.example",
      [{ role: "enterprise_contact", alliance: suzhou, organization: "示例企业 017" }],
    ],
    [
      "park@wuzhong.example",
      [{ role: "observer", alliance: suzhou, organization: "苏州吴中经济技术开发区" }],
    ],
  ])("%s", async (email, roles) => expect(await rolesOf(email)).toEqual(roles));

  test("secretariat@chongqing.example is the secretariat of every Chongqing alliance and of no other", async () => {
    const held = await rolesOf("secretariat@chongqing.example");
    const others = await demo.rows<{ slug: string }>(
      `SELECT slug FROM alliances WHERE slug NOT IN ('suzhou-robotics', 'changzhou-new-energy', 'yantai-huangbohai',
        'yantai-high-tech', 'zibo-high-tech', 'shanxi-digital-economy', 'wuxi-school-council', 'delta-zones-league', 'sample-cases')`,
    );
    expect(held.map(({ alliance }) => alliance).sort()).toEqual(
      others.map(({ slug }) => slug).sort(),
    );
    expect(new Set(held.map(({ role }) => role))).toEqual(new Set(["secretariat"]));
  });

  test("leader@cqcet.example leads 重庆电子科技职业大学 in each alliance that it belongs to", async () => {
    const held = await rolesOf("leader@cqcet.example");
    const memberships = await demo.rows<{ slug: string }>(
      `SELECT a.slug FROM memberships m JOIN alliances a ON a.id = m.alliance_id
       JOIN organizations o ON o.id = m.organization_id WHERE o.name = '重庆电子科技职业大学'`,
    );
    expect(held.map(({ alliance }) => alliance).sort()).toEqual(
      memberships.map(({ slug }) => slug).sort(),
    );
  });

  test("delegates 01 to 12 hold the council seats of the units that they speak for", async () => {
    const rows = await demo.rows<{ email: string }>(
      `SELECT u.email FROM users u JOIN role_grants g ON g.user_id = u.id AND g.role = 'delegate'
       JOIN memberships m ON m.alliance_id = g.alliance_id AND m.organization_id = g.organization_id
       JOIN seat_holdings h ON h.membership_id = m.id AND h.person_id = u.person_id
       JOIN seats s ON s.id = h.seat_id AND s.voting
       JOIN governance_bodies b ON b.id = s.body_id AND b.kind = 'council'
       WHERE u.email LIKE 'delegate%' ORDER BY u.email`,
    );
    expect(rows).toHaveLength(12);
  });
});

test("every stored file has its bytes, under their hash", async () => {
  const files = await demo.rows<{ sha256: string; size: number }>(
    "SELECT DISTINCT sha256, size FROM stored_files",
  );
  expect(files.length).toBeGreaterThan(5);
  for (const { sha256, size } of files) {
    const bytes = await readFile(join(demo.dataDir, "files", sha256.slice(0, 2), sha256));
    expect(bytes.byteLength).toBe(size);
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
  }
});
