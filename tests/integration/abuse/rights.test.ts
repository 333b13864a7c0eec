import { expect, test } from "vitest";
import {
  activateRulesCommand,
  dateDraftCommand,
  proposeRulesCommand,
} from "@/lib/features/bodies/procedures/rule-sets";
import { addDays, dayIn } from "@/lib/kernel/dates";
import { perform } from "@/lib/platform/corridor/faces";
import { createAlliance } from "@/prisma/seed/factories/basics";
import { createCouncil } from "@/prisma/seed/factories/governance";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";

const { db } = useDatabase();

test("I-15 A-31 whoever wrote last in somebody else's draft of rules does not put it in force", async () => {
  const { id: allianceId, slug: tenant } = await createAlliance(db());
  const first = await createActor(db(), "secretariat", { allianceId });
  const second = await createActor(db(), "secretariat", { allianceId });
  const { body } = await createCouncil(db(), { allianceId });
  const tomorrow = addDays(dayIn(new Date(), "Asia/Shanghai"), 1);
  const draft = await perform(
    proposeRulesCommand,
    { actor: first, tenant },
    { bodyId: body.id, source: "foundation", validFrom: tomorrow, articleRef: "示例章程 第十八条" },
  );
  if (!draft.ok) throw new Error(draft.reason);
  const draftId = draft.value.id;
  const moved = await perform(
    dateDraftCommand,
    { actor: second, tenant },
    { draftId, version: 1, validFrom: addDays(tomorrow, 1) },
  );
  expect(moved.ok).toBe(true);
  const activate = (actor: typeof first) =>
    perform(activateRulesCommand, { actor, tenant }, { draftId, version: 2 });
  expect(await activate(second)).toMatchObject({ ok: false, reason: "rules-own-draft" });
  expect(await activate(first)).toMatchObject({ ok: true });
});

test("A-10 what was proposed is what is approved: the row does not change in between", async () => {
  const { id: allianceId } = await createAlliance(db());
  const proposer = await createActor(db(), "secretariat", { allianceId });
  const holder = await createActor(db(), "observer", { allianceId });
  const { id } = await db().roleProposal.create({
    data: {
      userId: holder.userId ?? "",
      role: "supervisor",
      allianceId,
      reason: "示例",
      proposedById: proposer.userId ?? "",
    },
  });
  const other = await createAlliance(db());
  for (const data of [{ role: "secretariat" as const }, { allianceId: other.id }])
    await expect(db().roleProposal.update({ where: { id }, data })).rejects.toThrow();
});
