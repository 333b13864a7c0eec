import type { z } from "zod";
import { getRoster } from "@/lib/features/bodies/queries/roster";
import type { recordInput } from "@/lib/features/meetings/schema/record";
import type { AttendanceStatus } from "@/lib/features/meetings/types";
import { syntheticCreditCode } from "@/lib/features/organizations/rules/credit-code";
import type { Call } from "@/lib/platform/corridor/invoke";
import { database } from "@/lib/platform/db/client";
import { createAlliance, createOrganization } from "@/prisma/seed/factories/basics";
import {
  createApplication,
  createCouncil,
  createStoredFile,
} from "@/prisma/seed/factories/governance";
import { createActor } from "@/tests/support/actors";
import { scopeOf } from "@/tests/support/scope";

export type Council = Awaited<ReturnType<typeof seatedCouncil>>;
type Paper = z.input<typeof recordInput>;
type Item = Paper["items"][number];

let serial = 0;

/** An alliance with a council of nine seats, its secretariat, and the signed paper of a meeting. */
export async function seatedCouncil(given: Partial<Parameters<typeof createCouncil>[1]> = {}) {
  const db = database();
  const alliance = await createAlliance(db);
  const council = await createCouncil(db, { allianceId: alliance.id, ...given });
  const secretary = await createActor(db, "secretariat", { allianceId: alliance.id });
  const file = await createStoredFile(db, { allianceId: alliance.id });
  const call: Call = { actor: secretary, tenant: alliance.slug };
  return { alliance, ...council, secretary, file, call };
}

/** A recommended application whose organization stands in the register. */
export async function recommendedApplication(council: Council) {
  serial += 1;
  const db = database();
  const creditCode = syntheticCreditCode(700_000 + serial);
  const organization = await createOrganization(db, { creditCode });
  return createApplication(db, {
    allianceId: council.alliance.id,
    creditCode,
    organizationName: organization.name,
    organizationId: organization.id,
    state: "recommended",
  });
}

export const motion = (
  given: Partial<NonNullable<Item["motion"]>> = {},
): NonNullable<Item["motion"]> => ({
  text: "同意示例事项。",
  matter: "ordinary",
  method: "hands",
  yes: 9,
  outcome: "carried",
  ...given,
});

/** What the secretariat types in from the paper; `statuses` by seat number, the rest present. */
export async function paperOf(
  council: Council,
  given: Partial<Paper> & { statuses?: AttendanceStatus[] } = {},
): Promise<Paper> {
  const { statuses = [], ...over } = given;
  const heldOn = over.heldOn ?? "2026-03-10";
  const roster = await getRoster(
    database(),
    scopeOf(database(), council.alliance, council.secretary),
    { bodyId: over.bodyId ?? council.body.id, day: heldOn },
  );
  return {
    bodyId: council.body.id,
    title: "示例理事会第一次会议",
    heldOn,
    time: "14:30",
    mode: "room",
    place: "示例会议室",
    originalFileId: council.file.id,
    attendance: roster.holders.map((holder, index) => ({
      seatId: holder.seatId,
      status: statuses[index] ?? "present",
    })),
    items: [{ title: "示例议题", motion: motion() }],
    ...over,
  };
}
