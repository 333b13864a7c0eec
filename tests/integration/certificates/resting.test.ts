import { beforeAll, describe, expect, test } from "vitest";
import { withdrawCertificateCommand } from "@/lib/features/certificates/procedures";
import {
  applyCorrectionCommand,
  endorseCorrectionCommand,
  requestCorrectionCommand,
} from "@/lib/features/corrections/procedures";
import {
  amendOutcomeProcedure,
  getOutcomeProcedure,
  reportOutcomeProcedure,
  verifyOutcomeProcedure,
} from "@/lib/features/outcomes/procedures/records";
import { approveCommand, listDeskQuery } from "@/lib/features/verification/procedures/desk";
import type { Actor } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createActor } from "../../support/actors";
import { useDatabase } from "../../support/database";
import { createEvidence } from "../outcomes/support";
import { asked, by, type CertificateStage, createCertificateStage, sealed } from "./support";

const { db } = useDatabase();
let stage: CertificateStage;
let year = 1990;
let second: Actor;
let third: Actor;
beforeAll(async () => {
  stage = await createCertificateStage(db());
  const office = () => createActor(db(), "secretariat", { allianceId: stage.alliance.id });
  [second, third] = [await office(), await office()];
});

/** A sealed certificate of a year of its own: 123.46 万元, of which 120 are new output. */
async function ground(more: object = {}) {
  year += 1;
  return (await sealed(stage, { year, ...more })).id;
}
const report = (more: object, actor = stage.reporter) =>
  perform(reportOutcomeProcedure, by(stage, actor), {
    organizationId: stage.school.id,
    metricCode: "M29",
    title: "示例经济效益",
    occurredOn: `${year}-06-30`,
    quantity: "100",
    ...more,
  } as never);
async function reported(certificateId: string, more: object = {}) {
  const result = await report({ certificateId, ...more });
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}
const verify = ({ id, version }: { id: string; version: number }) =>
  perform(verifyOutcomeProcedure, by(stage, stage.secretariat), {
    id,
    version,
    // Years of long ago lie outside any membership; that is not what these tests are about.
    passOver: "示例",
  });
const withdraw = (id: string) =>
  perform(withdrawCertificateCommand, by(stage, stage.contact), {
    id,
    version: 3,
    reason: "示例：企业重新测算",
  });
const get = (id: string, actor = stage.reporter) =>
  ask(getOutcomeProcedure, by(stage, actor), { id });
const findings = (recordId: string) =>
  db().outcomeFinding.findMany({
    where: { recordId, kind: { in: ["benefit_uncertified", "evidence_missing"] } },
    select: { kind: true, strength: true },
  });

