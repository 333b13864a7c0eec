import type { Tx } from "@/lib/platform/db/transaction";
import type { TargetState } from "@/prisma/generated/enums";
import { at } from "../days";
import { idOf } from "../ids";
import { organizationId } from "../organizations";
import { allianceId, userId } from "../people";
import { SUZHOU } from "../suzhou/members";

type Aim = {
  metric: string;
  year: number;
  value: number;
  state: TargetState;
  /** Of this member; of the alliance where it is left out. */
  unit?: string;
  /** Value of the number that it took the place of. */
  after?: number;
};

const aims: readonly Aim[] = [
  { metric: "M35", year: 2025, value: 30, state: "in_force" },
  { metric: "M35", year: 2026, value: 30, state: "superseded" },
  { metric: "M35", year: 2026, value: 40, state: "in_force", after: 30 },
  { metric: "M41", year: 2025, value: 4000, state: "in_force" },
  { metric: "M41", year: 2026, value: 5000, state: "in_force" },
  { metric: "M39", year: 2026, value: 1500, state: "proposed" },
  { metric: "M35", year: 2025, value: 12, state: "in_force", unit: "svu" },
  { metric: "M35", year: 2026, value: 16, state: "in_force", unit: "svu" },
  { metric: "M41", year: 2026, value: 900, state: "in_force", unit: "svu" },
  { metric: "M44", year: 2026, value: 4, state: "in_force", unit: "svu" },
  { metric: "M37", year: 2026, value: 2, state: "declined", unit: "college-01" },
];

const keyOf = ({ metric, year, value, unit }: Aim) => [SUZHOU, metric, year, unit, value].join("/");
const idFor = (aim: Aim) => idOf("metric-target", keyOf(aim));
const decided = (state: TargetState) => ["in_force", "superseded", "declined"].includes(state);

const row = (aim: Aim) => {
  const on = at(`${aim.year - 1}-12-${aim.after ? "22" : "08"}`);
  const since = at(`${aim.year - 1}-12-${aim.after ? "26" : "16"}`);
  return {
    id: idFor(aim),
    allianceId: allianceId(SUZHOU),
    organizationId: aim.unit ? organizationId(aim.unit) : null,
    metricCode: aim.metric,
    year: aim.year,
    value: aim.value,
    basis: `示例：${aim.year} 年度工作计划`,
    state: aim.state,
    stateSince: decided(aim.state) ? since : on,
    setById: userId("secretariat@suzhou.example"),
    decidedById: decided(aim.state) ? userId("chair@suzhou.example") : null,
    reason: aim.state === "declined" ? "示例：先核实往年基数再定目标" : null,
    supersedesId: aim.after ? idFor({ ...aim, value: aim.after }) : null,
    synthetic: true,
    version: decided(aim.state) ? 2 : 1,
    createdAt: on,
  };
};

/** What the alliance and one school aim at; the numbers of the practice examples are no targets of a named unit. */
export const writeTargets = (tx: Tx) => tx.metricTarget.createMany({ data: aims.map(row) });
