import type { z } from "zod";
import { hundredthsOf, percentOf } from "@/lib/features/alliances/rules/shares";
import { dateOf } from "@/lib/kernel/dates";
import { newId } from "@/lib/kernel/ids";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden } from "@/lib/platform/errors";
import { mayEdit } from "../policy";
import { factsOf, known, openCollege, type ReadCollege } from "../queries/facts";
import { sharesAreWhole } from "../rules/approval";
import type { proposeCollegeInput, updateCollegeInput } from "../schema/colleges";
import { type Changed, noteEvent, raise, unsign } from "./move";

type Details = Omit<z.output<typeof proposeCollegeInput>, "schoolId">;
export const writeRefusals = [
  "college-name-taken",
  "shares-not-whole",
  "college-no-school",
] as const;
type Refusal = (typeof writeRefusals)[number];

const columnsOf = (given: Details) => ({
  name: given.name,
  kind: given.kind,
  level: given.level ?? null,
  ownership: given.ownership,
  focus: given.focus ?? null,
  summary: given.summary ?? null,
  place: given.place ?? null,
  placeNote: given.placeNote ?? null,
  regionCode: given.regionCode ?? null,
  establishedOn: given.establishedOn ? dateOf(given.establishedOn) : null,
  establishedYear: given.establishedOn ? Number(given.establishedOn.slice(0, 4)) : null,
});

const partyColumns = ({ share, ...party }: Details["parties"][number]) => ({
  ...party,
  share: share ? hundredthsOf(share) : null,
});

/** The shares of a college in mixed ownership are whole or not yet given; no other college has any (S001-10). */
async function whyNot(
  tx: Tx,
  scope: TenantScope,
  given: Details & { schoolId: string; but?: string },
): Promise<Result<never, Refusal> | undefined> {
  const ids = given.parties.map(({ organizationId }) => organizationId);
  await known(tx, scope, { organizationIds: [given.schoolId, ...ids] });
  if (!ids.includes(given.schoolId)) return refuse("college-no-school");
  const shares = given.parties.map((party) => partyColumns(party).share);
  const none = shares.every((share) => share === null);
  if (!(none || sharesAreWhole(given.ownership, shares))) {
    const total = shares.reduce<number>((sum, share) => sum + (share ?? 0), 0);
    return refuse("shares-not-whole", { total: percentOf(total) });
  }
  const taken = await tx.college.count({
    where: {
      allianceId: scope.alliance.id,
      name: given.name,
      ...(given.but && { id: { not: given.but } }),
    },
  });
  return taken > 0 ? refuse("college-name-taken", { name: given.name }) : undefined;
}

/** Whose college it is: of a party that is a school; the caller's own one, or the one that the secretariat names. */
function schoolOf(scope: TenantScope, input: z.output<typeof proposeCollegeInput>): string {
  const chosen =
    input.schoolId ?? input.parties.find(({ role }) => role === "school_body")?.organizationId;
  if (!chosen) {
    throw new AppError("malformed", { issues: [{ path: "schoolId", message: "required" }] });
  }
  const ids = input.parties.map(({ organizationId }) => organizationId);
  // An enterprise proposes the college that it builds with a school.
  return reaches(scope.reach, chosen) || ids.some((id) => reaches(scope.reach, id))
    ? chosen
    : forbidden();
}

export async function proposeCollege(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof proposeCollegeInput>,
): Promise<Result<Changed, Refusal>> {
  const schoolId = schoolOf(scope, input);
  const refused = await whyNot(tx, scope, { ...input, schoolId });
  if (refused) return refused;
  const { id, version } = await tx.college.create({
    data: {
      ...columnsOf(input),
      allianceId: scope.alliance.id,
      schoolId,
      proposedById: scope.actor.userId,
      stateSince: scope.now,
      createdAt: scope.now,
    },
  });
  await tx.collegeParty.createMany({
    data: input.parties.map((party) => ({
      ...partyColumns(party),
      id: newId(scope.now),
      allianceId: scope.alliance.id,
      collegeId: id,
    })),
  });
  await noteEvent(tx, scope, id, { state: "proposed" });
  await scope.audit({
    action: "college.propose",
    subjectType: "college",
    subjectId: id,
    details: { name: input.name, kind: input.kind, schoolId },
  });
  return accept({ id, version });
}

/** Parties that stay keep their rows, since contributions name them; who gave something cannot be left out. */
async function replaceParties(tx: Tx, scope: TenantScope, college: ReadCollege, given: Details) {
  const ids = given.parties.map(({ organizationId }) => organizationId);
  const own = { allianceId: scope.alliance.id, collegeId: college.id };
  const gone = { ...own, organizationId: { notIn: ids } };
  const givers = await tx.collegeContribution.count({ where: { ...own, party: gone } });
  if (givers > 0) return refuse("college-party-gave");
  await tx.collegeParty.deleteMany({ where: gone });
  for (const party of given.parties) {
    const { organizationId, ...columns } = partyColumns(party);
    await tx.collegeParty.upsert({
      where: { collegeId_organizationId: { collegeId: college.id, organizationId } },
      create: { ...own, ...columns, organizationId, id: newId(scope.now) },
      update: columns,
    });
  }
  return undefined;
}

export async function updateCollege(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof updateCollegeInput>,
): Promise<Result<Changed, Refusal | "wrong-state" | "college-party-gave">> {
  const college = await openCollege(tx, scope, input);
  const facts = factsOf(college);
  if (!mayEdit(scope, { ...facts, state: "proposed" })) return forbidden();
  if (!mayEdit(scope, facts)) return refuse("wrong-state");
  const refused = await whyNot(tx, scope, {
    ...input,
    schoolId: college.schoolId,
    but: college.id,
  });
  if (refused) return refused;
  const kept = await replaceParties(tx, scope, college, input);
  if (kept) return kept;
  await unsign(tx, scope, college.id);
  const changed = await raise(tx, college, columnsOf(input));
  await scope.audit({
    action: "college.update",
    subjectType: "college",
    subjectId: college.id,
    details: { name: [college.name, input.name] },
  });
  return accept(changed);
}
