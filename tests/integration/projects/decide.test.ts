import { beforeAll, describe, expect, test } from "vitest";
import {
  decideProjectCommand,
  proposeRegistrationCommand,
  proposeTerminationCommand,
} from "@/lib/features/projects/procedures/decisions";
import {
  archiveProjectCommand,
  closeProjectCommand,
  followProjectCommand,
  requestAcceptanceCommand,
  resumeProjectCommand,
  settleProjectCommand,
  suspendProjectCommand,
} from "@/lib/features/projects/procedures/life";
import { convenePanelCommand } from "@/lib/features/projects/procedures/panels";
import { recallProjectCommand } from "@/lib/features/projects/procedures/partners";
import {
  answerPartyProcedure,
  askAgainProcedure,
  rejectProjectProcedure,
  requestSupplementProcedure,
  startProjectProcedure,
  supplementProcedure,
  withdrawProjectProcedure,
} from "@/lib/features/projects/procedures/projects";
import { planMilestonesCommand } from "@/lib/features/projects/procedures/work";
import { canMove, moves } from "@/lib/features/projects/rules/states";
import {
  type ProjectMove,
  type ProjectState,
  projectMoves,
  projectStates,
} from "@/lib/features/projects/types";
import { perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "../../support/database";
import { atOnce, audits, callAs, createWorld, read, inState as stateOf, type World } from "./world";

const { db } = useDatabase();
let world: World;
beforeAll(async () => {
  world = await createWorld(db());
});

type Who = keyof World["actors"];
const inState = (state: ProjectState) => stateOf(db(), world, state);

const call = (who: Who) => callAs(world, world.actors[who]);
type Step = (who: Who, id: string, version: number) => Promise<{ ok: boolean }>;
const reasoned =
  <P extends Parameters<typeof perform>[0]>(command: P, more: object = {}): Step =>
  (who, id, version) =>
    perform(command, call(who), { id, version, ...more } as never);
const someone = "0190b8f4-0000-7000-8000-000000000000";
const panel = (kind: string) => ({ kind, experts: [someone, someone, someone] });

/** Each move by its command; the moves that close a panel or answer a question are tried in their own files. */
const steps: Partial<Record<ProjectMove, Step>> = {
  answer: (who, id) =>
    perform(answerPartyProcedure, call(who), {
      id,
      organizationId: world.school.id,
      answer: "decline",
      reason: "示例",
    }),
  recall: reasoned(recallProjectCommand),
  ask_again: reasoned(askAgainProcedure),
  request_supplement: reasoned(requestSupplementProcedure, { reason: "请补充协议" }),
  supplement: reasoned(supplementProcedure, { answer: "协议已上传" }),
  open_review: reasoned(convenePanelCommand, panel("review")),
  propose: reasoned(proposeRegistrationCommand, { reason: "示例" }),
  register: reasoned(decideProjectCommand, { verdict: "approve" }),
  start: reasoned(startProjectProcedure),
  reject: reasoned(rejectProjectProcedure, { reason: "不属于联盟业务" }),
  withdraw: reasoned(withdrawProjectProcedure, { reason: "不再合作" }),
  suspend: reasoned(suspendProjectCommand, { reason: "示例" }),
  resume: reasoned(resumeProjectCommand),
  terminate: reasoned(proposeTerminationCommand, { reason: "示例" }),
  request_acceptance: reasoned(requestAcceptanceCommand, { statement: "示例" }),
  open_acceptance: reasoned(convenePanelCommand, panel("acceptance")),
  settle: reasoned(settleProjectCommand, { settlement: "示例" }),
  close: reasoned(closeProjectCommand),
  follow: reasoned(followProjectCommand, { years: 2 }),
  archive: reasoned(archiveProjectCommand),
};
const tried = projectMoves.filter((move) => steps[move]);
const step = (move: ProjectMove, who: Who, id: string, version = 1) => {
  const found = steps[move];
  if (!found) throw new Error(move);
  return found(who, id, version);
};
const byLead: readonly ProjectMove[] = [
  "recall",
  "ask_again",
  "supplement",
  "start",
  "withdraw",
  "request_acceptance",
  "settle",
];
const rightPerson = (move: ProjectMove): Who =>
  move === "answer" ? "school" : byLead.includes(move) ? "contact" : "secretariat";

describe("I-12 every illegal edge is refused and changes nothing", () => {
  const illegal = tried.flatMap((move) =>
    projectStates.filter((state) => !canMove(move, state)).map((state) => [move, state] as const),
  );
  test.each(illegal)("%s from %s", async (move, state) => {
    const project = await inState(state);
    const result = await step(move, rightPerson(move), project.id);
    expect(result).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/^(project-wrong-state|decision-missing)$/),
    });
    const after = await db().project.findUniqueOrThrow({ where: { id: project.id } });
    expect([after.state, after.version]).toEqual([state, 1]);
    expect(await audits(db(), project.id)).toEqual([]);
  });
  test("the database itself knows no other edge", async () => {
    const project = await inState("check");
    await expect(
      db().project.update({ where: { id: project.id }, data: { state: "archived" } }),
    ).rejects.toThrow();
  });
});

