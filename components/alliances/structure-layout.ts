import { stratify, tree } from "d3-hierarchy";
import type { BodyNode } from "@/lib/features/alliances/types";

/** Size of a box and the room around it, in CSS pixels. Depth runs to the right: names are wide, screens are wider. */
export const box = { width: 208, height: 64, across: 40, down: 12 } as const;

export type Placed<Body> = { body: Body; left: number; top: number };
export type Line = { key: string; path: string };
export type Chart<Body> = {
  boxes: Placed<Body>[];
  lines: Line[];
  width: number;
  height: number;
};

const ROOT = "root";

/**
 * Places a forest of bodies. A body whose parent is missing stands beside the roots, and what stands in a circle is
 * cut there, so that a faulty row cannot take the whole chart with it.
 */
export function layoutStructure<Body extends Pick<BodyNode, "id" | "parentId">>(
  bodies: readonly Body[],
): Chart<Body> {
  if (bodies.length === 0) return { boxes: [], lines: [], width: 0, height: 0 };
  const parents = soundParents(bodies);
  const root = stratify<{ id: string; parent: string | null; body: Body | null }>()
    .id(({ id }) => id)
    .parentId(({ parent }) => parent)([
    { id: ROOT, parent: null, body: null },
    ...bodies.map((body) => ({ id: body.id, parent: parents.get(body.id) ?? ROOT, body })),
  ]);
  const placed = tree<{ id: string; parent: string | null; body: Body | null }>().nodeSize([
    box.height + box.down,
    box.width + box.across,
  ])(root);
  const nodes = placed.descendants().filter((node) => node.data.body !== null);
  const top = Math.min(...nodes.map((node) => node.x));
  const leftOf = (depth: number) => (depth - 1) * (box.width + box.across);
  const boxes = nodes.flatMap((node) =>
    node.data.body ? [{ body: node.data.body, left: leftOf(node.depth), top: node.x - top }] : [],
  );
  const lines = placed
    .links()
    .filter(({ source }) => source.data.body !== null)
    .map(({ source, target }) => {
      const from = [leftOf(source.depth) + box.width, source.x - top + box.height / 2] as const;
      const to = [leftOf(target.depth), target.x - top + box.height / 2] as const;
      const middle = (from[0] + to[0]) / 2;
      return { key: target.data.id, path: `M${from[0]},${from[1]}H${middle}V${to[1]}H${to[0]}` };
    });
  return {
    boxes,
    lines,
    width: Math.max(...boxes.map(({ left }) => left)) + box.width,
    height: Math.max(...boxes.map((placedBox) => placedBox.top)) + box.height,
  };
}

function soundParents(bodies: readonly Pick<BodyNode, "id" | "parentId">[]) {
  const given = new Map(bodies.map(({ id, parentId }) => [id, parentId]));
  const sound = new Map<string, string>();
  for (const { id } of bodies) {
    const seen = new Set([id]);
    let at = given.get(id) ?? null;
    while (at !== null && given.has(at) && !seen.has(at)) {
      seen.add(at);
      at = given.get(at) ?? null;
    }
    const parent = given.get(id) ?? null;
    if (at === null && parent !== null && given.has(parent)) sound.set(id, parent);
  }
  return sound;
}
