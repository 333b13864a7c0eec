import { beforeEach, describe, expect, it } from "vitest";
import {
  approveAdministratorCommand,
  approveRoleCommand,
  disableUserCommand,
  endAdministratorCommand,
  endRoleCommand,
  getUserQuery,
  grantRoleCommand,
  listProposalsQuery,
  listRolesQuery,
  proposeAdministratorCommand,
  proposeRoleCommand,
  rejectRoleCommand,
} from "@/lib/features/access/procedures/roles";
import type { Actor } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import {
  createAlliance,
  createMembership,
  createOrganization,
} from "@/prisma/seed/factories/basics";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { actorOf, createAccount, signIn } from "./people";

const { db } = useDatabase();
const reason = "示例理由";

async function world() {
  const alliance = await createAlliance(db());
  const allianceId = alliance.id;
  const school = await createOrganization(db(), { kind: "university" });
  const firm = await createOrganization(db());
  for (const { id } of [school, firm]) {
    await createMembership(db(), { allianceId, organizationId: id });
  }
  const person = (role: Parameters<typeof createActor>[1], organizationId?: string) =>
    createActor(db(), role, { allianceId, organizationId: organizationId ?? null });
  const secretary = await person("secretariat");
  const colleague = await person("secretariat");
  const admin = await createActor(db(), "platform_admin");
  const newcomer = await createAccount({ role: "observer", allianceId });
  return { alliance, school, firm, person, secretary, colleague, admin, newcomer };
}
let at: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  at = await world();
});

const here = (actor: Actor) => ({ actor, tenant: at.alliance.slug });
const rightsOf = async (userId: string) =>
  (await actorOf((await signIn(userId)).secret))?.roles.map(({ role }) => role).sort();
const code = (work: Promise<unknown>) =>
  work.then(
    (answer) => (answer as { reason?: string }).reason ?? "ok",
    (error: { code: string }) => error.code,
  );
const contact = (email = at.newcomer.email) => ({
  email,
  role: "enterprise_contact" as const,
  organizationId: at.firm.id,
});
const grantId = async (userId: string, role: "secretariat" | "enterprise_contact") =>
  (await db().roleGrant.findFirstOrThrow({ where: { userId, role } })).id;

describe("member roles, by the secretariat", () => {
  it("hold from the next request of the running session on, and end the same way (A-11)", async () => {
    const browser = await signIn(at.newcomer.id);
    const rights = async () => (await browser.actor()).roles.map(({ role }) => role).sort();
    expect(await rights()).toEqual(["observer"]);
    const granted = await perform(grantRoleCommand, here(at.secretary), contact());
    if (!granted.ok) throw new Error(granted.reason);
    expect(await rights()).toEqual(["enterprise_contact", "observer"]);
    const end = { id: await grantId(at.newcomer.id, "enterprise_contact"), reason };
    expect(await perform(endRoleCommand, here(at.secretary), end)).toMatchObject({ ok: true });
    expect(await rights()).toEqual(["observer"]);
    const entries = await db().auditEntry.findMany({ where: { chain: at.alliance.id } });
    expect(entries.map(({ action }) => action)).toEqual(["role.grant", "role.end"]);
    expect(entries[1]?.details).toMatchObject({ role: "enterprise_contact", reason });
  });

  it("a right of before keeps its row, with yesterday as its last day; ended twice it is refused", async () => {
    const grant = await db().roleGrant.findFirstOrThrow({ where: { userId: at.newcomer.id } });
    const end = () => perform(endRoleCommand, here(at.secretary), { id: grant.id, reason });
    expect(await end()).toMatchObject({ ok: true });
    expect(await rightsOf(at.newcomer.id)).toEqual([]);
    expect(await db().roleGrant.count({ where: { userId: at.newcomer.id } })).toBe(1);
    expect(await end()).toMatchObject({ reason: "role-ended" });
  });

  it("ten at once: one right", async () => {
    const sent = await Promise.all(
      Array.from({ length: 10 }, () => perform(grantRoleCommand, here(at.secretary), contact())),
    );
    expect(sent.every(({ ok }) => ok)).toBe(true);
    expect(await db().roleGrant.count({ where: { userId: at.newcomer.id } })).toBe(2);
  });

  it.each([
    [
      "no organization",
      () => ({ ...contact(), organizationId: undefined }),
      "role-needs-organization",
    ],
    ["a last day that is over", () => ({ ...contact(), validTo: "2020-01-01" }), "last-day-past"],
    ["a role of governance", () => ({ ...contact(), role: "chair" as never }), "malformed"],
    [
      "the platform's administration",
      () => ({ ...contact(), role: "platform_admin" as never }),
      "malformed",
    ],
  ])("%s is refused", async (_, input, answer) => {
    expect(await code(perform(grantRoleCommand, here(at.secretary), input()))).toBe(answer);
  });

  it("A-40 the answer is the same for an account, a closed one, none, and one that holds the role", async () => {
    const answers: unknown[] = [];
    const grant = async (email?: string) =>
      answers.push(await perform(grantRoleCommand, here(at.secretary), contact(email)));
    await grant();
    await grant();
    await grant("nobody@test.example");
    await db().user.update({ where: { id: at.newcomer.id }, data: { disabledAt: new Date() } });
    await grant();
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ ok: true });
    expect(await db().roleGrant.count({ where: { userId: at.newcomer.id } })).toBe(2);
    // What is wrong with the right itself is said before the address is looked at, for any address.
    const wrong = { ...contact("nobody@test.example"), validTo: "2020-01-01" };
    expect(await code(perform(grantRoleCommand, here(at.secretary), wrong))).toBe("last-day-past");
    const noted = await db().auditEntry.findMany({
      where: { action: "role.grant_unmatched", chain: at.alliance.id },
    });
    expect(noted).toHaveLength(3);
    expect(JSON.stringify(noted.map(({ details }) => details))).not.toContain("@");
  });

  it("an organization that is no member is refused", async () => {
    const stranger = await createOrganization(db());
    const foreign = { ...contact(), organizationId: stranger.id };
    expect(await code(perform(grantRoleCommand, here(at.secretary), foreign))).toBe(
      "organization-not-member",
    );
  });
});

