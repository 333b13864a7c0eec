import { beforeAll, describe, expect, test } from "vitest";
import { listApplicationsQuery } from "@/lib/features/applications/procedures";
import { termRadarQuery } from "@/lib/features/bodies/procedures/seats";
import { getCallQuery, listCallsQuery } from "@/lib/features/calls/procedures/needs";
import { listCorrectionsQuery } from "@/lib/features/corrections/procedures";
import { deskQuery } from "@/lib/features/evaluations/procedures/judging";
import { listRoundsQuery } from "@/lib/features/evaluations/procedures/rounds";
import { listDeskProcedure, listLedgerProcedure } from "@/lib/features/funds/procedures/entries";
import { promiseAgeingProcedure } from "@/lib/features/funds/procedures/reports";
import {
  expertHomeProcedure,
  governanceHomeProcedure,
  organizationHomeProcedure,
} from "@/lib/features/homes/procedures";
import { filterOf, lineRules } from "@/lib/features/homes/rules";
import type { HomeLine } from "@/lib/features/homes/schema";
import { governanceViews, type ListOf } from "@/lib/features/homes/types";
import { listMeetingsQuery } from "@/lib/features/meetings/procedures/record";
import { sleepingQuery } from "@/lib/features/memberships/procedures/life";
import { listCoClaimsProcedure } from "@/lib/features/outcomes/procedures/co-claims";
import { listOutcomesProcedure } from "@/lib/features/outcomes/procedures/records";
import { reviewDeskQuery } from "@/lib/features/projects/procedures/panels";
import { listProjectsProcedure } from "@/lib/features/projects/procedures/projects";
import { listObligationsQuery } from "@/lib/features/reporting/procedures/cycles";
import { listResolutionsQuery } from "@/lib/features/resolutions/procedures";
import { listDemandsQuery } from "@/lib/features/talent/procedures/demands";
import { listTasksQuery } from "@/lib/features/tasks/procedures";
import { dayIn } from "@/lib/kernel/dates";
import { type Actor, anonymous, type Role } from "@/lib/platform/auth/actor";
import { ask } from "@/lib/platform/corridor/faces";
import { database } from "@/lib/platform/db/client";
import { useDemo } from "../demo/support";

/*
 * On the demonstration, where every list has rows: for each first screen and each of its lines, the list that opens has as
 * many rows as the line says.
 */
const demo = useDemo(dayIn(new Date(), "Asia/Shanghai"));
const tenant = "suzhou-robotics";

async function actorOf(email: string): Promise<Actor> {
  const user = await database().user.findUniqueOrThrow({
    where: { email },
    include: { person: true },
  });
  const roles = await demo.rows<{
    role: Role;
    allianceId: string | null;
    organizationId: string | null;
  }>(
    `SELECT role::text AS role, alliance_id AS "allianceId", organization_id AS "organizationId" FROM role_grants
     WHERE user_id = $1`,
    [user.id],
  );
  return {
    ...anonymous,
    userId: user.id,
    personId: user.personId,
    name: user.person.name,
    email,
    via: "session",
    roles,
  };
}

