import { addDays, type Day, dateOf } from "@/lib/kernel/dates";
import type { Tx } from "@/lib/platform/db/transaction";
import { at } from "../days";
import { idOf } from "../ids";
import { organizationId } from "../organizations";
import { personId, userId } from "../people";
import { SUZHOU, suzhouId } from "../suzhou/members";
import { indicatorId, schemeId } from "./schemes";
import { shownName } from "./values";

const key = (table: string, ...parts: string[]) =>
  idOf(table, [SUZHOU, "running", ...parts].join("/"));
const of = { allianceId: suzhouId };
const secretariat = userId("secretariat@suzhou.example");
const finance = userId("finance@suzhou.example");
const yearOf = (today: Day): number => Number(today.slice(0, 4));

type Step = {
  state: "scheme_published" | "self_evaluation" | "data_verified" | "expert_scoring";
  day: Day;
};

/** One after the other, as the guard of the database asks, each with its entry in the list of events. */
async function take(tx: Tx, round: string, steps: readonly Step[]): Promise<void> {
  const id = key("evaluation-round", round);
  for (const { state, day } of steps) {
    await tx.evaluationRound.update({
      where: { allianceId_id: { ...of, id } },
      data: {
        state,
        stateSince: at(day),
        version: { increment: 1 },
        ...(state === "data_verified" && { measuredAt: at(day) }),
      },
    });
  }
}

const eventRows = (round: string, steps: readonly Step[]) =>
  steps.map(({ state, day }) => ({
    ...of,
    id: key("evaluation-event", round, state),
    roundId: key("evaluation-round", round),
    state,
    actorId: secretariat,
    createdAt: at(day),
  }));

const units = ["svu", "college-01", "college-03", "university-01"];
const subjectId = (unit: string) => key("evaluation-subject", unit);

/** Synthetic values that a unit says of itself, in hundredths. */
const reported = (unit: string, values: Readonly<Record<string, bigint>>) =>
  Object.entries(values).map(([code, selfValue]) => ({
    ...of,
    id: key("evaluation-entry", unit, code),
    subjectId: subjectId(unit),
    indicatorId: indicatorId("members", code),
    selfValue,
    enteredById: unit === "svu" ? userId("reporter@svu.example") : null,
  }));

/** This year's evaluation of members: one has handed in, one has a draft, two have not begun. */
async function writeMembers(tx: Tx, today: Day): Promise<void> {
  const begun = addDays(today, -6);
  const steps: Step[] = [{ state: "self_evaluation", day: addDays(today, -5) }];
  await tx.evaluationRound.create({
    data: {
      ...of,
      id: key("evaluation-round", "members"),
      schemeId: schemeId("members"),
      year: yearOf(today),
      title: `示例 ${yearOf(today)} 年度成员单位绩效评价`,
      selfDueOn: dateOf(addDays(today, 18)),
      openedById: secretariat,
      stateSince: at(begun),
      createdAt: at(begun),
    },
  });
  await tx.evaluationSubject.createMany({
    data: units.map((unit) => ({
      ...of,
      id: subjectId(unit),
      roundId: key("evaluation-round", "members"),
      keyId: organizationId(unit),
      organizationId: organizationId(unit),
      name: shownName(unit),
      ...(unit === "college-01" && { submittedAt: at(addDays(today, -2)) }),
    })),
  });
  await take(tx, "members", steps);
  await tx.evaluationEntry.createMany({
    data: [
      ...reported("svu", { "1.1": 4500n, "2.1": 6900n }),
      ...reported("college-01", { "1.1": 5200n, "1.2": 600n, "2.1": 5900n, "2.3": 6600n }),
    ],
  });
  await tx.evaluationEvent.createMany({
    data: eventRows("members", [{ state: "scheme_published", day: begun }, ...steps]),
  });
}

const experts = ["1", "2", "3"] as const;
const seatId = (n: string) => key("evaluation-seat", n);

/** The alliance itself before its experts: one has given marks, one has declared no conflict, one has still to declare. */
async function writeAlliance(tx: Tx, today: Day): Promise<void> {
  const begun = addDays(today, -40);
  const steps: Step[] = [
    { state: "self_evaluation", day: addDays(today, -38) },
    { state: "data_verified", day: addDays(today, -20) },
    { state: "expert_scoring", day: addDays(today, -10) },
  ];
  const id = key("evaluation-round", "alliance");
  const subject = key("evaluation-subject", "alliance");
  const indicator = (code: string) => indicatorId("alliance", code);
  await tx.evaluationRound.create({
    data: {
      ...of,
      id,
      schemeId: schemeId("alliance"),
      year: yearOf(today),
      title: `示例 ${yearOf(today)} 年度联合体运行评价`,
      selfDueOn: dateOf(addDays(today, -21)),
      openedById: secretariat,
      stateSince: at(begun),
      createdAt: at(begun),
    },
  });
  const { name } = await tx.alliance.findUniqueOrThrow({ where: { id: suzhouId } });
  await tx.evaluationSubject.create({
    data: {
      ...of,
      id: subject,
      roundId: id,
      keyId: suzhouId,
      name,
      submittedAt: at(addDays(today, -22)),
      submittedById: secretariat,
    },
  });
  await take(tx, "alliance", steps.slice(0, 2));
  await tx.evaluationEntry.create({
    data: {
      ...of,
      id: key("evaluation-entry", "alliance", "1"),
      subjectId: subject,
      indicatorId: indicator("1"),
      selfValue: 200n,
      selfNote: "示例：理事会会议两次",
      enteredById: secretariat,
      verifiedValue: 200n,
      verifiedById: finance,
    },
  });
  await take(tx, "alliance", steps.slice(2));
  await tx.evaluationSeat.createMany({
    data: experts.map((n) => ({
      ...of,
      id: seatId(n),
      subjectId: subject,
      personId: personId(`expert0${n}@suzhou.example`),
      assignedById: secretariat,
      ...(n !== "2" && { state: "clear" as const, declaredAt: at(addDays(today, -9)) }),
    })),
  });
  await tx.evaluationScore.create({
    data: {
      ...of,
      id: key("evaluation-score", "3"),
      seatId: seatId("3"),
      indicatorId: indicator("2"),
      points: 84,
    },
  });
  await tx.evaluationSeat.update({
    where: { allianceId_id: { ...of, id: seatId("3") } },
    data: { submittedAt: at(addDays(today, -4)), comment: "示例：运行规范，协议履行较好。" },
  });
  await tx.evaluationEvent.createMany({
    data: eventRows("alliance", [{ state: "scheme_published", day: begun }, ...steps]),
  });
}

/** Two that run today: members evaluate themselves, and experts judge the alliance. */
export async function writeRunning(tx: Tx, today: Day): Promise<void> {
  await writeMembers(tx, today);
  await writeAlliance(tx, today);
}
