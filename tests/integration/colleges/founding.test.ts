import { beforeAll, describe, expect, test } from "vitest";
import {
  approveCollegeCommand,
  formBoardCommand,
  getCollegeQuery,
  listCollegesQuery,
  opineCollegeCommand,
  proposeCollegeCommand,
  saveCheckCommand,
  signCollegeCommand,
  stepCollegeCommand,
  updateCollegeCommand,
} from "@/lib/features/colleges/procedures/colleges";
import {
  confirmContributionCommand,
  contributeCommand,
} from "@/lib/features/colleges/procedures/reviews";
import { mayStep } from "@/lib/features/colleges/rules/states";
import { approvalItems, collegeStates, collegeSteps } from "@/lib/features/colleges/types";
import { enterpriseStandingProcedure } from "@/lib/features/enterprises/procedures";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createAgreementRow, createCollegeRow } from "@/prisma/seed/factories/colleges";
import { useDatabase } from "../../support/database";
import { resolutionAbout } from "./resolution";
import { atOnce, callAs, createWorld, type Who, type World } from "./world";

const { db } = useDatabase();
let world: World;
let serial = 0;
beforeAll(async () => {
  world = await createWorld(db());
});

const nameOf = () => {
  serial += 1;
  return `示例智造产业学院 ${serial}`;
};
const details = (more: object = {}) => ({
  name: nameOf(),
  kind: "modern_industry" as const,
  parties: [
    { organizationId: world.school.id, role: "school_body" as const },
    { organizationId: world.company.id, role: "enterprise_body" as const },
  ],
  ...more,
});
const propose = async (more: object = {}, who: Who = "leader") => {
  const done = await perform(proposeCollegeCommand, callAs(world, who), details(more));
  if (!done.ok) throw new Error(done.reason);
  return done.value.id;
};
const read = (collegeId: string, who: Who = "clerk") =>
  ask(getCollegeQuery, callAs(world, who), { collegeId });
const versionOf = async (collegeId: string) => (await read(collegeId)).inside?.version ?? 0;
const step = async (collegeId: string, to: (typeof collegeSteps)[number], note?: string) =>
  perform(stepCollegeCommand, callAs(world, "clerk"), {
    collegeId,
    version: await versionOf(collegeId),
    to,
    ...(note && { note }),
  });
const contribute = (collegeId: string, more: object = {}, who: Who = "contact") =>
  perform(contributeCommand, callAs(world, who), {
    collegeId,
    organizationId: world.company.id,
    kind: "cash",
    amount: "120000.00",
    on: "2026-03-01",
    evidence: "示例凭证",
    ...more,
  });
const sign = (collegeId: string, who: "leader" | "contact") =>
  perform(signCollegeCommand, callAs(world, who), {
    collegeId,
    organizationId: who === "leader" ? world.school.id : world.company.id,
  });
const opine = async (collegeId: string) =>
  perform(opineCollegeCommand, callAs(world, "leader"), {
    collegeId,
    version: await versionOf(collegeId),
    opinion: "同意共建",
  });
const approve = async (collegeId: string, resolutionId: string, who: Who = "second") =>
  perform(approveCollegeCommand, callAs(world, who), {
    collegeId,
    version: await versionOf(collegeId),
    resolutionId,
  });

/** Everything that the approval asks for. */
async function makeReady(collegeId: string) {
  for (const item of approvalItems) {
    await perform(saveCheckCommand, callAs(world, "clerk"), { collegeId, item, evidence: "示例" });
  }
  await contribute(collegeId);
  await step(collegeId, "feasibility");
  await sign(collegeId, "leader");
  await sign(collegeId, "contact");
  await opine(collegeId);
}

