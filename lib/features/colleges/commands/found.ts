import type { z } from "zod";
import { addBody } from "@/lib/features/alliances/commands/edit-bodies";
import { dateOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { forbidden, notFound } from "@/lib/platform/errors";
import { isSecondPerson, mayOpine, maySignFor } from "../policy";
import { approvalOf, factsOf, openCollege, type ReadCollege } from "../queries/facts";
import { guardsOf } from "../rules/approval";
import { isPlanned, mayStep, needsNote } from "../rules/states";
import type {
  approveCollegeInput,
  formBoardInput,
  opineCollegeInput,
  signCollegeInput,
  stepCollegeInput,
} from "../schema/colleges";
import { type Changed, moveTo, raise } from "./move";

/** A party signs the table of contributions for itself. Signing again changes nothing. */
export async function signCollege(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof signCollegeInput>,
): Promise<Result<Changed, "wrong-state">> {
  const college = await openCollege(tx, scope, input);
  const party = college.parties.find((one) => one.organizationId === input.organizationId);
  if (!party) return notFound();
  if (!scope.reach.organizationIds.includes(input.organizationId)) return forbidden();
  if (!maySignFor(scope, factsOf(college), input.organizationId)) return refuse("wrong-state");
  if (party.signedOn) return accept({ id: college.id, version: college.version });
  await tx.collegeParty.update({
    where: { id: party.id },
    data: { signedOn: dateOf(scope.today), signedById: scope.actor.userId },
  });
  await scope.audit({
    action: "college.sign",
    subjectType: "college",
    subjectId: college.id,
    details: { organizationId: input.organizationId },
  });
  return accept({ id: college.id, version: college.version });
}

/** The school's own opinion, by its leader. */
export async function opineCollege(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof opineCollegeInput>,
): Promise<Result<Changed, "wrong-state" | "college-has-opinion">> {
  const college = await openCollege(tx, scope, input);
  if (!scope.reach.organizationIds.includes(college.schoolId)) return forbidden();
  if (!mayOpine(scope, factsOf(college))) return refuse("wrong-state");
  if (college.schoolOpinionOn) return refuse("college-has-opinion");
  const changed = await raise(tx, college, {
    schoolOpinion: input.opinion,
    schoolOpinionOn: dateOf(scope.today),
    schoolOpinionById: scope.actor.userId,
  });
  await scope.audit({
    action: "college.opine",
    subjectType: "college",
    subjectId: college.id,
    details: { school: college.schoolId },
  });
  return accept(changed);
}

export const approveRefusals = [
  "wrong-state",
  "same-person",
  "college-not-ready",
  "college-other-resolution",
  "college-resolution-used",
] as const;
type ApproveRefusal = (typeof approveRefusals)[number];

/** Bodies whose opinion counts as the council's. */
const opining = ["council", "standing_council", "cooperation_committee", "guidance_committee"];

/** Carried by such a body, about this college by name, standing, and not claimed by another one. */
async function whyNotResolution(
  tx: Tx,
  scope: TenantScope,
  college: ReadCollege,
  resolutionId: string,
): Promise<Result<never, ApproveRefusal> | undefined> {
  const found = await tx.resolution.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: resolutionId } },
    include: {
      body: { select: { kind: true } },
      lifeEvents: { select: { kind: true } },
      colleges: true,
    },
  });
  if (!found) return notFound();
  if (found.colleges.some(({ id }) => id !== college.id)) return refuse("college-resolution-used");
  const ended = found.lifeEvents.some(({ kind }) => kind === "repealed" || kind === "superseded");
  const about = `${found.title}\n${found.text}`.includes(college.name);
  const right = opining.includes(found.body.kind) && about && !ended;
  return right ? undefined : refuse("college-other-resolution", { name: college.name });
}

/** School and council agree; somebody else than the proposer says so, and every guard is met (domain 3.8). */
export async function approveCollege(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof approveCollegeInput>,
): Promise<Result<Changed, ApproveRefusal>> {
  const college = await openCollege(tx, scope, input);
  if (college.state !== "feasibility") return refuse("wrong-state");
  if (!isSecondPerson(college.proposedById, scope.actor.userId)) return refuse("same-person");
  const open = guardsOf(approvalOf(college)).filter(({ met }) => !met);
  if (open.length > 0) return refuse("college-not-ready", { count: open.length });
  const refused = await whyNotResolution(tx, scope, college, input.resolutionId);
  if (refused) return refused;
  return accept(
    await moveTo(tx, scope, college, {
      to: "approved",
      data: { resolutionId: input.resolutionId, approvedById: scope.actor.userId },
    }),
  );
}

