import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { foldText, pinyinOf, searchTextOf } from "../rules/search-text";
import type { createOrganizationInput } from "../schema/organizations";
import { addAlias, findByName, lockName, refreshSearchText } from "./names";
import { writeProfile } from "./profiles";
import { checkReferences } from "./references";

export const createOrganizationRefusals = ["duplicate-code", "duplicate-name"] as const;
type Refusal = (typeof createOrganizationRefusals)[number];

/**
 * Enters an organization in the register that all alliances share. The credit code decides: where it exists, in
 * whatever alliance, the existing record is offered. A name alone is taken for the same unit unless both have codes.
 */
export async function createOrganization(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof createOrganizationInput>,
): Promise<Result<{ id: string; version: number }, Refusal>> {
  const { enterprise, institution, park, alias, ...plain } = input;
  await checkReferences(tx, input);
  const sameCode = await duplicateOf(tx, input.creditCode);
  if (sameCode) return sameCode;
  const folded = foldText(input.name);
  await lockName(tx, folded);
  const sameName = await findByName(tx, folded);
  if (sameName && !(sameName.creditCode && input.creditCode)) {
    return refuse("duplicate-name", { id: sameName.id, name: sameName.name });
  }
  const [created] = await tx.organization.createManyAndReturn({
    data: [{ ...plain, searchText: searchTextOf([input.name]), pinyin: pinyinOf(input.name) }],
    skipDuplicates: true,
    select: { id: true, version: true },
  });
  // Another one was faster with the same code; its row is committed by now.
  if (!created) return (await duplicateOf(tx, input.creditCode)) ?? refuse("duplicate-code");
  const { id } = created;
  await tx.organizationName.create({
    data: { organizationId: id, kind: "official", name: input.name, validFrom: null },
  });
  if (alias) await addAlias(tx, id, alias);
  await refreshSearchText(tx, id);
  await writeProfile(tx, id, input.kind, { enterprise, institution, park });
  await scope.audit({
    action: "organization.create",
    subjectType: "organization",
    subjectId: id,
    details: { name: input.name, kind: input.kind, creditCode: input.creditCode ?? null },
  });
  return accept(created);
}

/** The refusal that names the organization which has this code already. */
export async function duplicateOf(
  tx: Tx,
  creditCode: string | undefined,
  except?: string,
): Promise<Result<never, "duplicate-code"> | undefined> {
  if (!creditCode) return undefined;
  const found = await tx.organization.findUnique({
    where: { creditCode },
    select: { id: true, name: true },
  });
  if (!found || found.id === except) return undefined;
  return refuse("duplicate-code", { id: found.id, name: found.name });
}