describe("3.8 from the proposal to the board", () => {
  test("school and council agree, the agreement is sealed, the board is a body of the alliance, and it starts", async () => {
    const id = await propose();
    expect((await read(id)).inside?.waiting).toBe("secretariat");
    await makeReady(id);
    expect((await read(id)).inside?.waiting).toBe("council");
    const resolution = await resolutionAbout(world, (await read(id)).name);
    expect(await approve(id, resolution.id)).toMatchObject({ ok: true });
    expect(await step(id, "agreement_signed")).toMatchObject({ reason: "college-needs-agreement" });
    await createAgreementRow(db(), {
      allianceId: world.alliance.id,
      organizationIds: [world.school.id, world.company.id],
      kind: "industry_college",
      state: "in_force",
      collegeId: id,
    });
    expect(await step(id, "agreement_signed")).toMatchObject({ ok: true });
    const board = await perform(formBoardCommand, callAs(world, "clerk"), {
      collegeId: id,
      version: await versionOf(id),
      seatsPlanned: 7,
    });
    expect(board).toMatchObject({ ok: true });
    const seen = await read(id);
    const body = await db().governanceBody.findUniqueOrThrow({
      where: { id: seen.board?.id ?? "" },
    });
    expect(body).toMatchObject({
      kind: "college_board",
      name: `${seen.name}理事会`,
      parentId: world.council.body.id,
    });
    expect(await step(id, "operating")).toMatchObject({ ok: true });
    expect((await read(id)).inside?.events.map(({ state }) => state)).toEqual([
      "proposed",
      "feasibility",
      "approved",
      "agreement_signed",
      "board_formed",
      "operating",
    ]);
  });

  test("guards at the approval: each one missing is told, nothing changes", async () => {
    const id = await propose();
    await step(id, "feasibility");
    const resolution = await resolutionAbout(world, (await read(id)).name);
    expect(await approve(id, resolution.id)).toMatchObject({
      reason: "college-not-ready",
      details: { count: 9 },
    });
    expect(await read(id)).toMatchObject({ state: "feasibility" });
  });

  test("a resolution about something else, or used before, is no basis", async () => {
    const first = await propose();
    await makeReady(first);
    const about = await resolutionAbout(world, (await read(first)).name);
    expect(await approve(first, about.id)).toMatchObject({ ok: true });
    const second = await propose();
    await makeReady(second);
    expect(await approve(second, about.id)).toMatchObject({ reason: "college-resolution-used" });
    const else_ = await resolutionAbout(world, "别的事项");
    expect(await approve(second, else_.id)).toMatchObject({ reason: "college-other-resolution" });
  });

  test("I-15 who proposed it does not approve it", async () => {
    const id = await propose({}, "clerk");
    await makeReady(id);
    const resolution = await resolutionAbout(world, (await read(id)).name);
    expect(await approve(id, resolution.id, "clerk")).toMatchObject({ reason: "same-person" });
    await expect(
      db().college.update({
        where: { id },
        data: { approvedById: world.actors.clerk.userId },
      }),
    ).rejects.toThrow();
  });

  test("two approvals at once: one stands", async () => {
    const id = await propose();
    await makeReady(id);
    const resolution = await resolutionAbout(world, (await read(id)).name);
    const version = await versionOf(id);
    const input = { collegeId: id, version, resolutionId: resolution.id };
    const { done, refused, faults } = await atOnce(
      (["second", "clerk"] as const).map(
        (who) => () => perform(approveCollegeCommand, callAs(world, who), input),
      ),
    );
    expect([done, [...refused, ...faults].length]).toEqual([1, 1]);
  });

  test("the same proposal sent twice is one college", async () => {
    const input = details();
    const call = callAs(world, "leader", `key-${input.name}`);
    const [one, two] = [
      await perform(proposeCollegeCommand, call, input),
      await perform(proposeCollegeCommand, call, input),
    ];
    expect(one).toEqual(two);
    expect(await perform(proposeCollegeCommand, callAs(world, "leader"), input)).toMatchObject({
      reason: "college-name-taken",
    });
  });
});

