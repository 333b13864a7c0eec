import { beforeAll, describe, expect, test } from "vitest";
import { moveCertificates } from "@/lib/features/organizations/commands/move-certificates";
import {
  amendOutcomeProcedure,
  getOutcomeProcedure,
  lookUpOutcomeProcedure,
  reportOutcomeProcedure,
  returnOutcomeProcedure,
  verifyOutcomeProcedure,
} from "@/lib/features/outcomes/procedures/records";
import type { Actor } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { inTransaction } from "@/lib/platform/db/transaction";
import { createProjectWithParties } from "@/prisma/seed/factories/projects";
import { useDatabase } from "../../support/database";
import { refusedFor } from "../corrections/support";
import { createEvidence } from "../outcomes/support";
import { by, type CertificateStage, createCertificateStage, sealed } from "./support";

const { db } = useDatabase();
let stage: CertificateStage;
let year = 1990;
let number = 0;
beforeAll(async () => {
  stage = await createCertificateStage(db());
});

async function project(): Promise<string> {
  number += 1;
  const made = await createProjectWithParties(db(), {
    allianceId: stage.alliance.id,
    organizationIds: [stage.school.id, stage.company.id],
    state: "running",
    codeYear: 2025,
    codeNumber: number,
    registeredAt: new Date("2025-01-15"),
  });
  return made.id;
}
/** Certificates of one enterprise and one new year: for each of these projects, or for the year as a whole. */
async function grounds(...projects: (string | undefined)[]) {
  year += 1;
  const made = [];
  for (const projectId of projects) {
    made.push((await sealed(stage, { year, ...(projectId && { projectId }) })).id);
  }
  return made;
}
const report = (more: object, actor: Actor = stage.reporter) =>
  perform(reportOutcomeProcedure, by(stage, actor), {
    organizationId: stage.school.id,
    metricCode: "M29",
    title: "示例经济效益",
    occurredOn: `${year}-06-30`,
    quantity: "50",
    ...more,
  } as never);
async function reported(more: object) {
  const result = await report(more);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}
const kept = (id: string) => db().outcomeRecord.findUniqueOrThrow({ where: { id } });

