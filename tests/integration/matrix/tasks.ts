import { createDecision } from "./home";
import { about, type Fixture, none, type Site, versioned } from "./kit";
import { createTaskRow } from "./records";

const task =
  (state: "open" | "reported") =>
  ({ db, home, organizationId }: Site) =>
    createTaskRow(db, home, { organizationId, state });

const later = { dueOn: "2199-01-01", text: "示例说明" };

export const following: Record<string, Fixture> = {
  "resolutions.thread": {
    ids: ["itemId"],
    input: async ({ db, home }) => {
      const { meeting } = await createDecision(db, home);
      const item = await db.agendaItem.findFirstOrThrow({ where: { meetingId: meeting.id } });
      return { itemId: item.id };
    },
  },
  "resolutions.threads": {
    input: async ({ db, home }) => ({ meetingId: (await createDecision(db, home)).meeting.id }),
  },
  "resolutions.followUp": {
    ids: ["bodyId"],
    input: ({ home }) => ({ bodyId: home.council.body.id }),
  },
  "resolutions.recordEvent": {
    ids: ["resolutionId"],
    input: async ({ db, home }) => ({
      resolutionId: (await createDecision(db, home)).resolution.id,
      kind: "completed",
    }),
  },
  "tasks.list": none,
  "tasks.export": none,
  "tasks.owners": none,
  "tasks.remind": none,
  "tasks.get": {
    ids: ["taskId"],
    input: async (site) => ({ taskId: (await task("open")(site)).id }),
  },
  "tasks.create": {
    ids: ["resolutionId"],
    input: async ({ db, home }) => ({
      resolutionId: (await createDecision(db, home)).resolution.id,
      title: "示例任务",
      personId: home.clerk.personId,
      dueOn: "2199-01-01",
    }),
  },
  "tasks.report": about("taskId", task("open"), { version: 1, text: "示例" }),
  "tasks.accept": about("taskId", task("reported"), versioned),
  "tasks.giveBack": about("taskId", task("reported"), { version: 1, text: "示例" }),
  "tasks.drop": about("taskId", task("open"), { version: 1, text: "示例" }),
  "tasks.change": {
    ids: ["taskId"],
    input: async (site) => {
      const { id, personId } = await task("open")(site);
      return { taskId: id, version: 1, personId, ...later };
    },
  },
};
