import { beforeEach, describe, expect, test } from "vitest";
import {
  admitApplicationCommand,
  announceApplicationCommand,
  listNoticesQuery,
  putBackApplicationCommand,
  recommendApplicationCommand,
  submitApplicationCommand,
  takeApplicationCommand,
} from "@/lib/features/applications/procedures";
import { addDays, dateOf, dayIn } from "@/lib/kernel/dates";
import { anonymous } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createOrganization } from "@/prisma/seed/factories/basics";
import { createApplication, createCouncil } from "@/prisma/seed/factories/governance";
import { useDatabase } from "@/tests/support/database";
import { decide } from "../bodies/decide";
import { form, freshCode, openDoor } from "./case";

const { db } = useDatabase();
const today = dayIn(new Date(), "Asia/Shanghai");

type Door = Awaited<ReturnType<typeof openDoor>>;
let door: Door;
let bodyId: string;
let applicationId: string;
let code: string;

beforeEach(async () => {
  door = await openDoor();
  const council = await createCouncil(db(), { allianceId: door.alliance.id, seats: 3 });
  bodyId = council.body.id;
  code = freshCode();
  const organization = await createOrganization(db(), { creditCode: code });
  const row = await createApplication(db(), {
    allianceId: door.alliance.id,
    creditCode: code,
    organizationId: organization.id,
    state: "recommended",
  });
  applicationId = row.id;
});

/** The council admits; the rule of the day asks for a public notice of so many days. */
async function admitted(noticeDays: number) {
  const done = await decide(db(), {
    alliance: door.alliance,
    actor: door.secretary,
    bodyId,
    on: today,
    effect: { kind: "admit", applicationId },
    applicationId,
    noticeDays,
  });
  if (!done.ok) throw new Error(done.reason);
  return done.value.id;
}
const row = () => db().membershipApplication.findUniqueOrThrow({ where: { id: applicationId } });
const admit = async (resolutionId: string) => {
  const { version } = await row();
  return perform(admitApplicationCommand, door.office, { applicationId, version, resolutionId });
};

describe("公示 before the admission takes effect where the rule asks", () => {
  test("no notice asked for: a member at once", async () => {
    await admitted(0);
    expect((await row()).state).toBe("admitted");
  });

  test("announced for everybody; not before its end, and from the day after", async () => {
    const resolutionId = await admitted(5);
    expect(await row()).toMatchObject({
      state: "public_notice",
      noticeUntil: dateOf(addDays(today, 5)),
      membershipId: null,
    });
    const seen = await ask(listNoticesQuery, { actor: anonymous, tenant: door.alliance.slug }, {});
    expect(seen.items).toMatchObject([{ until: addDays(today, 5), number: 1 }]);
    expect(JSON.stringify(seen)).not.toContain("contact@");
    expect(await admit(resolutionId)).toMatchObject({ reason: "notice-running" });
    const until = addDays(today, -1);
    await db().membershipApplication.update({
      where: { id: applicationId },
      data: { noticeFrom: dateOf(addDays(today, -6)), noticeUntil: dateOf(until) },
    });
    const answers = await Promise.all(
      [1, 2].map(() => admit(resolutionId).catch((error) => error)),
    );
    expect(answers.filter((one) => one.ok === true)).toHaveLength(1);
    const period = await db().membershipPeriod.findFirstOrThrow({
      where: { membershipId: (await row()).membershipId ?? "" },
    });
    expect(period.validFrom).toEqual(dateOf(today));
    expect((await ask(listNoticesQuery, door.visitor, {})).items).toEqual([]);
  });

  test("a good objection sends it back to the council, with the reason", async () => {
    await admitted(5);
    const input = { applicationId, version: (await row()).version, reason: "示例：异议成立" };
    expect(await perform(putBackApplicationCommand, door.office, input)).toMatchObject({
      ok: true,
      value: { state: "recommended" },
    });
    expect(await row()).toMatchObject({ noticeUntil: null });
    expect(
      await perform(putBackApplicationCommand, door.office, {
        ...input,
        version: input.version + 1,
      }),
    ).toMatchObject({ reason: "wrong-state" });
  });

  test("still open: no second application of the code, no other step", async () => {
    const resolutionId = await admitted(5);
    expect(
      await perform(submitApplicationCommand, door.office, form({ creditCode: code })),
    ).toMatchObject({ reason: "application-open" });
    const one = { applicationId, version: (await row()).version };
    for (const command of [takeApplicationCommand, recommendApplicationCommand]) {
      expect(await perform(command, door.office, one)).toMatchObject({ reason: "wrong-state" });
    }
    expect(
      await perform(announceApplicationCommand, door.office, { ...one, resolutionId }),
    ).toMatchObject({ reason: "wrong-state" });
  });
});
