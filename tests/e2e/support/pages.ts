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
      "/reports",
      "/reports/new",
      "/reports/cases",
      "/reports/cases/new",
      "/colleges",
      "/colleges/new",
      "/platforms",
      "/platforms/new",
      "/platforms/pairings",
      "/platforms/placements",
      "/agreements",
      "/agreements/new",
      "/projects",
      "/projects/powers",
      "/calls",
      "/calls/lists",
      "/calls/lists/new",
      "/talent",
      "/talent/demands",
      "/talent/demands/new",
      "/talent/occupations",
      "/talent/supply",
      "/talent/matches",
      "/talent/classes",
      "/talent/classes/new",
      "/talent/programmes",
      "/talent/programmes/overlap",
      "/talent/programmes/industries",
      "/talent/adjustments",
      "/talent/reports",
      "/funds",
      "/funds/enter",
      "/funds/ledger",
      "/funds/desk",
      "/funds/ageing",
      "/funds/tasks",
      "/funds/special",
      "/funds/years",
      "/reporting",
      "/reporting/cycles",
      "/reporting/overview",
      "/indicators",
      "/outcomes",
      "/outcomes/co-claims",
      "/outcomes/doubles",
      "/outcomes/trainings",
      "/home",
      "/targets",
      "/certificates",
      "/certificates/new",
      "/evaluations",
      "/evaluations/new",
      "/evaluations/schemes",
      "/evaluations/schemes/new",
      "/verification",
      "/verification?step=approve",
      "/verification?step=published",
      "/verification?step=gone",
      "/verification/samples",
      "/verification/visits",
      "/corrections",
      "/corrections/as-of",
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
  inside("/funds/desk?show=all", "/funds/entries/[id]", {
    links: [new RegExp(`/funds/entries/${id}$`)],
  }),
  inside("/verification/samples", "/verification/samples/[sampleId]", {
    links: [new RegExp(`/verification/samples/${id}$`)],
  }),
  {
    email: "enterprise@sample017.example",
    path: `${suzhou}/certificates?state=asked`,
    links: [new RegExp(`/certificates/${id}$`)],
    route: "/a/[alliance]/certificates/[id]",
  },
  inside("/certificates?state=sealed", "/certificates/[id]/print", {
    links: [new RegExp(`/certificates/${id}$`)],
    suffix: "/print",
  }),
  inside("/corrections", "/corrections/[caseId]", { links: [new RegExp(`/corrections/${id}$`)] }),
  inside("/outcomes?state=verified", "/corrections/new", {
    links: [new RegExp(`/outcomes/${id}$`), new RegExp(`/corrections/new\\?record=${id}$`)],
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
  inside("/projects?state=closed", "/projects/[id]/print", {
    links: [new RegExp(`/projects/${id}$`), new RegExp(`/projects/${id}/print\\?paper=notice$`)],
  }),
  ...of("park@wuzhong.example", "/regions", "/regions?sum=plain"),
  ...of("leader@svu.example", `${suzhou}/home`),
  ...of("chair@suzhou.example", `${suzhou}/home`),
  ...of("delegate01@suzhou.example", `${suzhou}/home`),
  ...of("supervisor@suzhou.example", `${suzhou}/home`),
  ...of("park@wuzhong.example", `${suzhou}/home`),
  ...of("expert01@suzhou.example", `${suzhou}/projects/desk`),
  {
    email: "expert01@suzhou.example",
    path: `${suzhou}/projects/desk`,
    links: [new RegExp(`/projects/desk/${id}$`)],
    route: "/a/[alliance]/projects/desk/[panelId]",
  },
  inside("/calls", "/calls/[id]", { links: [new RegExp(`/calls/${id}$`)] }),
  inside("/calls?sort=new", "/calls/[id]", {
    links: [new RegExp(`/calls/${id}$`)],
    suffix: "?view=bids",
  }),
  {
    email: "leader@svu.example",
    // The one whose details everybody may read: the other asks for an undertaking first.
    path: `${suzhou}/calls?open=true&q=${encodeURIComponent("薄壁铝件")}`,
    links: [new RegExp(`/calls/${id}$`)],
    suffix: "/bid",
    route: "/a/[alliance]/calls/[id]/bid",
  },
  ...of("enterprise@sample017.example", `${suzhou}/calls/new`),
  {
    email: "enterprise@sample017.example",
    path: `${suzhou}/calls?state=draft`,
    links: [new RegExp(`/calls/${id}$`)],
    suffix: "/edit",
    route: "/a/[alliance]/calls/[id]/edit",
  },
  inside("/talent/demands", "/talent/demands/[demandId]", {
    links: [new RegExp(`/talent/demands/${id}$`)],
  }),
  inside("/talent/supply", "/talent/supply/[supplyId]", {
    links: [new RegExp(`/talent/supply/${id}$`)],
  }),
  inside("/talent/classes", "/talent/classes/[classId]", {
    links: [new RegExp(`/talent/classes/${id}$`)],
  }),
  inside("/talent/programmes", "/talent/programmes/[offeringId]", {
    links: [new RegExp(`/talent/programmes/${id}$`)],
  }),
  {
    email: null,
    path: "/a/technician-schools/talent/reports",
    links: [new RegExp(`/talent/reports/${id}$`)],
    route: "/a/[alliance]/talent/reports/[reportId]",
  },
  {
    email: null,
    path: "/a/technician-schools/talent/reports",
    links: [new RegExp(`/talent/reports/${id}$`)],
    suffix: "/print",
    route: "/a/[alliance]/talent/reports/[reportId]/print",
  },
  inside("/evaluations", "/evaluations/[roundId]", {
    links: [new RegExp(`/evaluations/${id}$`)],
  }),
  inside("/evaluations", "/evaluations/[roundId]/print", {
    links: [new RegExp(`/evaluations/${id}$`)],
    suffix: "/print",
  }),
  inside("/evaluations", "/evaluations/subjects/[subjectId]", {
    links: [new RegExp(`/evaluations/${id}$`), new RegExp(`/evaluations/subjects/${id}$`)],
  }),
  {
    email: "reporter@svu.example",
    path: `${suzhou}/evaluations?state=self_evaluation`,
    route: "/a/[alliance]/evaluations/subjects/[subjectId]",
    links: [new RegExp(`/evaluations/${id}$`), new RegExp(`/evaluations/subjects/${id}$`)],
  },
  ...of("expert01@suzhou.example", `${suzhou}/evaluations/desk`),
  {
    email: "expert01@suzhou.example",
    path: `${suzhou}/evaluations/desk`,
    route: "/a/[alliance]/evaluations/desk/[seatId]",
    links: [new RegExp(`/evaluations/desk/${id}$`)],
  },
  inside("/evaluations/schemes?state=draft", "/evaluations/schemes/[schemeId]", {
    links: [new RegExp(`/evaluations/schemes/${id}$`)],
  }),
  inside("/reports", "/reports/[editionId]", { links: [new RegExp(`/reports/${id}$`)] }),
  inside("/reports", "/reports/[editionId]/print", {
    links: [new RegExp(`/reports/${id}$`)],
    suffix: "/print",
  }),
  inside("/reports/cases", "/reports/cases/[caseId]", {
    links: [new RegExp(`/reports/cases/${id}$`)],
  }),
  inside("/reports", "/reports/[editionId]/chapters/[sectionId]", {
    links: [new RegExp(`/reports/${id}$`), new RegExp(`/chapters/${id}$`)],
  }),
  inside("/colleges", "/colleges/[collegeId]", { links: [new RegExp(`/colleges/${id}$`)] }),
  inside("/colleges", "/colleges/[collegeId]/print", {
    links: [new RegExp(`/colleges/${id}$`)],
    suffix: "/print",
  }),
  inside("/colleges?state=operating", "/colleges/[collegeId]/review", {
    links: [new RegExp(`/colleges/${id}$`), /\/review\?year=\d+$/],
  }),
  inside("/platforms", "/platforms/[platformId]", { links: [new RegExp(`/platforms/${id}$`)] }),
  {
    email: "secretariat@chongqing.example",
    path: "/a/western-vocational-base/platforms/pairings",
    links: [new RegExp(`/pairings/${id}$`)],
    route: "/a/[alliance]/platforms/pairings/[pairingId]",
  },
  inside("/agreements", "/agreements/[agreementId]", {
    links: [new RegExp(`/agreements/${id}$`)],
  }),
  inside("/reporting?state=checking", "/reporting/[obligationId]", {
    links: [new RegExp(`/reporting/${id}$`)],
  }),
  inside("/reporting?state=checking", "/reporting/[obligationId]/changes", {
    links: [new RegExp(`/reporting/${id}$`)],
    suffix: "/changes",
  }),
  inside("/indicators", "/indicators/[setId]", { links: [new RegExp(`/indicators/${id}$`)] }),
  inside("/outcomes/trainings", "/outcomes/trainings/[batchId]", {
    links: [new RegExp(`/outcomes/trainings/${id}$`)],
  }),
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
  ...of("enterprise@inovance.example", `${suzhou}/projects/new`, `${suzhou}/enterprise`),
  ...of("reporter@svu.example", `${suzhou}/outcomes/new`, `${suzhou}/outcomes/trainings/new`),
  ...of("leader@svu.example", `${suzhou}/dashboard`, `${suzhou}/dashboard/wall`, "/me"),
  ...of(
    "leader@svu.example",
    `${suzhou}/dashboard/pictures`,
    `${suzhou}/dashboard/exchange`,
    `${suzhou}/dashboard/subscriptions?kind=enterprise`,
  ),
  {
    email: null,
    path: `${suzhou}/dashboard/subscriptions/end/${"A".repeat(43)}`,
    route: "/a/[alliance]/dashboard/subscriptions/end/[key]",
  },
  ...of(
    "secretariat@suzhou.example",
    `${suzhou}/dashboard/alerts?kind=enterprise`,
    `${suzhou}/dashboard/alerts?about=missing_reports`,
  ),
  {
    email: null,
    path: `${suzhou}/dashboard/alerts/end/${"A".repeat(43)}`,
    route: "/a/[alliance]/dashboard/alerts/end/[key]",
  },
  ...of(
    "leader@svu.example",
    `${suzhou}/dashboard/parts?metric=M35&asOf=2026-06-30`,
    `${suzhou}/dashboard/pictures?asOf=2026-06-30`,
    `${suzhou}/funds?asOf=2026-06-30`,
    `${suzhou}/funds/ledger?asOf=2026-06-30&side=received`,
  ),
  ...of(
    admin,
    "/admin",
    "/admin/alliances",
    "/admin/alliances/new",
    "/admin/health",
    "/admin/outbox",
    "/admin/users/new",
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
  "/a/[alliance]/projects/answer/[token]":
    "opened with a one-time link alone; the journey of a project's life reads it",
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
