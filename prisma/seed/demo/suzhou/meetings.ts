import { decide } from "@/lib/features/bodies/rules/decide";
import { addDays, type Day, dateOf } from "@/lib/kernel/dates";
import { at } from "../days";
import { fileId } from "../files";
import { idOf } from "../ids";
import { organizationId } from "../organizations";
import { personId, userId } from "../people";
import type { DemoRows } from "../rows";
import { bodyId } from "./bodies";
import { councilSeats, delegateOf, seatId } from "./council";
import { membersByKey, membershipId, SUZHOU, suzhouId } from "./members";
import { ruleInForce } from "./rule-sets";
import { type Sitting, sittings } from "./sittings";

const secretariat = userId("secretariat@suzhou.example");
const council = bodyId("council");
const seats = {
  all: councilSeats.length,
  filled: councilSeats.length,
  eligible: councilSeats.length,
};

const meetingId = (key: string) => idOf("meeting", `${SUZHOU}/${key}`);
const itemId = (key: string, order: number) => idOf("agenda-item", `${SUZHOU}/${key}/${order}`);
const motionId = (key: string, order: number) => idOf("motion", `${SUZHOU}/${key}/${order}`);

/** Recorded meetings, and one that lies ahead: two weeks from the day of loading. */
export function suzhouMeetingRows(today: Day): Partial<DemoRows> {
  return {
    meeting: [...sittings.map(meetingRow), comingMeeting(today)],
    attendance: sittings.flatMap(attendanceRows),
    meetingSeat: comingSeats(today),
    agendaItem: [...sittings.flatMap(itemRows), ...comingItems],
    itemPaper: comingPapers,
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

/** Two weeks ahead, noticed on the day of loading: enough by the rule of the council. */
const comingMeeting = (today: Day): DemoRows["meeting"][number] => ({
  id: meetingId("coming"),
  allianceId: suzhouId,
  bodyId: council,
  title: "示例：一届四次理事会",
  mode: "mixed",
  state: "noticed",
  scheduledAt: at(addDays(today, 14), "14:00"),
  place: "示例会议室",
  link: "https://meeting.example/suzhou-council",
  noticedAt: at(today, "00:00"),
  createdAt: at(addDays(today, -3)),
});

const answers = ["coming", "coming", "none", "online", "excused"] as const;

/** Who is called: the 31 units; some have answered on the day of the notice. */
const comingSeats = (today: Day): DemoRows["meetingSeat"] =>
  councilSeats.map(({ unit, position }, index) => {
    const rsvp = answers[index % answers.length] ?? "none";
    const read = rsvp === "none" ? null : at(today, "00:00");
    return {
      allianceId: suzhouId,
      meetingId: meetingId("coming"),
      seatId: seatId("council", index + 1),
      number: index + 1,
      position,
      voting: true,
      eligible: true,
      holderName: `${membersByKey.get(unit)?.name} · ${delegateOf(unit).name}`,
      membershipId: membershipId(SUZHOU, unit),
      organizationId: organizationId(unit),
      personId: personId(delegateOf(unit).key),
      personName: delegateOf(unit).name,
      deliveredAt: at(today, "00:00"),
      readAt: read,
      rsvp,
      rsvpAt: read,
    };
  });

const coming = [
  {
    title: "听取秘书处半年工作情况",
    kind: "report",
    paper: "coming-report",
    paperTitle: "示例秘书处半年工作报告",
  },
  {
    title: "审议入会申请",
    kind: "decide",
    matter: "membership",
    paper: "coming-admission",
    paperTitle: "示例入会审查意见",
  },
  { title: "下半年公共实训安排", kind: "decide", matter: "ordinary", partyPrior: true },
] as const;

const comingItems: DemoRows["agendaItem"] = coming.map((item, index) => ({
  id: itemId("coming", index + 1),
  allianceId: suzhouId,
  meetingId: meetingId("coming"),
  sortOrder: index + 1,
  title: item.title,
  kind: item.kind,
  matter: "matter" in item ? item.matter : null,
  partyPrior: "partyPrior" in item,
  proposer: "示例秘书处",
}));

const comingPapers: DemoRows["itemPaper"] = coming.flatMap((item, index) =>
  "paper" in item
    ? [
        {
          id: idOf("item-paper", `${SUZHOU}/coming/${index + 1}`),
          allianceId: suzhouId,
          itemId: itemId("coming", index + 1),
          fileId: fileId(SUZHOU, item.paper),
          title: item.paperTitle,
          addedAt: at("2026-06-30"),
        },
      ]
    : [],
);
