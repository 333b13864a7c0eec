import { loadProjects } from "@/lib/features/projects/loaders";

const MOST = 100;

/** Projects that a certificate can be about; the one that it is about already stays among them. */
export async function projectOptions(
  alliance: string,
  given?: { projectId: string | null; projectTitle: string | null },
) {
  const { items } = await loadProjects(alliance, { pageSize: MOST });
  const options = items.map(({ id, title }) => ({ value: id, label: title }));
  const { projectId, projectTitle } = given ?? {};
  if (!projectId || options.some(({ value }) => value === projectId)) return options;
  return [{ value: projectId, label: projectTitle ?? projectId }, ...options];
}
