import { dateOf } from "@/lib/kernel/dates";
import type { Tx } from "@/lib/platform/db/transaction";
import { at } from "../days";
import { fileId } from "../files";
import { idOf, sha256 } from "../ids";
import { organizationId } from "../organizations";
import { allianceId, userId } from "../people";
import { SUZHOU } from "../suzhou/members";

const alliance = allianceId(SUZHOU);
const supervisor = userId("supervisor@suzhou.example");
const SEED = "示例抽查-2025";
const SAMPLE = idOf("verification-sample", SEED);

/** The first drawn records have their finding; one of them needs a visit, and the last ones wait. */
const findings = ["confirmed", "confirmed", "corrected_down", "confirmed", "needs_visit"] as const;
const notes = { corrected_down: "示例：签到表人数少于填报数", needs_visit: "示例：须到现场看设备" };

/** A sample of what was obtained in 2025, as the portal would draw it from this seed. */
async function writeSample(tx: Tx) {
  const population = await tx.outcomeRecord.findMany({
    where: {
      allianceId: alliance,
      state: { in: ["verified", "published"] },
      occurredOn: { gte: dateOf("2025-01-01"), lte: dateOf("2025-12-31") },
    },
    select: { id: true, version: true, quantity: true },
  });
  const ranked = population
    .map((row) => ({ ...row, digest: sha256(`${SEED}:${row.id}`) }))
    .toSorted((a, b) => (a.digest < b.digest ? -1 : 1))
    .slice(0, 8);
  const drawnAt = at("2026-11-02");
  await tx.verificationSample.create({
    data: {
      id: SAMPLE,
      allianceId: alliance,
      seed: SEED,
      periodFrom: dateOf("2025-01-01"),
      periodTo: dateOf("2025-12-31"),
      percent: 500,
      atLeast: 8,
      population: population.length,
      size: ranked.length,
      threshold: ranked.at(-1)?.digest ?? "",
      drawnById: supervisor,
      drawnAt,
      synthetic: true,
    },
  });
  await tx.verificationSampleItem.createMany({
    data: ranked.map(({ id, version, quantity }, place) => {
      const outcome = findings[place];
      const note = outcome && outcome !== "confirmed" ? notes[outcome] : null;
      return {
        allianceId: alliance,
        sampleId: SAMPLE,
        recordId: id,
        cause: "random" as const,
        recordVersion: version,
        quantity,
        ...(outcome && {
          outcome,
          note,
          foundById: supervisor,
          foundAt: at("2026-11-09"),
          version: 2,
        }),
      };
    }),
  });
}

/** One visit to a training of a member, with the results that it was about. */
async function writeVisit(tx: Tx) {
  const of = { allianceId: alliance, organizationId: organizationId("college-01") };
  const records = await tx.outcomeRecord.findMany({
    where: { ...of, metricCode: "M40", state: { in: ["verified", "published"] } },
    orderBy: { id: "asc" },
    take: 2,
    select: { id: true },
  });
  const { id } = await tx.siteVisit.create({
    data: {
      ...of,
      id: idOf("site-visit", "college-01/2026-10-20"),
      visitedOn: dateOf("2026-10-20"),
      place: "示例实训中心二层",
      visitors: "示例监事、示例秘书",
      findings: "示例：查看两期培训的签到表与结业名册，人数与填报一致；设备台账编号与现场相符。",
      recordedById: supervisor,
      recordedAt: at("2026-10-21"),
      synthetic: true,
    },
    select: { id: true },
  });
  await tx.siteVisitRecord.createMany({
    data: records.map((record) => ({ allianceId: alliance, visitId: id, recordId: record.id })),
  });
}

/** A sample, a visit, and a paper that its issuer withdrew: the value stays and says so. */
export async function writeVerification(tx: Tx) {
  await writeSample(tx);
  await writeVisit(tx);
  await tx.evidenceEnd.create({
    data: {
      allianceId: alliance,
      fileId: fileId(SUZHOU, "competition-2024"),
      kind: "withdrawn",
      endsOn: dateOf("2026-09-30"),
      reason: "示例：主办单位撤回了 2024 年赛事证明，待换发",
      endedById: userId("secretariat@suzhou.example"),
      endedAt: at("2026-09-30"),
    },
  });
}
