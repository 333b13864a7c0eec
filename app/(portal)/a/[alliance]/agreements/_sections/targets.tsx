import type { Targets } from "@/components/agreements/agreement-forms";
import { loadColleges } from "@/lib/features/colleges/loaders";
import { loadPlatforms } from "@/lib/features/platforms/loaders";
import { loadProjects } from "@/lib/features/projects/loaders";

const MOST = 100;

/** What an agreement can be about, to choose from. */
export async function loadTargets(alliance: string): Promise<Targets> {
  const [colleges, platforms, projects] = await Promise.all([
    loadColleges(alliance, { pageSize: MOST }),
    loadPlatforms(alliance, { pageSize: MOST, sort: "name" }),
    loadProjects(alliance, { pageSize: MOST }),
  ]);
  const option = (value: string, label: string) => ({ value, label });
  return {
    colleges: colleges.items.map(({ id, name }) => option(id, name)),
    platforms: platforms.items.map(({ id, name }) => option(id, name)),
    projects: projects.items.map(({ id, title }) => option(id, title)),
  };
}
