import { beforeAll, describe, expect, test } from "vitest";
import {
  changeRepresentativeOf as change,
  endRepresentativeOf as end,
} from "@/lib/features/memberships/procedures/register";
import { addDays, dateOf, dayIn } from "@/lib/kernel/dates";
import { perform } from "@/lib/platform/corridor/faces";
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
let serial = 0;
async function member() {
  serial += 1;
  const organization = await addOrganization(base.db(), `示例代表单位 ${serial}`);
  const membership = await createMembership(base.db(), {
    allianceId: scene.x.id,
    organizationId: organization.id,
    number: 500 + serial,
  });
  return { membershipId: membership.id, organizationId: organization.id };
}
const people = (membershipId: string) =>
  base.db().representative.findMany({
    where: { membershipId },
    include: { person: true },
    orderBy: { validFrom: "asc" },
  });
const named = (name: string, from: string) => ({ kind: "authorised" as const, name, from });

describe("representatives.change", () => {
  test("guard 5: a replacement closes the former the day before", async () => {
    const { membershipId, organizationId } = await member();
    const first = await perform(change, call(), {
      membershipId,
      ...named("示例甲", addDays(today, -100)),
      letterUntil: addDays(today, 200),
    });
    expect(first.ok).toBe(true);
    const second = await perform(change, call(), { membershipId, ...named("示例乙", today) });
    expect(second.ok).toBe(true);
    expect(
      (await people(membershipId)).map(({ person, validFrom, validTo }) => [
        person.name,
        validFrom,
        validTo,
      ]),
    ).toEqual([
      ["示例甲", dateOf(addDays(today, -100)), dateOf(addDays(today, -1))],
      ["示例乙", dateOf(today), null],
    ]);
    const events = await base.db().membershipEvent.findMany({ where: { membershipId } });
    expect(events.map(({ kind }) => kind)).toEqual([
      "representative_changed",
      "representative_changed",
    ]);
    const audit = await base.db().auditEntry.findMany({ where: { subjectId: organizationId } });
    expect(audit).toHaveLength(2);
    // no personal data in the chain.
    expect(JSON.stringify(audit.map(({ details }) => details))).not.toContain("示例甲");
  });

  test("the former representative's account loses the organization's rights the same day", async () => {
    const { membershipId, organizationId } = await member();
    const first = await perform(change, call(), {
      membershipId,
      ...named("示例离任", addDays(today, -100)),
    });
    if (!first.ok) throw new Error(first.reason);
    const { personId } = await base
      .db()
      .representative.findUniqueOrThrow({ where: { id: first.value.id } });
    const user = await base.db().user.create({ data: { personId, email: "leaving@test.example" } });
    await base.db().roleGrant.create({
      data: {
        userId: user.id,
        role: "enterprise_contact",
        allianceId: scene.x.id,
        organizationId,
        validFrom: dateOf("2020-01-01"),
      },
    });
    await perform(change, call(), { membershipId, ...named("示例继任", today) });
    const grant = await base.db().roleGrant.findFirstOrThrow({ where: { userId: user.id } });
    expect(grant.validTo).toEqual(dateOf(addDays(today, -1)));
  });

  test("two at once leave one authorised representative", async () => {
    const { membershipId } = await member();
    await Promise.allSettled(
      [1, 2, 3, 4, 5].map((n) =>
        perform(change, call(), { membershipId, ...named(`示例并发${n}`, today) }),
      ),
    );
    expect(await people(membershipId)).toHaveLength(1);
  });

  test("contacts may be several, the authorised one only after the former began", async () => {
    const { membershipId } = await member();
    for (const name of ["示例联系甲", "示例联系乙"]) {
      expect(
        (await perform(change, call(), { membershipId, kind: "contact", name, from: today })).ok,
      ).toBe(true);
    }
    await perform(change, call(), { membershipId, ...named("示例甲", today) });
    expect(
      await perform(change, call(), { membershipId, ...named("示例乙", today) }),
    ).toMatchObject({
      reason: "representative-before-former",
    });
    expect(await people(membershipId)).toHaveLength(3);
  });

  test("One person represents two members: allowed, and said", async () => {
    const [a, b] = [await member(), await member()];
    const who = { ...named("示例兼任", today), phone: "13812345678" };
    expect(await perform(change, call(), { membershipId: a.membershipId, ...who })).toMatchObject({
      value: { alsoFor: [] },
    });
    const second = await perform(change, call(), { membershipId: b.membershipId, ...who });
    expect(second).toMatchObject({ ok: true, value: { alsoFor: [`示例代表单位 ${serial - 1}`] } });
  });

  test.each([["letter-too-short", { letterUntil: addDays(today, -1) }]] as const)(
    "%s",
    async (reason, more) => {
      const { membershipId } = await member();
      expect(
        await perform(change, call(), { membershipId, ...named("示例", today), ...more }),
      ).toMatchObject({ reason });
    },
  );

  test("a member that left has no new representative", async () => {
    const { membershipId } = await member();
    await base.db().membershipPeriod.updateMany({
      where: { membershipId },
      data: { validTo: dateOf(addDays(today, -1)) },
    });
    expect(await perform(change, call(), { membershipId, ...named("示例", today) })).toMatchObject({
      reason: "membership-ended",
    });
  });

  test("A-01 A-04 the membership of another alliance is not found", async () => {
    const [ofY] = await base.db().membership.findMany({ where: { allianceId: scene.y.id } });
    await expect(
      perform(change, call(), { membershipId: ofY?.id ?? "", ...named("示例", today) }),
    ).rejects.toMatchObject({ code: "not-found" });
    const { membershipId } = await member();
    for (const role of ["enterpriseX", "observerX", "expertX", "admin"] as const) {
      await expect(
        perform(
          change,
          { actor: scene[role], tenant: "alliance-x" },
          { membershipId, ...named("示例", today) },
        ),
      ).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await people(membershipId)).toEqual([]);
  });
});

describe("representatives.end", () => {
  test("Representative leaves the employer: the account loses the organization's rights with that day", async () => {
    const db = base.db();
    const contact = await db.user.findUniqueOrThrow({
      where: { id: scene.enterpriseX.userId ?? "" },
    });
    const membership = await db.membership.findFirstOrThrow({
      where: { organizationId: scene.memberX.id },
    });
    const row = await db.representative.create({
      data: {
        allianceId: scene.x.id,
        membershipId: membership.id,
        personId: contact.personId,
        kind: "contact",
        validFrom: dateOf("2023-01-01"),
      },
    });
    const ended = await perform(end, call(), { representativeId: row.id, lastDay: today });
    expect(ended).toMatchObject({ ok: true, value: { rightsEnded: 1 } });
    const [grant] = await db.roleGrant.findMany({ where: { userId: contact.id } });
    expect(grant?.validTo).toEqual(dateOf(today));
    expect(await perform(end, call(), { representativeId: row.id, lastDay: today })).toMatchObject({
      reason: "representative-ended",
    });
    await expect(
      perform(
        end,
        { actor: scene.secretariatY, tenant: "alliance-y" },
        { representativeId: row.id, lastDay: today },
      ),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});
