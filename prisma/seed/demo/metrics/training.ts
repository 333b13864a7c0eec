import type { MetricWords } from "./words";

/** Training; persons, attendances and person-days are three numbers (domain 4). */
export const trainingMetrics: readonly MetricWords[] = [
  {
    code: "M39",
    zh: "培训人次",
    en: "Training attendances",
    unit: ["人次", "attendances"],
    aggregation: "sum",
    definition: [
      "期内培训的到课人次，同一人每次参加分别计数；不与人数、人日换算。",
      "Attendances at training; a person counts each time. Never converted to persons or days.",
    ],
    reported: "with evidence",
  },
  {
    code: "M40",
    zh: "培训人数",
    en: "Persons trained",
    unit: ["人", "persons"],
    aggregation: "distinct",
    definition: [
      "期内参加培训的人，按人去重；各单位之和不等于总数。",
      "Persons trained in the period, each counted once; members' numbers do not add up.",
    ],
    reported: "with evidence",
  },
  {
    code: "M41",
    zh: "培训人日",
    en: "Training person-days",
    unit: ["人日", "person-days"],
    aggregation: "sum",
    definition: ["每期培训的到课人数 × 天数之和。", "Sum over trainings of attendants × days."],
    reported: "with evidence",
  },
  {
    code: "M42",
    zh: "赛训人次",
    en: "Competition-training attendances",
    unit: ["人次/年", "attendances a year"],
    aggregation: "sum",
    definition: [
      "一年内为技能竞赛组织训练的人次，是年度频率，不跨年累计。",
      "Attendances at training for competitions within one year: a yearly rate, not cumulated.",
    ],
  },
  {
    code: "M45",
    zh: "技能等级取证人数",
    en: "Skill certificates",
    unit: ["人", "persons"],
    aggregation: "sum",
    definition: [
      "期内取得职业技能等级证书的人数，按等级分列。",
      "Persons who obtained a skill-level certificate in the period, by level.",
    ],
    reported: "with evidence",
  },
  {
    code: "M46",
    zh: "1+X 证书数",
    en: "1+X certificates",
    unit: ["人次", "certificates"],
    aggregation: "sum",
    yearBasis: "academic",
    definition: [
      "学年内取得1+X职业技能等级证书的人次。",
      "1+X certificates obtained in the academic year.",
    ],
    reported: "with evidence",
  },
  {
    code: "M84",
    zh: "公益培训人日",
    en: "Public-benefit training",
    unit: ["人日", "person-days"],
    aggregation: "sum",
    definition: [
      "不收费的公益培训人日，是培训人日的其中项。",
      "Person-days of training free of charge; a part of all training person-days.",
    ],
    reported: "plainly",
  },
  {
    code: "M69",
    zh: "企业实践教师人次",
    en: "Teachers practising in enterprises",
    unit: ["人次", "attendances"],
    aggregation: "sum",
    definition: [
      "期内教师到企业实践的人次。",
      "Stays of teachers in enterprises for practice in the period.",
    ],
    reported: "plainly",
  },
  {
    code: "M78",
    zh: "人才需求填报数",
    en: "Open posts in the demand base",
    unit: ["个", "posts"],
    aggregation: "latest",
    definition: [
      "基准日需求库中有效岗位需求的人数合计。",
      "Head-count of open talent needs in the demand base on the day.",
    ],
  },
  {
    code: "M79",
    zh: "供需匹配率",
    en: "Demand fill rate",
    unit: ["%", "%"],
    aggregation: "ratio",
    definition: [
      "已满足的需求人数 ÷ 已确认的需求人数。",
      "Head-count filled ÷ head-count confirmed.",
    ],
  },
  {
    code: "M80",
    zh: "服务对象满意度",
    en: "Satisfaction",
    unit: ["%", "%"],
    aggregation: "ratio",
    definition: [
      "满意份数 ÷ 有效问卷份数，按学生、企业、家长、教师分列。",
      "Satisfied answers ÷ valid answers, by students, firms, parents and teachers.",
    ],
  },
];
