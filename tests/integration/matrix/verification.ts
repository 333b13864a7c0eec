import { randomUUID } from "node:crypto";
import { dateOf } from "@/lib/kernel/dates";
import { approved } from "./corrections";
import { createResult } from "./home";
import { about, type Fixture, none, type Site } from "./kit";

const published = async (site: Site) => {
  const { id } = await approved(site);
  return site.db.outcomeRecord.update({
    where: { id },
    data: { state: "published", approvedById: randomUUID(), approvedAt: new Date(), version: 2 },
  });
};

const withPaper = async (site: Site) => {
  const { id } = await approved(site);
  const record = await site.db.outcomeRecord.findUniqueOrThrow({ where: { id } });
  if (!record.fileId) throw new Error("the result of the matrix has a paper");
  return { id };
};

const drawn = async (site: Site) => {
  const record = await approved(site);
  const of = { allianceId: site.home.alliance.id };
  const { id } = await site.db.verificationSample.create({
    data: {
      ...of,
      seed: randomUUID(),
      periodFrom: dateOf("2026-01-01"),
      periodTo: dateOf("2026-12-31"),
      percent: 1000,
      atLeast: 1,
      population: 1,
      size: 1,
      threshold: "f".repeat(64),
      drawnById: randomUUID(),
    },
  });
  await site.db.verificationSampleItem.create({
    data: {
      ...of,
      sampleId: id,
      recordId: record.id,
      cause: "random",
      recordVersion: record.version,
      quantity: record.quantity,
    },
  });
  return { id, recordId: record.id };
};
const found = async (site: Site) => {
  const { id, recordId } = await drawn(site);
  await site.db.verificationSampleItem.updateMany({
    where: { sampleId: id, recordId },
    data: { outcome: "confirmed", foundById: randomUUID(), foundAt: new Date(), version: 2 },
  });
  return { id, version: 1 };
};

export const verification: Record<string, Fixture> = {
  "verification.list": none,
  "verification.export": none,
  "verification.get": about("id", ({ db, home, organizationId }) =>
    createResult(db, home, organizationId, "submitted"),
  ),
  "verification.approve": {
    input: async (site) => {
      const { id, version } = await approved(site);
      return { items: [{ id, version }] };
    },
  },
  "verification.takeBack": about("id", published, { version: 2, reason: "示例" }),
  "verification.endEvidence": about("id", withPaper, {
    kind: "expired",
    endsOn: "2026-12-31",
    reason: "示例",
  }),
  "samples.list": none,
  "samples.export": none,
  "samples.get": about("id", drawn),
  "samples.draw": {
    input: async (site) => {
      await approved(site);
      return { periodFrom: "2020-01-01", periodTo: "2099-12-31", percent: 10, atLeast: 1 };
    },
  },
  "samples.find": {
    ids: ["id", "recordId"],
    input: async (site) => ({ ...(await drawn(site)), version: 1, outcome: "confirmed" }),
  },
  "samples.close": about("id", found, { version: 1 }),
  "visits.list": none,
  "visits.export": none,
  "visits.record": {
    ids: ["organizationId"],
    input: ({ organizationId }) => ({
      organizationId,
      visitedOn: "2026-03-01",
      place: "示例地点",
      visitors: "示例人员",
      findings: "示例",
    }),
  },
};
