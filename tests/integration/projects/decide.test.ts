import { beforeAll, describe, expect, test } from "vitest";
import {
  answerPartyProcedure,
  askAgainProcedure,
  registerProjectProcedure,
  rejectProjectProcedure,
  requestSupplementProcedure,
  startProjectProcedure,
  supplementProcedure,
  withdrawProjectProcedure,
} from "@/lib/features/projects/procedures";
import { canMove } from "@/lib/features/projects/rules/states";
import {
  type ProjectMove,
  type ProjectState,
  projectMoves,
  projectStates,
} from "@/lib/features/projects/types";
import { perform } from "@/lib/platform/corridor/faces";
import { createProjectWithParties } from "@/prisma/seed/factories/projects";
import { useDatabase } from "../../support/database";
import { atOnce, audits, callAs, createWorld, read, type World } from "./world";

const { db } = useDatabase();
let world: World;
beforeAll(async () => {
  world = await createWorld(db());
});

type Who = keyof World["actors"];
let serial = 5000;

/** A project in any state, written past the commands, as a caller may find it. */
function inState(state: ProjectState) {
  const numbered = ![
    "draft",
    "partners_confirming",
    "check",
    "supplement",
    "rejected",
    "withdrawn",
  ].includes(state);
  serial += 1;
  return createProjectWithParties(db(), {
    allianceId: world.alliance.id,
    organizationIds: [world.company.id, world.school.id],
    state,
    ...(numbered && { codeYear: 2020, codeNumber: serial, registeredAt: new Date("2020-02-01") }),
  });
}

const call = (who: Who) => callAs(world, world.actors[who]);
const steps = {
  answer: (who: Who, id: string) =>
    perform(answerPartyProcedure, call(who), {
      id,
      organizationId: world.school.id,
      answer: "decline",
      reason: "示例",
    }),
  ask_again: (who: Who, id: string, version: number) =>
    perform(askAgainProcedure, call(who), { id, version }),
  request_supplement: (who: Who, id: string, version: number) =>
    perform(requestSupplementProcedure, call(who), { id, version, reason: "请补充协议" }),
  supplement: (who: Who, id: string, version: number) =>
    perform(supplementProcedure, call(who), { id, version, answer: "协议已上传" }),
  register: (who: Who, id: string, version: number) =>
    perform(registerProjectProcedure, call(who), { id, version }),
  start: (who: Who, id: string, version: number) =>
    perform(startProjectProcedure, call(who), { id, version }),
  reject: (who: Who, id: string, version: number) =>
    perform(rejectProjectProcedure, call(who), { id, version, reason: "不属于联盟业务" }),
  withdraw: (who: Who, id: string, version: number) =>
    perform(withdrawProjectProcedure, call(who), { id, version, reason: "不再合作" }),
};
const rightPerson: Record<ProjectMove, Who> = {
  answer: "school",
  ask_again: "contact",
  request_supplement: "secretariat",
  supplement: "contact",
  register: "secretariat",
  start: "contact",
  reject: "secretariat",
  withdraw: "contact",
};

describe("I-12 every illegal edge is refused and changes nothing", () => {
  const illegal = projectMoves.flatMap((move) =>
    projectStates.filter((state) => !canMove(move, state)).map((state) => [move, state] as const),
  );
  test.each(illegal)("%s from %s", async (move, state) => {
    const project = await inState(state);
    const result = await steps[move](rightPerson[move], project.id, 1);
    expect(result).toMatchObject({ ok: false, reason: "project-wrong-state" });
    const after = await db().project.findUniqueOrThrow({ where: { id: project.id } });
    expect([after.state, after.version]).toEqual([state, 1]);
    expect(await audits(db(), project.id)).toEqual([]);
  });
});

