import { beforeAll, describe, expect, test } from "vitest";
import { composition, list } from "@/lib/features/memberships/procedures/register";
import { type MembershipFacts, statusOn } from "@/lib/features/memberships/rules/standing";
import { type MemberPosition, memberPositions } from "@/lib/features/memberships/types";
import { pinyinOf, searchTextOf } from "@/lib/features/organizations/rules/search-text";
import { organizationKinds } from "@/lib/features/organizations/types";
import { addDays, dateOf } from "@/lib/kernel/dates";
import { type Actor, anonymous } from "@/lib/platform/auth/actor";
import { ask } from "@/lib/platform/corridor/faces";
import { createAlliance, createOrganization } from "@/prisma/seed/factories/basics";
import { createActor } from "../../support/actors";
import { useDatabase } from "../../support/database";

const base = useDatabase();

type Member = MembershipFacts & { number: number; organizationId: string; name: string };
let slug = "";
let secretariat: Actor;
const members: Member[] = [];

/** A fixture of 200 members with 40 changes, drawn from fixed arithmetic, and the hand count beside it. */
function factsOf(n: number): MembershipFacts {
  const position = (shift: number): MemberPosition =>
    memberPositions[(n + shift) % memberPositions.length] ?? "member_unit";
  const from = addDays("2022-01-01", (n * 37) % 900);
  const change = addDays(from, 200 + (n % 50));
  const plain = {
    periods: [{ from, to: null, position: position(0) }],
    suspensions: [],
    notices: [],
  };
  if (n > 40) return plain;
  switch (n % 4) {
    case 0:
      return {
        ...plain,
        periods: [
          { from, to: addDays(change, -1), position: position(0) },
          { from: change, to: null, position: position(1) },
        ],
      };
    case 1:
      return {
        ...plain,
        periods: [{ from, to: change, position: position(0) }],
        notices: [addDays(change, -60)],
      };
    case 2:
      return { ...plain, suspensions: [{ from: change, to: addDays(change, 90) }] };
    default:
      return { ...plain, periods: [{ from, to: change, position: position(0) }] };
  }
}

beforeAll(async () => {
  const db = base.db();
  const alliance = await createAlliance(db, { slug: "register-fixture" });
  slug = alliance.slug;
  secretariat = await createActor(db, "secretariat", { allianceId: alliance.id });
  for (let n = 1; n <= 200; n += 1) {
    const name =
      n === 7
        ? "苏州汇川技术有限公司"
        : n === 8
          ? "重庆示例学院"
          : `示例企业 ${String(n).padStart(3, "0")}`;
    const organization = await createOrganization(db, {
      name,
      kind: organizationKinds[n % organizationKinds.length] ?? "other",
      searchText: searchTextOf([name]),
      pinyin: pinyinOf(name),
    });
    const facts = factsOf(n);
    const membership = await db.membership.create({
      data: { allianceId: alliance.id, organizationId: organization.id, number: n },
    });
    const keys = { allianceId: alliance.id, membershipId: membership.id };
    await db.membershipPeriod.createMany({
      data: facts.periods.map((period) => ({
        ...keys,
        position: period.position,
        validFrom: dateOf(period.from),
        validTo: period.to ? dateOf(period.to) : null,
        openedReason: "示例",
      })),
    });
    await db.membershipSuspension.createMany({
      data: facts.suspensions.map(({ from, to }) => ({
        ...keys,
        validFrom: dateOf(from),
        validTo: to ? dateOf(to) : null,
        reason: "示例",
      })),
    });
    await db.membershipEvent.createMany({
      data: facts.notices.map((given) => ({
        ...keys,
        kind: "notice_given" as const,
        effectiveOn: dateOf(given),
      })),
    });
    members.push({ ...facts, number: n, organizationId: organization.id, name });
  }
});

const CURRENT = ["active", "suspended", "notice"];
const days = [
  "2021-12-31",
  "2022-01-01",
  "2022-08-15",
  "2023-03-31",
  "2024-01-01",
  "2024-06-30",
  "2024-09-15",
  "2025-12-31",
];

