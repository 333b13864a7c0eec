import { addDays, type Day, dateOf } from "@/lib/kernel/dates";
import type { Tx } from "@/lib/platform/db/transaction";
import { pinyinOf, searchTextOf } from "../rules/search-text";

/**
 * Two who write about one name wait for each other: names carry no unique key, since two units may share one. An import
 * keeps everybody else out, because it would need a lock for each of its names.
 */
export async function lockName(tx: Tx, folded: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended('organizations', 0))`;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`organization:${folded}`}, 0))`;
}

/** Nobody enters an organization until this transaction has ended. */
export async function lockRegister(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('organizations', 0))`;
}

/** An active organization of exactly this name (folded as people read it), other than the given one. */
export async function findByName(
  tx: Tx,
  folded: string,
): Promise<{ id: string; name: string; creditCode: string | null } | undefined> {
  const rows = await tx.$queryRaw<{ id: string; name: string; creditCode: string | null }[]>`
    SELECT id, name, credit_code AS "creditCode" FROM organizations
    WHERE status = 'active' AND lower(normalize(name, NFKC)) = ${folded}
    ORDER BY credit_code IS NULL DESC, created_at LIMIT 1`;
  return rows[0];
}

/** Writes anew what an organization is found by, from all of its names. */
export async function refreshSearchText(tx: Tx, organizationId: string): Promise<void> {
  const found = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { name: true, shortName: true, nameEn: true, names: { select: { name: true } } },
  });
  const names = [found.name, found.shortName, found.nameEn, ...found.names.map(({ name }) => name)];
  await tx.organization.update({
    where: { id: organizationId },
    data: {
      searchText: searchTextOf(names.filter((name) => name !== null)),
      pinyin: pinyinOf(found.name),
    },
  });
}

/** An alias that the organization does not have yet. */
export async function addAlias(tx: Tx, organizationId: string, name: string): Promise<void> {
  const known = await tx.organizationName.findFirst({ where: { organizationId, name } });
  if (!known) await tx.organizationName.create({ data: { organizationId, kind: "alias", name } });
}

/** Since when the present name holds; null where nobody wrote it down. */
export async function presentNameFrom(tx: Tx, organizationId: string): Promise<Date | null> {
  const present = await tx.organizationName.findFirst({
    where: { organizationId, kind: "official" },
    orderBy: { validFrom: { sort: "desc", nulls: "last" } },
    select: { validFrom: true },
  });
  return present?.validFrom ?? null;
}

/** The present name becomes a former one that ended the day before; documents keep the name of their date. */
export async function keepFormerName(
  tx: Tx,
  organizationId: string,
  names: { before: string; after: string },
  from: Day,
): Promise<void> {
  const validFrom = await presentNameFrom(tx, organizationId);
  await tx.$executeRaw`DELETE FROM organization_names WHERE organization_id = ${organizationId}::uuid AND kind = 'official'`;
  await tx.organizationName.createMany({
    data: [
      {
        organizationId,
        kind: "former",
        name: names.before,
        validFrom,
        validTo: dateOf(addDays(from, -1)),
      },
      { organizationId, kind: "official", name: names.after, validFrom: dateOf(from) },
    ],
  });
}