describe("A-10 nobody rises by their own hand", () => {
  it("a secretary gives nothing to their own account, not even a member's role", async () => {
    const own = contact(at.secretary.email ?? "");
    expect(await code(perform(grantRoleCommand, here(at.secretary), own))).toBe("not-for-oneself");
    const chair = { email: at.secretary.email ?? "", role: "chair" as const, reason };
    expect(await code(perform(proposeRoleCommand, here(at.secretary), chair))).toBe(
      "not-for-oneself",
    );
  });

  it("members, delegates and observers grant, propose and end nothing above what is theirs", async () => {
    const grant = await grantId(at.colleague.userId ?? "", "secretariat");
    for (const actor of [
      await at.person("chair"),
      await at.person("delegate", at.firm.id),
      await at.person("observer"),
      await at.person("reporter", at.school.id),
      await at.person("enterprise_contact", at.firm.id),
      await at.person("school_leader", at.school.id),
    ]) {
      const expert = { email: at.newcomer.email, role: "expert" as const };
      expect(await code(perform(grantRoleCommand, here(actor), expert))).toBe("forbidden");
      const office = { email: at.newcomer.email, role: "secretariat" as const, reason };
      expect(await code(perform(proposeRoleCommand, here(actor), office))).toBe("forbidden");
      expect(["forbidden", "not-found"]).toContain(
        await code(perform(endRoleCommand, here(actor), { id: grant, reason })),
      );
      expect(await code(ask(listRolesQuery, here(actor), {}))).toBe("forbidden");
    }
    expect(await rightsOf(at.newcomer.id)).toEqual(["observer"]);
  });

  it("an enterprise's contact hands on their own role, for their own unit only", async () => {
    const own = await at.person("enterprise_contact", at.firm.id);
    const leader = await at.person("school_leader", at.school.id);
    const elsewhere = { ...contact(), organizationId: at.school.id };
    expect(await code(perform(grantRoleCommand, here(own), elsewhere))).toBe("forbidden");
    expect(await code(perform(grantRoleCommand, here(leader), contact()))).toBe("forbidden");
    const equal = { email: at.newcomer.email, role: "school_leader" as const };
    const school = { ...equal, organizationId: at.school.id };
    expect(await code(perform(grantRoleCommand, here(leader), school))).toBe("forbidden");
    expect(await code(perform(grantRoleCommand, here(own), contact()))).toBe("ok");
    const id = await grantId(at.newcomer.id, "enterprise_contact");
    expect(await code(perform(endRoleCommand, here(leader), { id, reason }))).toBe("not-found");
    expect(await code(perform(endRoleCommand, here(own), { id, reason }))).toBe("ok");
  });

  it("A-01 the secretariat of another alliance grants, sees and ends nothing here", async () => {
    const other = await createAlliance(db());
    const stranger = await createActor(db(), "secretariat", { allianceId: other.id });
    const id = await grantId(at.colleague.userId ?? "", "secretariat");
    expect(await code(perform(grantRoleCommand, here(stranger), contact()))).toBe("forbidden");
    expect(await code(ask(listRolesQuery, here(stranger), {}))).toBe("forbidden");
    const there = { actor: stranger, tenant: other.slug };
    expect(await code(perform(endRoleCommand, there, { id, reason }))).toBe("not-found");
    expect(await code(ask(getUserQuery, { actor: stranger }, { id: at.newcomer.id }))).toBe(
      "forbidden",
    );
  });

  it("the administrator of the platform gives no member's role: governing is not theirs", async () => {
    expect(await code(perform(grantRoleCommand, here(at.admin), contact()))).toBe("forbidden");
  });
});

