import { dateOf } from "@/lib/kernel/dates";
import { allianceRows } from "../alliances";
import { orderSchools } from "../chongqing/organizations";
import { idOf, range, three, two } from "../ids";
import { type DemoOrganization, organizationId, organizationRows } from "../organizations";
import { split } from "../outcome";
import { allianceId, userId } from "../people";
import type { DemoRows } from "../rows";

/*
 * Chongqing's technician schools as records (domain 5.4): 51 schools, 124 programmes, 414 offerings of which 305 serve key
 * industries, order classes at 27 schools with 6,526 students.
 */
export const TECHNICIANS = "technician-schools";
const REGION = "500000";

/** Schools whose classes S002-17 names beside those that are on the register already. */
const named: DemoOrganization[] = [
  {
    key: "wanzhou-technician",
    name: "万州技师学院",
    kind: "technician_school",
    regionCode: REGION,
  },
  {
    key: "railway-technician",
    name: "铁路技师学院",
    kind: "technician_school",
    regionCode: REGION,
  },
  {
    key: "industry-trade-technician",
    name: "工贸技师学院",
    kind: "technician_school",
    regionCode: REGION,
  },
  // The text breaks the name off here.
  {
    key: "modern-technician",
    name: "现代职业技师",
    kind: "technician_school",
    regionCode: REGION,
  },
];
const known = [
  "cq-industry-technician",
  "cq-energy-technician",
  "cq-machinery-technician",
  "cq-wuyi-technician",
  "qingshan",
];
const moreSchools: DemoOrganization[] = range(28, 42).map((n) => ({
  key: `order-school-${two(n)}`,
  name: `示例技工院校 ${two(n)}`,
  nameEn: `Sample Technician School ${two(n)}`,
  kind: "technician_school",
  regionCode: REGION,
  serial: 950 + n,
}));

/** In whose name the fit report appears: no text says which bureau it was. */
export const bureau: DemoOrganization = {
  key: "cq-sample-bureau",
  name: "示例市发展改革部门",
  nameEn: "Sample Development and Reform Bureau",
  kind: "government",
  regionCode: REGION,
  serial: 994,
};

/** What the named schools teach the source does not say: the offerings are those of the others. */
const teaching: readonly string[] = [...orderSchools, ...moreSchools.map(({ key }) => key)];

export const allianceName = "示例重庆市技工院校汇总";

/** Register rows: the four new named schools, fifteen sample ones, and the 51 as members of one alliance. */
export function technicianRows(): Partial<DemoRows> {
  const alliances = allianceRows([
    {
      slug: TECHNICIANS,
      name: allianceName,
      nameEn: "Sample Summary of Chongqing's Technician Schools",
      type: "regional_league",
      summary:
        "按《技工院校与产教融合资料汇编》的合计数登记：技工院校51所、专业124个、专业点414个（其中对接重点产业305个）、订单培养27所6526人。来源只点名9所学校，且未载其专业点与人数，414个专业点和6526名学生均分布于42所示例学校，为示例数据。",
      source: "S002",
      leads: [],
      members: [...known, ...named.map(({ key }) => key), ...teaching],
    },
  ]);
  return {
    ...organizationRows([...named, bureau, ...moreSchools]),
    ...alliances,
    roleGrant: [
      {
        id: idOf("role-grant", `secretariat@chongqing.example/secretariat/${TECHNICIANS}`),
        userId: userId("secretariat@chongqing.example"),
        role: "secretariat",
        allianceId: allianceId(TECHNICIANS),
        validFrom: dateOf("2023-10-01"),
        grantedById: userId("admin@demo.example"),
        createdAt: dateOf("2023-10-01"),
      },
    ],
  };
}

export const here = allianceId(TECHNICIANS);

