import type { ProjectRow } from "@/lib/features/projects/schema/projects";

type Waited = NonNullable<ProjectRow["waiting"]>;

/** What the lead is waited for. */
function stepOf(state: ProjectRow["state"]) {
  if (state === "supplement" || state === "registered" || state === "rework") return state;
  if (state === "running") return "plan";
  return state === "draft" ? "draft" : "settle";
}

/** The message, below `projects`, that says for whom a project waits and with what. */
export function waitingWords(state: ProjectRow["state"], party: Waited["party"]) {
  if (party === "secretariat") {
    const step = state === "check" ? "secretariat" : state === "running" ? "milestone" : "office";
    return `waiting.${step}` as const;
  }
  return party === "lead"
    ? (`waiting.lead.${stepOf(state)}` as const)
    : (`waiting.${party}` as const);
}
