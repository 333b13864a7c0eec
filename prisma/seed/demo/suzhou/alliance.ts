import { dateOf } from "@/lib/kernel/dates";
import type { DelegatedPowerKind } from "@/prisma/generated/enums";
import { idOf, range, three, two } from "../ids";
import { organizationId, REGISTERED_AT } from "../organizations";
import type { DemoRows } from "../rows";
import { SUZHOU, suzhouId } from "./members";

const summary = `由苏州市职业大学、苏州吴中经济技术开发区、苏州汇川技术有限公司共同牵头，2023年10月入选首批国家市域产教联合体（全国28家）。成员名单列114家企业、5家科研机构、7家政府部门、4所本科院校、12所职业院校、2家行业协会，合计144家。依托园区苏州吴中经济技术开发区作为牵头单位另行登记，不计入上述144家：来源未说明其是否为7家政府部门之一。`;

/** The alliance itself with its words for the positions (S003-1 to S003-9). */
export function suzhouAllianceRows(): Partial<DemoRows> {
  return {
    alliance: [
      {
        id: suzhouId,
        slug: SUZHOU,
        name: "苏州机器人与智能制造产教联合体",
        nameEn: "Suzhou Robotics and Intelligent Manufacturing Industry–Education Alliance",
        shortName: "苏州机器人联合体",
        type: "city_alliance",
        level: "national",
        status: "operating",
        batch: 1,
        batchSize: 28,
        regionCode: "320500",
        leadIndustry: "机器人与智能制造",
        structureTemplate: "suzhou_full",
        governanceModel:
          "党委和理事会领导下的职业经理人负责制：党委领导、理事会决策、监事会监督、职业经理人负责、专家治学、民主参与",
        baseParkId: organizationId("wuzhong"),
        summary,
        publishedAt: REGISTERED_AT,
        createdAt: REGISTERED_AT,
      },
    ],
    positionLabel: [
      {
        allianceId: suzhouId,
        position: "exec_chair_unit",
        zh: "常务理事长单位",
        en: "Executive chair unit",
      },
    ],
    ...chainRows(),
    ...programmeRows(),
    platform: range(1, 10).map((n) => ({
      id: idOf("platform", `${SUZHOU}/research-${two(n)}`),
      allianceId: suzhouId,
      name: `示例科研平台 ${two(n)}`,
      kind: "research" as const,
      hostId: organizationId(researchHosts[n - 1] ?? "university-01"),
      shared: true,
      synthetic: true,
      stateSince: REGISTERED_AT,
      createdAt: REGISTERED_AT,
    })),
    delegatedPower: powers.map((kind) => ({
      id: idOf("delegated-power", `${SUZHOU}/${kind}`),
      allianceId: suzhouId,
      kind,
      state: "proposed" as const,
      basis: "经济参考报 2023-10-24：文中提出应明确的赋权事项，未载明已经下放",
    })),
    delegatedPowerEvent: powers.map((kind) => ({
      id: idOf("delegated-power-event", `${SUZHOU}/${kind}/1`),
      allianceId: suzhouId,
      powerId: idOf("delegated-power", `${SUZHOU}/${kind}`),
      state: "proposed" as const,
      on: dateOf("2023-10-24"),
      note: "文中提出应明确的赋权事项；哪个部门、何时下放，文中未载",
      createdAt: REGISTERED_AT,
    })),
  };
}

/** 院校各类智能制造科研平台 (S003-25): at schools; which ones the source does not say. */
const researchHosts = [
  "university-01",
  "university-01",
  "university-02",
  "university-02",
  "university-03",
  "college-01",
  "college-02",
  "college-03",
  "technician-01",
  "technician-02",
];

/** S003-14, in the order of the source. */
const powers: DelegatedPowerKind[] = [
  "industry_policy",
  "special_fund_management",
  "talent_policy",
  "industrial_workforce_reform",
  "enterprise_training_centre",
  "skills_competition",
  "skills_appraisal",
  "dual_teacher_recognition",
];

/** S003-23. Only synthetic enterprises are placed: the source does not say where the named ones stand. */
const chain = [
  {
    position: "upstream",
    name: "机器人零部件制造",
    nameEn: "Robot parts",
    from: 1,
    to: 40,
  },
  {
    position: "midstream",
    name: "机器人本体制造",
    nameEn: "Robot bodies",
    from: 41,
    to: 70,
  },
  {
    position: "downstream",
    name: "机器人系统集成与应用",
    nameEn: "System integration and application",
    from: 71,
    to: 110,
  },
] as const;

const chainNodeId = (position: string) => idOf("chain-node", `${SUZHOU}/${position}`);

const chainRows = (): Partial<DemoRows> => ({
  chainNode: chain.map(({ position, name, nameEn }, index) => ({
    id: chainNodeId(position),
    allianceId: suzhouId,
    position,
    name,
    nameEn,
    sortOrder: index + 1,
  })),
  organizationChainNode: chain.flatMap(({ position, from, to }) =>
    range(from, to).map((n) => ({
      allianceId: suzhouId,
      chainNodeId: chainNodeId(position),
      organizationId: organizationId(`enterprise-${three(n)}`),
    })),
  ),
});

/** S003-24 names three of the thirteen; at which school each is taught it does not say. */
const programmes = [
  ["工业机器人技术应用", "secondary", "secondary-01"],
  ["示例专业 01", "secondary", "secondary-02"],
  ["示例专业 02", "secondary", "secondary-03"],
  ["示例专业 03", "secondary", "technician-01"],
  ["智能控制技术", "college", "college-01"],
  ["示例专业 04", "college", "college-02"],
  ["示例专业 05", "college", "college-03"],
  ["示例专业 06", "college", "college-04"],
  ["示例专业 07", "college", "college-05"],
  ["机器人工程", "bachelor", "university-01"],
  ["示例专业 08", "bachelor", "university-01"],
  ["示例专业 09", "bachelor", "university-02"],
  ["示例专业 10", "bachelor", "university-03"],
] as const;

const programmeRows = (): Partial<DemoRows> => ({
  programme: programmes.map(([name, level]) => ({
    id: idOf("programme", `${name}/${level}`),
    name,
    level,
    synthetic: name.startsWith("示例"),
  })),
  programmeOffering: programmes.map(([name, level, school]) => ({
    id: idOf("programme-offering", `${name}/${level}/${school}`),
    organizationId: organizationId(school),
    programmeId: idOf("programme", `${name}/${level}`),
  })),
  allianceOffering: programmes.map(([name, level, school]) => ({
    allianceId: suzhouId,
    offeringId: idOf("programme-offering", `${name}/${level}/${school}`),
  })),
});
