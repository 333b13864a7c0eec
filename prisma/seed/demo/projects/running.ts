import { dateOf } from "@/lib/kernel/dates";
import type { DutyKind, PartyRole } from "@/prisma/generated/enums";
import { at } from "../days";
import { entryBase, posted } from "../funds/entry";
import { idOf } from "../ids";
import { organizationId } from "../organizations";
import { userId } from "../people";
import { suzhouId as allianceId, SUZHOU } from "../suzhou/members";
import { projectId } from "../suzhou/projects";

/*
 * One project in the middle of its life: the four duties of its parties, a milestone that was accepted and paid, one that
 * was put off by a change, a look at half time, a change that waits, and two alliances to which it is credited.
 */
const N = 63;
export const runningId = projectId(N);
const key = (table: string, ...parts: (string | number)[]) =>
  idOf(table, [SUZHOU, N, ...parts].join("/"));
const here = { allianceId, projectId: runningId };
const secretariat = userId("secretariat@suzhou.example");
const finance = userId("finance@suzhou.example");
const leader = userId("leader@svu.example");
const contact = userId("enterprise@inovance.example");
const title = `示例项目 ${N} 关节模组现场工程师培养与工艺攻关`;
const summary = "示例：政府搭平台、院所送团队、高校建基地、企业促开发，四方按里程碑推进。";

/** Behind those of the other states. */
export const runningProject = (codeNumber: number) => ({
  id: runningId,
  allianceId,
  codeYear: 2025,
  codeNumber,
  registeredAt: at("2025-11-20"),
  title,
  type: "tech_rd" as const,
  source: "cross_region" as const,
  state: "running" as const,
  stateSince: at("2025-12-01"),
  summary,
  leadId: organizationId("svu"),
  startsOn: dateOf("2025-12-01"),
  endsOn: dateOf("2027-06-30"),
  createdById: leader,
  budget: "300000.00",
  planNumber: 2,
  synthetic: true,
  createdAt: at("2025-11-01"),
});

const parties: readonly [unit: string, role: PartyRole, dutyKind: DutyKind, duty: string][] = [
  ["svu", "lead", "base", "示例：建设实训基地，组织教学"],
  ["inovance", "co_builder", "development", "示例：提出工艺指标，开放产线"],
  ["government-01", "funder", "platform", "示例：搭建对接平台"],
  ["institute-03", "executor", "team", "示例：派出研究团队"],
];
const answered: Record<string, string> = { svu: leader, inovance: contact };

export const runningParties = parties.map(([unit, role, dutyKind, duty]) => ({
  ...here,
  id: key("project-party", unit),
  organizationId: organizationId(unit),
  role,
  dutyKind,
  duty,
  state: "confirmed" as const,
  answeredById: answered[unit] ?? null,
  answeredAt: at("2025-11-05"),
}));

const steps = [
  { order: 1, title: "方案与首批学员", deliverable: "示例方案一份", planned: "2026-03-31" },
  { order: 2, title: "样机与课程包", deliverable: "示例样机一台", planned: "2026-10-31" },
  { order: 3, title: "推广与总结", deliverable: "示例总结报告一份", planned: "2027-05-31" },
] as const;
const PUT_OFF = "2027-03-31";
const milestoneId = (order: number) => key("project-milestone", order);

export const runningMilestones = steps.map((step) => ({
  ...here,
  id: milestoneId(step.order),
  sortOrder: step.order,
  title: step.title,
  deliverable: step.deliverable,
  dueOn: dateOf(step.order === 2 ? PUT_OFF : step.planned),
  state: ({ 1: "accepted", 2: "running", 3: "planned" } as const)[step.order],
  ...(step.order === 1 && {
    submittedById: leader,
    submittedAt: at("2026-03-20"),
    decidedById: secretariat,
    decidedAt: at("2026-03-25"),
    acceptedAt: at("2026-03-25"),
    authority: "secretariat" as const,
  }),
}));

