import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import type { Changed } from "../schema/editions";
import type { EditionEventKind, EditionState, SectionKind, SectionState } from "../types";

type Held = { id: string; state: EditionState; version: number };
type HeldSection = {
  id: string;
  kind: SectionKind;
  state: SectionState;
  version: number;
  edition: { id: string };
};

export const noteEvent = (
  tx: Tx,
  scope: TenantScope,
  editionId: string,
  event: { kind: EditionEventKind; section?: SectionKind; note?: string | undefined },
) =>
  tx.editionEvent.create({
    data: {
      allianceId: scope.alliance.id,
      editionId,
      kind: event.kind,
      section: event.section ?? null,
      note: event.note ?? null,
      actorId: scope.actor.userId,
      createdAt: scope.now,
    },
  });

/** Writes over exactly the state and version that was read. */
export async function raise(
  tx: Tx,
  edition: Held,
  data: Prisma.EditionUncheckedUpdateManyInput,
): Promise<Changed> {
  const { count } = await tx.edition.updateMany({
    where: { id: edition.id, state: edition.state, version: edition.version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  return { id: edition.id, version: edition.version + 1 };
}

/** One step of its life with its line in the history and its entry in the chain. */
export async function moveTo(
  tx: Tx,
  scope: TenantScope,
  edition: Held,
  change: { to: EditionState; note?: string; data?: Prisma.EditionUncheckedUpdateManyInput },
): Promise<Changed> {
  const changed = await raise(tx, edition, {
    ...change.data,
    state: change.to,
    stateSince: scope.now,
    stateReason: change.note ?? null,
  });
  await noteEvent(tx, scope, edition.id, { kind: change.to, note: change.note });
  await scope.audit({
    action: "edition.step",
    subjectType: "edition",
    subjectId: edition.id,
    details: { from: edition.state, to: change.to },
  });
  return changed;
}

/** The same for a chapter; `event` where its history should tell it. */
export async function raiseSection(
  tx: Tx,
  scope: TenantScope,
  section: HeldSection,
  change: {
    data: Prisma.EditionSectionUncheckedUpdateManyInput;
    to?: SectionState;
    event?: { kind: EditionEventKind; note?: string };
  },
): Promise<Changed> {
  const { count } = await tx.editionSection.updateMany({
    where: { id: section.id, state: section.state, version: section.version },
    data: {
      ...change.data,
      ...(change.to && change.to !== section.state && { state: change.to, stateSince: scope.now }),
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new AppError("stale");
  if (change.event) {
    await noteEvent(tx, scope, section.edition.id, { ...change.event, section: section.kind });
  }
  return { id: section.id, version: section.version + 1 };
}
