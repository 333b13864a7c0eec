import type { z } from "zod";
import { listFollowUp } from "@/lib/features/resolutions/queries/follow-up";
import { dayIn } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { minutesRule } from "../queries/hold";
import { readRecord } from "../queries/record";
import type { draftInput, Stepped, stepInput } from "../schema";
import { recordedStates } from "../types";
import { composeMinutes } from "./compose";
import { holdInState, touch } from "./move";
import type { Paragraph } from "./telling";

async function compose(tx: Tx, scope: TenantScope, meetingId: string): Promise<Paragraph[]> {
  const record = await readRecord(tx, scope, meetingId);
  const zone = scope.alliance.timeZone;
  const meeting = { bodyId: record.bodyId, heldOn: dayIn(record.scheduledAt, zone) };
  const { roster, rule } = await minutesRule(tx, scope, meeting);
  const asks = record.agendaItems.some(({ kind }) => kind === "follow_up");
  const followUp = asks ? (await listFollowUp(tx, scope, { bodyId: record.bodyId })).items : [];
  // What this meeting itself decided is no follow-up of it.
  const own = new Set(
    record.agendaItems.flatMap(({ motions }) => motions.map((one) => one.resolution?.id)),
  );
  const older = followUp.filter(({ id }) => !own.has(id));
  return composeMinutes({ record, roster, rule, zone, followUp: older });
}

const write = (tx: Tx, scope: TenantScope, minutesId: string, paragraphs: readonly Paragraph[]) =>
  tx.minutesParagraph.createMany({
    data: paragraphs.map((paragraph, index) => ({
      ...paragraph,
      allianceId: scope.alliance.id,
      minutesId,
      sortOrder: index + 1,
    })),
  });

/** Drafts the minutes of a meeting that has ended from its record, once. */
export async function draftMinutes(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof draftInput>,
): Promise<Result<Stepped, "meeting-not-closed" | "minutes-exist">> {
  const allianceId = scope.alliance.id;
  const record = await readRecord(tx, scope, input.meetingId);
  if (!recordedStates.some((state) => state === record.state)) return refuse("meeting-not-closed");
  const [created] = await tx.minutes.createManyAndReturn({
    data: [
      {
        allianceId,
        meetingId: record.id,
        draftedById: scope.actor.userId,
        createdAt: scope.now,
        stateSince: scope.now,
      },
    ],
    // The key of the meeting decides between two who draft at once.
    skipDuplicates: true,
    select: { id: true, version: true },
  });
  if (!created) return refuse("minutes-exist");
  const paragraphs = await compose(tx, scope, record.id);
  await write(tx, scope, created.id, paragraphs);
  await scope.audit({
    action: "minutes.draft",
    subjectType: "minutes",
    subjectId: created.id,
    details: { meetingId: record.id, paragraphs: paragraphs.length },
  });
  return accept({ id: created.id, state: "draft" as const, version: created.version });
}

/** Writes the draft anew from the record, for instance when the tasks of a resolution have been given. */
export async function redraftMinutes(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof stepInput>,
): Promise<Result<Stepped, "wrong-state">> {
  const found = await holdInState(tx, scope, input.minutesId, ["draft"]);
  if (!found.ok) return found;
  const held = found.value;
  const version = await touch(tx, scope, held, input.version);
  // What the secretariat wrote itself is not in the record and stays behind it.
  const own = await tx.minutesParagraph.findMany({
    where: { allianceId: scope.alliance.id, minutesId: held.id, part: "statement" },
    orderBy: { sortOrder: "asc" },
    select: { part: true, itemId: true, text: true, internal: true },
  });
  await tx.minutesParagraph.deleteMany({
    where: { allianceId: scope.alliance.id, minutesId: held.id },
  });
  const paragraphs = await compose(tx, scope, held.meetingId);
  await write(tx, scope, held.id, [...paragraphs, ...own] as Paragraph[]);
  await scope.audit({
    action: "minutes.redraft",
    subjectType: "minutes",
    subjectId: held.id,
    details: { paragraphs: paragraphs.length + own.length },
  });
  return accept({ id: held.id, state: held.state, version });
}
