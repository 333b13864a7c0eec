import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { listFiguresProcedure } from "@/lib/features/metrics/procedures";
import { type Actor, anonymous } from "@/lib/platform/auth/actor";
import { ask } from "@/lib/platform/corridor/faces";
import { createAlliance } from "@/prisma/seed/factories/basics";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";

const { db } = useDatabase();

async function figureOf(allianceId: string | null): Promise<string> {
  const key = `test/${randomUUID()}`;
  await db().metricValue.create({
    data: {
      key,
      allianceId,
      subjectZh: "示例联盟",
      subjectEn: "Sample alliance",
      labelZh: "成员",
      labelEn: "Members",
      value: "7",
      unitZh: "家",
      unitEn: "members",
      qualifier: "exact",
      state: "published",
      source: "示例",
      sortOrder: 1,
    },
  });
  return key;
}

test("A-13 figures do not give away an alliance that the reader may not know of", async () => {
  const hidden = await createAlliance(db(), { publishedAt: null });
  const later = await createAlliance(db(), { publishedAt: new Date("2199-01-01T00:00:00Z") });
  const shown = await createAlliance(db());
  const secret = [await figureOf(hidden.id), await figureOf(later.id)];
  const open = [await figureOf(shown.id), await figureOf(null)];
  const keysFor = async (actor: Actor, input: { alliance?: string } = {}) =>
    (await ask(listFiguresProcedure, { actor }, input)).items.map((item) => item.key).toSorted();

  expect(await keysFor(anonymous)).toEqual(open.toSorted());
  expect(await keysFor(anonymous, { alliance: hidden.slug })).toEqual([]);
  const stranger = await createActor(db(), "secretariat", { allianceId: shown.id });
  expect(await keysFor(stranger)).toEqual(open.toSorted());
  const own = await createActor(db(), "observer", { allianceId: hidden.id });
  expect(await keysFor(own, { alliance: hidden.slug })).toEqual(secret.slice(0, 1));
  const administrator = await createActor(db(), "platform_admin");
  expect(await keysFor(administrator)).toEqual([...open, ...secret].toSorted());
});
