import type { Actor } from "@/lib/platform/auth/actor";
import { createOrganization } from "@/prisma/seed/factories/basics";
import { createCommitmentRow, createReceiptRow } from "@/prisma/seed/factories/projects";
import { createDecision, createPaper, next } from "./home";
import { about, type Fixture, none, type Site, versioned } from "./kit";
import { project } from "./projects";

type State = "draft" | "submitted" | "checked" | "approved" | "posted" | "on_hold";

/** People who had a hand in entries before the caller; nobody of the tests acts as one of them. */
const hand = async ({ db }: Site) => {
  const person = await db.person.create({ data: { name: "示例经办人" } });
  const user = await db.user.create({
    data: { personId: person.id, email: `hand${next()}@matrix.example` },
  });
  return user.id;
};

const at = new Date("2026-03-02T02:00:00Z");

/** Who has done what until an entry is in a state. */
async function handsOf(site: Site, state: State, author: string | null) {
  const entered = author ?? (await hand(site));
  const reached = ["checked", "approved", "posted"].indexOf(state);
  return {
    enteredById: entered,
    ...(reached >= 0 && { checkedById: await hand(site), checkedAt: at }),
    ...(reached >= 1 && { approvedById: await hand(site), approvedAt: at }),
    ...(reached >= 2 && { postedById: await hand(site), postedAt: at }),
  };
}

/** An entry of the organization; written by the caller where only its author may go on. */
const entry =
  (state: State, author?: (caller: Actor) => string | null) =>
  async (site: Site): Promise<{ id: string; version: number }> => {
    const { id } = await project("running")(site);
    return createReceiptRow(site.db, {
      allianceId: site.home.alliance.id,
      projectId: id,
      organizationId: site.organizationId,
      state,
      ...(state === "on_hold" && { heldFrom: "submitted", question: "示例" }),
      voucherNo: `示例${site.home.mark}-${next()}`,
      ...(await handsOf(site, state, author?.(site.caller) ?? null)),
    });
  };

const own = (caller: Actor) => caller.userId;

const commitment =
  (more: object = {}) =>
  async (site: Site) =>
    createCommitmentRow(site.db, {
      allianceId: site.home.alliance.id,
      projectId: (await project("running")(site)).id,
      organizationId: site.organizationId,
      ...more,
    });

const typed = () => ({
  kind: "cash",
  amount: "1.00",
  happenedOn: "2026-03-01",
  voucherNo: `示例-${next()}`,
  amountIsRight: true,
});

const why = { ...versioned, reason: "示例" };

async function specialFund({ db, home }: Site) {
  const government = await createOrganization(db, { kind: "government" });
  return db.fundProgramme.create({
    data: {
      allianceId: home.alliance.id,
      governmentId: government.id,
      title: `示例专项 ${next()}`,
      year: 2026,
      total: "1000",
      basis: "示例",
    },
  });
}

/** A fresh year of the past for each call: a year is closed once. */
const year = () => 1981 + (next() % 40);

const closing =
  (state: "closing" | "closed") =>
  async ({ db, home }: Site) => {
    const free = await freeYear(db, home.alliance.id);
    await db.fundYear.create({
      data: {
        allianceId: home.alliance.id,
        year: free,
        state,
        ...(state === "closed" && {
          closedAt: at,
          lateUntil: at,
          figures: {},
        }),
      },
    });
    return free;
  };

async function freeYear(db: Site["db"], allianceId: string): Promise<number> {
  const taken = await db.fundYear.findMany({ where: { allianceId }, select: { year: true } });
  const used = new Set(taken.map((one) => one.year));
  let free = year();
  while (used.has(free)) free += 1;
  return free;
}

const budget = async (site: Site) => {
  const { id: projectId } = await project("running")(site);
  return site.db.budgetRevision.create({
    data: { allianceId: site.home.alliance.id, projectId, number: 1, reason: "示例" },
  });
};

