import type { AllianceType, RecognitionLevel, StructureTemplate } from "@/prisma/generated/enums";
import { range, two } from "../ids";
import { orderSchools, sampleColleges, sampleEnterprises } from "./organizations";

export type DemoAlliance = {
  slug: string;
  name: string;
  nameEn: string;
  shortName?: string;
  type: AllianceType;
  level?: RecognitionLevel;
  basePark?: string;
  structure?: StructureTemplate;
  leadIndustry?: string;
  summary: string;
  /** Source text and the day from which its members are listed. */
  source: "S000" | "S001" | "S002";
  /** Keys of organizations; the leads come first. */
  leads: readonly string[];
  members: readonly string[];
};

/** Runs of the pool that begin at different places, so that one enterprise stands in several alliances. */
const enterprises = (from: number, count: number): string[] =>
  range(0, count - 1).map((n) => sampleEnterprises[(from + n) % sampleEnterprises.length] ?? "");

const CQCET = "cqcet";
const CQCVC = "cqcvc";

const cityAlliances: DemoAlliance[] = [
  {
    slug: "western-vocational-base",
    name: "西部职业教育基地产教联合体",
    nameEn: "Industry–Education Alliance of the Western Vocational Education Base",
    // The spelling of the second school that reports about it: one alliance, one row (domain 5.6).
    shortName: "西部职教基地产教联合体",
    type: "city_alliance",
    level: "national",
    basePark: "yongchuan-park",
    // S000-5 describes the bodies of the city alliances that this school leads.
    structure: "one_two_six_n",
    summary:
      "国家级。重庆电子科技职业大学称“牵头成立国家级西部职业教育基地产教联合体”（华龙网 2024-10-17），重庆城市职业学院称依托永川的国家高新技术产业区“共建西部职教基地产教联合体”（重庆市人民政府网 2024-11-04）。两校报告的是同一联合体的推断，故只登记一次，两校各自的自报数不相加。",
    source: "S000",
    leads: [CQCET],
    members: [CQCVC, "yongchuan-park"],
  },
  {
    slug: "electronic-manufacturing",
    name: "新一代电子信息制造业产教联合体",
    nameEn: "Industry–Education Alliance for New-Generation Electronics Manufacturing",
    type: "city_alliance",
    level: "provincial",
    basePark: "sample-park",
    structure: "one_two_six_n",
    leadIndustry: "新一代电子信息制造业",
    summary:
      "重庆市级（省级），由重庆电子科技职业大学牵头（华龙网 2024-10-17）。来源未载依托园区，以“示例园区 01”代之。",
    source: "S000",
    leads: [CQCET],
    members: ["sample-park"],
  },
  {
    slug: "industrial-software",
    name: "工业软件产教联合体",
    nameEn: "Industry–Education Alliance for Industrial Software",
    type: "city_alliance",
    basePark: "yongchuan-park",
    leadIndustry: "工业软件",
    summary: "重庆城市职业学院依托永川的国家高新技术产业区共建（重庆市人民政府网 2024-11-04）。",
    source: "S001",
    leads: [],
    members: [CQCVC, "yongchuan-park"],
  },
  {
    slug: "industrial-robots",
    name: "工业机器人产教联合体",
    nameEn: "Industry–Education Alliance for Industrial Robots",
    type: "city_alliance",
    basePark: "yongchuan-park",
    leadIndustry: "工业机器人",
    summary: "重庆城市职业学院依托永川的国家高新技术产业区共建（重庆市人民政府网 2024-11-04）。",
    source: "S001",
    leads: [],
    members: [CQCVC, "yongchuan-park"],
  },
  {
    slug: "iot-terminals",
    name: "物联网智能终端智造产教联合体",
    nameEn: "Industry–Education Alliance for IoT Terminal Manufacturing",
    type: "city_alliance",
    basePark: "cq-economic-park",
    leadIndustry: "物联网智能终端",
    summary:
      "重庆城市职业学院与重庆经济开发区、建筑工程职院联合组建（重庆市人民政府网 2024-11-04）。",
    source: "S001",
    leads: [],
    members: [CQCVC, "cq-economic-park", "cq-construction"],
  },
];

const communityOf = (slug: string, name: string, nameEn: string): DemoAlliance => ({
  slug,
  name,
  nameEn,
  type: "industry_community",
  summary: "由重庆电子科技职业大学牵头成立的产教融合共同体（华龙网 2024-10-17）；来源未列成员。",
  source: "S000",
  leads: [CQCET],
  members: [],
});

