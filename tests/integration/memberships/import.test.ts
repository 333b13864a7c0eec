import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  apply,
  getOrganizationPage,
  list,
  stage,
  staged,
} from "@/lib/features/memberships/procedures/register";
import type { ImportCells } from "@/lib/features/memberships/schema/import";
import { create } from "@/lib/features/organizations/procedures";
import { syntheticCreditCode } from "@/lib/features/organizations/rules/credit-code";
import { addDays, dayIn } from "@/lib/kernel/dates";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createMembership } from "@/prisma/seed/factories/basics";
import { useDatabase } from "../../support/database";
import { addOrganization, layScene, type Scene } from "../organizations/scene";

const base = useDatabase();
let scene: Scene;
const today = dayIn(new Date(), "Asia/Shanghai");
beforeAll(async () => {
  scene = await layScene(base.db());
});
const call = () => ({ actor: scene.secretariatX, tenant: "alliance-x" });
const file = { fileName: "示例名册.xlsx", sha256: "a".repeat(64) };
let serial = 1000;
const next = () => {
  serial += 1;
  return serial;
};
const code = () => syntheticCreditCode(next());
const name = () => `示例导入单位 ${next()}`;

type Given = Partial<Omit<ImportCells, "row">>;
const unit = (given: Given = {}): Given => ({ name: name(), kind: "enterprise", ...given });
const member = { position: "council_unit", admittedOn: "2023-10-01" };

async function stageRows(rows: Given[], at = call()) {
  const numbered = rows.map((row, place) => ({ row: place + 2, ...row }));
  const result = await perform(stage, at, { ...file, rows: numbered });
  if (!result.ok) throw new Error(result.reason);
  return result.value.id;
}
const look = (importId: string) => ask(staged, call(), { importId, pageSize: 100 });
async function applyNow(importId: string) {
  const { fingerprint } = await look(importId);
  return perform(apply, call(), { importId, fingerprint });
}
const counted = async () => {
  const [organizations, memberships, entries] = await Promise.all([
    base.db().organization.count(),
    base.db().membership.count(),
    base.db().auditEntry.count(),
  ]);
  return { organizations, memberships, entries };
};

