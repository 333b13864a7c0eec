import { cooperatingActions } from "./cooperating";
import { foundingActions } from "./founding";
import { governingActions } from "./governing";
import { reportingActions } from "./reporting";

/** What can stand in a chain, by the storey of the noun it is about. Each has its words in the messages. */
export const auditActions = [
  ...foundingActions,
  ...governingActions,
  ...cooperatingActions,
  ...reportingActions,
] as const;
export type AuditAction = (typeof auditActions)[number];
