import type { Tx } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";

/** Kind of row → keys of the rows that went over. */
type Moved = Record<string, string[]>;
type Rows = Promise<{ id: string }[]>;

const keys = async (rows: Rows): Promise<string[]> => (await rows).map(({ id }) => id);

/** Offerings of one programme at both rows: the duplicate's and the survivor's. */
const twins = (survivor: string, absorbed: string): Prisma.Sql =>
  Prisma.sql`(SELECT a.id AS old_id, s.id AS new_id FROM programme_offerings a
    JOIN programme_offerings s ON s.programme_id = a.programme_id AND s.organization_id = ${survivor}::uuid
    WHERE a.organization_id = ${absorbed}::uuid) t`;

/** What hangs on the duplicate's offering goes to the survivor's, before the first is dropped. */
export async function moveTwinOfferings(tx: Tx, survivor: string, absorbed: string): Promise<void> {
  const both = twins(survivor, absorbed);
  await moveTwinSupplies(tx, both);
  await tx.$executeRaw`UPDATE training_classes c SET offering_id = t.new_id FROM ${both} WHERE c.offering_id = t.old_id`;
  await tx.$executeRaw`UPDATE programme_adjustments c SET offering_id = t.new_id FROM ${both} WHERE c.offering_id = t.old_id`;
  await tx.$executeRaw`UPDATE programme_groups c SET lead_offering_id = t.new_id FROM ${both} WHERE c.lead_offering_id = t.old_id`;
  await tx.$executeRaw`
    INSERT INTO offering_chain_nodes (alliance_id, offering_id, chain_node_id)
    SELECT c.alliance_id, t.new_id, c.chain_node_id FROM offering_chain_nodes c JOIN ${both} ON t.old_id = c.offering_id
    ON CONFLICT DO NOTHING`;
  await tx.$executeRaw`DELETE FROM offering_chain_nodes c USING ${both} WHERE c.offering_id = t.old_id`;
  await tx.$executeRaw`
    DELETE FROM programme_pathways c USING programme_pathways k, ${both}
    WHERE t.old_id IN (c.from_offering_id, c.to_offering_id) AND k.id <> c.id AND k.alliance_id = c.alliance_id
      AND k.model = c.model AND k.academic_year = c.academic_year
      AND k.from_offering_id = CASE WHEN c.from_offering_id = t.old_id THEN t.new_id ELSE c.from_offering_id END
      AND k.to_offering_id = CASE WHEN c.to_offering_id = t.old_id THEN t.new_id ELSE c.to_offering_id END`;
  await tx.$executeRaw`
    UPDATE programme_pathways c SET
      from_offering_id = CASE WHEN c.from_offering_id = t.old_id THEN t.new_id ELSE c.from_offering_id END,
      to_offering_id = CASE WHEN c.to_offering_id = t.old_id THEN t.new_id ELSE c.to_offering_id END
    FROM ${both} WHERE t.old_id IN (c.from_offering_id, c.to_offering_id)`;
}

/**
 * Of one academic year twice the survivor's numbers count; the matches go over to them. Of two live matches with one
 * demand the duplicate's ends.
 */
async function moveTwinSupplies(tx: Tx, both: Prisma.Sql): Promise<void> {
  await tx.$executeRaw`
    UPDATE talent_supplies y SET offering_id = t.new_id FROM ${both}
    WHERE y.offering_id = t.old_id AND NOT EXISTS (SELECT 1 FROM talent_supplies s
      WHERE s.alliance_id = y.alliance_id AND s.offering_id = t.new_id AND s.academic_year = y.academic_year)`;
  const pairs = Prisma.sql`(SELECT y.id AS old_supply, s.id AS new_supply FROM ${both}
    JOIN talent_supplies y ON y.offering_id = t.old_id
    JOIN talent_supplies s ON s.alliance_id = y.alliance_id AND s.offering_id = t.new_id AND s.academic_year = y.academic_year) p`;
  await tx.$executeRaw`
    UPDATE talent_matches m SET state = 'dropped', version = m.version + 1 FROM ${pairs}
    WHERE m.supply_id = p.old_supply AND m.state IN ('suggested', 'contacted', 'agreed') AND EXISTS (
      SELECT 1 FROM talent_matches k WHERE k.demand_id = m.demand_id AND k.supply_id = p.new_supply
        AND k.state IN ('suggested', 'contacted', 'agreed'))`;
  await tx.$executeRaw`
    UPDATE talent_matches m SET supply_id = p.new_supply FROM ${pairs} WHERE m.supply_id = p.old_supply`;
  await tx.$executeRaw`DELETE FROM talent_supplies y USING ${pairs} WHERE y.id = p.old_supply`;
}