describe("S000-22 what counts is what the enterprise sealed", () => {
  test("a result on a certificate needs no other paper, is known by the enterprise and has no finding", async () => {
    const certificateId = await ground();
    const { id, version } = await reported(certificateId);
    expect(await get(id)).toMatchObject({
      naturalKey: `${stage.company.name} · ${year}`,
      certificate: { id: certificateId, state: "sealed", enterpriseName: stage.company.name },
      file: null,
    });
    expect(await findings(id)).toEqual([]);
    expect(await verify({ id, version })).toMatchObject({ ok: true });
    // Others read the number, and nothing of the certificate.
    expect((await get(id, stage.delegate)).certificate).toBeNull();
  });

  test("without one it stays as it is, and the desk is told 企业测算，未附效益证明", async () => {
    year += 1;
    const { id: fileId } = await createEvidence(db(), stage.alliance.id, stage.reporter);
    const result = await report({ fileId, naturalKey: "示例别家企业" });
    if (!result.ok) throw new Error(result.reason);
    expect(await findings(result.value.id)).toEqual([
      { kind: "benefit_uncertified", strength: "info" },
    ]);
    expect(await verify(result.value)).toMatchObject({ ok: true });
    expect(await report({ naturalKey: "示例无据企业" })).toMatchObject({
      reason: "evidence-missing",
    });
  });

  test("it agrees in enterprise, year, member and amount", async () => {
    const certificateId = await ground();
    const tried = async (more: object, actor?: Actor) =>
      (await report({ certificateId, ...more }, actor)) as { reason?: string };
    expect(await tried({ quantity: "123.47" })).toMatchObject({ reason: "certificate-exceeded" });
    expect(await tried({ occurredOn: `${year - 1}-06-30` })).toMatchObject({
      reason: "certificate-other-year",
    });
    expect(await tried({ naturalKey: "示例别家企业" })).toMatchObject({
      reason: "certificate-other-enterprise",
    });
    expect(await tried({ metricCode: "M28", naturalKey: "HT-1", parties: "甲、乙" })).toMatchObject(
      {
        reason: "certificate-other-metric",
      },
    );
    expect(await tried({ metricCode: "M30", quantity: "120.01" })).toMatchObject({
      reason: "certificate-exceeded",
    });
    await expect(
      tried({ organizationId: stage.other.id }, stage.otherReporter),
    ).rejects.toMatchObject({ code: "not-found" });
    const waiting = await asked(stage, { year });
    expect(await tried({ certificateId: waiting.id })).toMatchObject({
      reason: "certificate-not-sealed",
    });
    // The enterprise itself, which the certificate names first.
    const own = { organizationId: stage.company.id, quantity: "123.46" };
    expect(await tried(own, stage.contact)).toMatchObject({ ok: true });
  });

  test("the sum of what rests on it stays within it: a continuation takes what is left", async () => {
    const certificateId = await ground();
    const first = await reported(certificateId);
    const on = { certificateId, followsId: first.id, follow: "continuation" };
    expect(await report({ ...on, quantity: "23.47" })).toMatchObject({
      reason: "certificate-exceeded",
    });
    expect(await report({ ...on, quantity: "23.46" })).toMatchObject({ ok: true });
    // New output is another metric of the same paper.
    expect(await report({ certificateId, metricCode: "M30", quantity: "120" })).toMatchObject({
      ok: true,
    });
  });

  test("two at once: only as much as was sealed", async () => {
    const certificateId = await ground();
    const tries = ["一", "二"].map((word) =>
      report({ certificateId, title: `示例同时 ${word}`, quantity: "70" }),
    );
    const results = await Promise.all(tries);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const sum = await db().outcomeRecord.aggregate({
      where: { certificateId },
      _sum: { quantity: true },
    });
    expect(sum._sum.quantity?.toFixed(2)).toBe("70.00");
  });

  test("the database holds it too, also against a returned result that grows", async () => {
    const certificateId = await ground();
    const { id } = await reported(certificateId);
    const said = "the certificate says otherwise";
    await expect(
      db().$executeRaw`UPDATE outcome_records SET quantity = 200 WHERE id = ${id}::uuid`,
    ).rejects.toThrow(said);
    await expect(
      db().$executeRaw`UPDATE outcome_records SET year = 1980 WHERE id = ${id}::uuid`,
    ).rejects.toThrow(said);
    await expect(
      db().$executeRaw`UPDATE outcome_records SET metric_code = 'M28' WHERE id = ${id}::uuid`,
    ).rejects.toThrow(said);
    await db().outcomeRecord.update({
      where: { id },
      data: { state: "returned", returnReason: "示例", version: 2 },
    });
    const again = (quantity: string) =>
      perform(amendOutcomeProcedure, by(stage, stage.reporter), {
        id,
        version: 2,
        title: "示例经济效益",
        occurredOn: `${year}-06-30`,
        quantity,
        certificateId,
      } as never);
    expect(await again("130")).toMatchObject({ reason: "certificate-exceeded" });
    expect(await again("120")).toMatchObject({ ok: true });
    expect(await verify({ id, version: 3 })).toMatchObject({ ok: true });
    await expect(
      db().$executeRaw`UPDATE outcome_records SET certificate_id = NULL WHERE id = ${id}::uuid`,
    ).rejects.toThrow("keeps its certificate");
  });
});

describe("behaviour 4.4 Value approved, evidence later expired or withdrawn", () => {
  test("a withdrawn certificate: the value stays, the record says so and lies on the desk", async () => {
    const certificateId = await ground();
    const { id, version } = await reported(certificateId);
    await verify({ id, version });
    expect(await withdraw(certificateId)).toMatchObject({ ok: true });
    expect(await get(id)).toMatchObject({
      quantity: "100.00",
      state: "verified",
      evidenceGone: { kind: "withdrawn", reason: "示例：企业重新测算" },
    });
    const gone = await ask(listDeskQuery, by(stage, second), { step: "gone" });
    expect(gone.items.map((row) => row.id)).toContain(id);
    expect(
      await perform(approveCommand, by(stage, second), { items: [{ id, version: 2 }] }),
    ).toMatchObject({ reason: "evidence-gone" });
  });
  test("what waits is not verified on a withdrawn certificate", async () => {
    const certificateId = await ground();
    const at = await reported(certificateId);
    await withdraw(certificateId);
    expect(await verify(at)).toMatchObject({ reason: "evidence-gone" });
  });
  test("a correction stays within the certificate too; of a withdrawn one it is free", async () => {
    const certificateId = await ground();
    const at = await reported(certificateId);
    await verify(at);
    const { id: fileId } = await createEvidence(db(), stage.alliance.id, stage.reporter);
    const request = (quantity: string, evidenceId?: string) =>
      perform(requestCorrectionCommand, by(stage, stage.reporter), {
        recordId: at.id,
        recordVersion: 2,
        reasonCode: "clerical",
        reason: "示例：数字写错",
        quantity,
        fileIds: [fileId],
        ...(evidenceId && { evidenceId }),
      } as never);
    expect(await request("124")).toMatchObject({ reason: "certificate-exceeded" });
    await withdraw(certificateId);
    const asking = await request("90", fileId);
    if (!asking.ok) throw new Error(asking.reason);
    const { id } = asking.value;
    await perform(endorseCorrectionCommand, by(stage, second), { id, version: 1 });
    expect(
      await perform(applyCorrectionCommand, by(stage, third), { id, version: 2 }),
    ).toMatchObject({ ok: true });
    // Another paper takes its place, and the record leaves the desk.
    expect(await get(at.id)).toMatchObject({
      quantity: "90.00",
      certificate: null,
      evidenceGone: null,
    });
  });
});