export const stepRefusals = [
  "wrong-state",
  "college-needs-note",
  "college-needs-agreement",
  "college-needs-renewal",
  "college-needs-exit-agreement",
] as const;
type StepRefusal = (typeof stepRefusals)[number];

/** Agreements about this college that all parties have sealed. */
const sealedAgreements = (tx: Tx, scope: TenantScope, collegeId: string) =>
  tx.agreement.findMany({
    where: {
      allianceId: scope.alliance.id,
      state: { in: ["sealed", "in_force"] },
      links: { some: { collegeId } },
    },
    select: { kind: true, state: true, renewsId: true },
  });

async function whyNotStep(
  tx: Tx,
  scope: TenantScope,
  college: ReadCollege,
  step: z.output<typeof stepCollegeInput>,
): Promise<Result<never, StepRefusal> | undefined> {
  if (!mayStep(college.state, step.to)) return refuse("wrong-state");
  if (needsNote(college.state, step.to) && !step.note) return refuse("college-needs-note");
  const agreements = await sealedAgreements(tx, scope, college.id);
  const founding = agreements.some(({ kind }) => kind === "industry_college");
  const renewal = agreements.some(
    ({ kind, state, renewsId }) =>
      kind === "industry_college" && state === "in_force" && renewsId !== null,
  );
  if (step.to === "agreement_signed" && !founding) return refuse("college-needs-agreement");
  if (step.to === "renewed" && !renewal) return refuse("college-needs-renewal");
  if (college.state === "exiting" && !agreements.some(({ kind }) => kind === "exit")) {
    return refuse("college-needs-exit-agreement");
  }
  return undefined;
}

/** A step by hand, where the paper that belongs to it is there. */
export async function stepCollege(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof stepCollegeInput>,
): Promise<Result<Changed, StepRefusal>> {
  const college = await openCollege(tx, scope, input);
  const refused = await whyNotStep(tx, scope, college, input);
  if (refused) return refused;
  const { to, note } = input;
  return accept(
    await moveTo(tx, scope, college, {
      to,
      note,
      // Sent back is decided anew: the school says again what it thinks of what has changed.
      ...(to === "proposed" &&
        isPlanned(college.state) && {
          data: { schoolOpinion: null, schoolOpinionOn: null, schoolOpinionById: null },
        }),
    }),
  );
}

/** The board of the college: a body of the alliance, made for it or already there. */
export async function formBoard(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof formBoardInput>,
): Promise<
  Result<Changed, "wrong-state" | "college-no-board" | "body-dissolved" | "body-name-taken">
> {
  const college = await openCollege(tx, scope, input);
  if (college.state !== "agreement_signed") return refuse("wrong-state");
  const tenant = scope.alliance.id;
  if (input.bodyId) {
    const body = await tx.governanceBody.findUnique({
      where: { allianceId_id: { allianceId: tenant, id: input.bodyId } },
      include: { colleges: { select: { id: true } } },
    });
    if (!body) return notFound();
    const free = body.kind === "college_board" && !body.dissolvedOn && body.colleges.length === 0;
    if (!free) return refuse("college-no-board");
    return accept(
      await moveTo(tx, scope, college, { to: "board_formed", data: { boardId: body.id } }),
    );
  }
  const parent = await tx.governanceBody.findFirst({
    where: { allianceId: tenant, kind: "council", dissolvedOn: null },
    orderBy: { sortOrder: "asc" },
    select: { id: true },
  });
  const made = await addBody(tx, scope, {
    kind: "college_board",
    name: input.name ?? `${college.name}理事会`,
    tier: "execution",
    parentId: parent?.id,
    hostId: college.schoolId,
    seatsPlanned: input.seatsPlanned,
  });
  if (!made.ok) return made;
  return accept(
    await moveTo(tx, scope, college, { to: "board_formed", data: { boardId: made.value.id } }),
  );
}
