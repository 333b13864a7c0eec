import type { z } from "zod";
import type { Result } from "@/lib/kernel/result";
import { fieldIssues } from "@/lib/platform/corridor/invoke";
import { fieldWords, refusalWords } from "./words";

/** One command of `npm run admin -- …`. */
export type Subcommand = {
  /** As typed: "users create". */
  name: string;
  /** What follows the name, for --help. */
  usage: string;
  summary: string;
  /** False for commands that must work without a database, or open it their own way. */
  database: boolean;
  /** @returns the exit code: 0 done, 1 refused or failed */
  run(args: string[]): Promise<number>;
};

/** What was typed cannot be used; the line that tells how is shown with it. */
export class UsageError extends Error {}

/** A refusal in words, as it leaves the command line. */
export class RefusedError extends Error {
  constructor(refusal: Extract<Result<never>, { ok: false }>) {
    super(refusalWords(refusal.reason, refusal.details));
  }
}

/** The value of a result, or the refusal as an error that ends the command and its transaction. */
export function accepted<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new RefusedError(result);
}

/** Reads options by the schema of the use case; faults are named by their option. */
export function readOptions<T extends z.ZodType>(schema: T, options: unknown): z.output<T> {
  const parsed = schema.safeParse(options);
  if (parsed.success) return parsed.data;
  const faults = fieldIssues(parsed.error).map(
    ({ path, message }) => `--${path}: ${fieldWords(message)}`,
  );
  throw new UsageError(faults.join("\n"));
}

export const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
