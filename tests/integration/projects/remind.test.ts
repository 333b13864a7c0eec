import { describe, expect, test } from "vitest";
import {
  keepPartnerCommand,
  remindPartnersCommand,
} from "@/lib/features/projects/procedures/partners";
import { addDays, dayIn } from "@/lib/kernel/dates";
import { perform } from "@/lib/platform/corridor/faces";
import { createCollegeRow } from "@/prisma/seed/factories/colleges";
import {
  createProjectWithParties,
  createRegisteredProject,
} from "@/prisma/seed/factories/projects";
import { useDatabase } from "../../support/database";
import { callAs, createWorld, type World } from "./world";

const { db } = useDatabase();

describe("Partner leaves the alliance: lead must confirm or change partner in 30 days", () => {
  const leave = async (own: World, daysAgo: number) => {
    const validTo = addDays(dayIn(new Date(), "Asia/Shanghai"), -daysAgo);
    await db().membershipPeriod.updateMany({
      where: { membership: { organizationId: own.school.id, allianceId: own.alliance.id } },
      data: { validTo: new Date(validTo) },
    });
  };
  const remind = async (own: World) => {
    const result = await perform(remindPartnersCommand, callAs(own, own.actors.secretariat), {});
    return result.ok ? result.value.reminded : -1;
  };
  const told = async (own: World) => {
    const mails = await db().outboxMail.findMany({
      where: { dedupeKey: { startsWith: "partner-left:" }, body: { contains: own.school.name } },
    });
    return mails.map((mail) => mail.recipient).sort();
  };
  test("reminded on the 30th day, not on the 29th, once; the lead and the secretariat, nobody else", async () => {
    const own = await createWorld(db());
    const project = await createRegisteredProject(db(), {
      allianceId: own.alliance.id,
      organizationIds: [own.company.id, own.school.id],
      year: 2026,
      number: 1,
    });
    const college = await createCollegeRow(db(), {
      allianceId: own.alliance.id,
      organizationIds: [own.company.id, own.school.id],
      state: "operating",
    });
    await leave(own, 29);
    expect(await remind(own)).toBe(0);
    await leave(own, 30);
    const both = await Promise.all([remind(own), remind(own)]);
    expect(both.filter((count) => count > 0)).toHaveLength(1);
    const emails = await db().user.findMany({
      where: {
        id: {
          in: [
            own.actors.contact.userId,
            own.actors.secretariat.userId,
            own.actors.secretariat2.userId,
          ].flatMap((id) => id ?? []),
        },
      },
      select: { email: true },
    });
    const each = emails.map((user) => user.email);
    expect(await told(own)).toEqual([...each, ...each].sort());
    const bodies = await db().outboxMail.findMany({
      where: { body: { contains: own.school.name } },
    });
    expect(bodies.some((mail) => mail.body.includes(`/projects/${project.id}`))).toBe(true);
    expect(bodies.some((mail) => mail.body.includes(`/colleges/${college.id}`))).toBe(true);
    expect(await remind(own)).toBe(0);
  });
  test("not when the lead has kept the partner, nor when it was replaced, nor once the project has ended", async () => {
    const own = await createWorld(db());
    const party = {
      allianceId: own.alliance.id,
      organizationIds: [own.company.id, own.school.id] as const,
    };
    const kept = await createRegisteredProject(db(), { ...party, year: 2026, number: 1 });
    const replaced = await createRegisteredProject(db(), { ...party, year: 2026, number: 2 });
    await createProjectWithParties(db(), { ...party, state: "withdrawn" });
    const left = await createRegisteredProject(db(), { ...party, year: 2026, number: 3 });
    await leave(own, 40);
    await perform(keepPartnerCommand, callAs(own, own.actors.contact), {
      id: kept.id,
      organizationId: own.school.id,
    });
    await db().projectParty.deleteMany({
      where: { projectId: replaced.id, organizationId: own.school.id },
    });
    expect(await remind(own)).toBeGreaterThan(0);
    const mails = await db().outboxMail.findMany({
      where: { dedupeKey: { startsWith: "partner-left:" }, body: { contains: own.school.name } },
    });
    expect(mails.filter((mail) => !mail.body.includes(`/projects/${left.id}`))).toEqual([]);
  });
  test("not again once the outbox has forgotten the letter", async () => {
    const own = await createWorld(db());
    await createRegisteredProject(db(), {
      allianceId: own.alliance.id,
      organizationIds: [own.company.id, own.school.id],
      year: 2026,
      number: 1,
    });
    await leave(own, 120);
    expect(await remind(own)).toBe(0);
    await leave(own, 119);
    expect(await remind(own)).toBeGreaterThan(0);
  });
});