describe("what a file becomes", () => {
  test("I-20 new units, a link and an unchanged row are written together, with numbers, periods, search words and audit", async () => {
    const known = await addOrganization(base.db(), name(), { creditCode: code() });
    const standing = await addOrganization(base.db(), name());
    await createMembership(base.db(), {
      allianceId: scene.x.id,
      organizationId: standing.id,
      number: 40,
      from: "2022-01-01",
    });
    const fresh = unit({ creditCode: code(), alias: "示例快称", ...member, isLead: "true" });
    const importId = await stageRows([
      fresh,
      unit({ kind: "vocational_college" }),
      unit({ creditCode: known.creditCode ?? "", name: known.name, ...member }),
      unit({ name: standing.name, position: "member_unit", admittedOn: "2022-06-01" }),
    ]);
    const seen = await look(importId);
    expect(seen.counts).toEqual({
      rows: 4,
      create: 2,
      link: 1,
      unchanged: 1,
      fault: 0,
      memberships: 2,
    });
    expect(seen.items.map(({ row, outcome, opens }) => [row, outcome, opens])).toEqual([
      [2, "create", true],
      [3, "create", false],
      [4, "link", true],
      [5, "unchanged", false],
    ]);
    expect(seen.items[3]?.notes).toEqual([{ note: "member-already", detail: null }]);
    const done = await applyNow(importId);
    expect(done).toMatchObject({ ok: true, value: { create: 2, link: 1, memberships: 2 } });
    const made = await base.db().organization.findFirstOrThrow({
      where: { name: fresh.name ?? "" },
      include: {
        names: true,
        enterprise: true,
        memberships: { include: { periods: true, events: true } },
      },
    });
    expect(made.names.map(({ kind, name }) => [kind, name]).sort()).toEqual([
      ["alias", "示例快称"],
      ["official", fresh.name],
    ]);
    expect(made.enterprise).not.toBeNull();
    expect(made.memberships).toMatchObject([
      {
        number: 41,
        isLead: true,
        periods: [{ position: "council_unit", openedReason: "import: 示例名册.xlsx" }],
        events: [{ kind: "admitted" }],
      },
    ]);
    const found = await ask(list, call(), { q: "slkc" });
    expect(found.items.map(({ organizationId }) => organizationId)).toEqual([made.id]);
    const actions = await base
      .db()
      .auditEntry.findMany({ where: { chain: scene.x.id }, orderBy: { seq: "desc" }, take: 4 });
    expect(actions.map(({ action }) => action)).toEqual([
      "import.commit",
      "membership.admit",
      "organization.create",
      "organization.create",
    ]);
    const page = await ask(
      getOrganizationPage,
      { actor: scene.secretariatX },
      { organizationId: made.id },
    );
    expect(page.timeline.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["admitted", "organization_create"]),
    );
  });

  test("I-21 the same file again changes nothing", async () => {
    const rows = [unit({ creditCode: code(), ...member }), unit(member)];
    expect((await applyNow(await stageRows(rows))).ok).toBe(true);
    const before = await counted();
    const again = await stageRows(rows);
    expect((await look(again)).counts).toMatchObject({ unchanged: 2, create: 0, memberships: 0 });
    expect(await applyNow(again)).toMatchObject({ ok: true, value: { unchanged: 2 } });
    const after = await counted();
    expect({ ...after, entries: 0 }).toEqual({ ...before, entries: 0 });
  });

  test("a unit is found by code whatever it is called, by former name and by alias, and keeps its own words", async () => {
    const renamed = await addOrganization(base.db(), name());
    await base.db().organizationName.createMany({
      data: [
        { organizationId: renamed.id, kind: "former", name: "示例从前的名称" },
        { organizationId: renamed.id, kind: "alias", name: "示例别的叫法" },
      ],
    });
    const coded = await addOrganization(base.db(), name(), { creditCode: code(), kind: "park" });
    const importId = await stageRows([
      unit({ name: "示例从前的名称", ...member }),
      unit({ name: "示例写错的名称", creditCode: coded.creditCode ?? "", ...member }),
    ]);
    const { items } = await look(importId);
    expect(items.map(({ outcome, found }) => [outcome, found?.id])).toEqual([
      ["link", renamed.id],
      ["link", coded.id],
    ]);
    expect(items.map(({ notes }) => notes.map(({ note }) => note))).toEqual([
      ["known-as"],
      ["name-differs", "kind-differs"],
    ]);
    expect((await applyNow(importId)).ok).toBe(true);
    expect(await base.db().organization.findUnique({ where: { id: coded.id } })).toMatchObject({
      name: coded.name,
      kind: "park",
      version: 1,
    });
  });

  test("two units may share a name when both have codes; without a code the file is asked", async () => {
    const shared = name();
    await addOrganization(base.db(), shared, { creditCode: code() });
    await addOrganization(base.db(), shared, { creditCode: code() });
    const coded = await look(await stageRows([unit({ name: shared, creditCode: code() })]));
    expect(coded.items).toMatchObject([
      { outcome: "create", notes: [{ note: "same-name-other-code" }] },
    ]);
    const bare = await look(await stageRows([unit({ name: shared })]));
    expect(bare.items).toMatchObject([{ outcome: "fault", issues: [{ fault: "ambiguous-name" }] }]);
  });

  test("the alliance's own words for a position are understood", async () => {
    await base.db().positionLabel.create({
      data: {
        allianceId: scene.x.id,
        position: "vice_chair_unit",
        zh: "副会长单位",
        en: "Vice president",
      },
    });
    const { items } = await look(
      await stageRows([
        unit({ ...member, position: "副会长 单位" }),
        unit({ ...member, position: "vice PRESIDENT" }),
      ]),
    );
    expect(items.map(({ position }) => position)).toEqual(["vice_chair_unit", "vice_chair_unit"]);
  });
});

