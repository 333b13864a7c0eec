import { addDays, type Day, dateOf } from "@/lib/kernel/dates";
import { yuanText } from "@/lib/kernel/money";
import type { ReceiptSource, ResourceKind } from "@/prisma/generated/enums";
import { at } from "../days";
import { budgetRows, lineId } from "../funds/budgets";
import { type EntryRow, entryBase, posted } from "../funds/entry";
import { allocationInstalments, allocationRows, specialFundRows } from "../funds/special";
import { spendingRows } from "../funds/spending";
import { waitingEvents, waitingRows } from "../funds/waiting";
import { yearRows } from "../funds/years";
import { idOf, three } from "../ids";
import { organizationId } from "../organizations";
import { userId } from "../people";
import type { DemoRows } from "../rows";
import { SUZHOU, suzhouId } from "./members";
import type { ProjectPlan } from "./project-plan";
import { plansOn } from "./project-plans";
import { isNumbered, projectId } from "./projects";

const secretariat = userId("secretariat@suzhou.example");

/** Sample amounts in yuan; round, because promises are. */
const cashOf = (n: number, party: number): bigint =>
  BigInt(((n * 7 + party * 5) % 18) + 3) * 50_000n;
const kindOf = (n: number, party: number): bigint =>
  BigInt(((n * 11 + party * 3) % 14) + 2) * 40_000n;

const valued: readonly { kind: ResourceKind; valuation: string }[] = [
  { kind: "equipment", valuation: "示例设备发票与折旧表" },
  { kind: "site", valuation: "示例场地租金评估" },
  { kind: "software", valuation: "示例软件授权合同价" },
  { kind: "staff_time", valuation: "示例工时 × 单价" },
  { kind: "technology", valuation: "示例评估报告" },
];

type Promised = {
  plan: ProjectPlan;
  order: number;
  unit: string;
  kind: ResourceKind;
  valuation?: string;
  yuan: bigint;
  state: "proposed" | "conditional" | "confirmed" | "cancelled";
  condition?: string;
  dueOn: Day;
};

const ENDED: readonly ProjectPlan["state"][] = ["rejected", "withdrawn"];

/** What each party promised: cash by lead and funders, something valued by the others. */
function promisesOf(plan: ProjectPlan, today: Day): Promised[] {
  const state = isNumbered(plan)
    ? "confirmed"
    : ENDED.includes(plan.state)
      ? "cancelled"
      : "proposed";
  const dueOn = plan.state === "registered" ? addDays(today, 45) : addDays(plan.from, 120);
  const lead = {
    plan,
    order: 1,
    unit: plan.lead,
    kind: "cash",
    yuan: cashOf(plan.n, 0),
    state,
    dueOn,
  } as const;
  const partners = plan.partners.map(({ unit, role }, index) => {
    const given = valued[(plan.n + index) % valued.length];
    const common = { plan, order: index + 2, unit, state, dueOn } as const;
    return role === "funder" || given === undefined
      ? { ...common, kind: "cash" as const, yuan: cashOf(plan.n, index + 1) }
      : { ...common, ...given, yuan: kindOf(plan.n, index + 1) };
  });
  // Nobody promises money of the park's, the department's or an adviser's.
  return [lead, ...partners].filter(({ unit }) => !["wuzhong", "suda"].includes(unit));
}

/** S002-67's pattern on a sample project: promised for the day that a condition is met. */
const conditional = (plan: ProjectPlan): Promised => ({
  plan,
  order: 9,
  unit: plan.partners[0]?.unit ?? plan.lead,
  kind: "cash",
  yuan: 2_000_000n,
  state: "conditional",
  condition: "示例条件：产品实现销售利润后，由企业设立创新创业引导基金",
  dueOn: plan.to,
});

const CONDITIONAL_ON = 11;

const promisesOn = (today: Day): Promised[] =>
  plansOn(today).flatMap((plan) => [
    ...promisesOf(plan, today),
    ...(plan.n === CONDITIONAL_ON ? [conditional(plan)] : []),
  ]);

const commitmentId = ({ plan, order }: Promised) =>
  idOf("fund-commitment", `${SUZHOU}/${plan.n}/${order}`);

