import { addDays, dateOf, dayIn } from "@/lib/kernel/dates";
import type { ObligationState } from "@/prisma/generated/enums";
import { next } from "./home";
import { setInForce } from "./indicators";
import { about, type Fixture, none, type Site, versioned } from "./kit";

const today = dayIn(new Date(), "Asia/Shanghai");

/** A report of the site's organization in a cycle of its own. */
const report = (state: ObligationState) => async (site: Site) => {
  const set = await setInForce(site);
  const allianceId = site.home.alliance.id;
  const cycle = await site.db.reportingCycle.create({
    data: {
      allianceId,
      setId: set.id,
      name: `示例${site.home.mark}周期 ${next()}`,
      periodKind: "quarter",
      periodFrom: dateOf("2026-07-01"),
      periodTo: dateOf("2026-09-30"),
      opensOn: dateOf(addDays(today, -5)),
      dueOn: dateOf(addDays(today, 5)),
      verifyBy: dateOf(addDays(today, 5)),
      closesOn: dateOf(addDays(today, 9)),
    },
  });
  const of = { allianceId, cycleId: cycle.id, setId: set.id, organizationId: site.organizationId };
  const { id } = await site.db.obligation.create({ data: of });
  const at = { allianceId, obligationId: id, setId: set.id, indicatorId: set.indicatorId };
  await site.db.reportValue.create({
    data: { ...at, answer: "value", amount: 5, reason: `示例${site.home.mark}理由` },
  });
  const done = new Date();
  const path: ObligationState[] = ["draft", "submitted", "checking", "verified", "approved"];
  for (const one of path.slice(0, path.indexOf(state) + 1)) {
    await site.db.obligation.update({
      where: { id },
      data: {
        state: one,
        ...(one === "submitted" && { submittedAt: done, firstSubmittedAt: done }),
        ...(one === "verified" && { verifiedAt: done }),
        ...(one === "approved" && { approvedAt: done }),
      },
    });
  }
  return { id, version: 1, cycleId: cycle.id, indicatorId: set.indicatorId };
};

const cells = async (site: Site) => {
  const { id, indicatorId } = await report("draft")(site);
  return { obligationId: id, indicatorId };
};

/** A cycle in which nobody owes anything. */
const emptyCycle = (approved: boolean) => async (site: Site) => {
  const { cycleId, id } = await report("draft")(site);
  await site.db.obligation.update({ where: { id }, data: { endedOn: dateOf("2026-08-01") } });
  await site.db.reportingCycle.update({
    where: { id: cycleId },
    data: { approvedAt: approved ? new Date() : null },
  });
  return { id: cycleId, version: 1 };
};

const withReason = { version: 1, reason: "示例理由" };

export const reporting: Record<string, Fixture> = {
  "cycles.list": none,
  "cycles.coverage": none,
  "cycles.exportCoverage": none,
  "cycles.remind": none,
  "obligations.list": none,
  "obligations.export": none,
  "cycles.create": {
    ids: ["setId"],
    input: async (site) => ({
      setId: (await setInForce(site)).id,
      name: "示例周期",
      periodKind: "quarter",
      periodFrom: "2026-07-01",
      opensOn: today,
      dueOn: today,
      verifyBy: today,
      closesOn: today,
    }),
  },
  "cycles.sync": {
    ids: ["cycleId"],
    input: async (site) => ({ cycleId: (await report("draft")(site)).cycleId }),
  },
  "cycles.approve": about("cycleId", emptyCycle(false), versioned),
  "cycles.unapprove": about("cycleId", emptyCycle(true), withReason),
  "obligations.get": {
    ids: ["obligationId"],
    input: async (site) => ({ obligationId: (await report("draft")(site)).id }),
  },
  "obligations.changes": {
    ids: ["obligationId"],
    input: async (site) => ({ obligationId: (await report("draft")(site)).id }),
  },
  "obligations.save": {
    ids: ["obligationId"],
    input: async (site) => {
      const { obligationId, indicatorId } = await cells(site);
      return { obligationId, cells: [{ indicatorId, version: 1, typed: "7" }] };
    },
  },
  "obligations.lock": { ids: ["obligationId", "indicatorId"], input: cells },
  "obligations.submit": about("obligationId", report("draft"), versioned),
  "obligations.take": about("obligationId", report("submitted"), versioned),
  "obligations.return": {
    ids: ["obligationId"],
    input: async (site) => {
      const { id, indicatorId } = await report("checking")(site);
      return { obligationId: id, version: 1, cells: [{ indicatorId, reason: "示例理由" }] };
    },
  },
  "obligations.verify": {
    ids: ["obligationId"],
    input: async (site) => {
      const { id, indicatorId } = await report("checking")(site);
      return { obligationId: id, version: 1, confirmed: [indicatorId] };
    },
  },
  "obligations.unverify": about("obligationId", report("verified"), withReason),
  "obligations.approve": about("obligationId", report("verified"), versioned),
  "obligations.unapprove": about("obligationId", report("approved"), withReason),
  "obligations.exempt": about("obligationId", report("draft"), withReason),
  "obligations.except": about("obligationId", report("draft"), {
    ...withReason,
    until: addDays(today, 3),
  }),
};
