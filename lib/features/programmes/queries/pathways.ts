import type { z } from "zod";
import { agreementsAbout } from "@/lib/features/agreements/queries/about";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { mayManage } from "../policy";
import type { choicesOutput, getOfferingOutput } from "../schema";

type Pathway = z.input<typeof getOfferingOutput>["pathways"][number];
type Row = Omit<Pathway, "agreements" | "mayManage"> & { schools: string[] };

/** Years with those who went over, the newest first. */
const transitions = Prisma.sql`coalesce((SELECT json_agg(json_build_object('year', y.year, 'moved', y.moved,
    'evidence', y.evidence, 'version', y.version) ORDER BY y.year DESC)
  FROM pathway_transitions y WHERE y.alliance_id = w.alliance_id AND y.pathway_id = w.id), '[]')`;

const columns = Prisma.sql`w.id, w.model::text AS model, w.academic_year AS "academicYear", w.quota,
  json_build_object('id', w.from_offering_id, 'school', fs.name, 'programme', fp.name) AS "from",
  json_build_object('id', w.to_offering_id, 'school', ts.name, 'programme', tp.name) AS "to"`;
const from = Prisma.sql`programme_pathways w
  JOIN programme_offerings f ON f.id = w.from_offering_id JOIN programmes fp ON fp.id = f.programme_id
  JOIN organizations fs ON fs.id = f.organization_id
  JOIN programme_offerings t ON t.id = w.to_offering_id JOIN programmes tp ON tp.id = t.programme_id
  JOIN organizations ts ON ts.id = t.organization_id`;
const order = Prisma.sql`w.academic_year DESC, w.model, w.id`;

/** Pathways that begin or end at an offering, with the agreements about them. */
export async function pathwaysOf(
  db: Db,
  scope: TenantScope,
  offeringId: string,
): Promise<Pathway[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT ${columns}, ARRAY[f.organization_id, t.organization_id] AS schools, ${transitions} AS transitions FROM ${from}
    WHERE w.alliance_id = ${scope.alliance.id}::uuid AND ${offeringId}::uuid IN (w.from_offering_id, w.to_offering_id)
    ORDER BY ${order}`;
  const agreements = await agreementsAbout(db, scope, {
    pathwayId: { in: rows.map(({ id }) => id) },
  });
  return rows.map(({ schools, ...row }) => ({
    ...row,
    mayManage: schools.some((id) => mayManage(scope, id)),
    agreements: agreements.filter(({ pathwayId }) => pathwayId === row.id),
  }));
}

/** All of them, to choose from. */
export const pathwayChoices = (
  db: Db,
  scope: TenantScope,
): Promise<z.input<typeof choicesOutput>["pathways"]> => db.$queryRaw`
  SELECT ${columns} FROM ${from} WHERE w.alliance_id = ${scope.alliance.id}::uuid ORDER BY ${order} LIMIT 2000`;
