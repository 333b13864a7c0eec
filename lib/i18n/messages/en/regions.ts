/** Several alliances side by side. */
export const regions = {
  title: "Alliances side by side",
  description:
    "One organization, one project, one base and one numbered result count once, in however many alliances they stand.",
  asOf: "As of {at}",
  region: "Region",
  from: "From year",
  to: "To year",
  sums: "Sum",
  once: "Each once",
  plain: "Plain sum",
  twice: "{twice} too many; {once} when each counts once",
  plainIs: "plain sum {plain}",
  seen: "you see {seen} of {all} organizations with results",
  metric: "Metric",
  register: {
    members: "Members",
    projects: "Projects registered",
    platforms: "Platforms and bases",
  },
  unit: { members: "units", projects: "items", platforms: "items" },
  reason: {
    same_organization: "{shared} organizations belong to several",
    shared_project: "{shared} projects are credited to several by shares",
    same_base: "{shared} bases are reported by several",
    same_claim: "{shared} results carry the same number",
  },
  verifiedToo: "verified too",
  publishedOnly: "published only",
  hidden: "fewer than 3 members; not shown",
  empty: "No alliance to compare",
  emptyHint: "Choose another region, or reset the filter.",
};
