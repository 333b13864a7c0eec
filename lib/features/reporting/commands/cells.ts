import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { checkedCells, findReport, type ReadCells, readCells, readFrame } from "../queries/read";
import { shutNow } from "../queries/report";
import { type CellContent, decimalOf, readCell } from "../rules/cell";
import { checkReport } from "../rules/checks";
import { type Shut, stateAfter } from "../rules/states";
import type { SavedCells, saveCellsInput } from "../schema/reports";
import { lockReport } from "./hold";
import { othersLocks } from "./lock";

type Cell = z.output<typeof saveCellsInput>["cells"][number];
type Told = SavedCells["cells"][number];
type Node = ReadCells["nodes"][number];

/** Files that this person handed in: nobody proves a figure with another's paper. */
async function ownFiles(tx: Tx, scope: TenantScope, cells: readonly Cell[]): Promise<Set<string>> {
  const ids = cells.flatMap(({ fileId }) => (fileId ? [fileId] : []));
  if (ids.length === 0) return new Set();
  const files = await tx.storedFile.findMany({
    where: {
      id: { in: ids },
      allianceId: scope.alliance.id,
      uploadedById: scope.actor.userId,
    },
    select: { id: true },
  });
  return new Set(files.map(({ id }) => id));
}

/** What will stand in the row; numbers as decimal text. */
type Row = {
  indicatorId: string;
  answer: string;
  entered: string | null;
  unit: string | null;
  amount: string | null;
  denominator: string | null;
  text: string | null;
  reason: string | null;
  fileId: string | null;
};

const shown = (value: bigint | null): string | null => (value === null ? null : decimalOf(value));

const contentOf = (content: CellContent): Omit<Row, "indicatorId" | "reason" | "fileId"> =>
  content.answer === "value"
    ? {
        answer: content.answer,
        entered: shown(content.entered),
        unit: content.unit,
        amount: shown(content.amount),
        denominator: shown(content.denominator),
        text: content.text,
      }
    : {
        answer: content.answer,
        entered: null,
        unit: null,
        amount: null,
        denominator: null,
        text: null,
      };

function storedOf({ node, value }: Node): Row {
  return {
    indicatorId: node.id,
    answer: value?.answer ?? "blank",
    entered: value?.entered?.toFixed() ?? null,
    unit: value?.unit ?? null,
    amount: value?.amount?.toFixed() ?? null,
    denominator: value?.denominator?.toFixed() ?? null,
    text: value?.text ?? null,
    reason: value?.reason ?? null,
    fileId: value?.fileId ?? null,
  };
}

type Judged = { told: Told; row?: Row };
type World = {
  locks: Map<string, string>;
  files: Set<string>;
  returnedOnly: boolean;
  repeated: ReadonlySet<Cell>;
};

/** Lines that name a cell which an earlier line has named already: which of the two holds nobody could say. */
function repeats(cells: readonly Cell[]): ReadonlySet<Cell> {
  const seen = new Set<string>();
  return new Set(cells.filter(({ indicatorId }) => seen.size === seen.add(indicatorId).size));
}

/** One cell: what it would become, or why not. */
function judge(cell: Cell, node: Node | undefined, world: World): Judged {
  const { indicatorId } = cell;
  const version = node?.value?.version ?? 0;
  const no = (fault: string, by: string | null = null): Judged => ({
    told: { indicatorId, ok: false, version, fault, by },
  });
  if (!node || node.node.kind === null || node.node.computed) return no("not-asked");
  if (world.repeated.has(cell)) return no("twice");
  const before = storedOf(node);
  const read =
    cell.typed === undefined
      ? undefined
      : readCell(cell.typed, { kind: node.node.kind, unit: node.node.unitZh }, cell.unit ?? null);
  if (read && !read.ok) return no(read.reason);
  const row: Row = {
    ...before,
    ...(read?.ok && contentOf(read.value)),
    ...(cell.reason !== undefined && { reason: cell.reason?.trim() || null }),
    ...(cell.fileId !== undefined && { fileId: cell.fileId }),
  };
  // Sent again after a broken line: it stands there already.
  const same = JSON.stringify(row) === JSON.stringify(before);
  if (same) return { told: { indicatorId, ok: true, version, fault: null, by: null } };
  const holder = world.locks.get(indicatorId);
  if (holder) return no("locked", holder);
  if (world.returnedOnly && !node.value?.returnReason) return no("not-returned");
  if (row.fileId && row.fileId !== before.fileId && !world.files.has(row.fileId))
    return no("file-not-yours");
  if (cell.version !== version) return no("changed");
  return { told: { indicatorId, ok: true, version: version + 1, fault: null, by: null }, row };
}

