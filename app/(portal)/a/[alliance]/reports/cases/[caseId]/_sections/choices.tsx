import { getTranslations } from "next-intl/server";
import type { CaseChoices } from "@/components/reports/case-fields";
import { loadClasses } from "@/lib/features/classes/loaders";
import { loadColleges } from "@/lib/features/colleges/loaders";
import { loadOutcomes } from "@/lib/features/outcomes/loaders";
import { loadPlatforms } from "@/lib/features/platforms/loaders";
import { loadProjects } from "@/lib/features/projects/loaders";
import type { OneCase } from "@/lib/features/reports/schema/cases";

const MOST = 100;
const option = (value: string, label: string) => ({ value, label });

/** What it may cite, approved results of its unit, and what it may tell of. */
export async function choicesOf(alliance: string, one: OneCase): Promise<CaseChoices> {
  const ofUnit = one.organization && { organization: one.organization.id };
  const [t, records, projects, colleges, platforms, classes] = await Promise.all([
    getTranslations("cases"),
    loadOutcomes(alliance, { state: "approved", pageSize: MOST, ...ofUnit }),
    loadProjects(alliance, { pageSize: MOST, ...ofUnit }),
    loadColleges(alliance, { pageSize: MOST, sort: "name" }),
    loadPlatforms(alliance, { pageSize: MOST, sort: "name" }),
    loadClasses(alliance, { pageSize: MOST, sort: "name" }),
  ]);
  return {
    records: records.items.map(({ id, title, quantity, unitZh, metricCode, year }) =>
      option(
        id,
        t("source", { title, quantity, unit: unitZh, code: metricCode, year: String(year) }),
      ),
    ),
    subjects: {
      project: projects.items.map(({ id, title }) => option(id, title)),
      college: colleges.items.map(({ id, name }) => option(id, name)),
      platform: platforms.items.map(({ id, name }) => option(id, name)),
      class: classes.items.map(({ id, name, school }) => option(id, `${name} · ${school.name}`)),
    },
  };
}
