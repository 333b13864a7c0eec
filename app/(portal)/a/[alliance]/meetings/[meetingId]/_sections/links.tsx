import type { Links } from "@/components/meetings/agenda-item-fields";
import { loadApplications } from "@/lib/features/applications/loaders";
import { loadEffectChoices } from "@/lib/features/meetings/loaders";
import { loadProjects } from "@/lib/features/projects/loaders";

/** Applications that wait for a meeting, and projects by name: those that wait for a decision come first. */
export async function linksFor(alliance: string): Promise<Links> {
  const [applications, waiting, projects, effects] = await Promise.all([
    loadApplications(alliance, { state: "recommended", sort: "number", pageSize: 100 }),
    loadProjects(alliance, { state: "decision", pageSize: 100 }),
    loadProjects(alliance, { pageSize: 100 }),
    loadEffectChoices(alliance, {}),
  ]);
  return {
    effects,
    applications: applications.items.map((one) => ({
      value: one.id,
      label: `${one.number} ${one.organizationName}`,
    })),
    projects: [...waiting.items, ...projects.items.filter(({ state }) => state !== "decision")].map(
      (one) => ({ value: one.id, label: one.title }),
    ),
  };
}