describe("what is wrong is told cell by cell, and nothing is written", () => {
  const cases: [Given, string, string][] = [
    [{ name: "" }, "name", "required"],
    [{ name: "长".repeat(201) }, "name", "too-long"],
    [{ kind: "小店" }, "kind", "not-a-kind"],
    [{ kind: "" }, "kind", "required"],
    [{ creditCode: "91320500MA00000000" }, "creditCode", "not-a-credit-code"],
    [{ regionCode: "32" }, "regionCode", "not-a-region"],
    [{ position: "council_unit" }, "admittedOn", "required"],
    [{ admittedOn: "2023-10-01" }, "position", "required"],
    [{ position: "大王", admittedOn: "2023-10-01" }, "position", "not-a-position"],
    [{ position: "council_unit", admittedOn: "去年" }, "admittedOn", "not-a-day"],
    [{ position: "council_unit", admittedOn: addDays(today, 1) }, "admittedOn", "future-day"],
    [{ isLead: "也许" }, "isLead", "not-yes-or-no"],
  ];
  test.each(cases)("%j: %s %s", async (given, column, fault) => {
    const importId = await stageRows([unit(), unit(given)]);
    const seen = await look(importId);
    expect(seen.counts).toMatchObject({ create: 1, fault: 1 });
    expect(seen.items[1]?.issues).toMatchObject([{ column, fault }]);
    const before = await counted();
    expect(await applyNow(importId)).toMatchObject({ ok: false, reason: "import-has-faults" });
    expect(await counted()).toEqual(before);
  });

  test("one unit twice in a file: by code, by name, by alias; names with two codes are two units", async () => {
    const shared = code();
    const twin = name();
    const { items } = await look(
      await stageRows([
        unit({ creditCode: shared }),
        unit({ creditCode: shared }),
        unit({ name: twin }),
        unit({ name: ` ${twin.replace(" ", "　")}` }),
        unit({ alias: twin }),
        unit({ name: "示例同名两家", creditCode: code() }),
        unit({ name: "示例同名两家", creditCode: code() }),
      ]),
    );
    expect(items.map(({ outcome }) => outcome)).toEqual([
      "create",
      "fault",
      "create",
      "fault",
      "fault",
      "create",
      "create",
    ]);
    expect(items[1]?.issues).toEqual([
      { column: "creditCode", fault: "twice-in-file", detail: "2" },
    ]);
  });

  test("a dissolved unit takes no membership", async () => {
    const gone = await addOrganization(base.db(), name(), {
      creditCode: code(),
      status: "dissolved",
    });
    const { items } = await look(
      await stageRows([unit({ name: gone.name, creditCode: gone.creditCode ?? "", ...member })]),
    );
    expect(items[0]?.issues).toMatchObject([{ fault: "organization-dissolved" }]);
  });
});

