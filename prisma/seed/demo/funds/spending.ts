import type { Day } from "@/lib/kernel/dates";
import { organizationId } from "../organizations";
import { plansOn } from "../suzhou/project-plans";
import { projectId } from "../suzhou/projects";
import { lineId } from "./budgets";
import { type EntryRow, entryBase, entryId, posted } from "./entry";

type Spent = {
  voucher: string;
  n: number;
  line: number;
  payee: string;
  day: Day;
  yuan: bigint;
  overReason?: string;
};

const spent: readonly Spent[] = [
  {
    voucher: "P-001",
    n: 3,
    line: 1,
    payee: "示例设备供应商 01",
    day: "2024-09-18",
    yuan: 620_000n,
  },
  { voucher: "P-002", n: 3, line: 2, payee: "示例出版单位 01", day: "2024-11-06", yuan: 96_000n },
  {
    voucher: "P-003",
    n: 3,
    line: 1,
    payee: "示例设备供应商 02",
    day: "2025-04-22",
    yuan: 310_000n,
  },
  {
    voucher: "P-004",
    n: 3,
    line: 3,
    payee: "示例咨询单位 01",
    day: "2025-06-11",
    yuan: 104_000n,
    overReason: "示例：增加一次专家论证",
  },
  { voucher: "P-005", n: 13, line: 1, payee: "示例检测单位 01", day: "2025-10-15", yuan: 30_000n },
  { voucher: "P-006", n: 13, line: 2, payee: "示例会务单位 01", day: "2026-03-19", yuan: 8_600n },
];

const leadOf = (today: Day, n: number): string =>
  organizationId(plansOn(today).find((plan) => plan.n === n)?.lead ?? "svu");

/** What was paid from the budget lines of two projects, and a part that came back. */
export function spendingRows(today: Day): EntryRow[] {
  const paid = spent.map(
    ({ voucher, n, line, payee, day, yuan, overReason }): EntryRow => ({
      ...entryBase(voucher),
      ...posted(day, yuan),
      projectId: projectId(n),
      lineId: lineId(n, line),
      organizationId: leadOf(today, n),
      flow: "spending",
      kind: "cash",
      amount: `${yuan}.00`,
      payee,
      purpose: "示例支出",
      overReason: overReason ?? null,
    }),
  );
  return [
    ...paid,
    {
      ...entryBase("P-007"),
      ...posted("2026-04-08", 2_500n),
      projectId: projectId(13),
      lineId: lineId(13, 1),
      organizationId: leadOf(today, 13),
      settlesId: entryId("P-005"),
      flow: "recovery",
      kind: "cash",
      amount: "-2500.00",
      payee: "示例检测单位 01",
      purpose: "示例：检测项目减少，退回部分费用",
    },
  ];
}
