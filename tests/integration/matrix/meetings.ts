import { clockIn, dateOf } from "@/lib/kernel/dates";
import type { Prisma } from "@/prisma/generated/client";
import { createPaper } from "./home";
import type { Fixture, Site } from "./kit";

type State = NonNullable<Prisma.MeetingUncheckedCreateInput["state"]>;

/** A meeting in which the caller sits in the first seat, and chairs. */
async function meetingIn(site: Site, state: State) {
  const { db, home, caller } = site;
  const allianceId = home.alliance.id;
  const { seats, holders, body } = home.council;
  const personId = caller.personId ?? home.clerk.personId ?? "";
  const holding = holders[0]?.holding.id ?? "";
  await db.seatDelegate.deleteMany({ where: { holdingId: holding } });
  await db.seatDelegate.create({
    data: {
      allianceId,
      holdingId: holding,
      personId,
      kind: "principal",
      validFrom: dateOf("2023-01-01"),
    },
  });
  const meeting = await db.meeting.create({
    data: {
      allianceId,
      bodyId: body.id,
      title: `示例${home.mark}会议`,
      mode: "mixed",
      state,
      place: `示例${home.mark}会议室`,
      link: "https://meet.example/room",
      scheduledAt: new Date(Date.now() + 3_600_000),
      stateReason: "示例",
      chairSeatId: seats[0]?.id ?? null,
    },
  });
  const items = await db.agendaItem.createManyAndReturn({
    data: [1, 2].map((sortOrder) => ({
      allianceId,
      meetingId: meeting.id,
      sortOrder,
      title: `示例${home.mark}议题 ${sortOrder}`,
      matter: "ordinary" as const,
    })),
  });
  await db.meetingSeat.createMany({
    data: seats.map((seat, index) => ({
      allianceId,
      meetingId: meeting.id,
      seatId: seat.id,
      number: seat.number,
      position: seat.position,
      voting: true,
      eligible: true,
      holderName: holders[index]?.organization.name ?? null,
      membershipId: holders[index]?.membership.id ?? null,
      organizationId: holders[index]?.organization.id ?? null,
      personId: index === 0 ? personId : null,
      personName: index === 0 ? "示例人员" : null,
    })),
  });
  const [first, second, third] = seats;
  return {
    meetingId: meeting.id,
    itemId: items[0]?.id ?? "",
    seatId: first?.id ?? "",
    secondSeatId: second?.id ?? "",
    thirdSeatId: third?.id ?? "",
  };
}
type Made = Awaited<ReturnType<typeof meetingIn>>;

const inMeeting = (
  state: State,
  ids: readonly (keyof Made)[],
  more: Record<string, unknown> = {},
): Fixture => ({
  ids,
  input: async (site) => {
    const made = await meetingIn(site, state);
    return { ...Object.fromEntries(ids.map((key) => [key, made[key]])), ...more };
  },
});

const versioned = { version: 1 };
const meeting = ["meetingId"] as const;
const item = ["itemId"] as const;
const seat = ["meetingId", "seatId"] as const;
const bothItem = ["itemId", "seatId"] as const;
const later = { heldOn: "2199-01-10", time: "14:30" };
const next = { ...versioned, ...later };

const bound = ["school_leader", "reporter", "enterprise_contact"];
const isBound = ({ caller }: Site) => caller.roles.some(({ role }) => bound.includes(role));
const byWhom = ({ caller, home }: Site) => caller.userId ?? home.clerk.userId ?? "";

async function proposal(site: Site) {
  const { db, home, organizationId } = site;
  return db.agendaProposal.create({
    data: {
      allianceId: home.alliance.id,
      bodyId: home.council.body.id,
      organizationId: isBound(site) ? organizationId : null,
      proposedById: isBound(site) ? (home.clerk.userId ?? "") : byWhom(site),
      title: `示例${home.mark}提议`,
      explanation: "示例",
    },
  });
}
const ofProposal = (more: Record<string, unknown> = {}): Fixture => ({
  ids: ["proposalId"],
  input: async (site) => ({ proposalId: (await proposal(site)).id, ...versioned, ...more }),
});

const letter = (record: boolean): Fixture => ({
  ids: ["meetingId", "principalSeatId", "holderSeatId"],
  input: async (site) => {
    const made = await meetingIn(site, "noticed");
    const file = await createPaper(site.db, site.home, byWhom(site));
    return {
      meetingId: made.meetingId,
      principalSeatId: record ? made.thirdSeatId : made.seatId,
      holderSeatId: made.secondSeatId,
      letterFileId: file.id,
    };
  },
});
const ofProxy: Fixture = {
  ids: ["proxyId"],
  input: async (site) => {
    const made = await meetingIn(site, "noticed");
    const { id } = await site.db.proxy.create({
      data: {
        allianceId: site.home.alliance.id,
        meetingId: made.meetingId,
        principalSeatId: made.seatId,
        holderSeatId: made.secondSeatId,
        cap: 1,
      },
    });
    return { proxyId: id, ...versioned };
  },
};

