import { remindAgreementsCommand } from "@/lib/features/agreements/procedures";
import { checkAlertsCommand } from "@/lib/features/alerts/procedures";
import { remindCallsCommand } from "@/lib/features/calls/procedures/award";
import { remindPartnersCommand } from "@/lib/features/projects/procedures/partners";
import { remindReportsCommand } from "@/lib/features/reporting/procedures/cycles";
import { sendSubscriptionsCommand } from "@/lib/features/subscriptions/procedures";
import { remindCommand } from "@/lib/features/tasks/procedures";
import { type Actor, anonymous } from "@/lib/platform/auth/actor";
import { perform } from "@/lib/platform/corridor/faces";
import { database } from "@/lib/platform/db/client";
import { logger } from "@/lib/platform/logger";

const HOUR_MS = 3_600_000;
/** After the start the first visitors come first. */
const FIRST_MS = 60_000;

/** The portal itself, with the right of a secretariat to remind, in one alliance. */
const clock = (allianceId: string): Actor => ({
  ...anonymous,
  via: "system",
  roles: [{ role: "secretariat", allianceId, organizationId: null }],
});

type In = { actor: Actor; tenant: string };

/** One round after the other, until nothing is due: what a round has sent stays sent, whatever becomes of the next. */
async function sendSubscribed(alliance: In): Promise<void> {
  for (let more = true; more; ) {
    const round = await perform(sendSubscriptionsCommand, alliance, {});
    more = round.ok && round.value.sent + round.value.ended > 0;
  }
}

async function checkAlerts(alliance: In): Promise<void> {
  for (let more = true; more; ) {
    const round = await perform(checkAlertsCommand, alliance, {});
    more = round.ok && round.value.checked > 0;
  }
}

const rounds = [
  (alliance: In) => perform(remindCommand, alliance, {}),
  (alliance: In) => perform(remindAgreementsCommand, alliance, {}),
  (alliance: In) => perform(remindCallsCommand, alliance, {}),
  (alliance: In) => perform(remindPartnersCommand, alliance, {}),
  (alliance: In) => perform(remindReportsCommand, alliance, {}),
  sendSubscribed,
  checkAlerts,
];

/**
 * Reminds of tasks, agreements, deadlines of open bids and partners that left, sends what is subscribed to and looks at alerts, in
 * every alliance. Instances may do so at once: each mail has its key. What fails in one alliance keeps no other letter back.
 */
export async function remindAll(): Promise<void> {
  const alliances = await database().alliance.findMany({ select: { id: true, slug: true } });
  for (const { id, slug } of alliances) {
    for (const round of rounds) {
      await round({ actor: clock(id), tenant: slug }).catch((error: unknown) =>
        logger.warn({ err: error, alliance: slug }, "not reminded"),
      );
    }
  }
}

// One timer per process: the development server loads this module again and again.
const holder = globalThis as { allianceReminders?: NodeJS.Timeout };

/** Looks every hour, so that a server that was down at midnight still reminds on the day. */
export function startReminders(): void {
  if (holder.allianceReminders) return;
  const round = () => {
    remindAll()
      .catch((error: unknown) => logger.warn({ err: error }, "owners not reminded"))
      .finally(() => {
        holder.allianceReminders = setTimeout(round, HOUR_MS).unref();
      });
  };
  holder.allianceReminders = setTimeout(round, FIRST_MS).unref();
}
