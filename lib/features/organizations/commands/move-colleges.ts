import type { Tx } from "@/lib/platform/db/transaction";
import { keys, type Moved } from "./moved";

/** An agreement or a platform in which both rows are parties has one party after; a seal or an answer is not lost. */
async function moveBuilders(tx: Tx, survivor: string, absorbed: string): Promise<Moved> {
  await tx.$executeRaw`
    UPDATE agreement_parties s SET sealed_on = a.sealed_on, sealed_by_id = a.sealed_by_id FROM agreement_parties a
    WHERE s.agreement_id = a.agreement_id AND s.organization_id = ${survivor}::uuid
      AND a.organization_id = ${absorbed}::uuid AND s.sealed_on IS NULL`;
  const agreements = await keys(tx.$queryRaw`
    UPDATE agreement_parties a SET organization_id = ${survivor}::uuid
    WHERE a.organization_id = ${absorbed}::uuid AND NOT EXISTS (SELECT 1 FROM agreement_parties s
      WHERE s.organization_id = ${survivor}::uuid AND s.agreement_id = a.agreement_id) RETURNING a.id`);
  await tx.$executeRaw`DELETE FROM agreement_parties WHERE organization_id = ${absorbed}::uuid`;
  const platformParties = await keys(tx.$queryRaw`
    UPDATE platform_parties a SET organization_id = ${survivor}::uuid
    WHERE a.organization_id = ${absorbed}::uuid AND NOT EXISTS (SELECT 1 FROM platform_parties s
      WHERE s.organization_id = ${survivor}::uuid AND s.platform_id = a.platform_id) RETURNING a.id`);
  await tx.$executeRaw`DELETE FROM platform_parties WHERE organization_id = ${absorbed}::uuid`;
  const components = await keys(
    tx.$queryRaw`UPDATE platform_components SET owner_id = ${survivor}::uuid WHERE owner_id = ${absorbed}::uuid RETURNING id`,
  );
  const bookings = await keys(
    tx.$queryRaw`UPDATE equipment_bookings SET organization_id = ${survivor}::uuid WHERE organization_id = ${absorbed}::uuid RETURNING id`,
  );
  return { agreements, platformParties, components, bookings };
}

/** Shares of both rows in one college are one share, and what the duplicate gave was given by the survivor. */
async function moveCollegeParties(tx: Tx, survivor: string, absorbed: string): Promise<Moved> {
  const collegeGifts = await keys(tx.$queryRaw`
    UPDATE college_contributions c SET party_id = s.id FROM college_parties a JOIN college_parties s
      ON s.college_id = a.college_id AND s.organization_id = ${survivor}::uuid
    WHERE c.party_id = a.id AND a.organization_id = ${absorbed}::uuid RETURNING c.id`);
  await tx.$executeRaw`
    UPDATE college_parties s SET share = CASE WHEN s.share IS NULL THEN a.share ELSE s.share + coalesce(a.share, 0) END
    FROM college_parties a WHERE s.college_id = a.college_id AND s.organization_id = ${survivor}::uuid
      AND a.organization_id = ${absorbed}::uuid`;
  const collegeParties = await keys(tx.$queryRaw`
    UPDATE college_parties a SET organization_id = ${survivor}::uuid
    WHERE a.organization_id = ${absorbed}::uuid AND NOT EXISTS (SELECT 1 FROM college_parties s
      WHERE s.organization_id = ${survivor}::uuid AND s.college_id = a.college_id) RETURNING a.id`);
  await tx.$executeRaw`DELETE FROM college_parties WHERE organization_id = ${absorbed}::uuid`;
  return {
    collegeGifts,
    collegeParties,
    colleges: await keys(
      tx.$queryRaw`UPDATE colleges SET school_id = ${survivor}::uuid WHERE school_id = ${absorbed}::uuid RETURNING id`,
    ),
    rectifications: await keys(
      tx.$queryRaw`UPDATE college_rectifications SET organization_id = ${survivor}::uuid WHERE organization_id = ${absorbed}::uuid RETURNING id`,
    ),
  };
}

