import type { Tx } from "@/lib/platform/db/transaction";
import { moveCalls } from "./move-calls";
import { moveCertificates } from "./move-certificates";
import { moveColleges } from "./move-colleges";
import { moveOutcomes, moveTrainings } from "./move-outcomes";
import { moveTalent, moveTwinOfferings } from "./move-talent";
import { moveTargets } from "./move-targets";
import { keys, type Moved } from "./moved";

/** Names, profile, titles, chain places and programmes: where the survivor has the same, the duplicate's goes. */
export async function moveOwnParts(tx: Tx, survivor: string, absorbed: string): Promise<Moved> {
  await tx.$executeRaw`
    INSERT INTO organization_names (id, organization_id, kind, name)
    SELECT gen_random_uuid(), ${survivor}::uuid, 'alias', o.name FROM organizations o WHERE o.id = ${absorbed}::uuid
      AND NOT EXISTS (SELECT 1 FROM organization_names n WHERE n.organization_id = ${survivor}::uuid AND n.name = o.name)`;
  const names = await keys(tx.$queryRaw`
    UPDATE organization_names n SET organization_id = ${survivor}::uuid
    WHERE n.organization_id = ${absorbed}::uuid AND n.kind <> 'official' AND NOT EXISTS (
      SELECT 1 FROM organization_names s WHERE s.organization_id = ${survivor}::uuid AND s.name = n.name) RETURNING n.id`);
  await tx.$executeRaw`DELETE FROM organization_names WHERE organization_id = ${absorbed}::uuid`;
  await moveProfiles(tx, survivor, absorbed);
  return {
    names,
    tags: await moveTags(tx, survivor, absorbed),
    chain: await moveChainPlaces(tx, survivor, absorbed),
    offerings: await moveOfferings(tx, survivor, absorbed),
  };
}

