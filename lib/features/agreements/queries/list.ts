import type { z } from "zod";
import { addDays, dayIn } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { likePattern } from "@/lib/platform/db/sql";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { mayWrite } from "../policy";
import { EXPIRY_DAYS, phaseOf, sealStateOf, waitsFor, waitsSince } from "../rules/states";
import type { agreementPage, agreementRow, listAgreementsInput } from "../schema";
import type { AgreementKind, AgreementPhase, AgreementState } from "../types";
import { knownCall } from "./calls";

type Input = z.output<typeof listAgreementsInput>;
type Row = {
  id: string;
  number: string | null;
  title: string;
  kind: AgreementKind;
  state: AgreementState;
  validFrom: string;
  validTo: string | null;
  autoRenew: boolean;
  signedOn: string | null;
  stateSince: Date;
  checkedAt: Date | null;
  parties: { id: string; name: string; sealedOn: string | null }[] | null;
};

const order: Record<Input["sort"], Prisma.Sql> = {
  "-new": Prisma.sql`g.created_at DESC, g.id DESC`,
  new: Prisma.sql`g.created_at, g.id`,
  expiry: Prisma.sql`g.valid_to NULLS LAST, g.id`,
  "-expiry": Prisma.sql`g.valid_to DESC NULLS LAST, g.id DESC`,
};

const ofParty = (ids: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`g.id IN (SELECT y.agreement_id FROM agreement_parties y WHERE y.organization_id ${ids})`;

/** Of a call that the reader may not know, no agreement is found by it. */
const aboutCall = (scope: TenantScope, callId: string): Prisma.Sql =>
  Prisma.sql`g.id IN (SELECT l.agreement_id FROM agreement_links l
    JOIN calls c ON c.alliance_id = l.alliance_id AND c.id = l.call_id
    WHERE c.alliance_id = ${scope.alliance.id}::uuid AND c.id = ${callId}::uuid AND ${knownCall(scope)})`;

/** The computed phases as conditions, in the words of phaseOf. */
function phaseIs(phase: AgreementPhase, today: string): Prisma.Sql {
  const soon = addDays(today, EXPIRY_DAYS);
  const expires = Prisma.sql`g.state = 'in_force' AND NOT g.auto_renew`;
  if (phase === "expired") return Prisma.sql`${expires} AND g.valid_to < ${today}::date`;
  if (phase === "expiring") {
    return Prisma.sql`${expires} AND g.valid_to BETWEEN ${today}::date AND ${soon}::date`;
  }
  if (phase === "in_force") {
    return Prisma.sql`g.state = 'in_force' AND (g.auto_renew OR g.valid_to IS NULL OR g.valid_to > ${soon}::date)`;
  }
  return Prisma.sql`g.state = ${phase}::agreement_state`;
}

function matches(text: string): Prisma.Sql {
  const like = likePattern(text.toLowerCase());
  const parties = Prisma.sql`IN (SELECT o.id FROM organizations o WHERE o.search_text LIKE ${like})`;
  return Prisma.sql`(lower(g.title) LIKE ${like} OR ${ofParty(parties)}
    OR project_code(g.code_year, g.code_number) LIKE ${like})`;
}

function conditions(scope: TenantScope, input: Input): Prisma.Sql {
  const { reach } = scope;
  const own = [...reach.organizationIds];
  const parts = [
    Prisma.sql`g.alliance_id = ${scope.alliance.id}::uuid`,
    reach.whole ? undefined : ofParty(Prisma.sql`= ANY(${own}::uuid[])`),
    input.kind && Prisma.sql`g.kind = ${input.kind}::agreement_kind`,
    input.phase && phaseIs(input.phase, scope.today),
    input.organization && ofParty(Prisma.sql`= ${input.organization}::uuid`),
    input.call && aboutCall(scope, input.call),
    input.q && matches(input.q),
  ].filter((part) => typeof part === "object");
  return Prisma.join(parts, " AND ");
}

/** The list's own total, for a number that opens it. */
export const agreementsCounted = (scope: TenantScope, input: Input): Prisma.Sql =>
  Prisma.sql`SELECT NULL::int AS year, count(*)::int AS count FROM agreements g WHERE ${conditions(scope, input)}`;

const columns = Prisma.sql`
  g.id, project_code(g.code_year, g.code_number) AS number, g.title, g.kind::text AS kind, g.state::text AS state,
  g.valid_from::text AS "validFrom", g.valid_to::text AS "validTo", g.auto_renew AS "autoRenew",
  g.signed_on::text AS "signedOn", g.state_since AS "stateSince", g.checked_at AS "checkedAt",
  (SELECT json_agg(json_build_object('id', y.organization_id, 'name', o.name, 'sealedOn', y.sealed_on) ORDER BY y.id)
   FROM agreement_parties y JOIN organizations o ON o.id = y.organization_id
   WHERE y.alliance_id = g.alliance_id AND y.agreement_id = g.id) AS parties`;

export function toRow(row: Row, { today, alliance }: TenantScope): z.input<typeof agreementRow> {
  const phase = phaseOf(row, today);
  const parties = row.parties ?? [];
  const waiting = waitsFor({ state: row.state, cleared: row.checkedAt !== null }, phase);
  const waitingSince = waitsSince(waiting, {
    stateSince: dayIn(row.stateSince, alliance.timeZone),
    clearedOn: row.checkedAt && dayIn(row.checkedAt, alliance.timeZone),
    validTo: row.validTo,
  });
  return {
    ...row,
    phase,
    parties,
    seal: sealStateOf(parties.map(({ sealedOn }) => sealedOn !== null)),
    waiting,
    waitingSince,
  };
}

export async function listAgreements(
  db: Db,
  scope: TenantScope,
  input: Input,
): Promise<z.input<typeof agreementPage>> {
  const where = conditions(scope, input);
  const [count] = await db.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM agreements g WHERE ${where}`;
  const rows = await db.$queryRaw<Row[]>`
    SELECT ${columns} FROM agreements g WHERE ${where} ORDER BY ${order[input.sort]}
    LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`;
  return {
    items: rows.map((row) => toRow(row, scope)),
    total: count?.total ?? 0,
    page: input.page,
    pageSize: input.pageSize,
    mayWrite: mayWrite(scope),
  };
}
