import { dayIn, dayOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { seesInside } from "../policy";
import { type CollegeWait, waitsFor, waitsSince } from "../rules/waiting";
import { approvalItems, type CheckItem, type ReviewState } from "../types";
import { approvalOf, factsOf, included, type ReadCollege } from "./facts";

export type Waited = { waiting: CollegeWait; waitingSince: string };

const approval: readonly CheckItem[] = approvalItems;
const days = (dates: readonly (Date | null)[]): string[] =>
  dates.flatMap((date) => (date ? [dayOf(date)] : []));

type Reviewed = {
  year: number;
  state: ReviewState;
  items: readonly Record<"reportedOn" | "acceptedOn" | "returnedOn", string | null>[];
};

/** For whom a college waits, and since when, with its reviews. */
export function waitedOf(
  { alliance, today }: TenantScope,
  college: ReadCollege,
  reviews: readonly Reviewed[],
): Waited {
  const open = reviews.flatMap(({ items }) => items.filter(({ acceptedOn }) => !acceptedOn));
  const waiting = waitsFor(college.state, {
    approval: approvalOf(college),
    reviewedThisYear: reviews.some(
      ({ year, state }) => year >= Number(today.slice(0, 4)) && state !== "draft",
    ),
    unreported: open.filter(({ reportedOn }) => !reportedOn).length,
  });
  const waitingSince = waitsSince(waiting, {
    stateSince: dayIn(college.stateSince, alliance.timeZone),
    signedOn: days(college.parties.map(({ signedOn }) => signedOn)),
    checkedOn: college.checks
      .filter(({ item }) => approval.includes(item))
      .map(({ checkedAt }) => dayIn(checkedAt, alliance.timeZone)),
    opinionOn: college.schoolOpinionOn && dayOf(college.schoolOpinionOn),
    reportedOn: open.flatMap(({ reportedOn }) => reportedOn ?? []),
    returnedOn: open.flatMap(({ reportedOn, returnedOn }) =>
      reportedOn ? [] : (returnedOn ?? []),
    ),
    today,
  });
  return { waiting, waitingSince };
}

/** The same of many; those into which the asker does not see are left out. */
export async function waitingOf(
  db: Db,
  scope: TenantScope,
  ids: readonly string[],
): Promise<Map<string, Waited>> {
  const colleges = await db.college.findMany({
    where: { allianceId: scope.alliance.id, id: { in: [...ids] } },
    include: {
      ...included,
      reviews: {
        select: {
          year: true,
          state: true,
          items: { select: { reportedOn: true, acceptedOn: true, returnedOn: true } },
        },
      },
    },
  });
  return new Map(
    colleges
      .filter((college) => seesInside(scope, factsOf(college)))
      .map(({ reviews, ...college }) => {
        const reviewed = reviews.map(({ items, ...review }) => ({
          ...review,
          items: items.map(({ reportedOn, acceptedOn, returnedOn }) => ({
            reportedOn: reportedOn && dayOf(reportedOn),
            acceptedOn: acceptedOn && dayOf(acceptedOn),
            returnedOn: returnedOn && dayOf(returnedOn),
          })),
        }));
        return [college.id, waitedOf(scope, college, reviewed)] as const;
      }),
  );
}
