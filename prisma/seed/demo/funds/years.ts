import { dateOf, dayOf } from "@/lib/kernel/dates";
import { fenOf, yuanText } from "@/lib/kernel/money";
import { at } from "../days";
import { idOf } from "../ids";
import type { DemoRows } from "../rows";
import { SUZHOU, suzhouId } from "../suzhou/members";
import { type EntryRow, hands } from "./entry";

type Summand = { amount: unknown; kind: string };

const yearOf = (date: Date | string): number =>
  Number((typeof date === "string" ? date : dayOf(date)).slice(0, 4));

const both = (rows: readonly Summand[]) => {
  const sum = (cash: boolean) =>
    yuanText(
      rows
        .filter((row) => (row.kind === "cash") === cash)
        .reduce((total, row) => total + fenOf(String(row.amount)), 0n),
    );
  return { cash: sum(true), inKind: sum(false) };
};

const isOut = ({ flow }: EntryRow) => flow === "spending" || flow === "recovery";

/** 2024 is closed with its figures, 2025 waits for the supervisor, the years after are open. */
export function yearRows(
  commitments: DemoRows["fundCommitment"],
  entries: readonly EntryRow[],
): DemoRows["fundYear"] {
  const posted = entries.filter((one) => one.state === "posted" && yearOf(one.happenedOn) === 2024);
  const promised = commitments.filter(
    (one) => one.state === "confirmed" && yearOf(one.promisedOn) === 2024,
  );
  const base = { allianceId: suzhouId, proposedById: hands.author };
  return [
    {
      ...base,
      id: idOf("fund-year", `${SUZHOU}/2024`),
      year: 2024,
      state: "closed",
      figures: {
        promised: both(promised),
        received: both(posted.filter((one) => !isOut(one))),
        spent: both(posted.filter(isOut)),
      },
      proposedAt: at("2025-01-20"),
      countersignedById: hands.second,
      closedAt: at("2025-02-15"),
      lateUntil: dateOf("2025-03-17"),
    },
    {
      ...base,
      id: idOf("fund-year", `${SUZHOU}/2025`),
      year: 2025,
      state: "closing",
      proposedAt: at("2026-01-22"),
    },
  ];
}
