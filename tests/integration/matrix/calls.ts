import { randomUUID } from "node:crypto";
import type { CallState } from "@/lib/features/calls/types";
import { addDays, dateOf, dayIn } from "@/lib/kernel/dates";
import type { Tx } from "@/lib/platform/db/transaction";
import type { Home } from "./home";
import { about, type Fixture, none, type Site } from "./kit";

const today = dayIn(new Date(), "Asia/Shanghai");
const later = addDays(today, 30);
const soon = new Date(Date.now() + 86_400_000);
const past = new Date(Date.now() - 3_600_000);

type Made = { state: CallState; posterId: string; closesAt?: Date; listItemId?: string };

let numbers = 0;
const published: readonly CallState[] = [
  "bidding",
  "closed",
  "evaluation",
  "choice",
  "notice",
  "contract",
  "no_bid",
];

/** A call in any state; what is published has its number. */
function createCall(db: Tx, home: Home, { state, posterId, closesAt }: Made) {
  numbers += 1;
  const code = { codeYear: 2026, codeNumber: 1000 + numbers, publishedAt: past };
  return db.call.create({
    data: {
      allianceId: home.alliance.id,
      posterId,
      title: `示例${home.mark}难题 ${numbers}`,
      problem: `示例${home.mark}问题`,
      pain: "hard",
      ipWish: "shared",
      budget: "500000",
      moneySource: "示例",
      neededOn: dateOf(later),
      state: ["evaluation", "choice", "notice", "contract"].includes(state) ? "bidding" : state,
      leastBids: 1,
      leastExperts: 1,
      closesAt: closesAt ?? soon,
      ...(published.includes(state) && code),
      indicators: { create: [{ sortOrder: 1, name: "示例", target: "示例" }] },
      criteria: { create: [{ sortOrder: 1, name: "示例", weight: 100 }] },
    },
  });
}

const otherUnit = ({ home, organizationId }: Site) =>
  organizationId === home.own.organization.id
    ? home.other.organization.id
    : home.own.organization.id;
const third = ({ home }: Site) => home.council.holders[2]?.organization.id ?? "";

const ofPoster =
  (state: CallState, more: Partial<Made> = {}) =>
  (site: Site) =>
    createCall(site.db, site.home, { state, posterId: site.organizationId, ...more });

const content = (site: Site) => ({
  plan: `示例${site.home.mark}方案`,
  quote: "1000.00",
  milestones: [{ title: "示例", dueOn: later, deliverable: "示例", share: 100 }],
  leader: "示例",
  team: "示例",
});

/** A call whose bids two people have opened, in a later state; its one bid is of a third unit. */
async function opened(site: Site, state: CallState, posterId = site.organizationId) {
  const { db, home } = site;
  const call = await createCall(db, home, { state, posterId });
  const bid = await db.bid.create({
    data: {
      allianceId: home.alliance.id,
      callId: call.id,
      round: 1,
      organizationId: third(site),
      sealed: Uint8Array.of(1),
      sha256: "0".repeat(64),
      submittedAt: past,
    },
  });
  await db.call.update({
    where: { id: call.id },
    data: { closesAt: past, firstOpenerId: randomUUID() },
  });
  await db.bid.update({
    where: { id: bid.id },
    data: {
      state: "opened",
      sealed: null,
      content: content(site),
      quote: "1000",
      letter: 1,
      ...(state !== "evaluation" && { points: 9000, judges: 1, rank: 1 }),
    },
  });
  const chosen = ["notice", "contract"].includes(state);
  await db.call.update({
    where: { id: call.id },
    data: {
      state,
      openedAt: new Date(),
      secondOpenerId: randomUUID(),
      ...(chosen && {
        chosenBidId: bid.id,
        chosenById: randomUUID(),
        choiceReason: "示例",
        noticeFrom: dateOf(today),
        noticeUntil: dateOf(later),
      }),
    },
  });
  return { ...call, bidId: bid.id };
}

/** The caller as an expert of a call; a visitor's place is taken by somebody. */
async function expertOf(site: Site, callId: string, stage: "need" | "bids", clear: boolean) {
  const personId =
    site.caller.personId ?? (await site.db.person.create({ data: { name: "示例" } })).id;
  return site.db.callExpert.create({
    data: {
      allianceId: site.home.alliance.id,
      callId,
      stage,
      personId,
      ...(clear && { state: "clear", declaredAt: past }),
    },
  });
}

const personal = (input: Fixture["input"], ids: readonly string[]): Fixture => ({
  input,
  ids,
  personal: true,
});

const item = (kind: "technology" | "talent") => (site: Site) =>
  site.db.livingListItem.create({
    data: {
      allianceId: site.home.alliance.id,
      kind,
      organizationId: site.organizationId,
      title: `示例${site.home.mark}需求`,
      detail: "示例",
      stewardName: "示例",
      pain: "hard",
      budget: "1000",
      neededOn: dateOf(later),
      confirmedOn: dateOf(today),
      expiresOn: dateOf(addDays(today, 180)),
      ...(kind === "talent" && { occupation: "示例", headcount: 1 }),
    },
  });

const need = {
  title: "示例难题",
  problem: "示例",
  pain: "hard",
  indicators: [{ name: "示例", target: "示例" }],
  budget: "1000",
  moneySource: "示例",
  neededOn: later,
  ipWish: "shared",
};
const entry = {
  kind: "talent",
  title: "示例",
  detail: "示例",
  stewardName: "示例",
  occupation: "示例",
  headcount: 1,
};

