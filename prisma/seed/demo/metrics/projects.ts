import type { MetricWords } from "./words";

/** Projects and services (domain 4). */
export const projectsMetrics: readonly MetricWords[] = [
  {
    code: "M19",
    zh: "合作项目数",
    en: "Cooperation projects",
    unit: ["项", "projects"],
    aggregation: "sum",
    definition: [
      "期内启动的合作项目数；在研项目数另按基准日计。",
      "Cooperation projects begun in the period; running ones are counted on a day.",
    ],
  },
  {
    code: "M20",
    zh: "立项市级及以上科技项目",
    en: "Science projects of municipal level or above",
    unit: ["项", "projects"],
    aggregation: "sum",
    definition: [
      "期内获市级及以上部门立项的纵向科技项目数。",
      "Science projects approved by authorities of municipal level or above in the period.",
    ],
    reported: "with evidence",
  },
  {
    code: "M21",
    zh: "技术服务项数",
    en: "Technical services",
    unit: ["项", "contracts"],
    aggregation: "sum",
    definition: [
      "期内签订的技术开发、转让、咨询、服务合同数。",
      "Contracts for technical development, transfer, advice or service signed in the period.",
    ],
    reported: "with evidence",
  },
  {
    code: "M22",
    zh: "揭榜挂帅项目数",
    en: "Open-bid projects",
    unit: ["项", "projects"],
    aggregation: "sum",
    definition: [
      "期内发榜、签约、验收的揭榜挂帅项目数，三者分列。",
      "Open-bid projects published, contracted and accepted, shown apart.",
    ],
  },
  {
    code: "M23",
    zh: "揭榜成功率",
    en: "Bid success",
    unit: ["%", "%"],
    aggregation: "ratio",
    definition: ["签约的榜单数 ÷ 发布的榜单数。", "Needs contracted ÷ needs published."],
  },
  {
    code: "M24",
    zh: "联合研发成果数",
    en: "Joint R&D results",
    unit: ["项", "results"],
    aggregation: "sum",
    definition: [
      "期内学校与企业联合研发并形成的成果数，同一成果只登记一次。",
      "Results of joint research by schools and enterprises; each result is registered once.",
    ],
    reported: "with evidence",
  },
  {
    code: "M83",
    zh: "孵化企业数",
    en: "Spin-offs",
    unit: ["家", "enterprises"],
    aggregation: "distinct",
    definition: [
      "期内由合作项目孵化并完成登记的企业，去重计数。",
      "Enterprises founded out of cooperation projects and registered in the period, each counted once.",
    ],
    reported: "with evidence",
  },
  {
    code: "M74",
    zh: "助推企业认定",
    en: "Firms helped to a recognition",
    unit: ["家", "enterprises"],
    aggregation: "distinct",
    definition: [
      "期内经联合体助推获得专精特新等认定的企业，去重计数。",
      "Enterprises helped to a recognition such as specialised SME in the period, each counted once.",
    ],
  },
];