describe("wrong persons", () => {
  const insiders = ["school", "chair", "supervisor", "observer"] as const;
  const wrong = tried.flatMap((move) =>
    insiders
      .filter((who) => rightPerson(move) !== who && !(move === "suspend" && who === "supervisor"))
      .map((who) => [move, who] as const),
  );
  const first = (move: ProjectMove) => moves[move].from[0] ?? "draft";
  test.each(wrong)("%s by %s is forbidden", async (move, who) => {
    const project = await inState(first(move));
    await expect(step(move, who, project.id)).rejects.toMatchObject({ code: "forbidden" });
    expect((await db().project.findUniqueOrThrow({ where: { id: project.id } })).state).toBe(
      first(move),
    );
  });
  test.each(["ask_again", "supplement", "withdraw"] as const)(
    "%s by the contact of another organization: not found",
    async (move) => {
      const project = await inState(first(move));
      await expect(step(move, "supplier", project.id)).rejects.toMatchObject({
        code: "not-found",
      });
    },
  );
  test.each(tried)("%s by the secretariat of another alliance is forbidden", async (move) => {
    const project = await inState(first(move));
    await expect(step(move, "stranger", project.id)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
  test("A-04 through the stranger's own alliance it is not found", async () => {
    const project = await inState("check");
    await expect(
      perform(
        decideProjectCommand,
        { actor: world.actors.stranger, tenant: world.other.slug },
        { id: project.id, version: 1, verdict: "approve" },
      ),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("projects.requestSupplement and supplement", () => {
  test("a question goes to the lead and comes back answered", async () => {
    const project = await inState("check");
    await step("request_supplement", "secretariat", project.id, 1);
    const asked = await read(world, world.actors.contact, project.id);
    expect(asked).toMatchObject({
      state: "supplement",
      waiting: { party: "lead" },
      inside: { stateReason: "请补充协议", moves: { supplement: { allowed: true } } },
    });
    await step("supplement", "contact", project.id, 2);
    const seen = await read(world, world.actors.secretariat, project.id);
    expect(seen.state).toBe("check");
    expect(seen.inside?.history.slice(-2).map((event) => [event.kind, event.text])).toEqual([
      ["question", "请补充协议"],
      ["answer", "协议已上传"],
    ]);
  });
  test("a stale form is told so", async () => {
    const project = await inState("check");
    await expect(step("reject", "secretariat", project.id, 7)).rejects.toMatchObject({
      code: "stale",
    });
  });
});

describe("rejected and withdrawn", () => {
  test.each(["reject", "withdraw"] as const)(
    "%s ends the promises with the project",
    async (move) => {
      const project = await inState("check");
      const promise = await db().fundCommitment.create({
        data: {
          allianceId: world.alliance.id,
          projectId: project.id,
          organizationId: world.company.id,
          kind: "cash",
          amount: "500",
          promisedOn: new Date("2026-01-01"),
        },
      });
      expect(await step(move, rightPerson(move), project.id)).toMatchObject({ ok: true });
      const after = await db().fundCommitment.findUniqueOrThrow({ where: { id: promise.id } });
      expect(after.state).toBe("cancelled");
      expect(await audits(db(), promise.id)).toEqual([{ action: "contribution.cancel" }]);
    },
  );
  test("a withdrawn project has no number and is invisible to others", async () => {
    const project = await inState("check");
    await step("withdraw", "contact", project.id, 1);
    await expect(read(world, world.actors.supplier, project.id)).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("projects.start", () => {
  test("not before the day agreed", async () => {
    const project = await inState("registered");
    await db().project.update({
      where: { id: project.id },
      data: { startsOn: new Date("2199-01-01"), endsOn: new Date("2199-02-01") },
    });
    expect(await step("start", "contact", project.id, 1)).toEqual({
      ok: false,
      reason: "project-starts-later",
      details: { day: "2199-01-01" },
    });
  });
  test("from that day on it runs, and without milestones waits for its lead to plan them", async () => {
    const project = await inState("registered");
    expect(await step("start", "contact", project.id, 1)).toMatchObject({
      value: { state: "running" },
    });
    const seen = await read(world, world.actors.contact, project.id);
    expect(seen.waiting).toMatchObject({ party: "lead", organizations: [{ id: seen.lead.id }] });
    const planned = await perform(planMilestonesCommand, callAs(world, world.actors.contact), {
      id: project.id,
      version: 2,
      milestones: [{ title: "示例", dueOn: "2026-12-01", deliverable: "示例" }],
    });
    expect(planned).toMatchObject({ ok: true });
    expect((await read(world, world.actors.contact, project.id)).waiting).toBeNull();
  });
});

test("Two people decide at once: the second is told", async () => {
  for (let round = 0; round < 10; round += 1) {
    const project = await inState("check");
    const { done, refused, errors } = await atOnce<{ ok: boolean }>([
      () => step("propose", "secretariat", project.id),
      () => step("reject", "secretariat2", project.id),
    ]);
    expect(errors).toEqual([]);
    expect([done.length, refused.length]).toEqual([1, 1]);
  }
});
