import { addDays, type Day, dateOf } from "@/lib/kernel/dates";
import { at } from "../days";
import { idOf } from "../ids";
import { organizationId } from "../organizations";
import type { DemoRows } from "../rows";
import { SUZHOU, suzhouId } from "../suzhou/members";
import { projectId } from "../suzhou/projects";
import { approvedOn, checkedOn, type EntryRow, entryBase, entryId, hands } from "./entry";

type Waiting = {
  voucher: string;
  day: Day;
  amount: string;
  more: Partial<EntryRow> & Pick<EntryRow, "state">;
  said?: string;
};

const waiting: readonly Waiting[] = [
  { voucher: "W-001", day: "2026-10-08", amount: "12000.00", more: { state: "draft" } },
  { voucher: "W-002", day: "2026-10-15", amount: "43000.00", more: { state: "submitted" } },
  {
    voucher: "W-003",
    day: "2026-10-20",
    amount: "28000.00",
    more: { state: "checked", ...checkedOn("2026-10-20") },
  },
  {
    voucher: "W-004",
    day: "2026-10-22",
    amount: "36000.00",
    more: { state: "approved", ...approvedOn("2026-10-22", 36_000n) },
  },
  {
    voucher: "W-005",
    day: "2026-10-26",
    amount: "51000.00",
    more: { state: "on_hold", heldFrom: "submitted", question: "示例：等待开户行确认" },
    said: "held",
  },
  {
    voucher: "W-006",
    day: "2026-10-28",
    amount: "9800.00",
    more: { state: "incomplete", question: "示例：请补银行回单" },
    said: "asked",
  },
  {
    voucher: "W-007",
    day: "2026-10-30",
    amount: "77000.00",
    more: { state: "rejected", question: "示例：重复登记" },
    said: "rejected",
  },
];

/** One entry in each state that is not posted, of a technical service that an enterprise pays for. */
export const waitingRows = (): EntryRow[] =>
  waiting.map(({ voucher, day, amount, more }) => ({
    ...entryBase(voucher),
    projectId: projectId(13),
    organizationId: organizationId("enterprise-076"),
    flow: "receipt",
    kind: "cash",
    source: "technical_service",
    amount,
    happenedOn: dateOf(day),
    createdAt: at(addDays(day, 1)),
    ...more,
  }));

const steps = (one: Waiting) => {
  if (one.more.state === "draft") return ["created"] as const;
  if (one.said) return ["submitted", one.said as "held" | "asked" | "rejected"] as const;
  if (one.more.state === "submitted") return ["submitted"] as const;
  return one.more.state === "checked"
    ? (["submitted", "checked"] as const)
    : (["submitted", "checked", "approved"] as const);
};

/** What happened to each of them so far. */
export const waitingEvents = (): DemoRows["fundEntryEvent"] =>
  waiting.flatMap((one) =>
    steps(one).map((kind, index) => ({
      id: idOf("fund-entry-event", `${SUZHOU}/${one.voucher}/${index}`),
      allianceId: suzhouId,
      entryId: entryId(one.voucher),
      kind,
      text: index > 0 && one.said ? (one.more.question ?? null) : null,
      actorId: index === 0 ? hands.author : kind === "approved" ? hands.approver : hands.checker,
      at: at(addDays(one.day, index + 1)),
    })),
  );
