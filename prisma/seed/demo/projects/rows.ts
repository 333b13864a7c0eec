import { dateOf } from "@/lib/kernel/dates";
import { at } from "../days";
import { idOf } from "../ids";
import { organizationId } from "../organizations";
import { userId } from "../people";
import { SUZHOU, suzhouId } from "../suzhou/members";
import { projectId } from "../suzhou/projects";
import { isNumbered, type StatePlan, statePlans } from "./states";

const secretariat = userId("secretariat@suzhou.example");
const finance = userId("finance@suzhou.example");
const leaders: Record<string, string> = {
  svu: userId("leader@svu.example"),
  inovance: userId("enterprise@inovance.example"),
};
/** As they are called in the plan that is kept. */
const names: Record<string, string> = { svu: "苏州市职业大学", inovance: "苏州汇川技术有限公司" };
const allianceId = suzhouId;
export const YEAR = 2025;
const key = (table: string, ...parts: (string | number)[]) =>
  idOf(table, [SUZHOU, ...parts].join("/"));
const settled: readonly StatePlan["state"][] = ["settlement", "closed", "follow_up", "archived"];
const ended: readonly StatePlan["state"][] = ["closed", "follow_up", "archived"];

/** `before` numbers of the year are given already. */
export const projectRows = (before: number) => {
  const numbered = statePlans.filter(isNumbered);
  return statePlans.map((plan) => ({
    id: projectId(plan.n),
    allianceId,
    codeYear: isNumbered(plan) ? YEAR : null,
    codeNumber: isNumbered(plan) ? before + numbered.indexOf(plan) + 1 : null,
    registeredAt: isNumbered(plan) ? at("2025-02-20") : null,
    title: `示例项目 ${plan.n} ${plan.title}`,
    type: plan.type,
    state: plan.state,
    stateSince: at("2025-11-10"),
    stateReason: plan.reason ?? null,
    summary: "示例：双方约定目标、分工与进度，按里程碑验收。",
    leadId: organizationId(plan.lead),
    startsOn: dateOf("2025-03-01"),
    endsOn: dateOf("2026-02-28"),
    createdById: leaders[plan.lead] ?? null,
    budget: "200000.00",
    planNumber: isNumbered(plan) ? 1 : 0,
    synthetic: true,
    createdAt: at("2025-02-01"),
    ...(settled.includes(plan.state) && {
      settlement: "示例：资金已结清，设备归院校使用，成果共享。",
      settledById: leaders[plan.lead] ?? null,
      settledAt: at("2025-11-05"),
    }),
    ...(ended.includes(plan.state) && { closedById: secretariat, closedAt: at("2025-11-08") }),
    ...(plan.state === "follow_up" && { followUpUntil: 2028 }),
    ...(plan.state === "archived" && { followUpUntil: 2025 }),
  }));
};

export const partyRows = statePlans.flatMap((plan) =>
  [
    {
      unit: plan.lead,
      role: "lead" as const,
      dutyKind: plan.lead === "svu" ? "base" : "development",
    },
    {
      unit: plan.partner,
      role: "co_builder" as const,
      dutyKind: plan.partner === "svu" ? "base" : "development",
    },
  ].map(({ unit, role, dutyKind }) => ({
    id: key("project-party", plan.n, unit),
    allianceId,
    projectId: projectId(plan.n),
    organizationId: organizationId(unit),
    role,
    dutyKind: dutyKind === "base" ? ("base" as const) : ("development" as const),
    state: "confirmed" as const,
    answeredById: leaders[unit] ?? null,
    answeredAt: at("2025-02-05"),
  })),
);

const parts = [
  { order: 1, title: "方案与准备", deliverable: "示例方案一份", dueOn: "2025-06-30" },
  { order: 2, title: "实施与总结", deliverable: "示例总结报告一份", dueOn: "2025-10-31" },
] as const;

