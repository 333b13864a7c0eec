import type { Role, RoleHeld } from "@/lib/platform/auth/actor";
import type { Permission, Reach } from "@/lib/platform/corridor/permission";

/**
 * Cells (security.md 2): y whole alliance · o own organization · s own record or seat · a where named · p published,
 * public fields · m whole, personal data masked · 2 needs a second person · - denied.
 */
export type Cell = "y" | "o" | "s" | "a" | "p" | "m" | "2" | "-";

/** Columns of the table, in this order; "public" is everybody, signed in or not. */
export const columns = [
  "platform_admin",
  "secretariat",
  "chair",
  "delegate",
  "supervisor",
  "expert",
  "school_leader",
  "reporter",
  "enterprise_contact",
  "observer",
  "public",
] as const satisfies readonly (Role | "public")[];

type Row = readonly [Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell];

/** Role × action: what server, screen and tests all read. One row per action that exists. */
export const table = {
  //                              PA   SEC  CH   CD   SUP  EXP  SL   RP   ENT  OBS  PUB
  "alliance.list": ["y", "p", "p", "p", "p", "p", "p", "p", "p", "p", "p"],
  "alliance.read_public": ["y", "y", "y", "y", "y", "y", "y", "y", "y", "y", "p"],
  "alliance.read_internal": ["m", "y", "y", "y", "y", "-", "y", "y", "y", "y", "-"],
  "alliance.create": ["y", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "alliance.update_profile": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "organization.read_public": ["y", "y", "y", "y", "y", "y", "y", "y", "y", "y", "p"],
  "organization.read_internal": ["m", "y", "y", "y", "y", "-", "o", "o", "o", "m", "-"],
  "organization.create": ["y", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "organization.update": ["-", "y", "-", "-", "-", "-", "o", "o", "o", "-", "-"],
  "organization.propose_merge": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "organization.merge": ["2", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "membership.apply": ["y", "y", "y", "y", "y", "y", "y", "y", "y", "y", "y"],
  "membership.check": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "membership.decide": ["-", "2", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "membership.read_history": ["-", "y", "y", "y", "y", "-", "o", "o", "o", "-", "-"],
  "representative.change": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "seat.read": ["y", "y", "y", "y", "y", "y", "y", "y", "y", "y", "p"],
  "meeting.read": ["-", "y", "y", "y", "y", "-", "y", "y", "y", "-", "-"],
  "meeting.record": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "resolution.read": ["-", "y", "y", "y", "y", "-", "y", "y", "y", "y", "-"],
  "project.read_public": ["y", "y", "y", "y", "y", "y", "y", "y", "y", "y", "p"],
  "project.read_internal": ["-", "y", "y", "y", "y", "-", "o", "o", "o", "m", "-"],
  "project.create": ["-", "y", "-", "-", "-", "-", "o", "o", "o", "-", "-"],
  "project.answer_party": ["-", "-", "-", "-", "-", "-", "o", "o", "o", "-", "-"],
  "project.update": ["-", "y", "-", "-", "-", "-", "o", "o", "o", "-", "-"],
  "project.register": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "fund.read_summary": ["-", "y", "y", "y", "y", "-", "y", "y", "y", "y", "p"],
  "ledger.read_entries": ["-", "y", "y", "y", "y", "-", "o", "o", "o", "-", "-"],
  "contribution.pledge": ["-", "y", "-", "-", "-", "-", "o", "o", "o", "-", "-"],
  "contribution.confirm": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "ledger.create_entry": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "ledger.book_entry": ["-", "2", "2", "-", "-", "-", "-", "-", "-", "-", "-"],
  "ledger.reverse": ["-", "2", "2", "-", "-", "-", "-", "-", "-", "-", "-"],
  "figure.enter": ["-", "-", "-", "-", "-", "-", "o", "o", "o", "-", "-"],
  "figure.return": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "figure.verify": ["-", "y", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "figure.read_unapproved": ["-", "y", "y", "-", "y", "-", "o", "o", "o", "-", "-"],
  "figure.read_approved": ["y", "y", "y", "y", "y", "y", "y", "y", "y", "y", "p"],
  "file.upload": ["-", "y", "-", "-", "-", "-", "o", "o", "o", "-", "-"],
  "file.download": ["-", "y", "y", "y", "y", "-", "o", "o", "o", "-", "-"],
  "export.table": ["-", "y", "y", "y", "y", "-", "o", "o", "o", "y", "-"],
  "user.list": ["m", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "outbox.read": ["y", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "session.own": ["s", "s", "s", "s", "s", "s", "s", "s", "s", "s", "-"],
  "key.own": ["s", "s", "s", "s", "s", "s", "s", "s", "s", "s", "-"],
  "password.own": ["s", "s", "s", "s", "s", "s", "s", "s", "s", "s", "-"],
  "profile.own": ["s", "s", "s", "s", "s", "s", "s", "s", "s", "s", "-"],
  "link.request": ["y", "y", "y", "y", "y", "y", "y", "y", "y", "y", "y"],
  "link.redeem": ["y", "y", "y", "y", "y", "y", "y", "y", "y", "y", "y"],
  "health.read": ["y", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "audit.read_platform": ["y", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  "audit.read_alliance": ["-", "y", "-", "-", "y", "-", "-", "-", "-", "-", "-"],
  "audit.verify_chain": ["y", "y", "y", "y", "y", "-", "-", "-", "-", "-", "-"],
} as const satisfies Record<string, Row>;

export type Action = keyof typeof table;

const none: Reach = {
  whole: false,
  masked: false,
  organizationIds: [],
  self: false,
  assigned: false,
  published: false,
};

/** No cell reaches outside the alliance in which the role is held; platform roles reach everywhere. */
const counts = (held: RoleHeld, allianceId: string | null): boolean =>
  held.allianceId === null || allianceId === null || held.allianceId === allianceId;

function widen(reach: Reach, cell: Cell, held: RoleHeld | undefined): Reach {
  switch (cell) {
    case "y":
    case "2":
      return { ...reach, whole: true, masked: false, published: true };
    case "m":
      return reach.whole ? reach : { ...reach, whole: true, masked: true, published: true };
    case "o":
      return held?.organizationId
        ? { ...reach, organizationIds: [...reach.organizationIds, held.organizationId] }
        : reach;
    case "s":
      return { ...reach, self: true };
    case "a":
      return { ...reach, assigned: true };
    case "p":
      return { ...reach, published: true };
    case "-":
      return reach;
  }
}

const isNothing = (reach: Reach): boolean =>
  !(reach.whole || reach.self || reach.assigned || reach.published || reach.organizationIds.length);

/** How far the roles held reach for one action in one alliance; undefined: not at all. */
export function reachOf(
  action: Action,
  roles: readonly RoleHeld[],
  allianceId: string | null,
): Reach | undefined {
  const row: Row = table[action];
  const cellOf = (role: Role | "public"): Cell => row[columns.indexOf(role)] ?? "-";
  const reach = roles
    .filter((held) => counts(held, allianceId))
    .reduce(
      (sum, held) => widen(sum, cellOf(held.role), held),
      widen(none, cellOf("public"), undefined),
    );
  return isNothing(reach) ? undefined : reach;
}

/** The right that a use case asks for. */
export const permission = (action: Action): Permission => ({
  action,
  reachOf: (roles, allianceId) => reachOf(action, roles, allianceId),
});
