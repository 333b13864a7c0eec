import type { ReportRow, SavedCells } from "@/lib/features/reporting/schema/reports";

export type CellDraft = {
  typed: string;
  unit: string | null;
  reason: string;
  file: { id: string; name: string } | null;
  version: number;
  status: "saved" | "saving" | "waiting";
  fault: { code: string; by: string | null } | null;
};
export type Drafts = Record<string, CellDraft>;
export type Change = Partial<Pick<CellDraft, "typed" | "unit" | "reason" | "file">>;

const keyOf = (id: string): string => `report-${id}`;

export const startOf = (rows: readonly ReportRow[], typed: (row: ReportRow) => string): Drafts =>
  Object.fromEntries(
    rows.map((row) => [
      row.indicatorId,
      {
        typed: typed(row),
        unit: row.cell.unit ?? row.units[0] ?? null,
        reason: row.cell.reason ?? "",
        file: row.cell.file,
        version: row.cell.version,
        status: "saved" as const,
        fault: null,
      },
    ]),
  );

/** What this device kept from before. */
export function kept(id: string): Record<string, Change> {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(keyOf(id)) ?? "{}");
    return typeof read === "object" && read !== null ? { ...read } : {};
  } catch {
    return {};
  }
}

/** What is not saved yet stays on this device, whatever happens to the line or the window. */
export function keep(id: string, drafts: Drafts): void {
  const open = Object.entries(drafts).filter(([, draft]) => draft.status !== "saved");
  if (open.length === 0) localStorage.removeItem(keyOf(id));
  else
    localStorage.setItem(
      keyOf(id),
      JSON.stringify(
        Object.fromEntries(
          open.map(([key, { typed, unit, reason, file }]) => [key, { typed, unit, reason, file }]),
        ),
      ),
    );
}

export function withFault(all: Drafts, id: string, fault: CellDraft["fault"]): Drafts {
  const before = all[id];
  return before ? { ...all, [id]: { ...before, fault } } : all;
}

export type Sent = readonly { id: string; draft: CellDraft }[];

export const withStatus = (all: Drafts, sent: Sent, status: CellDraft["status"]): Drafts => ({
  ...all,
  ...Object.fromEntries(sent.map(({ id, draft }) => [id, { ...draft, status }])),
});

export const cellsOf = (sent: Sent) =>
  sent.map(({ id, draft }) => ({
    indicatorId: id,
    version: draft.version,
    typed: draft.typed,
    unit: draft.unit,
    reason: draft.reason,
    fileId: draft.file?.id ?? null,
  }));

const sameContent = (a: CellDraft, b: CellDraft): boolean =>
  a.typed === b.typed && a.reason === b.reason && a.unit === b.unit && a.file === b.file;

/** What the server said of each cell; what was typed on in the meantime goes on waiting. */
export function answered(all: Drafts, sent: Sent, told: SavedCells["cells"] | undefined): Drafts {
  const next = { ...all };
  for (const { id, draft } of sent) {
    const now = all[id];
    const cell = told?.find((one) => one.indicatorId === id);
    if (!now) continue;
    next[id] = {
      ...now,
      version: cell?.version ?? now.version,
      status: cell?.ok && sameContent(now, draft) ? "saved" : "waiting",
      fault: cell && !cell.ok ? { code: cell.fault ?? "unknown", by: cell.by } : null,
    };
  }
  return next;
}
