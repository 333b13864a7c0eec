import { range, two } from "../ids";
import { type DemoOrganization, organizationId, organizationRows } from "../organizations";
import { allianceId } from "../people";

/** The tenant of the cases whose text names no alliance; its name says that it is none of the texts. */
export const CASES = "sample-cases";
export const WESTERN = "western-vocational-base";
export const WUXI = "wuxi-school-council";

/** Units that the texts name as builders of colleges and platforms. Nothing is said of them but the name. */
const named: DemoOrganization[] = [
  {
    key: "yongchuan-government",
    name: "重庆市永川区人民政府",
    kind: "government",
    aliases: ["永川区政府"],
  },
  { key: "phoenix-lake-park", name: "凤凰湖产业园", kind: "park" },
  { key: "big-data-park", name: "大数据产业园", kind: "park" },
  { key: "siemens", name: "西门子公司", kind: "enterprise" },
  { key: "great-wall-chongqing", name: "长城汽车重庆分公司", kind: "enterprise" },
  { key: "nanchuan", name: "南川区", kind: "government" },
  { key: "kaizhou", name: "开州区", kind: "government" },
  { key: "fengjie", name: "奉节县", kind: "government" },
  { key: "huawei", name: "华为", kind: "enterprise" },
  { key: "xiyong", name: "西永微电园", kind: "park", regionCode: "500000" },
  { key: "wenjiang", name: "成都温江高新产业园", kind: "park", regionCode: "510100" },
  { key: "njcit", name: "南京信息职业技术学院", kind: "vocational_college", regionCode: "320100" },
  { key: "kunshan-zone", name: "昆山经济开发区", kind: "park", regionCode: "320583" },
  { key: "deyang-government", name: "德阳市人民政府", kind: "government", regionCode: "510600" },
  { key: "sichuan-construction", name: "四川建筑职业技术学院", kind: "vocational_college" },
  {
    key: "caep-six",
    name: "中国工程物理研究院机械制造工艺研究所",
    kind: "research_institute",
    aliases: ["中物院六所"],
  },
  { key: "deyang-siyuan", name: "德阳思远重工有限公司", kind: "enterprise" },
  { key: "jiuyuan", name: "四川九远气浮科技有限公司", kind: "enterprise" },
  { key: "cq-beauty", name: "重庆市美容美发协会", kind: "industry_association" },
];

const sample = (
  key: string,
  name: string,
  kind: DemoOrganization["kind"],
  serial: number,
): DemoOrganization => ({ key, name, kind, serial });

/** Ten of the twelve parks (S000-25), seven enterprises of Kunshan (S002-43) and one school: the texts do not name them. */
const synthetic: DemoOrganization[] = [
  ...range(3, 12).map((n) =>
    sample(`served-park-${two(n)}`, `示例服务园区 ${two(n)}`, "park", 1200 + n),
  ),
  ...range(1, 7).map((n) =>
    sample(`kunshan-enterprise-${two(n)}`, `示例昆山企业 ${two(n)}`, "enterprise", 1220 + n),
  ),
  sample("changchun-school", "示例长春高校", "university", 1230),
];

export const collegeOrganizationRows = () => ({
  ...organizationRows([...named, ...synthetic]),
  industrialPark: [...named, ...synthetic]
    .filter(({ kind }) => kind === "park")
    .map(({ key }) => ({ organizationId: organizationId(key) })),
});

export const casesAlliance = {
  id: allianceId(CASES),
  slug: CASES,
  name: "示例产教融合案例集",
  nameEn: "Sample Collection of Cases",
  type: "college_collaborative" as const,
  status: "operating" as const,
  summary:
    "昆山、德阳、长春等案例的来源没有写明所属联合体，集中登记在此；本名称为示例，不是来源中的组织。",
};
