import { createHash, randomUUID } from "node:crypto";
import { syntheticCreditCode } from "@/lib/features/organizations/rules/credit-code";
import { dateOf } from "@/lib/kernel/dates";
import type { Tx } from "@/lib/platform/db/transaction";
import {
  createAlliance,
  createMembership,
  createOrganization,
} from "@/prisma/seed/factories/basics";
import {
  createApplication,
  createCouncil,
  createStoredFile,
} from "@/prisma/seed/factories/governance";
import { createProjectWithParties } from "@/prisma/seed/factories/projects";
import { createActor } from "@/tests/support/actors";
import { createMetrics } from "../outcomes/support";

/*
 * An alliance with everything that a use case can be about. `mark` stands in every text of it, so that a byte that leaks
 * can be told from a byte that may be seen.
 */
export type Home = Awaited<ReturnType<typeof createHome>>;

let serial = 0;
export const next = () => {
  serial += 1;
  return serial;
};
export const creditCode = () => syntheticCreditCode(500_000 + next());

async function createMember(db: Tx, allianceId: string, mark: string) {
  const organization = await createOrganization(db, {
    name: `示例${mark} ${next()}`,
    creditCode: creditCode(),
  });
  const membership = await createMembership(db, { allianceId, organizationId: organization.id });
  return { organization, membership };
}

export async function createHome(db: Tx, mark: string, published: boolean) {
  await createMetrics(db);
  const alliance = await createAlliance(db, {
    name: `示例${mark}联盟`,
    summary: `示例${mark}概况`,
    ...(!published && { publishedAt: null }),
  });
  const allianceId = alliance.id;
  const council = await createCouncil(db, { allianceId, seats: 3, name: `示例${mark}理事会` });
  const own = await createMember(db, allianceId, `${mark}本单位`);
  const other = await createMember(db, allianceId, `${mark}他单位`);
  const clerk = await createActor(db, "secretariat", { allianceId });
  const node = await db.chainNode.create({
    data: { allianceId, position: "support", name: `示例${mark}环节`, sortOrder: 1 },
  });
  return { alliance, mark, council, own, other, clerk, node };
}

export const createPaper = (db: Tx, home: Home, uploadedById: string | null) =>
  createStoredFile(db, {
    allianceId: home.alliance.id,
    name: `示例${home.mark}.pdf`,
    sha256: createHash("sha256").update(randomUUID()).digest("hex"),
    uploadedById,
  });

export const createCase = (
  db: Tx,
  home: Home,
  state: "submitted" | "checking" | "supplement",
  token?: string,
) =>
  createApplication(db, {
    allianceId: home.alliance.id,
    creditCode: creditCode(),
    organizationName: `示例${home.mark}申请单位 ${next()}`,
    state,
    ...(token && { caseTokenHash: createHash("sha256").update(token).digest("hex") }),
  });

/** A motion about an application on the agenda that was carried, with its resolution. */
export async function createDecision(db: Tx, home: Home) {
  const allianceId = home.alliance.id;
  const code = creditCode();
  const organization = await createOrganization(db, {
    creditCode: code,
    name: `示例${home.mark} ${next()}`,
  });
  const application = await createApplication(db, {
    allianceId,
    creditCode: code,
    organizationId: organization.id,
    organizationName: organization.name,
    state: "on_agenda",
  });
  const bodyId = home.council.body.id;
  const meeting = await db.meeting.create({
    data: {
      allianceId,
      bodyId,
      title: `示例${home.mark}会议`,
      mode: "room",
      state: "closed",
      scheduledAt: dateOf("2026-03-10"),
    },
  });
  const item = await db.agendaItem.create({
    data: {
      allianceId,
      meetingId: meeting.id,
      sortOrder: 1,
      title: `示例${home.mark}议题`,
      applicationId: application.id,
    },
  });
  const rule = await db.ruleSet.findFirstOrThrow({ where: { bodyId, matter: "membership" } });
  const motion = await db.motion.create({
    data: {
      allianceId,
      agendaItemId: item.id,
      text: `示例${home.mark}动议`,
      matter: "membership",
      method: "hands",
      ruleSetId: rule.id,
      ruleSnapshot: {
        rule: {
          id: rule.id,
          matter: "membership",
          quorum: {
            base: rule.quorumBase,
            num: rule.quorumNum,
            den: rule.quorumDen,
            cmp: rule.quorumCmp,
          },
          pass: { base: rule.passBase, num: rule.passNum, den: rule.passDen, cmp: rule.passCmp },
          tie: rule.tie,
          articleRef: rule.articleRef,
          version: 1,
        },
        seats: { all: 3, filled: 3, eligible: 3 },
      },
      present: 3,
      yes: 3,
      no: 0,
      abstain: 0,
      quorumBase: 3,
      quorumNeeded: 2,
      passBase: 3,
      passNeeded: 2,
      computedOutcome: "carried",
      outcome: "carried",
      decidedAt: dateOf("2026-03-10"),
    },
  });
  const resolution = await db.resolution.create({
    data: {
      allianceId,
      bodyId,
      motionId: motion.id,
      year: 2026,
      number: 1000 + next(),
      title: `示例${home.mark}决议`,
      text: `示例${home.mark}决议`,
      adoptedOn: dateOf("2026-03-10"),
      effectiveFrom: dateOf("2026-03-10"),
    },
  });
  return { application, meeting, resolution };
}

type ProjectState = NonNullable<Parameters<typeof createProjectWithParties>[1]["state"]>;
const unnumbered: readonly ProjectState[] = [
  "draft",
  "partners_confirming",
  "check",
  "supplement",
  "review",
  "decision",
  "rejected",
  "withdrawn",
];

/** A project that the organization leads, with a council member as its partner. */
export function createProject(db: Tx, home: Home, leadId: string, state: ProjectState) {
  const partner = home.council.holders[0]?.organization.id ?? leadId;
  return createProjectWithParties(db, {
    allianceId: home.alliance.id,
    organizationIds: [leadId, partner],
    state,
    title: `示例${home.mark}项目 ${next()}`,
    summary: `示例${home.mark}内容`,
    ...(!unnumbered.includes(state) && {
      codeYear: 2026,
      codeNumber: 1000 + next(),
      registeredAt: dateOf("2026-01-15"),
    }),
  });
}

/** A result of the organization with its evidence, entered by nobody who acts in the tests. */
export async function createResult(
  db: Tx,
  home: Home,
  organizationId: string,
  state: "submitted" | "returned",
) {
  const paper = await createPaper(db, home, null);
  return db.outcomeRecord.create({
    data: {
      allianceId: home.alliance.id,
      organizationId,
      metricCode: "M35",
      title: `示例${home.mark}成果 ${next()}`,
      naturalKey: `示例-${next()}`,
      year: 2026,
      occurredOn: dateOf("2026-03-01"),
      quantity: "1",
      state,
      fileId: paper.id,
      ...(state === "returned" && { returnReason: "示例原因" }),
    },
  });
}
