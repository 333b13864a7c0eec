import { controlsOf, entriesOf } from "./collect";
import type { Kept } from "./context";

const DAYS = 14;
const PREFIX = "draft:";

/** Drafts belong to the person signed in: the next person at this computer does not see them. */
const keyOf = (draftKey: string): string => {
  const person = document.querySelector<HTMLElement>("[data-person]")?.dataset.person ?? "public";
  return `${PREFIX}${person}:${draftKey}`;
};

/** What the form holds now, passwords left out. */
function keptOf(form: HTMLFormElement): Map<string, Kept> {
  const kept = new Map<string, Kept>();
  const controls = new Map(controlsOf(form).map((control) => [control.name, control]));
  for (const { name, value } of entriesOf(form)) {
    const control = controls.get(name);
    if (control?.type === "password") continue;
    const before = kept.get(name)?.value;
    const many = name.endsWith("[]");
    const list = Array.isArray(before) ? before : [];
    const shown = control?.dataset.shown;
    kept.set(name, {
      value: many ? (typeof value === "string" ? [...list, value] : list) : value,
      ...(shown && { shown }),
    });
  }
  return kept;
}

// Storage is refused in some private windows and may be full: a draft is a convenience, never a condition.
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

export const saveDraft = (draftKey: string, form: HTMLFormElement) =>
  attempt(() =>
    localStorage.setItem(
      keyOf(draftKey),
      JSON.stringify({ at: Date.now(), kept: [...keptOf(form)] }),
    ),
  );

export const dropDraft = (draftKey: string) =>
  attempt(() => localStorage.removeItem(keyOf(draftKey)));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

const isKept = (value: unknown): value is [string, Kept] =>
  Array.isArray(value) && typeof value[0] === "string" && isRecord(value[1]) && "value" in value[1];

export function loadDraft(draftKey: string): Map<string, Kept> | undefined {
  return attempt(() => {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(draftKey)) ?? "null");
    if (!isRecord(stored) || !Array.isArray(stored.kept) || typeof stored.at !== "number") {
      return undefined;
    }
    if (Date.now() - stored.at > DAYS * 86_400_000) {
      dropDraft(draftKey);
      return undefined;
    }
    return new Map(stored.kept.filter(isKept));
  });
}
