import { say } from "../parts/say.ts";
import type { Load } from "./load.ts";

export interface Row {
  name: string;
  portal: Load;
  /** What the ratio is to, and the least it should be, where a least is asked for. */
  floor?: { name: string; load: Load; aim?: number | undefined } | undefined;
  /** Printed beside it, without an aim. */
  beside?: { name: string; load: Load } | undefined;
}

const round = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(1));
const figures = (load: Load) =>
  `${round(load.requestsPerSecond).padStart(7)}/s  p50 ${round(load.p50).padStart(5)} ms  p95 ${round(load.p95).padStart(5)} ms${load.faults ? `  ${load.faults} faults` : ""}`;

/** Prints a measurement beside its floor; true when it reaches its aim. */
export function report({ name, portal, floor, beside }: Row): boolean {
  say(`\n${name}`);
  say(`  portal  ${figures(portal)}`);
  if (beside) say(`  beside  ${figures(beside.load)}  (${beside.name})`);
  if (!floor) return portal.faults === 0;
  const ratio = portal.requestsPerSecond / floor.load.requestsPerSecond;
  const reached = ratio >= (floor.aim ?? 0) && portal.faults === 0;
  say(`  floor   ${figures(floor.load)}  (${floor.name})`);
  const told = floor.aim && `, aim ${floor.aim.toFixed(2)}: ${reached ? "reached" : "missed"}`;
  say(`  ratio   ${ratio.toFixed(2)}${told ?? ""}`);
  return reached;
}
