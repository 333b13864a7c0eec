import type { Tx } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { keys, type Moved } from "./moved";

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
  await joinPathways(tx, both);
  await tx.$executeRaw`
    UPDATE programme_pathways c SET
      from_offering_id = CASE WHEN c.from_offering_id = t.old_id THEN t.new_id ELSE c.from_offering_id END,
      to_offering_id = CASE WHEN c.to_offering_id = t.old_id THEN t.new_id ELSE c.to_offering_id END
    FROM ${both} WHERE t.old_id IN (c.from_offering_id, c.to_offering_id)`;
}

/**
 * One pathway registered at both: agreements about the one that falls away are about the other, each once. Of one year twice
 * the number of the one that is kept counts; its quota is never below a number that it takes over.
 */
async function joinPathways(tx: Tx, both: Prisma.Sql): Promise<void> {
  const pairs = Prisma.sql`(SELECT c.id AS gone, k.id AS kept FROM ${both}
    JOIN programme_pathways c ON t.old_id IN (c.from_offering_id, c.to_offering_id)
    JOIN programme_pathways k ON k.id <> c.id AND k.alliance_id = c.alliance_id
      AND k.model = c.model AND k.academic_year = c.academic_year
      AND k.from_offering_id = CASE WHEN c.from_offering_id = t.old_id THEN t.new_id ELSE c.from_offering_id END
      AND k.to_offering_id = CASE WHEN c.to_offering_id = t.old_id THEN t.new_id ELSE c.to_offering_id END) p`;
  await tx.$executeRaw`
    DELETE FROM agreement_links l USING ${pairs} WHERE l.pathway_id = p.gone AND EXISTS (
      SELECT 1 FROM agreement_links o WHERE o.agreement_id = l.agreement_id AND o.pathway_id = p.kept)`;
  await tx.$executeRaw`
    UPDATE agreement_links l SET pathway_id = p.kept FROM ${pairs} WHERE l.pathway_id = p.gone`;
  await tx.$executeRaw`
    DELETE FROM pathway_transitions y USING ${pairs} WHERE y.pathway_id = p.gone AND EXISTS (
      SELECT 1 FROM pathway_transitions o WHERE o.pathway_id = p.kept AND o.year = y.year)`;
  await tx.$executeRaw`
    UPDATE programme_pathways k SET quota = x.most FROM (
      SELECT p.kept, max(y.moved) AS most FROM ${pairs} JOIN pathway_transitions y ON y.pathway_id = p.gone GROUP BY p.kept) x
    WHERE k.id = x.kept AND k.quota < x.most`;
  await tx.$executeRaw`
    UPDATE pathway_transitions y SET pathway_id = p.kept FROM ${pairs} WHERE y.pathway_id = p.gone`;
  await tx.$executeRaw`DELETE FROM programme_pathways c USING ${pairs} WHERE c.id = p.gone`;
}

/**
 * Of one academic year twice the published numbers count, else the survivor's; the matches go over to them. Nobody can
 * promise graduates of numbers that are not published, so those that fall away have promised none.
 */
async function moveTwinSupplies(tx: Tx, both: Prisma.Sql): Promise<void> {
  const pairs = Prisma.sql`(SELECT o.id AS old_id, n.id AS new_id, o.state AS old_state, n.state AS new_state FROM ${both}
    JOIN talent_supplies o ON o.offering_id = t.old_id
    JOIN talent_supplies n ON n.alliance_id = o.alliance_id AND n.offering_id = t.new_id AND n.academic_year = o.academic_year) x`;
  await joinSupplies(
    tx,
    Prisma.sql`(SELECT new_id AS gone, old_id AS kept FROM ${pairs} WHERE old_state = 'published' AND new_state <> 'published') p`,
  );
  await joinSupplies(tx, Prisma.sql`(SELECT old_id AS gone, new_id AS kept FROM ${pairs}) p`);
  await tx.$executeRaw`
    UPDATE talent_supplies y SET offering_id = t.new_id FROM ${both} WHERE y.offering_id = t.old_id`;
}

/** Agreements end where the numbers that are kept have no room for them, and live matches where these have one already. */
async function joinSupplies(tx: Tx, pairs: Prisma.Sql): Promise<void> {
  const ended = await tx.$queryRaw<{ demand_id: string }[]>`
    UPDATE talent_matches m SET state = 'dropped', version = m.version + 1 FROM ${pairs}
    JOIN talent_supplies g ON g.id = p.gone JOIN talent_supplies k ON k.id = p.kept
    WHERE m.supply_id = p.gone AND (m.state = 'agreed' AND g.taken + k.taken > k.graduates
      OR m.state IN ('suggested', 'contacted', 'agreed') AND EXISTS (
        SELECT 1 FROM talent_matches l WHERE l.demand_id = m.demand_id AND l.supply_id = p.kept
          AND l.state IN ('suggested', 'contacted', 'agreed')))
    RETURNING m.demand_id`;
  await tx.$executeRaw`
    UPDATE talent_demands SET state = 'open', version = version + 1
    WHERE id = ANY(${ended.map((row) => row.demand_id)}::uuid[]) AND state = 'partly_matched' AND taken = 0`;
  await tx.$executeRaw`
    UPDATE talent_matches m SET supply_id = p.kept FROM ${pairs} WHERE m.supply_id = p.gone`;
  await tx.$executeRaw`DELETE FROM talent_supplies y USING ${pairs} WHERE y.id = p.gone`;
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