describe("A-10, I-15 governance needs a second person", () => {
  const chair = () => ({ email: at.newcomer.email, role: "chair" as const, reason });
  const propose = async (actor = at.secretary) => {
    const answer = await perform(proposeRoleCommand, here(actor), chair());
    if (!answer.ok) throw new Error(answer.reason);
    return answer.value.id;
  };
  const approve = (actor: Actor, id: string) => perform(approveRoleCommand, here(actor), { id });

  it("nothing holds before, and a colleague's word makes it hold", async () => {
    const id = await propose();
    expect(await rightsOf(at.newcomer.id)).toEqual(["observer"]);
    const [mine] = (await ask(listProposalsQuery, here(at.secretary), {})).items;
    expect(mine).toMatchObject({ id, role: "chair", mayApprove: false, mayReject: true });
    const [theirs] = (await ask(listProposalsQuery, here(at.colleague), {})).items;
    expect(theirs).toMatchObject({ mayApprove: true, mayReject: true });
    expect(await approve(at.secretary, id)).toMatchObject({ reason: "second-person-needed" });
    expect(await approve(at.colleague, id)).toMatchObject({ ok: true });
    expect(await rightsOf(at.newcomer.id)).toEqual(["chair", "observer"]);
    expect((await ask(listProposalsQuery, here(at.secretary), {})).items).toEqual([]);
    const entries = await db().auditEntry.findMany({ where: { chain: at.alliance.id } });
    expect(entries.map(({ action }) => action)).toEqual([
      "role.propose",
      "role.grant",
      "role.approve",
    ]);
  });

  it("ten agree at once: one right; a decided proposal stays decided", async () => {
    const id = await propose();
    const sent = await Promise.all(Array.from({ length: 10 }, () => approve(at.colleague, id)));
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().roleGrant.count({ where: { userId: at.newcomer.id, role: "chair" } })).toBe(
      1,
    );
    const no = { id, reason };
    expect(await perform(rejectRoleCommand, here(at.colleague), no)).toMatchObject({
      reason: "proposal-decided",
    });
  });

  it("the one who is meant decides nothing about it, whatever right they have by then", async () => {
    const answer = await perform(proposeRoleCommand, here(at.secretary), {
      ...chair(),
      email: at.colleague.email ?? "",
    });
    if (!answer.ok) throw new Error(answer.reason);
    const { id } = answer.value;
    expect(await approve(at.colleague, id)).toMatchObject({ reason: "not-for-oneself" });
    expect(await perform(rejectRoleCommand, here(at.colleague), { id, reason })).toMatchObject({
      reason: "not-for-oneself",
    });
    expect(await approve(at.admin, id)).toMatchObject({ ok: true });
  });

  it("refused or taken back it grants nothing, and can be proposed again; the same twice is one", async () => {
    const id = await propose();
    expect(await code(perform(proposeRoleCommand, here(at.colleague), chair()))).toBe(
      "proposal-open",
    );
    expect(await code(perform(rejectRoleCommand, here(at.secretary), { id, reason }))).toBe("ok");
    expect(await approve(at.colleague, id)).toMatchObject({ reason: "proposal-decided" });
    expect(await rightsOf(at.newcomer.id)).toEqual(["observer"]);
    await propose();
  });

  it("what changed in between counts: an account that was disabled gets nothing", async () => {
    const id = await propose();
    await db().user.update({ where: { id: at.newcomer.id }, data: { disabledAt: new Date() } });
    expect(await approve(at.colleague, id)).toMatchObject({ reason: "account-disabled" });
  });

  it("the last of the secretariat stays; two who end each other at once leave one", async () => {
    const ids = await Promise.all(
      [at.secretary, at.colleague].map(({ userId }) => grantId(userId ?? "", "secretariat")),
    );
    const [mine = "", theirs = ""] = ids;
    const sent = await Promise.all([
      perform(endRoleCommand, here(at.secretary), { id: theirs, reason }),
      perform(endRoleCommand, here(at.colleague), { id: mine, reason }),
    ]);
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
    expect(sent.find(({ ok }) => !ok)).toMatchObject({ reason: "last-secretariat" });
  });
});

