import { dateOf } from "@/lib/kernel/dates";
import { sampleEnterprises } from "../chongqing/organizations";
import { range, two } from "../ids";
import { CASES, WUXI } from "./organizations";
import { addAgreement, addCollege, addPlatform, type CollegeRows, type Party } from "./rows";

const S002 = "来源：技工院校与产教融合资料汇编。";
const STUDIO = "cq-wuyi-technician";
/** S002-11: the text gives their number; the day on which they were signed it does not. */
export const STRATEGIC_YEAR = 2019;
const STRATEGIC = 46;

function kunshan(rows: CollegeRows) {
  const enterprises = range(1, 7).map(
    (n): Party => [`kunshan-enterprise-${two(n)}`, "enterprise_body"],
  );
  addCollege(
    rows,
    CASES,
    "昆山学院",
    [["njcit", "school_body"], ["kunshan-zone", "park_host"], ...enterprises],
    {
      kind: "regional",
      establishedYear: 2014,
      regionCode: "320583",
      place: "park",
      summary: `${S002}2014年由1所学校、1个开发区和7家企业共同组建，以现代学徒制培养；7家企业来源未具名。`,
    },
  );
}

function wuxi(rows: CollegeRows) {
  const parties = [
    ["wuxi-college", "school_body"],
    ["wuxi-zone", "gov_lead"],
  ] as const;
  for (const name of ["集成电路产业学院", "智能制造产业学院", "数字文化产业学院"]) {
    addCollege(rows, WUXI, name, parties, { summary: `${S002}高新区支持校企共建。` });
  }
  addCollege(rows, WUXI, "紧缺人才实训学院", parties, {
    kind: "shortage_training",
    summary: `${S002}高新区出台专项政策、安排专项资金促成；合作企业来源未具名。`,
  });
  addPlatform(rows, WUXI, "社区学院", {
    kind: "community_college",
    host: "wuxi-college",
    summary: `${S002}面向6个街道、72个社区。`,
  });
}

function deyang(rows: CollegeRows) {
  addPlatform(rows, CASES, "德阳军民融合科技成果应用转化中心", {
    kind: "transfer_centre",
    host: "sichuan-construction",
    summary: `${S002}四方共建；2017年6月成立科技公司。`,
    parties: [
      ["deyang-government", "policy", "政府搭平台"],
      ["caep-six", "core_technology", "院所送团队"],
      ["sichuan-construction", "incubation", "高校建基地"],
      ["deyang-siyuan", "market", "企业促开发"],
    ],
  });
  addPlatform(rows, CASES, "军转融合政产学研协同创新中心", {
    kind: "research",
    host: "sichuan-construction",
    summary: `${S002}依托四川建筑职业技术学院与德阳市政府组建。`,
    parties: [
      ["deyang-government", "policy"],
      ["sichuan-construction", "incubation"],
    ],
  });
  addPlatform(rows, CASES, "四川建院大学科技园", {
    kind: "incubator",
    host: "sichuan-construction",
    summary: `${S002}学院依托它提供全方位孵化服务。`,
  });
}

function studios(rows: CollegeRows) {
  addPlatform(rows, CASES, "何先泽技能大师工作室", {
    kind: "master_studio",
    level: "national",
    host: STUDIO,
    summary: `${S002}国家级美发技能大师工作室。`,
  });
  addPlatform(rows, CASES, "发型教育研创中心", {
    kind: "practice_centre",
    host: STUDIO,
    summary: `${S002}依托何先泽技能大师工作室，与重庆市美容美发协会共创。`,
    parties: [
      [STUDIO, "school_body"],
      ["cq-beauty", "other"],
    ],
  });
  addPlatform(rows, CASES, "西南油气田分公司页岩气采集技能人才培训基地", {
    kind: "training_base",
    summary: `${S002}学员四期210余人。`,
  });
}

/** 46 strategic partners (S002-11); which they are the text does not say, but for one. */
function strategic(rows: CollegeRows) {
  for (const n of range(1, STRATEGIC)) {
    addAgreement(rows, CASES, `示例战略合作协议 ${two(n)}`, {
      kind: "strategic",
      state: "in_force",
      autoRenew: true,
      codeYear: STRATEGIC_YEAR,
      codeNumber: n,
      signedOn: dateOf("2019-01-08"),
      validFrom: dateOf("2019-01-08"),
      summary: `${S002}与46家知名企业、职业院校、行业协会建立校企战略伙伴关系；对方与日期为示例。`,
      parties: [STUDIO, sampleEnterprises[n] ?? ""],
    });
  }
}

/** Named among what the base is to bring about; whether it was founded the text does not say. */
function changchun(rows: CollegeRows) {
  addCollege(rows, CASES, "“大国工匠”学院", [["changchun-school", "school_body"]], {
    kind: "craftsman",
    state: "proposed",
    summary: "来源：长春一所高校 2022-04-03 新闻；列为协同发展格局之一，未载是否成立。",
  });
}

export function caseColleges(rows: CollegeRows): void {
  changchun(rows);
  kunshan(rows);
  wuxi(rows);
  deyang(rows);
  studios(rows);
  strategic(rows);
}
