import { createHash } from "node:crypto";
import { covers } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { foldText } from "../../organizations/rules/search-text";
import { type Issue, type PlannedRow, readRow, twicesIn } from "../rules/import-plan";
import { foldWord } from "../rules/import-sheet";
import type { ImportCells, ImportRow } from "../schema/import";
import { type ImportNote, memberPositions } from "../types";
import {
  type Candidate,
  readCandidates,
  readPositionWords,
  readStandings,
  type Standing,
} from "./import-matches";

type Note = PlannedRow["notes"][number];
type Match = { found?: Candidate; issue?: Issue; notes: Note[] };

const note = (name: ImportNote, detail: string | null = null): Note => ({ note: name, detail });

/** Both have a code, and not the same: two units of one name. */
const apart = (row: ImportRow, found: Candidate) =>
  Boolean(row.creditCode && found.creditCode && row.creditCode !== found.creditCode);

/** Whom of the register a row means: the code decides, then the name, then an alias or a former name. */
function matchOf(row: ImportRow, byCode: Map<string, Candidate>, byName: Map<string, Candidate[]>) {
  const coded = row.creditCode ? byCode.get(row.creditCode) : undefined;
  if (coded) return { found: coded, notes: notesOn(row, coded) };
  const named = byName.get(foldText(row.name)) ?? [];
  const possible = named.filter((candidate) => !apart(row, candidate));
  const best = possible.filter(({ official }) => official);
  const meant = [...new Map((best.length ? best : possible).map((one) => [one.id, one])).values()];
  if (meant.length > 1) {
    const names = meant.map(({ name, creditCode }) => creditCode ?? name).join("、");
    return {
      issue: { column: "creditCode", fault: "ambiguous-name", detail: names } as const,
      notes: [],
    };
  }
  const [found] = meant;
  if (found) return { found, notes: notesOn(row, found) };
  const other = named.find(({ official }) => official);
  return { notes: other ? [note("same-name-other-code", other.creditCode)] : [] };
}

function notesOn(row: ImportRow, found: Candidate): Note[] {
  const sameName = foldText(row.name) === foldText(found.name);
  return [
    ...(sameName ? [] : [note(found.folded ? "known-as" : "name-differs", found.name)]),
    ...(row.kind === found.kind ? [] : [note("kind-differs", found.kind)]),
    ...(row.creditCode && !found.creditCode ? [note("code-missing-here", row.creditCode)] : []),
  ];
}

/** Does the row begin a membership, and what is there already? */
function membershipOf(row: ImportRow, standings: readonly Standing[]) {
  const { admittedOn, position } = row;
  if (!admittedOn || !position) return { opens: false, notes: [] };
  const lasting = standings.filter(({ to }) => to === null || to >= admittedOn);
  if (lasting.length === 0) return { opens: true, notes: [] };
  const same = lasting.some(
    (period) => period.position === position && covers(period.from, period.to, admittedOn),
  );
  const [latest] = lasting;
  return {
    opens: false,
    notes: [same ? note("member-already") : note("member-differs", latest?.from ?? null)],
  };
}

const shownOf = (cells: ImportCells, given: ImportRow | undefined) => ({
  row: cells.row,
  name: given?.name ?? cells.name ?? "",
  creditCode: given?.creditCode ?? cells.creditCode ?? "",
  position: given?.position ?? null,
  admittedOn: given?.admittedOn ?? null,
});

function planned(
  cells: ImportCells,
  given: ImportRow | undefined,
  issues: Issue[],
  match: Match,
  standings: readonly Standing[],
): PlannedRow {
  const { found } = match;
  const faults = [...issues, ...(match.issue ? [match.issue] : [])];
  const shown = {
    ...shownOf(cells, given),
    found: found ? { id: found.id, name: found.name } : null,
  };
  if (!given || faults.length > 0) {
    return { ...shown, outcome: "fault", opens: false, issues: faults, notes: [] };
  }
  if (found && found.status !== "active") {
    const gone = { column: "name", fault: "organization-dissolved", detail: found.name } as const;
    return { ...shown, outcome: "fault", opens: false, issues: [gone], notes: [] };
  }
  const membership = membershipOf(given, standings);
  const outcome = !found ? "create" : membership.opens ? "link" : "unchanged";
  const notes = [...match.notes, ...membership.notes];
  return { ...shown, outcome, opens: membership.opens, issues: [], notes, given };
}

const groupBy = <T>(items: readonly T[], key: (item: T) => string | null) => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    if (name === null) continue;
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
};

/** The alliance's own words for a position, where the file uses them. */
async function withOwnWords(db: Db, scope: TenantScope, rows: readonly ImportCells[]) {
  const labels = await readPositionWords(db, scope.alliance.id);
  const own = new Map(
    labels.flatMap(({ position, zh, en }) => [zh, en].map((word) => [foldWord(word), position])),
  );
  const known = new Set<string>(memberPositions);
  return rows.map((row) => {
    const { position } = row;
    if (!position || known.has(position)) return row;
    return { ...row, position: own.get(foldWord(position)) ?? position };
  });
}

/** What would become of every row, with the register and the members as they are now. */
export async function planImport(
  db: Db,
  scope: TenantScope,
  rows: readonly ImportCells[],
): Promise<PlannedRow[]> {
  const read = (await withOwnWords(db, scope, rows)).map((cells) => ({
    cells,
    ...readRow(cells, scope.today),
  }));
  const given = read.flatMap((row) => row.given ?? []);
  const twice = twicesIn(given);
  const candidates = await readCandidates(
    db,
    given.flatMap(({ creditCode }) => creditCode ?? []),
    given.map(({ name }) => foldText(name)),
  );
  const byCode = new Map(
    candidates.flatMap((one) =>
      one.creditCode && one.folded === null ? [[one.creditCode, one] as const] : [],
    ),
  );
  const byName = groupBy(candidates, ({ folded }) => folded);
  const ids = [...new Set(candidates.map(({ id }) => id))];
  const standings = groupBy(await readStandings(db, scope, ids), (one) => one.organizationId);
  return read.map(({ cells, given: row, issues }) => {
    const double = twice.get(cells.row);
    const match: Match = row ? matchOf(row, byCode, byName) : { notes: [] };
    const periods = standings.get(match.found?.id ?? "") ?? [];
    return planned(cells, row, double ? [...issues, double] : issues, match, periods);
  });
}

/** Two plans that do the same have the same; the words that a reader is told do not count. */
export function fingerprintOf(plan: readonly PlannedRow[]): string {
  const hash = createHash("sha256");
  for (const { row, outcome, opens, found } of plan) {
    hash.update(`${row} ${outcome} ${opens} ${found?.id ?? ""}\n`);
  }
  return hash.digest("hex");
}
