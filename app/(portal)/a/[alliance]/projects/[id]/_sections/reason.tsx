import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import type { Project } from "@/lib/features/projects/schema/projects";

/** Why it stands where it stands: the words of who declined, asked, rejected or withdrew. */
export async function Reason({ project }: { project: Project }) {
  const t = await getTranslations("projects.reason");
  const states = [
    "draft",
    "supplement",
    "rejected",
    "withdrawn",
    "suspended",
    "terminated",
    "rework",
    "failed",
  ] as const;
  const state = states.find((one) => one === project.state);
  if (!state || !project.inside?.stateReason) return null;
  return (
    <div className="mb-4">
      <Notice tone={state === "rejected" ? "problem" : "attention"} title={t(state)}>
        {project.inside.stateReason}
      </Notice>
    </div>
  );
}