export const milestoneRows = statePlans.flatMap((plan) =>
  parts.map((part) => {
    const done = part.order <= plan.accepted;
    const started = isNumbered(plan) && part.order === plan.accepted + 1;
    return {
      id: key("project-milestone", plan.n, part.order),
      allianceId,
      projectId: projectId(plan.n),
      sortOrder: part.order,
      title: part.title,
      deliverable: part.deliverable,
      dueOn: dateOf(part.dueOn),
      state: done ? ("accepted" as const) : started ? ("running" as const) : ("planned" as const),
      ...(done && {
        submittedById: leaders[plan.lead] ?? null,
        submittedAt: at("2025-06-20"),
        decidedById: secretariat,
        decidedAt: at("2025-06-25"),
        acceptedAt: at("2025-06-25"),
        authority: "secretariat" as const,
      }),
    };
  }),
);

export const criterionRows = milestoneRows.map((row) => ({
  id: key("milestone-criterion", row.id),
  allianceId,
  milestoneId: row.id,
  sortOrder: 1,
  text: row.deliverable,
}));

export const evidenceRows = milestoneRows.flatMap((row, index) =>
  row.state === "accepted"
    ? [
        {
          id: key("milestone-evidence", row.id),
          allianceId,
          milestoneId: row.id,
          criterionId: criterionRows[index]?.id ?? row.id,
          round: 1,
          text: "示例：交付成果已提交并留存。",
          createdById: row.submittedById ?? null,
          createdAt: at("2025-06-20"),
        },
      ]
    : [],
);

export const planRows = statePlans.filter(isNumbered).map((plan) => ({
  id: key("project-plan", plan.n),
  allianceId,
  projectId: projectId(plan.n),
  number: 1,
  createdAt: at("2025-02-20"),
  content: {
    title: `示例项目 ${plan.n} ${plan.title}`,
    summary: "示例：双方约定目标、分工与进度，按里程碑验收。",
    startsOn: "2025-03-01",
    endsOn: "2026-02-28",
    budget: "200000.00",
    lead: names[plan.lead] ?? "",
    parties: [
      { name: names[plan.lead] ?? "", role: "lead" },
      { name: names[plan.partner] ?? "", role: "co_builder" },
    ],
    milestones: parts.map((part) => ({
      id: key("project-milestone", plan.n, part.order),
      order: part.order,
      title: part.title,
      deliverable: part.deliverable,
      dueOn: part.dueOn,
    })),
  },
}));

export const eventRows = statePlans.flatMap((plan) =>
  [
    { kind: "created" as const, at: "2025-02-01", by: leaders[plan.lead] },
    { kind: "completed" as const, at: "2025-02-05", by: leaders[plan.partner] },
    ...(isNumbered(plan)
      ? [{ kind: "registered" as const, at: "2025-02-20", by: secretariat }]
      : []),
  ].map((event, index) => ({
    id: key("project-event", plan.n, index + 1),
    allianceId,
    projectId: projectId(plan.n),
    kind: event.kind,
    organizationId: event.kind === "created" ? organizationId(plan.lead) : null,
    actorId: event.by ?? null,
    createdAt: at(event.at),
  })),
);

export const decisionRows = statePlans
  .filter((plan) => plan.state !== "review")
  .map((plan) => ({
    id: key("project-decision", plan.n),
    allianceId,
    projectId: projectId(plan.n),
    number: 1,
    subject: "register" as const,
    authority: "secretariat" as const,
    amount: "200000.00",
    reason: "示例：材料齐全，建议立项。",
    proposedById: finance,
    proposedAt: at("2025-02-12"),
    ...(isNumbered(plan) && {
      verdict: "approve" as const,
      decidedById: secretariat,
      decidedAt: at("2025-02-20"),
    }),
  }));

export const powersRow = {
  id: key("decision-powers", 1),
  allianceId,
  number: 1,
  state: "in_force" as const,
  reviewFrom: "300000.00",
  amountA: "500000.00",
  amountB: "3000000.00",
  proposedById: secretariat,
  proposedAt: at("2025-01-10"),
  decidedById: finance,
  decidedAt: at("2025-01-12"),
};
