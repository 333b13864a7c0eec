import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { likePattern } from "@/lib/platform/db/sql";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { isLapseDue } from "../rules";
import type { ApplicationRow, listInput, listOutput } from "../schema";
import { type ApplicationState, openStates } from "../types";

type Input = z.output<typeof listInput>;

const isOpen = Prisma.sql`(a.state = ANY(${[...openStates]}::application_state[]))`;

const orders: Record<Input["sort"], Prisma.Sql> = {
  // What waits longest stands first; what is over comes after it, newest first.
  waiting: Prisma.sql`${isOpen} DESC, CASE WHEN ${isOpen} THEN a.state_since END ASC, a.number DESC`,
  "-waiting": Prisma.sql`${isOpen} DESC, CASE WHEN ${isOpen} THEN a.state_since END DESC, a.number DESC`,
  "-number": Prisma.sql`a.number DESC`,
  number: Prisma.sql`a.number ASC`,
  name: Prisma.sql`a.organization_name ASC, a.number ASC`,
  "-name": Prisma.sql`a.organization_name DESC, a.number DESC`,
};

export function filters(scope: TenantScope, input: Input): Prisma.Sql {
  const parts = [Prisma.sql`a.alliance_id = ${scope.alliance.id}::uuid`];
  if (input.state === "open") {
    parts.push(isOpen);
  } else if (input.state) {
    parts.push(Prisma.sql`a.state = ${input.state}::application_state`);
  }
  if (input.q) {
    const pattern = likePattern(input.q);
    parts.push(
      Prisma.sql`(a.organization_name ILIKE ${pattern} OR a.credit_code ILIKE ${pattern})`,
    );
  }
  return Prisma.join(parts, " AND ");
}

const columns = Prisma.sql`a.id, a.number, a.organization_name AS "organizationName", a.credit_code AS "creditCode",
  a.kind::text AS kind, a.requested_position::text AS "requestedPosition", a.state::text AS state,
  a.state_since AS "stateSince", a.created_at AS "createdAt"`;

type Row = Omit<ApplicationRow, "stateSince" | "createdAt" | "lapseDue"> & {
  stateSince: Date;
  createdAt: Date;
};

/** The secretariat's inbox. */
export async function listApplications(
  db: Db,
  scope: TenantScope,
  input: Input,
): Promise<z.input<typeof listOutput>> {
  const where = filters(scope, input);
  const offset = (input.page - 1) * input.pageSize;
  const [rows, totals, states] = await Promise.all([
    db.$queryRaw<Row[]>`SELECT ${columns} FROM membership_applications a WHERE ${where}
      ORDER BY ${orders[input.sort]} LIMIT ${input.pageSize} OFFSET ${offset}`,
    db.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM membership_applications a WHERE ${where}`,
    db.$queryRaw<{ state: ApplicationState; count: number }[]>`
      SELECT state::text AS state, count(*)::int AS count FROM membership_applications
      WHERE alliance_id = ${scope.alliance.id}::uuid GROUP BY state`,
  ]);
  return {
    items: rows.map((row) => ({
      ...row,
      stateSince: row.stateSince.toISOString(),
      createdAt: row.createdAt.toISOString(),
      lapseDue: isLapseDue(row.state, row.stateSince, scope.today, scope.alliance.timeZone),
    })),
    total: totals[0]?.total ?? 0,
    page: input.page,
    pageSize: input.pageSize,
    counts: Object.fromEntries(states.map(({ state, count }) => [state, count])),
  };
}
