import { expect, test } from "vitest";
import { dateOf } from "@/lib/kernel/dates";
import { inTransaction } from "@/lib/platform/db/transaction";
import { createAlliance, createOrganization } from "@/prisma/seed/factories/basics";
import { useDatabase } from "../../support/database";

const { db } = useDatabase();

/** What is kept beside what would be counted now; a step of nothing and no step are the same. */
const differences = () => db().$queryRaw<unknown[]>`
  SELECT * FROM member_count_steps s FULL JOIN member_count_truth t USING (alliance_id, day, position)
  WHERE coalesce(s.change, 0) <> coalesce(t.change, 0)`;

const sortNames = () => db().$queryRaw<unknown[]>`
  SELECT m.id FROM memberships m JOIN organizations o ON o.id = m.organization_id WHERE m.sort_name <> o.pinyin`;

async function admit(allianceId: string, number: number, validFrom: string) {
  const organization = await createOrganization(db());
  const membership = await db().membership.create({
    data: { allianceId, organizationId: organization.id, number },
  });
  const period = await db().membershipPeriod.create({
    data: {
      allianceId,
      membershipId: membership.id,
      position: "member_unit",
      validFrom: dateOf(validFrom),
      openedReason: "示例：成立名单",
    },
  });
  return { organization, membership, period };
}

test("I-17 the steps follow every change of the periods, and the sum of a day are its members", async () => {
  const alliance = await createAlliance(db());
  const admitted = [];
  for (let n = 1; n <= 12; n += 1)
    admitted.push(await admit(alliance.id, n, `2024-0${1 + (n % 3)}-01`));
  const [first, second, third] = admitted;
  await db()
    .$executeRaw`UPDATE membership_periods SET valid_to = '2024-05-31' WHERE id = ${first?.period.id}::uuid`;
  await db()
    .$executeRaw`UPDATE membership_periods SET position = 'council_unit' WHERE id = ${second?.period.id}::uuid`;
  await db().$executeRaw`DELETE FROM membership_periods WHERE id = ${third?.period.id}::uuid`;
  expect(await differences()).toEqual([]);
  const on = async (day: string) => {
    const [kept] = await db().$queryRaw<{ n: number }[]>`
      SELECT coalesce(sum(change), 0)::int AS n FROM member_count_steps
      WHERE alliance_id = ${alliance.id}::uuid AND day <= ${day}::date`;
    const [counted] = await db().$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM membership_periods WHERE alliance_id = ${alliance.id}::uuid
        AND valid_from <= ${day}::date AND coalesce(valid_to, 'infinity') >= ${day}::date`;
    expect(kept).toEqual(counted);
    return kept?.n;
  };
  expect(await on("2023-12-31")).toBe(0);
  expect(await on("2024-05-31")).toBe(11);
  expect(await on("2024-06-01")).toBe(10);
});

test("I-17 twenty admissions at once are counted once each", async () => {
  const alliance = await createAlliance(db());
  await Promise.all(Array.from({ length: 20 }, (_, n) => admit(alliance.id, n + 1, "2025-01-01")));
  expect(await differences()).toEqual([]);
});

test("a renamed organization moves in the order of the register, also when it is admitted at the same moment", async () => {
  const alliance = await createAlliance(db());
  const { organization } = await admit(alliance.id, 1, "2025-01-01");
  await db().organization.update({ where: { id: organization.id }, data: { pinyin: "aaa" } });
  expect(await sortNames()).toEqual([]);
  const others = await Promise.all(Array.from({ length: 8 }, () => createOrganization(db())));
  await Promise.all(
    others.flatMap((other, n) => [
      inTransaction((tx) =>
        tx.membership.create({
          data: { allianceId: alliance.id, organizationId: other.id, number: n + 2 },
        }),
      ),
      inTransaction((tx) =>
        tx.organization.update({ where: { id: other.id }, data: { pinyin: `b${n}` } }),
      ),
    ]),
  );
  expect(await sortNames()).toEqual([]);
});
