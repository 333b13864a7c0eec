import { dateOf } from "@/lib/kernel/dates";
import type { Tx } from "@/lib/platform/db/transaction";
import type { Home } from "./home";

type Stage = "draft" | "chair_review" | "circulated" | "confirmed" | "published";

let numbers = 0;

/** Minutes of one paragraph in any state; what is confirmed is written first and confirmed then. */
export async function createMinutes(db: Tx, home: Home, meetingId: string, state: Stage) {
  const allianceId = home.alliance.id;
  const { id } = await db.minutes.create({ data: { allianceId, meetingId } });
  await db.minutesParagraph.create({
    data: {
      allianceId,
      minutesId: id,
      sortOrder: 1,
      part: "free",
      text: `示例${home.mark}纪要`,
      internal: true,
    },
  });
  if (state === "draft" || state === "chair_review") {
    return db.minutes.update({ where: { id }, data: { state } });
  }
  const circulated = { circulatedAt: dateOf("2026-03-11"), objectUntil: dateOf("2199-01-01") };
  if (state === "circulated") {
    return db.minutes.update({ where: { id }, data: { ...circulated, state } });
  }
  numbers += 1;
  return db.minutes.update({
    where: { id },
    data: {
      ...circulated,
      state,
      year: 2026,
      number: 1000 + numbers,
      sha256: "0".repeat(64),
      confirmedAt: dateOf("2026-03-20"),
      ...(state === "published" && { publishedAt: dateOf("2026-03-21") }),
    },
  });
}

export function createTaskRow(
  db: Tx,
  home: Home,
  given: { organizationId: string; state: "open" | "reported" },
) {
  return db.task.create({
    data: {
      ...given,
      allianceId: home.alliance.id,
      title: `示例${home.mark}任务`,
      personId: home.clerk.personId ?? "",
      dueOn: dateOf("2199-06-01"),
    },
  });
}