export const runningCriteria = steps.map((step) => ({
  allianceId,
  id: key("milestone-criterion", step.order),
  milestoneId: milestoneId(step.order),
  sortOrder: 1,
  text: step.deliverable,
}));

export const runningEvidence = [
  {
    allianceId,
    id: key("milestone-evidence", 1),
    milestoneId: milestoneId(1),
    criterionId: key("milestone-criterion", 1),
    round: 1,
    text: "示例：方案经四方签字，首批学员到岗。",
    createdById: leader,
    createdAt: at("2026-03-20"),
  },
];

const planOf = (number: number, created: string) => ({
  ...here,
  id: key("project-plan", number),
  number,
  createdAt: at(created),
  content: {
    ...{ title, summary, startsOn: "2025-12-01", endsOn: "2027-06-30", budget: "300000.00" },
    lead: "苏州市职业大学",
    parties: [
      { name: "苏州市职业大学", role: "lead" },
      { name: "苏州汇川技术有限公司", role: "co_builder" },
    ],
    milestones: steps.map(({ planned, ...step }) => ({
      ...step,
      id: milestoneId(step.order),
      dueOn: number === 2 && step.order === 2 ? PUT_OFF : planned,
    })),
  },
});
export const runningPlans = [planOf(1, "2025-11-20"), planOf(2, "2026-09-05")];

export const runningChanges = [
  {
    ...here,
    id: key("project-change", 1),
    number: 1,
    kind: "date" as const,
    state: "approved" as const,
    authority: "secretariat" as const,
    reason: "示例：核心部件到货推迟，第二个里程碑顺延。",
    old: [{ field: "dueOn", subject: steps[1].title, old: steps[1].planned, new: PUT_OFF }],
    new: { kind: "date", milestones: [{ id: milestoneId(2), dueOn: PUT_OFF }] },
    proposedById: leader,
    proposedAt: at("2026-09-01"),
    decidedById: secretariat,
    decidedAt: at("2026-09-05"),
    decisionReason: "示例：情况属实，同意顺延。",
    planNumber: 2,
    version: 2,
  },
  {
    ...here,
    id: key("project-change", 2),
    number: 2,
    kind: "budget" as const,
    authority: "secretariat" as const,
    reason: "示例：增加一套检测工装。",
    old: [{ field: "budget", subject: null, old: "300000.00", new: "340000.00" }],
    new: { kind: "budget", budget: "340000.00" },
    proposedById: leader,
    proposedAt: at("2026-11-10"),
  },
];

export const runningReports = (
  [
    [1, "green", "示例：首个里程碑按期完成。"],
    [2, "green", "示例：课程包完成过半。"],
    [3, "amber", "示例：部件到货推迟，已申请顺延。"],
  ] as const
).map(([quarter, light, text]) => ({
  ...here,
  id: key("project-report", quarter),
  year: 2026,
  quarter,
  light,
  text,
  createdById: leader,
  createdAt: at(`2026-${["04", "07", "10"][quarter - 1]}-08`),
}));

const commitmentId = key("fund-commitment", 1);
const instalments = [
  { order: 1, dueOn: "2026-04-15", amount: "120000.00" },
  { order: 2, dueOn: "2027-04-15", amount: "180000.00" },
] as const;

/** 300,000 yuan in two instalments, each let go by a milestone; the first has come. */
export const runningMoney = {
  commitment: {
    ...here,
    id: commitmentId,
    organizationId: organizationId("inovance"),
    kind: "cash" as const,
    amount: "300000.00",
    state: "confirmed" as const,
    proof: "示例合作协议 063 号",
    confirmedById: secretariat,
    confirmedAt: at("2025-11-21"),
    promisedOn: dateOf("2025-11-01"),
    dueOn: dateOf(instalments[1].dueOn),
    createdById: contact,
    synthetic: true,
    createdAt: at("2025-11-01"),
  },
  instalments: instalments.map(({ order, dueOn, amount }) => ({
    allianceId,
    id: key("fund-instalment", order),
    commitmentId,
    order,
    dueOn: dateOf(dueOn),
    amount,
    milestoneId: milestoneId(order),
  })),
  entry: {
    ...entryBase("063-1-1"),
    ...posted("2026-04-10", 120_000n),
    projectId: runningId,
    commitmentId,
    instalmentId: key("fund-instalment", 1),
    organizationId: organizationId("inovance"),
    flow: "receipt" as const,
    kind: "cash" as const,
    source: "enterprise" as const,
    amount: "120000.00",
  },
};