describe("the register as of any date equals a hand count on 200 members with 40 changes", () => {
  test.each(days)("on %s", async (day) => {
    const numbers = async (
      status: "current" | "all" | "active" | "suspended" | "notice" | "pending" | "ended",
    ) => {
      const page = { asOf: day, status, pageSize: 100, sort: "number" } as const;
      const first = await ask(list, { actor: secretariat, tenant: slug }, page);
      const rest = await Promise.all(
        Array.from({ length: Math.max(0, Math.ceil(first.total / 100) - 1) }, (_, at) =>
          ask(list, { actor: secretariat, tenant: slug }, { ...page, page: at + 2 }),
        ),
      );
      const rows = [first, ...rest].flatMap(({ items }) => items);
      expect(rows).toHaveLength(first.total);
      return rows;
    };
    const expected = members.map((member) => ({ ...member, status: statusOn(member, day) }));
    const all = await numbers("all");
    expect(all.map(({ number, status }) => [number, status])).toEqual(
      expected.map(({ number, status }) => [number, status]),
    );
    expect((await numbers("current")).map(({ number }) => number)).toEqual(
      expected.filter(({ status }) => CURRENT.includes(status)).map(({ number }) => number),
    );
    for (const status of ["active", "suspended", "notice", "pending", "ended"] as const) {
      expect((await numbers(status)).map(({ number }) => number)).toEqual(
        expected.filter((member) => member.status === status).map(({ number }) => number),
      );
    }
  });

  test("positions are those of the day", async () => {
    const changed = members[3];
    const before = changed?.periods[0];
    const after = changed?.periods[1];
    expect(before?.position).not.toBe(after?.position);
    for (const period of [before, after]) {
      const { items } = await ask(
        list,
        { actor: secretariat, tenant: slug },
        { asOf: period?.from ?? "", pageSize: 100, sort: "number", q: "004" },
      );
      expect(items[0]).toMatchObject({ number: 4, position: period?.position });
    }
  });
});

describe("search in the register", () => {
  test.each(["汇川", "hc", "huichuan", "HuiChuan", "szhc", "苏州 hc"])(
    "%s finds 汇川",
    async (q) => {
      const { items, total } = await ask(
        list,
        { actor: secretariat, tenant: slug },
        { q, status: "all" },
      );
      expect([total, items.map(({ name }) => name)]).toEqual([1, ["苏州汇川技术有限公司"]]);
    },
  );
  test.each(["cq", "chongqing"])("%s finds 重庆", async (q) => {
    const { items } = await ask(list, { actor: secretariat, tenant: slug }, { q, status: "all" });
    expect(items.map(({ name }) => name)).toEqual(["重庆示例学院"]);
  });
  test.each(["%", "_", "' OR 1=1 --", "\\"])("A-08 %s is text, not a pattern", async (q) => {
    const { total } = await ask(list, { actor: secretariat, tenant: slug }, { q, status: "all" });
    expect(total).toBe(0);
  });
  test("A-08 sort columns come from a list", async () => {
    await expect(
      ask(list, { actor: secretariat, tenant: slug }, { sort: "pinyin; DROP TABLE x" as never }),
    ).rejects.toMatchObject({ code: "malformed" });
  });
});

describe("sorting and paging", () => {
  test.each(["name", "-name", "number", "-number", "position", "kind", "-since"] as const)(
    "by %s the pages together are the whole",
    async (sort) => {
      const whole = await ask(list, { actor: secretariat, tenant: slug }, { sort, pageSize: 100 });
      const pages = await Promise.all(
        [1, 2, 3, 4].map((page) =>
          ask(list, { actor: secretariat, tenant: slug }, { sort, page, pageSize: 25 }),
        ),
      );
      expect(pages.flatMap(({ items }) => items.map(({ number }) => number))).toEqual(
        whole.items.map(({ number }) => number),
      );
    },
  );
  test("a page beyond the last is empty and still says the total", async () => {
    const { items, total } = await ask(list, { actor: secretariat, tenant: slug }, { page: 99 });
    expect(items).toEqual([]);
    expect(total).toBeGreaterThan(100);
  });
});

test.each(days)(
  "the composition of %s adds up to the register, and so does every bar",
  async (asOf) => {
    const figures = await ask(composition, { actor: anonymous, tenant: slug }, { asOf });
    const whole = await ask(list, { actor: anonymous, tenant: slug }, { asOf });
    expect(figures.total).toBe(whole.total);
    expect(figures.byPosition.reduce((sum, { count }) => sum + count, 0)).toBe(whole.total);
    for (const { kind, count } of figures.byKind) {
      expect((await ask(list, { actor: anonymous, tenant: slug }, { asOf, kind })).total).toBe(
        count,
      );
    }
    expect(figures.unplaced).toBe(whole.total);
  },
);