const promises: Record<string, Fixture> = {
  "commitments.create": {
    ids: ["projectId"],
    input: async (site) => ({
      projectId: (await project("check")(site)).id,
      organizationId: site.organizationId,
      kind: "cash",
      amount: "1000.00",
      amountIsRight: true,
    }),
  },
  "commitments.confirm": about("id", commitment({ state: "proposed", proof: null }), {
    proof: "示例协议",
  }),
  "commitments.proveCondition": {
    ids: ["id", "fileId"],
    input: async (site) => ({
      id: (await commitment({ state: "conditional", proof: null, condition: "示例" })(site)).id,
      fileId: (await createPaper(site.db, site.home, null)).id,
      proof: "示例协议",
      metOn: "2026-03-01",
    }),
  },
  "commitments.raise": about("id", commitment(), { amount: "100001.00", proof: "示例" }),
  "commitments.cancel": about("id", commitment(), { reason: "示例" }),
  "commitments.schedule": about("id", commitment(), {
    schedule: [{ dueOn: "2026-12-01", amount: "100000.00" }],
  }),
  "grants.list": none,
  "grants.create": {
    input: async ({ db }) => ({
      governmentId: (await createOrganization(db, { kind: "government" })).id,
      title: "示例专项",
      year: 2026,
      total: "1000.00",
      basis: "示例文件",
    }),
  },
  "grants.allocate": {
    ids: ["id", "projectId"],
    input: async (site) => ({
      id: (await specialFund(site)).id,
      projectId: (await project("running")(site)).id,
      amount: "1.00",
      proof: "示例",
    }),
  },
};

const entries: Record<string, Fixture> = {
  "funds.ledger": {
    input: async (site) => {
      await entry("posted")(site);
      return { organization: site.organizationId };
    },
  },
  "funds.exportLedger": {
    input: async (site) => {
      await entry("posted")(site);
      return { organization: site.organizationId };
    },
  },
  "entries.desk": none,
  "entries.exportDesk": none,
  "entries.get": about("id", entry("posted")),
  "entries.create": {
    ids: ["projectId", "commitmentId"],
    input: async (site) => {
      const promise = await commitment()(site);
      return {
        projectId: promise.projectId,
        commitmentId: promise.id,
        flow: "receipt",
        source: "enterprise",
        ...typed(),
      };
    },
  },
  "entries.request": {
    ids: ["projectId"],
    input: async (site) => ({
      projectId: (await project("running")(site)).id,
      organizationId: site.organizationId,
      payee: "示例供应商",
      ...typed(),
    }),
  },
  "entries.edit": {
    ids: ["id"],
    input: async (site) => ({
      ...(await entry("submitted", own)(site).then(({ id, version }) => ({ id, version }))),
      ...{ ...typed(), kind: undefined },
    }),
  },
  "entries.submit": about("id", entry("draft", own), versioned),
  "entries.discard": about("id", entry("submitted", own), why),
  "entries.check": about("id", entry("submitted"), versioned),
  "entries.approve": about("id", entry("checked"), versioned),
  "entries.post": about("id", entry("approved"), versioned),
  "entries.hold": about("id", entry("submitted"), why),
  "entries.resume": about("id", entry("on_hold"), versioned),
  "entries.ask": about("id", entry("submitted"), why),
  "entries.reject": about("id", entry("submitted"), why),
  "entries.reverse": about("id", entry("posted"), { reason: "示例" }),
};

const books: Record<string, Fixture> = {
  "funds.project": about("id", project("running")),
  "budgets.propose": {
    ids: ["projectId"],
    input: async (site) => ({
      projectId: (await project("running")(site)).id,
      reason: "示例",
      lines: [
        {
          task: "示例任务",
          title: "设备费",
          department: "示例处",
          responsible: "示例人",
          planned: "1.00",
        },
      ],
    }),
  },
  "budgets.decide": about("id", budget, { decision: "reject" }),
  "funds.allowAdvance": {
    ids: ["projectId"],
    input: async (site) => ({
      projectId: (await project("running")(site)).id,
      amount: "1.00",
      basis: "示例",
    }),
  },
  "funds.setRules": {
    input: () => ({
      secondApproverFrom: "500000.00",
      overLinePercent: 10,
      lateDays: 30,
      basis: "示例",
    }),
  },
  "funds.summary": none,
  "funds.doors": none,
  "funds.ageing": none,
  "funds.exportAgeing": none,
  "funds.tasks": none,
  "funds.exportTasks": none,
  "years.list": none,
  "years.close": {
    input: async ({ db, home }) => ({ year: await freeYear(db, home.alliance.id) }),
  },
  "years.countersign": { input: async (site) => ({ year: await closing("closing")(site) }) },
  "years.takeBack": { input: async (site) => ({ year: await closing("closing")(site) }) },
  "years.restate": {
    ids: ["resolutionId"],
    input: async (site) => ({
      year: await closing("closed")(site),
      resolutionId: (await createDecision(site.db, site.home)).resolution.id,
      note: "示例",
      until: new Date(Date.now() + 86_400_000 * 5).toISOString().slice(0, 10),
    }),
  },
};

export const funds: Record<string, Fixture> = { ...promises, ...entries, ...books };
