import { decimal } from "../rules/columns";
import { countedValue, type Result } from "../rules/lines";
import type { LineView } from "../schema/rounds";
import type { Leaf } from "./facts";
import type { ReadSubject } from "./subject";

const text = (value: bigint | number | null | undefined): string | null =>
  value === null || value === undefined ? null : decimal(value);

type Given = {
  subject: ReadSubject;
  leaves: readonly Leaf[];
  result: Result | undefined;
  /** May the reader know what was counted and given? */
  known: boolean;
  marks: readonly { subjectId: string; indicatorId: string; points: number }[];
  /** What the records say by now, by metric. */
  live?: ReadonlyMap<string, bigint>;
};

const restatedIn = (now: bigint | undefined, frozen: bigint | null | undefined): string | null =>
  now !== undefined && typeof frozen === "bigint" && now !== frozen ? decimal(now) : null;

/** How every point came about: what was reported, computed, verified, and what the rule made of it. */
export function linesOf({
  subject,
  leaves,
  result,
  known,
  marks,
  live = new Map(),
}: Given): LineView[] {
  return leaves.flatMap((leaf) => {
    const { kind } = leaf;
    if (kind === null) return [];
    const entry = subject.entries.find(({ indicatorId }) => indicatorId === leaf.id);
    const scored = result?.lines.find(({ indicatorId }) => indicatorId === leaf.id);
    const counted = countedValue(leaf, entry);
    const reported = entry?.selfValue ?? null;
    const given = known
      ? marks.filter((mark) => mark.subjectId === subject.id && mark.indicatorId === leaf.id)
      : [];
    return [
      {
        indicatorId: leaf.id,
        code: leaf.code,
        name: leaf.name,
        kind,
        unit: leaf.unit,
        weight: decimal(leaf.weight),
        metricCode: leaf.metricCode,
        evidence: leaf.evidence,
        target: text(leaf.target),
        selfValue: text(reported),
        computedValue: text(entry?.computedValue),
        restated: restatedIn(live.get(leaf.metricCode ?? ""), entry?.computedValue),
        verifiedValue: text(entry?.verifiedValue),
        difference: counted !== null && reported !== null ? decimal(counted - reported) : null,
        selfNote: entry?.selfNote ?? null,
        verifyNote: entry?.verifyNote ?? null,
        file: entry?.file ?? null,
        items: entry?.items ?? [],
        selfPoints: text(scored?.selfPoints),
        points: known ? text(scored?.points) : null,
        highest: known && kind === "best_in_group" ? text(scored?.highest) : null,
        mean: known ? text(scored?.mean) : null,
        marks: given.map(({ points }) => points),
      },
    ];
  });
}
