import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { CreateTaskForm } from "@/components/tasks/create-form";
import { RemindForm } from "@/components/tasks/remind-form";
import { TaskTable } from "@/components/tasks/task-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar, FilterSelect, FilterText } from "@/components/ui/filter-bar";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { loadOwners, loadTasks } from "@/lib/features/tasks/loaders";
import { listTasksInput } from "@/lib/features/tasks/schema";
import { taskFilters } from "@/lib/features/tasks/types";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { TakeTable } from "../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("tasks"))("title") };
}

export default async function TasksPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listTasksInput, await searchParams);
  const [t, list] = await Promise.all([getTranslations("tasks"), loadTasks(alliance, search)]);
  const owners = list.mayManage ? (await loadOwners(alliance, {})).items : [];
  const base = `/a/${alliance}`;
  const href = (changes: Record<string, string | undefined>) =>
    addressWith(`${base}/tasks`, search, changes);
  const filtered = Boolean(search.q || search.show || search.mine || search.organization);
  return (
    <ClientMessages namespaces={["tasks", "organizations"]}>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="mb-3">
        <FilterBar action={`${base}/tasks`} keep={{ sort: search.sort }}>
          <FilterText name="q" label={t("field.search")} defaultValue={search.q} />
          <FilterSelect
            name="show"
            label={t("show.label")}
            defaultValue={search.show}
            options={taskFilters.map((value) => ({ value, label: t(`show.${value}`) }))}
          />
          <FilterSelect
            name="mine"
            label={t("mine")}
            defaultValue={search.mine}
            options={[{ value: "true", label: t("mine") }]}
          />
        </FilterBar>
      </div>
      <TaskTable
        rows={list.items}
        base={base}
        sort={search.sort ?? "dueOn"}
        href={href}
        empty={
          filtered ? (
            <EmptyState title={t("emptyFiltered")} />
          ) : (
            <EmptyState title={t("empty")} hint={t("emptyHint")} />
          )
        }
      />
      <Pagination of={list} href={(page) => href({ page: String(page) })}>
        <TakeTable alliance={alliance} table="tasks" search={search} own />
      </Pagination>
      {list.mayManage && (
        <div className="mt-4">
          <Panel>
            <div className="flex flex-col gap-4">
              <CreateTaskForm tenant={alliance} owners={owners} />
              <RemindForm tenant={alliance} />
            </div>
          </Panel>
        </div>
      )}
    </ClientMessages>
  );
}