const prepared: Record<string, Fixture> = {
  "meetings.create": {
    ids: ["bodyId"],
    input: ({ home }) => ({
      bodyId: home.council.body.id,
      title: `示例${home.mark}会议`,
      mode: "room",
      ...later,
    }),
  },
  "meetings.update": inMeeting("draft", meeting, { ...next, title: "示例", mode: "room" }),
  "meetings.notice": inMeeting("draft", meeting, { ...versioned, waiver: "示例" }),
  "meetings.reschedule": inMeeting("noticed", meeting, { ...next, mode: "room", place: "示例" }),
  "meetings.callOff": inMeeting("noticed", meeting, {
    ...versioned,
    how: "cancel",
    reason: "示例",
  }),
  "agenda.addItem": inMeeting("draft", meeting, { title: "示例", kind: "report" }),
  "agenda.updateItem": inMeeting("draft", item, { ...versioned, title: "示例", kind: "report" }),
  "agenda.shiftItem": inMeeting("draft", item, { ...versioned, direction: "down" }),
  "agenda.removeItem": inMeeting("draft", item, versioned),
  "agenda.addPaper": {
    ids: ["itemId", "fileId"],
    input: async (site) => ({
      itemId: (await meetingIn(site, "draft")).itemId,
      fileId: (await createPaper(site.db, site.home, byWhom(site))).id,
    }),
  },
  "agenda.removePaper": {
    ids: ["paperId"],
    input: async (site) => {
      const { itemId } = await meetingIn(site, "draft");
      const file = await createPaper(site.db, site.home, byWhom(site));
      const data = { allianceId: site.home.alliance.id, itemId, fileId: file.id, title: "示例" };
      return { paperId: (await site.db.itemPaper.create({ data })).id };
    },
  },
  "proposals.list": { input: () => ({}) },
  "proposals.export": { input: () => ({}) },
  "proposals.create": {
    ids: ["bodyId"],
    input: (site) => ({
      bodyId: site.home.council.body.id,
      title: `示例${site.home.mark}提议`,
      explanation: "示例",
      ...(isBound(site) && { organizationId: site.organizationId }),
    }),
  },
  "proposals.accept": {
    ids: ["proposalId", "meetingId"],
    input: async (site) => ({
      proposalId: (await proposal(site)).id,
      meetingId: (await meetingIn(site, "draft")).meetingId,
      ...versioned,
    }),
  },
  "proposals.reject": ofProposal({ reason: "示例" }),
  "proposals.withdraw": ofProposal(),
};

const attended: Record<string, Fixture> = {
  "meetings.noteOpened": inMeeting("noticed", meeting),
  "meetings.noteDelivered": inMeeting("noticed", seat),
  "meetings.answer": inMeeting("noticed", seat, { rsvp: "coming" }),
  "meetings.renewCode": inMeeting("check_in", meeting),
  "presence.checkIn": inMeeting("check_in", seat, { mode: "online" }),
  "presence.leave": inMeeting("check_in", seat),
  "presence.heartbeat": inMeeting("check_in", meeting),
  "presence.mark": inMeeting("check_in", seat),
  "presence.markAll": inMeeting("check_in", meeting),
  "votes.recordDeparture": {
    ids: seat,
    input: async (site) => {
      const { meetingId, seatId } = await meetingIn(site, "check_in");
      const hour = 3_600_000;
      await site.db.presence.updateMany({
        where: { meetingId, seatId },
        data: { cameAt: new Date(Date.now() - hour) },
      });
      const time = clockIn(new Date(Date.now() - hour / 2), "Asia/Shanghai");
      return { meetingId, seatId, time, reason: "示例" };
    },
  },
  "presence.markLeft": inMeeting("check_in", seat),
  "proxies.grant": letter(false),
  "proxies.record": letter(true),
  "proxies.accept": ofProxy,
  "proxies.revoke": ofProxy,
  "conflicts.declare": inMeeting("noticed", bothItem, { conflict: "no" }),
  "conflicts.record": inMeeting("open", bothItem, { conflict: "no", reason: "示例" }),
  "conflicts.challenge": inMeeting("noticed", bothItem, { reason: "示例" }),
  "conflicts.decide": inMeeting("open", bothItem, { recused: "yes", reason: "示例" }),
  "interests.list": { input: () => ({}) },
  "interests.export": { input: () => ({}) },
  "interests.declare": {
    input: ({ home, caller }) => ({
      kind: "equity",
      counterpartId: home.other.organization.id,
      ...(caller.roles.some(({ role }) => role === "secretariat") && {
        organizationId: home.own.organization.id,
      }),
    }),
  },
  "interests.end": {
    ids: ["interestId"],
    input: async (site) => {
      const { id } = await site.db.interest.create({
        data: {
          allianceId: site.home.alliance.id,
          kind: "equity",
          organizationId: site.home.own.organization.id,
          counterpartId: site.home.other.organization.id,
          declaredById: byWhom(site),
          validFrom: dateOf("2024-01-01"),
        },
      });
      return { interestId: id, validTo: "2199-01-01" };
    },
  },
};

const ran: Record<string, Fixture> = {
  "meetings.live": inMeeting("noticed", meeting),
  "meetings.revision": inMeeting("noticed", meeting),
  "agenda.effectChoices": { input: () => ({}) },
  "meetings.yearPlan": { input: () => ({ year: 2026 }) },
  "meetings.startCheckIn": inMeeting("noticed", meeting, versioned),
  "meetings.open": inMeeting("check_in", meeting, versioned),
  "meetings.suspend": inMeeting("open", meeting, { ...versioned, reason: "示例" }),
  "meetings.resume": inMeeting("suspended", meeting, versioned),
  "meetings.setChair": inMeeting("open", seat),
  "meetings.refreeze": inMeeting("open", meeting, { reason: "示例" }),
  "agenda.focus": inMeeting("open", item),
  "agenda.settle": inMeeting("open", item, { ...versioned, how: "defer" }),
  "meetings.close": inMeeting("open", meeting, versioned),
  "meetings.adjourn": inMeeting("open", meeting, next),
  "meetings.lackQuorum": inMeeting("check_in", meeting, versioned),
  "meetings.callAgain": inMeeting("inquorate", meeting, next),
};

export const sittings: Record<string, Fixture> = { ...prepared, ...attended, ...ran };
