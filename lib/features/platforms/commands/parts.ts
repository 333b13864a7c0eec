import type { z } from "zod";
import { dateOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import { mayRecognise } from "../policy";
import { known, openForEdit, openPlatform } from "../queries/facts";
import { standingWhere } from "../queries/standing";
import { sourceNames, templateParts } from "../rules/template";
import type {
  addEquipmentInput,
  recognisePlatformInput,
  retireEquipmentInput,
  setLadderInput,
  updateComponentInput,
  useTemplateInput,
} from "../schema/platforms";
import { type Changed, raise } from "./write";

const note = (
  scope: TenantScope,
  action: `platform.${string}`,
  subjectId: string,
  details: Record<string, string | number | null>,
) => scope.audit({ action, subjectType: "platform", subjectId, details });

/** A recognition at a level. The latest one is the level that counts, whatever the order in which they are entered. */
export async function recognisePlatform(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof recognisePlatformInput>,
): Promise<Result<Changed, "day-in-future" | "platform-recognised-that-day" | "wrong-state">> {
  const platform = await openPlatform(tx, scope, input);
  if (!mayRecognise(scope, platform.state)) return refuse("wrong-state");
  const { level, recognisedOn, approver, documentNo, fileId } = input;
  if (recognisedOn > scope.today) return refuse("day-in-future");
  await known(tx, scope, { fileId });
  const { count } = await tx.platformRecognition.createMany({
    data: [
      {
        allianceId: scope.alliance.id,
        platformId: platform.id,
        level,
        recognisedOn: dateOf(recognisedOn),
        approver,
        documentNo: documentNo ?? null,
        fileId: fileId ?? null,
        recordedById: scope.actor.userId,
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) return refuse("platform-recognised-that-day");
  const changed = await raise(tx, platform);
  await note(scope, "platform.recognise", platform.id, { level, recognisedOn, approver });
  return accept(changed);
}

export async function addEquipment(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof addEquipmentInput>,
): Promise<Result<Changed, never>> {
  const platform = await openForEdit(tx, scope, input);
  const { name, count, value, openHours } = input;
  await tx.platformEquipment.create({
    data: {
      allianceId: scope.alliance.id,
      platformId: platform.id,
      name,
      count,
      value,
      openHours: openHours ?? null,
    },
  });
  const changed = await raise(tx, platform);
  await note(scope, "platform.add_equipment", platform.id, { name, count, value });
  return accept(changed);
}

/** What is retired stays in the record and counts no longer. */
export async function retireEquipment(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof retireEquipmentInput>,
): Promise<Result<Changed, "equipment-retired" | "equipment-booked">> {
  const platform = await openForEdit(tx, scope, input);
  const found = await tx.platformEquipment.findFirst({
    where: { allianceId: scope.alliance.id, platformId: platform.id, id: input.equipmentId },
  });
  if (!found) return notFound();
  if (found.retiredOn) return refuse("equipment-retired");
  // Locked first: whoever books at this moment comes before or after, never beside it.
  await tx.$executeRaw`
    SELECT id FROM platform_equipment WHERE alliance_id = ${scope.alliance.id}::uuid AND id = ${found.id}::uuid FOR UPDATE`;
  const count = await tx.equipmentBooking.count({
    where: { ...standingWhere(scope, platform.id), equipmentId: found.id },
  });
  if (count > 0) return refuse("equipment-booked", { count });
  await tx.platformEquipment.update({
    where: { id: found.id },
    data: { retiredOn: dateOf(scope.today) },
  });
  const changed = await raise(tx, platform);
  await note(scope, "platform.retire_equipment", platform.id, { name: found.name });
  return accept(changed);
}

/** How many hold which of the eight levels; a level left out keeps its number. */
export async function setLadder(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof setLadderInput>,
): Promise<Result<Changed, "platform-no-studio">> {
  const platform = await openForEdit(tx, scope, input);
  if (platform.kind !== "master_studio") return refuse("platform-no-studio");
  const levels = input.holders.map(({ level }) => level);
  await tx.studioLadder.deleteMany({
    where: { allianceId: scope.alliance.id, platformId: platform.id, level: { in: levels } },
  });
  const rows = new Map(input.holders.map(({ level, holders }) => [level, holders]));
  await tx.studioLadder.createMany({
    data: [...rows].map(([level, holders]) => ({
      allianceId: scope.alliance.id,
      platformId: platform.id,
      level,
      holders,
    })),
  });
  const changed = await raise(tx, platform);
  await note(scope, "platform.set_ladder", platform.id, Object.fromEntries(rows));
  return accept(changed);
}

/** The ten places of the template, all open; names where the source gives one. */
export async function applyTemplate(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof useTemplateInput>,
): Promise<Result<Changed, "platform-has-components">> {
  const platform = await openForEdit(tx, scope, input);
  const own = { allianceId: scope.alliance.id, platformId: platform.id };
  if ((await tx.platformComponent.count({ where: own })) > 0) {
    return refuse("platform-has-components");
  }
  await tx.platformComponent.createMany({
    data: templateParts.map(({ kind, ordinal, name }) => ({
      ...own,
      kind,
      ordinal,
      name: name && sourceNames[name],
    })),
  });
  const changed = await raise(tx, platform);
  await note(scope, "platform.use_template", platform.id, { components: templateParts.length });
  return accept(changed);
}

/** Owner, state and evidence of one place. What nobody has named cannot be done, and what is done shows it. */
export async function updateComponent(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof updateComponentInput>,
): Promise<Result<Changed, "component-needs-name" | "component-needs-evidence">> {
  // The version is the component’s own.
  const platform = await openForEdit(tx, scope, { platformId: input.platformId });
  const found = await tx.platformComponent.findFirst({
    where: { allianceId: scope.alliance.id, platformId: platform.id, id: input.componentId },
  });
  if (!found) return notFound();
  if (found.version !== input.version) throw new AppError("stale");
  const name = input.name ?? found.name;
  if (input.state === "done" && !name) return refuse("component-needs-name");
  if (input.state === "done" && !input.evidence) return refuse("component-needs-evidence");
  await known(tx, scope, { organizationIds: [input.ownerId], fileId: input.fileId });
  await tx.platformComponent.update({
    where: { id: found.id },
    data: {
      name,
      ownerId: input.ownerId ?? null,
      state: input.state,
      evidence: input.evidence ?? null,
      ...(input.fileId && { fileId: input.fileId }),
      version: { increment: 1 },
    },
  });
  await note(scope, "platform.update_component", platform.id, {
    kind: found.kind,
    ordinal: found.ordinal,
    state: input.state,
  });
  return accept({ id: platform.id, version: platform.version });
}
