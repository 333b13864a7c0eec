import {
  assignExpertCommand,
  declareCommand,
  opineCommand,
  scoreBidCommand,
} from "@/lib/features/calls/procedures/assess";
import { chooseBidCommand, signContractCommand } from "@/lib/features/calls/procedures/award";
import { submitBidCommand } from "@/lib/features/calls/procedures/bids";
import {
  createCallCommand,
  getCallQuery,
  officeStepCommand,
  openBidsCommand,
  posterStepCommand,
  proposeTermsCommand,
  publishCallCommand,
} from "@/lib/features/calls/procedures/needs";
import { addDays, dayIn } from "@/lib/kernel/dates";
import type { Result } from "@/lib/kernel/result";
import type { Role } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import type { Call } from "@/lib/platform/corridor/invoke";
import { database } from "@/lib/platform/db/client";
import {
  createAlliance,
  createMembership,
  createOrganization,
} from "@/prisma/seed/factories/basics";
import { createActor } from "@/tests/support/actors";

export const today = dayIn(new Date(), "Asia/Shanghai");

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.reason} ${JSON.stringify(result.details)}`);
  return result.value;
}

/** An alliance with an enterprise, three possible teams, an office, a supervisor and three experts. */
export async function callWorld() {
  const db = database();
  const alliance = await createAlliance(db);
  const allianceId = alliance.id;
  const member = async (kind: "enterprise" | "vocational_college" = "enterprise") => {
    const organization = await createOrganization(db, { kind });
    await createMembership(db, { allianceId, organizationId: organization.id });
    return organization;
  };
  const [poster, a, b, c] = [
    await member(),
    await member("vocational_college"),
    await member("vocational_college"),
    await member(),
  ];
  const as = async (role: Role, organizationId?: string): Promise<Call> => ({
    actor: await createActor(db, role, { allianceId, organizationId: organizationId ?? null }),
    tenant: alliance.slug,
  });
  return {
    alliance,
    poster,
    teams: [a, b, c] as const,
    as,
    enterprise: await as("enterprise_contact", poster.id),
    bidders: [
      await as("school_leader", a.id),
      await as("school_leader", b.id),
      await as("enterprise_contact", c.id),
    ] as const,
    office: await as("secretariat"),
    supervisor: await as("supervisor"),
    experts: [await as("expert"), await as("expert"), await as("expert")] as const,
  };
}
export type World = Awaited<ReturnType<typeof callWorld>>;

export const need = {
  title: "示例：薄壁件焊接变形控制",
  problem: "示例：薄壁铝件焊后变形超差。",
  pain: "hard" as const,
  indicators: [
    { name: "变形量", target: "≤ 0.3 mm" },
    { name: "合格率", target: "≥ 98 %" },
  ],
  budget: "500000",
  moneySource: "示例：企业自筹",
  neededOn: addDays(today, 300),
  ipWish: "shared" as const,
};

export const bid = (quote = "450000") => ({
  plan: "示例：双机器人对称焊接与在线补偿。",
  quote,
  milestones: [
    { title: "示例：方案", dueOn: addDays(today, 60), deliverable: "示例：工艺方案", share: 30 },
    { title: "示例：样机", dueOn: addDays(today, 200), deliverable: "示例：样机", share: 70 },
  ],
  leader: "示例负责人",
  team: "示例：团队五人",
});

export const seen = (world: World, id: string, call: Call = world.office) =>
  ask(getCallQuery, call, { id });

export const versionOf = async (id: string): Promise<{ id: string; version: number }> => {
  const { version } = await database().call.findUniqueOrThrow({ where: { id } });
  return { id, version };
};

const terms = {
  criteria: [
    { name: "技术方案", weight: 60 },
    { name: "报价", weight: 40 },
  ],
  leastBids: 2,
  leastExperts: 2,
};

/** A call that waits for bids. */
export async function biddingCall(world: World, more: object = {}, asked: object = {}) {
  const { id } = value(await perform(createCallCommand, world.enterprise, { ...need, ...more }));
  const at = () => versionOf(id);
  value(await perform(officeStepCommand, world.office, { ...(await at()), step: "pass" }));
  const personId = world.experts[0].actor.personId ?? "";
  value(await perform(assignExpertCommand, world.office, { id, personId }));
  value(await perform(declareCommand, world.experts[0], { id, answer: "clear" }));
  const marks = { pull: 80, basis: 70, technical: 75, financial: 60 };
  value(
    await perform(opineCommand, world.experts[0], {
      id,
      ...marks,
      necessary: true,
      recommended: true,
      comment: "示例：建议发榜",
    }),
  );
  value(await perform(proposeTermsCommand, world.office, { ...(await at()), ...terms, ...asked }));
  value(await perform(posterStepCommand, world.enterprise, { ...(await at()), step: "agree" }));
  const closesOn = addDays(today, 10);
  value(await perform(publishCallCommand, world.office, { ...(await at()), closesOn }));
  return id;
}

/** The deadline has passed, by as little as one second. */
export const closeNow = (id: string) =>
  database()
    .$executeRaw`UPDATE calls SET closes_at = clock_timestamp() - interval '1 second' WHERE id = ${id}::uuid`;

export const submit = (call: Call, callId: string, more: object = {}) =>
  perform(submitBidCommand, call, { callId, ...bid(), ...more });

/** Bids of the first two teams, opened by two people. */
export async function openedCall(world: World, teams = 2) {
  const id = await biddingCall(world);
  for (const bidder of world.bidders.slice(0, teams)) value(await submit(bidder, id));
  await closeNow(id);
  value(await perform(openBidsCommand, world.office, await versionOf(id)));
  value(await perform(openBidsCommand, world.supervisor, await versionOf(id)));
  return id;
}

export async function judge(world: World, id: string, expert: number) {
  const personId = world.experts[expert]?.actor.personId ?? "";
  value(await perform(assignExpertCommand, world.office, { id, personId }));
  const call = world.experts[expert] ?? world.office;
  value(await perform(declareCommand, call, { id, answer: "clear" }));
  return call;
}

export async function score(world: World, id: string, call: Call, points: readonly number[]) {
  const view = await seen(world, id, call);
  const bids = await database().bid.findMany({
    where: { callId: id, state: "opened" },
    orderBy: { submittedAt: "asc" },
  });
  for (const [index, { id: bidId }] of bids.entries()) {
    const given = view.criteria.map((one) => ({ criterionId: one.id, points: points[index] ?? 0 }));
    value(await perform(scoreBidCommand, call, { bidId, points: given }));
  }
}

/** Two experts prefer the first team; the enterprise chooses. */
export async function rankedCall(world: World) {
  const id = await openedCall(world);
  for (const [index, points] of [
    [90, 70],
    [85, 75],
  ].entries()) {
    await score(world, id, await judge(world, id, index), points);
  }
  const step = { ...(await versionOf(id)), step: "conclude" as const };
  value(await perform(officeStepCommand, world.office, step));
  return id;
}

export async function chosenCall(world: World, place = 0) {
  const id = await rankedCall(world);
  const [...ranked] = (await seen(world, id, world.enterprise)).inside?.bids ?? [];
  const input = { ...(await versionOf(id)), bidId: ranked[place]?.id ?? "", reason: "示例理由" };
  value(await perform(chooseBidCommand, world.enterprise, input));
  return id;
}

/** The notice ran out yesterday. */
export const endNotice = (id: string) =>
  database()
    .$executeRaw`UPDATE calls SET notice_from = ${addDays(today, -9)}::date, notice_until = ${addDays(today, -1)}::date WHERE id = ${id}::uuid`;

export const contract = {
  contractNo: "示例合同 1",
  amount: "440000",
  signedOn: today,
  startsOn: today,
  endsOn: addDays(today, 300),
};

export async function runningCall(world: World) {
  const id = await chosenCall(world);
  await endNotice(id);
  const over = { ...(await versionOf(id)), step: "end_notice" as const };
  value(await perform(officeStepCommand, world.office, over));
  const input = { ...(await versionOf(id)), ...contract };
  value(await perform(signContractCommand, world.office, input));
  return id;
}
