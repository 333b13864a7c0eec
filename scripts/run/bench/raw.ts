import { createServer } from "node:http";
import pg from "pg";
import { listMembers } from "@/lib/features/memberships/queries/members";
import { listMembersInput } from "@/lib/features/memberships/schema";
import { listProjects } from "@/lib/features/projects/queries/list";
import { listProjectsSchema } from "@/lib/features/projects/schema";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
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

/** What the query would send; it finds nothing, and needs nothing more. */
async function statementsOf(run: (db: Db) => Promise<unknown>): Promise<Prisma.Sql[]> {
  const sent: Prisma.Sql[] = [];
  const recorder = {
    $queryRaw: async (strings: TemplateStringsArray, ...values: unknown[]) => {
      sent.push(Prisma.sql(strings, ...values));
      return [];
    },
  };
  await run(recorder as unknown as Db);
  return sent;
}

const statements = await statementsOf((db) =>
  what === "members"
    ? listMembers(db, scope, listMembersInput.parse({ pageSize: 50 }))
    : listProjects(db, scope, listProjectsSchema.parse({ organization, pageSize: 20 })),
);

const chunks: Uint8Array[] = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const pool = new pg.Pool({ connectionString: Buffer.concat(chunks).toString(), max: 10 });

const server = createServer((_request, response) => {
  const answers = statements.map(({ text, values }, index) =>
    pool.query({ name: `floor${index}`, text, values }),
  );
  Promise.all(answers).then(
    (found) => {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(found.map(({ rows }) => rows)));
    },
    () => response.writeHead(500).end(),
  );
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object" && address) process.stdout.write(`${address.port}\n`);
});
