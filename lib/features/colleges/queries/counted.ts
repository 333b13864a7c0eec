import { yuanText } from "@/lib/kernel/money";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { sixNumbers } from "../../funds/queries/six";
import { fiveItems, type ReviewInputs } from "../types";

type Alliance = Pick<TenantScope["alliance"], "id" | "timeZone">;
type Subject = { id: string; boardId: string | null };
type Report = { year: number; enrolled: number; satisfaction: number | null };

/** Confirmed contributions dated in the year. */
type Given = { cash: string; kind: string; contributors: number };
const contributed = (db: Db, tenant: string, id: string, year: number) => db.$queryRaw<Given[]>`
  SELECT coalesce(sum(amount) FILTER (WHERE kind = 'cash'), 0)::numeric(18,2)::text AS cash,
    coalesce(sum(amount) FILTER (WHERE kind <> 'cash'), 0)::numeric(18,2)::text AS kind,
    count(DISTINCT party_id)::int AS contributors
  FROM college_contributions WHERE alliance_id = ${tenant}::uuid AND college_id = ${id}::uuid
    AND confirmed_at IS NOT NULL AND extract(year FROM "on") = ${year}::int`;

/** Meetings of the board that were held and closed. */
const held = (db: Db, alliance: Alliance, boardId: string | null, year: number) => db.$queryRaw<
  { meetings: number }[]
>`
  SELECT count(*)::int AS meetings FROM meetings WHERE alliance_id = ${alliance.id}::uuid AND body_id = ${boardId}::uuid
    AND state IN ('closed', 'archived') AND extract(year FROM scheduled_at AT TIME ZONE ${alliance.timeZone}::text) = ${year}::int`;

type Classes = {
  classes: number;
  enrolled: number | null;
  before: number | null;
  current: number | null;
  hired: number | null;
};
/** Years of the college's classes; nothing where it has none. */
const ofClasses = (db: Db, tenant: string, id: string, year: number) => db.$queryRaw<Classes[]>`
  SELECT count(DISTINCT y.class_id)::int AS classes,
    (sum(y.enrolled) FILTER (WHERE y.academic_year = ${year}::int))::int AS enrolled,
    (sum(y.enrolled) FILTER (WHERE y.academic_year = ${year - 1}::int))::int AS before,
    (sum(y.current) FILTER (WHERE y.academic_year = ${year}::int))::int AS current,
    (sum(y.hired) FILTER (WHERE y.academic_year = ${year}::int))::int AS hired
  FROM training_classes k JOIN training_class_years y ON y.alliance_id = k.alliance_id AND y.class_id = k.id
  WHERE k.alliance_id = ${tenant}::uuid AND k.college_id = ${id}::uuid`;

async function moneyOf(db: Db, tenant: string, collegeId: string) {
  const links = await db.collegeProject.findMany({
    where: { allianceId: tenant, collegeId },
    select: { projectId: true },
  });
  const projectIds = links.map(({ projectId }) => projectId);
  const { received } = await sixNumbers(db, tenant, { projectIds });
  return { projects: projectIds.length, received };
}

/** What the school said of the year before, where no class says it. */
async function reportedBefore(db: Db, tenant: string, collegeId: string, year: number) {
  const found = await db.collegeReview.findFirst({
    where: { allianceId: tenant, collegeId, year: year - 1, state: { not: "draft" } },
    select: { enrolled: true },
  });
  return found?.enrolled ?? null;
}

/** Everything a yearly review counts by itself, as it stands now. */
export async function countInputs(
  db: Db,
  alliance: Alliance,
  college: Subject,
  report: Report,
): Promise<ReviewInputs> {
  const { year } = report;
  const tenant = alliance.id;
  const [[given], [meetings], [classes], money, before, checks] = await Promise.all([
    contributed(db, tenant, college.id, year),
    held(db, alliance, college.boardId, year),
    ofClasses(db, tenant, college.id, year),
    moneyOf(db, tenant, college.id),
    reportedBefore(db, tenant, college.id, year),
    db.collegeCheck.findMany({
      where: { allianceId: tenant, collegeId: college.id, item: { in: [...fiveItems] } },
      select: { item: true },
    }),
  ]);
  const hasClasses = (classes?.classes ?? 0) > 0;
  return {
    projects: money.projects,
    receivedCash: yuanText(money.received.cash),
    receivedKind: yuanText(money.received.kind),
    contributedCash: given?.cash ?? "0.00",
    contributedKind: given?.kind ?? "0.00",
    contributors: given?.contributors ?? 0,
    boardMeetings: meetings?.meetings ?? 0,
    checks: checks.length,
    entityShown: checks.some(({ item }) => item === "entity_operation"),
    enrolled: hasClasses ? (classes?.enrolled ?? 0) : report.enrolled,
    enrolledBefore: hasClasses ? (classes?.before ?? null) : before,
    students: hasClasses ? (classes?.current ?? null) : null,
    hired: hasClasses ? (classes?.hired ?? null) : null,
    satisfaction: report.satisfaction,
  };
}
