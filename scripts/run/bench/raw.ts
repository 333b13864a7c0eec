import { createServer } from "node:http";
import pg from "pg";
import { membersAsJson } from "@/lib/features/memberships/queries/register";
import { listMembersInput } from "@/lib/features/memberships/schema/register";
import { projectsStatement } from "@/lib/features/projects/queries/list";
import { listProjectsSchema } from "@/lib/features/projects/schema/projects";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { Prisma } from "@/prisma/generated/client";

/*
 * The floor of a read: the very statements of the portal's query, by node:http and pg alone, in a process of its own.
 * The address of the database comes on standard input, since a command line is shown to everybody on the machine.
 */
const [what = "", allianceId = "", organization = ""] = process.argv.slice(2);

const whole = {
  whole: true,
  masked: false,
  organizationIds: [],
  self: false,
  assigned: false,
  published: false,
};
const scope: TenantScope = {
  actor: {
    userId: allianceId,
    personId: null,
    name: "",
    email: null,
    locale: null,
    via: "key",
    sessionId: null,
    readOnly: true,
    roles: [{ role: "secretariat", allianceId, organizationId: null }],
  },
  reach: whole,
  now: new Date(),
  today: new Date().toISOString().slice(0, 10),
  requestId: "",
  audit: async () => {},
  alliance: {
    id: allianceId,
    slug: "bench",
    name: "",
    timeZone: "Asia/Shanghai",
    status: "operating",
    published: true,
  },
};

/** What the roll-up saves: the same answer added up from the records themselves, each time. */
const aggregate = Prisma.sql`
  SELECT json_build_object('items', json_agg(json_build_object('code', s.metric_code, 'year', s.year, 'value', s.total,
    'records', s.records) ORDER BY s.metric_code, s.year))::text AS answer
  FROM (SELECT metric_code, year, sum(quantity + adjustment)::text AS total, count(*)::int AS records FROM outcome_records
    WHERE alliance_id = ${allianceId}::uuid AND state IN ('verified', 'published') GROUP BY 1, 2) s`;

const projects = () =>
  projectsStatement(
    scope,
    listProjectsSchema.parse(organization ? { organization, pageSize: 20 } : { pageSize: 50 }),
  );

const statements: Record<string, () => Prisma.Sql> = {
  members: () => membersAsJson(scope, listMembersInput.parse({ pageSize: 50 })),
  projects,
  aggregate: () => aggregate,
};
const statement = (statements[what] ?? projects)();

const chunks: Uint8Array[] = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const pool = new pg.Pool({ connectionString: Buffer.concat(chunks).toString(), max: 10 });

const server = createServer((_request, response) => {
  pool.query({ name: "floor", text: statement.text, values: statement.values }).then(
    ({ rows }) => {
      response.setHeader("content-type", "application/json");
      response.end(rows[0].answer);
    },
    () => response.writeHead(500).end(),
  );
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object" && address) process.stdout.write(`${address.port}\n`);
});
