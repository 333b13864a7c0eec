import type { z } from "zod";
import { dayOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { decideBlocked, mayAcceptItem, mayDecide, mayReportItem, mayReview } from "../policy";
import { gradeOf, partsOf, pointsOf, vetoesOf } from "../rules/review";
import { reviewInputs, type reviewView } from "../schema/reviews";
import { countInputs } from "./counted";
import { factsOf, type ReadCollege } from "./facts";

const named = { select: { id: true, name: true } } as const;

const read = (db: Db, tenant: string, collegeId: string) =>
  db.collegeReview.findMany({
    where: { allianceId: tenant, collegeId },
    orderBy: { year: "desc" },
    include: {
      items: {
        orderBy: [{ dueOn: "asc" }, { id: "asc" }],
        include: { organization: named, file: named },
      },
    },
  });
type Review = Awaited<ReturnType<typeof read>>[number];
type View = z.input<typeof reviewView>;

const day = (date: Date | null) => date && dayOf(date);

const itemsOf = (scope: TenantScope, review: Review): View["items"] =>
  review.items.map((item) => {
    const facts = { ...item, accepted: item.acceptedOn !== null };
    return {
      ...item,
      dueOn: dayOf(item.dueOn),
      reportedOn: day(item.reportedOn),
      acceptedOn: day(item.acceptedOn),
      returnedOn: day(item.returnedOn),
      late: item.acceptedOn === null && dayOf(item.dueOn) < scope.today,
      mayReport: mayReportItem(scope, facts),
      mayAccept: mayAcceptItem(scope, facts),
    };
  });

/** Reviews, the latest first. What was submitted shows what was counted then; at most one draft is counted now. */
export async function reviewsOf(db: Db, scope: TenantScope, college: ReadCollege): Promise<View[]> {
  const rows = await read(db, scope.alliance.id, college.id);
  const drafts = rows.filter(({ state }) => state === "draft");
  const counted = new Map(
    await Promise.all(
      drafts.map(
        async (draft) => [draft.id, await countInputs(db, scope.alliance, college, draft)] as const,
      ),
    ),
  );
  const facts = factsOf(college);
  return rows.map((row) => {
    const inputs = counted.get(row.id) ?? reviewInputs.parse(row.inputs);
    return {
      ...row,
      inputs,
      parts: partsOf(inputs),
      points: row.points ?? pointsOf(inputs),
      grade: row.grade ?? gradeOf(inputs),
      vetoes: vetoesOf(inputs),
      items: itemsOf(scope, row),
      may: {
        submit: row.state === "draft" && mayReview(scope, facts),
        decide: mayDecide(scope, row),
        decideBlocked: decideBlocked(scope, row),
      },
    };
  });
}