describe("behaviour 4.4 Double counting: benefit certificate = certificate, project and year", () => {
  test("two projects of one enterprise and year are two results, and so is the year as a whole", async () => {
    const [first, second] = [await project(), await project()];
    const [a, b, whole] = await grounds(first, second, undefined);
    for (const metricCode of ["M29", "M30"]) {
      const results = [
        await reported({ metricCode, certificateId: a }),
        await reported({ metricCode, certificateId: b }),
        await reported({ metricCode, certificateId: whole }),
      ];
      const projects = await Promise.all(results.map(async ({ id }) => (await kept(id)).projectId));
      expect(projects).toEqual([first, second, null]);
      expect(await report({ metricCode, certificateId: a, title: "示例再报" })).toMatchObject({
        reason: "duplicate-result",
        details: { id: results[0]?.id },
      });
      expect(await report({ metricCode, certificateId: whole, title: "示例再报" })).toMatchObject({
        reason: "duplicate-result",
        details: { id: results[2]?.id },
      });
    }
  });

  test("two at once for one project: one counts", async () => {
    const [a] = await grounds(await project());
    const both = await Promise.all(
      ["甲", "乙"].map((title) => report({ certificateId: a, title, quantity: "10" })),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: "duplicate-result" });
  });

  test("a result is of the project that its certificate was sealed for, by the database too", async () => {
    const [first, second] = [await project(), await project()];
    const [a] = await grounds(first);
    expect(await report({ certificateId: a, projectId: second })).toMatchObject({
      reason: "certificate-other-project",
    });
    const { id } = await reported({ certificateId: a, projectId: first });
    await expect(
      db()
        .$executeRaw`UPDATE outcome_records SET project_id = ${second}::uuid WHERE id = ${id}::uuid`,
    ).rejects.toThrow("the certificate says otherwise");
    await expect(
      db().$executeRaw`UPDATE outcome_records SET project_id = NULL WHERE id = ${id}::uuid`,
    ).rejects.toThrow("the certificate says otherwise");
  });

  test("new money goes on under the same project only", async () => {
    const [first, second] = [await project(), await project()];
    const [a, b] = await grounds(first, second);
    const begun = await reported({ certificateId: a });
    const going = { followsId: begun.id, follow: "continuation", quantity: "10" };
    expect(await report({ certificateId: b, ...going })).toMatchObject({
      reason: "not-new-money",
    });
    const { chainStep } = await kept(begun.id);
    const refused = await refusedFor(
      db().outcomeRecord.create({
        data: {
          allianceId: stage.alliance.id,
          organizationId: stage.school.id,
          metricCode: "M29",
          title: "示例",
          year,
          occurredOn: new Date(`${year}-07-01T00:00:00Z`),
          quantity: 1,
          naturalKey: `${stage.company.name} · ${year}`,
          projectId: second,
          followsId: begun.id,
          follow: "continuation",
          chainStep: chainStep + 1,
          state: "submitted",
        },
      }),
    );
    expect(refused).toContain("a result goes on");
    expect(await report({ certificateId: a, ...going })).toMatchObject({ ok: true });
  });

  test("a returned result that is moved to another's project is told; its own it keeps", async () => {
    const [first, second] = [await project(), await project()];
    const [a, b] = await grounds(first, second);
    await reported({ certificateId: a });
    const { id, version } = await reported({ certificateId: b });
    await perform(returnOutcomeProcedure, by(stage, stage.secretariat), {
      id,
      version,
      reason: "示例",
    });
    const amend = (certificateId: string | undefined) =>
      perform(amendOutcomeProcedure, by(stage, stage.reporter), {
        id,
        version: 2,
        title: "示例经济效益",
        occurredOn: `${year}-06-30`,
        quantity: "40",
        certificateId,
      } as never);
    expect(await amend(a)).toMatchObject({ reason: "duplicate-result" });
    expect(await amend(b)).toMatchObject({ ok: true });
    expect(await kept(id)).toMatchObject({ projectId: second });
  });

  test("the look-up tells projects apart, and shows the others by the enterprise's name", async () => {
    const [first, second] = [await project(), await project()];
    const [a, b] = await grounds(first, second);
    const { id } = await reported({ certificateId: a });
    const look = (certificateId: string | undefined, actor = stage.reporter) =>
      ask(lookUpOutcomeProcedure, by(stage, actor), {
        organizationId: stage.school.id,
        metricCode: "M29",
        occurredOn: `${year}-06-30`,
        certificateId,
      } as never);
    const same = (await look(a)).found.filter((one) => one.id === id);
    expect(same).toMatchObject([{ exact: true, ways: ["continuation"] }]);
    const other = (await look(b)).found.filter((one) => one.id === id);
    expect(other).toMatchObject([{ exact: false, ways: [] }]);
    await expect(
      ask(lookUpOutcomeProcedure, by(stage, stage.otherReporter), {
        organizationId: stage.other.id,
        metricCode: "M29",
        occurredOn: `${year}-06-30`,
        certificateId: a,
      } as never),
    ).rejects.toMatchObject({ code: "not-found" });
  });

  test("a patent stays one thing, whatever project is named", async () => {
    const [first, second] = [await project(), await project()];
    const { id: fileId } = await createEvidence(db(), stage.alliance.id, stage.reporter);
    const patent = {
      metricCode: "M35",
      naturalKey: "ZL 示例 9",
      quantity: "1",
      fileId,
      occurredOn: "2025-05-01",
    };
    expect(await report({ ...patent, projectId: first })).toMatchObject({ ok: true });
    expect(await report({ ...patent, projectId: second })).toMatchObject({
      reason: "duplicate-result",
    });
  });

  test("A-32 two enterprises that merge keep both projects' certificates and results; verified they stay", async () => {
    const [first, second] = [await project(), await project()];
    const [a] = await grounds(first);
    const [b] = [await sealedByRival(second)];
    const mine = await reported({ certificateId: a });
    const theirs = await reported({ certificateId: b });
    for (const one of [mine, theirs]) {
      const done = await perform(verifyOutcomeProcedure, by(stage, stage.secretariat), {
        ...one,
        passOver: "示例",
      });
      expect(done).toMatchObject({ ok: true });
    }
    await db().organization.update({
      where: { id: stage.rival.id },
      data: { status: "merged", mergedIntoId: stage.company.id, creditCode: null },
    });
    await inTransaction((tx) => moveCertificates(tx, stage.company.id, stage.rival.id));
    const certificates = await db().benefitCertificate.findMany({
      where: { id: { in: [a ?? "", b] } },
    });
    expect(certificates.map(({ state, enterpriseId }) => [state, enterpriseId])).toEqual(
      [1, 2].map(() => ["sealed", stage.company.id]),
    );
    for (const [{ id }, projectId] of [
      [mine, first],
      [theirs, second],
    ] as const) {
      expect(await ask(getOutcomeProcedure, by(stage, stage.reporter), { id })).toMatchObject({
        state: "verified",
        certificate: { state: "sealed" },
        projectId,
      });
    }
  });
});

/** The same year for the other enterprise. */
async function sealedByRival(projectId: string): Promise<string> {
  const of = { year, projectId, enterpriseId: stage.rival.id };
  return (await sealed({ ...stage, contact: stage.rivalContact }, of)).id;
}