describe("who, when and how often", () => {
  let importId: string;
  let rows: Given[];
  beforeEach(async () => {
    rows = [unit({ creditCode: code(), ...member }), unit()];
    importId = await stageRows(rows);
  });

  test("what was looked at is what is applied: a change in between is told, and the new outcome can be applied", async () => {
    const { fingerprint } = await look(importId);
    const entered = await perform(create, call(), {
      name: rows[0]?.name ?? "",
      kind: "enterprise",
      creditCode: rows[0]?.creditCode,
    });
    expect(entered.ok).toBe(true);
    const before = await counted();
    expect(await perform(apply, call(), { importId, fingerprint })).toMatchObject({
      ok: false,
      reason: "import-changed",
    });
    expect(await counted()).toEqual(before);
    expect((await look(importId)).items[0]).toMatchObject({ outcome: "link" });
    expect(await applyNow(importId)).toMatchObject({ ok: true, value: { create: 1, link: 1 } });
  });

  test("sent twice, and at once, it makes nothing twice", async () => {
    const { fingerprint } = await look(importId);
    const send = (idempotencyKey?: string) =>
      perform(apply, { ...call(), idempotencyKey }, { importId, fingerprint });
    const [one, two] = await Promise.all([send(), send()]);
    expect([one.ok, two.ok].sort()).toEqual([false, true]);
    expect([one, two].find(({ ok }) => !ok)).toMatchObject({ reason: "import-applied" });
    expect(await base.db().organization.count({ where: { name: rows[1]?.name ?? "" } })).toBe(1);
    const other = await stageRows([unit()]);
    const seen = await look(other);
    const keyed = { ...call(), idempotencyKey: "示例-key".replace("示例", "x") };
    const first = await perform(apply, keyed, { importId: other, fingerprint: seen.fingerprint });
    expect(await perform(apply, keyed, { importId: other, fingerprint: seen.fingerprint })).toEqual(
      first,
    );
  });

  test("two files with the same new unit at once enter it once", async () => {
    const other = await stageRows(rows);
    // Both were looked at before either is applied; whoever comes second finds the register changed.
    const inputs = await Promise.all(
      [importId, other].map(async (id) => ({
        importId: id,
        fingerprint: (await look(id)).fingerprint,
      })),
    );
    const [a, b] = await Promise.all(inputs.map((input) => perform(apply, call(), input)));
    expect([a?.ok, b?.ok].sort()).toEqual([false, true]);
    expect(
      await base.db().organization.count({ where: { creditCode: rows[0]?.creditCode ?? "" } }),
    ).toBe(1);
  });

  test("somebody who enters the same unit by hand at the same moment waits and finds it", async () => {
    const { fingerprint } = await look(importId);
    const [applied, entered] = await Promise.all([
      perform(apply, call(), { importId, fingerprint }),
      perform(create, call(), { name: rows[1]?.name ?? "", kind: "enterprise" }),
    ]);
    expect([applied.ok, entered.ok].sort()).toEqual([false, true]);
    expect(await base.db().organization.count({ where: { name: rows[1]?.name ?? "" } })).toBe(1);
  });

  test("A-01 another alliance's secretariat finds neither the file nor a way to apply it; others are refused", async () => {
    const { fingerprint } = await look(importId);
    const foreign = { actor: scene.secretariatY, tenant: "alliance-y" };
    await expect(ask(staged, foreign, { importId })).rejects.toMatchObject({ code: "not-found" });
    await expect(perform(apply, foreign, { importId, fingerprint })).rejects.toMatchObject({
      code: "not-found",
    });
    for (const actor of [scene.enterpriseX, scene.observerX, scene.expertX]) {
      await expect(stageRows([unit()], { actor, tenant: "alliance-x" })).rejects.toMatchObject({
        code: "forbidden",
      });
      await expect(
        perform(apply, { actor, tenant: "alliance-x" }, { importId, fingerprint }),
      ).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("applied rows are kept no longer; the page still says what was done", async () => {
    await applyNow(importId);
    const seen = await look(importId);
    expect(seen).toMatchObject({
      total: 0,
      counts: { rows: 2, create: 2 },
      appliedAt: expect.any(String),
    });
  });
});

test("10,000 rows are looked at and written within the limit of one transaction", {
  timeout: 120_000,
}, async () => {
  const rows = Array.from({ length: 10_000 }, (_, n) => ({
    name: `示例大批导入企业第${n}号有限公司`,
    kind: "enterprise",
    creditCode: syntheticCreditCode(500_000 + n),
    ...member,
  }));
  const importId = await stageRows(rows);
  const started = performance.now();
  const { fingerprint } = await look(importId);
  const seenAt = performance.now();
  expect(await perform(apply, call(), { importId, fingerprint })).toMatchObject({
    ok: true,
    value: { create: 10_000, memberships: 10_000 },
  });
  const doneAt = performance.now();
  process.stdout.write(
    `10,000 rows: look ${Math.round(seenAt - started)} ms, apply ${Math.round(doneAt - seenAt)} ms\n`,
  );
});
