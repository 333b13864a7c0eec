import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import {
  exportCorrectionsQuery,
  listCorrectionsQuery,
} from "@/lib/features/corrections/procedures";
import {
  exportCoClaimsQuery,
  proposeCoClaimProcedure,
} from "@/lib/features/outcomes/procedures/co-claims";
import {
  exportOutcomesQuery,
  listOutcomesProcedure,
  reportOutcomeProcedure,
} from "@/lib/features/outcomes/procedures/records";
import {
  agreeTargetCommand,
  exportTargetsQuery,
  listTargetsQuery,
  setTargetCommand,
} from "@/lib/features/targets/procedures";
import type { Actor } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { type Court, createCourt, requested, verified } from "../corrections/support";
import { createEvidence } from "./support";

const { db } = useDatabase();
let court: Court;
let outsider: Actor;

beforeAll(async () => {
  court = await createCourt(db());
  outsider = await createActor(db(), "enterprise_contact", {
    allianceId: court.alliance.id,
    organizationId: court.other.id,
  });
});

describe("whose rows a member takes away", () => {
  test("of results those it reported, where the screen shows those of all that are approved", async () => {
    const { id } = await verified(court);
    const seen = await ask(listOutcomesProcedure, court.by(outsider), { pageSize: 100 });
    expect(seen.items.map((row) => row.id)).toContain(id);
    expect(await ask(exportOutcomesQuery, court.by(outsider), {})).toMatchObject({ items: [] });
    const own = await ask(exportOutcomesQuery, court.by(court.reporter), {});
    expect(own.items.map((row) => row.id)).toContain(id);
  });

  test("a co-claim is either side's", async () => {
    const key = `ZL ${randomUUID()}`;
    const paper = await createEvidence(db(), court.alliance.id, court.reporter);
    const reported = await perform(reportOutcomeProcedure, court.by(court.reporter), {
      organizationId: court.school.id,
      metricCode: "M35",
      title: `示例专利 ${key}`,
      occurredOn: "2026-05-01",
      quantity: "1",
      naturalKey: key,
      fileId: paper.id,
    });
    if (!reported.ok) throw new Error(reported.reason);
    const claimed = await perform(proposeCoClaimProcedure, court.by(court.otherReporter), {
      id: reported.value.id,
      organizationId: court.other.id,
      share: "33.33",
      note: "示例：本校为第二专利权人",
      key,
    });
    expect(claimed).toMatchObject({ ok: true });
    const sides = await Promise.all([
      ask(exportCoClaimsQuery, court.by(court.reporter), {}),
      ask(exportCoClaimsQuery, court.by(court.otherReporter), { box: "own" }),
      ask(exportCoClaimsQuery, court.by(court.supervisor), { box: "own" }),
    ]);
    for (const { items } of sides) expect(items).toMatchObject([{ naturalKey: key }]);
  });

  test("a correction is its record's organization's", async () => {
    const { id } = await requested(court, await verified(court));
    for (const query of [listCorrectionsQuery, exportCorrectionsQuery]) {
      const [own, others] = await Promise.all([
        ask(query, court.by(court.reporter), {}),
        ask(query, court.by(outsider), {}),
      ]);
      expect(own.items.map((row) => row.id)).toContain(id);
      expect(others.items).toEqual([]);
    }
  });

  test("of targets its own, and not the alliance's that it sees", async () => {
    const chair = await createActor(db(), "chair", { allianceId: court.alliance.id });
    for (const whose of [{}, { organizationId: court.other.id }]) {
      const number = { metricCode: "M41", year: 2031, value: "20", basis: "示例", ...whose };
      const set = await perform(setTargetCommand, court.by(court.secretariat), number);
      if (!set.ok) throw new Error(set.reason);
      const at = { targetId: set.value.id, version: set.value.version };
      expect(await perform(agreeTargetCommand, court.by(chair), at)).toMatchObject({ ok: true });
    }
    const seen = await ask(listTargetsQuery, court.by(outsider), {});
    expect(seen.total).toBe(2);
    const own = await ask(exportTargetsQuery, court.by(outsider), {});
    expect(own.items).toMatchObject([{ organization: { id: court.other.id } }]);
  });
});
