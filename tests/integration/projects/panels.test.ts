import { beforeAll, describe, expect, test } from "vitest";
import { requestAcceptanceCommand } from "@/lib/features/projects/procedures/life";
import {
  addExpertCommand,
  closePanelCommand,
  convenePanelCommand,
  declareConflictCommand,
  doneReworkCommand,
  openPanelQuery,
  reviewDeskQuery,
  submitScoresCommand,
} from "@/lib/features/projects/procedures/panels";
import { projectWorkQuery } from "@/lib/features/projects/procedures/work";
import type { PanelKind, PanelVote } from "@/lib/features/projects/types";
import type { Actor } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "../../support/database";
import { atOnce, callAs, createWorld, experts, inState, type World } from "./world";

const { db } = useDatabase();
let world: World;
let people: Actor[];
beforeAll(async () => {
  world = await createWorld(db());
  people = await experts(db(), world, 5);
});

const office = () => callAs(world, world.actors.secretariat);
const as = (at: number) => callAs(world, people[at] ?? world.actors.observer);
const ids = (...at: number[]) => at.map((one) => people[one]?.userId ?? "");
const stateFor = {
  review: "check",
  midterm: "running",
  acceptance: "acceptance_requested",
} as const;

async function convene(kind: PanelKind, members = ids(0, 1, 2)) {
  const project = await inState(db(), world, stateFor[kind]);
  const made = await perform(convenePanelCommand, office(), {
    id: project.id,
    version: 1,
    kind,
    experts: members,
  });
  if (!made.ok) throw new Error(made.reason);
  const [panel] = (await ask(projectWorkQuery, office(), { id: project.id })).panels;
  return { id: project.id, panelId: panel?.id ?? "" };
}
const declare = (panelId: string, at: number, answer: "none" | "conflict" = "none") =>
  perform(declareConflictCommand, as(at), {
    panelId,
    answer,
    ...(answer === "conflict" && { note: "示例：曾任顾问" }),
  });
const sheets = {
  review: (total: number) => ({
    need: Math.min(total, 30),
    method: Math.max(0, Math.min(total - 30, 30)),
    team: Math.max(0, Math.min(total - 60, 20)),
    benefit: Math.max(0, Math.min(total - 80, 20)),
  }),
  acceptance: () => ({ targets: 30, quality: 20, evidence: 15, money: 5 }),
  midterm: () => ({ progress: 30, quality: 20, money: 20 }),
};
const score = (panelId: string, at: number, total: number) =>
  perform(submitScoresCommand, as(at), { panelId, scores: sheets.review(total), comment: "示例" });
const vote = (panelId: string, at: number, choice: PanelVote) =>
  perform(submitScoresCommand, as(at), {
    panelId,
    scores: sheets.acceptance(),
    vote: choice,
    comment: "示例",
  });
const close = async (id: string, more: object = {}) => {
  const [panel] = (await ask(projectWorkQuery, office(), { id })).panels;
  return perform(closePanelCommand, office(), {
    panelId: panel?.id ?? "",
    version: panel?.version ?? 0,
    summary: "示例：专家组意见",
    ...more,
  });
};

describe("convening", () => {
  const call = async (experts: string[]) => {
    const project = await inState(db(), world, "check");
    const input = { id: project.id, version: 1, kind: "review" as const, experts };
    return perform(convenePanelCommand, office(), input);
  };
  test.each([
    ["an even number", () => ids(0, 1, 2, 3), "odd-number-needed"],
    ["one twice", () => ids(0, 1, 1), "odd-number-needed"],
    [
      "somebody who is no expert",
      () => [...ids(0, 1), world.actors.chair.userId ?? ""],
      "not-an-expert",
    ],
  ])("%s is refused", async (_, members, reason) =>
    expect(await call(members())).toMatchObject({ reason }),
  );
  test("not from a party: an expert with a declared interest in one is refused by name", async () => {
    const interest = await db().interest.create({
      data: {
        allianceId: world.alliance.id,
        kind: "equity",
        personId: people[4]?.personId ?? null,
        counterpartId: world.company.id,
        validFrom: new Date("2026-01-01"),
      },
    });
    expect(await call(ids(0, 1, 4))).toMatchObject({
      reason: "expert-of-a-party",
      details: { names: people[4]?.name },
    });
    await db().interest.delete({ where: { id: interest.id } });
  });
});

