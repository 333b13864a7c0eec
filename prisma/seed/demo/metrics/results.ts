import type { MetricWords } from "./words";

/** Results that can be counted one by one (domain 4). */
export const resultsMetrics: readonly MetricWords[] = [
  {
    code: "M35",
    zh: "授权专利数",
    en: "Patents granted",
    unit: ["项", "patents"],
    aggregation: "distinct",
    definition: [
      "期内授权的专利，按授权号去重；多家共有的专利在联合体内计一项。",
      "Patents granted in the period by grant number; one owned by several members counts once.",
    ],
    reported: "with evidence",
  },
  {
    code: "M36",
    zh: "专利转化数",
    en: "Patents transferred",
    unit: ["项", "patents"],
    aggregation: "distinct",
    definition: [
      "期内转让、许可或作价投资的专利，按专利号去重。",
      "Patents sold, licensed or invested in the period, each counted once.",
    ],
    reported: "with evidence",
  },
  {
    code: "M37",
    zh: "标准数",
    en: "Standards",
    unit: ["个", "standards"],
    aggregation: "distinct",
    definition: [
      "期内发布的主持或参与制定的标准，按标准号去重，按级别分列。",
      "Standards issued in the period that a member led or took part in, each counted once, by level.",
    ],
    reported: "with evidence",
  },
  {
    code: "M38",
    zh: "论著数",
    en: "Publications",
    unit: ["篇", "publications"],
    aggregation: "distinct",
    definition: [
      "期内发表的论文与著作，同一成果只计一次。",
      "Papers and books published in the period, each counted once.",
    ],
    reported: "with evidence",
  },
  {
    code: "M43",
    zh: "承办赛事",
    en: "Competitions hosted",
    unit: ["项", "competitions"],
    aggregation: "sum",
    definition: [
      "期内承办或协办的技能赛事，同一赛事只登记一次。",
      "Skill competitions hosted or co-hosted in the period, each registered once.",
    ],
    reported: "with evidence",
  },
  {
    code: "M44",
    zh: "获奖数",
    en: "Awards",
    unit: ["项", "awards"],
    aggregation: "distinct",
    definition: [
      "期内获奖，团体奖计一项；同一成果只按最高级别计一次。",
      "Awards of the period; a team award is one, a result counts at its highest level only.",
    ],
    reported: "with evidence",
  },
  {
    code: "M76",
    zh: "典型案例",
    en: "Selected cases",
    unit: ["个", "cases"],
    aggregation: "distinct",
    definition: [
      "期内入选的典型案例，按级别分列，同一案例按最高级别计一次。",
      "Cases selected in the period, by level; one case counts at its highest level only.",
    ],
    reported: "with evidence",
  },
  {
    code: "M77",
    zh: "媒体报道",
    en: "Media reports",
    unit: ["篇", "reports"],
    aggregation: "sum",
    definition: [
      "期内媒体对联合体工作的报道篇数，按媒体级别分列。",
      "Reports about the alliance's work in the period, by level of the outlet.",
    ],
    reported: "plainly",
  },
];
