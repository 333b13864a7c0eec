import { expect, test } from "vitest";
import { linkOrganizationCommand } from "@/lib/features/applications/procedures";
import { update } from "@/lib/features/organizations/procedures";
import { perform } from "@/lib/platform/corridor/faces";
import {
  createAlliance,
  createMembership,
  createOrganization,
} from "@/prisma/seed/factories/basics";
import { createApplication } from "@/prisma/seed/factories/governance";
import { useDatabase } from "@/tests/support/database";
import { freshCode, openDoor } from "./case";

const { db } = useDatabase();

/** A member of another alliance, and an application here in its name, which anybody may send. */
async function foreignMember(creditCode: string | null, applicantsCode: string) {
  const door = await openDoor();
  const elsewhere = await createAlliance(db());
  const organization = await createOrganization(db(), { creditCode });
  await createMembership(db(), { allianceId: elsewhere.id, organizationId: organization.id });
  const application = await createApplication(db(), {
    allianceId: door.alliance.id,
    creditCode: applicantsCode,
  });
  return { door, organization, application };
}

test("A-05 an application in another unit's name gives no right to change that unit", async () => {
  const code = freshCode();
  const { door, organization, application } = await foreignMember(code, code);
  const linked = await perform(linkOrganizationCommand, door.office, {
    applicationId: application.id,
    version: application.version,
    organizationId: organization.id,
  });
  expect(linked.ok).toBe(true);
  await expect(
    perform(update, door.office, {
      organizationId: organization.id,
      version: organization.version,
      name: "示例被改名",
      kind: "enterprise",
    }),
  ).rejects.toMatchObject({ code: "forbidden" });
  const after = await db().organization.findUniqueOrThrow({ where: { id: organization.id } });
  expect(after.name).toBe(organization.name);
});

test("A-05 a credit code is not written onto a unit of other alliances", async () => {
  const { door, organization, application } = await foreignMember(null, freshCode());
  await expect(
    perform(linkOrganizationCommand, door.office, {
      applicationId: application.id,
      version: application.version,
      organizationId: organization.id,
    }),
  ).rejects.toMatchObject({ code: "forbidden" });
  const after = await db().organization.findUniqueOrThrow({ where: { id: organization.id } });
  expect(after.creditCode).toBeNull();
});
