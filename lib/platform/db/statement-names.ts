import { createHash } from "node:crypto";

/** Every name holds a plan on every connection, some tens of kilobytes each. */
const MOST = 250;
/** Texts seen once; beyond this they are forgotten, since texts that differ each time would fill the memory. */
const REMEMBERED = 1000;

const names = new Map<string, string>();
const seen = new Set<string>();

/**
 * The name under which the database keeps this statement prepared. Planning costs more than running for most of ours,
 * so a text that comes again gets a name, and the database plans it once per connection. The name follows from the
 * text, so that two processes behind one pooler never mean different statements by one name.
 */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= MOST) return known;
  if (!seen.has(text)) {
    if (seen.size >= REMEMBERED) seen.clear();
    seen.add(text);
    return undefined;
  }
  seen.delete(text);
  const name = createHash("sha256").update(text).digest("base64url").slice(0, 22);
  names.set(text, name);
  return name;
}