/** Where the two were paired with each other, a unit was paired with itself: that never was a pairing. */
async function dropOwnPairings(tx: Tx, survivor: string, absorbed: string): Promise<void> {
  const both = [survivor, absorbed];
  await tx.$executeRaw`
    DELETE FROM pairing_visits v USING park_pairings p WHERE p.id = v.pairing_id
      AND p.school_id = ANY(${both}::uuid[]) AND p.park_id = ANY(${both}::uuid[])`;
  await tx.$executeRaw`
    DELETE FROM park_pairings WHERE school_id = ANY(${both}::uuid[]) AND park_id = ANY(${both}::uuid[])`;
}

/** Both rows were paired at the same time: one pairing is left, with the visits of both. */
async function movePairings(tx: Tx, survivor: string, absorbed: string): Promise<Moved> {
  await dropOwnPairings(tx, survivor, absorbed);
  const twins = await tx.$queryRaw<{ gone: string; kept: string }[]>`
    SELECT DISTINCT ON (a.id) a.id AS gone, s.id AS kept FROM park_pairings a JOIN park_pairings s ON s.alliance_id = a.alliance_id
      AND s.id <> a.id AND daterange(s.valid_from, s.valid_to, '[]') && daterange(a.valid_from, a.valid_to, '[]')
      AND ((a.park_id = ${absorbed}::uuid AND s.park_id = ${survivor}::uuid)
        OR (a.school_id = ${absorbed}::uuid AND s.school_id = ${survivor}::uuid AND lower(s.unit) = lower(a.unit)))
    ORDER BY a.id, s.id`;
  const gone = twins.map((twin) => twin.gone);
  await tx.$executeRaw`
    UPDATE pairing_visits v SET pairing_id = t.kept FROM unnest(${gone}::uuid[], ${twins.map(({ kept }) => kept)}::uuid[]) AS t(gone, kept)
    WHERE v.pairing_id = t.gone`;
  await tx.$executeRaw`DELETE FROM park_pairings WHERE id = ANY(${gone}::uuid[])`;
  return {
    pairings: await keys(tx.$queryRaw`
      UPDATE park_pairings SET school_id = CASE WHEN school_id = ${absorbed}::uuid THEN ${survivor}::uuid ELSE school_id END,
        park_id = CASE WHEN park_id = ${absorbed}::uuid THEN ${survivor}::uuid ELSE park_id END
      WHERE ${absorbed}::uuid IN (school_id, park_id) RETURNING id`),
  };
}

/** Both schools may have used the same reference in one call: the duplicate's gets a mark. */
async function movePlacements(tx: Tx, survivor: string, absorbed: string): Promise<Moved> {
  return {
    placements: await keys(tx.$queryRaw`
      UPDATE placements a SET school_id = ${survivor}::uuid, reference = left(a.reference, 58) || CASE WHEN EXISTS (
        SELECT 1 FROM placements s WHERE s.call_id = a.call_id AND s.school_id = ${survivor}::uuid AND s.reference = a.reference)
        THEN '-2' ELSE '' END
      WHERE a.school_id = ${absorbed}::uuid RETURNING a.id`),
    placementHosts: await keys(
      tx.$queryRaw`UPDATE placements SET host_id = ${survivor}::uuid WHERE host_id = ${absorbed}::uuid RETURNING id`,
    ),
  };
}

/** Agreements, platforms, colleges, pairings and placements of the duplicate. */
export async function moveColleges(tx: Tx, survivor: string, absorbed: string): Promise<Moved> {
  return {
    ...(await moveBuilders(tx, survivor, absorbed)),
    ...(await moveCollegeParties(tx, survivor, absorbed)),
    ...(await movePairings(tx, survivor, absorbed)),
    ...(await movePlacements(tx, survivor, absorbed)),
  };
}
