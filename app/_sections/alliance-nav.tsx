import { getLocale, getTranslations } from "next-intl/server";
import { AllianceSwitcher } from "@/components/layout/alliance-switcher";
import { SideNav } from "@/components/layout/frame";
import { NavList } from "@/components/layout/nav-list";
import { type Action, reachOf } from "@/lib/features/access/policy";
import { loadFrame } from "@/lib/features/alliances/loaders";
import { currentActor } from "@/lib/platform/auth/session";

/**
 * `own`: only for those who have the right for an organization of their own. `path`: where it is not the key. `unless`: not
 * for those who come to it by another place.
 */
type Place = {
  key: Key;
  group: Group;
  any: readonly Action[];
  own?: true;
  path?: string;
  unless?: Action;
};
type Group = "start" | "people" | "govern" | "cooperate" | "results" | "manage";
type Key =
  | "home"
  | "targets"
  | "members"
  | "structure"
  | "applications"
  | "meetings"
  | "decisions"
  | "tasks"
  | "elections"
  | "documents"
  | "colleges"
  | "platforms"
  | "agreements"
  | "projects"
  | "talent"
  | "calls"
  | "funds"
  | "enterprise"
  | "reporting"
  | "indicators"
  | "outcomes"
  | "evaluations"
  | "verification"
  | "samples"
  | "visits"
  | "corrections"
  | "certificates"
  | "dashboard"
  | "reports"
  | "settings"
  | "audit";

/** The nouns in the order of the four storeys, then what keeps the house; each with the rights of which one opens it. */
const places: readonly Place[] = [
  {
    key: "home",
    group: "start",
    any: ["home.read_governance", "home.read_organization", "home.read_expert"],
  },
  { key: "members", group: "people", any: ["organization.read_public"] },
  { key: "structure", group: "people", any: ["seat.read"] },
  { key: "applications", group: "people", any: ["membership.check"] },
  { key: "meetings", group: "govern", any: ["meeting.read"] },
  { key: "decisions", group: "govern", any: ["resolution.read"] },
  { key: "tasks", group: "govern", any: ["resolution.track_execution"] },
  { key: "elections", group: "govern", any: ["election.read"] },
  { key: "documents", group: "govern", any: ["document.read"] },
  { key: "colleges", group: "cooperate", any: ["college.read"] },
  { key: "projects", group: "cooperate", any: ["project.read_public"] },
  { key: "talent", group: "cooperate", any: ["programme.read"] },
  { key: "calls", group: "cooperate", any: ["call.read_public"] },
  { key: "funds", group: "cooperate", any: ["fund.read_summary"] },
  { key: "enterprise", group: "cooperate", any: ["enterprise.read_standing"], own: true },
  { key: "platforms", group: "cooperate", any: ["platform.read"] },
  { key: "agreements", group: "cooperate", any: ["agreement.read"] },
  { key: "reporting", group: "results", any: ["cycle.read"] },
  { key: "indicators", group: "results", any: ["indicator.read"] },
  { key: "outcomes", group: "results", any: ["figure.read_unapproved", "figure.enter"] },
  { key: "certificates", group: "results", any: ["certificate.read"] },
  { key: "evaluations", group: "results", any: ["evaluation.read"] },
  { key: "verification", group: "results", any: ["figure.verify"] },
  {
    key: "samples",
    group: "results",
    any: ["figure.sample"],
    path: "verification/samples",
    unless: "figure.verify",
  },
  {
    key: "visits",
    group: "results",
    any: ["figure.sample"],
    path: "verification/visits",
    unless: "figure.verify",
  },
  { key: "corrections", group: "results", any: ["figure.read_unapproved"] },
  { key: "dashboard", group: "results", any: ["figure.read_approved"] },
  { key: "targets", group: "results", any: ["target.read"] },
  { key: "reports", group: "results", any: ["edition.read"] },
  { key: "settings", group: "manage", any: ["alliance.update_profile"] },
  { key: "audit", group: "manage", any: ["audit.read_alliance"] },
];

const groups: readonly Group[] = ["start", "people", "govern", "cooperate", "results", "manage"];

/** The way through one alliance; what the reader may not use is not shown. */
export async function AllianceNav({ slug }: { slug: string }) {
  const t = await getTranslations("common");
  const locale = await getLocale();
  const actor = await currentActor();
  // Visitors and administrators of the platform have none of their own and choose on the home page, which lists all.
  const alliance = await loadFrame(slug, {});
  const named = (one: { name: string; nameEn: string | null }) =>
    (locale === "en" && one.nameEn) || one.name;
  const reachFor = (action: Action) => reachOf(action, actor.roles, alliance.id);
  const open = places.filter(
    ({ any, own, unless }) =>
      !(unless && reachFor(unless)) &&
      any.some((action) => {
        const reach = reachFor(action);
        return own ? (reach?.organizationIds.length ?? 0) > 0 : reach !== undefined;
      }),
  );
  const shown = groups
    .map((group) => ({
      label: t(`nav.${group}`),
      items: open
        .filter((place) => place.group === group)
        .map(({ key, path }) => ({ href: `/a/${slug}/${path ?? key}`, label: t(`nav.${key}`) })),
    }))
    .filter((group) => group.items.length > 0);
  return (
    <SideNav label={t("shell.navigation")}>
      <AllianceSwitcher
        current={{ slug, name: named(alliance) }}
        choices={alliance.own.map((one) => ({ slug: one.slug, name: named(one) }))}
      />
      <NavList groups={shown} />
    </SideNav>
  );
}
