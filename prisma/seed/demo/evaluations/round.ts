import { dateOf } from "@/lib/kernel/dates";
import type { Tx } from "@/lib/platform/db/transaction";
import { at } from "../days";
import { idOf } from "../ids";
import { organizationId } from "../organizations";
import { userId } from "../people";
import { membersByKey, SUZHOU, suzhouId } from "../suzhou/members";
import { indicatorId, schemeId } from "./schemes";
import { computedDemo, type DemoValues, demoResults, shownName } from "./values";

const key = (table: string, ...parts: string[]) =>
  idOf(table, [SUZHOU, "2025", ...parts].join("/"));
const id = key("evaluation-round");
const of = { allianceId: suzhouId };
const secretariat = userId("secretariat@suzhou.example");
const finance = userId("finance@suzhou.example");
const where = { allianceId_id: { ...of, id } };

/** Four schools with what they say of themselves; what the portal counts comes from their verified records of 2025. */
const plans = [
  {
    unit: "svu",
    reported: [62, 14, 410, 150],
    dual: 6800,
    local: 7100,
    level: "national",
    marks: [92, 90, 88, 86, 90, 84],
  },
  {
    unit: "college-01",
    reported: [70, 5, 380, 120],
    dual: 5600,
    local: 6600,
    level: "provincial",
    marks: [84, 82, 80, 78, 82, 80],
  },
  {
    unit: "college-03",
    reported: [55, 4, 0, 0],
    dual: 4800,
    local: 6100,
    level: null,
    marks: [74, 70, 72, 68, 70, 72],
  },
  {
    unit: "university-01",
    reported: [80, 4, 0, 0],
    dual: 6300,
    local: 5200,
    level: "provincial",
    marks: [80, 78, 82, 76, 78, 74],
  },
] as const;
type Plan = (typeof plans)[number];

const subjectId = (unit: string) => key("evaluation-subject", unit);
const entryId = (unit: string, code: string) => key("evaluation-entry", unit, code);
const measured = ["1.1", "1.2", "1.3", "1.4"] as const;
const experts = ["1", "2", "3"] as const;

const subjectRow = ({ unit }: Plan) => ({
  ...of,
  id: subjectId(unit),
  roundId: id,
  keyId: organizationId(unit),
  organizationId: organizationId(unit),
  name: shownName(unit),
  submittedAt: at("2026-01-08"),
  submittedById: unit === "svu" ? userId("reporter@svu.example") : null,
});

const entryRows = (plan: Plan, values: DemoValues) => {
  const { unit } = plan;
  const base = (code: string) => ({
    ...of,
    id: entryId(unit, code),
    subjectId: subjectId(unit),
    indicatorId: indicatorId("members", code),
    enteredById: unit === "svu" ? userId("reporter@svu.example") : null,
  });
  const verified = (value: number) => ({
    selfValue: BigInt(value),
    verifiedValue: BigInt(value),
    verifiedById: secretariat,
  });
  return [
    ...measured.map((code, place) => ({
      ...base(code),
      selfValue: BigInt((plan.reported[place] ?? 0) * 100),
      computedValue: values.get(`${unit}/${code}`) ?? 0n,
    })),
    { ...base("2.1"), ...verified(plan.dual), selfNote: "示例：教师名册" },
    { ...base("2.2"), verifiedById: secretariat },
    { ...base("2.3"), ...verified(plan.local) },
    ...(unit === "university-01"
      ? [
          {
            ...base("4"),
            enteredById: null,
            verifiedValue: 200n,
            verifiedById: secretariat,
            verifyNote: "示例：两条记录与凭证不符",
          },
        ]
      : []),
  ];
};

const itemRows = ({ unit, level }: Plan) =>
  level === null
    ? []
    : [
        {
          ...of,
          id: key("evaluation-item", unit),
          entryId: entryId(unit, "2.2"),
          key: `示例平台 ${unit}`,
          title: "示例实践中心",
          level,
          accepted: true,
        },
      ];

const seatId = (unit: string, n: string) => key("evaluation-seat", unit, n);

const seatRow = ({ unit }: Plan, n: string, person: string) => ({
  ...of,
  id: seatId(unit, n),
  subjectId: subjectId(unit),
  personId: person,
  state: "clear" as const,
  declaredAt: at("2026-01-16"),
  assignedById: secretariat,
});

const scoreRows = ({ unit, marks }: Plan) =>
  experts.flatMap((n, place) =>
    ["3.1", "3.2"].map((code, column) => ({
      ...of,
      id: key("evaluation-score", unit, n, code),
      seatId: seatId(unit, n),
      indicatorId: indicatorId("members", code),
      points: marks[2 * place + column] ?? 0,
    })),
  );

const steps = [
  ["scheme_published", "2025-12-20"],
  ["self_evaluation", "2025-12-22"],
  ["data_verified", "2026-01-12"],
  ["expert_scoring", "2026-01-15"],
  ["veto_check", "2026-01-28"],
  ["draft_result", "2026-02-02"],
  ["objection", "2026-02-03"],
  ["council_ratified", "2026-03-13"],
  ["published", "2026-03-16"],
  ["rectification", "2026-03-20"],
  ["follow_up", "2026-09-28"],
] as const;

const step = (tx: Tx, state: (typeof steps)[number][0], more: object = {}) => {
  const day = steps.find(([name]) => name === state)?.[1] ?? "2026-01-01";
  return tx.evaluationRound.update({
    where,
    data: { ...more, state, stateSince: at(day), version: { increment: 1 } },
  });
};

/** People of the accounts that are experts; their persons stand in the accounts of the story. */
async function expertPeople(tx: Tx): Promise<string[]> {
  const users = await tx.user.findMany({
    where: { id: { in: experts.map((n) => userId(`expert0${n}@suzhou.example`)) } },
    orderBy: { email: "asc" },
    select: { personId: true },
  });
  return users.map(({ personId }) => personId);
}

