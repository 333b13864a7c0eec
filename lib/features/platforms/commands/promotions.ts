import type { z } from "zod";
import { dateOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import { known, openForEdit } from "../queries/facts";
import { stepsOf } from "../queries/promotions";
import { type PromotionFault, promotionFault, rises } from "../rules/promotions";
import type { enrolPromotionInput, stepPromotionInput } from "../schema/promotions";
import { type Changed, raise } from "./write";

export const enrolRefusals = [
  "platform-no-studio",
  "promotion-no-rise",
  "day-in-future",
  "promotion-known",
] as const;

/** A group begins its way from one level to a higher one. */
export async function enrolPromotion(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof enrolPromotionInput>,
): Promise<Result<Changed, (typeof enrolRefusals)[number]>> {
  const platform = await openForEdit(tx, scope, input);
  const { title, fromLevel, toLevel, people, on } = input;
  if (platform.kind !== "master_studio") return refuse("platform-no-studio");
  if (!rises(fromLevel, toLevel)) return refuse("promotion-no-rise");
  if (on > scope.today) return refuse("day-in-future");
  const { count } = await tx.studioPromotion.createMany({
    data: [
      {
        allianceId: scope.alliance.id,
        platformId: platform.id,
        title,
        fromLevel,
        toLevel,
        enrolled: people,
        enrolledOn: dateOf(on),
        createdById: scope.actor.userId,
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) return refuse("promotion-known", { title });
  const changed = await raise(tx, platform);
  await scope.audit({
    action: "platform.enrol_promotion",
    subjectType: "platform",
    subjectId: platform.id,
    details: { title, from: fromLevel, to: toLevel, people, on },
  });
  return accept(changed);
}

type Step = z.output<typeof stepPromotionInput>;

const columnsOf = ({ to, people, on, certificateNo, fileId }: Step) => {
  const day = dateOf(on);
  if (to === "trained") return { trained: people, trainedOn: day };
  if (to === "assessed") return { assessed: people, assessedOn: day };
  return {
    certified: people,
    certifiedOn: day,
    certificateNo: certificateNo ?? null,
    fileId: fileId ?? null,
  };
};

/** One step on; with the certificates the group is counted into the ladder, in the same transaction. */
export async function stepPromotion(
  tx: Tx,
  scope: TenantScope,
  input: Step,
): Promise<Result<Changed, PromotionFault>> {
  // The version is the group's own.
  const platform = await openForEdit(tx, scope, { platformId: input.platformId });
  const own = { allianceId: scope.alliance.id, platformId: platform.id };
  const found = await tx.studioPromotion.findFirst({ where: { ...own, id: input.promotionId } });
  if (!found) return notFound();
  if (found.version !== input.version) throw new AppError("stale");
  const last = stepsOf(found).at(-1);
  const fault = last && promotionFault(last, input, scope.today);
  if (fault) return refuse(fault);
  await known(tx, scope, { fileId: input.fileId });
  await tx.studioPromotion.update({
    where: { id: found.id },
    data: { ...columnsOf(input), state: input.to, version: { increment: 1 } },
  });
  if (input.to === "certified") {
    const level = found.toLevel;
    await tx.studioLadder.upsert({
      where: { platformId_level: { platformId: platform.id, level } },
      create: { ...own, level, holders: input.people },
      update: { holders: { increment: input.people } },
    });
  }
  const changed = await raise(tx, platform);
  await scope.audit({
    action: "platform.step_promotion",
    subjectType: "platform",
    subjectId: platform.id,
    details: { title: found.title, to: input.to, people: input.people, on: input.on },
  });
  return accept(changed);
}
