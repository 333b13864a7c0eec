import type { TrainingClassKind } from "./types";

/** Kinds that train in stages and cannot do without them. */
const staged: readonly TrainingClassKind[] = ["modern_apprenticeship"];

export type StageFault = "stages-missing" | "stages-do-not-add-up" | "course-missing";

/** 1+1+1 are three years: the stages add up to the course. */
export function stageFault(
  kind: TrainingClassKind,
  months: number | undefined,
  stages: readonly { months: number }[],
): StageFault | undefined {
  if (stages.length === 0) return staged.includes(kind) ? "stages-missing" : undefined;
  if (months === undefined) return "course-missing";
  const sum = stages.reduce((total, stage) => total + stage.months, 0);
  return sum === months ? undefined : "stages-do-not-add-up";
}

/** "1+1+1" of stages of whole and half years. */
export const patternOf = (stages: readonly { months: number }[]): string =>
  stages.map(({ months }) => String(Math.round((months / 12) * 10) / 10)).join("+");
