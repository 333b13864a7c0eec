import type { z } from "zod";
import { dayOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { seesAgreement } from "../../agreements/policy";
import { percentOf } from "../../alliances/rules/shares";
import {
  approveBlocked,
  mayApprove,
  mayConfirm,
  mayContributeFor,
  mayEdit,
  mayFormBoard,
  mayManage,
  mayOpine,
  mayReview,
  maySignFor,
  seesInside,
  stepsOf,
} from "../policy";
import { guardsOf } from "../rules/approval";
import { isRemote } from "../rules/place";
import type { CollegeView, collegeOutput, getCollegeInput } from "../schema/colleges";
import { sharedObjects } from "../types";
import { approvalOf, factsOf, type ReadCollege, readCollege } from "./facts";
import { reviewsOf } from "./reviews";
import { waitedOf } from "./waiting";

type View = z.input<typeof collegeOutput>;
type Inside = NonNullable<View["inside"]>;
const named = { select: { id: true, name: true } } as const;
const day = (date: Date | null) => date && dayOf(date);

/** What hangs on the college, in one round. */
async function partsOf(db: Db, tenant: string, college: ReadCollege) {
  const where = { allianceId: tenant, collegeId: college.id };
  return Promise.all([
    db.collegeContribution.findMany({
      where,
      orderBy: [{ on: "asc" }, { id: "asc" }],
      include: { file: named },
    }),
    db.collegeSharing.findMany({ where }),
    db.collegeEvent.findMany({ where, orderBy: [{ createdAt: "asc" }, { id: "asc" }] }),
    db.agreementLink.findMany({
      where,
      orderBy: { id: "asc" },
      include: {
        agreement: {
          select: { id: true, title: true, parties: { select: { organizationId: true } } },
        },
      },
    }),
    db.collegeProject.findMany({
      where,
      orderBy: { projectId: "asc" },
      include: { project: { select: { id: true, title: true } } },
    }),
    db.$queryRaw<{ meetings: number }[]>`
      SELECT count(*)::int AS meetings FROM meetings
      WHERE alliance_id = ${tenant}::uuid AND body_id = ${college.boardId}::uuid AND state IN ('closed', 'archived')`,
    db.$queryRaw<{ id: string; name: string; current: number }[]>`
      SELECT k.id, k.name, coalesce((SELECT y.current FROM training_class_years y
        WHERE y.alliance_id = k.alliance_id AND y.class_id = k.id ORDER BY y.academic_year DESC LIMIT 1), 0) AS current
      FROM training_classes k WHERE k.alliance_id = ${tenant}::uuid AND k.college_id = ${college.id}::uuid ORDER BY k.name, k.id`,
  ]);
}

function mayOf(scope: TenantScope, college: ReadCollege): Inside["may"] {
  const facts = factsOf(college);
  const parties = college.parties.map(({ organization, signedOn }) => ({
    ...organization,
    signed: signedOn !== null,
  }));
  return {
    edit: mayEdit(scope, facts),
    manage: mayManage(scope, facts),
    steps: stepsOf(scope, facts),
    approve: mayApprove(scope, facts),
    approveBlocked: approveBlocked(scope, facts),
    formBoard: mayFormBoard(scope, facts),
    opine: college.schoolOpinionOn === null && mayOpine(scope, facts),
    signFor: parties.filter(({ id, signed }) => !signed && maySignFor(scope, facts, id)),
    contributeFor: parties.filter(({ id }) => mayContributeFor(scope, facts, id)),
    review: mayReview(scope, facts),
  };
}

async function insideOf(db: Db, scope: TenantScope, college: ReadCollege): Promise<Inside> {
  const [parts, reviews] = await Promise.all([
    partsOf(db, scope.alliance.id, college),
    reviewsOf(db, scope, college),
  ]);
  const [contributions, sharing, events, links, projects, [board], classes] = parts;
  return {
    version: college.version,
    ...waitedOf(scope, college, reviews),
    stateReason: college.stateReason,
    guards: guardsOf(approvalOf(college)),
    checks: college.checks.map((check) => ({ ...check, at: check.checkedAt })),
    sharing: sharing.toSorted(
      (a, b) => sharedObjects.indexOf(a.object) - sharedObjects.indexOf(b.object),
    ),
    contributions: contributions.map((one) => ({
      ...one,
      amount: one.amount.toFixed(2),
      on: dayOf(one.on),
      confirmed: one.confirmedAt !== null,
      mayConfirm: one.confirmedAt === null && mayConfirm(scope, one.enteredById),
    })),
    schoolOpinion:
      college.schoolOpinion && college.schoolOpinionOn
        ? { text: college.schoolOpinion, on: dayOf(college.schoolOpinionOn) }
        : null,
    agreements: links
      .map(({ agreement }) => agreement)
      .filter(({ parties }) =>
        seesAgreement(
          scope,
          parties.map(({ organizationId }) => organizationId),
        ),
      ),
    projects: projects.map(({ project }) => ({ id: project.id, name: project.title })),
    classes,
    boardMeetings: board?.meetings ?? 0,
    reviews,
    events: events.map((event) => ({ ...event, on: dayOf(event.on) })),
    may: mayOf(scope, college),
  };
}

const membersOf = (college: ReadCollege): CollegeView["members"] =>
  college.parties.map(({ organization, ...party }) => ({
    ...party,
    ...organization,
    partyId: party.id,
    share: party.share === null ? null : percentOf(party.share),
    signedOn: day(party.signedOn),
  }));

/** One college: the public sees what it is and who built it, those inside see what was given, agreed and reviewed. */
export async function getCollege(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getCollegeInput>,
): Promise<View> {
  const college = await readCollege(db, scope, input.collegeId);
  const tenant = scope.alliance.id;
  const key = (id: string) => ({ allianceId_id: { allianceId: tenant, id } });
  const [board, resolution, platforms] = await Promise.all([
    college.boardId
      ? db.governanceBody.findUnique({ where: key(college.boardId), ...named })
      : null,
    college.resolutionId
      ? db.resolution.findUnique({
          where: key(college.resolutionId),
          select: { id: true, title: true },
        })
      : null,
    db.platform.findMany({
      where: { allianceId: tenant, collegeId: college.id, state: { not: "closed" } },
      select: { id: true, name: true, kind: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    }),
  ]);
  const inside = seesInside(scope, factsOf(college));
  return {
    ...college,
    today: scope.today,
    remote: isRemote(college.school.regionCode, college.regionCode),
    parties: college.parties.length,
    establishedOn: day(college.establishedOn),
    board,
    resolution: inside ? resolution : null,
    members: membersOf(college).map((member) =>
      inside ? member : { ...member, share: null, signedOn: null },
    ),
    platforms,
    inside: inside ? await insideOf(db, scope, college) : null,
  };
}
