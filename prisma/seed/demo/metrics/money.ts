import type { MetricWords } from "./words";

/** Money; contract, received and benefit are three numbers (domain 4). */
export const moneyMetrics: readonly MetricWords[] = [
  {
    code: "M25",
    zh: "协议投入",
    en: "Committed funds",
    unit: ["万元", "CNY 10,000"],
    aggregation: "sum",
    definition: [
      "期内经协议或决议确认的承诺额，货币与实物分列；附条件承诺不计入。",
      "Commitments confirmed by agreement or resolution, cash and kind apart; conditional ones are not in.",
    ],
  },
  {
    code: "M26",
    zh: "到账经费（社会服务）",
    en: "Social-service income received",
    unit: ["万元", "CNY 10,000"],
    aggregation: "sum",
    definition: [
      "期内社会服务实际到账并已入账的金额，以凭证为准，不含合同未到账部分。",
      "Money received and booked for services to society; contracts not yet paid are not in.",
    ],
    reported: "with evidence",
  },
  {
    code: "M27",
    zh: "技术服务收入",
    en: "Technical-service income received",
    unit: ["万元", "CNY 10,000"],
    aggregation: "sum",
    definition: [
      "期内技术开发、转让、咨询、服务合同的到账金额。",
      "Money received from contracts for technical development, transfer, advice or service.",
    ],
    reported: "with evidence",
  },
  {
    code: "M28",
    zh: "成果转化金额",
    en: "Transfer of results",
    unit: ["万元", "CNY 10,000"],
    aggregation: "sum",
    definition: [
      "期内成果转化的金额；合同额与到账额分列，不与经济效益相加。",
      "Amount of results transferred; contract and received apart, never added to economic benefit.",
    ],
    reported: "with evidence",
  },
  {
    code: "M29",
    zh: "产生经济效益",
    en: "Economic benefit claimed",
    unit: ["万元", "CNY 10,000"],
    aggregation: "sum",
    definition: [
      "受益企业测算并盖章证明的经济效益，每家企业每年一份证明。",
      "Benefit that enterprises calculate and certify, one certificate per enterprise and year.",
    ],
    reported: "with evidence",
  },
  {
    code: "M30",
    zh: "新增产值",
    en: "Output increase of enterprises",
    unit: ["万元", "CNY 10,000"],
    aggregation: "sum",
    definition: [
      "受服务企业自行证明的新增产值，不与经济效益相加。",
      "Increase of output certified by the enterprise served; never added to economic benefit.",
    ],
    reported: "with evidence",
  },
  {
    code: "M31",
    zh: "企业捐赠",
    en: "Enterprise donations",
    unit: ["万元", "CNY 10,000"],
    aggregation: "sum",
    definition: [
      "期内企业捐赠的货币与作价实物，两者分列。",
      "Donations of enterprises in the period, cash and valued kind apart.",
    ],
  },
  {
    code: "M32",
    zh: "财政专项资金",
    en: "Government special funds",
    unit: ["万元", "CNY 10,000"],
    aggregation: "sum",
    definition: [
      "期内到账的财政专项资金。",
      "Special funds received from public budgets in the period.",
    ],
  },
  {
    code: "M33",
    zh: "预算执行率",
    en: "Budget execution",
    unit: ["%", "%"],
    aggregation: "ratio",
    definition: [
      "已入账支出 ÷ 调整后预算，分子分母分别相加后再除。",
      "Expenditure booked ÷ adjusted budget; parts are added before dividing.",
    ],
  },
  {
    code: "M34",
    zh: "资金到位率",
    en: "Fund arrival rate",
    unit: ["%", "%"],
    aggregation: "ratio",
    definition: ["已到账金额 ÷ 到期应付的承诺额。", "Money received ÷ commitments due."],
  },
];
