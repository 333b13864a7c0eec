import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { likePattern } from "@/lib/platform/db/sql";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { listEditors, postersOf } from "../policy";
import { standingOf } from "../rules/living";
import type { exportedItems, exportItemsInput, itemsPage, listItemsInput } from "../schema/lists";
import type { ListKind, ListState, PainCategory } from "../types";
import { namesOf } from "./names";

type Input = z.output<typeof listItemsInput>;

type Row = {
  id: string;
  version: number;
  kind: ListKind;
  organizationId: string;
  organizationName: string;
  title: string;
  detail: string;
  stewardName: string;
  pain: PainCategory | null;
  budget: string | null;
  occupation: string | null;
  skill: string | null;
  headcount: number | null;
  neededOn: string | null;
  state: ListState;
  confirmedOn: string;
  expiresOn: string;
  callId: string | null;
  callTitle: string | null;
};

const columns = Prisma.sql`i.id, i.version, i.kind::text AS kind, i.organization_id AS "organizationId",
  o.name AS "organizationName", i.title, i.detail, i.steward_name AS "stewardName", i.pain::text AS pain,
  i.budget::text AS budget, i.occupation, i.skill, i.headcount, i.needed_on::text AS "neededOn", i.state::text AS state,
  i.confirmed_on::text AS "confirmedOn", i.expires_on::text AS "expiresOn"`;

const order: Record<Input["sort"], Prisma.Sql> = {
  "-new": Prisma.sql`i.created_at DESC, i.id DESC`,
  new: Prisma.sql`i.created_at, i.id`,
  expires: Prisma.sql`i.expires_on, i.id`,
  "-expires": Prisma.sql`i.expires_on DESC, i.id DESC`,
  organization: Prisma.sql`o.pinyin, i.id`,
  "-organization": Prisma.sql`o.pinyin DESC, i.id DESC`,
};

function standing(show: Input["show"], today: string): Prisma.Sql {
  if (show === "ended") return Prisma.sql`i.state <> 'active'`;
  return show === "expired"
    ? Prisma.sql`i.state = 'active' AND i.expires_on < ${today}::date`
    : Prisma.sql`i.state = 'active' AND i.expires_on >= ${today}::date`;
}

function conditions(scope: TenantScope, input: Omit<Input, "sort" | "page" | "pageSize">) {
  const like = likePattern(input.q ?? "");
  const parts = [
    Prisma.sql`i.alliance_id = ${scope.alliance.id}::uuid`,
    Prisma.sql`i.kind = ${input.kind}::living_list_kind`,
    standing(input.show, scope.today),
    input.organization && Prisma.sql`i.organization_id = ${input.organization}::uuid`,
    input.q &&
      Prisma.sql`(i.title ILIKE ${like} OR i.detail ILIKE ${like} OR i.occupation ILIKE ${like}
        OR o.search_text LIKE ${like.toLowerCase()})`,
  ].filter((part) => typeof part === "object");
  return Prisma.join(parts, " AND ");
}

const plain = (scope: TenantScope, row: Row) => {
  const { organizationId, organizationName, callId: _, callTitle: __, state, ...rest } = row;
  return {
    ...rest,
    organization: { id: organizationId, name: organizationName },
    standing: standingOf(state, row.expiresOn, scope.today),
  };
};

const countsOf = async (db: Db, scope: TenantScope) => {
  const [counts] = await db.$queryRaw<{ product: number; technology: number; talent: number }[]>`
    SELECT count(*) FILTER (WHERE kind = 'product')::int AS product,
      count(*) FILTER (WHERE kind = 'technology')::int AS technology, count(*) FILTER (WHERE kind = 'talent')::int AS talent
    FROM living_list_items WHERE alliance_id = ${scope.alliance.id}::uuid AND state = 'active'
      AND expires_on >= ${scope.today}::date`;
  return counts ?? { product: 0, technology: 0, talent: 0 };
};

/** One of the three living lists; what has expired stands there only when it is asked for. */
export async function listItems(
  db: Db,
  scope: TenantScope,
  input: Input,
): Promise<z.input<typeof itemsPage>> {
  const where = conditions(scope, input);
  const from = Prisma.sql`FROM living_list_items i JOIN organizations o ON o.id = i.organization_id WHERE ${where}`;
  const [count] = await db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${from}`;
  const rows = await db.$queryRaw<Row[]>`
    SELECT ${columns}, c.id AS "callId", c.title AS "callTitle"
    FROM living_list_items i JOIN organizations o ON o.id = i.organization_id
    LEFT JOIN LATERAL (SELECT c.id, c.title FROM calls c WHERE c.alliance_id = i.alliance_id AND c.list_item_id = i.id
      AND c.state NOT IN ('failed', 'cancelled') AND (c.published_at IS NOT NULL OR c.poster_id = ANY(${[...postersOf(scope)]}::uuid[]))
      ORDER BY c.created_at DESC LIMIT 1) c ON true
    WHERE ${where} ORDER BY ${order[input.sort]}
    LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`;
  const editors = listEditors(scope);
  const edits = (id: string) => editors?.whole === true || editors?.organizationIds.includes(id);
  return {
    items: rows.map((row) => ({
      ...plain(scope, row),
      call: row.callId && row.callTitle ? { id: row.callId, title: row.callTitle } : null,
      mayEdit: row.state === "active" && edits(row.organizationId) === true,
      mayCall:
        row.state === "active" &&
        row.kind === "technology" &&
        !row.callId &&
        postersOf(scope).includes(row.organizationId),
    })),
    total: count?.total ?? 0,
    page: input.page,
    pageSize: input.pageSize,
    counts: await countsOf(db, scope),
    mayAdd: editors !== undefined,
    own: await namesOf(db, editors?.organizationIds ?? []),
    anyMember: editors?.whole === true,
  };
}

/** A whole list as a table; those who may take tables of their own units alone get those lines. */
export async function exportItems(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof exportItemsInput>,
): Promise<z.input<typeof exportedItems>> {
  const own = scope.reach.whole
    ? Prisma.sql`true`
    : Prisma.sql`i.organization_id = ANY(${[...scope.reach.organizationIds]}::uuid[])`;
  const rows = await db.$queryRaw<Row[]>`
    SELECT ${columns}, NULL AS "callId", NULL AS "callTitle"
    FROM living_list_items i JOIN organizations o ON o.id = i.organization_id
    WHERE ${conditions(scope, { kind: input.kind })} AND ${own} ORDER BY o.pinyin, i.created_at, i.id LIMIT 10000`;
  return {
    items: rows.map((row) => plain(scope, row)),
    alliance: scope.alliance.name,
    today: scope.today,
  };
}
