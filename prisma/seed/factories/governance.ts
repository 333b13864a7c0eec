import { presetRule } from "@/lib/features/bodies/rules/presets";
import { type LegalForm, type Matter, matters, type Rule } from "@/lib/features/bodies/types";
import { type Day, dateOf } from "@/lib/kernel/dates";
import type { Tx } from "@/lib/platform/db/transaction";
import type { Prisma } from "@/prisma/generated/client";
import { createMembership, createOrganization } from "./basics";

/*
 * Bodies with seats, holders and rules, and applications; the smallest valid rows, with overrides.
 */
export function createBody(
  db: Tx,
  given: { allianceId: string } & Partial<Prisma.GovernanceBodyUncheckedCreateInput>,
) {
  return db.governanceBody.create({
    data: { kind: "council", name: "示例理事会", tier: "decision", sortOrder: 1, ...given },
  });
}

/** Columns of one rule. */
const ruleColumns = (rule: Rule) => ({
  quorumBase: rule.quorum.base,
  quorumNum: rule.quorum.num,
  quorumDen: rule.quorum.den,
  quorumCmp: rule.quorum.cmp,
  passBase: rule.pass.base,
  passNum: rule.pass.num,
  passDen: rule.pass.den,
  passCmp: rule.pass.cmp,
  tie: rule.tie,
});

/** The usual rules of a legal form for every class of matters; `over` replaces those of single classes. */
async function createRules(
  db: Tx,
  given: {
    allianceId: string;
    bodyId: string;
    form?: LegalForm;
    from?: Day;
    articleRef?: string;
    over?: Partial<Record<Matter, Rule>>;
    options?: Prisma.InputJsonObject;
  },
) {
  await db.ruleSet.createMany({
    data: matters.map((matter) => ({
      allianceId: given.allianceId,
      bodyId: given.bodyId,
      matter,
      articleRef: given.articleRef ?? "示例章程第十二条",
      validFrom: dateOf(given.from ?? "2020-01-01"),
      options: given.options ?? {},
      ...ruleColumns(given.over?.[matter] ?? presetRule(given.form ?? "no_legal_form", matter)),
    })),
  });
}

type CouncilGiven = {
  allianceId: string;
  /** Seats in all, and how many of them somebody holds. */
  seats?: number;
  filled?: number;
  from?: Day;
  form?: LegalForm;
  over?: Partial<Record<Matter, Rule>>;
  /** What the rules say besides: RuleOptions of lib/features/bodies/schema.ts. */
  options?: Prisma.InputJsonObject;
  name?: string;
};

/** A body with rules, a term, and unit seats held by new member organizations. */
export async function createCouncil(db: Tx, given: CouncilGiven) {
  const { allianceId } = given;
  const from = given.from ?? "2023-01-01";
  const seats = given.seats ?? 9;
  const body = await createBody(db, { allianceId, ...(given.name && { name: given.name }) });
  await createRules(db, {
    allianceId,
    bodyId: body.id,
    ...(given.form && { form: given.form }),
    ...(given.over && { over: given.over }),
    ...(given.options && { options: given.options }),
  });
  const term = await db.term.create({
    data: {
      allianceId,
      bodyId: body.id,
      ordinal: 1,
      startsOn: dateOf(from),
      endsOn: dateOf("2030-12-31"),
    },
  });
  const created = await db.seat.createManyAndReturn({
    data: Array.from({ length: seats }, (_, index) => ({
      allianceId,
      bodyId: body.id,
      number: index + 1,
      basis: "unit" as const,
      position: index === 0 ? ("chair" as const) : ("member" as const),
    })),
  });
  const holders = [];
  for (const seat of created.slice(0, given.filled ?? seats)) {
    holders.push(await createHolder(db, { allianceId, seatId: seat.id, termId: term.id, from }));
  }
  return { body, term, seats: created, holders };
}

/** A new member organization that holds a seat. */
export async function createHolder(
  db: Tx,
  given: { allianceId: string; seatId: string; termId: string; from: Day },
) {
  const organization = await createOrganization(db);
  const membership = await createMembership(db, {
    allianceId: given.allianceId,
    organizationId: organization.id,
    position: "council_unit",
    from: given.from,
  });
  const holding = await db.seatHolding.create({
    data: {
      allianceId: given.allianceId,
      seatId: given.seatId,
      termId: given.termId,
      membershipId: membership.id,
      validFrom: dateOf(given.from),
    },
  });
  return { organization, membership, holding };
}

/** The bytes' row only: a file that stands for a signed paper. */
export function createStoredFile(
  db: Tx,
  given: { allianceId: string } & Partial<Prisma.StoredFileUncheckedCreateInput>,
) {
  return db.storedFile.create({
    data: {
      sha256: "0".repeat(64),
      size: 1024,
      mediaType: "application/pdf",
      name: "示例会议记录.pdf",
      ...given,
    },
  });
}

let applications = 0;

export function createApplication(
  db: Tx,
  given: {
    allianceId: string;
    creditCode: string;
  } & Partial<Prisma.MembershipApplicationUncheckedCreateInput>,
) {
  applications += 1;
  return db.membershipApplication.create({
    data: {
      number: 10_000 + applications,
      caseTokenHash: String(applications).padStart(64, "0"),
      organizationName: `示例申请单位 ${applications}`,
      kind: "enterprise",
      requestedPosition: "member_unit",
      contactName: "示例联系人",
      contactEmail: "contact@sample.example",
      contactPhone: "0512-00000000",
      statement: "示例入会说明",
      contributionPlan: "示例投入计划",
      ...given,
    },
  });
}