const communities: DemoAlliance[] = [
  communityOf(
    "cyberspace-security",
    "全国网络空间安全产教融合共同体",
    "National Cyberspace Security Community",
  ),
  communityOf(
    "internet-of-everything",
    "全国万物智联产教融合共同体",
    "National Internet of Everything Community",
  ),
  communityOf(
    "mobile-communication",
    "全国移动通信产教融合共同体",
    "National Mobile Communication Community",
  ),
  {
    slug: "smart-retail",
    name: "智慧零售产教融合共同体",
    nameEn: "Smart Retail Community",
    type: "industry_community",
    leadIndustry: "智慧零售",
    summary:
      "重庆城市职业学院“牵头45家单位共建”（重庆市人民政府网 2024-11-04）。来源未说明45家是否包括该校；此处按包括计，其余44家为示例企业。",
    source: "S001",
    leads: [CQCVC],
    members: enterprises(0, 44),
  },
  {
    slug: "industrial-robot-community",
    name: "工业机器人产教融合共同体",
    nameEn: "Industrial Robot Community",
    type: "industry_community",
    leadIndustry: "工业机器人",
    summary:
      "重庆城市职业学院“联合67家单位共建”（重庆市人民政府网 2024-11-04）。来源未说明67家是否包括该校；此处按包括计，其余66家为示例企业。",
    source: "S001",
    leads: [],
    members: [CQCVC, ...enterprises(30, 66)],
  },
  {
    slug: "artificial-intelligence",
    name: "全国人工智能行业产教融合共同体",
    nameEn: "National Artificial Intelligence Community",
    type: "industry_community",
    leadIndustry: "人工智能",
    summary:
      "重庆城市职业学院“联合科大讯飞等120余家院校企业组建”（重庆市人民政府网 2024-11-04）。来源只给出“120余家”，此处登记120家，除两家具名单位外均为示例单位。",
    source: "S001",
    leads: [],
    members: [CQCVC, "iflytek", ...sampleColleges, ...enterprises(60, 108)],
  },
];

/** 226 memberships over eight leagues (S000-17); how they are spread the source does not say. */
const leagueSizes = [30, 29, 28, 28, 28, 28, 28, 27] as const;

export const leagues: readonly DemoAlliance[] = leagueSizes.map((size, index) => ({
  slug: `league-${two(index + 1)}`,
  name:
    index === 0
      ? "中国通信工业协会信息安全与云计算校企联盟"
      : `示例专业群校企联盟 ${two(index + 1)}`,
  nameEn:
    index === 0
      ? "School–Enterprise League for Information Security and Cloud Computing"
      : `Sample School–Enterprise League ${two(index + 1)}`,
  type: "school_enterprise_league",
  summary: `重庆电子信息职教集团专业群层面的校企联盟之一，8个联盟共吸纳成员单位226家（华龙网 2024-10-17）。各联盟的家数与成员为示例。`,
  source: "S000",
  leads: [],
  members: [CQCET, ...enterprises(index * 20, size - 1)],
}));

export const GROUP = "electronic-information-group";

const groups: DemoAlliance[] = [
  {
    slug: GROUP,
    name: "重庆电子信息职教集团",
    nameEn: "Chongqing Electronic Information Vocational Education Group",
    type: "vocational_group",
    level: "national",
    summary:
      "国家级示范性职教集团，下设专业群层面校企联盟8个，吸纳成员单位226家（华龙网 2024-10-17）。226为各联盟成员关系之和；一家单位加入几个联盟即计几次，去重后的单位数另列。",
    source: "S000",
    leads: [CQCET],
    members: [],
  },
];

/** Three leagues of "nearly a hundred" units (S002-14): 33 memberships each, a third of the order schools in each. */
const technicianLeagues: DemoAlliance[] = (
  [
    [
      "western-technicians",
      "渝西地区技工教育联盟",
      "Technician Education League of Western Chongqing",
      "regional_league",
      "cq-industry-technician",
    ],
    [
      "energy-technicians",
      "能源行业技工教育联盟",
      "Technician Education League of the Energy Sector",
      "school_enterprise_league",
      "cq-energy-technician",
    ],
    [
      "cnc-group",
      "数控职业技术教育集团",
      "Vocational Education Group for Numerical Control",
      "vocational_group",
      "cq-machinery-technician",
    ],
  ] as const
).map(([slug, name, nameEn, type, lead], index) => ({
  slug,
  name,
  nameEn,
  type,
  summary:
    "重庆三个技工教育联盟（集团）之一，三者“涉及企事业单位和学校近百家”（技工院校与产教融合资料汇编）。除牵头学校外均为示例单位。",
  source: "S002",
  leads: [lead],
  members: [...orderSchools.slice(index * 9, index * 9 + 9), ...enterprises(index * 23, 23)],
}));

export const chongqingAlliances: readonly DemoAlliance[] = [
  ...cityAlliances,
  ...communities,
  ...groups,
  ...leagues,
  ...technicianLeagues,
];
