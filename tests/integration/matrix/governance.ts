import { createDecision, createPaper } from "./home";
import { type Fixture, none } from "./kit";

export const governance: Record<string, Fixture> = {
  "bodies.list": none,
  "bodies.roster": {
    ids: ["bodyId"],
    input: ({ home }) => ({ bodyId: home.council.body.id, day: "2026-03-10" }),
  },
  "meetings.list": none,
  "meetings.export": none,
  "meetings.get": {
    ids: ["meetingId"],
    input: async ({ db, home }) => ({ meetingId: (await createDecision(db, home)).meeting.id }),
  },
  "meetings.record": {
    ids: ["bodyId", "originalFileId"],
    input: async ({ db, home, caller }) => ({
      bodyId: home.council.body.id,
      title: `示例${home.mark}会议`,
      heldOn: "2026-03-10",
      time: "14:30",
      mode: "room",
      originalFileId: (await createPaper(db, home, caller.userId)).id,
      attendance: home.council.seats.map((seat) => ({ seatId: seat.id, status: "present" })),
      items: [{ title: "示例议题" }],
    }),
  },
  "resolutions.list": none,
  "resolutions.export": none,
  "resolutions.get": {
    ids: ["resolutionId"],
    input: async ({ db, home }) => ({
      resolutionId: (await createDecision(db, home)).resolution.id,
    }),
  },
};
