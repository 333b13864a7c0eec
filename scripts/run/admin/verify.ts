import { parseArgs } from "node:util";
import { type CountingRule, decideAgain } from "@/lib/features/bodies/rules/decide";
import type { RuleSnapshot } from "@/lib/features/bodies/types";
import { env } from "@/lib/platform/env";
import { keeper } from "@/lib/platform/files/store";
import { printed } from "@/lib/platform/invariants/print";
import type { StoredMotion } from "@/lib/platform/invariants/records";
import { verify as check } from "@/lib/platform/invariants/run";
import { print, type Subcommand } from "./subcommand";

/** Counts a motion again, from the rule and the seats of its own day. */
function outcomeOf(motion: StoredMotion): string {
  return decideAgain(motion.rule_snapshot as RuleSnapshot<CountingRule>, motion).outcome;
}

export const verify: Subcommand = {
  name: "verify",
  usage: "",
  summary:
    "checks every invariant, the audit chains and the stored files; exit code 1 and the failing rows otherwise",
  database: true,
  run: async (args) => {
    parseArgs({ args, options: {} });
    const { DATABASE_URL: url } = env();
    const reports = await check({ url, keeper: keeper(), outcomeOf }, (report) => {
      for (const line of printed(report)) print(line);
    });
    const failed = reports.filter(({ findings }) => findings.length > 0).length;
    print(
      failed === 0
        ? `All ${reports.length} checks passed.`
        : `${failed} of ${reports.length} checks failed.`,
    );
    return failed === 0 ? 0 : 1;
  },
};
