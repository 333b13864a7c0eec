/** The sample form that the members of the Suzhou alliance report every quarter; its figures are samples throughout. */
export type FormIndicator = {
  code: string;
  parent: string | null;
  nameZh: string;
  nameEn: string;
  definition?: string;
  kind?: "stock" | "flow" | "ratio" | "yes_no" | "text";
  unit?: readonly [string, string];
  weight?: number;
  target?: string;
  lowest?: string;
  partOf?: string;
  evidence?: string;
  direction?: "up" | "down";
};

export const formIndicators: readonly FormIndicator[] = [
  {
    code: "Q1",
    parent: null,
    nameZh: "合作与培养",
    nameEn: "Cooperation and training",
    weight: 4000,
  },
  {
    code: "Q1.1",
    parent: "Q1",
    nameZh: "合作企业数",
    nameEn: "Partner enterprises",
    definition: "期末有有效协议的企业数，按统一社会信用代码去重。",
    kind: "stock",
    unit: ["家", "firms"],
    weight: 3000,
    lowest: "0",
    direction: "up",
  },
  {
    code: "Q1.2",
    parent: "Q1",
    nameZh: "订单班在册人数",
    nameEn: "Students in order classes",
    definition: "期末在册学生数。",
    kind: "stock",
    unit: ["人", "students"],
    weight: 3000,
    lowest: "0",
    direction: "up",
  },
  {
    code: "Q1.3",
    parent: "Q1",
    nameZh: "培训人次",
    nameEn: "Training person-times",
    definition: "本期参加培训的人次，同一人每参加一次计一次。",
    kind: "flow",
    unit: ["人次", "person-times"],
    weight: 2000,
    lowest: "0",
    target: "500",
    direction: "up",
  },
  {
    code: "Q1.4",
    parent: "Q1",
    nameZh: "其中：企业职工培训人次",
    nameEn: "Of which: employees of enterprises",
    kind: "flow",
    unit: ["人次", "person-times"],
    weight: 2000,
    lowest: "0",
    partOf: "Q1.3",
  },
  { code: "Q2", parent: null, nameZh: "服务与投入", nameEn: "Service and funds", weight: 4000 },
  {
    code: "Q2.1",
    parent: "Q2",
    nameZh: "技术服务到账额",
    nameEn: "Technical service income received",
    definition: "本期银行实际到账金额，不含合同额。",
    kind: "flow",
    unit: ["万元", "10,000 yuan"],
    weight: 6000,
    lowest: "0",
    evidence: "合同\n发票\n银行回单",
    direction: "up",
  },
  {
    code: "Q2.2",
    parent: "Q2",
    nameZh: "技术服务合同数",
    nameEn: "Technical service contracts",
    kind: "flow",
    unit: ["项", "contracts"],
    weight: 4000,
    lowest: "0",
  },
  { code: "Q3", parent: null, nameZh: "就业与说明", nameEn: "Employment and notes", weight: 2000 },
  {
    code: "Q3.1",
    parent: "Q3",
    nameZh: "本地就业率",
    nameEn: "Local employment rate",
    definition: "在本市就业的毕业生数 ÷ 已就业毕业生数。填写分子/分母。",
    kind: "ratio",
    weight: 6000,
    target: "65",
    direction: "up",
  },
  {
    code: "Q3.2",
    parent: "Q3",
    nameZh: "发生安全责任事故",
    nameEn: "Safety accident with liability",
    kind: "yes_no",
    weight: 2000,
    direction: "down",
  },
  {
    code: "Q3.3",
    parent: "Q3",
    nameZh: "本期情况说明",
    nameEn: "Notes on the period",
    kind: "text",
    weight: 2000,
  },
];

export const formRules = [
  {
    strength: "block",
    expression: "[Q1.4] <= [Q1.3]",
    note: "企业职工培训人次是培训人次的一部分，不能更多。",
  },
  {
    strength: "reason",
    expression: "[Q2.1] requires [Q2.2]",
    note: "有到账额而没有合同数，请说明。",
  },
] as const;
