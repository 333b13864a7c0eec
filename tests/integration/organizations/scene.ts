import { pinyinOf, searchTextOf } from "@/lib/features/organizations/rules/search-text";
import type { Actor } from "@/lib/platform/auth/actor";
import type { Tx } from "@/lib/platform/db/transaction";
import {
  createAlliance,
  createMembership,
  createOrganization,
} from "@/prisma/seed/factories/basics";
import { createActor } from "../../support/actors";

/** An organization that the search finds by its name. */
export const addOrganization = (
  db: Tx,
  name: string,
  given: Parameters<typeof createOrganization>[1] = {},
) =>
  createOrganization(db, {
    ...given,
    name,
    searchText: searchTextOf([name]),
    pinyin: pinyinOf(name),
  });

/** Two alliances, of which the second is not published, each with a secretariat and one member. */
export async function layScene(db: Tx) {
  const x = await createAlliance(db, { slug: "alliance-x" });
  const y = await createAlliance(db, { slug: "alliance-y", publishedAt: null });
  const memberX = await addOrganization(db, "示例甲方企业");
  const memberY = await addOrganization(db, "示例乙方企业 CANARY");
  await createMembership(db, { allianceId: x.id, organizationId: memberX.id, number: 1 });
  await createMembership(db, { allianceId: y.id, organizationId: memberY.id, number: 1 });
  const roles = {
    secretariatX: await createActor(db, "secretariat", { allianceId: x.id }),
    secretariatY: await createActor(db, "secretariat", { allianceId: y.id }),
    enterpriseX: await createActor(db, "enterprise_contact", {
      allianceId: x.id,
      organizationId: memberX.id,
    }),
    observerX: await createActor(db, "observer", { allianceId: x.id }),
    expertX: await createActor(db, "expert", { allianceId: x.id }),
    admin: await createActor(db, "platform_admin"),
  } satisfies Record<string, Actor>;
  return { x, y, memberX, memberY, ...roles };
}
export type Scene = Awaited<ReturnType<typeof layScene>>;
