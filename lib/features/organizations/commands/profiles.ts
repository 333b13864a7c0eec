import type { z } from "zod";
import type { Tx } from "@/lib/platform/db/transaction";
import { profileKind } from "../rules/profile";
import type { createOrganizationInput } from "../schema/organizations";
import type { OrganizationKind } from "../types";

type Given = Pick<z.output<typeof createOrganizationInput>, "enterprise" | "institution" | "park">;

/** Writes the one-to-one profile that goes with the kind; parts given for another kind are left aside. */
export async function writeProfile(
  tx: Tx,
  organizationId: string,
  kind: OrganizationKind,
  given: Given,
): Promise<void> {
  switch (profileKind(kind)) {
    case "enterprise": {
      const data = {
        scale: given.enterprise?.scale ?? null,
        aboveScale: given.enterprise?.aboveScale ?? null,
      };
      await tx.enterprise.upsert({
        where: { organizationId },
        create: { organizationId, ...data },
        update: data,
      });
      return;
    }
    case "institution": {
      const data = {
        schoolCode: given.institution?.schoolCode ?? null,
        doubleHigh: given.institution?.doubleHigh ?? false,
        studentsOnRoll: given.institution?.studentsOnRoll ?? null,
        staff: given.institution?.staff ?? null,
      };
      await tx.memberInstitution.upsert({
        where: { organizationId },
        create: { organizationId, ...data },
        update: data,
      });
      return;
    }
    case "park": {
      const data = {
        zoneType: given.park?.zoneType ?? null,
        zoneLevel: given.park?.zoneLevel ?? null,
        leadIndustries: given.park?.leadIndustries ?? null,
      };
      await tx.industrialPark.upsert({
        where: { organizationId },
        create: { organizationId, ...data },
        update: data,
      });
      return;
    }
    case "none":
  }
}

/** The empty profile of a kind, where there is none yet. */
export async function ensureProfile(
  tx: Tx,
  organizationId: string,
  kind: OrganizationKind,
): Promise<void> {
  const given = { where: { organizationId }, create: { organizationId }, update: {} };
  switch (profileKind(kind)) {
    case "enterprise":
      await tx.enterprise.upsert(given);
      return;
    case "institution":
      await tx.memberInstitution.upsert(given);
      return;
    case "park":
      await tx.industrialPark.upsert(given);
      return;
    case "none":
  }
}