/** A call of somebody else, for whoever bids. */
const forBidders = (more: object) => ({
  ids: ["callId"],
  input: async (site: Site) => {
    const call = await createCall(site.db, site.home, {
      state: "bidding",
      posterId: otherUnit(site),
    });
    return { callId: call.id, organizationId: site.organizationId, ...more };
  },
});

const expert = async (site: Site) => {
  const person = await site.db.person.create({ data: { name: "示例专家" } });
  const user = await site.db.user.create({
    data: { personId: person.id, email: `expert-${randomUUID()}@test.example` },
  });
  await site.db.roleGrant.create({
    data: {
      userId: user.id,
      role: "expert",
      allianceId: site.home.alliance.id,
      validFrom: dateOf("2020-01-01"),
    },
  });
  return person.id;
};

export const openCalls: Record<string, Fixture> = {
  "calls.list": none,
  "calls.export": none,
  "calls.remind": none,
  "calls.posting": none,
  "calls.get": about("id", ofPoster("bidding")),
  "calls.create": { input: ({ organizationId }) => ({ ...need, posterId: organizationId }) },
  "calls.update": about("id", ofPoster("draft"), { version: 1, ...need }),
  "calls.posterStep": about("id", ofPoster("draft"), { version: 1, step: "submit" }),
  "calls.officeStep": about("id", ofPoster("triage"), { version: 1, step: "pass" }),
  "calls.proposeTerms": about("id", ofPoster("expert_check"), {
    version: 1,
    criteria: [{ name: "示例", weight: 100 }],
  }),
  "calls.publish": about("id", ofPoster("agreed"), { version: 1, closesOn: later }),
  "calls.extend": about("id", ofPoster("no_bid"), { version: 1, closesOn: later, reason: "示例" }),
  "calls.openBids": about("id", ofPoster("bidding", { closesAt: past }), { version: 1 }),
  "calls.undertake": forBidders({ agreed: true }),
  "bids.submit": {
    ids: ["callId"],
    input: async (site) => ({ ...(await forBidders({}).input(site)), ...content(site) }),
  },
  "bids.withdraw": forBidders({}),
  "calls.candidates": about("id", ofPoster("expert_check")),
  "calls.assignExpert": {
    ids: ["id", "personId"],
    input: async (site) => ({
      id: (await ofPoster("expert_check")(site)).id,
      personId: await expert(site),
    }),
  },
  "calls.releaseExpert": {
    ids: ["expertId"],
    input: async (site) => {
      const { id } = await ofPoster("expert_check")(site);
      const personId = (await site.db.person.create({ data: { name: "示例" } })).id;
      const made = await site.db.callExpert.create({
        data: { allianceId: site.home.alliance.id, callId: id, stage: "need", personId },
      });
      return { expertId: made.id, reason: "示例" };
    },
  },
  "calls.declare": personal(
    async (site) => {
      const { id } = await ofPoster("expert_check")(site);
      await expertOf(site, id, "need", false);
      return { id, answer: "clear" };
    },
    ["id"],
  ),
  "calls.opine": personal(
    async (site) => {
      const { id } = await ofPoster("expert_check")(site);
      await expertOf(site, id, "need", true);
      return { id, pull: 1, basis: 1, technical: 1, financial: 1, comment: "示例" };
    },
    ["id"],
  ),
  "bids.score": personal(
    async (site) => {
      const { id, bidId } = await opened(site, "evaluation");
      await expertOf(site, id, "bids", true);
      const criterion = await site.db.callCriterion.findFirstOrThrow({ where: { callId: id } });
      return { bidId, points: [{ criterionId: criterion.id, points: 80 }] };
    },
    ["bidId"],
  ),
  "bids.discuss": {
    ids: ["bidId"],
    input: async (site) => ({ bidId: (await opened(site, "evaluation")).bidId, text: "示例" }),
  },
  "calls.choose": {
    ids: ["id", "bidId"],
    input: async (site) => {
      const { id, bidId, version } = await opened(site, "choice");
      return { id, version, bidId, reason: "示例" };
    },
  },
  "calls.object": {
    ids: ["callId"],
    input: async (site) => ({ callId: (await opened(site, "notice")).id, text: "示例" }),
  },
  "calls.answerObjection": {
    ids: ["objectionId"],
    input: async (site) => {
      const { id } = await opened(site, "notice");
      const made = await site.db.callObjection.create({
        data: { allianceId: site.home.alliance.id, callId: id, text: "示例" },
      });
      return { objectionId: made.id, answer: "示例" };
    },
  },
  "calls.signContract": {
    ids: ["id"],
    input: async (site) => {
      const { id, version } = await opened(site, "contract");
      return {
        id,
        version,
        contractNo: "示例",
        amount: "900",
        signedOn: today,
        startsOn: today,
        endsOn: later,
      };
    },
  },
  "calls.signAcceptance": {
    ids: ["id"],
    input: async (site) => {
      const { id, version } = await opened(site, "contract");
      const one = await site.db.callIndicator.findFirstOrThrow({ where: { callId: id } });
      return { id, version, indicators: [{ indicatorId: one.id, measured: "示例", met: true }] };
    },
  },
  "lists.list": none,
  "lists.exported": none,
  "lists.create": { input: ({ organizationId }) => ({ ...entry, organizationId }) },
  "lists.update": about("id", item("talent"), { version: 1, ...entry }),
  "lists.confirm": about("id", item("technology"), { version: 1 }),
  "lists.withdraw": about("id", item("technology"), { version: 1 }),
  "lists.toCall": about("id", item("technology"), { version: 1 }),
};
