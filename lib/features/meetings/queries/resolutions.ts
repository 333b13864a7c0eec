import type { z } from "zod";
import { dayOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { likePattern } from "@/lib/platform/db/sql";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { Prisma } from "@/prisma/generated/client";
import { rightsOver } from "../policy";
import type {
  getResolutionInput,
  listResolutionsInput,
  listResolutionsOutput,
  ResolutionRow,
  ResolutionView,
} from "../schema";
import { nameOfUser } from "./get-meeting";
import { applicationRefOf, applicationSelect, motionSelect, sheetOf } from "./sheet";

type Input = z.output<typeof listResolutionsInput>;

const orders: Record<Input["sort"], Prisma.Sql> = {
  "-number": Prisma.sql`r.year DESC, r.number DESC, r.id`,
  number: Prisma.sql`r.year ASC, r.number ASC, r.id`,
  "-adoptedOn": Prisma.sql`r.adopted_on DESC, r.number DESC, r.id`,
  adoptedOn: Prisma.sql`r.adopted_on ASC, r.number ASC, r.id`,
};

function filters(scope: TenantScope, input: Input): Prisma.Sql {
  const parts = [Prisma.sql`r.alliance_id = ${scope.alliance.id}::uuid`];
  if (input.body) parts.push(Prisma.sql`r.body_id = ${input.body}::uuid`);
  if (input.year) parts.push(Prisma.sql`r.year = ${input.year}`);
  if (input.matter) parts.push(Prisma.sql`m.matter = ${input.matter}::matter`);
  if (input.q) {
    const pattern = likePattern(input.q);
    parts.push(Prisma.sql`(r.title ILIKE ${pattern} OR r.text ILIKE ${pattern})`);
  }
  return Prisma.join(parts, " AND ");
}

const from = Prisma.sql`resolutions r JOIN motions m ON m.alliance_id = r.alliance_id AND m.id = r.motion_id`;

export async function listResolutions(
  db: Db,
  scope: TenantScope,
  input: Input,
): Promise<z.input<typeof listResolutionsOutput>> {
  const where = filters(scope, input);
  const [items, totals] = await Promise.all([
    db.$queryRaw<ResolutionRow[]>`
      SELECT r.id, r.year, r.number, r.title, r.adopted_on::text AS "adoptedOn", r.effective_from::text AS "effectiveFrom",
        m.matter::text AS matter, m.outcome <> m.computed_outcome AS contradicted, i.meeting_id AS "meetingId",
        json_build_object('id', b.id, 'name', b.name, 'nameEn', b.name_en) AS body,
        CASE WHEN s.id IS NOT NULL
          THEN json_build_object('organizationId', o.id, 'name', o.name, 'number', s.number) END AS admitted
      FROM ${from}
      JOIN agenda_items i ON i.alliance_id = m.alliance_id AND i.id = m.agenda_item_id
      JOIN governance_bodies b ON b.alliance_id = r.alliance_id AND b.id = r.body_id
      LEFT JOIN membership_applications a ON a.alliance_id = r.alliance_id AND a.resolution_id = r.id
      LEFT JOIN memberships s ON s.alliance_id = a.alliance_id AND s.id = a.membership_id
      LEFT JOIN organizations o ON o.id = s.organization_id
      WHERE ${where} ORDER BY ${orders[input.sort]}
      LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`,
    db.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM ${from} WHERE ${where}`,
  ]);
  return { items, total: totals[0]?.total ?? 0, page: input.page, pageSize: input.pageSize };
}

const include = {
  body: { select: { id: true, name: true, nameEn: true } },
  motion: {
    select: {
      ...motionSelect,
      agendaItem: {
        select: {
          title: true,
          application: { select: applicationSelect },
          meeting: {
            select: {
              id: true,
              title: true,
              scheduledAt: true,
              recordedById: true,
              recordedAt: true,
              originalFile: { select: { id: true, name: true, sha256: true } },
            },
          },
        },
      },
    },
  },
} as const;

/** One resolution with the motion, the meeting and the member it leads to and from. */
export async function getResolution(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getResolutionInput>,
): Promise<ResolutionView> {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id: input.resolutionId } };
  const row = (await db.resolution.findUnique({ where, include })) ?? notFound();
  const { agendaItem, ...motion } = row.motion;
  const { meeting } = agendaItem;
  return {
    id: row.id,
    year: row.year,
    number: row.number,
    title: row.title,
    text: row.text,
    body: row.body,
    matter: motion.matter,
    adoptedOn: dayOf(row.adoptedOn),
    effectiveFrom: dayOf(row.effectiveFrom),
    contradicted: motion.outcome !== motion.computedOutcome,
    meeting: { id: meeting.id, title: meeting.title, heldAt: meeting.scheduledAt.toISOString() },
    recordedBy: await nameOfUser(db, meeting.recordedById),
    recordedAt: meeting.recordedAt?.toISOString() ?? null,
    original: meeting.originalFile,
    itemTitle: agendaItem.title,
    application: applicationRefOf(agendaItem.application),
    motion: sheetOf(motion),
    may: rightsOver(scope.actor, scope.alliance.id),
  };
}
