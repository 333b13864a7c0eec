import type { z } from "zod";
import { dayIn, dayOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import type { Prisma } from "@/prisma/generated/client";
import { isIndependent, mayFor, mayWhole } from "../policy";
import { decimalOf, unitsOf } from "../rules/cell";
import { checkReport } from "../rules/checks";
import { isLate, type Marks, shownState, shutFor, stateAfter } from "../rules/states";
import type { Changes, getReportInput, ReportRow, ReportView } from "../schema/reports";
import type { ObligationStep } from "../types";
import {
  checkedCells,
  dayOrNull,
  type FoundReport,
  findReport,
  type ReadCells,
  readCells,
} from "./read";

const text = (value: Prisma.Decimal | null | undefined): string | null => value?.toFixed() ?? null;

export const marksOf = (report: FoundReport, timeZone: string): Marks => ({
  state: report.state,
  exempt: report.exemptReason !== null,
  endedOn: dayOrNull(report.endedOn),
  firstSubmittedOn: report.firstSubmittedAt && dayIn(report.firstSubmittedAt, timeZone),
});

export const daysOf = ({ cycle }: FoundReport) => ({
  opensOn: dayOf(cycle.opensOn),
  dueOn: dayOf(cycle.dueOn),
  closesOn: dayOf(cycle.closesOn),
});

/** Why nobody may write in it now. */
export const shutNow = (scope: TenantScope, report: FoundReport) =>
  shutFor(
    {
      ...marksOf(report, scope.alliance.timeZone),
      exceptionUntil: dayOrNull(report.exceptionUntil),
    },
    daysOf(report),
    scope.today,
  );

const emptyCell: ReportRow["cell"] = {
  answer: "blank",
  entered: null,
  unit: null,
  amount: null,
  denominator: null,
  text: null,
  reason: null,
  file: null,
  returnReason: null,
  confirmed: false,
  version: 0,
};

type Node = ReadCells["nodes"][number];

function cellOf({ node, value, amount }: Node): ReportRow["cell"] {
  if (node.computed) {
    return { ...emptyCell, answer: "value", amount: amount === null ? null : decimalOf(amount) };
  }
  if (!value) return emptyCell;
  return {
    answer: value.answer,
    entered: text(value.entered),
    unit: value.unit,
    amount: text(value.amount),
    denominator: text(value.denominator),
    text: value.text,
    reason: value.reason,
    file: value.file,
    returnReason: value.returnReason,
    confirmed: value.confirmedVersion === value.version,
    version: value.version,
  };
}

function rowOf(given: Node, report: FoundReport, writable: boolean): ReportRow {
  const { node, value, before, yearToDate } = given;
  const returned = report.state !== "returned" || value?.returnReason != null;
  const { id, parentCode: _, ...words } = node;
  return {
    ...words,
    indicatorId: id,
    units: node.kind === "flow" || node.kind === "stock" ? unitsOf(node.unitZh) : [],
    cell: cellOf(given),
    open: writable && node.kind !== null && !node.computed && returned,
    before: [0, 1, 2].map((place) => {
      const row = before[place];
      return row?.answer
        ? { answer: row.answer, amount: text(row.amount), denominator: text(row.denominator) }
        : null;
    }),
    yearToDate,
  };
}

function rightsOf(scope: TenantScope, report: FoundReport, shut: boolean): ReportView["may"] {
  const { organizationId, state, exemptReason, endedOn, cycle } = report;
  const can = (step: ObligationStep) => stateAfter(state, step) !== undefined;
  const own = (action: Parameters<typeof mayFor>[1]) => mayFor(scope, action, organizationId);
  const live = exemptReason === null && endedOn === null;
  const independent = isIndependent(scope, report);
  const approves = mayWhole(scope, "obligation.approve") && independent;
  return {
    save: !shut && can("save") && own("figure.enter"),
    submit: !shut && can("submit") && own("obligation.submit"),
    take: live && can("take") && mayWhole(scope, "figure.return") && independent,
    judge: live && can("verify") && mayWhole(scope, "figure.verify") && independent,
    approve: live && can("approve") && approves && report.verifiedById !== scope.actor.userId,
    unapprove: can("unapprove") && cycle.approvedAt === null && approves,
    unverify: live && can("unverify") && mayWhole(scope, "figure.verify") && independent,
    manage: mayWhole(scope, "cycle.manage"),
  };
}

export async function getReport(
  db: Db,
  scope: TenantScope,
  { obligationId }: z.output<typeof getReportInput>,
): Promise<ReportView> {
  const report = await findReport(db, scope, obligationId);
  const read = await readCells(db, report);
  const { cycle, organization } = report;
  const [marks, days] = [marksOf(report, scope.alliance.timeZone), daysOf(report)];
  const may = rightsOf(scope, report, shutNow(scope, report) !== undefined);
  return {
    id: report.id,
    organization,
    cycle: {
      ...cycle,
      ...days,
      setZh: cycle.set.nameZh,
      setEn: cycle.set.nameEn,
      periodFrom: dayOf(cycle.periodFrom),
      periodTo: dayOf(cycle.periodTo),
      verifyBy: dayOf(cycle.verifyBy),
      approvedAt: cycle.approvedAt?.toISOString() ?? null,
    },
    state: report.state,
    shown: shownState(marks, days, scope.today),
    stateSince: report.stateSince.toISOString(),
    late: isLate(marks, days, scope.today),
    nil: report.nil,
    returns: report.returns,
    exemptReason: report.exemptReason,
    exceptionUntil: dayOrNull(report.exceptionUntil),
    exceptionReason: report.exceptionReason,
    periods: read.periods.slice(0, 3),
    rows: read.nodes.map((node) => rowOf(node, report, may.save)),
    findings: report.nil ? [] : checkReport(checkedCells(read), read.rules),
    version: report.version,
    may,
  };
}

/** Contents of every cell one after the other: how often it was changed, by whom, from what to what. */
export async function listChanges(
  db: Db,
  scope: TenantScope,
  { obligationId }: z.output<typeof getReportInput>,
): Promise<Changes> {
  const report = await findReport(db, scope, obligationId);
  const rows = await db.$queryRaw<
    (Omit<Changes["rows"][number], "versions"> & Changes["rows"][number]["versions"][number])[]
  >`
    SELECT i.code, i.name_zh AS "nameZh", i.name_en AS "nameEn", h.version, h.answer::text AS answer,
      coalesce(h.text, CASE WHEN h.denominator IS NOT NULL THEN trim_scale(h.amount)::text || '/' || trim_scale(h.denominator)::text
        ELSE concat_ws(' ', trim_scale(coalesce(h.entered, h.amount))::text, h.unit) END, '') AS shown,
      p.name AS by, to_char(h.entered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at
    FROM report_values v
    JOIN report_value_versions h ON h.alliance_id = v.alliance_id AND h.value_id = v.id
    JOIN indicators i ON i.alliance_id = v.alliance_id AND i.set_id = v.set_id AND i.id = v.indicator_id
    LEFT JOIN users u ON u.id = h.entered_by_id LEFT JOIN people p ON p.id = u.person_id
    WHERE v.alliance_id = ${report.allianceId}::uuid AND v.obligation_id = ${report.id}::uuid
    ORDER BY i.sort_order, h.version`;
  const cells = Map.groupBy(rows, ({ code }) => code);
  return {
    id: report.id,
    organization: report.organization.name,
    cycle: report.cycle.name,
    rows: [...cells.values()].flatMap((versions) => {
      const [first] = versions;
      return first
        ? [{ code: first.code, nameZh: first.nameZh, nameEn: first.nameEn, versions }]
        : [];
    }),
  };
}
