import type { z } from "zod";
import { skillLevels } from "@/lib/features/people/types";
import { dayOf } from "@/lib/kernel/dates";
import { fenOf, yuanText } from "@/lib/kernel/money";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { seesAgreement } from "../../agreements/policy";
import { mayAnswerFor, mayEditPlatform, mayRecognise, seesBookings } from "../policy";
import type { getPlatformInput, platformOutput } from "../schema/platforms";
import { componentKinds } from "../types";
import { waitingOf } from "./list";
import { promotionView } from "./promotions";
import { standingWhere } from "./standing";

type View = z.input<typeof platformOutput>;

const named = { select: { id: true, name: true } } as const;

const read = (db: Db, scope: TenantScope, id: string) =>
  db.platform.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id } },
    include: {
      host: named,
      college: named,
      parties: { orderBy: { id: "asc" }, include: { organization: named } },
      recognitions: { orderBy: { recognisedOn: "desc" }, include: { file: named } },
      equipment: { where: { retiredOn: null }, orderBy: { id: "asc" } },
      ladder: true,
      promotions: { orderBy: [{ enrolledOn: "desc" }, { id: "desc" }], include: { file: named } },
      components: { include: { owner: named } },
      events: { orderBy: [{ on: "asc" }, { createdAt: "asc" }, { id: "asc" }] },
      agreements: {
        orderBy: { id: "asc" },
        include: {
          agreement: {
            select: { id: true, title: true, parties: { select: { organizationId: true } } },
          },
        },
      },
    },
  });
type Read = NonNullable<Awaited<ReturnType<typeof read>>>;

const equipmentValueOf = ({ equipment }: Read): string =>
  yuanText(equipment.reduce((sum, { value }) => sum + fenOf(value.toFixed(2)), 0n));

/** One platform. Papers and agreements are seen inside the alliance only. */
export async function getPlatform(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getPlatformInput>,
): Promise<View> {
  const found = await read(db, scope, input.platformId);
  if (!found) return notFound();
  const inside = scope.reach.whole;
  const edits = mayEditPlatform(scope, found);
  const where = standingWhere(scope, found.id);
  const standing = edits ? await db.equipmentBooking.count({ where }) : 0;
  return {
    ...found,
    parties: found.parties.length,
    equipmentValue: equipmentValueOf(found),
    today: scope.today,
    standing,
    ...waitingOf(scope, {
      ...found,
      asked: found.parties.some(({ state }) => state === "pending"),
    }),
    members: found.parties.map(({ organization, ...party }) => ({
      ...party,
      ...organization,
      mayAnswer: party.state === "pending" && mayAnswerFor(scope, party.organizationId),
    })),
    recognitions: found.recognitions.map((one) => ({
      ...one,
      recognisedOn: dayOf(one.recognisedOn),
      file: inside ? one.file : null,
    })),
    equipment: found.equipment.map((one) => ({ ...one, value: one.value.toFixed(2) })),
    ladder: found.ladder.toSorted(
      (a, b) => skillLevels.indexOf(a.level) - skillLevels.indexOf(b.level),
    ),
    promotions: found.promotions.map((one) => promotionView(one, inside)),
    components: found.components.toSorted(
      (a, b) =>
        componentKinds.indexOf(a.kind) - componentKinds.indexOf(b.kind) || a.ordinal - b.ordinal,
    ),
    agreements: found.agreements
      .map(({ agreement }) => agreement)
      .filter(({ parties }) =>
        seesAgreement(
          scope,
          parties.map(({ organizationId }) => organizationId),
        ),
      ),
    events: found.events.map((event) => ({
      ...event,
      on: dayOf(event.on),
      note: inside ? event.note : null,
    })),
    may: {
      edit: edits,
      recognise: mayRecognise(scope, found.state),
      bookings: seesBookings(scope),
    },
  };
}
