import { readAmount } from "./amount";

/** What a form element contributes: its dotted name and its value. */
export type Entry = { name: string; value: string | boolean };

/**
 * `input` is what the action gets. `names` leads from a path of that input back to the element: rows of a list that
 * were left blank or removed close up, so the second row of the input may be the fourth on the screen.
 */
export type Collected = { input: Record<string, unknown>; names: Map<string, string> };

const ROW = /^(.*?)\.(\d+)(\..+)?$/;

const isFilled = (entry: Entry): boolean => entry.value !== "" && entry.value !== false;

/** The rows of each list in which something was filled in, in the order of the screen. */
function filledRows(entries: readonly Entry[]): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (const entry of entries) {
    const [, list, row] = ROW.exec(entry.name) ?? [];
    if (list === undefined || !isFilled(entry)) continue;
    rows.set(
      list,
      [...new Set([...(rows.get(list) ?? []), Number(row)])].sort((a, b) => a - b),
    );
  }
  return rows;
}

/** The name with the row counted as the input counts it; undefined: a row without content. */
function pathOf(name: string, rows: Map<string, number[]>): string | undefined {
  const [, list, row, rest = ""] = ROW.exec(name) ?? [];
  if (list === undefined) return name;
  const place = rows.get(list)?.indexOf(Number(row)) ?? -1;
  return place < 0 ? undefined : `${list}.${place}${rest}`;
}

type Branch = { [key: string]: unknown };

const isBranch = (value: unknown): value is Branch =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Objects without a prototype: no name of a field can reach one. */
const emptyBranch = (): Branch => Object.create(null);

function plant(root: Branch, path: string, value: string | boolean): void {
  const many = path.endsWith("[]");
  const keys = (many ? path.slice(0, -2) : path).split(".");
  const last = keys.pop() ?? "";
  const branch = keys.reduce((at, key) => {
    const inner = at[key];
    if (isBranch(inner)) return inner;
    const fresh = emptyBranch();
    at[key] = fresh;
    return fresh;
  }, root);
  if (!many) {
    branch[last] = value;
    return;
  }
  const before = Array.isArray(branch[last]) ? branch[last] : [];
  branch[last] = typeof value === "string" ? [...before, value] : before;
}

/** A branch whose keys are all numbers is a list. */
function settle(value: unknown): unknown {
  if (!isBranch(value)) return value;
  const entries = Object.entries(value);
  return entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key))
    ? entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, inner]) => settle(inner))
    : Object.fromEntries(entries.map(([key, inner]) => [key, settle(inner)]));
}

/**
 * Entries of a form → the input of an action. "a.b" nests, "a.0.b" makes lists, "a[]" gathers the ticked boxes of one
 * name. What is empty is left out, and so is a row of a list in which nothing was filled in.
 */
export function collect(entries: readonly Entry[]): Collected {
  const rows = filledRows(entries);
  const names = new Map<string, string>();
  const root = emptyBranch();
  for (const { name, value } of entries) {
    const path = pathOf(name, rows);
    if (path === undefined) continue;
    names.set(path.replace(/\[\]$/, ""), name);
    if (value !== "") plant(root, path, value);
  }
  const input = Object.fromEntries(
    Object.entries(root).map(([key, value]) => [key, settle(value)]),
  );
  return { input, names };
}

type FormControl = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isControl = (element: Element): element is FormControl =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLSelectElement ||
  element instanceof HTMLTextAreaElement;

export const controlsOf = (form: HTMLFormElement): FormControl[] =>
  [...form.elements].filter(isControl).filter((control) => control.name !== "");

/** A ticked box of a group counts with its value, a single box as true or false, a radio button when chosen. */
function entryOf(control: FormControl): Entry[] {
  const { name } = control;
  if (control instanceof HTMLInputElement && control.type === "checkbox") {
    return [
      { name, value: name.endsWith("[]") ? control.checked && control.value : control.checked },
    ];
  }
  if (control instanceof HTMLInputElement && control.type === "radio" && !control.checked)
    return [];
  // An amount may be sent by Enter, before the field has tidied it.
  return [
    { name, value: control.dataset.kind === "money" ? readAmount(control.value) : control.value },
  ];
}

export const entriesOf = (form: HTMLFormElement): Entry[] =>
  controlsOf(form)
    .filter((control) => !control.disabled)
    .flatMap(entryOf);
