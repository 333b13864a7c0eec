import { beforeAll, describe, expect, test } from "vitest";
import {
  askCertificateCommand,
  changeCertificateCommand,
  draftCertificateCommand,
  getCertificateQuery,
  listCertificatesQuery,
  sealCertificateCommand,
  withdrawCertificateCommand,
} from "@/lib/features/certificates/procedures";
import { stateAfter } from "@/lib/features/certificates/rules";
import {
  type CertificateState,
  certificateStates,
  certificateSteps,
} from "@/lib/features/certificates/types";
import { enterpriseStandingProcedure } from "@/lib/features/enterprises/procedures";
import type { Actor } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createAlliance } from "@/prisma/seed/factories/basics";
import { createProjectWithParties } from "@/prisma/seed/factories/projects";
import { createActor } from "../../support/actors";
import { useDatabase } from "../../support/database";
import { createEvidence } from "../outcomes/support";
import {
  asked,
  by,
  type CertificateStage,
  contentOf,
  createCertificateStage,
  declared,
  drafted,
  sealed,
} from "./support";

const { db } = useDatabase();
let stage: CertificateStage;
let year = 1990;
/** Each test has a year of its own. */
const another = () => {
  year += 1;
  return { year };
};
beforeAll(async () => {
  stage = await createCertificateStage(db());
});

type At = { id: string; version: number };
const draft = (actor: Actor, more: object = {}) =>
  perform(draftCertificateCommand, by(stage, actor), contentOf(stage, more) as never);
const seal = (at: At, actor = stage.contact, more: object = declared) =>
  perform(sealCertificateCommand, by(stage, actor), { ...at, ...more } as never);
const withdraw = (at: At, actor = stage.contact) =>
  perform(withdrawCertificateCommand, by(stage, actor), { ...at, reason: "示例：数字有误" });
const kept = (id: string) => db().benefitCertificate.findUniqueOrThrow({ where: { id } });

describe("S000-22 the benefit is claimed by the enterprise", () => {
  test("a school prepares it, the enterprise gets one mail, seals it with the paper, and finds it on its page", async () => {
    const of = another();
    const result = await draft(stage.reporter, of);
    if (!result.ok) throw new Error(result.reason);
    const at = { id: result.value.id, version: 1 };
    const before = await db().outboxMail.count();
    expect(await perform(askCertificateCommand, by(stage, stage.reporter), at)).toMatchObject({
      value: { state: "asked", version: 2 },
    });
    const mails = await db().outboxMail.findMany({
      where: { dedupeKey: { startsWith: `certificate-asked:${at.id}` } },
    });
    expect(mails.map(({ recipient }) => recipient)).toEqual([stage.contact.email]);
    expect(await db().outboxMail.count()).toBe(before + 1);
    expect(mails[0]?.body).toContain("123.46 万元");
    const page = () => ask(enterpriseStandingProcedure, by(stage, stage.contact), {});
    expect((await page()).owed).toContainEqual(
      expect.objectContaining({ kind: "seal_certificate", id: at.id, amount: "1234567.89" }),
    );
    const paper = await createEvidence(db(), stage.alliance.id, stage.contact);
    const input = { way: "paper", signatory: "示例厂长", fileId: paper.id };
    expect(await seal({ id: at.id, version: 2 }, stage.contact, input)).toMatchObject({
      value: { state: "sealed" },
    });
    const after = await page();
    expect(after.owed.filter(({ id }) => id === at.id)).toEqual([]);
    expect(after.evidence).toContainEqual(
      expect.objectContaining({ kind: "certificate", id: at.id, paper: "示例厂长" }),
    );
    expect(await ask(getCertificateQuery, by(stage, stage.reporter), { id: at.id })).toMatchObject({
      total: "1234567.89",
      left: { benefit: "123.46", output: "120.00" },
      file: { id: paper.id },
      may: { change: false, ask: false, seal: false, withdraw: false },
    });
  });

  test.each(["reporter", "leader", "secretariat", "rivalContact"] as const)(
    "never sealed by another: %s",
    async (who) => {
      const at = await asked(stage, another());
      await expect(seal(at, stage[who])).rejects.toMatchObject({
        code: who === "rivalContact" ? "not-found" : "forbidden",
      });
      expect(await kept(at.id)).toMatchObject({ state: "asked", version: 2 });
    },
  );

  test("a contact who also belongs to the member that claims does not seal, by the database too", async () => {
    const at = await asked(stage, another());
    const both = await createActor(db(), "enterprise_contact", {
      allianceId: stage.alliance.id,
      organizationId: stage.company.id,
    });
    const role = "reporter" as const;
    const place = { allianceId: stage.alliance.id, organizationId: stage.school.id };
    await db().roleGrant.create({
      data: { ...place, userId: both.userId ?? "", role, validFrom: new Date("2020-01-01") },
    });
    const actor = { ...both, roles: [...both.roles, { role, ...place }] };
    expect(await seal(at, actor)).toMatchObject({ reason: "certificate-own-claim" });
    const sealBy = (by: string | null) => db().$executeRaw`
      UPDATE benefit_certificates SET state = 'sealed', signatory = '示例', sealed_by_id = ${by}::uuid, sealed_at = now()
      WHERE id = ${at.id}::uuid`;
    await expect(sealBy(both.userId)).rejects.toThrow("who claims the result does not seal");
    await expect(sealBy(stage.secretariat.userId)).rejects.toThrow("only the enterprise seals");
  });

  test("a paper must be the sealer's own, and a sealed paper must be there", async () => {
    const at = await asked(stage, another());
    const paper = await createEvidence(db(), stage.alliance.id, stage.reporter);
    const input = { way: "paper", signatory: "示例" };
    expect(await seal(at, stage.contact, { ...input, fileId: paper.id })).toMatchObject({
      reason: "file-not-yours",
    });
    await expect(seal(at, stage.contact, input)).rejects.toMatchObject({ code: "malformed" });
  });
});

