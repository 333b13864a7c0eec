import type { z } from "zod";
import { dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { isUniqueViolation } from "@/lib/platform/db/errors";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import { mustBeEditable } from "../queries/facts";
import { registersOf, touchedAlliances } from "../queries/registers";
import { keyChanges } from "../rules/changes";
import { isRenameDay } from "../rules/profile";
import type { updateOrganizationInput } from "../schema/organizations";
import type { OrganizationKind } from "../types";
import { duplicateOf } from "./create-organization";
import { noteEverywhere } from "./everywhere";
import { addAlias, presentNameFrom, refreshSearchText } from "./names";
import { writeProfile } from "./profiles";
import { proposeChange } from "./propose-change";
import { checkReferences } from "./references";
import { rename } from "./rename";

export const updateOrganizationRefusals = [
  "duplicate-code",
  "code-by-secretariat",
  "own-parent",
  "organization-merged",
  "renamed-too-early",
  "change-open",
] as const;
type Refusal = (typeof updateOrganizationRefusals)[number];
type Input = z.output<typeof updateOrganizationInput>;
type Saved = { id: string; version: number; proposed: boolean };
type Before = {
  name: string;
  kind: OrganizationKind;
  creditCode: string | null;
  regionCode: string | null;
  address: string | null;
  parentId?: string | null;
  sponsorId?: string | null;
  status: string;
};

/**
 * The profile as the form holds it; a changed name is kept as a former one, a code once known is never taken out. Where
 * other alliances share the organization, its key fields wait for them and the rest is written at once.
 */
export async function updateOrganization(
  tx: Tx,
  scope: TenantScope,
  input: Input,
): Promise<Result<Saved, Refusal>> {
  const { organizationId: id } = input;
  await mustBeEditable(tx, scope, id);
  const before = await tx.organization.findUnique({ where: { id } });
  if (!before) return notFound();
  await checkReferences(tx, changedReferences(before, input));
  const refusal = await whyNot(tx, scope, input, before);
  if (refusal) return refusal;
  const fields = keyChanges(before, input);
  const registers = await registersOf(tx, id, scope.today);
  const shared = registers.some((allianceId) => allianceId !== scope.alliance.id);
  const proposed = shared && Object.keys(fields).length > 0;
  if (proposed) {
    const { renamedOn } = input;
    const result = await proposeChange(tx, scope, {
      organizationId: id,
      fields,
      renamedOn,
      registers,
    });
    if (!result.ok) return result;
  }
  const kept = { name: before.name, kind: before.kind, creditCode: undefined };
  const written = await write(tx, scope, proposed ? { ...input, ...kept } : input, before);
  return written.ok ? accept({ id, version: input.version + 1, proposed }) : written;
}

async function write(
  tx: Tx,
  scope: TenantScope,
  input: Input,
  before: Before,
): Promise<Result<true, "duplicate-code">> {
  const { organizationId: id } = input;
  const written = await writeColumns(tx, input);
  if (!written.ok) return written;
  const renamed = input.name !== before.name;
  if (renamed) {
    const from = input.renamedOn ?? scope.today;
    await rename(tx, scope, id, { before: before.name, after: input.name, from });
  }
  if (input.alias) await addAlias(tx, id, input.alias);
  await refreshSearchText(tx, id);
  await writeProfile(tx, id, input.kind, input);
  // Former members and applicants have it on their registers as well, under the name that it had.
  await noteEverywhere(tx, scope, renamed ? await touchedAlliances(tx, [id]) : [], {
    action: "organization.update",
    subjectType: "organization",
    subjectId: id,
    details: changesOf(before, input),
  });
  return written;
}

/** Another one may take the same code between the look and the write; the transaction is lost then, the answer is not. */
async function writeColumns(tx: Tx, input: Input): Promise<Result<true, "duplicate-code">> {
  try {
    const { count } = await tx.organization.updateMany({
      where: { id: input.organizationId, version: input.version },
      data: { ...columnsOf(input), version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale");
    return accept(true);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return refuse("duplicate-code", { name: input.creditCode ?? "" });
  }
}

async function whyNot(tx: Tx, scope: TenantScope, input: Input, before: Before) {
  if (before.status === "merged") return refuse("organization-merged");
  if (input.creditCode && input.creditCode !== before.creditCode) {
    if (!scope.reach.whole) return refuse("code-by-secretariat");
    const duplicate = await duplicateOf(tx, input.creditCode, input.organizationId);
    if (duplicate) return duplicate;
  }
  if (input.name !== before.name) {
    const from = await presentNameFrom(tx, input.organizationId);
    const presentFrom = from && dayOf(from);
    if (!isRenameDay(input.renamedOn ?? scope.today, presentFrom, scope.today)) {
      return refuse("renamed-too-early", { day: presentFrom ?? scope.today });
    }
  }
  return (await isBelow(tx, input.parentId, input.organizationId))
    ? refuse("own-parent")
    : undefined;
}

/** Would this parent close a circle? */
async function isBelow(tx: Tx, parentId: string | undefined, id: string): Promise<boolean> {
  if (!parentId) return false;
  const rows = await tx.$queryRaw<{ circle: boolean }[]>`
    WITH RECURSIVE up AS (
      SELECT id, parent_id FROM organizations WHERE id = ${parentId}::uuid
      UNION SELECT o.id, o.parent_id FROM organizations o JOIN up ON o.id = up.parent_id
    ) SELECT bool_or(id = ${id}::uuid) AS circle FROM up`;
  return rows[0]?.circle === true;
}

/** What stood there already may have been merged since, and is no fault of this form. */
const changedReferences = (before: Before, input: Input) => ({
  parentId: input.parentId === before.parentId ? undefined : input.parentId,
  sponsorId: input.sponsorId === before.sponsorId ? undefined : input.sponsorId,
});

const columnsOf = (input: Input) => ({
  name: input.name,
  kind: input.kind,
  ...(input.creditCode && { creditCode: input.creditCode }),
  shortName: input.shortName ?? null,
  nameEn: input.nameEn ?? null,
  regionCode: input.regionCode ?? null,
  address: input.address ?? null,
  parentId: input.parentId ?? null,
  sponsorId: input.sponsorId ?? null,
});

/** Old and new value of what changed; none of it is personal. */
function changesOf(before: Before, input: Input): Record<string, (string | null)[]> {
  const pairs: [string, string | null, string | null][] = [
    ["name", before.name, input.name],
    ["kind", before.kind, input.kind],
    ["creditCode", before.creditCode, input.creditCode ?? before.creditCode],
    ["regionCode", before.regionCode, input.regionCode ?? null],
    ["address", before.address, input.address ?? null],
  ];
  return Object.fromEntries(
    pairs.filter(([, old, now]) => old !== now).map(([key, old, now]) => [key, [old, now]]),
  );
}