/** S002-24 names four that were opened with enterprises; the others are samples. */
const programmeNames: readonly string[] = [
  "工业机器人应用与维护",
  "现代物流",
  "物联网技术应用",
  "3D打印技术",
  ...range(1, 120).map((n) => `示例技工专业 ${three(n)}`),
];
const programmeId = (name: string) => idOf("programme", `${name}/secondary`);

const keyIndustries = range(1, 8).map((n) => `示例重点产业 ${two(n)}`);
const otherIndustries = range(1, 4).map((n) => `示例一般产业 ${two(n)}`);
const industryId = (name: string) => idOf("industry", `${TECHNICIANS}/${name}`);

export const industries = [...keyIndustries, ...otherIndustries].map((name) => ({
  id: industryId(name),
  allianceId: here,
  name,
  key: keyIndustries.includes(name),
}));

const KEY_OFFERINGS = 305;
const OFFERINGS = 414;

type Offering = { school: string; programme: string; industry: string | null };

/** One after the other round the catalogue, so that every programme is taught at three or four schools. */
export const offerings: readonly Offering[] = range(0, OFFERINGS - 1).map((k) => {
  const place = k % programmeNames.length;
  const key = keyIndustries[place % keyIndustries.length] ?? null;
  const other = place % 3 === 0 ? null : (otherIndustries[place % otherIndustries.length] ?? null);
  return {
    school: teaching[k % teaching.length] ?? "",
    programme: programmeNames[place] ?? "",
    industry: k < KEY_OFFERINGS ? key : other,
  };
});

const offeringId = ({ school, programme }: Offering) =>
  idOf("programme-offering", `${programme}/secondary/${school}`);

export const programmes = programmeNames.map((name) => ({
  id: programmeId(name),
  name,
  level: "secondary" as const,
  synthetic: name.startsWith("示例"),
}));
export const programmeOfferings = offerings.map((one) => ({
  id: offeringId(one),
  organizationId: organizationId(one.school),
  programmeId: programmeId(one.programme),
}));
export const allianceOfferings = offerings.map((one) => ({
  allianceId: here,
  offeringId: offeringId(one),
  industryId: one.industry && industryId(one.industry),
}));

const ORDER_STUDENTS = 6526;
const classId = (name: string) => idOf("training-class", `${TECHNICIANS}/${name}`);

/** The same 81 classes as the outcomes that the schools reported: three at each of the 27. */
const orderClasses = split(ORDER_STUDENTS, orderSchools.length * 3, "order-class").map(
  (current, index) => {
    const school = Math.floor(index / 3);
    const name = `示例订单班 ${two(school + 1)}-${(index % 3) + 1}`;
    return { name, school: orderSchools[school] ?? "", current };
  },
);

/** S002-17; how many students sat in them the source does not say. */
const namedClasses = [
  { name: "高尔夫班", school: "wanzhou-technician" },
  { name: "大能手班", school: "wanzhou-technician" },
  { name: "地铁班", school: "railway-technician" },
  { name: "联想班", school: "cq-industry-technician" },
  { name: "城口班", school: "industry-trade-technician" },
  { name: "顶新中职班", school: "modern-technician" },
];

export const trainingClasses = [
  ...orderClasses.map(({ name, school }) => ({
    id: classId(name),
    allianceId: here,
    organizationId: organizationId(school),
    kind: "order" as const,
    name,
    startYear: 2019,
    synthetic: true,
    createdAt: dateOf("2019-09-01"),
  })),
  ...namedClasses.map(({ name, school }) => ({
    id: classId(name),
    allianceId: here,
    organizationId: organizationId(school),
    kind: "order" as const,
    name,
    note: "来源只载班名，未载人数与合作单位（技工院校与产教融合资料汇编）。",
    createdAt: dateOf("2019-09-01"),
  })),
];
export const trainingYears = orderClasses.map(({ name, current }) => ({
  allianceId: here,
  classId: classId(name),
  academicYear: 2019,
  planned: current,
  enrolled: current,
  current,
  enteredAt: dateOf("2019-09-30"),
}));
