import { getTranslations } from "next-intl/server";
import type { Targets } from "@/components/agreements/agreement-forms";
import { loadCalls } from "@/lib/features/calls/loaders";
import { loadClasses } from "@/lib/features/classes/loaders";
import { loadColleges } from "@/lib/features/colleges/loaders";
import { loadPlatforms } from "@/lib/features/platforms/loaders";
import { loadProgrammeChoices } from "@/lib/features/programmes/loaders";
import { loadProjects } from "@/lib/features/projects/loaders";

const MOST = 100;

/** What an agreement can be about, to choose from. */
export async function loadTargets(alliance: string): Promise<Targets> {
  const [t, colleges, platforms, projects, classes, calls, choices] = await Promise.all([
    getTranslations("programmes"),
    loadColleges(alliance, { pageSize: MOST }),
    loadPlatforms(alliance, { pageSize: MOST, sort: "name" }),
    loadProjects(alliance, { pageSize: MOST }),
    loadClasses(alliance, { pageSize: MOST, sort: "school" }),
    loadCalls(alliance, { pageSize: MOST }),
    loadProgrammeChoices(alliance, {}),
  ]);
  const option = (value: string, label: string) => ({ value, label });
  return {
    colleges: colleges.items.map(({ id, name }) => option(id, name)),
    platforms: platforms.items.map(({ id, name }) => option(id, name)),
    projects: projects.items.map(({ id, title }) => option(id, title)),
    classes: classes.items.map(({ id, name, school }) => option(id, `${school.name} · ${name}`)),
    calls: calls.items.map(({ id, code, title }) =>
      option(id, code ? `${code} · ${title}` : title),
    ),
    pathways: choices.pathways.map(({ id, model, academicYear, from, to }) =>
      option(
        id,
        `${academicYear} · ${t(`model.${model}`)} · ${from.school} · ${from.programme} → ${to.school} · ${to.programme}`,
      ),
    ),
  };
}
