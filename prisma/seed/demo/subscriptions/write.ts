import { nextOn } from "@/lib/features/subscriptions/rules";
import { type Day, dateOf } from "@/lib/kernel/dates";
import type { Tx } from "@/lib/platform/db/transaction";
import { at } from "../days";
import { idOf, sha256 } from "../ids";
import { organizationId } from "../organizations";
import { allianceId, userId } from "../people";
import { SUZHOU } from "../suzhou/members";

/** Everybody can work it out: the demonstration has no secrets, and ending a mail is all that it does. */
const keyOf = (words: string) => sha256(words).slice(0, 43);

const row = (
  email: string,
  rhythm: "weekly" | "monthly",
  filters: Record<string, string>,
  today: Day,
) => ({
  id: idOf("subscription", `${SUZHOU}/${email}/${rhythm}`),
  allianceId: allianceId(SUZHOU),
  userId: userId(email),
  rhythm,
  filters,
  linkKey: keyOf(`${SUZHOU}/${email}/${rhythm}`),
  nextOn: dateOf(nextOn(rhythm, today)),
  createdAt: at("2026-09-01"),
});

/** A leader who reads the own school every month, a chair who reads all every Monday. */
export const writeSubscriptions = (tx: Tx, today: Day) =>
  tx.dashboardSubscription.createMany({
    data: [
      row("leader@svu.example", "monthly", { organization: organizationId("svu") }, today),
      row("chair@suzhou.example", "weekly", { status: "live" }, today),
    ],
  });
