import { range, two } from "../ids";
import { WESTERN } from "./organizations";
import { addCollege, addPlatform, type CollegeRows } from "./rows";

const S000 = "来源：华龙网 2024-10-17。";
const S001 = "来源：重庆市人民政府网 2024-11-04。";
const ELECTRONIC = "cqcet";
const CITY = "cqcvc";

/** S000-13: 华为ICT等7个产业学院, run as entities; the text names one. S000-27: one college with three districts. */
function electronicColleges(rows: CollegeRows) {
  const entity = {
    mode: "entity",
    modeEvidence: `${S000}原文称“建设并实体化运行华为ICT等7个产业学院”。`,
  } as const;
  addCollege(
    rows,
    WESTERN,
    "华为ICT产业学院",
    [
      [ELECTRONIC, "school_body"],
      ["huawei", "enterprise_body"],
    ],
    { ...entity, summary: `${S000}7个产业学院中来源具名的一个。` },
  );
  for (const n of range(2, 7)) {
    addCollege(rows, WESTERN, `示例产业学院 ${two(n)}`, [[ELECTRONIC, "school_body"]], {
      ...entity,
      summary: `${S000}来源只给出总数7个，未具名。`,
    });
  }
  addCollege(
    rows,
    WESTERN,
    "乡村振兴学院",
    [
      [ELECTRONIC, "school_body"],
      ["nanchuan", "gov_lead"],
      ["kaizhou", "gov_lead"],
      ["fengjie", "gov_lead"],
    ],
    { kind: "rural_revitalisation", summary: `${S000}与南川区、开州区、奉节县共建。` },
  );
}

/** S001-21: 共计6个现代产业学院, of which 3 at the level of the municipality; the text does not say which three. */
function cityColleges(rows: CollegeRows) {
  const school = [CITY, "school_body"] as const;
  const unknown = "来源只说6个中有3个为重庆市级，未载是哪3个；此处级别为示例。";
  const level = "provincial" as const;
  addCollege(
    rows,
    WESTERN,
    "长安长城汽车现代产业学院",
    [school, ["great-wall-chongqing", "enterprise_body"], ["phoenix-lake-park", "park_host"]],
    { level, place: "park", summary: `${S001}${unknown}同文另处称“长城汽车产业学院”。` },
  );
  addCollege(rows, WESTERN, "云谷影视产业学院", [school, ["big-data-park", "park_host"]], {
    level,
    place: "park",
    summary: `${S001}${unknown}同文另处称与大数据产业园共建“云谷产业学院、数字影视产业学院”。`,
  });
  addCollege(rows, WESTERN, "科大讯飞大数据学院", [school, ["iflytek", "enterprise_body"]], {
    level,
    summary: `${S001}${unknown}`,
  });
  addCollege(rows, WESTERN, "航空学院", [school], { summary: S001 });
  for (const n of [5, 6]) {
    addCollege(rows, WESTERN, `示例现代产业学院 ${two(n)}`, [school], {
      summary: `${S001}来源只给出总数6个。`,
    });
  }
  addCollege(
    rows,
    WESTERN,
    "工程师学院",
    [school, ["yongchuan-park", "park_host"], ["siemens", "enterprise_body"]],
    { kind: "engineer", summary: `${S001}与高新区管委会、西门子公司共建。` },
  );
}

/** S001-5, S001-13 to S001-16, S001-54, S001-55 and the studios. What the municipality recognised is provincial. */
function cityPlatforms(rows: CollegeRows) {
  const three = [
    ["yongchuan-government", "gov_lead"],
    ["phoenix-lake-park", "park_host"],
    ["siemens", "enterprise_body"],
  ] as const;
  const add = (name: string, more: Omit<Parameters<typeof addPlatform>[3], "host" | "summary">) =>
    addPlatform(rows, WESTERN, name, { host: CITY, summary: S001, ...more });
  add("智能制造公共实训中心", { kind: "public_training_centre", parties: three });
  add("西南赛事中心", { kind: "competition_centre", parties: three });
  add("高技能人才培训基地", { kind: "training_base", parties: three });
  add("陈志军汽车维修工国家级技能大师工作室", { kind: "master_studio", level: "national" });
  add("重庆市陈波烹饪工艺技能大师工作室", { kind: "master_studio", level: "provincial" });
  add("加工中心操作工罗飞市级技能大师工作室", { kind: "master_studio", level: "provincial" });
  add("世界技能竞赛训练基地", { kind: "training_base" });
  add("中国智能制造挑战赛西部赛区基地", { kind: "competition_centre" });
  add("重庆市工业机器人1+X证书培训认证管理中心", { kind: "training_base" });
  add("工业机器人运维高校工程中心", { kind: "engineering_centre", level: "provincial" });
  add("物联网应用技术推广中心", { kind: "engineering_centre", level: "provincial" });
  for (const n of range(1, 8)) {
    add(`示例校级中心 ${two(n)}`, { kind: "practice_centre", level: "school" });
  }
  for (const name of [
    "西部职业教育研究院",
    "黄炎培职业教育研究工作室",
    "职业技能培训服务研究中心",
    "乡村振兴劳务品牌研究中心",
  ]) {
    add(name, { kind: "think_tank" });
  }
  add("汽车创新创业孵化器", { kind: "incubator" });
  add("中德工程师学院", { kind: "practice_centre" });
  add("阿里巴巴客户服务人才孵化中心", { kind: "incubator" });
  add("工业机器人市级虚拟仿真实训基地", { kind: "virtual_simulation", level: "provincial" });
  add("重庆市高技能人才培养基地", { kind: "training_base", level: "provincial" });
  add("工信部数字人才培养基地", { kind: "training_base", level: "national" });
  add("全国人工智能“双师型”教师培养基地", { kind: "training_base", level: "national" });
}

export function chongqingColleges(rows: CollegeRows): void {
  electronicColleges(rows);
  cityColleges(rows);
  cityPlatforms(rows);
  const electronic = { host: ELECTRONIC, summary: S000 };
  addPlatform(rows, WESTERN, "新一代信息技术产教融合基地", {
    ...electronic,
    kind: "practice_base",
    level: "national",
  });
  addPlatform(rows, WESTERN, "“产城职创”融合发展试验区", {
    ...electronic,
    kind: "pilot_zone",
    parties: [["yongchuan-government", "gov_lead"]],
  });
}