/** Sixty in a hundred here, forty to a sample league; above both it is one project. */
export const runningCredits = [
  { ...here, creditedId: allianceId, share: 6000 },
  {
    ...here,
    creditedId: idOf("alliance", "league-02"),
    share: 4000,
  },
].map((row) => ({ ...row, confirmedById: finance, confirmedAt: at("2025-11-25") }));

const experts = [1, 2, 3].map((n) => userId(`expert0${n}@suzhou.example`));
const panelId = key("project-panel", "midterm");
const seatId = (expert: string) => key("project-panel-seat", expert);

/** A review before the decision, and the look at half time: blind scores, read when all were in. */
export const midterm = {
  panel: {
    ...here,
    id: panelId,
    kind: "midterm" as const,
    round: 1,
    state: "closed" as const,
    conclusion: "go_on" as const,
    summary: "示例：进展总体符合预期，同意继续实施。",
    openedById: secretariat,
    openedAt: at("2026-09-14"),
    closedById: secretariat,
    closedAt: at("2026-09-18"),
  },
  seats: experts.map((expert) => ({
    allianceId,
    id: seatId(expert),
    panelId,
    userId: expert,
    declaration: "none" as const,
    declaredAt: at("2026-09-15"),
    comment: "示例：同意继续，请关注到货进度。",
    submittedAt: at("2026-09-16"),
  })),
  scores: experts.flatMap((expert, index) =>
    Object.entries({ progress: 30 + index, quality: 25, money: 26 }).map(([criterion, points]) => ({
      allianceId,
      seatId: seatId(expert),
      criterion,
      points,
    })),
  ),
};

export const runningEvents = (
  [
    ["created", "2025-11-01", leader],
    ["completed", "2025-11-05", contact],
    ["registered", "2025-11-20", secretariat],
    ["started", "2025-12-01", leader],
    ["milestone_submitted", "2026-03-20", leader],
    ["milestone_accepted", "2026-03-25", secretariat],
    ["status_reported", "2026-04-08", leader],
    ["status_reported", "2026-07-08", leader],
    ["change_proposed", "2026-09-01", leader],
    ["change_approved", "2026-09-05", secretariat],
    ["midterm", "2026-09-18", secretariat],
    ["status_reported", "2026-10-08", leader],
    ["change_proposed", "2026-11-10", leader],
  ] as const
).map(([kind, day, actorId], index) => ({
  ...here,
  id: key("project-event", index + 1),
  kind,
  actorId,
  createdAt: at(day),
}));

export const runningDecision = {
  ...here,
  id: key("project-decision"),
  number: 1,
  subject: "register" as const,
  authority: "secretariat" as const,
  amount: "300000.00",
  reason: "示例：材料齐全，建议立项。",
  proposedById: finance,
  proposedAt: at("2025-11-12"),
  verdict: "approve" as const,
  decidedById: secretariat,
  decidedAt: at("2025-11-20"),
};

/** What came of the project that is followed up, in the first year after it was closed. */
export const followUps = [
  {
    allianceId,
    projectId: projectId(61),
    id: idOf("project-follow-up", `${SUZHOU}/61/2026`),
    year: 2026,
    text: "示例：两个孵化团队完成注册，继续使用原工位。",
    createdById: leader,
    createdAt: at("2026-10-15"),
  },
];
