import { dateOf } from "@/lib/kernel/dates";
import type { MemberPosition, OrganizationKind } from "@/prisma/generated/enums";
import { idOf, range, three, two } from "../ids";
import {
  type DemoOrganization,
  organizationId,
  organizationRows,
  REGISTERED_AT,
} from "../organizations";
import { allianceId } from "../people";
import type { DemoRows } from "../rows";

export const SUZHOU = "suzhou-robotics";
export const suzhouId = allianceId(SUZHOU);
const REGION = "320500";

/** The base park is a lead party beside the 144 listed members (decision 0101). */
const park: DemoOrganization = {
  key: "wuzhong",
  name: "苏州吴中经济技术开发区",
  kind: "park",
  shortName: "吴中经开区",
  aliases: ["苏州吴中经开区", "吴中经开区管委会"],
  regionCode: "320506",
};

/** Organizations that the source names (S003-2, S003-22, S003-26). */
const named: DemoOrganization[] = [
  {
    key: "svu",
    name: "苏州市职业大学",
    nameEn: "Suzhou Vocational University",
    kind: "vocational_college",
    shortName: "苏职大",
    regionCode: REGION,
  },
  {
    key: "inovance",
    name: "苏州汇川技术有限公司",
    nameEn: "Suzhou Inovance Technology",
    kind: "enterprise",
    shortName: "汇川",
    aliases: ["汇川", "苏州汇川"],
    regionCode: REGION,
  },
  { key: "leaderdrive", name: "绿的谐波", kind: "enterprise" },
  { key: "veichi", name: "伟创电气", kind: "enterprise" },
  { key: "wuzhong-robot", name: "吴中机器人公司", kind: "enterprise" },
  {
    key: "ccid-suzhou",
    name: "赛迪研究院苏州分院",
    kind: "research_institute",
    regionCode: REGION,
  },
  { key: "suzhou-education", name: "苏州市教育局", kind: "government", regionCode: REGION },
  {
    key: "suzhou-ndrc",
    name: "苏州市发展和改革委员会",
    kind: "government",
    shortName: "苏州市发改委",
    aliases: ["发改委"],
    regionCode: REGION,
  },
  { key: "suda", name: "苏州大学", kind: "university", regionCode: REGION },
  {
    key: "robot-association",
    name: "苏州市机器人产业协会",
    kind: "industry_association",
    regionCode: REGION,
  },
];

/** A run of synthetic organizations: their name, English name and number say what they are. */
const sample = (
  key: string,
  zh: string,
  en: string,
  kind: OrganizationKind,
  count: number,
  from: number,
  digits: (n: number) => string = two,
): DemoOrganization[] =>
  range(1, count).map((n) => ({
    key: `${key}-${digits(n)}`,
    name: `${zh} ${digits(n)}`,
    nameEn: `${en} ${digits(n)}`,
    kind,
    regionCode: REGION,
    serial: from + n,
  }));

/** A group with three subsidiaries in the same register, and a unit that changed its name. */
const pasts: Record<string, Partial<DemoOrganization>> = {
  "enterprise-091": { parent: "enterprise-090" },
  "enterprise-092": { parent: "enterprise-090" },
  "enterprise-093": { parent: "enterprise-090" },
  "enterprise-100": { former: { name: "示例机电 100", until: "2025-05-31" } },
};

const synthetic: DemoOrganization[] = [
  {
    key: "district",
    name: "示例区人民政府",
    nameEn: "Sample District Government",
    kind: "government",
    regionCode: REGION,
    serial: 900,
  },
  ...sample("government", "示例政府部门", "Sample Department", "government", 4, 800),
  ...sample("institute", "示例科研机构", "Sample Institute", "research_institute", 4, 810),
  ...sample("university", "示例本科院校", "Sample University", "university", 3, 820),
  ...sample("college", "示例高职院校", "Sample College", "vocational_college", 5, 830),
  ...sample("secondary", "示例中职学校", "Sample Secondary School", "secondary_vocational", 4, 840),
  ...sample("technician", "示例技师学院", "Sample Technician College", "technician_school", 2, 850),
  ...sample("association", "示例行业协会", "Sample Association", "industry_association", 1, 860),
  ...sample("enterprise", "示例企业", "Sample Enterprise", "enterprise", 110, 0, three).map(
    (given) => ({ ...given, ...pasts[given.key] }),
  ),
];

const leads = ["wuzhong", "svu", "inovance"];

/** The units on the council beside chair, lead parties and departments; S003-8 names chain enterprises, associations, institutes. */
export const councilUnits: readonly string[] = [
  "enterprise-001",
  "enterprise-002",
  "enterprise-003",
  "enterprise-017",
  "enterprise-041",
  "enterprise-042",
  "enterprise-043",
  "enterprise-071",
  "enterprise-072",
  "enterprise-073",
  "institute-01",
  "institute-02",
  "institute-03",
  "institute-04",
  "ccid-suzhou",
  "robot-association",
  "association-01",
  "university-01",
  "college-01",
  "secondary-01",
  "technician-01",
];

/** S003-8: who holds which position, by kind of unit. */
function positionOf({ key, kind }: DemoOrganization): MemberPosition {
  if (key === "district") return "chair_unit";
  if (leads.includes(key)) return "exec_chair_unit";
  if (kind === "government") return "vice_chair_unit";
  return councilUnits.includes(key) ? "council_unit" : "member_unit";
}

/** Park first: the certificate numbers run through the three leads, then the list. */
const suzhouMembers: readonly DemoOrganization[] = [park, ...named, ...synthetic];

export const membersByKey = new Map(suzhouMembers.map((member) => [member.key, member]));

export const membershipId = (slug: string, key: string): string =>
  idOf("membership", `${slug}/${key}`);

/** Organizations, memberships and first periods of the Suzhou alliance. */
export function suzhouMemberRows(): Partial<DemoRows> {
  return {
    ...organizationRows(suzhouMembers),
    industrialPark: [
      {
        organizationId: organizationId("wuzhong"),
        zoneType: "economic",
        leadIndustries: "机器人与智能制造",
      },
    ],
    membership: suzhouMembers.map(({ key }, index) => ({
      id: membershipId(SUZHOU, key),
      allianceId: suzhouId,
      organizationId: organizationId(key),
      number: index + 1,
      isLead: leads.includes(key),
      createdAt: REGISTERED_AT,
    })),
    membershipPeriod: suzhouMembers.map((member) => ({
      id: idOf("membership-period", `${SUZHOU}/${member.key}/1`),
      allianceId: suzhouId,
      membershipId: membershipId(SUZHOU, member.key),
      position: positionOf(member),
      validFrom: dateOf("2023-10-01"),
      openedReason: "成立名单（经济参考报 2023-10-24）；加入日期文中未载，取名单公布当月首日",
    })),
    membershipEvent: suzhouMembers.map(({ key }) => ({
      id: idOf("membership-event", `${SUZHOU}/${key}/admitted`),
      allianceId: suzhouId,
      membershipId: membershipId(SUZHOU, key),
      kind: "admitted" as const,
      effectiveOn: dateOf("2023-10-01"),
      reason: "成立名单（经济参考报 2023-10-24）",
      createdAt: REGISTERED_AT,
    })),
  };
}
