import type { RuleKind } from "../types";
import { type Bands, bandsFit } from "./result";

export type Node = {
  id: string;
  parentId: string | null;
  code: string;
  weight: number;
  /** None: a heading with indicators below it. */
  kind: RuleKind | null;
};

/** All the points there are, in hundredths. */
export const FULL = 10_000;

export const DEEPEST = 3;

/** Those weigh nothing: they take points off, or end it. */
export const isWeightless = (kind: RuleKind | null): boolean =>
  kind === "deduction" || kind === "veto";

export const treeFaults = [
  "empty",
  "top-sum",
  "group-sum",
  "group-empty",
  "leaf-weight",
  "weightless",
  "deep",
  "bands",
] as const;
export type TreeFault = { fault: (typeof treeFaults)[number]; code: string; sum: number };

export const childrenOf = <T extends Node>(nodes: readonly T[], parentId: string | null): T[] =>
  nodes.filter((node) => node.parentId === parentId);

export const leavesOf = <T extends Node>(nodes: readonly T[]): T[] =>
  nodes.filter((node) => node.kind !== null);

const sumOf = (nodes: readonly Node[]): number =>
  nodes.reduce((sum, { weight }) => sum + weight, 0);

/** How many steps below the top; the top is 1. */
export function depthOf(nodes: readonly Node[], node: Node): number {
  const parent = nodes.find(({ id }) => id === node.parentId);
  return parent ? 1 + depthOf(nodes, parent) : 1;
}

function faultOf(nodes: readonly Node[], node: Node): TreeFault | undefined {
  const { code, weight, kind } = node;
  const below = childrenOf(nodes, node.id);
  const found = (fault: TreeFault["fault"], sum = weight): TreeFault => ({ fault, code, sum });
  if (depthOf(nodes, node) > DEEPEST) return found("deep");
  if (kind === null) {
    if (below.length === 0) return found("group-empty");
    return sumOf(below) === weight ? undefined : found("group-sum", sumOf(below));
  }
  if (isWeightless(kind)) return weight === 0 ? undefined : found("weightless");
  return weight > 0 ? undefined : found("leaf-weight");
}

/** What keeps a scheme from being published. Weights sum exactly: integers, no tolerance. */
export function faultsOf(nodes: readonly Node[], bands: Bands): TreeFault[] {
  const top = sumOf(childrenOf(nodes, null));
  return [
    ...(leavesOf(nodes).length === 0 ? [{ fault: "empty" as const, code: "", sum: 0 }] : []),
    ...(top === FULL ? [] : [{ fault: "top-sum" as const, code: "", sum: top }]),
    ...nodes.flatMap((node) => faultOf(nodes, node) ?? []),
    ...(bandsFit(bands) ? [] : [{ fault: "bands" as const, code: "", sum: 0 }]),
  ];
}
