import type { z } from "zod";
import { dayOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { clearBlocked, mayWrite, movesOf, sealableBy } from "../policy";
import type { agreementOutput, getAgreementInput } from "../schema";
import type { AgreementEventStep, LinkKind } from "../types";
import { knownCall } from "./calls";
import { factsOf, type ReadAgreement, readAgreement } from "./facts";
import { toRow } from "./list";

type View = z.input<typeof agreementOutput>;
type Link = { kind: LinkKind; id: string; name: string; offeringId: string | null };

/** A pathway has no name of its own: its academic year, where it starts and where it leads. */
const pathwayName = Prisma.sql`(SELECT concat(w.academic_year, ' · ', fs.name, ' · ', fp.name, ' → ', ts.name, ' · ', tp.name)
  FROM programme_offerings f JOIN programmes fp ON fp.id = f.programme_id JOIN organizations fs ON fs.id = f.organization_id,
    programme_offerings t JOIN programmes tp ON tp.id = t.programme_id JOIN organizations ts ON ts.id = t.organization_id
  WHERE f.id = w.from_offering_id AND t.id = w.to_offering_id)`;

/** What it is about, with the names of the records; a call that the reader may not know is left out. */
const linksOf = (db: Db, scope: TenantScope, id: string) => db.$queryRaw<Link[]>`
  SELECT CASE WHEN l.college_id IS NOT NULL THEN 'college' WHEN l.platform_id IS NOT NULL THEN 'platform'
      WHEN l.project_id IS NOT NULL THEN 'project' WHEN l.class_id IS NOT NULL THEN 'class'
      WHEN l.call_id IS NOT NULL THEN 'call' ELSE 'pathway' END AS kind,
    coalesce(l.college_id, l.platform_id, l.project_id, l.class_id, l.call_id, l.pathway_id) AS id,
    coalesce(g.name, f.name, p.title, k.name, c.title, ${pathwayName}) AS name, w.from_offering_id AS "offeringId"
  FROM agreement_links l
  LEFT JOIN colleges g ON g.alliance_id = l.alliance_id AND g.id = l.college_id
  LEFT JOIN platforms f ON f.alliance_id = l.alliance_id AND f.id = l.platform_id
  LEFT JOIN projects p ON p.alliance_id = l.alliance_id AND p.id = l.project_id
  LEFT JOIN training_classes k ON k.alliance_id = l.alliance_id AND k.id = l.class_id
  LEFT JOIN calls c ON c.alliance_id = l.alliance_id AND c.id = l.call_id
  LEFT JOIN programme_pathways w ON w.alliance_id = l.alliance_id AND w.id = l.pathway_id
  WHERE l.alliance_id = ${scope.alliance.id}::uuid AND l.agreement_id = ${id}::uuid
    AND (l.call_id IS NULL OR ${knownCall(scope)})
  ORDER BY l.id`;

type Event = {
  id: string;
  step: AgreementEventStep;
  on: string;
  organization: string | null;
  note: string | null;
};
const eventsOf = (db: Db, tenant: string, id: string) => db.$queryRaw<Event[]>`
  SELECT e.id, e.step::text AS step, e."on"::text AS "on", o.name AS organization, e.note
  FROM agreement_events e LEFT JOIN organizations o ON o.id = e.organization_id
  WHERE e.alliance_id = ${tenant}::uuid AND e.agreement_id = ${id}::uuid ORDER BY e.created_at, e.id`;

/** The one before and the one after. */
async function neighbours(db: Db, tenant: string, agreement: ReadAgreement) {
  const rows = await db.agreement.findMany({
    where: {
      allianceId: tenant,
      OR: [
        ...(agreement.renewsId ? [{ id: agreement.renewsId }] : []),
        { renewsId: agreement.id, state: { not: "ended" } },
      ],
    },
    select: { id: true, title: true },
  });
  return {
    renews: rows.find(({ id }) => id === agreement.renewsId) ?? null,
    renewedBy: rows.find(({ id }) => id !== agreement.renewsId) ?? null,
  };
}

const day = (date: Date | null) => date && dayOf(date);

export async function getAgreement(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getAgreementInput>,
): Promise<View> {
  const agreement = await readAgreement(db, scope, input.agreementId);
  const tenant = scope.alliance.id;
  const [links, events, around] = await Promise.all([
    linksOf(db, scope, agreement.id),
    eventsOf(db, tenant, agreement.id),
    neighbours(db, tenant, agreement),
  ]);
  const facts = factsOf(agreement);
  const named = agreement.parties.map(({ organization, sealedOn }) => ({
    ...organization,
    sealedOn: day(sealedOn),
  }));
  const sealable = sealableBy(scope, facts);
  const row = toRow(
    {
      ...agreement,
      number:
        agreement.codeYear === null
          ? null
          : `${agreement.codeYear}-${String(agreement.codeNumber).padStart(3, "0")}`,
      validFrom: dayOf(agreement.validFrom),
      validTo: day(agreement.validTo),
      signedOn: day(agreement.signedOn),
      parties: named,
    },
    scope,
  );
  return {
    ...agreement,
    ...row,
    ...around,
    today: scope.today,
    cleared: facts.cleared,
    links,
    events,
    may: {
      edit: agreement.state === "draft" && mayWrite(scope),
      moves: movesOf(scope, facts),
      clearBlocked: clearBlocked(scope, facts),
      sealFor: named.filter(({ id }) => sealable.includes(id)),
      renew: agreement.state === "in_force" && around.renewedBy === null && mayWrite(scope),
    },
  };
}
