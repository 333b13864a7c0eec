import { addDays, type Day } from "@/lib/kernel/dates";
import type { ProjectPlan } from "./project-plan";

/** Projects that wait for somebody: dated from the day of loading, so that nobody is late already. */
export function waitingPlans(today: Day): ProjectPlan[] {
  const day = (days: number) => addDays(today, days);
  return [
    {
      n: 29,
      title: "智能产线运维订单培养",
      type: "talent",
      state: "partners_confirming",
      applied: day(-5),
      from: day(60),
      to: day(790),
      lead: "svu",
      partners: [
        { unit: "enterprise-017", role: "co_builder", duty: "提供岗位、企业导师与实训设备" },
      ],
      summary: "面向智能产线运维岗位的订单培养，每届30人。",
      pending: ["enterprise-017"],
      paper: true,
    },
    {
      n: 30,
      title: "协作机器人夹具开发",
      type: "tech_rd",
      state: "partners_confirming",
      applied: day(-9),
      from: day(45),
      to: day(410),
      lead: "inovance",
      partners: [
        { unit: "college-02", role: "executor", duty: "承担结构设计" },
        { unit: "enterprise-081", role: "demand", duty: "提供应用场景" },
      ],
      summary: "开发通用夹具并在两个场景验证。",
      pending: ["enterprise-081"],
    },
    {
      n: 31,
      title: "机器人激光打磨工艺",
      type: "tech_rd",
      state: "check",
      applied: day(-11),
      from: day(40),
      to: day(405),
      lead: "enterprise-017",
      partners: [{ unit: "svu", role: "executor", duty: "承担工艺试验" }],
      summary: "验证激光打磨工艺窗口。",
    },
    {
      n: 32,
      title: "实训设备共享目录",
      type: "base",
      state: "check",
      applied: day(-13),
      from: day(30),
      to: day(395),
      lead: "college-05",
      partners: [
        { unit: "enterprise-050", role: "co_builder", duty: "开放设备" },
        { unit: "enterprise-051", role: "co_builder", duty: "开放设备" },
      ],
      summary: "编制可共享实训设备目录。",
    },
    {
      n: 33,
      title: "预测性维护培训课程",
      type: "course",
      state: "supplement",
      applied: day(-20),
      from: day(35),
      to: day(400),
      lead: "college-03",
      partners: [{ unit: "enterprise-082", role: "co_builder", duty: "提供数据" }],
      summary: "开发预测性维护课程。",
      reason: "请补充课程学时安排与双方知识产权约定。",
    },
    {
      n: 34,
      title: "移动机器人调度算法",
      type: "tech_rd",
      state: "draft",
      applied: day(-18),
      from: day(30),
      to: day(395),
      lead: "enterprise-083",
      partners: [
        { unit: "university-03", role: "executor", duty: "承担算法研究" },
        { unit: "technician-02", role: "co_builder", duty: "提供试验场地" },
      ],
      summary: "研究多机调度算法。",
      declinedBy: "technician-02",
      reason: "试验场地年内已有安排，建议调整时间。",
    },
  ];
}