type Filter = Record<string, string>;
const total = async (asked: Promise<{ total: number }>) => (await asked).total;
const lists: Record<Exclude<ListOf, "terms">, (actor: Actor, filter: Filter) => Promise<number>> = {
  applications: (actor, filter) => total(ask(listApplicationsQuery, { actor, tenant }, filter)),
  tasks: (actor, filter) => total(ask(listTasksQuery, { actor, tenant }, filter)),
  decisions: (actor, filter) => total(ask(listResolutionsQuery, { actor, tenant }, filter)),
  meetings: (actor, filter) => total(ask(listMeetingsQuery, { actor, tenant }, filter)),
  projects: (actor, filter) => total(ask(listProjectsProcedure, { actor, tenant }, filter)),
  calls: (actor, filter) => total(ask(listCallsQuery, { actor, tenant }, filter)),
  demands: (actor, filter) => total(ask(listDemandsQuery, { actor, tenant }, filter)),
  ledger: (actor, filter) => total(ask(listLedgerProcedure, { actor, tenant }, filter)),
  desk: (actor) => total(ask(listDeskProcedure, { actor, tenant }, {})),
  outcomes: (actor, filter) => total(ask(listOutcomesProcedure, { actor, tenant }, filter)),
  corrections: (actor, filter) => total(ask(listCorrectionsQuery, { actor, tenant }, filter)),
  co_claims: (actor, filter) => total(ask(listCoClaimsProcedure, { actor, tenant }, filter)),
  evaluations: (actor, filter) => total(ask(listRoundsQuery, { actor, tenant }, filter)),
  reporting: (actor, filter) => total(ask(listObligationsQuery, { actor, tenant }, filter)),
  ageing: (actor) => total(ask(promiseAgeingProcedure, { actor, tenant }, {})),
  sleeping: async (actor) => (await ask(sleepingQuery, { actor, tenant }, {})).items.length,
};

async function listed(actor: Actor, { key }: HomeLine, organizationId?: string): Promise<number> {
  const { list } = lineRules[key];
  if (list !== "terms") return lists[list](actor, filterOf(key, organizationId));
  const radar = await ask(termRadarQuery, { actor, tenant }, {});
  return key === "terms_ending" ? radar.terms.length : radar.letters.length;
}

const people = {
  secretariat: "secretariat@suzhou.example",
  chair: "chair@suzhou.example",
  delegate: "delegate01@suzhou.example",
  supervisor: "supervisor@suzhou.example",
  observer: "park@wuzhong.example",
} as const;

describe("each line opens its list with the same count", () => {
  test.each(governanceViews)("first screen of %s", async (view) => {
    const actor = await actorOf(people[view]);
    const home = await ask(governanceHomeProcedure, { actor, tenant }, { view });
    expect(home.lines.length).toBeGreaterThan(3);
    const lines = await Promise.all(
      home.lines.map(async (line) => [line.key, await listed(actor, line)]),
    );
    expect(home.lines.map(({ key, count }) => [key, count])).toEqual(lines);
    expect(home.lines.some(({ count }) => count > 0)).toBe(true);
    for (const { count, since } of home.lines) if (count === 0) expect(since).toBeNull();
  });

  test.each(["leader@svu.example", "reporter@svu.example", "enterprise@sample017.example"])(
    "first screen of a member: %s",
    async (email) => {
      const actor = await actorOf(email);
      const home = await ask(organizationHomeProcedure, { actor, tenant }, {});
      const id = home.organization.id;
      const lines = await Promise.all(
        home.lines.map(async (line) => [line.key, await listed(actor, line, id)]),
      );
      expect(home.lines.map(({ key, count }) => [key, count])).toEqual(lines);
    },
  );
});

describe("an expert's page holds what the three lists hold, and no seat of another", () => {
  test.each([1, 2, 3, 4])("expert %i", async (n) => {
    const actor = await actorOf(`expert0${n}@suzhou.example`);
    const call = { actor, tenant };
    const home = await ask(expertHomeProcedure, call, {});
    const [panels, seats, calls] = await Promise.all([
      ask(reviewDeskQuery, call, {}),
      ask(deskQuery, call, {}),
      ask(listCallsQuery, call, { mine: "true", pageSize: 100 }),
    ]);
    const judged = await Promise.all(calls.items.map(({ id }) => ask(getCallQuery, call, { id })));
    const steps = (wanted: "declare" | "judge") => [
      ...panels.items
        .filter(({ state }) => state === "open")
        .filter(({ declaration, submitted }) =>
          wanted === "declare" ? declaration === "pending" : declaration === "none" && !submitted,
        )
        .map(({ panelId }) => panelId),
      ...judged
        .filter(({ judging }) =>
          wanted === "declare"
            ? judging?.state === "assigned"
            : judging?.state === "clear" &&
              (judging.stage === "need" ? !judging.opined : judging.sheets.some(({ due }) => due)),
        )
        .map(({ id }) => id),
      ...seats.items
        .filter(({ submittedAt, open, scoring, state }) =>
          wanted === "declare"
            ? open && state === "assigned"
            : scoring && state === "clear" && submittedAt === null,
        )
        .map(({ seatId }) => seatId),
    ];
    const shown = (wanted: "declare" | "judge") =>
      home.waiting.filter(({ step }) => step === wanted).map(({ id }) => id);
    for (const step of ["declare", "judge"] as const) {
      expect(shown(step).sort()).toEqual(steps(step).sort());
    }
    expect(home.waiting.length > 0).toBe(n < 4);
    expect(home.views).toEqual(["expert"]);
  });
});

