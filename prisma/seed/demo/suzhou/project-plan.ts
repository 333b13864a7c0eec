import type { Day } from "@/lib/kernel/dates";
import type {
  PartyRole,
  ProjectSource,
  ProjectState,
  ProjectType,
  RecognitionLevel,
} from "@/prisma/generated/enums";

/** A synthetic project in the words of the story; rows are made of it. */
export type ProjectPlan = {
  n: number;
  title: string;
  type: ProjectType;
  state: ProjectState;
  source?: ProjectSource;
  level?: RecognitionLevel;
  applied: Day;
  from: Day;
  to: Day;
  /** Keys of organizations. */
  lead: string;
  partners: readonly { unit: string; role: PartyRole; duty: string }[];
  summary: string;
  /** Partners that have not answered. */
  pending?: readonly string[];
  declinedBy?: string;
  reason?: string;
  /** With the signed application attached. */
  paper?: true;
};
