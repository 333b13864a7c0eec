import type { ImportColumn, ImportFault } from "@/lib/features/memberships/types";
import { messages as en } from "@/lib/i18n/messages/en";

/*
 * The message files without next-intl: its module brings React's client half, which a process with the server's
 * conditions does not have. Only texts with plain placeholders are used here.
 */
type Values = Record<string, string | number>;

const fill = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));

const lookUp = (words: Record<string, string>, key: string, values: Values): string =>
  fill(words[key] ?? key, values);

/** Why a command refused. */
export const refusalWords = (reason: string, details: Values = {}): string =>
  lookUp(en.refusals, reason, details);

/** What is wrong with an option. */
export const fieldWords = (message: string): string => lookUp(en.fields, message, {});

/** What is wrong with a cell of an imported file. */
export const importFaultWords = (column: ImportColumn, fault: ImportFault, detail: string | null) =>
  `${en.memberships.import.column[column]}: ${fill(en.memberships.import.fault[fault], { detail: detail ?? "" })}`;
