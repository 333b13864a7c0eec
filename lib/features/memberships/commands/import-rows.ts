import { randomUUID } from "node:crypto";
import { recordAudits } from "@/lib/platform/audit";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { profileKind } from "../../organizations/rules/profile";
import { pinyinOf, searchTextOf } from "../../organizations/rules/search-text";
import type { PlannedRow } from "../rules/import-plan";
import type { ImportRow } from "../schema/import";

/** Rows of one statement. Between two of them other requests get their turn: pinyin is worked out in this process. */
const BATCH = 250;

type Made = ImportRow & { id: string };

const namesOf = (row: ImportRow): string[] =>
  [row.name, row.shortName, row.nameEn, row.alias].filter((name) => name !== undefined);

/** As JSON in one parameter: a parameter for each of a hundred thousand cells takes longer than the writing. */
async function writeBatch(tx: Tx, rows: readonly Made[]) {
  const organizations = rows.map((row) => ({
    ...row,
    searchText: searchTextOf(namesOf(row)),
    pinyin: pinyinOf(row.name),
  }));
  await tx.$executeRaw`
    INSERT INTO organizations (id, name, kind, credit_code, short_name, name_en, region_code, address, search_text, pinyin, updated_at)
    SELECT r.id, r.name, r.kind::organization_kind, r."creditCode", r."shortName", r."nameEn", r."regionCode", r.address,
      r."searchText", r.pinyin, now()
    FROM jsonb_to_recordset(${JSON.stringify(organizations)}::jsonb) AS r(id uuid, name text, kind text, "creditCode" text,
      "shortName" text, "nameEn" text, "regionCode" text, address text, "searchText" text, pinyin text)`;
}

/** What goes with each organization: its name with its alias, and the empty profile that a unit of the kind begins with. */
async function writeNamesAndProfiles(tx: Tx, made: readonly Made[]) {
  const rows = made.map(({ id, name, alias, kind }) => ({
    id,
    name,
    alias: alias === name ? null : alias,
    profile: profileKind(kind),
  }));
  const given = JSON.stringify(rows);
  await tx.$executeRaw`
    WITH r AS (SELECT * FROM jsonb_to_recordset(${given}::jsonb) AS r(id uuid, name text, alias text, profile text)),
      names AS (
        INSERT INTO organization_names (id, organization_id, kind, name)
        SELECT gen_random_uuid(), id, 'official'::organization_name_kind, name FROM r
        UNION ALL SELECT gen_random_uuid(), id, 'alias', alias FROM r WHERE alias IS NOT NULL),
      schools AS (INSERT INTO member_institutions (organization_id) SELECT id FROM r WHERE profile = 'institution'),
      parks AS (INSERT INTO industrial_parks (organization_id) SELECT id FROM r WHERE profile = 'park')
    INSERT INTO enterprises (organization_id) SELECT id FROM r WHERE profile = 'enterprise'`;
}

/** One entry per organization, as if each had been entered by hand. */
const noteCreated = (tx: Tx, scope: TenantScope, made: readonly Made[], importId: string) =>
  recordAudits(
    tx,
    { chain: scope.alliance.id, actorId: scope.actor.userId, requestId: scope.requestId },
    { action: "organization.create", subjectType: "organization" },
    made.map(({ id, name, kind, creditCode }) => ({
      subjectId: id,
      details: { name, kind, creditCode: creditCode ?? null, import: importId },
    })),
  );

/** @returns ids of the new organizations by the number of their row */
export async function writeOrganizations(
  tx: Tx,
  scope: TenantScope,
  plan: readonly PlannedRow[],
  importId: string,
): Promise<Map<number, string>> {
  const made = plan.flatMap(({ outcome, given }): Made[] =>
    outcome === "create" && given ? [{ ...given, id: randomUUID() }] : [],
  );
  for (let at = 0; at < made.length; at += BATCH) {
    await writeBatch(tx, made.slice(at, at + BATCH));
  }
  if (made.length === 0) return new Map();
  await writeNamesAndProfiles(tx, made);
  await noteCreated(tx, scope, made, importId);
  return new Map(made.map(({ row, id }) => [row, id]));
}

/** The last certificate number given; its counter is held, so that nobody else takes one before this transaction ends. */
async function lastNumber(tx: Tx, allianceId: string): Promise<number> {
  await tx.$executeRaw`
    INSERT INTO counters (alliance_id, series, year, value)
    SELECT ${allianceId}::uuid, 'membership', 0, coalesce(max(number), 0) FROM memberships
    WHERE alliance_id = ${allianceId}::uuid ON CONFLICT DO NOTHING`;
  const rows = await tx.$queryRaw<{ value: number }[]>`
    SELECT value FROM counters WHERE alliance_id = ${allianceId}::uuid AND series = 'membership' AND year = 0 FOR UPDATE`;
  return rows[0]?.value ?? 0;
}

/** The counter follows the numbers that were given: no gaps, no twins (I-24). */
const moveCounter = (tx: Tx, allianceId: string, value: number) => tx.$executeRaw`
  UPDATE counters SET value = ${value}::int WHERE alliance_id = ${allianceId}::uuid AND series = 'membership' AND year = 0`;

type Opening = {
  id: string;
  number: number;
  organizationId: string;
  position: string;
  from: string;
  isLead: boolean;
};

async function writeMemberships(
  tx: Tx,
  scope: TenantScope,
  rows: readonly Opening[],
  reason: string,
) {
  await tx.$executeRaw`
    WITH r AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, number int, "organizationId" uuid,
        position text, "from" date, "isLead" boolean)),
      opened AS (
        INSERT INTO memberships (id, alliance_id, organization_id, number, is_lead, created_at)
        SELECT id, ${scope.alliance.id}::uuid, "organizationId", number, "isLead", ${scope.now.toISOString()}::timestamptz FROM r),
      periods AS (
        INSERT INTO membership_periods (id, alliance_id, membership_id, position, valid_from, opened_reason)
        SELECT gen_random_uuid(), ${scope.alliance.id}::uuid, id, position::member_position, "from", ${reason} FROM r)
    INSERT INTO membership_events (id, alliance_id, membership_id, kind, effective_on, reason, created_by_id, created_at)
    SELECT gen_random_uuid(), ${scope.alliance.id}::uuid, id, 'admitted', "from", ${reason}, ${scope.actor.userId}::uuid,
      ${scope.now.toISOString()}::timestamptz FROM r`;
}

/** Memberships in the order of the file, each with its first period and the event that opened it. */
export async function openMemberships(
  tx: Tx,
  scope: TenantScope,
  plan: readonly PlannedRow[],
  created: ReadonlyMap<number, string>,
  source: { id: string; fileName: string },
): Promise<void> {
  const allianceId = scope.alliance.id;
  const opening = plan.flatMap(({ opens, given, found, row }) => {
    const organizationId = found?.id ?? created.get(row);
    return opens && given?.position && given.admittedOn && organizationId
      ? [
          {
            id: randomUUID(),
            organizationId,
            position: given.position,
            from: given.admittedOn,
            isLead: given.isLead ?? false,
          },
        ]
      : [];
  });
  if (opening.length === 0) return;
  const last = await lastNumber(tx, allianceId);
  const rows = opening.map((one, place) => ({ ...one, number: last + place + 1 }));
  await writeMemberships(tx, scope, rows, `import: ${source.fileName}`);
  await moveCounter(tx, scope.alliance.id, last + rows.length);
  await scope.audit({
    action: "membership.admit",
    subjectType: "import",
    subjectId: source.id,
    details: { memberships: opening.length, numbers: [last + 1, last + opening.length] },
  });
}
