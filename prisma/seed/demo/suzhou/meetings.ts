import { decide } from "@/lib/features/bodies/rules";
import type { Matter, Outcome } from "@/lib/features/bodies/types";
import { addDays, type Day, dateOf } from "@/lib/kernel/dates";
import { at } from "../days";
import { fileId } from "../files";
import { idOf } from "../ids";
import { userId } from "../people";
import type { DemoRows } from "../rows";
import { bodyId } from "./bodies";
import { councilSeats, delegateOf, seatId } from "./council";
import { membersByKey, SUZHOU, suzhouId } from "./members";
import { ruleInForce } from "./rule-sets";

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
type Sitting = {
  key: string;
  title: string;
  day: Day;
  absent: readonly number[];
  proxies: readonly number[];
  items: readonly Item[];
};

const secretariat = userId("secretariat@suzhou.example");
const council = bodyId("council");
const seats = {
  all: councilSeats.length,
  filled: councilSeats.length,
  eligible: councilSeats.length,
};

/** Two meetings held on paper. The second one shows a motion that was carried and one that missed its majority. */
const sittings: readonly Sitting[] = [
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
    ],
  },
];

const meetingId = (key: string) => idOf("meeting", `${SUZHOU}/${key}`);
const itemId = (key: string, order: number) => idOf("agenda-item", `${SUZHOU}/${key}/${order}`);
const motionId = (key: string, order: number) => idOf("motion", `${SUZHOU}/${key}/${order}`);

/** Recorded meetings, and one that lies ahead: three weeks from the day of loading. */
export function suzhouMeetingRows(today: Day): Partial<DemoRows> {
  return {
    meeting: [...sittings.map(meetingRow), comingMeeting(today)],
    attendance: sittings.flatMap(attendanceRows),
    agendaItem: [...sittings.flatMap(itemRows), ...comingItems],
    motion: sittings.flatMap(motionRows),
    ...resolutionRows(),
  };
}

const meetingRow = ({ key, title, day }: Sitting): DemoRows["meeting"][number] => ({
  id: meetingId(key),
  allianceId: suzhouId,
  bodyId: council,
  title,
  mode: "room",
  state: "closed",
  scheduledAt: at(day, "14:00"),
  place: "示例会议室",
  recordOnly: true,
  seatsAll: seats.all,
  seatsFilled: seats.filled,
  originalFileId: fileId(SUZHOU, key),
  recordedById: secretariat,
  recordedAt: at(addDays(day, 1)),
  createdAt: at(addDays(day, 1)),
});

const statusOf = (sitting: Sitting, number: number) => {
  if (sitting.absent.includes(number)) return "excused" as const;
  return sitting.proxies.includes(number) ? ("proxy" as const) : ("present" as const);
};

const attendanceRows = (sitting: Sitting): DemoRows["attendance"] =>
  councilSeats.map(({ unit }, index) => ({
    allianceId: suzhouId,
    meetingId: meetingId(sitting.key),
    seatId: seatId("council", index + 1),
    status: statusOf(sitting, index + 1),
    holderName: `${membersByKey.get(unit)?.name} · ${delegateOf(unit).name}`,
  }));

const itemRows = ({ key, items }: Sitting): DemoRows["agendaItem"] =>
  items.map(({ title, partyPrior }, index) => ({
    id: itemId(key, index + 1),
    allianceId: suzhouId,
    meetingId: meetingId(key),
    sortOrder: index + 1,
    title,
    partyPrior: partyPrior ?? false,
  }));

/** Counted by the portal's own rules, so that the demonstration cannot disagree with them. */
const motionRows = ({ key, day, items, absent }: Sitting): DemoRows["motion"] =>
  items.flatMap(({ motion }, index) => {
    if (!motion) return [];
    const rule = ruleInForce(motion.matter);
    const votes = {
      recused: 0,
      invalid: 0,
      ...motion.votes,
      present: seats.filled - absent.length,
    };
    const decision = decide(rule, seats, votes);
    return [
      {
        ...votes,
        id: motionId(key, index + 1),
        allianceId: suzhouId,
        agendaItemId: itemId(key, index + 1),
        text: motion.text,
        matter: motion.matter,
        method: "hands" as const,
        ruleSetId: rule.id,
        ruleSnapshot: { rule, seats },
        quorumBase: decision.quorum.base,
        quorumNeeded: decision.quorum.needed ?? decision.quorum.base + 1,
        passBase: decision.pass.base,
        passNeeded: decision.pass.needed,
        computedOutcome: decision.outcome,
        outcome: motion.outcome,
        recordedById: secretariat,
        decidedAt: at(day, "14:00"),
      },
    ];
  });

/** Carried motions, numbered per year, and where the series stand. */
function resolutionRows(): Partial<DemoRows> {
  const resolution = sittings.flatMap(({ key, day, items }) =>
    items
      .map((item, index) => ({ ...item, order: index + 1 }))
      .filter(({ motion }) => motion?.outcome === "carried")
      .map(({ title, motion, order }, index) => ({
        id: idOf("resolution", `${SUZHOU}/${key}/${order}`),
        allianceId: suzhouId,
        bodyId: council,
        motionId: motionId(key, order),
        year: Number(day.slice(0, 4)),
        number: index + 1,
        title,
        text: motion?.text ?? "",
        adoptedOn: dateOf(day),
        effectiveFrom: dateOf(day),
      })),
  );
  const years = [...new Set(resolution.map(({ year }) => year))];
  return {
    resolution,
    counter: years.map((year) => ({
      allianceId: suzhouId,
      series: `resolution:${council}`,
      year,
      value: resolution.filter((row) => row.year === year).length,
    })),
  };
}

const comingMeeting = (today: Day): DemoRows["meeting"][number] => ({
  id: meetingId("coming"),
  allianceId: suzhouId,
  bodyId: council,
  title: "示例：一届四次理事会",
  mode: "mixed",
  state: "noticed",
  scheduledAt: at(addDays(today, 21), "14:00"),
  place: "示例会议室",
  createdAt: at(addDays(today, -3)),
});

const comingItems: DemoRows["agendaItem"] = ["听取秘书处半年工作情况", "审议入会申请"].map(
  (title, index) => ({
    title,
    id: itemId("coming", index + 1),
    allianceId: suzhouId,
    meetingId: meetingId("coming"),
    sortOrder: index + 1,
  }),
);
