import { beforeAll, expect, test } from "vitest";
import {
  askCertificateCommand,
  draftCertificateCommand,
  sealCertificateCommand,
} from "@/lib/features/certificates/procedures";
import { moveCertificates } from "@/lib/features/organizations/commands/move-certificates";
import type { Actor } from "@/lib/platform/auth/actor";
import { perform } from "@/lib/platform/corridor/faces";
import { inTransaction } from "@/lib/platform/db/transaction";
import { useDatabase } from "../../support/database";
import {
  asked,
  by,
  type CertificateStage,
  contentOf,
  createCertificateStage,
  declared,
  sealed,
} from "./support";

const { db } = useDatabase();
let stage: CertificateStage;
beforeAll(async () => {
  stage = await createCertificateStage(db());
});

async function merge(survivor: string, absorbed: string) {
  await db().organization.update({
    where: { id: absorbed },
    data: { status: "merged", mergedIntoId: survivor, creditCode: null },
  });
  await inTransaction((tx) => moveCertificates(tx, survivor, absorbed));
}
const kept = (id: string) => db().benefitCertificate.findUniqueOrThrow({ where: { id } });

async function sealedByRival(contact: Actor, more: object) {
  const made = await perform(
    draftCertificateCommand,
    by(stage, contact),
    contentOf(stage, { enterpriseId: stage.rival.id, ...more }) as never,
  );
  if (!made.ok) throw new Error(made.reason);
  const at = (version: number) => ({ id: made.value.id, version });
  await perform(askCertificateCommand, by(stage, contact), at(1));
  await perform(sealCertificateCommand, by(stage, contact), { ...at(2), ...declared });
  return made.value.id;
}

test("A-32 what both enterprises sealed for one year is sealed once, and the rest goes over", async () => {
  const mine = await sealed(stage, { year: 2021 });
  const other = await sealed(stage, { year: 2022 });
  const waiting = await asked(stage, { year: 2021 });
  const theirs = await sealedByRival(stage.rivalContact, { year: 2021 });
  expect((await kept(theirs)).state).toBe("sealed");
  await merge(stage.rival.id, stage.company.id);
  expect(await kept(mine.id)).toMatchObject({ state: "withdrawn", reason: null });
  expect(await kept(theirs)).toMatchObject({ state: "sealed" });
  expect(await kept(other.id)).toMatchObject({ state: "sealed", enterpriseId: stage.rival.id });
  expect(await kept(waiting.id)).toMatchObject({ state: "asked", enterpriseId: stage.rival.id });
  expect(await db().benefitCertificate.count({ where: { enterpriseId: stage.company.id } })).toBe(
    0,
  );
});

test("a claimant that became the enterprise is none", async () => {
  const theirs = await sealedByRival(stage.rivalContact, { year: 2020 });
  await merge(stage.rival.id, stage.school.id);
  expect(await kept(theirs)).toMatchObject({ state: "sealed", claimantId: null });
});
