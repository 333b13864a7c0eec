import { useTranslations } from "next-intl";
import type { Project } from "@/lib/features/projects/schema/projects";
import type { ProjectState } from "@/lib/features/projects/types";
import { AskAgainForm } from "./ask-again-form";
import {
  AcceptanceMove,
  FollowMove,
  PlainMove,
  ProposeMove,
  RecallMove,
  SettleMove,
  StopMove,
} from "./life-forms";
import { ReasonedMove, StartMove, SupplementMove } from "./move-forms";

const silent = ["archived", "rejected", "withdrawn"] as const;
type Said = Exclude<ProjectState, (typeof silent)[number]>;
const isSaid = (state: ProjectState): state is Said => !silent.some((one) => one === state);

export const hasNextStep = (project: Project): boolean => isSaid(project.state);

/** What happens next and who does it; the buttons for those whom it is. */
export function NextStep({ tenant, project }: { tenant: string; project: Project }) {
  const t = useTranslations("projects");
  const { inside, state } = project;
  if (!inside || !isSaid(state)) return null;
  const { moves, version, check } = inside;
  const props = { tenant, id: project.id, version };
  const complete = check.every((line) => line.met || !line.required);
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm text-muted">{t(`next.${state}`)}</p>
      {moves.ask_again.allowed && <AskAgainForm tenant={tenant} project={project} />}
      {moves.propose.allowed && complete && <ProposeMove {...props} />}
      {moves.supplement.allowed && <SupplementMove {...props} />}
      {moves.start.allowed && <StartMove {...props} />}
      {moves.request_acceptance.allowed && <AcceptanceMove {...props} />}
      {moves.settle.allowed && <SettleMove {...props} />}
      {(["resume", "close"] as const).map(
        (move) => moves[move].allowed && <PlainMove key={move} move={move} {...props} />,
      )}
      {moves.follow.allowed && <FollowMove {...props} />}
      {moves.archive.allowed && <PlainMove move="archive" {...props} />}
      {moves.recall.allowed && project.waiting?.late && <RecallMove {...props} />}
      {(["request_supplement", "reject", "withdraw"] as const).map(
        (move) => moves[move].allowed && <ReasonedMove key={move} move={move} {...props} />,
      )}
      {(["suspend", "terminate"] as const).map(
        (move) => moves[move].allowed && <StopMove key={move} move={move} {...props} />,
      )}
    </div>
  );
}
