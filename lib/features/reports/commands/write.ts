import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { forbidden } from "@/lib/platform/errors";
import { isSecondReader, writes } from "../policy";
import { factsOf, openSection, standingText } from "../queries/facts";
import { frozenOf } from "../queries/figures";
import { codesIn } from "../rules/numbers";
import { isInHand, sectionMayBecome } from "../rules/states";
import type {
  acceptSectionInput,
  Changed,
  returnSectionInput,
  submitSectionInput,
  writeSectionInput,
} from "../schema/editions";
import { moveTo, raiseSection } from "./move";

/** One more version of a chapter; what is the same as the last one is none. */
export async function writeSection(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof writeSectionInput>,
): Promise<Result<Changed, "wrong-state">> {
  const section = await openSection(tx, scope, input);
  if (!writes(scope, section.organizationId)) return forbidden();
  if (!isInHand(section.edition.state, section.state)) return refuse("wrong-state");
  if ((await standingText(tx, section)) === input.body) {
    return accept({ id: section.id, version: section.version });
  }
  const number = section.textNumber + 1;
  await tx.editionText.create({
    data: {
      allianceId: scope.alliance.id,
      sectionId: section.id,
      number,
      body: input.body,
      authorId: scope.actor.userId,
      createdAt: scope.now,
    },
  });
  const changed = await raiseSection(tx, scope, section, {
    data: { textNumber: number },
    to: "drafting",
  });
  await scope.audit({
    action: "edition.write",
    subjectType: "edition-section",
    subjectId: section.id,
    details: { number, characters: input.body.length },
  });
  return accept(changed);
}

export async function submitSection(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof submitSectionInput>,
): Promise<Result<Changed, "wrong-state" | "section-empty" | "number-not-frozen">> {
  const section = await openSection(tx, scope, input);
  if (!writes(scope, section.organizationId)) return forbidden();
  if (!isInHand(section.edition.state, section.state)) return refuse("wrong-state");
  if (section.textNumber === 0) return refuse("section-empty");
  const named = codesIn((await standingText(tx, section)) ?? "");
  const frozen = new Set(
    (await frozenOf(tx, scope.alliance.id, section.edition.id)).map(({ code }) => code),
  );
  const unknown = named.filter((code) => !frozen.has(code));
  if (unknown.length > 0)
    return refuse("number-not-frozen", { codes: unknown.join("、") || "{{}}" });
  const changed = await raiseSection(tx, scope, section, {
    data: {
      submittedById: scope.actor.userId,
      submittedAt: scope.now,
      decidedById: null,
      decidedAt: null,
    },
    to: "submitted",
    event: { kind: "section_submitted" },
  });
  await scope.audit({
    action: "edition.submit_section",
    subjectType: "edition-section",
    subjectId: section.id,
    details: { number: section.textNumber },
  });
  return accept(changed);
}

/** Somebody of the office who wrote nothing of it takes the chapter into the edition. */
export async function acceptSection(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof acceptSectionInput>,
): Promise<Result<Changed, "wrong-state" | "edition-own-text">> {
  const section = await openSection(tx, scope, input);
  const inTime = section.edition.state === "drafting";
  if (!inTime || !sectionMayBecome(section.state, "accepted")) return refuse("wrong-state");
  if (!isSecondReader(scope.actor.userId, factsOf(section))) return refuse("edition-own-text");
  const changed = await raiseSection(tx, scope, section, {
    data: { decidedById: scope.actor.userId, decidedAt: scope.now, returnReason: null },
    to: "accepted",
    event: { kind: "section_accepted" },
  });
  await scope.audit({
    action: "edition.accept_section",
    subjectType: "edition-section",
    subjectId: section.id,
    details: { number: section.textNumber },
  });
  return accept(changed);
}

/** Back to its member with the reason; from the putting together the whole edition is in drafting again. */
export async function returnSection(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof returnSectionInput>,
): Promise<Result<Changed, "wrong-state" | "edition-own-text">> {
  const section = await openSection(tx, scope, input);
  const { state } = section.edition;
  const inTime = state === "drafting" || state === "merge";
  if (!inTime || !sectionMayBecome(section.state, "returned")) return refuse("wrong-state");
  if (!isSecondReader(scope.actor.userId, factsOf(section))) return refuse("edition-own-text");
  const changed = await raiseSection(tx, scope, section, {
    data: {
      decidedById: scope.actor.userId,
      decidedAt: scope.now,
      returnReason: input.reason,
    },
    to: "returned",
    event: { kind: "section_returned", note: input.reason },
  });
  await scope.audit({
    action: "edition.return_section",
    subjectType: "edition-section",
    subjectId: section.id,
    details: { number: section.textNumber },
  });
  if (state === "merge") {
    await moveTo(tx, scope, section.edition, { to: "drafting", note: input.reason });
  }
  return accept(changed);
}