/** All rows in two statements; what another one wrote in the meantime is left as it is. */
async function write(
  tx: Tx,
  scope: TenantScope,
  at: { obligationId: string; setId: string },
  changed: readonly { row: Row; version: number }[],
): Promise<Set<string>> {
  const rows = JSON.stringify(changed.map(({ row, version }) => ({ ...row, version })));
  const given = Prisma.sql`jsonb_to_recordset(${rows}::jsonb) AS n("indicatorId" uuid, answer cell_answer, entered numeric,
    unit text, amount numeric, denominator numeric, text text, reason text, "fileId" uuid, version int)`;
  const person = Prisma.sql`${scope.actor.userId}::uuid, ${scope.now}`;
  const updated = await tx.$queryRaw<{ indicatorId: string }[]>`
    UPDATE report_values v SET answer = n.answer, entered = n.entered, unit = n.unit, amount = n.amount,
      denominator = n.denominator, text = n.text, reason = n.reason, file_id = n."fileId", version = n.version,
      entered_by_id = ${scope.actor.userId}::uuid, entered_at = ${scope.now}
    FROM ${given} WHERE v.alliance_id = ${scope.alliance.id}::uuid AND v.obligation_id = ${at.obligationId}::uuid
      AND v.indicator_id = n."indicatorId" AND v.version = n.version - 1 RETURNING v.indicator_id AS "indicatorId"`;
  const inserted = await tx.$queryRaw<{ indicatorId: string }[]>`
    INSERT INTO report_values (id, alliance_id, obligation_id, set_id, indicator_id, answer, entered, unit, amount, denominator,
      text, reason, file_id, entered_by_id, entered_at)
    SELECT gen_random_uuid(), ${scope.alliance.id}::uuid, ${at.obligationId}::uuid, ${at.setId}::uuid, n."indicatorId", n.answer,
      n.entered, n.unit, n.amount, n.denominator, n.text, n.reason, n."fileId", ${person}
    FROM ${given} WHERE n.version = 1 ON CONFLICT DO NOTHING RETURNING indicator_id AS "indicatorId"`;
  return new Set([...updated, ...inserted].map(({ indicatorId }) => indicatorId));
}

/** The first cell makes a draft of an open report; two at once both find that it is one. */
const begin = (tx: Tx, scope: TenantScope, id: string) =>
  tx.obligation.updateMany({
    where: { allianceId: scope.alliance.id, id, state: "open" },
    data: { state: "draft", stateSince: scope.now, nil: false, version: { increment: 1 } },
  });

/**
 * Saves cells as they were typed or pasted. Each is answered by itself: one that says nothing, or that another person
 * changed or holds, does not keep the others from being saved.
 */
export async function saveCells(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof saveCellsInput>,
): Promise<Result<SavedCells, "wrong-state" | Shut>> {
  const { obligationId } = input;
  await lockReport(tx, scope, obligationId);
  const report = await findReport(tx, scope, obligationId);
  const shut = shutNow(scope, report);
  if (shut) return refuse(shut);
  if (!stateAfter(report.state, "save")) return refuse("wrong-state");
  const frame = await readFrame(tx, report);
  const [read, locks, files] = [
    await readCells(tx, report, frame),
    await othersLocks(tx, scope, obligationId),
    await ownFiles(tx, scope, input.cells),
  ];
  const nodes = new Map(read.nodes.map((node) => [node.node.id, node]));
  const world = {
    locks,
    files,
    returnedOnly: report.state === "returned",
    repeated: repeats(input.cells),
  };
  const judged = input.cells.map((cell) => judge(cell, nodes.get(cell.indicatorId), world));
  const halted = input.whole && judged.some(({ told }) => !told.ok);
  const changed = (halted ? [] : judged).flatMap(({ told, row }) =>
    row ? [{ row, version: told.version }] : [],
  );
  if (changed.length > 0) await begin(tx, scope, obligationId);
  const at = { obligationId, setId: report.setId };
  const written = changed.length > 0 ? await write(tx, scope, at, changed) : new Set<string>();
  // What was saved is let go of.
  const saved = halted ? [] : judged.flatMap(({ told }) => (told.ok ? [told.indicatorId] : []));
  await tx.reportCellLock.deleteMany({
    where: {
      allianceId: scope.alliance.id,
      obligationId,
      userId: scope.actor.userId ?? "",
      indicatorId: { in: saved },
    },
  });
  const after = written.size > 0 ? await readCells(tx, report, frame) : read;
  await scope.audit({
    action: "obligation.save",
    subjectType: "obligation",
    subjectId: obligationId,
    details: { cells: written.size, refused: judged.filter(({ told }) => !told.ok).length },
  });
  return accept({
    cells: judged.map(({ told, row }) =>
      // Where one wrong cell keeps all of them out, the right ones have no fault and are not saved either.
      row && !written.has(told.indicatorId)
        ? { ...told, ok: false, version: told.version - 1, fault: halted ? null : "changed" }
        : told,
    ),
    findings: checkReport(checkedCells(after), after.rules),
  });
}
