const secretariat = "secretariat@suzhou.example";
const admin = "admin@demo.example";
const suzhou = "/a/suzhou-robotics";
const id = "[0-9a-f-]{36}";

/** A page, who may read it, and how to come to it. */
export type VisitedPage = {
  /** Nobody: a visitor. */
  email: string | null;
  path: string;
  /** Links to follow from there, by what their address ends with. */
  links?: readonly RegExp[];
  /** Added to the address of the last one. */
  suffix?: string;
  /** The folder of the page below app/, without groups; told by `path` where nothing is followed. */
  route?: string;
};

const of = (email: string | null, ...paths: string[]): VisitedPage[] =>
  paths.map((path) => ({ email, path }));

const inside = (path: string, route: string, more: Omit<VisitedPage, "email" | "path"> = {}) => ({
  email: secretariat,
  path: `${suzhou}${path}`,
  route: `/a/[alliance]${route}`,
  ...more,
});

const meetingLink = new RegExp(`/meetings/${id}$`);
const decisionLink = new RegExp(`/decisions/${id}$`);
const organizationLink = new RegExp(`^/organizations/${id}\\?alliance=`);
const bodyRulesLink = new RegExp(`/settings/rules/${id}$`);
const documentLink = new RegExp(`/documents/${id}$`);

export const pages: readonly VisitedPage[] = [
  ...of(
    null,
    "/",
    "/sign-in",
    "/forgotten",
    suzhou,
    `${suzhou}/apply`,
    "/api/v1/docs",
    "/api/v1/docs?noun=organizations",
  ),
  ...of(
    secretariat,
    ...[
      "",
      "/members",
      "/members?q=hc",
      "/members/changes",
      "/members/composition",
      "/members/import",
      "/members/merge",
      "/members/new",
      "/members/sleeping",
      "/structure",
      "/structure/new",
      "/structure/powers",
      "/structure/seats",
      "/structure/terms",
      "/settings",
      "/settings/roles",
      "/settings/rules",
      "/applications",
      "/applications/notices",
      "/meetings",
      "/meetings/interests",
      "/meetings/new",
      "/meetings/plan",
      "/meetings/proposals",
      "/meetings/record",
      "/decisions",
      "/tasks",
      "/elections",
      "/elections/new",
      "/documents",
      "/documents/checklist",
      "/documents/new",
      "/projects",
      "/funds",
      "/funds/enter",
      "/funds/ledger",
      "/outcomes",
      "/audit",
    ].map((path) => suzhou + path),
  ),
  inside("/applications", "/applications/[application]", {
    links: [new RegExp(`/applications/${id}$`)],
  }),
  inside("/meetings", "/meetings/[meetingId]", { links: [meetingLink] }),
  inside("/meetings", "/meetings/[meetingId]/console", {
    links: [meetingLink],
    suffix: "/console",
  }),
  inside("/meetings", "/meetings/[meetingId]/room", { links: [meetingLink], suffix: "/room" }),
  {
    email: "delegate01@suzhou.example",
    path: `${suzhou}/meetings`,
    links: [meetingLink],
    suffix: "/me",
    route: "/a/[alliance]/meetings/[meetingId]/me",
  },
  // The oldest decision: a later one may stand without minutes as yet.
  inside("/decisions?sort=number", "/meetings/[meetingId]/minutes", {
    links: [decisionLink, /\/minutes$/],
  }),
  inside("/decisions?sort=number", "/meetings/[meetingId]/minutes/print", {
    links: [decisionLink, /\/minutes$/],
    suffix: "/print",
  }),
  inside("/decisions", "/decisions/[decision]", { links: [decisionLink] }),
  inside("/decisions", "/decisions/[decision]/print", { links: [decisionLink], suffix: "/print" }),
  inside("/tasks", "/tasks/[taskId]", { links: [new RegExp(`/tasks/${id}$`)] }),
  inside("/documents", "/documents/[documentId]", { links: [documentLink] }),
  inside("/structure", "/structure/bodies/[bodyId]", {
    links: [new RegExp(`/structure/bodies/${id}$`)],
  }),
  inside("/structure/powers", "/structure/powers/[powerId]", {
    links: [new RegExp(`/structure/powers/${id}$`)],
  }),
  inside("/structure/seats", "/structure/seats/[body]", {
    links: [new RegExp(`/structure/seats/${id}$`)],
  }),
  inside("/structure/seats", "/structure/seats/[body]/[seat]", {
    links: [new RegExp(`/structure/seats/${id}$`), new RegExp(`/seats/${id}/${id}$`)],
  }),
  inside("/settings/rules", "/settings/rules/[bodyId]", { links: [bodyRulesLink] }),
  inside("/projects", "/projects/[id]", { links: [new RegExp(`/projects/${id}$`)] }),
  inside("/outcomes", "/outcomes/[id]", { links: [new RegExp(`/outcomes/${id}$`)] }),
  inside("/members", "/organizations/[organizationId]", {
    links: [organizationLink],
    route: "/organizations/[organizationId]",
  }),
  inside("/members", "", {
    links: [organizationLink],
    suffix: "/edit",
    route: "/organizations/[organizationId]/edit",
  }),
  inside("/members", "", {
    links: [organizationLink],
    suffix: "/representatives",
    route: "/organizations/[organizationId]/representatives",
  }),
  ...of("enterprise@inovance.example", `${suzhou}/projects/new`),
  ...of("reporter@svu.example", `${suzhou}/outcomes/new`),
  ...of("leader@svu.example", `${suzhou}/dashboard`, "/me"),
  ...of(
    admin,
    "/admin",
    "/admin/alliances",
    "/admin/alliances/new",
    "/admin/health",
    "/admin/outbox",
    "/organizations/merges",
  ),
  {
    email: admin,
    path: "/admin",
    links: [new RegExp(`^/admin/users/${id}$`)],
    route: "/admin/users/[id]",
  },
];

/** Pages that the demonstration cannot show as it was loaded, with the reason. */
export const unvisited: Record<string, string> = {
  "/a/[alliance]/apply/[case]": "opened with a case link alone; the admission journey reads it",
  "/reset/[token]":
    "opened with a one-time link alone; the journey of the forgotten password reads it",
  "/setup/[token]": "opened on an empty portal alone",
  "/organizations/merges/[proposalId]": "nobody has proposed a merger in the demonstration",
  "/a/[alliance]/elections/[election]": "an open ballot needs a key that is made at run time",
  "/a/[alliance]/elections/[election]/letters": "no election of the demonstration has winners",
  "/a/[alliance]/meetings/[meetingId]/votes/[voteId]":
    "the meeting journey reads the sheet of a vote",
  "/a/[alliance]/members/[membership]/certificate": "reached from the member's panel; printed",
  "/a/[alliance]/members/[membership]/exit": "nobody leaves in the demonstration",
  "/a/[alliance]/documents/[documentId]/compare/[withId]": "needs two versions to choose from",
  "/a/[alliance]/documents/[documentId]/edit": "drafts alone are edited",
  "/a/[alliance]/settings/rules/[bodyId]/draft":
    "nobody has proposed other rules in the demonstration",
  "/a/[alliance]/settings/rules/[bodyId]/draft/[matter]": "as the draft that it belongs to",
};

/** The folder below app/ that answers a page of the list. */
export const routeOf = ({ path, route }: VisitedPage): string =>
  route ?? (path.split("?")[0] ?? "").replace(suzhou, "/a/[alliance]");