describe("review", () => {
  test("documents are shut until no conflict is declared; a conflict keeps them shut", async () => {
    const { panelId } = await convene("review");
    expect((await ask(openPanelQuery, as(0), { panelId })).documents).toBeNull();
    expect(await score(panelId, 0, 70)).toMatchObject({ reason: "declare-first" });
    await declare(panelId, 0);
    expect((await ask(openPanelQuery, as(0), { panelId })).documents).toMatchObject({
      summary: expect.stringContaining("示例"),
    });
    await declare(panelId, 1, "conflict");
    expect((await ask(openPanelQuery, as(1), { panelId })).documents).toBeNull();
    expect(await declare(panelId, 1)).toMatchObject({ reason: "already-declared" });
    await expect(ask(openPanelQuery, as(3), { panelId })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("blind: nobody sees another's score before all are in, the office neither", async () => {
    const { id, panelId } = await convene("review");
    for (const at of [0, 1, 2]) await declare(panelId, at);
    await score(panelId, 0, 80);
    const totals = async (who: number | "office") => {
      const panel =
        who === "office"
          ? (await ask(projectWorkQuery, office(), { id })).panels[0]
          : (await ask(openPanelQuery, as(who), { panelId })).panel;
      return panel?.seats.flatMap((seat) => seat.total ?? []) ?? [];
    };
    expect(await totals(0)).toEqual([80]);
    expect(await totals(1)).toEqual([]);
    expect(await totals("office")).toEqual([]);
    expect(await close(id)).toMatchObject({ reason: "scores-missing" });
    await score(panelId, 1, 75);
    await score(panelId, 2, 70);
    expect((await totals("office")).sort()).toEqual([70, 75, 80]);
    expect(await score(panelId, 0, 100)).toMatchObject({ reason: "scores-are-in" });
    const insiders = await ask(projectWorkQuery, callAs(world, world.actors.contact), { id });
    expect(insiders.panels[0]?.seats.map((seat) => [seat.name, seat.total])).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
    expect(await close(id)).toMatchObject({ value: { state: "decision" } });
  });

  test("spread above 20 points leads to a discussion first, then to the decision", async () => {
    const { id, panelId } = await convene("review");
    for (const at of [0, 1, 2]) await declare(panelId, at);
    for (const [at, total] of [90, 70, 60].entries()) await score(panelId, at, total);
    expect(await close(id)).toMatchObject({ value: { state: "review" } });
    expect(await close(id)).toMatchObject({ reason: "scores-missing" });
    for (const [at, total] of [90, 70, 60].entries()) await score(panelId, at, total);
    expect(await close(id)).toMatchObject({ value: { state: "decision" } });
    const after = await ask(projectWorkQuery, office(), { id });
    expect(after.panels[0]?.conclusion).toBe("recommend");
    expect(after.decisions).toMatchObject([{ subject: "register", verdict: null }]);
  });

  test("one steps back: the number is even until another is added", async () => {
    const { id, panelId } = await convene("review");
    await declare(panelId, 0);
    await declare(panelId, 1);
    await declare(panelId, 2, "conflict");
    expect(await close(id)).toMatchObject({ reason: "panel-not-full" });
    const add = { panelId, userId: people[3]?.userId ?? "" };
    expect(await perform(addExpertCommand, office(), add)).toMatchObject({ ok: true });
    expect(await perform(addExpertCommand, office(), add)).toMatchObject({
      reason: "already-on-panel",
    });
    const desk = await ask(reviewDeskQuery, as(3), {});
    expect(desk.items.map((item) => item.panelId)).toContain(panelId);
  });

  test("closed by two at once: once", async () => {
    const { id, panelId } = await convene("review");
    for (const at of [0, 1, 2]) await declare(panelId, at);
    for (const at of [0, 1, 2]) await score(panelId, at, 70);
    const { done } = await atOnce<{ ok: boolean }>([() => close(id), () => close(id)]);
    expect(done).toHaveLength(1);
    await expect(
      db().projectPanelScore.updateMany({ where: { seat: { panelId } }, data: { points: 1 } }),
    ).rejects.toThrow();
    await expect(
      db().projectPanelSeat.updateMany({ where: { panelId }, data: { vote: "no" } }),
    ).rejects.toThrow();
  });
});

describe("acceptance", () => {
  const judge = async (...votes: PanelVote[]) => {
    const made = await convene("acceptance");
    for (const at of [0, 1, 2]) await declare(made.panelId, at);
    for (const [at, choice] of votes.entries()) await vote(made.panelId, at, choice);
    return made;
  };
  test("carried by the arithmetic of votes: accepted", async () => {
    const { id } = await judge("yes", "yes", "no");
    expect(await close(id)).toMatchObject({ value: { state: "accepted" } });
  });
  test("rework has a dated list; done line by line, asked for again", async () => {
    const { id } = await judge("yes", "rework", "no");
    expect(await close(id)).toMatchObject({ reason: "rework-needed" });
    const rework = [{ text: "补充设备清单", dueOn: "2026-12-31" }];
    expect(await close(id, { rework })).toMatchObject({ value: { state: "rework" } });
    const lead = callAs(world, world.actors.contact);
    const again = () =>
      perform(requestAcceptanceCommand, lead, { id, version: 3, statement: "示例" });
    expect(await again()).toMatchObject({ reason: "rework-open" });
    const [panel] = (await ask(projectWorkQuery, lead, { id })).panels;
    const itemId = panel?.rework[0]?.id ?? "";
    await perform(doneReworkCommand, lead, { itemId, doneNote: "示例：已补充" });
    expect(await again()).toMatchObject({ value: { state: "acceptance_requested" } });
  });
  test("no majority for either: failed", async () => {
    const { id } = await judge("no", "no", "yes");
    expect(await close(id)).toMatchObject({ value: { state: "failed" } });
  });
  test("a sheet without a vote is sent back", async () => {
    const { panelId } = await convene("acceptance");
    await declare(panelId, 0);
    expect(
      await perform(submitScoresCommand, as(0), {
        panelId,
        scores: sheets.acceptance(),
        comment: "示例",
      }),
    ).toMatchObject({ reason: "vote-needed" });
  });
});

test("half time is looked at while the project runs", async () => {
  const { id, panelId } = await convene("midterm");
  for (const at of [0, 1, 2]) {
    await declare(panelId, at);
    await perform(submitScoresCommand, as(at), {
      panelId,
      scores: sheets.midterm(),
      comment: "示例",
    });
  }
  expect(await close(id)).toMatchObject({ value: { state: "running" } });
  expect((await ask(projectWorkQuery, office(), { id })).panels[0]?.conclusion).toBe("go_on");
});
