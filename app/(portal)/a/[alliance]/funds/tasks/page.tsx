import { getTranslations } from "next-intl/server";
import { DepartmentTable, TaskTable } from "@/components/funds/task-table";
import { PageHeader } from "@/components/layout/page-header";
import { FilterBar, FilterSelect, FilterText } from "@/components/ui/filter-bar";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { loadTaskLedger } from "@/lib/features/funds/loaders";
import { taskSorts, tasksSchema } from "@/lib/features/funds/schema/reports";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { TakeTable } from "../../_sections/take-table";
import { Tabs } from "../_sections/tabs";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("funds"))("tasks.title") };
}

export default async function TaskLedgerPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(tasksSchema, await searchParams);
  const [t, ledger] = await Promise.all([
    getTranslations("funds"),
    loadTaskLedger(alliance, search),
  ]);
  const base = `/a/${alliance}/funds/tasks`;
  return (
    <>
      <PageHeader title={t("tasks.title")} description={t("tasks.description")} />
      <Tabs alliance={alliance} current="tasks" />
      <FilterBar action={base}>
        <FilterText
          name="department"
          label={t("tasks.department")}
          defaultValue={search.department}
        />
        <FilterText
          name="responsible"
          label={t("tasks.responsible")}
          defaultValue={search.responsible}
        />
        <FilterSelect
          name="sort"
          label={t("tasks.sort")}
          defaultValue={search.sort}
          options={taskSorts.map((value) => ({ value, label: t(`tasks.sorts.${value}`) }))}
        />
      </FilterBar>
      <div className="mt-3 flex flex-col gap-4">
        {ledger.departments.length > 1 && (
          <Panel title={t("tasks.byDepartment")}>
            <DepartmentTable
              rows={ledger.departments}
              hrefOf={(department) => addressWith(base, search, { department })}
            />
          </Panel>
        )}
        <TaskTable tenant={alliance} rows={ledger.items} />
        <Pagination of={ledger} href={(page) => addressWith(base, search, { page: String(page) })}>
          <TakeTable alliance={alliance} table="fund-tasks" search={search} />
        </Pagination>
      </div>
    </>
  );
}
