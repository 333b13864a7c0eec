import { adjustments } from "./adjustments";
import { agreements } from "./agreements";
import { calls } from "./calls";
import { certificates } from "./certificates";
import { classes } from "./classes";
import { colleges } from "./colleges";
import { demands } from "./demands";
import { fundAgeing } from "./fund-ageing";
import { fundDesk } from "./fund-desk";
import { fundLedger } from "./fund-ledger";
import { fundTasks } from "./fund-tasks";
import { matches } from "./matches";
import { offerings } from "./offerings";
import { pairings } from "./pairings";
import { placements } from "./placements";
import { platforms } from "./platforms";
import { projects } from "./projects";
import { supplies } from "./supplies";
import type { Table } from "./table";
import { talentReports } from "./talent-reports";

/** The lists that can be taken away as a table, by their names in the address. */
export const tables = {
  adjustments,
  agreements,
  calls,
  certificates,
  classes,
  colleges,
  demands,
  "fund-ageing": fundAgeing,
  "fund-desk": fundDesk,
  "fund-ledger": fundLedger,
  "fund-tasks": fundTasks,
  matches,
  offerings,
  pairings,
  placements,
  platforms,
  projects,
  supplies,
  "talent-reports": talentReports,
} as const satisfies Record<string, Table>;

export type TableName = keyof typeof tables;
