import type { PowerState } from "../types";

/** 赋权清单: propose → the department agrees → signed → in force → reviewed → renewed, or withdrawn (S003-14). */
const steps: Record<PowerState, readonly PowerState[]> = {
  proposed: ["department_agreed", "withdrawn"],
  department_agreed: ["signed", "withdrawn"],
  signed: ["in_force", "withdrawn"],
  in_force: ["reviewed", "withdrawn"],
  reviewed: ["renewed", "withdrawn"],
  renewed: ["reviewed", "withdrawn"],
  withdrawn: [],
};

export const nextPowerStates = (state: PowerState): readonly PowerState[] => steps[state];
export const powerMayBecome = (from: PowerState, to: PowerState): boolean =>
  steps[from].includes(to);