describe("administrators of the platform", () => {
  const propose = (actor: Actor, id: string) =>
    perform(proposeAdministratorCommand, { actor }, { id, reason });

  it("A-10 a secretary makes no friend administrator; one administrator alone neither", async () => {
    expect(await code(propose(at.secretary, at.newcomer.id))).toBe("forbidden");
    const sent = await propose(at.admin, at.newcomer.id);
    if (!sent.ok) throw new Error(sent.reason);
    const { id } = sent.value;
    const approve = (actor: Actor) => perform(approveAdministratorCommand, { actor }, { id });
    expect(await code(approve(at.admin))).toBe("second-person-needed");
    expect(await code(approve(at.secretary))).toBe("forbidden");
    // An alliance's door does not lead to the platform's proposals.
    expect(await code(perform(approveRoleCommand, here(at.colleague), { id }))).toBe("not-found");
    expect(await rightsOf(at.newcomer.id)).toEqual(["observer"]);
    const second = await createActor(db(), "platform_admin");
    expect(await code(approve(second))).toBe("ok");
    expect(await rightsOf(at.newcomer.id)).toEqual(["observer", "platform_admin"]);
  });

  it("the last one stays, whether by role or by account", async () => {
    await db().roleGrant.deleteMany({
      where: { role: "platform_admin", userId: { not: at.admin.userId ?? "" } },
    });
    const grant = await db().roleGrant.findFirstOrThrow({ where: { role: "platform_admin" } });
    const end = { id: grant.id, reason };
    expect(await code(perform(endAdministratorCommand, { actor: at.admin }, end))).toBe(
      "last-administrator",
    );
    // An account that another one would close: nobody is left.
    const other = await createActor(db(), "platform_admin");
    await db().roleGrant.deleteMany({ where: { userId: other.userId ?? "" } });
    const close = { id: at.admin.userId ?? "", reason };
    expect(await code(perform(disableUserCommand, { actor: other }, close))).toBe(
      "last-administrator",
    );
  });

  it("A-11 a disabled account is out with the next request; nobody disables their own", async () => {
    const browser = await signIn(at.newcomer.id);
    const close = (id: string) => perform(disableUserCommand, { actor: at.admin }, { id, reason });
    expect(await code(close(at.admin.userId ?? ""))).toBe("not-for-oneself");
    expect(await code(close(at.newcomer.id))).toBe("ok");
    expect(await actorOf(browser.secret)).toBeNull();
    expect(
      await code(
        perform(disableUserCommand, { actor: at.secretary }, { id: at.newcomer.id, reason }),
      ),
    ).toBe("forbidden");
    const seen = await ask(getUserQuery, { actor: at.admin }, { id: at.newcomer.id });
    expect(seen).toMatchObject({ disabledAt: expect.any(String), own: false });
    expect(seen.email).toMatch(/^.•••@/);
    const entry = await db().auditEntry.findFirstOrThrow({ where: { action: "user.disable" } });
    expect(entry.details).toEqual({ reason });
  });

  it("an alliance's role is proposed by the account's id, which others may not use", async () => {
    const wanted = { userId: at.newcomer.id, role: "supervisor" as const, reason };
    expect(await code(perform(proposeRoleCommand, here(at.secretary), wanted))).toBe("forbidden");
    expect(await code(perform(proposeRoleCommand, here(at.admin), wanted))).toBe("ok");
    const both = { ...wanted, email: at.newcomer.email };
    expect(await code(perform(proposeRoleCommand, here(at.admin), both))).toBe("malformed");
  });
});

it("the list: who holds what today, addresses masked and found whole only, rows of this alliance alone", async () => {
  await createActor(db(), "expert", { allianceId: (await createAlliance(db())).id });
  const list = (input: object) => ask(listRolesQuery, here(at.secretary), input);
  const all = await list({});
  expect(all.total).toBe(3);
  expect(JSON.stringify(all)).not.toContain(at.newcomer.email);
  expect((await list({ q: at.newcomer.email.toUpperCase() })).total).toBe(1);
  expect((await list({ q: at.newcomer.email.slice(0, -3) })).total).toBe(0);
  expect((await list({ role: "secretariat" })).items.map(({ own }) => own).sort()).toEqual([
    false,
    true,
  ]);
  expect((await list({ page: 9 })).total).toBe(3);
});
