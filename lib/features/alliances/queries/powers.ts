import type { z } from "zod";
import { dayOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { getPowerInput, listPowersOutput, powerOutput } from "../schema/powers";
import { powerKinds } from "../types";

const named = {
  grantor: { select: { id: true, name: true } },
  grantee: { select: { id: true, name: true, nameEn: true } },
} as const;
const day = (date: Date | null) => date && dayOf(date);

type Dated = { validFrom: Date | null; validTo: Date | null; reviewOn: Date | null };
const withDays = <Row extends Dated>(row: Row) => ({
  ...row,
  validFrom: day(row.validFrom),
  validTo: day(row.validTo),
  reviewOn: day(row.reviewOn),
});

/** The list of delegated powers in the order of its eight kinds. */
export async function listPowers(
  db: Db,
  scope: TenantScope,
): Promise<z.input<typeof listPowersOutput>> {
  const rows = await db.delegatedPower.findMany({
    where: { allianceId: scope.alliance.id },
    include: named,
    orderBy: { id: "asc" },
  });
  const items = rows
    .map(withDays)
    .toSorted((a, b) => powerKinds.indexOf(a.kind) - powerKinds.indexOf(b.kind));
  return { today: scope.today, items };
}

/** One power with every step of its life. Notes and papers are seen inside the alliance only. */
export async function getPower(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getPowerInput>,
): Promise<z.input<typeof powerOutput>> {
  const found = await db.delegatedPower.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: input.powerId } },
    include: {
      ...named,
      document: { select: { id: true, title: true } },
      events: {
        orderBy: [{ on: "asc" }, { createdAt: "asc" }, { id: "asc" }],
        include: {
          file: { select: { id: true, name: true } },
          resolution: { select: { id: true, year: true, number: true } },
        },
      },
    },
  });
  if (!found) return notFound();
  const inside = scope.reach.whole;
  return {
    ...withDays(found),
    today: scope.today,
    document: inside ? found.document : null,
    events: found.events.map((event) => ({
      ...event,
      on: dayOf(event.on),
      note: inside ? event.note : null,
      file: inside ? event.file : null,
    })),
  };
}
