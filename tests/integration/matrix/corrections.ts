import { randomUUID } from "node:crypto";
import { dateOf } from "@/lib/kernel/dates";
import { createResult } from "./home";
import { about, type Fixture, none, type Site } from "./kit";

/** A record that is approved, of the organization that the call is about. */
export async function approved({ db, home, organizationId }: Site) {
  const { id } = await createResult(db, home, organizationId, "submitted");
  return db.outcomeRecord.update({
    where: { id },
    data: { state: "verified", verifiedAt: dateOf("2026-04-01"), verifiedById: randomUUID() },
  });
}

const correction =
  (state: "requested" | "endorsed", requestedById?: (site: Site) => string | null) =>
  async (site: Site) => {
    const record = await approved(site);
    const { id } = await site.db.correctionCase.create({
      data: {
        allianceId: site.home.alliance.id,
        number: await numberOf(site),
        recordId: record.id,
        recordVersion: record.version,
        reasonCode: "clerical",
        reason: `示例${site.home.mark}`,
        newOccurredOn: dateOf("2026-02-01"),
        requestedById: requestedById?.(site) ?? randomUUID(),
      },
    });
    if (state === "requested") return { id, version: 1 };
    return site.db.correctionCase.update({
      where: { id },
      data: { state, endorsedById: randomUUID(), endorsedAt: new Date(), version: 2 },
    });
  };

async function numberOf({ db, home }: Site): Promise<number> {
  const most = await db.correctionCase.aggregate({
    where: { allianceId: home.alliance.id },
    _max: { number: true },
  });
  return Math.max(most._max.number ?? 0, 100_000) + 1;
}

const versioned = (make: (site: Site) => Promise<{ id: string; version: number }>): Fixture => ({
  ids: ["id"],
  input: async (site) => {
    const { id, version } = await make(site);
    return { id, version };
  },
});

export const corrections: Record<string, Fixture> = {
  "corrections.list": none,
  "corrections.export": none,
  "corrections.get": about("id", correction("requested")),
  "corrections.history": about("recordId", approved),
  "corrections.marks": none,
  "corrections.totals": { input: () => ({ day: "2026-06-30" }) },
  "corrections.request": {
    ids: ["recordId", "organizationId"],
    input: async (site) => {
      const record = await approved(site);
      return {
        recordId: record.id,
        recordVersion: record.version,
        reasonCode: "clerical",
        reason: "示例",
        occurredOn: "2026-02-01",
        organizationId: site.home.council.holders[0]?.organization.id ?? "",
      };
    },
  },
  "corrections.endorse": versioned(correction("requested")),
  "corrections.apply": versioned(correction("endorsed")),
  "corrections.refuse": {
    ids: ["id"],
    input: async (site) => {
      const { id, version } = await correction("requested")(site);
      return { id, version, refusal: "示例" };
    },
  },
  "corrections.withdraw": versioned(correction("requested", (site) => site.caller.userId)),
};
