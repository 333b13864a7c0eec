import { createServer } from "node:http";
import pg from "pg";
import { membersAsJson } from "@/lib/features/memberships/queries/register";
import { listMembersInput } from "@/lib/features/memberships/schema/register";
import { projectsStatement } from "@/lib/features/projects/queries/list";
import { listProjectsSchema } from "@/lib/features/projects/schema/projects";
import type { TenantScope } from "@/lib/platform/corridor/use-case";

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

const statement =
  what === "members"
    ? membersAsJson(scope, listMembersInput.parse({ pageSize: 50 }))
    : projectsStatement(
        scope,
        listProjectsSchema.parse(organization ? { organization, pageSize: 20 } : { pageSize: 50 }),
      );

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
