import { addDays, type Day, dateOf } from "@/lib/kernel/dates";
import type { FigureState } from "@/prisma/generated/enums";
import { at } from "./days";
import { fileId } from "./files";
import { idOf, sha256 } from "./ids";
import { organizationId } from "./organizations";
import { allianceId } from "./people";
import type { DemoRows } from "./rows";

export type Outcome = {
  alliance: string;
  /** Unique in the alliance. */
  key: string;
  unit: string;
  metric: string;
  title: string;
  on: Day;
  /** Year by the metric's basis; the calendar year unless told otherwise. */
  year?: number;
  quantity: number | string;
  state: FigureState;
  /** Key of the evidence file. */
  paper: string;
  /** Number of the thing: one result counts once. */
  naturalKey?: string;
  enteredById?: string | null;
  verifiedById: string;
  /** The second person, where it is published. */
  approvedById?: string;
  returnReason?: string;
  project?: string;
  /** The sealed certificate that it rests on, and the enterprise that sealed it. */
  certificate?: { id: string; enterprise: string };
};

const decided = (state: FigureState) => state === "verified" || state === "published";

/** Economic benefit is known by the enterprise and the year. */
const keyOfBenefit = (enterprise: string, on: Day) => ({
  naturalKey: `${enterprise} · ${on.slice(0, 4)}`,
  keyName: enterprise,
});

/** A synthetic result with the dates of its way: entered after ten days, decided after twenty. */
export function outcomeRow(given: Outcome): DemoRows["outcomeRecord"][number] {
  const submitted = at(addDays(given.on, 10));
  const answered = at(addDays(given.on, 20));
  const isDecided = decided(given.state);
  return {
    id: idOf("outcome-record", `${given.alliance}/${given.key}`),
    allianceId: allianceId(given.alliance),
    organizationId: organizationId(given.unit),
    metricCode: given.metric,
    projectId: given.project ?? null,
    title: given.title,
    naturalKey: given.naturalKey ?? null,
    certificateId: given.certificate?.id ?? null,
    ...(given.certificate && keyOfBenefit(given.certificate.enterprise, given.on)),
    year: given.year ?? Number(given.on.slice(0, 4)),
    occurredOn: dateOf(given.on),
    quantity: given.quantity,
    state: given.state,
    fileId: fileId(given.alliance, given.paper),
    returnReason: given.returnReason ?? null,
    enteredById: given.enteredById ?? null,
    submittedAt: submitted,
    verifiedById: isDecided ? given.verifiedById : null,
    verifiedAt: isDecided ? answered : null,
    ...(given.state === "published" &&
      given.approvedById && { approvedById: given.approvedById, approvedAt: answered }),
    returns: given.returnReason ? 1 : 0,
    synthetic: true,
    createdAt: submitted,
    stateSince: given.state === "submitted" ? submitted : answered,
  };
}

/** A number from 0 to `size` - 1 that is always the same for the same words. */
export const pick = (words: string, size: number): number =>
  Number.parseInt(sha256(words).slice(0, 8), 16) % size;

/** Parts that vary by the words and add up to `total` exactly, each at least 1. */
export function split(total: number, count: number, words: string): number[] {
  const base = Math.floor(total / count);
  const spread = Math.floor(base / 3);
  const first = Array.from(
    { length: count - 1 },
    (_, index) => base - spread + pick(`${words}/${index}`, 2 * spread + 1),
  );
  const rest = total - first.reduce((sum, part) => sum + part, 0);
  if (rest >= 1) return [...first, rest];
  return Array.from({ length: count }, (_, index) => base + (index < total % count ? 1 : 0));
}
