import type { NamedParty, ProjectState, Waiting } from "../types";

/** Days within which a partner should answer (behaviour 4.3). */
export const answerDays = 14;

const DAY_MS = 86_400_000;

type Facts = {
  state: ProjectState;
  stateSince: Date;
  lead: { id: string; name: string };
  parties: readonly NamedParty[];
};

/** The status line as data: who has to act next, and since when it lies there. */
export function waitingFor({ state, stateSince, lead, parties }: Facts): Waiting {
  switch (state) {
    case "partners_confirming":
      return {
        party: "partners",
        organizations: parties
          .filter((party) => party.state === "pending")
          .map((party) => ({ id: party.organizationId, name: party.name })),
        since: stateSince,
      };
    case "draft":
    case "supplement":
    case "registered":
    case "rework":
    case "accepted":
    case "failed":
    case "terminated":
      return { party: "lead", organizations: [lead], since: stateSince };
    case "check":
    case "acceptance_requested":
    case "settlement":
      return { party: "secretariat", organizations: [], since: stateSince };
    case "review":
    case "accepting":
      return { party: "experts", organizations: [], since: stateSince };
    case "decision":
      return { party: "authority", organizations: [], since: stateSince };
    default:
      return null;
  }
}

/** Has a partner let the days pass in which an answer is expected? */
export const isLate = (waiting: Waiting, at: Date): boolean =>
  waiting?.party === "partners" && at.getTime() - waiting.since.getTime() > answerDays * DAY_MS;
