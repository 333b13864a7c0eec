import type { MetricWords } from "./words";

/** Colleges, platforms, parks (domain 4). */
export const platformsMetrics: readonly MetricWords[] = [
  {
    code: "M10",
    zh: "产业学院数",
    en: "Industry colleges",
    unit: ["个", "colleges"],
    aggregation: "latest",
    definition: [
      "基准日运行中的产业学院数；省级及以上为其中项，不另加。",
      "Industry colleges in operation; those of provincial level or above are a part, never added.",
    ],
  },
  {
    code: "M11",
    zh: "实体化运行率",
    en: "Entity-operated rate",
    unit: ["%", "%"],
    aggregation: "ratio",
    definition: [
      "具备实体化运行佐证的产业学院数 ÷ 产业学院数。",
      "Industry colleges with evidence of operating as an entity ÷ industry colleges.",
    ],
  },
  {
    code: "M12",
    zh: "专业群产业学院覆盖率",
    en: "Programme groups with a college",
    unit: ["%", "%"],
    aggregation: "ratio",
    definition: [
      "至少有一个产业学院的专业群数 ÷ 专业群数。",
      "Programme groups with at least one industry college ÷ programme groups.",
    ],
  },
  {
    code: "M13",
    zh: "共建实训基地数",
    en: "Co-built training bases",
    unit: ["个", "bases"],
    aggregation: "latest",
    definition: [
      "基准日学校与企业或园区共建的实训类平台数，同一平台只计一次。",
      "Training platforms built together by schools and enterprises or parks, each counted once.",
    ],
  },
  {
    code: "M14",
    zh: "平台数（分级）",
    en: "Platforms by level",
    unit: ["个", "platforms"],
    aggregation: "latest",
    definition: [
      "基准日的平台、基地、中心数，按现行级别分列；升级后只计现级别。",
      "Platforms, bases and centres by their present level; a promoted one counts at its present level only.",
    ],
  },
  {
    code: "M15",
    zh: "大师工作室数",
    en: "Master studios",
    unit: ["个", "studios"],
    aggregation: "latest",
    definition: [
      "基准日的技能大师工作室数，按级别分列。",
      "Skill masters' studios on the day, by level.",
    ],
  },
  {
    code: "M16",
    zh: "服务园区数",
    en: "Parks served",
    unit: ["个", "parks"],
    aggregation: "distinct",
    definition: [
      "期内有结对或项目往来的产业园区，去重计数。",
      "Parks with a pairing or a project in the period, each counted once.",
    ],
  },
  {
    code: "M17",
    zh: "一院一园覆盖率",
    en: "School units paired with a park",
    unit: ["%", "%"],
    aggregation: "ratio",
    definition: [
      "已与园区结对的二级学院数 ÷ 二级学院数。",
      "School units paired with a park ÷ school units.",
    ],
  },
  {
    code: "M18",
    zh: "博士进园区人数",
    en: "Doctors placed in parks",
    unit: ["人", "persons"],
    aggregation: "distinct",
    definition: [
      "期内派驻园区或企业的博士，按人去重。",
      "Persons with a doctorate sent to parks or enterprises in the period, each counted once.",
    ],
  },
  {
    code: "M72",
    zh: "园区总产值",
    en: "Gross output of the park",
    unit: ["亿元", "CNY 100 million"],
    aggregation: "latest",
    definition: [
      "园区统计年度的总产值，以园区公布数为准。",
      "Gross output of the park in the statistical year, as the park publishes it.",
    ],
  },
  {
    code: "M73",
    zh: "校办/合作企业产值",
    en: "Output of school-run or partner firms",
    unit: ["万元", "CNY 10,000"],
    aggregation: "latest",
    definition: [
      "校办企业或合作企业的年产值，由企业提供。",
      "Yearly output of school-run or partner firms, as the firm states it.",
    ],
  },
  {
    code: "M75",
    zh: "引进企业",
    en: "Firms attracted to the park",
    unit: ["家", "enterprises"],
    aggregation: "distinct",
    definition: [
      "期内经联合体协助落户园区的企业，去重计数。",
      "Firms that settled in the park with the alliance's help, each counted once.",
    ],
  },
  {
    code: "M81",
    zh: "研学/接待人次",
    en: "Visitors at bases",
    unit: ["人次", "visits"],
    aggregation: "sum",
    definition: [
      "期内基地接待研学与来访的人次，同一人多次到访分别计数。",
      "Visits to bases in the period; one person's visits count each time.",
    ],
  },
];
