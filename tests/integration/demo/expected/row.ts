/** What the portal must hold for one key: value and unit as published, how exact it is, and what else the row says. */
export type Held = {
  key: string;
  value: string;
  unit: string;
  qualifier?: "over" | "nearly" | "ambiguous";
  derived?: true;
  state?: "returned";
  metric?: string;
  partOf?: string;
};

/** One row of a table of domain.md, section 5, in its words. */
export type Row = {
  words: string;
  held: readonly Held[];
  /** A statement that counts the same from records; it gives one number in a column `n`. */
  counted?: { sql: string; gives: number };
};

/** Membership rows in force of an alliance, by kind of organization. */
export const membersOf = (slug: string, kinds: readonly string[] = []): string =>
  `SELECT count(*)::int AS n FROM memberships m
   JOIN alliances a ON a.id = m.alliance_id JOIN organizations o ON o.id = m.organization_id
   JOIN membership_periods p ON p.membership_id = m.id AND p.valid_to IS NULL
   WHERE a.slug = '${slug}'${
     kinds.length ? ` AND o.kind IN (${kinds.map((kind) => `'${kind}'`).join(", ")})` : ""
   }`;

/** Sum of approved results of an organization under a metric. */
export const approved = (organization: string, metric: string): string =>
  `SELECT coalesce(sum(r.quantity), 0)::float AS n FROM outcome_records r
   JOIN organizations o ON o.id = r.organization_id
   WHERE o.name = '${organization}' AND r.metric_code = '${metric}' AND r.state IN ('verified', 'published')`;

/** The same from the roll-up that the dashboards read. */
export const rolledUp = (organization: string, metric: string): string =>
  `SELECT coalesce(sum(r.total), 0)::float AS n FROM outcome_rollups r
   JOIN organizations o ON o.id = r.organization_id
   WHERE o.name = '${organization}' AND r.metric_code = '${metric}' AND r.state IN ('verified', 'published')`;

/** Alliances of a type that a school leads. */
export const ledBy = (organization: string, type: string, level = ""): string =>
  `SELECT count(*)::int AS n FROM memberships m JOIN alliances a ON a.id = m.alliance_id
   JOIN organizations o ON o.id = m.organization_id
   WHERE o.name = '${organization}' AND m.is_lead AND a.type = '${type}'${level && ` AND a.level = '${level}'`}`;
