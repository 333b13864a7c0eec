import { beforeAll, expect, test } from "vitest";
import { registerAwarded } from "@/lib/features/projects/commands/from-award";
import { milestoneStates } from "@/lib/features/projects/queries/milestone-state";
import { inTransaction, type Tx } from "@/lib/platform/db/transaction";
import { useDatabase } from "../../support/database";
import { scopeOf } from "../../support/scope";
import { atOnce, createWorld, read, type World } from "./world";

const { db } = useDatabase();
let world: World;
beforeAll(async () => {
  world = await createWorld(db());
});

const award = () => ({
  title: "示例揭榜项目",
  type: "tech_rd" as const,
  leadId: world.school.id,
  demandId: world.company.id,
  funderId: world.company.id,
  startsOn: "2026-03-01",
  endsOn: "2027-02-28",
  callId: world.alliance.id,
  milestones: [
    { title: "样机", dueOn: "2026-09-30", deliverable: "示例样机一台" },
    { title: "验收", dueOn: "2027-01-31", deliverable: "示例报告", criteria: ["指标一", "指标二"] },
  ],
});
const scope = (tx: Tx) =>
  scopeOf(tx, world.alliance, world.actors.secretariat, { today: "2026-03-01" });
const make = (change = {}) =>
  inTransaction((tx) => registerAwarded(tx, scope(tx), { ...award(), ...change }));

test("an award becomes a registered project whose parties are bound and whose milestones are planned", async () => {
  const made = await make();
  if (!made.ok) throw new Error(made.reason);
  const project = await read(world, world.actors.secretariat, made.value.id);
  expect(project).toMatchObject({
    code: made.value.code,
    state: "registered",
    source: "open_bid",
    lead: { id: world.school.id },
  });
  expect(project.inside?.parties.map((party) => [party.id, party.role, party.state])).toEqual([
    [world.school.id, "lead", "confirmed"],
    [world.company.id, "demand", "confirmed"],
  ]);
  const milestones = await milestoneStates(db(), world.alliance.id, made.value.id);
  expect(milestones.map((one) => [one.order, one.title, one.dueOn, one.state])).toEqual([
    [1, "样机", "2026-09-30", "planned"],
    [2, "验收", "2027-01-31", "planned"],
  ]);
  expect(
    await db().milestoneCriterion.count({ where: { milestoneId: milestones[1]?.id ?? "" } }),
  ).toBe(2);
  expect(await db().projectPlan.count({ where: { projectId: made.value.id, number: 1 } })).toBe(1);
});

test("who is no member is named and nothing is kept, not even the number", async () => {
  const before = await db().project.count();
  const refused = await inTransaction(async (tx) => {
    const result = await registerAwarded(tx, scope(tx), {
      ...award(),
      leadId: world.outsider.id,
    });
    return result;
  });
  expect(refused).toMatchObject({ ok: false, reason: "not-a-member" });
  expect(await db().project.count()).toBe(before);
});

test("I-24 awards at once get numbers without a gap", async () => {
  const { done, errors } = await atOnce([1, 2, 3, 4, 5].map(() => () => make()));
  expect(errors).toEqual([]);
  expect(done).toHaveLength(5);
  const numbers = (
    await db().project.findMany({
      where: { codeNumber: { not: null } },
      select: { codeNumber: true },
    })
  ).map((one) => one.codeNumber ?? 0);
  expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
});

test("the milestones of another alliance are nobody's here", async () => {
  const made = await make();
  if (!made.ok) throw new Error(made.reason);
  expect(await milestoneStates(db(), world.other.id, made.value.id)).toEqual([]);
});
