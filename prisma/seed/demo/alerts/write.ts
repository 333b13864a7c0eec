import type { AlertAbout, AlertDirection } from "@/lib/features/alerts/types";
import { dateOf } from "@/lib/kernel/dates";
import type { Tx } from "@/lib/platform/db/transaction";
import { at } from "../days";
import { idOf, sha256 } from "../ids";
import { allianceId, userId } from "../people";
import { SUZHOU } from "../suzhou/members";

type Number = { metricCode: string; direction: AlertDirection };

const row = (email: string, about: AlertAbout, bound: string, number?: Number) => {
  const words = [SUZHOU, email, about, number?.metricCode ?? ""].join("/");
  return {
    id: idOf("alert", words),
    allianceId: allianceId(SUZHOU),
    userId: userId(email),
    about,
    metricCode: number?.metricCode ?? null,
    direction: number?.direction ?? null,
    bound,
    filters: {},
    // Everybody can work it out: the demonstration has no secrets, and switching an alert off is all that it does.
    linkKey: sha256(`alert/${words}`).slice(0, 43),
    createdAt: at("2026-09-01"),
  };
};

const overdue = row("secretariat@suzhou.example", "threshold", "2.00", {
  metricCode: "tasks-overdue",
  direction: "above",
});

/** Alerts that the clock looks at when the portal has started, and one that was raised in autumn and is over. */
export async function writeAlerts(tx: Tx): Promise<void> {
  await tx.alert.createMany({
    data: [
      row("secretariat@suzhou.example", "promise_overdue", "90.00"),
      row("secretariat@suzhou.example", "missing_reports", "1.00"),
      { ...overdue, checkedOn: dateOf("2026-09-21"), result: "quiet" as const },
      row("chair@suzhou.example", "threshold", "0.00", {
        metricCode: "projects-late",
        direction: "above",
      }),
      row("supervisor@suzhou.example", "negative_indicator", "1.00"),
      row("park@wuzhong.example", "negative_indicator", "1.00"),
      row("leader@svu.example", "missing_reports", "1.00"),
      row("park@wuzhong.example", "threshold", "1.00", {
        metricCode: "projects-late",
        direction: "at_least",
      }),
    ],
  });
  await tx.alertRaising.create({
    data: {
      id: idOf("alert-raising", `${overdue.id}/1`),
      allianceId: overdue.allianceId,
      alertId: overdue.id,
      raisedAt: at("2026-09-14", "08:05"),
      value: "3.00",
      sentenceZh: "苏州机器人与智能制造产教联合体：逾期的督办事项为 3 项，超过 2 项。",
      sentenceEn: "苏州机器人与智能制造产教联合体: Overdue tasks is 3, above 2.",
      path: "tasks?show=overdue",
      seenAt: at("2026-09-14", "09:30"),
      note: "已逐项电话督办",
      closedAt: at("2026-09-21", "08:05"),
      closedHow: "over",
    },
  });
}