// The call that waits for a second opener was opened first by the secretariat.
test("calls that wait for an office are those whose line says so, and no others", async () => {
  const parties = {
    secretariat: ["secretariat", "opener"],
    supervisor: ["opener", "second_opener"],
  };
  for (const view of ["secretariat", "supervisor"] as const) {
    const actor = await actorOf(people[view]);
    const calls = async (filter: Filter) =>
      (await ask(listCallsQuery, { actor, tenant }, { ...filter, pageSize: 100 })).items;
    const waiting = (await calls({})).filter(
      ({ waiting: on }) => on && parties[view].includes(on.party),
    );
    expect(waiting.length).toBeGreaterThan(0);
    expect((await calls({ mine: "true" })).map(({ id }) => id)).toEqual(
      waiting.map(({ id }) => id),
    );
  }
});

describe("a school leader's page", () => {
  let leader: Actor;
  beforeAll(async () => {
    leader = await actorOf("leader@svu.example");
  });

  test("six money numbers are those of the ledger, one by one", async () => {
    const home = await ask(organizationHomeProcedure, { actor: leader, tenant }, {});
    for (const side of ["promised", "received", "spent"] as const) {
      const list = await ask(
        listLedgerProcedure,
        { actor: leader, tenant },
        { side, organization: home.organization.id },
      );
      expect(list.sums).toEqual(home.money[side]);
    }
  });

  test("Missing target: results without a target say so, and results with one say what is missing", async () => {
    const home = await ask(organizationHomeProcedure, { actor: leader, tenant }, {});
    expect(home.targets.some(({ target, gap }) => target !== null && gap !== null)).toBe(true);
    for (const { target, gap } of home.targets) expect(gap === null).toBe(target === null);
  });

  test("A-01 another member's page is closed, one outside the alliance is not there", async () => {
    const other = await actorOf("enterprise@sample017.example");
    const { organization } = await ask(organizationHomeProcedure, { actor: leader, tenant }, {});
    const asked = (id: string) =>
      ask(organizationHomeProcedure, { actor: other, tenant }, { organization: id });
    await expect(asked(organization.id)).rejects.toMatchObject({ code: "forbidden" });
    const [alien] = await demo.rows<{ id: string }>(
      `SELECT o.id FROM organizations o WHERE NOT EXISTS (SELECT 1 FROM memberships m JOIN alliances a ON a.id = m.alliance_id
         AND a.slug = $1 WHERE m.organization_id = o.id) LIMIT 1`,
      [tenant],
    );
    await expect(asked(alien?.id ?? "")).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("whose page it is", () => {
  test("a page of a role that one does not hold is closed", async () => {
    const actor = await actorOf(people.chair);
    const asked = ask(governanceHomeProcedure, { actor, tenant }, { view: "supervisor" });
    await expect(asked).rejects.toMatchObject({ code: "forbidden" });
  });
  test("a delegate reads only the meetings of own seats, and what is to cast there", async () => {
    const actor = await actorOf(people.delegate);
    const home = await ask(governanceHomeProcedure, { actor, tenant }, {});
    expect(home.meetings.every(({ mine }) => mine)).toBe(true);
  });
  test("who governs nothing here has no page of those who govern", async () => {
    const actor = await actorOf("expert01@suzhou.example");
    await expect(ask(governanceHomeProcedure, { actor, tenant }, {})).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
