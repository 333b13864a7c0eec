import type { MetricWords } from "./words";

/** Members and governance (domain 4). */
export const membersMetrics: readonly MetricWords[] = [
  {
    code: "M01",
    zh: "成员单位数",
    en: "Members",
    unit: ["家", "organizations"],
    aggregation: "latest",
    definition: [
      "基准日有效的成员关系数；跨联合体按统一社会信用代码去重。",
      "Memberships in force on the day; across alliances each organization counts once.",
    ],
  },
  {
    code: "M02",
    zh: "成员结构",
    en: "Members by kind",
    unit: ["家", "organizations"],
    aggregation: "latest",
    definition: [
      "基准日的成员单位按单位类别分列，各类之和等于成员单位数。",
      "Members on the day by kind of organization; the kinds add up to the members.",
    ],
  },
  {
    code: "M03",
    zh: "新增成员",
    en: "Members admitted",
    unit: ["家", "organizations"],
    aggregation: "sum",
    definition: [
      "期内经决议或公告生效的入会单位数。",
      "Organizations whose admission took effect in the period.",
    ],
  },
  {
    code: "M04",
    zh: "合作企业数",
    en: "Partner enterprises",
    unit: ["家", "enterprises"],
    aggregation: "distinct",
    definition: [
      "期内有效合作协议所涉企业，按统一社会信用代码去重。",
      "Enterprises with a cooperation agreement in force, each counted once.",
    ],
  },
  {
    code: "M05",
    zh: "活跃成员率",
    en: "Active-member rate",
    unit: ["%", "%"],
    aggregation: "ratio",
    definition: [
      "近12个月至少参与一次活动的成员数 ÷ 在册成员数。",
      "Members with at least one activity in twelve months ÷ members on the list.",
    ],
  },
  {
    code: "M06",
    zh: "理事会会议次数",
    en: "Council meetings held",
    unit: ["次", "meetings"],
    aggregation: "sum",
    definition: [
      "期内达到法定人数并已闭会的理事会会议次数。",
      "Council meetings of the period that had a quorum and were closed.",
    ],
  },
  {
    code: "M07",
    zh: "平均到会率",
    en: "Attendance rate",
    unit: ["%", "%"],
    aggregation: "ratio",
    definition: [
      "到会（含委托）表决席位数 ÷ 应到表决席位数，按会议分子分母分别相加。",
      "Voting seats attended, in person or by proxy ÷ voting seats; parts are added before dividing.",
    ],
  },
  {
    code: "M08",
    zh: "决议办结率",
    en: "Resolutions completed",
    unit: ["%", "%"],
    aggregation: "ratio",
    definition: [
      "按期办结的督办任务数 ÷ 到期督办任务数。",
      "Tasks from resolutions done ÷ tasks due.",
    ],
  },
  {
    code: "M09",
    zh: "牵头/参与联合体数",
    en: "Alliances led or joined",
    unit: ["个", "alliances"],
    aggregation: "latest",
    definition: [
      "单位在基准日牵头或参与的联合体、共同体、集团数，按角色分列。",
      "Alliances, communities and groups that the organization leads or has joined, by role.",
    ],
  },
  {
    code: "M82",
    zh: "赋权事项数",
    en: "Delegated powers in force",
    unit: ["项", "items"],
    aggregation: "latest",
    definition: [
      "基准日处于生效状态的政府赋权事项数。",
      "Powers delegated by government that are in force on the day.",
    ],
  },
];
