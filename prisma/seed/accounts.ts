/** Accounts of the demonstration (contract, section 3). */
export const demoPassword = "demo-alliance-2026";

type DemoAccount = { email: string; zh: string; en: string };

const two = (n: number) => String(n).padStart(2, "0");
const range = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

export const demoAccounts: readonly DemoAccount[] = [
  { email: "admin@demo.example", zh: "平台管理员", en: "Platform administrator" },
  {
    email: "secretariat@suzhou.example",
    zh: "苏州联合体秘书处",
    en: "Secretariat, Suzhou alliance",
  },
  {
    email: "finance@suzhou.example",
    zh: "苏州联合体财务（秘书处）",
    en: "Finance of the secretariat, Suzhou alliance",
  },
  { email: "chair@suzhou.example", zh: "理事会理事长", en: "Chair of the council" },
  ...range(12).map((n) => ({
    email: `delegate${two(n)}@suzhou.example`,
    zh: `理事代表 ${two(n)}`,
    en: `Council delegate ${two(n)}`,
  })),
  { email: "supervisor@suzhou.example", zh: "监事", en: "Supervisor" },
  ...range(5).map((n) => ({
    email: `expert${two(n)}@suzhou.example`,
    zh: `专家 ${two(n)}`,
    en: `Expert ${two(n)}`,
  })),
  {
    email: "leader@svu.example",
    zh: "苏州市职业大学校领导",
    en: "Leader, Suzhou Vocational University",
  },
  {
    email: "reporter@svu.example",
    zh: "苏州市职业大学填报员",
    en: "Reporter, Suzhou Vocational University",
  },
  {
    email: "enterprise@inovance.example",
    zh: "苏州汇川技术有限公司联系人",
    en: "Contact of Inovance Suzhou",
  },
  {
    email: "enterprise@sample017.example",
    zh: "示例企业 017 联系人",
    en: "Contact of Sample Enterprise 017",
  },
  { email: "park@wuzhong.example", zh: "吴中经开区（观察员）", en: "Base park, observer" },
  {
    email: "secretariat@chongqing.example",
    zh: "重庆各联合体秘书处",
    en: "Secretariat, Chongqing alliances",
  },
  { email: "leader@cqcet.example", zh: "重庆电子科技职业大学校领导", en: "Leader, CQCET" },
  { email: "leader@cqcvc.example", zh: "重庆城市职业学院校领导", en: "Leader, CQCVC" },
];