async function moveProfiles(tx: Tx, survivor: string, absorbed: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE enterprises SET organization_id = ${survivor}::uuid WHERE organization_id = ${absorbed}::uuid
      AND NOT EXISTS (SELECT 1 FROM enterprises WHERE organization_id = ${survivor}::uuid)`;
  await tx.$executeRaw`DELETE FROM enterprises WHERE organization_id = ${absorbed}::uuid`;
  await tx.$executeRaw`
    UPDATE member_institutions SET organization_id = ${survivor}::uuid WHERE organization_id = ${absorbed}::uuid
      AND NOT EXISTS (SELECT 1 FROM member_institutions WHERE organization_id = ${survivor}::uuid)`;
  await tx.$executeRaw`DELETE FROM member_institutions WHERE organization_id = ${absorbed}::uuid`;
  await tx.$executeRaw`
    UPDATE industrial_parks SET organization_id = ${survivor}::uuid WHERE organization_id = ${absorbed}::uuid
      AND NOT EXISTS (SELECT 1 FROM industrial_parks WHERE organization_id = ${survivor}::uuid)`;
  await tx.$executeRaw`DELETE FROM industrial_parks WHERE organization_id = ${absorbed}::uuid`;
}

/** Of the same title twice the later last day counts. */
async function moveTags(tx: Tx, survivor: string, absorbed: string): Promise<string[]> {
  await tx.$executeRaw`
    UPDATE enterprise_tags s SET valid_until = CASE WHEN s.valid_until IS NULL OR a.valid_until IS NULL THEN NULL
      ELSE greatest(s.valid_until, a.valid_until) END, level = coalesce(s.level, a.level)
    FROM enterprise_tags a
    WHERE s.organization_id = ${survivor}::uuid AND a.organization_id = ${absorbed}::uuid AND a.tag = s.tag`;
  const moved = await keys(tx.$queryRaw`
    UPDATE enterprise_tags a SET organization_id = ${survivor}::uuid
    WHERE a.organization_id = ${absorbed}::uuid AND NOT EXISTS (
      SELECT 1 FROM enterprise_tags s WHERE s.organization_id = ${survivor}::uuid AND s.tag = a.tag) RETURNING a.id`);
  await tx.$executeRaw`DELETE FROM enterprise_tags WHERE organization_id = ${absorbed}::uuid`;
  return moved;
}

async function moveChainPlaces(tx: Tx, survivor: string, absorbed: string): Promise<string[]> {
  const moved = await keys(tx.$queryRaw`
    UPDATE organization_chain_nodes a SET organization_id = ${survivor}::uuid
    WHERE a.organization_id = ${absorbed}::uuid AND NOT EXISTS (
      SELECT 1 FROM organization_chain_nodes s
      WHERE s.organization_id = ${survivor}::uuid AND s.chain_node_id = a.chain_node_id) RETURNING a.chain_node_id AS id`);
  await tx.$executeRaw`DELETE FROM organization_chain_nodes WHERE organization_id = ${absorbed}::uuid`;
  return moved;
}

/** A programme that both rows offer is one offering: alliances that count the duplicate's count the survivor's. */
async function moveOfferings(tx: Tx, survivor: string, absorbed: string): Promise<string[]> {
  const moved = await keys(tx.$queryRaw`
    UPDATE programme_offerings a SET organization_id = ${survivor}::uuid
    WHERE a.organization_id = ${absorbed}::uuid AND NOT EXISTS (
      SELECT 1 FROM programme_offerings s
      WHERE s.organization_id = ${survivor}::uuid AND s.programme_id = a.programme_id) RETURNING a.id`);
  await tx.$executeRaw`
    INSERT INTO alliance_offerings (alliance_id, offering_id)
    SELECT x.alliance_id, s.id FROM alliance_offerings x JOIN programme_offerings a ON a.id = x.offering_id
      JOIN programme_offerings s ON s.programme_id = a.programme_id AND s.organization_id = ${survivor}::uuid
    WHERE a.organization_id = ${absorbed}::uuid ON CONFLICT DO NOTHING`;
  await moveTwinOfferings(tx, survivor, absorbed);
  await tx.$executeRaw`
    DELETE FROM alliance_offerings x USING programme_offerings a
    WHERE a.id = x.offering_id AND a.organization_id = ${absorbed}::uuid`;
  await tx.$executeRaw`DELETE FROM programme_offerings WHERE organization_id = ${absorbed}::uuid`;
  return moved;
}

/** Who leads, who led and for which park: a former lead keeps the name that it had then. */
async function moveProjects(tx: Tx, survivor: string, absorbed: string): Promise<string[]> {
  await tx.$executeRaw`UPDATE projects SET park_id = ${survivor}::uuid WHERE park_id = ${absorbed}::uuid`;
  await tx.$executeRaw`
    UPDATE project_leads SET organization_id = ${survivor}::uuid WHERE organization_id = ${absorbed}::uuid`;
  return keys(
    tx.$queryRaw`UPDATE projects SET lead_id = ${survivor}::uuid WHERE lead_id = ${absorbed}::uuid RETURNING id`,
  );
}

/** A project in which both rows are parties has one party after; the lead stays the lead. */
async function moveParties(tx: Tx, survivor: string, absorbed: string): Promise<string[]> {
  await tx.$executeRaw`
    UPDATE project_parties s SET role = 'lead' FROM project_parties a
    WHERE s.project_id = a.project_id AND s.organization_id = ${survivor}::uuid
      AND a.organization_id = ${absorbed}::uuid AND a.role = 'lead'`;
  const moved = await keys(tx.$queryRaw`
    UPDATE project_parties a SET organization_id = ${survivor}::uuid
    WHERE a.organization_id = ${absorbed}::uuid AND NOT EXISTS (
      SELECT 1 FROM project_parties s
      WHERE s.organization_id = ${survivor}::uuid AND s.project_id = a.project_id) RETURNING a.id`);
  await tx.$executeRaw`DELETE FROM project_parties WHERE organization_id = ${absorbed}::uuid`;
  return moved;
}

/** Shares of both rows in one company are one share. */
async function moveShares(tx: Tx, survivor: string, absorbed: string): Promise<string[]> {
  await tx.$executeRaw`
    UPDATE entity_shares s SET share = s.share + a.share FROM entity_shares a
    WHERE s.entity_id = a.entity_id AND s.organization_id = ${survivor}::uuid AND a.organization_id = ${absorbed}::uuid`;
  const moved = await keys(tx.$queryRaw`
    UPDATE entity_shares a SET organization_id = ${survivor}::uuid
    WHERE a.organization_id = ${absorbed}::uuid AND NOT EXISTS (
      SELECT 1 FROM entity_shares s
      WHERE s.organization_id = ${survivor}::uuid AND s.entity_id = a.entity_id) RETURNING a.entity_id AS id`);
  await tx.$executeRaw`DELETE FROM entity_shares WHERE organization_id = ${absorbed}::uuid`;
  return moved;
}

/** Changes that waited for answers were made from a profile that is gone; what was decided goes over as history. */
async function moveChanges(tx: Tx, survivor: string, absorbed: string): Promise<string[]> {
  await tx.$executeRaw`
    UPDATE organization_changes SET state = 'stale', closed_at = now()
    WHERE organization_id = ${absorbed}::uuid AND state = 'proposed'`;
  return keys(tx.$queryRaw`
    UPDATE organization_changes SET organization_id = ${survivor}::uuid
    WHERE organization_id = ${absorbed}::uuid RETURNING id`);
}

/** What the duplicate and the survivor had to do with each other is no interest in another unit any more. */
async function moveInterests(tx: Tx, survivor: string, absorbed: string): Promise<string[]> {
  await tx.$executeRaw`
    UPDATE recusals r SET interest_id = NULL FROM interests n WHERE n.id = r.interest_id
      AND (n.organization_id, n.counterpart_id) IN ((${absorbed}::uuid, ${survivor}::uuid), (${survivor}::uuid, ${absorbed}::uuid))`;
  await tx.$executeRaw`
    DELETE FROM interests WHERE (organization_id = ${absorbed}::uuid AND counterpart_id = ${survivor}::uuid)
      OR (organization_id = ${survivor}::uuid AND counterpart_id = ${absorbed}::uuid)`;
  return keys(tx.$queryRaw`
    UPDATE interests SET
      organization_id = CASE WHEN organization_id = ${absorbed}::uuid THEN ${survivor}::uuid ELSE organization_id END,
      counterpart_id = CASE WHEN counterpart_id = ${absorbed}::uuid THEN ${survivor}::uuid ELSE counterpart_id END
    WHERE ${absorbed}::uuid IN (organization_id, counterpart_id) RETURNING id`);
}

/** Who gave and who got the money of an entry; the guards of the ledger let nothing but a merger move a posted one. */
const moveEntries = (tx: Tx, survivor: string, absorbed: string): Promise<string[]> =>
  keys(tx.$queryRaw`
    UPDATE fund_entries SET
      organization_id = CASE WHEN organization_id = ${absorbed}::uuid THEN ${survivor}::uuid ELSE organization_id END,
      payee_organization_id = CASE WHEN payee_organization_id = ${absorbed}::uuid THEN ${survivor}::uuid ELSE payee_organization_id END
    WHERE ${absorbed}::uuid IN (organization_id, payee_organization_id) RETURNING id`);

/** Two funds of one year and title stay two, told apart by their titles: neither total is lost, none is counted twice. */
const moveSpecialFunds = (tx: Tx, survivor: string, absorbed: string): Promise<string[]> =>
  keys(tx.$queryRaw`
    UPDATE fund_programmes a SET government_id = ${survivor}::uuid, title = CASE WHEN EXISTS (
      SELECT 1 FROM fund_programmes s WHERE s.alliance_id = a.alliance_id AND s.year = a.year AND s.title = a.title
        AND s.government_id = ${survivor}::uuid) THEN left(a.title, 180) || ' ' || right(a.id::text, 8) ELSE a.title END
    WHERE a.government_id = ${absorbed}::uuid RETURNING a.id`);

/** A seat of a meeting that has not begun is called for the unit that stays, so that its conflicts are found. */
const moveSittings = (tx: Tx, survivor: string, absorbed: string): Promise<string[]> =>
  keys(tx.$queryRaw`
    UPDATE meeting_seats SET organization_id = ${survivor}::uuid
    WHERE organization_id = ${absorbed}::uuid AND frozen_at IS NULL RETURNING seat_id AS id`);

/**
 * Everything else that names the duplicate. Log entries of projects and agreements and the electorates of meetings that
 * were opened keep the name of their day and are not moved.
 */
export async function moveReferences(tx: Tx, survivor: string, absorbed: string): Promise<Moved> {
  return {
    changes: await moveChanges(tx, survivor, absorbed),
    ...(await moveTalent(tx, survivor, absorbed)),
    ...(await moveColleges(tx, survivor, absorbed)),
    ...(await moveCalls(tx, survivor, absorbed)),
    roles: await keys(
      tx.$queryRaw`UPDATE role_grants SET organization_id = ${survivor}::uuid WHERE organization_id = ${absorbed}::uuid RETURNING id`,
    ),
    roleProposals: await keys(
      tx.$queryRaw`UPDATE role_proposals SET organization_id = ${survivor}::uuid WHERE organization_id = ${absorbed}::uuid RETURNING id`,
    ),
    applications: await keys(
      tx.$queryRaw`UPDATE membership_applications SET organization_id = ${survivor}::uuid WHERE organization_id = ${absorbed}::uuid RETURNING id`,
    ),
    bodies: await keys(
      tx.$queryRaw`UPDATE governance_bodies SET host_id = ${survivor}::uuid WHERE host_id = ${absorbed}::uuid RETURNING id`,
    ),
    alliances: await keys(
      tx.$queryRaw`UPDATE alliances SET base_park_id = ${survivor}::uuid WHERE base_park_id = ${absorbed}::uuid RETURNING id`,
    ),
    platforms: await keys(
      tx.$queryRaw`UPDATE platforms SET host_id = ${survivor}::uuid WHERE host_id = ${absorbed}::uuid RETURNING id`,
    ),
    powers: await keys(
      tx.$queryRaw`UPDATE delegated_powers SET grantor_id = ${survivor}::uuid WHERE grantor_id = ${absorbed}::uuid RETURNING id`,
    ),
    entities: await keys(
      tx.$queryRaw`UPDATE operating_entities SET organization_id = ${survivor}::uuid WHERE organization_id = ${absorbed}::uuid RETURNING id`,
    ),
    shares: await moveShares(tx, survivor, absorbed),
    projects: await moveProjects(tx, survivor, absorbed),
    parties: await moveParties(tx, survivor, absorbed),
    commitments: await keys(
      tx.$queryRaw`UPDATE fund_commitments SET organization_id = ${survivor}::uuid WHERE organization_id = ${absorbed}::uuid RETURNING id`,
    ),
    receipts: await moveEntries(tx, survivor, absorbed),
    specialFunds: await moveSpecialFunds(tx, survivor, absorbed),
    certificates: await moveCertificates(tx, survivor, absorbed),
    outcomes: await moveOutcomes(tx, survivor, absorbed),
    trainings: await moveTrainings(tx, survivor, absorbed),
    // Where both owed a report in one cycle the duplicate's stays with it, as the history that it is.
    obligations: await keys(
      tx.$queryRaw`UPDATE obligations o SET organization_id = ${survivor}::uuid WHERE o.organization_id = ${absorbed}::uuid
        AND NOT EXISTS (SELECT 1 FROM obligations s WHERE s.alliance_id = o.alliance_id AND s.cycle_id = o.cycle_id
          AND s.organization_id = ${survivor}::uuid) RETURNING o.id`,
    ),
    targets: await moveTargets(tx, survivor, absorbed),
    metrics: await keys(
      tx.$queryRaw`UPDATE metric_values SET organization_id = ${survivor}::uuid WHERE organization_id = ${absorbed}::uuid RETURNING id`,
    ),
    editionSections: await keys(
      tx.$queryRaw`UPDATE edition_sections SET organization_id = ${survivor}::uuid WHERE organization_id = ${absorbed}::uuid RETURNING id`,
    ),
    typicalCases: await keys(
      tx.$queryRaw`UPDATE typical_cases SET organization_id = ${survivor}::uuid WHERE organization_id = ${absorbed}::uuid RETURNING id`,
    ),
    evaluations: await keys(
      tx.$queryRaw`UPDATE evaluation_subjects SET organization_id = ${survivor}::uuid WHERE organization_id = ${absorbed}::uuid RETURNING id`,
    ),
    tasks: await keys(
      tx.$queryRaw`UPDATE tasks SET organization_id = ${survivor}::uuid WHERE organization_id = ${absorbed}::uuid RETURNING id`,
    ),
    proposals: await keys(
      tx.$queryRaw`UPDATE agenda_proposals SET organization_id = ${survivor}::uuid WHERE organization_id = ${absorbed}::uuid RETURNING id`,
    ),
    interests: await moveInterests(tx, survivor, absorbed),
    sittings: await moveSittings(tx, survivor, absorbed),
    children: await keys(
      tx.$queryRaw`UPDATE organizations SET parent_id = nullif(${survivor}::uuid, id) WHERE parent_id = ${absorbed}::uuid RETURNING id`,
    ),
    sponsored: await keys(
      tx.$queryRaw`UPDATE organizations SET sponsor_id = nullif(${survivor}::uuid, id) WHERE sponsor_id = ${absorbed}::uuid RETURNING id`,
    ),
    absorbed: await keys(
      tx.$queryRaw`UPDATE organizations SET merged_into_id = ${survivor}::uuid WHERE merged_into_id = ${absorbed}::uuid RETURNING id`,
    ),
  };
}
