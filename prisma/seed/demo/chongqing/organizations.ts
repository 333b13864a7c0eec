import type { OrganizationKind } from "@/prisma/generated/enums";
import { range, three, two } from "../ids";
import { type DemoOrganization, organizationId, organizationRows } from "../organizations";
import type { DemoRows } from "../rows";

const REGION = "500000";

/** Units that the Chongqing texts name and that a record of the demonstration needs (S000, S001, S002). */
const named: DemoOrganization[] = [
  {
    key: "cqcet",
    name: "重庆电子科技职业大学",
    nameEn: "Chongqing Polytechnic University of Electronic Technology",
    kind: "vocational_university",
    regionCode: REGION,
  },
  {
    key: "cqcvc",
    name: "重庆城市职业学院",
    nameEn: "Chongqing City Vocational College",
    kind: "vocational_college",
    shortName: "重庆城市职院",
    aliases: ["重庆城市职院"],
    regionCode: "500118",
  },
  {
    key: "cq-construction",
    name: "重庆建筑工程职业学院",
    kind: "vocational_college",
    aliases: ["建筑工程职院"],
    regionCode: REGION,
  },
  {
    key: "yongchuan-park",
    name: "永川国家高新区",
    kind: "park",
    aliases: ["永川的国家高新技术产业区"],
    regionCode: "500118",
  },
  { key: "cq-economic-park", name: "重庆经济开发区", kind: "park", regionCode: REGION },
  { key: "iflytek", name: "科大讯飞", kind: "enterprise" },
  {
    key: "cq-industry-technician",
    name: "重庆工业技师学院",
    kind: "technician_school",
    aliases: ["重庆市工业技师学院"],
    regionCode: REGION,
  },
  {
    key: "cq-energy-technician",
    name: "重庆能源工业技师学院",
    kind: "technician_school",
    regionCode: REGION,
  },
  {
    key: "cq-machinery-technician",
    name: "重庆机械技师学院",
    kind: "technician_school",
    regionCode: REGION,
  },
  {
    key: "cq-wuyi-technician",
    name: "重庆五一技师学院",
    kind: "technician_school",
    regionCode: REGION,
  },
  { key: "qingshan", name: "青山技校", kind: "technician_school", regionCode: REGION },
];

const synthetic = (
  key: string,
  zh: string,
  en: string,
  kind: OrganizationKind,
  [from, to]: readonly [number, number],
  serial: number,
  digits = two,
): DemoOrganization[] =>
  range(from, to).map((n) => ({
    key: `${key}-${digits(n)}`,
    name: `${zh} ${digits(n)}`,
    nameEn: `${en} ${digits(n)}`,
    kind,
    regionCode: REGION,
    serial: serial + n,
  }));

/** Enterprises 201 to 380: numbered on from Suzhou's, so that no two sample enterprises share a name. */
export const sampleEnterprises: readonly string[] = range(201, 380).map(
  (n) => `enterprise-${three(n)}`,
);
/** The 27 schools with order classes (S002-16); the source gives their number, not their names. */
export const orderSchools: readonly string[] = range(1, 27).map((n) => `order-school-${two(n)}`);
export const sampleColleges: readonly string[] = range(11, 20).map((n) => `college-${two(n)}`);

const organizations: DemoOrganization[] = [
  ...named,
  {
    key: "sample-park",
    name: "示例园区 01",
    nameEn: "Sample Park 01",
    kind: "park",
    regionCode: REGION,
    serial: 901,
  },
  ...synthetic("enterprise", "示例企业", "Sample Enterprise", "enterprise", [201, 380], 0, three),
  ...synthetic("college", "示例高职院校", "Sample College", "vocational_college", [11, 20], 930),
  ...synthetic(
    "order-school",
    "示例技工院校",
    "Sample Technician School",
    "technician_school",
    [1, 27],
    950,
  ),
];

export const chongqingOrganizationRows = (): Partial<DemoRows> => ({
  ...organizationRows(organizations),
  industrialPark: organizations
    .filter(({ kind }) => kind === "park")
    .map(({ key }) => ({ organizationId: organizationId(key) })),
});
