import type { Matter, Outcome } from "@/lib/features/bodies/types";
import type { Day } from "@/lib/kernel/dates";

type Item = {
  title: string;
  partyPrior?: true;
  motion?: {
    text: string;
    matter: Matter;
    votes: { yes: number; no: number; abstain: number; recused?: number };
    outcome: Outcome;
  };
};
export type Sitting = {
  key: string;
  title: string;
  day: Day;
  absent: readonly number[];
  proxies: readonly number[];
  items: readonly Item[];
};

/** The title under which the council passed it. */
export const ANNUAL_REPORT_2025 = "示例：苏州机器人与智能制造产教联合体2025年度报告";

/** Two meetings held on paper. The second one shows a motion that was carried and one that missed its majority. */
export const sittings: readonly Sitting[] = [
  {
    key: "minutes-1",
    title: "示例：一届一次理事会",
    day: "2023-11-15",
    absent: [27, 31],
    proxies: [12],
    items: [
      {
        title: "审议示例章程",
        partyPrior: true,
        motion: {
          text: "通过《示例章程》，自本次会议之日起施行。",
          matter: "charter",
          votes: { yes: 27, no: 1, abstain: 1 },
          outcome: "carried",
        },
      },
      {
        title: "选举监事",
        motion: {
          text: "选举示例监事 01 为第一届监事会监事。",
          matter: "election",
          votes: { yes: 26, no: 2, abstain: 1 },
          outcome: "carried",
        },
      },
    ],
  },
  {
    key: "minutes-2",
    title: "示例：一届三次理事会",
    day: "2026-03-12",
    absent: [9, 20, 26, 30],
    proxies: [14, 23],
    items: [
      { title: "听取年度工作报告" },
      {
        title: "审议年度工作计划",
        motion: {
          text: "通过示例年度工作计划，各成员单位按分工落实。",
          matter: "ordinary",
          votes: { yes: 25, no: 1, abstain: 1 },
          outcome: "carried",
        },
      },
      {
        title: "审议章程修订案",
        partyPrior: true,
        motion: {
          text: "将《示例章程》第十二条理事会任期由五年改为三年。",
          matter: "charter",
          votes: { yes: 19, no: 6, abstain: 2 },
          outcome: "rejected",
        },
      },
      {
        title: "审议示例实训基地共建方案",
        motion: {
          text: "同意示例实训基地共建方案，相关成员单位回避表决。",
          matter: "special",
          votes: { yes: 20, no: 3, abstain: 3, recused: 1 },
          outcome: "carried",
        },
      },
      {
        title: `审议《${ANNUAL_REPORT_2025}》`,
        motion: {
          text: `通过《${ANNUAL_REPORT_2025}》，由秘书处报送主管部门并公布。`,
          matter: "ordinary",
          votes: { yes: 26, no: 0, abstain: 1 },
          outcome: "carried",
        },
      },
      {
        title: "审定示例 2025 年度成员单位绩效评价结果",
        motion: {
          text: "审定示例 2025 年度成员单位绩效评价结果，按等级公布并督促整改。",
          matter: "ordinary",
          votes: { yes: 26, no: 0, abstain: 1 },
          outcome: "carried",
        },
      },
    ],
  },
];