describe("wrong persons", () => {
  const right: Record<ProjectMove, ProjectState> = {
    answer: "partners_confirming",
    ask_again: "draft",
    request_supplement: "check",
    supplement: "supplement",
    register: "check",
    start: "registered",
    reject: "check",
    withdraw: "check",
  };
  const insiders = ["school", "chair", "supervisor", "observer"] as const;
  const wrong = projectMoves.flatMap((move) =>
    insiders.filter((who) => rightPerson[move] !== who).map((who) => [move, who] as const),
  );
  test.each(wrong)("%s by %s is forbidden", async (move, who) => {
    const project = await inState(right[move]);
    await expect(steps[move](who, project.id, 1)).rejects.toMatchObject({ code: "forbidden" });
    expect((await db().project.findUniqueOrThrow({ where: { id: project.id } })).state).toBe(
      right[move],
    );
  });
  test.each(["ask_again", "supplement", "withdraw"] as const)(
    "%s by the contact of another organization: not found",
    async (move) => {
      const project = await inState(right[move]);
      await expect(steps[move]("supplier", project.id, 1)).rejects.toMatchObject({
        code: "not-found",
      });
    },
  );
  test.each(projectMoves)(
    "%s by the secretariat of another alliance is forbidden",
    async (move) => {
      const project = await inState(right[move]);
      await expect(steps[move]("stranger", project.id, 1)).rejects.toMatchObject({
        code: "forbidden",
      });
    },
  );
  test("A-04 through the stranger's own alliance it is not found", async () => {
    const project = await inState("check");
    await expect(
      perform(
        registerProjectProcedure,
        { actor: world.actors.stranger, tenant: world.other.slug },
        { id: project.id, version: 1 },
      ),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("projects.requestSupplement and supplement", () => {
  test("a question goes to the lead and comes back answered", async () => {
    const project = await inState("check");
    await steps.request_supplement("secretariat", project.id, 1);
    const asked = await read(world, world.actors.contact, project.id);
    expect(asked).toMatchObject({
      state: "supplement",
      waiting: { party: "lead" },
      inside: { stateReason: "请补充协议", moves: { supplement: { allowed: true } } },
    });
    await steps.supplement("contact", project.id, 2);
    const seen = await read(world, world.actors.secretariat, project.id);
    expect(seen.state).toBe("check");
    expect(seen.inside?.history.slice(-2).map((event) => [event.kind, event.text])).toEqual([
      ["question", "请补充协议"],
      ["answer", "协议已上传"],
    ]);
  });
  test("a stale form is told so", async () => {
    const project = await inState("check");
    await expect(steps.reject("secretariat", project.id, 7)).rejects.toMatchObject({
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
      expect(await steps[move](rightPerson[move], project.id, 1)).toMatchObject({ ok: true });
      const after = await db().fundCommitment.findUniqueOrThrow({ where: { id: promise.id } });
      expect(after.state).toBe("cancelled");
      expect(await audits(db(), promise.id)).toEqual([{ action: "contribution.cancel" }]);
    },
  );
  test("a withdrawn project has no number and is invisible to others", async () => {
    const project = await inState("check");
    await steps.withdraw("contact", project.id, 1);
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
    expect(await steps.start("contact", project.id, 1)).toEqual({
      ok: false,
      reason: "project-starts-later",
      details: { day: "2199-01-01" },
    });
  });
  test("from that day on it runs and waits for nobody", async () => {
    const project = await inState("registered");
    expect(await steps.start("contact", project.id, 1)).toMatchObject({
      value: { state: "running" },
    });
    expect((await read(world, world.actors.contact, project.id)).waiting).toBeNull();
  });
});

test("two people decide at once: one registers, the other rejects; one wins, the other is told", async () => {
  for (let round = 0; round < 10; round += 1) {
    const project = await inState("check");
    const { done, refused, errors } = await atOnce<{ ok: boolean }>([
      () => steps.register("secretariat", project.id, 1),
      () => steps.reject("secretariat2", project.id, 1),
    ]);
    expect(errors).toEqual([]);
    expect([done.length, refused.length]).toEqual([1, 1]);
  }
});
