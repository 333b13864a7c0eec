import type { z } from "zod";
import { reachOf } from "@/lib/features/access/policy";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { instantText } from "@/lib/platform/db/sql";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { Prisma } from "@/prisma/generated/client";
import { mayFor, mayWhole } from "../policy";
import { demandAfter, isOnMarket, matchAfter } from "../rules/states";
import type { DemandRow, DemandView, getDemandInput } from "../schema/demands";
import type { DemandStep, MatchState } from "../types";
import { demandFields, demandFrom, visibleDemands } from "./demands";

type Head = DemandRow & { version: number; note: string | null };

/** One demand with its matches and everything that happened to it. */
export async function getDemand(
  db: Db,
  scope: TenantScope,
  { demandId }: z.output<typeof getDemandInput>,
): Promise<DemandView> {
  const rows = await db.$queryRaw<Head[]>`
    SELECT ${demandFields(scope.today)}, d.version, d.note FROM ${demandFrom}
    WHERE d.alliance_id = ${scope.alliance.id}::uuid AND d.id = ${demandId}::uuid AND ${visibleDemands(scope)}`;
  const head = rows[0] ?? notFound();
  // Conversations are read by the enterprise and the offices.
  const inside = reaches(scope.reach, head.organization.id);
  const [matches, events] = await Promise.all([
    matchesOf(db, scope, head),
    inside ? eventsOf(db, scope, demandId) : [],
  ]);
  return { ...head, matches, events, may: mayOf(scope, head) };
}

function mayOf(scope: TenantScope, head: Head): DemandView["may"] {
  const own = mayFor(scope, "demand.post", head.organization.id);
  const confirms = mayWhole(scope, "demand.confirm");
  const can = (step: DemandStep) => demandAfter(head.state, step) !== undefined;
  return {
    change: own && can("change"),
    submit: own && can("submit"),
    renew: own && can("renew"),
    withdraw: own && can("withdraw"),
    giveBack: confirms && can("give_back"),
    confirm: confirms && can("confirm"),
    open: confirms && can("open"),
    suggest: mayWhole(scope, "match.suggest") && isOnMarket(head.state),
  };
}

/** A school sees its own match. Seeing is not acting: a key that only reads sees the same. */
async function matchesOf(db: Db, scope: TenantScope, head: Head): Promise<DemandView["matches"]> {
  const seen = reachOf("match.read", scope.actor.roles, scope.alliance.id);
  if (!seen) return [];
  const rows = await db.talentMatch.findMany({
    where: { allianceId: scope.alliance.id, demandId: head.id },
    include: {
      class: { select: { id: true, name: true } },
      supply: {
        select: {
          academicYear: true,
          offering: {
            select: {
              offering: {
                select: {
                  organization: { select: { id: true, name: true } },
                  programme: { select: { name: true } },
                },
              },
            },
          },
        },
      },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.flatMap(({ supply, class: trainingClass, stateSince, ...row }) => {
    const { organization: school, programme } = supply.offering.offering;
    if (!reaches(seen, head.organization.id) && !reaches(seen, school.id)) return [];
    return [
      {
        ...row,
        school,
        programme: programme.name,
        academicYear: supply.academicYear,
        stateSince: stateSince.toISOString(),
        trainingClass,
        may: matchSteps(scope, row.state, { enterprise: head.organization.id, school: school.id }),
      },
    ];
  });
}

/** The school makes contact, the enterprise agrees and tells the result; the secretariat for either. */
export function matchSteps(
  scope: TenantScope,
  state: MatchState,
  sides: { enterprise: string; school: string },
): DemandView["matches"][number]["may"] {
  const school = mayFor(scope, "match.act", sides.school);
  const enterprise = mayFor(scope, "match.act", sides.enterprise);
  return {
    contact: school && matchAfter(state, "contact") !== undefined,
    agree: enterprise && matchAfter(state, "agree") !== undefined,
    recordResult: enterprise && matchAfter(state, "record_result") !== undefined,
    drop: (school || enterprise) && matchAfter(state, "drop") !== undefined,
  };
}

type EventRow = DemandView["events"][number];

const eventsOf = (db: Db, scope: TenantScope, demandId: string) => db.$queryRaw<EventRow[]>`
  SELECT v.id, v.step, v.text, v.quantity, p.name AS author, s.name AS school,
    ${instantText(Prisma.sql`v.at`)} AS at
  FROM talent_demand_events v
  LEFT JOIN users u ON u.id = v.author_id LEFT JOIN people p ON p.id = u.person_id
  LEFT JOIN talent_matches m ON m.alliance_id = v.alliance_id AND m.id = v.match_id
  LEFT JOIN talent_supplies y ON y.alliance_id = m.alliance_id AND y.id = m.supply_id
  LEFT JOIN programme_offerings o ON o.id = y.offering_id LEFT JOIN organizations s ON s.id = o.organization_id
  WHERE v.alliance_id = ${scope.alliance.id}::uuid AND v.demand_id = ${demandId}::uuid ORDER BY v.at DESC, v.id DESC`;
