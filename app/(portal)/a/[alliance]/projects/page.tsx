import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { ProjectFilters } from "@/components/projects/project-filters";
import { ProjectTable } from "@/components/projects/project-table";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { TabLinks } from "@/components/ui/tabs";
import { loadProjects } from "@/lib/features/projects/loaders";
import { listProjectsSchema, listViews } from "@/lib/features/projects/schema/projects";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { TakeTable } from "../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("projects"))("title") };
}

export default async function ProjectsPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listProjectsSchema, await searchParams);
  const [t, list] = await Promise.all([
    getTranslations("projects"),
    loadProjects(alliance, search),
  ]);
  const base = `/a/${alliance}/projects`;
  const href = (changes: Record<string, string | undefined>) => addressWith(base, search, changes);
  const shown = { own: list.hasUnit, waiting: list.seesWaiting, overdue: true };
  const views = [undefined, ...listViews].filter((view) => !view || shown[view]);
  const create = list.mayCreate && (
    <ButtonLink variant="primary" href={`${base}/new`}>
      {t("register")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <>
            {list.mayReview && <ButtonLink href={`${base}/desk`}>{t("desk.title")}</ButtonLink>}
            {list.mayReadPowers && (
              <ButtonLink href={`${base}/powers`}>{t("powers.title")}</ButtonLink>
            )}
            {create}
          </>
        }
      />
      <div className="mb-3">
        <TabLinks
          label={t("saved.label")}
          items={views.map((view) => ({
            href: addressWith(base, {}, { view }),
            label: t(`saved.${view ?? "all"}`),
            current: search.view === view,
          }))}
        />
      </div>
      <ProjectFilters base={base} search={search} />
      {search.organization && (
        <p className="pt-2 text-sm text-muted">
          {t("onlyOrganization")}{" "}
          <Link href={href({ organization: undefined, page: undefined })}>
            {t("allOrganizations")}
          </Link>
        </p>
      )}
      <div className="mt-3">
        <ProjectTable
          rows={list.items}
          seesWaiting={list.seesWaiting}
          base={base}
          sort={search.sort ?? "-new"}
          href={href}
          empty={<EmptyState title={t("empty")} hint={t("emptyHint")} action={create} />}
        />
      </div>
      <Pagination of={list} href={(page) => href({ page: String(page) })}>
        <TakeTable alliance={alliance} table="projects" search={search} own />
      </Pagination>
    </>
  );
}
