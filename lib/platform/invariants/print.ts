import type { Report } from "./run";

const SHOWN = 20;

const cell = (value: unknown) =>
  typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);

/** The line of one check, and its failing rows below it. */
export function printed({ check, findings, milliseconds }: Report): string[] {
  const mark = findings.length === 0 ? "✓" : "✗";
  const rows = findings.slice(0, SHOWN).map(
    (finding) =>
      `    ${Object.entries(finding)
        .map(([name, value]) => `${name}=${cell(value)}`)
        .join(" ")}`,
  );
  const more = findings.length > SHOWN ? [`    … and ${findings.length - SHOWN} more`] : [];
  const count = findings.length === 0 ? "" : `: ${findings.length} failing`;
  return [`${mark} ${check.id} ${check.title}${count} (${milliseconds} ms)`, ...rows, ...more];
}