async function judge(tx: Tx): Promise<void> {
  const people = await expertPeople(tx);
  await step(tx, "expert_scoring");
  await tx.evaluationSeat.createMany({
    data: plans.flatMap((plan) => experts.map((n, place) => seatRow(plan, n, people[place] ?? ""))),
  });
  await tx.evaluationScore.createMany({ data: plans.flatMap(scoreRows) });
  await tx.evaluationSeat.updateMany({
    where: { ...of, subject: { roundId: id } },
    data: { submittedAt: at("2026-01-26"), comment: "示例：同意评分。" },
  });
  await tx.evaluationVisit.create({
    data: {
      ...of,
      id: key("evaluation-visit", "svu"),
      subjectId: subjectId("svu"),
      on: dateOf("2026-01-20"),
      people: "示例专家 01、示例秘书 01",
      note: "示例：查看实训基地与合作台账，与自评材料一致。",
      recordedById: secretariat,
      createdAt: at("2026-01-20", "17:00"),
    },
  });
}

async function object(tx: Tx): Promise<void> {
  await tx.evaluationObjection.create({
    data: {
      ...of,
      id: key("evaluation-objection", "college-03"),
      subjectId: subjectId("college-03"),
      text: "示例：本地就业率统计口径请复核。",
      state: "rejected",
      answer: "示例：已按同一口径复核，数据无误。",
      answeredById: finance,
      createdAt: at("2026-02-05"),
      answeredAt: at("2026-02-09"),
    },
  });
}

type Result = { unit: string; total: number; grade: "a" | "b" | "c" | "d"; rank: number };

async function rectify(tx: Tx, results: readonly Result[], resolutionId: string): Promise<void> {
  const bad = results.filter(({ grade }) => grade === "c" || grade === "d");
  for (const { unit } of bad) {
    const taskId = key("evaluation-task", unit);
    await tx.task.create({
      data: {
        ...of,
        id: taskId,
        resolutionId,
        title: `示例：绩效评价整改 ${membersByKey.get(unit)?.name ?? unit}`,
        personId: (await tx.user.findUniqueOrThrow({ where: { id: secretariat } })).personId,
        organizationId: organizationId(unit),
        dueOn: dateOf("2026-08-31"),
        state: "accepted",
        stateSince: at("2026-09-10"),
        createdById: secretariat,
        createdAt: at("2026-03-18"),
      },
    });
    await tx.taskEvent.createMany({
      data: (["open", "reported", "accepted"] as const).map((state, place) => ({
        ...of,
        id: key("evaluation-task-event", unit, state),
        taskId,
        state,
        authorId: state === "accepted" ? finance : secretariat,
        at: at(["2026-03-18", "2026-09-01", "2026-09-10"][place] ?? "2026-09-10"),
        ...(state === "reported" && { text: "示例：已按要求整改。" }),
      })),
    });
    await tx.evaluationTask.create({ data: { ...of, subjectId: subjectId(unit), taskId } });
  }
}

/** The evaluation of last year from its first day to its follow-up, step by step as the guards of the database ask. */
export async function writeRound(tx: Tx): Promise<void> {
  const values = await computedDemo(
    tx,
    plans.map(({ unit }) => unit),
    measured,
  );
  await tx.evaluationRound.create({
    data: {
      ...of,
      id,
      schemeId: schemeId("members"),
      year: 2025,
      title: "示例 2025 年度成员单位绩效评价",
      selfDueOn: dateOf("2026-01-10"),
      openedById: secretariat,
      stateSince: at("2025-12-20"),
      createdAt: at("2025-12-20"),
    },
  });
  await tx.evaluationSubject.createMany({ data: plans.map(subjectRow) });
  await step(tx, "self_evaluation");
  await step(tx, "data_verified", { measuredAt: at("2026-01-12") });
  await tx.evaluationEntry.createMany({ data: plans.flatMap((plan) => entryRows(plan, values)) });
  await tx.evaluationItem.createMany({ data: plans.flatMap(itemRows) });
  await judge(tx);
  await step(tx, "veto_check");
  const results = await computedResults(tx);
  for (const { unit, ...result } of results) {
    await tx.evaluationSubject.update({
      where: { allianceId_id: { ...of, id: subjectId(unit) } },
      data: { ...result, version: { increment: 1 } },
    });
  }
  await step(tx, "draft_result", { draftedById: secretariat, draftedAt: at("2026-02-02") });
  await step(tx, "objection", { objectionUntil: dateOf("2026-02-10") });
  await object(tx);
  const resolutionId = idOf("resolution", `${SUZHOU}/minutes-2/6`);
  await step(tx, "council_ratified", { resolutionId, ratifiedById: finance });
  await step(tx, "published", { publishedAt: at("2026-03-16") });
  await rectify(tx, results, resolutionId);
  await step(tx, "rectification");
  await step(tx, "follow_up", { conclusion: "示例：整改任务均已验收，转入下一年度。" });
  await tx.evaluationEvent.createMany({
    data: steps.map(([state, day]) => ({
      ...of,
      id: key("evaluation-event", state),
      roundId: id,
      state,
      actorId: secretariat,
      createdAt: at(day),
    })),
  });
}

/** By the portal's own rules, so that the demonstration cannot disagree with them. */
async function computedResults(tx: Tx): Promise<Result[]> {
  const found = await demoResults(tx, id, schemeId("members"));
  return plans.map(({ unit }) => {
    const one = found.get(subjectId(unit));
    if (!one) throw new Error(`no result for ${unit}`);
    return { unit, ...one };
  });
}