const commitmentRow = (promised: Promised): DemoRows["fundCommitment"][number] => {
  const { plan, unit, kind, yuan, state } = promised;
  const confirmed = state === "confirmed";
  return {
    id: commitmentId(promised),
    allianceId: suzhouId,
    projectId: projectId(plan.n),
    organizationId: organizationId(unit),
    kind,
    amount: yuanText(yuan * 100n),
    valuation: promised.valuation ?? null,
    state,
    condition: promised.condition ?? null,
    proof: confirmed ? `示例合作协议 ${three(plan.n)} 号` : null,
    confirmedById: confirmed ? secretariat : null,
    confirmedAt: confirmed ? at(addDays(plan.applied, 13)) : null,
    changedAt: state === "cancelled" ? at(addDays(plan.applied, 13)) : null,
    promisedOn: dateOf(plan.applied),
    dueOn: dateOf(promised.dueOn),
    synthetic: true,
    createdAt: at(plan.applied),
  };
};

/** How much of a promise arrived, in parts; a promise of the year 2026 still waits for its second half. */
function partsOf({ plan, yuan, order, unit }: Promised): bigint[] {
  if (plan.state === "registered") return [];
  // Of a named organization nothing is told that it would owe.
  if (!/-\d+$/.test(unit)) return [yuan];
  if (plan.state === "accepted") return [yuan];
  if (plan.applied >= "2026-01-01") return order === 1 ? [(yuan * 2n) / 5n] : [];
  return order % 2 === 1 ? [yuan / 2n, (yuan * 3n) / 10n] : [yuan];
}

const sourceOf = ({ unit, kind }: Promised): ReceiptSource => {
  if (kind === "donation") return "donation";
  return unit.startsWith("enterprise") || unit === "inovance" ? "enterprise" : "own_funds";
};

function receiptRows(promised: Promised): EntryRow[] {
  return partsOf(promised).map((yuan, part) => {
    const { plan, order, unit, kind } = promised;
    const day = addDays(plan.from, 30 + order * 11 + part * 240);
    return {
      ...entryBase(`${three(plan.n)}-${order}-${part + 1}`),
      projectId: projectId(plan.n),
      commitmentId: commitmentId(promised),
      organizationId: organizationId(unit),
      flow: kind === "cash" ? ("receipt" as const) : ("delivery" as const),
      kind,
      source: sourceOf(promised),
      amount: yuanText(yuan * 100n),
      ...posted(day, yuan),
    };
  });
}

/** A subsidy from public money for a base, a posting that was reversed, and one that replaces it. */
function singleReceipts(): EntryRow[] {
  const subsidy = {
    projectId: projectId(3),
    organizationId: organizationId("college-01"),
    lineId: lineId(3, 1),
    flow: "receipt" as const,
    kind: "cash" as const,
    source: "government" as const,
  };
  const service = {
    projectId: projectId(13),
    organizationId: organizationId("enterprise-076"),
    flow: "receipt" as const,
    kind: "cash" as const,
    source: "technical_service" as const,
  };
  const wrong = entryBase("S-002");
  return [
    {
      ...entryBase("S-001"),
      ...subsidy,
      ...posted("2024-06-20", 1_500_000n),
      amount: "1500000.00",
    },
    { ...wrong, ...service, ...posted("2025-08-11", 68_000n), amount: "68000.00" },
    {
      ...entryBase("S-002-R"),
      ...service,
      ...posted("2025-08-25", 68_000n),
      voucherNo: wrong.voucherNo,
      amount: "-68000.00",
      reversalOfId: wrong.id,
      reason: "示例：金额录入有误，冲销后重新录入",
    },
    {
      ...entryBase("S-003"),
      ...service,
      ...posted("2025-08-25", 86_000n),
      amount: "86000.00",
    },
  ];
}

/** Promised, received and spent, in cash and in kind, over the years of the sample projects. */
export function suzhouFundRows(today: Day): Partial<DemoRows> {
  const promises = promisesOn(today);
  const commitments = promises.map(commitmentRow);
  const entries = [
    ...promises.filter(({ state }) => state === "confirmed").flatMap(receiptRows),
    ...singleReceipts(),
    ...spendingRows(today),
    ...waitingRows(),
  ];
  return {
    ...budgetRows(),
    ...specialFundRows(),
    fundCommitment: [...commitments, ...allocationRows()],
    fundInstalment: allocationInstalments(),
    fundEntry: entries,
    fundEntryEvent: waitingEvents(),
    fundYear: yearRows(commitments, entries),
  };
}
