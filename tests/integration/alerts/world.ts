import {
  checkAlertsCommand,
  listAlertsQuery,
  listRaisingsQuery,
  setAlertCommand,
} from "@/lib/features/alerts/procedures";
import { addDays, dateOf, dayIn } from "@/lib/kernel/dates";
import type { Actor } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import type { Tx } from "@/lib/platform/db/transaction";
import { createActor } from "@/tests/support/actors";
import { createStage } from "../outcomes/support";

export const today = dayIn(new Date(), "Asia/Shanghai");

export const threshold = {
  about: "threshold",
  metricCode: "M41",
  direction: "at_least",
  bound: "100",
} as const;

/** The stage of the outcomes with those who watch it, and the verbs of alerts. */
export async function alertWorld(db: () => Tx) {
  const stage = await createStage(db());
  const at = { allianceId: stage.alliance.id };
  const people = {
    chair: await createActor(db(), "chair", at),
    supervisor: await createActor(db(), "supervisor", at),
    observer: await createActor(db(), "observer", at),
  };
  const by = (actor: Actor, tenant = stage.alliance.slug) => ({ actor, tenant });
  const set = (input: object, actor: Actor = people.chair) =>
    perform(setAlertCommand, by(actor), { ...threshold, ...input });
  const taken = async (input: object = {}, actor: Actor = people.chair): Promise<string> => {
    const result = await set(input, actor);
    if (!result.ok) throw new Error(result.reason);
    return result.value.id;
  };
  /** The next day comes: what was looked at is due again. */
  const nextDay = () =>
    db().alert.updateMany({
      where: { ...at, endedAt: null, checkedOn: { not: null } },
      data: { checkedOn: dateOf(addDays(today, -1)) },
    });
  const check = async () => {
    const result = await perform(checkAlertsCommand, by(stage.secretariat), {});
    if (!result.ok) throw new Error(result.reason);
    return result.value;
  };
  return {
    ...stage,
    ...people,
    by,
    set,
    taken,
    nextDay,
    check,
    checkTomorrow: async () => {
      await nextDay();
      return check();
    },
    list: (actor: Actor = people.chair) => ask(listAlertsQuery, by(actor), {}),
    raisings: async (actor: Actor = people.chair, open = false) =>
      (await ask(listRaisingsQuery, by(actor), { open })).items,
    mails: (actor: Actor = people.chair) =>
      db().outboxMail.findMany({
        where: { recipient: actor.email ?? "" },
        orderBy: { createdAt: "asc" },
      }),
    row: (id: string) => db().alert.findUniqueOrThrow({ where: { id } }),
    report: (
      state: "verified" | "submitted",
      quantity: string,
      { metricCode = "M41", year = Number(today.slice(0, 4)) } = {},
    ) =>
      db().outcomeRecord.create({
        data: {
          ...at,
          organizationId: stage.school.id,
          metricCode,
          title: "示例成果",
          year,
          occurredOn: dateOf(`${year}-01-15`),
          quantity,
          state,
          verifiedAt: state === "verified" ? new Date() : null,
        },
      }),
    /** Each test has its own alerts: those of the others are over. */
    clear: () =>
      db().alert.updateMany({
        where: { ...at, endedAt: null },
        data: { endedAt: new Date(), endedHow: "left" },
      }),
  };
}
export type AlertWorld = Awaited<ReturnType<typeof alertWorld>>;
