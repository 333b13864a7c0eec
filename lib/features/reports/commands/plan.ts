import type { z } from "zod";
import { mailWords } from "@/lib/i18n/mail";
import { dateOf } from "@/lib/kernel/dates";
import { newId } from "@/lib/kernel/ids";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { checkMembers } from "../../projects/commands/guards";
import { openSection } from "../queries/facts";
import { isPlanned } from "../rules/states";
import type { Changed, createEditionInput, planSectionInput } from "../schema/editions";
import { sectionKinds } from "../types";
import { noteEvent, raiseSection } from "./move";

type Create = z.output<typeof createEditionInput>;

/** The outline of a year: all chapters of 3.13, in the secretariat's hands until they are given to members. */
export async function createEdition(
  tx: Tx,
  scope: TenantScope,
  input: Create,
): Promise<Result<Changed, "edition-exists" | "edition-due-order">> {
  const { year, title, authority = null, dueOn, sectionsDueOn } = input;
  const allianceId = scope.alliance.id;
  if (sectionsDueOn > dueOn) return refuse("edition-due-order");
  // One edition for a year; the unique key decides, also between two at once.
  const [created] = await tx.edition.createManyAndReturn({
    data: [
      {
        allianceId,
        year,
        title,
        authority,
        dueOn: dateOf(dueOn),
        createdById: scope.actor.userId,
        createdAt: scope.now,
        stateSince: scope.now,
      },
    ],
    skipDuplicates: true,
    select: { id: true, version: true },
  });
  if (!created) return refuse("edition-exists", { year });
  await tx.editionSection.createMany({
    data: sectionKinds.map((kind, index) => ({
      id: newId(scope.now),
      allianceId,
      editionId: created.id,
      kind,
      sortOrder: index + 1,
      // The report is written in the language of the alliances, whoever begins it.
      title: mailWords("zh-CN", (words) => words.reports.kind[kind]),
      dueOn: dateOf(sectionsDueOn),
      stateSince: scope.now,
    })),
  });
  await noteEvent(tx, scope, created.id, { kind: "outline" });
  await scope.audit({
    action: "edition.create",
    subjectType: "edition",
    subjectId: created.id,
    details: { year, dueOn },
  });
  return accept(created);
}

/** Who writes a chapter, by when, under which title, and whether the public reads it. */
export async function planSection(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof planSectionInput>,
): Promise<Result<Changed, "wrong-state" | "not-a-member" | "section-has-author">> {
  const section = await openSection(tx, scope, input);
  if (!isPlanned(section.edition.state)) return refuse("wrong-state");
  const organizationId = input.organizationId ?? null;
  const changes = organizationId !== section.organizationId;
  if (changes && section.textNumber > 0) return refuse("section-has-author");
  if (changes && organizationId) {
    const fit = await checkMembers(tx, scope, [organizationId]);
    if (!fit.ok) return fit;
  }
  const { title, dueOn, isPublic } = input;
  const changed = await raiseSection(tx, scope, section, {
    data: { title, dueOn: dateOf(dueOn), isPublic, organizationId },
  });
  await scope.audit({
    action: "edition.plan_section",
    subjectType: "edition-section",
    subjectId: section.id,
    details: { organizationId, dueOn, isPublic },
  });
  return accept(changed);
}
