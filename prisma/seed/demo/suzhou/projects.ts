import { addDays, type Day, dateOf } from "@/lib/kernel/dates";
import { at } from "../days";
import { fileId } from "../files";
import { idOf, two } from "../ids";
import { organizationId } from "../organizations";
import { userId } from "../people";
import type { DemoRows } from "../rows";
import { SUZHOU, suzhouId } from "./members";
import type { ProjectPlan } from "./project-plan";
import { plansOn } from "./project-plans";

const secretariat = userId("secretariat@suzhou.example");
/** Accounts that answer for their organization; for the others nobody of the demonstration does. */
const answerers: Record<string, string> = {
  svu: userId("leader@svu.example"),
  inovance: userId("enterprise@inovance.example"),
  "enterprise-017": userId("enterprise@sample017.example"),
};

export const projectId = (n: number): string => idOf("project", `${SUZHOU}/${n}`);

const numbered: readonly ProjectPlan["state"][] = ["registered", "running", "accepted"];
export const isNumbered = ({ state }: ProjectPlan): boolean => numbered.includes(state);

/** Days after the application on which things happened. */
const STEPS = { answered: 4, registered: 12, started: 20 } as const;

const codeYear = (plan: ProjectPlan) => Number(addDays(plan.applied, STEPS.registered).slice(0, 4));

/** Numbers run through each year in the order of registration (I-24). */
function codesOf(plans: readonly ProjectPlan[]): Map<number, { year: number; number: number }> {
  const inOrder = plans.filter(isNumbered).sort((a, b) => (a.applied < b.applied ? -1 : 1));
  const last = new Map<number, number>();
  return new Map(
    inOrder.map((plan) => {
      const year = codeYear(plan);
      const number = (last.get(year) ?? 0) + 1;
      last.set(year, number);
      return [plan.n, { year, number }];
    }),
  );
}

/** Projects with their parties, their history and the number series. */
export function suzhouProjectRows(today: Day): Partial<DemoRows> {
  const plans = plansOn(today);
  const codes = codesOf(plans);
  return {
    project: plans.map((plan) => projectRow(plan, codes.get(plan.n))),
    projectParty: plans.flatMap(partyRows),
    projectEvent: plans.flatMap(eventRows),
    counter: [...new Set([...codes.values()].map(({ year }) => year))].map((year) => ({
      allianceId: suzhouId,
      series: "project",
      year,
      value: [...codes.values()].filter((code) => code.year === year).length,
    })),
  };
}

function projectRow(
  plan: ProjectPlan,
  code: { year: number; number: number } | undefined,
): DemoRows["project"][number] {
  return {
    id: projectId(plan.n),
    allianceId: suzhouId,
    codeYear: code?.year ?? null,
    codeNumber: code?.number ?? null,
    title: `示例项目 ${two(plan.n)} ${plan.title}`,
    type: plan.type,
    source: plan.source ?? "self_chosen",
    level: plan.level ?? null,
    state: plan.state,
    stateSince: at(stateSince(plan)),
    stateReason: plan.reason ?? null,
    summary: plan.summary,
    leadId: organizationId(plan.lead),
    startsOn: dateOf(plan.from),
    endsOn: dateOf(plan.to),
    fileId: plan.paper ? fileId(SUZHOU, "project-application") : null,
    createdById: answerers[plan.lead] ?? null,
    registeredAt: code ? at(addDays(plan.applied, STEPS.registered)) : null,
    synthetic: true,
    createdAt: at(plan.applied),
  };
}

function stateSince(plan: ProjectPlan): Day {
  switch (plan.state) {
    case "partners_confirming":
      return plan.applied;
    case "registered":
      return addDays(plan.applied, STEPS.registered);
    case "running":
      return addDays(plan.applied, STEPS.started);
    case "accepted":
      return plan.to;
    default:
      return addDays(plan.applied, STEPS.answered);
  }
}

type Party = { unit: string; state: "pending" | "confirmed" | "declined" };

const partiesOf = (plan: ProjectPlan): Party[] => [
  { unit: plan.lead, state: "confirmed" },
  ...plan.partners.map(({ unit }) => ({
    unit,
    state:
      unit === plan.declinedBy
        ? ("declined" as const)
        : plan.pending?.includes(unit)
          ? ("pending" as const)
          : ("confirmed" as const),
  })),
];

const partyRows = (plan: ProjectPlan): DemoRows["projectParty"] =>
  partiesOf(plan).map(({ unit, state }, index) => {
    const partner = plan.partners[index - 1];
    const answered = index === 0 ? plan.applied : addDays(plan.applied, STEPS.answered);
    return {
      id: idOf("project-party", `${SUZHOU}/${plan.n}/${unit}`),
      allianceId: suzhouId,
      projectId: projectId(plan.n),
      organizationId: organizationId(unit),
      role: partner?.role ?? "lead",
      duty: partner?.duty ?? null,
      state,
      answeredById: state === "pending" ? null : (answerers[unit] ?? null),
      answeredAt: state === "pending" ? null : at(answered),
      reason: state === "declined" ? (plan.reason ?? null) : null,
    };
  });

type Event = Pick<
  DemoRows["projectEvent"][number],
  "kind" | "organizationId" | "text" | "actorId"
> & {
  on: Day;
};

function eventsOf(plan: ProjectPlan): Event[] {
  const day = (days: number) => addDays(plan.applied, days);
  const by = (unit: string) => ({
    organizationId: organizationId(unit),
    actorId: answerers[unit] ?? null,
  });
  const answers = partiesOf(plan)
    .slice(1)
    .filter(({ state }) => state !== "pending")
    .map(({ unit, state }) => ({
      kind: state === "declined" ? ("declined" as const) : ("confirmed" as const),
      ...by(unit),
      on: day(STEPS.answered),
      text: state === "declined" ? (plan.reason ?? null) : null,
    }));
  const complete = !plan.pending && !plan.declinedBy;
  return [
    { kind: "created", ...by(plan.lead), on: plan.applied },
    ...answers,
    ...(complete ? [{ kind: "completed" as const, on: day(STEPS.answered) }] : []),
    ...(plan.state === "supplement" || plan.state === "rejected" || plan.state === "withdrawn"
      ? [
          {
            kind: (
              { supplement: "question", rejected: "rejected", withdrawn: "withdrawn" } as const
            )[plan.state],
            on: day(STEPS.answered + 1),
            text: plan.reason ?? null,
            actorId: plan.state === "withdrawn" ? by(plan.lead).actorId : secretariat,
          },
        ]
      : []),
    ...(isNumbered(plan)
      ? [{ kind: "registered" as const, on: day(STEPS.registered), actorId: secretariat }]
      : []),
    ...(plan.state === "running" || plan.state === "accepted"
      ? [{ kind: "started" as const, on: day(STEPS.started), actorId: secretariat }]
      : []),
  ];
}

const eventRows = (plan: ProjectPlan): DemoRows["projectEvent"] =>
  eventsOf(plan).map(({ on, ...event }, index) => ({
    ...event,
    id: idOf("project-event", `${SUZHOU}/${plan.n}/${index + 1}`),
    allianceId: suzhouId,
    projectId: projectId(plan.n),
    // One after the other within a day, so that the history keeps its order.
    createdAt: at(on, `10:${two(index)}`),
  }));
