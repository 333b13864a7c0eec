import { adjustments } from "./adjustments";
import { agreements } from "./agreements";
import { applications } from "./applications";
import { calls } from "./calls";
import { cases } from "./cases";
import { certificates } from "./certificates";
import { changes } from "./changes";
import { classes } from "./classes";
import { coClaims } from "./co-claims";
import { colleges } from "./colleges";
import { corrections } from "./corrections";
import { coverage } from "./coverage";
import { demands } from "./demands";
import { documents } from "./documents";
import { doubles } from "./doubles";
import { editions } from "./editions";
import { evaluations } from "./evaluations";
import { fundAgeing } from "./fund-ageing";
import { fundDesk } from "./fund-desk";
import { fundLedger } from "./fund-ledger";
import { fundTasks } from "./fund-tasks";
import { indicators } from "./indicators";
import { interests } from "./interests";
import { matches } from "./matches";
import { meetings } from "./meetings";
import { obligations } from "./obligations";
import { offerings } from "./offerings";
import { outcomes } from "./outcomes";
import { pairings } from "./pairings";
import { parts } from "./parts";
import { placements } from "./placements";
import { platforms } from "./platforms";
import { projects } from "./projects";
import { proposals } from "./proposals";
import { resolutions } from "./resolutions";
import { roles } from "./roles";
import { samples } from "./samples";
import { schemes } from "./schemes";
import { supplies } from "./supplies";
import type { Table } from "./table";
import { talentReports } from "./talent-reports";
import { targets } from "./targets";
import { tasks } from "./tasks";
import { trainings } from "./trainings";
import { verification } from "./verification";
import { visits } from "./visits";

/** The lists that can be taken away as a table, by their names in the address. */
export const tables = {
  adjustments,
  agreements,
  applications,
  calls,
  cases,
  certificates,
  changes,
  classes,
  "co-claims": coClaims,
  colleges,
  corrections,
  coverage,
  demands,
  documents,
  doubles,
  editions,
  evaluations,
  "fund-ageing": fundAgeing,
  "fund-desk": fundDesk,
  "fund-ledger": fundLedger,
  "fund-tasks": fundTasks,
  indicators,
  interests,
  matches,
  meetings,
  obligations,
  offerings,
  outcomes,
  pairings,
  parts,
  placements,
  platforms,
  projects,
  proposals,
  resolutions,
  roles,
  samples,
  schemes,
  supplies,
  "talent-reports": talentReports,
  targets,
  tasks,
  trainings,
  verification,
  visits,
} as const satisfies Record<string, Table>;

export type TableName = keyof typeof tables;
