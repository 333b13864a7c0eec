import { membersOf, type Row } from "./row";

const SLUG = "suzhou-robotics";
const whole = { partOf: "5.1/members-listed", metric: "M02" } as const;
const bodies = (kind: string) =>
  `SELECT count(*)::int AS n FROM governance_bodies b JOIN alliances a ON a.id = b.alliance_id
   WHERE a.slug = '${SLUG}' AND b.kind = '${kind}'`;
const listedKinds = [
  "enterprise",
  "research_institute",
  "government",
  "university",
  "vocational_university",
  "vocational_college",
  "secondary_vocational",
  "technician_school",
  "industry_association",
];

/** domain.md 5.1, typed by hand. */
export const suzhou: readonly Row[] = [
  {
    words: "head enterprises",
    held: [{ key: "5.1/enterprises", value: "114", unit: "家", ...whole }],
    counted: { sql: membersOf(SLUG, ["enterprise"]), gives: 114 },
  },
  {
    words: "research institutes",
    held: [{ key: "5.1/research-institutes", value: "5", unit: "家", ...whole }],
    counted: { sql: membersOf(SLUG, ["research_institute"]), gives: 5 },
  },
  {
    words: "government departments",
    held: [{ key: "5.1/government-departments", value: "7", unit: "家", ...whole }],
    counted: { sql: membersOf(SLUG, ["government"]), gives: 7 },
  },
  {
    words: "undergraduate universities",
    held: [{ key: "5.1/universities", value: "4", unit: "所", ...whole }],
    counted: { sql: membersOf(SLUG, ["university"]), gives: 4 },
  },
  {
    words: "vocational schools",
    held: [{ key: "5.1/vocational-schools", value: "12", unit: "所", ...whole }],
    counted: {
      sql: membersOf(SLUG, [
        "vocational_university",
        "vocational_college",
        "secondary_vocational",
        "technician_school",
      ]),
      gives: 12,
    },
  },
  {
    words: "industry associations",
    held: [{ key: "5.1/associations", value: "2", unit: "家", ...whole }],
    counted: { sql: membersOf(SLUG, ["industry_association"]), gives: 2 },
  },
  {
    words: "listed members in sum",
    held: [{ key: "5.1/members-listed", value: "144", unit: "家", derived: true, metric: "M01" }],
    counted: { sql: membersOf(SLUG, listedKinds), gives: 144 },
  },
  {
    words: "listed members in sum: the park stands beside the 144 (decision 0101)",
    held: [],
    counted: { sql: membersOf(SLUG), gives: 145 },
  },
  {
    words: "programmes, secondary to undergraduate",
    held: [{ key: "5.1/programmes", value: "13", unit: "个", metric: "M58" }],
    counted: {
      sql: `SELECT count(DISTINCT o.programme_id)::int AS n FROM alliance_offerings x
            JOIN programme_offerings o ON o.id = x.offering_id JOIN alliances a ON a.id = x.alliance_id
            JOIN memberships m ON m.alliance_id = a.id AND m.organization_id = o.organization_id
            WHERE a.slug = '${SLUG}'`,
      gives: 13,
    },
  },
  {
    words: "shared research platforms",
    held: [{ key: "5.1/research-platforms", value: "10", unit: "个", metric: "M14" }],
    counted: {
      sql: `SELECT count(*)::int AS n FROM platforms p JOIN alliances a ON a.id = p.alliance_id
            WHERE a.slug = '${SLUG}' AND p.kind = 'research' AND p.shared`,
      gives: 10,
    },
  },
  {
    words: "chain positions: upstream parts, midstream robot bodies, downstream integration",
    held: [{ key: "5.1/chain-positions", value: "3", unit: "个" }],
    counted: {
      sql: `SELECT count(DISTINCT n.position)::int AS n FROM chain_nodes n JOIN alliances a ON a.id = n.alliance_id
            JOIN organization_chain_nodes x ON x.chain_node_id = n.id
            JOIN memberships m ON m.alliance_id = a.id AND m.organization_id = x.organization_id
            WHERE a.slug = '${SLUG}' AND n.position IN ('upstream', 'midstream', 'downstream')`,
      gives: 3,
    },
  },
  {
    words: "structure: 1 council",
    held: [{ key: "5.1/structure-councils", value: "1", unit: "个" }],
    counted: { sql: bodies("council"), gives: 1 },
  },
  {
    words: "structure: 1 cooperation committee",
    held: [{ key: "5.1/structure-cooperation-committees", value: "1", unit: "个" }],
    counted: { sql: bodies("cooperation_committee"), gives: 1 },
  },
  {
    words: "structure: 2 entities",
    held: [{ key: "5.1/structure-entities", value: "2", unit: "个" }],
    counted: { sql: bodies("operating_entity"), gives: 2 },
  },
  {
    words:
      "structure: tree of 4 bodies + secretariat + expert, guidance, supervisory and party bodies",
    held: [],
    counted: {
      sql: `SELECT count(*)::int AS n FROM governance_bodies b JOIN alliances a ON a.id = b.alliance_id
            WHERE a.slug = '${SLUG}' AND b.kind IN ('council', 'cooperation_committee', 'operating_entity',
              'secretariat', 'expert_committee', 'guidance_committee', 'supervisory_board', 'party_committee')`,
      gives: 9,
    },
  },
  {
    words: "delegated-power kinds",
    held: [{ key: "5.1/delegated-power-kinds", value: "8", unit: "项" }],
    counted: {
      sql: `SELECT count(DISTINCT p.kind)::int AS n FROM delegated_powers p JOIN alliances a ON a.id = p.alliance_id
            WHERE a.slug = '${SLUG}'`,
      gives: 8,
    },
  },
  {
    words: "leads: school, park and enterprise",
    held: [{ key: "5.1/lead-parties", value: "3", unit: "家" }],
    counted: {
      sql: `SELECT count(*)::int AS n FROM memberships m JOIN alliances a ON a.id = m.alliance_id
            JOIN organizations o ON o.id = m.organization_id WHERE a.slug = '${SLUG}' AND m.is_lead
            AND o.name IN ('苏州市职业大学', '苏州吴中经济技术开发区', '苏州汇川技术有限公司')`,
      gives: 3,
    },
  },
  {
    words: "batch 1 (28 in the batch), national, on its base park",
    held: [{ key: "5.1/batch-size", value: "28", unit: "家" }],
    counted: {
      sql: `SELECT a.batch_size AS n FROM alliances a JOIN organizations o ON o.id = a.base_park_id
            WHERE a.slug = '${SLUG}' AND a.batch = 1 AND a.level = 'national' AND a.type = 'city_alliance'
            AND o.name = '苏州吴中经济技术开发区'`,
      gives: 28,
    },
  },
];