describe("table of contributions", () => {
  test("a change takes the signatures back", async () => {
    const id = await propose();
    await sign(id, "leader");
    expect((await read(id)).members.filter(({ signedOn }) => signedOn)).toHaveLength(1);
    await contribute(id);
    expect((await read(id)).members.filter(({ signedOn }) => signedOn)).toHaveLength(0);
  });

  test("whose signature is missing during the examination has it on the own page", async () => {
    const id = await propose();
    const owed = async () =>
      (await ask(enterpriseStandingProcedure, callAs(world, "contact"), {})).owed.filter(
        (one) => one.id === id,
      );
    await contribute(id);
    expect(await owed()).toEqual([]);
    await step(id, "feasibility");
    expect(await owed()).toMatchObject([{ kind: "sign_college" }]);
    await sign(id, "contact");
    expect(await owed()).toEqual([]);
  });

  test("nobody signs for another party", async () => {
    const id = await propose();
    await expect(
      perform(signCollegeCommand, callAs(world, "contact"), {
        collegeId: id,
        organizationId: world.school.id,
      }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  test("in kind needs its valuation", async () => {
    const id = await propose();
    await expect(contribute(id, { kind: "equipment" })).rejects.toMatchObject({
      issues: [{ path: "valuation", message: "valuation-required" }],
    });
  });

  test("I-15 a contribution is confirmed by another person, once, and stands from then on", async () => {
    const id = await propose();
    await contribute(id, {}, "clerk");
    const entry = (await read(id)).inside?.contributions[0]?.id ?? "";
    const confirm = (who: Who) =>
      perform(confirmContributionCommand, callAs(world, who), {
        collegeId: id,
        contributionId: entry,
      });
    expect(await confirm("clerk")).toMatchObject({ reason: "same-person" });
    const { done, refused } = await atOnce([() => confirm("second"), () => confirm("second")]);
    expect([done, refused]).toEqual([1, ["contribution-confirmed"]]);
    await expect(
      db().collegeContribution.update({ where: { id: entry }, data: { amount: 1 } }),
    ).rejects.toThrow();
  });

  test("who gave something cannot be left out", async () => {
    const id = await propose();
    await contribute(id);
    const parties = [
      { organizationId: world.school.id, role: "school_body" as const },
      { organizationId: world.park.id, role: "park_host" as const },
    ];
    const done = await perform(updateCollegeCommand, callAs(world, "leader"), {
      collegeId: id,
      version: await versionOf(id),
      ...details({ parties }),
    });
    expect(done).toMatchObject({ reason: "college-party-gave" });
  });
});

describe("S001-10 shares of a mixed college", () => {
  const mixed = (school: string, company: string) => ({
    ownership: "mixed",
    parties: [
      { organizationId: world.school.id, role: "school_body", share: school },
      { organizationId: world.company.id, role: "enterprise_body", share: company },
    ],
  });
  test.each([
    ["51", "49", undefined],
    ["33.33", "66.67", undefined],
    ["51", "48.99", "shares-not-whole"],
    ["100", "0.01", "shares-not-whole"],
  ])("%s and %s: %s", async (school, company, reason) => {
    const done = await perform(
      proposeCollegeCommand,
      callAs(world, "leader"),
      details(mixed(school, company)) as never,
    );
    expect(done).toMatchObject(reason ? { reason } : { ok: true });
  });

  test("the database keeps the sum, whoever writes", async () => {
    const id = await propose(mixed("51", "49"));
    await expect(
      db().collegeParty.updateMany({
        where: { collegeId: id, organizationId: world.company.id },
        data: { share: 4800 },
      }),
    ).rejects.toThrow();
  });
});

test("I-12 every step that is no edge is refused, and nothing changes", async () => {
  for (const state of collegeStates) {
    const { id } = await createCollegeRow(db(), {
      allianceId: world.alliance.id,
      organizationIds: [world.school.id, world.company.id],
      state,
    });
    for (const to of collegeSteps.filter((one) => !mayStep(state, one))) {
      expect(await step(id, to, "示例")).toMatchObject({ ok: false, reason: "wrong-state" });
    }
    expect(await read(id)).toMatchObject({ state });
  }
});

test("steps that somebody will ask about need a note; an exit needs its agreement", async () => {
  const { id } = await createCollegeRow(db(), {
    allianceId: world.alliance.id,
    organizationIds: [world.school.id, world.company.id],
    state: "operating",
  });
  expect(await step(id, "exiting")).toMatchObject({ reason: "college-needs-note" });
  expect(await step(id, "renewed")).toMatchObject({ reason: "college-needs-renewal" });
  expect(await step(id, "exiting", "示例原因")).toMatchObject({ ok: true });
  expect(await step(id, "closed")).toMatchObject({ reason: "college-needs-exit-agreement" });
});

test("A-04 a neighbouring alliance finds nothing; the public sees what is approved, and no money", async () => {
  const planned = await propose();
  await expect(
    ask(
      getCollegeQuery,
      { actor: world.actors.stranger, tenant: world.other.slug },
      { collegeId: planned },
    ),
  ).rejects.toMatchObject({ code: "not-found" });
  await expect(read(planned, "observer")).rejects.toMatchObject({ code: "not-found" });
  const { id } = await createCollegeRow(db(), {
    allianceId: world.alliance.id,
    organizationIds: [world.school.id, world.company.id],
    state: "operating",
  });
  expect((await read(id, "observer")).inside).toBeNull();
  expect((await read(id, "contact")).inside).not.toBeNull();
  const seen = await ask(listCollegesQuery, callAs(world, "observer"), { pageSize: 100 });
  expect(seen.items.some((one) => one.id === planned)).toBe(false);
  expect(seen.counts.entity + seen.counts.nominal).toBe(seen.total);
});
