import { dateOf } from "@/lib/kernel/dates";
import type { Tx } from "@/lib/platform/db/transaction";
import type { Prisma } from "@/prisma/generated/client";

let serial = 0;
const next = () => {
  serial += 1;
  return serial;
};

type ProjectState = Prisma.ProjectUncheckedCreateInput["state"];

const waitsForPartners: readonly ProjectState[] = ["draft", "partners_confirming"];

/**
 * A project with its parties, the first of which leads. They have all confirmed, unless the state says that they are
 * still being asked. A state with a number needs `codeYear`, `codeNumber` and `registeredAt` among the overrides.
 */
export async function createProjectWithParties(
  db: Tx,
  given: {
    allianceId: string;
    organizationIds: readonly [string, ...string[]];
    state?: ProjectState;
  } & Partial<Omit<Prisma.ProjectUncheckedCreateInput, "state" | "allianceId" | "leadId">>,
) {
  const { organizationIds, state = "check", ...more } = given;
  const [leadId] = organizationIds;
  const project = await db.project.create({
    data: {
      title: `示例合作项目 T${next()}`,
      type: "talent",
      summary: "示例：双方共同培养现场工程师。",
      startsOn: dateOf("2026-01-01"),
      endsOn: dateOf("2026-12-31"),
      ...more,
      state,
      leadId,
    },
  });
  const answeredAt = new Date("2026-01-02T00:00:00Z");
  await db.projectParty.createMany({
    data: organizationIds.map((organizationId) => {
      const isLead = organizationId === leadId;
      const pending = !isLead && waitsForPartners.includes(state);
      return {
        allianceId: given.allianceId,
        projectId: project.id,
        organizationId,
        role: isLead ? ("lead" as const) : ("co_builder" as const),
        state: pending ? ("pending" as const) : ("confirmed" as const),
        answeredAt: pending ? null : answeredAt,
      };
    }),
  });
  await db.projectEvent.create({
    data: {
      allianceId: given.allianceId,
      projectId: project.id,
      kind: "created",
      organizationId: leadId,
    },
  });
  return project;
}

/** A registered project under the number that is given; the counter of the alliance is the caller's to set. */
export const createRegisteredProject = (
  db: Tx,
  given: Parameters<typeof createProjectWithParties>[1] & { year: number; number: number },
) => {
  const { year, number, ...more } = given;
  return createProjectWithParties(db, {
    state: "running",
    codeYear: year,
    codeNumber: number,
    registeredAt: dateOf(`${year}-01-15`),
    ...more,
  });
};

/** A binding promise of cash, unless told otherwise. */
export function createCommitmentRow(
  db: Tx,
  given: Pick<
    Prisma.FundCommitmentUncheckedCreateInput,
    "allianceId" | "projectId" | "organizationId"
  > &
    Partial<Prisma.FundCommitmentUncheckedCreateInput>,
) {
  const kind = given.kind ?? "cash";
  return db.fundCommitment.create({
    data: {
      amount: "100000.00",
      state: "confirmed",
      proof: "示例协议 01",
      promisedOn: dateOf("2026-01-10"),
      valuation: kind === "cash" ? null : "示例：评估报告",
      ...given,
      kind,
    },
  });
}

/**
 * A posted receipt of cash, or a posted delivery of anything else, unless told otherwise. Posted rows come from before four
 * persons were asked for; who needs others gives their hands.
 */
export async function createReceiptRow(
  db: Tx,
  given: Pick<Prisma.FundEntryUncheckedCreateInput, "allianceId" | "projectId" | "organizationId"> &
    Partial<Prisma.FundEntryUncheckedCreateInput>,
) {
  const kind = given.kind ?? "cash";
  const state = given.state ?? "posted";
  const flow = given.flow ?? (kind === "cash" ? "receipt" : "delivery");
  const arrives = flow === "receipt" || flow === "delivery";
  return db.fundEntry.create({
    data: {
      source: arrives ? "enterprise" : null,
      amount: "1000.00",
      happenedOn: dateOf("2026-02-01"),
      voucherNo: `示例凭证-${next()}`,
      payee: flow === "spending" ? "示例供应商" : null,
      postedAt: state === "posted" ? new Date("2026-02-02T00:00:00Z") : null,
      twoHands: state === "posted" && !given.checkedById,
      ...given,
      kind,
      flow,
      state,
    },
  });
}
