import type { ProjectState, ProjectType } from "@/prisma/generated/enums";

/** A synthetic project in a state that the story of the alliance has not: one of each. */
export type StatePlan = {
  n: number;
  state: ProjectState;
  title: string;
  type: ProjectType;
  lead: string;
  partner: string;
  reason?: string;
  /** How many of its two milestones are accepted. */
  accepted: 0 | 1 | 2;
};

const plan = (
  n: number,
  state: ProjectState,
  title: string,
  type: ProjectType,
  more: Partial<StatePlan> = {},
): StatePlan => ({ n, state, title, type, lead: "svu", partner: "inovance", accepted: 0, ...more });

const byCompany = { lead: "inovance", partner: "svu" };

export const statePlans: readonly StatePlan[] = [
  plan(51, "review", "伺服系统维护课程包", "course"),
  plan(52, "decision", "减速器检测技术服务", "tech_service", byCompany),
  plan(53, "suspended", "柔性夹具联合研发", "tech_rd", {
    ...byCompany,
    accepted: 1,
    reason: "示例：产线搬迁，暂停三个月。",
  }),
  plan(54, "acceptance_requested", "现场工程师联合培养二期", "talent", { accepted: 2 }),
  plan(55, "accepting", "机器视觉实训基地", "base", { accepted: 2 }),
  plan(56, "rework", "企业导师互聘", "teacher", {
    accepted: 2,
    reason: "示例：请补充导师授课记录。",
  }),
  plan(57, "failed", "旧线改造方案", "tech_service", {
    ...byCompany,
    accepted: 2,
    reason: "示例：主要指标未达到。",
  }),
  plan(58, "terminated", "海外订单班", "international", {
    accepted: 1,
    reason: "示例：合作条件变化，经决定提前终止。",
  }),
  plan(59, "settlement", "焊接工艺数据库", "tech_rd", { ...byCompany, accepted: 2 }),
  plan(60, "closed", "新员工岗前培训", "training", { accepted: 2 }),
  plan(61, "follow_up", "毕业生创业孵化", "startup", { accepted: 2 }),
  plan(62, "archived", "乡村农机维修服务", "rural", { accepted: 2 }),
];

/** States in which it has no number yet. */
export const isNumbered = ({ state }: StatePlan): boolean =>
  state !== "review" && state !== "decision";
