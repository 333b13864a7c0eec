import { useTranslations } from "next-intl";
import type { Project } from "@/lib/features/projects/schema";
import { AskAgainForm } from "./ask-again-form";
import { ReasonedMove, RegisterMove, StartMove, SupplementMove } from "./move-forms";

const said = ["draft", "partners_confirming", "check", "supplement", "registered"] as const;
const folded = ["request_supplement", "reject", "withdraw"] as const;

export const hasNextStep = (project: Project): boolean =>
  said.some((state) => state === project.state);

/** What happens next and who does it; the buttons for those whom it is. */
export function NextStep({ tenant, project }: { tenant: string; project: Project }) {
  const t = useTranslations("projects");
  const state = said.find((one) => one === project.state);
  if (!state || !project.inside) return null;
  const { moves, version, check } = project.inside;
  const props = { tenant, id: project.id, version };
  const open = check.filter((line) => line.required && !line.met);
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm text-muted">{t(`next.${state}`)}</p>
      {moves.ask_again.allowed && <AskAgainForm tenant={tenant} project={project} />}
      {moves.register.allowed && open.length === 0 && <RegisterMove {...props} />}
      {moves.supplement.allowed && <SupplementMove {...props} />}
      {moves.start.allowed && <StartMove {...props} />}
      {folded.map(
        (move) => moves[move].allowed && <ReasonedMove key={move} move={move} {...props} />,
      )}
    </div>
  );
}