describe("one sealed certificate of an enterprise, year and project", () => {
  test("the second is refused; another project is another certificate", async () => {
    const of = another();
    await sealed(stage, of);
    const second = await asked(stage, of);
    expect(await seal(second)).toMatchObject({ reason: "certificate-sealed-already" });
    const project = await createProjectWithParties(db(), {
      allianceId: stage.alliance.id,
      organizationIds: [stage.school.id, stage.company.id],
      state: "running",
      codeYear: 2025,
      codeNumber: year,
      registeredAt: new Date("2025-01-15"),
    });
    expect(await seal(await asked(stage, { ...of, projectId: project.id }))).toMatchObject({
      ok: true,
    });
  });
  test("two at once: one is sealed", async () => {
    const of = another();
    const both = [await asked(stage, of), await asked(stage, of)];
    const results = await Promise.all(both.map((at) => seal(at)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });
  test("sent twice the second is told; a stale form is stale; withdrawn makes room", async () => {
    const of = another();
    const at = await asked(stage, of);
    await expect(seal({ ...at, version: 9 })).rejects.toMatchObject({ code: "stale" });
    expect(await seal(at)).toMatchObject({ ok: true });
    expect(await seal(at)).toMatchObject({ reason: "certificate-wrong-state" });
    expect(await withdraw({ ...at, version: 3 })).toMatchObject({ value: { state: "withdrawn" } });
    expect(await seal(await asked(stage, of))).toMatchObject({ ok: true });
  });
});

describe("who prepares and who takes back", () => {
  test("what is sealed only the enterprise withdraws; what waits also who prepared it", async () => {
    const of = another();
    const at = { ...(await sealed(stage, of)) };
    await expect(withdraw(at, stage.secretariat)).rejects.toMatchObject({ code: "forbidden" });
    await expect(withdraw(at, stage.reporter)).rejects.toMatchObject({ code: "forbidden" });
    expect(await withdraw(at)).toMatchObject({ ok: true });
    expect(await withdraw(await asked(stage, of), stage.reporter)).toMatchObject({ ok: true });
  });
  test("only for an enterprise and members of today, for years that have come", async () => {
    another();
    const on = (more: object) => draft(stage.secretariat, { year, ...more });
    expect(await on({ enterpriseId: stage.other.id })).toMatchObject({
      reason: "certificate-not-an-enterprise",
    });
    expect(await on({ claimantId: stage.company.id })).toMatchObject({
      reason: "certificate-own-claimant",
    });
    expect(await on({ year: 2099 })).toMatchObject({ reason: "certificate-year-ahead" });
    await expect(on({ outputIncrease: undefined, taxes: undefined })).rejects.toMatchObject({
      code: "malformed",
    });
    const gone = await db().organization.create({
      data: { name: "示例外企业", kind: "enterprise", pinyin: "x", searchText: "x" },
    });
    expect(await on({ enterpriseId: gone.id })).toMatchObject({
      reason: "certificate-not-a-member",
    });
    await expect(draft(stage.rivalContact)).rejects.toMatchObject({ code: "forbidden" });
    await expect(draft(stage.delegate)).rejects.toMatchObject({ code: "forbidden" });
  });
  test("an enterprise without a contact is not asked", async () => {
    const { id, version } = await drafted(stage, { ...another(), enterpriseId: stage.rival.id });
    await db().user.update({
      where: { id: stage.rivalContact.userId ?? "" },
      data: { disabledAt: new Date() },
    });
    const refused = await perform(askCertificateCommand, by(stage, stage.secretariat), {
      id,
      version,
    });
    expect(refused).toMatchObject({ reason: "certificate-no-contact" });
  });
  test("A-01 private: other members, delegates and other alliances do not know of it", async () => {
    const at = await sealed(stage, another());
    const get = (actor: Actor) => ask(getCertificateQuery, by(stage, actor), { id: at.id });
    await expect(get(stage.otherReporter)).rejects.toMatchObject({ code: "not-found" });
    await expect(get(stage.delegate)).rejects.toMatchObject({ code: "forbidden" });
    expect((await ask(listCertificatesQuery, by(stage, stage.otherReporter), {})).total).toBe(0);
    const mine = await ask(listCertificatesQuery, by(stage, stage.reporter), {
      usableBy: stage.school.id,
      year: String(year),
    });
    expect(mine.items.map(({ id }) => id)).toEqual([at.id]);
    const alien = await createAlliance(db());
    const stranger = await createActor(db(), "secretariat", { allianceId: alien.id });
    await expect(
      ask(getCertificateQuery, { actor: stranger, tenant: alien.slug }, { id: at.id }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("every illegal edge", () => {
  const inState: Record<CertificateState, (of: object) => Promise<At>> = {
    draft: (of) => drafted(stage, of),
    asked: (of) => asked(stage, of),
    sealed: (of) => sealed(stage, of),
    withdrawn: async (of) => {
      const at = await asked(stage, of);
      await withdraw(at);
      return { ...at, version: 3 };
    },
  };
  const illegal = certificateStates.flatMap((state) =>
    certificateSteps.flatMap((step) => (stateAfter(state, step) ? [] : [[state, step] as const])),
  );
  test.each(illegal)("%s refuses to %s, and nothing changes", async (state, step) => {
    const of = another();
    const at = await inState[state](of);
    const office = by(stage, stage.secretariat);
    const tried = {
      change: () =>
        perform(changeCertificateCommand, office, { ...contentOf(stage, of), ...at } as never),
      ask: () => perform(askCertificateCommand, office, at),
      seal: () => seal(at),
      withdraw: () => withdraw(at),
    };
    expect(await tried[step]()).toMatchObject({ ok: false, reason: "certificate-wrong-state" });
    expect(await kept(at.id)).toMatchObject({ state, version: at.version });
  });
  test("a draft changes; what was put before the enterprise stays as it was read", async () => {
    const of = another();
    const at = await drafted(stage, of);
    const input = { ...contentOf(stage, { ...of, taxes: "5" }), ...at };
    expect(
      await perform(changeCertificateCommand, by(stage, stage.reporter), input as never),
    ).toMatchObject({ value: { version: 2, state: "draft" } });
    expect((await kept(at.id)).taxes?.toFixed(2)).toBe("5.00");
    const { id } = await asked(stage, of);
    await expect(
      db().$executeRaw`UPDATE benefit_certificates SET taxes = 6 WHERE id = ${id}::uuid`,
    ).rejects.toThrow("immutable: a certificate that was put before the enterprise");
    await expect(
      db().$executeRaw`DELETE FROM benefit_certificates WHERE id = ${id}::uuid`,
    ).rejects.toThrow("immutable: a certificate is withdrawn, never deleted");
    await expect(
      db().$executeRaw`UPDATE benefit_certificates SET state = 'draft' WHERE id = ${id}::uuid`,
    ).rejects.toThrow("guard: certificate asked");
  });
});