/** Groups of one name are one group. */
async function moveGroups(tx: Tx, survivor: string, absorbed: string): Promise<string[]> {
  await tx.$executeRaw`
    UPDATE alliance_offerings x SET group_id = s.id FROM programme_groups a JOIN programme_groups s
      ON s.alliance_id = a.alliance_id AND s.name = a.name AND s.organization_id = ${survivor}::uuid
    WHERE a.organization_id = ${absorbed}::uuid AND x.alliance_id = a.alliance_id AND x.group_id = a.id`;
  await tx.$executeRaw`
    DELETE FROM programme_groups a USING programme_groups s
    WHERE a.organization_id = ${absorbed}::uuid AND s.alliance_id = a.alliance_id AND s.name = a.name
      AND s.organization_id = ${survivor}::uuid`;
  return keys(tx.$queryRaw`
    UPDATE programme_groups SET organization_id = ${survivor}::uuid WHERE organization_id = ${absorbed}::uuid RETURNING id`);
}

/** Masters of both rows in one class are the survivor's. */
async function movePartners(tx: Tx, survivor: string, absorbed: string): Promise<string[]> {
  await tx.$executeRaw`
    UPDATE training_class_partners s SET mentors = s.mentors + a.mentors FROM training_class_partners a
    WHERE s.class_id = a.class_id AND s.organization_id = ${survivor}::uuid AND a.organization_id = ${absorbed}::uuid`;
  const moved = await keys(tx.$queryRaw`
    UPDATE training_class_partners a SET organization_id = ${survivor}::uuid
    WHERE a.organization_id = ${absorbed}::uuid AND NOT EXISTS (SELECT 1 FROM training_class_partners s
      WHERE s.class_id = a.class_id AND s.organization_id = ${survivor}::uuid) RETURNING a.class_id AS id`);
  await tx.$executeRaw`DELETE FROM training_class_partners WHERE organization_id = ${absorbed}::uuid`;
  return moved;
}

/** Classes, demands, adjustments and reports; a class whose name the survivor has as well is told apart. */
export async function moveTalent(tx: Tx, survivor: string, absorbed: string): Promise<Moved> {
  return {
    groups: await moveGroups(tx, survivor, absorbed),
    classes: await keys(tx.$queryRaw`
      UPDATE training_classes a SET organization_id = ${survivor}::uuid, name = CASE WHEN EXISTS (
        SELECT 1 FROM training_classes s WHERE s.alliance_id = a.alliance_id AND s.name = a.name
          AND s.organization_id = ${survivor}::uuid) THEN left(a.name, 60) || ' ' || left(a.id::text, 8) ELSE a.name END
      WHERE a.organization_id = ${absorbed}::uuid RETURNING a.id`),
    classPartners: await movePartners(tx, survivor, absorbed),
    talentDemands: await keys(tx.$queryRaw`
      UPDATE talent_demands SET organization_id = ${survivor}::uuid WHERE organization_id = ${absorbed}::uuid RETURNING id`),
    adjustments: await keys(tx.$queryRaw`
      UPDATE programme_adjustments SET organization_id = ${survivor}::uuid WHERE organization_id = ${absorbed}::uuid RETURNING id`),
    supplyBureaus: await keys(tx.$queryRaw`
      UPDATE talent_supplies SET bureau_id = ${survivor}::uuid WHERE bureau_id = ${absorbed}::uuid RETURNING id`),
    talentReports: await keys(tx.$queryRaw`
      UPDATE talent_reports SET issuer_id = ${survivor}::uuid WHERE issuer_id = ${absorbed}::uuid RETURNING id`),
  };
}
