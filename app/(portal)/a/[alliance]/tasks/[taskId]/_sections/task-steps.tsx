import { getTranslations } from "next-intl/server";
import { AcceptForm, ChangeForm, DropForm, ReportForm } from "@/components/tasks/step-forms";
import { Panel } from "@/components/ui/panel";
import { loadOwners } from "@/lib/features/tasks/loaders";
import type { TaskView } from "@/lib/features/tasks/schema";

/** What the reader may do with the task now; nothing is shown that would be refused. */
export async function TaskSteps({ alliance, task }: { alliance: string; task: TaskView }) {
  const t = await getTranslations("tasks");
  const { may } = task;
  const step = { tenant: alliance, taskId: task.id, version: task.version };
  const owners = may.change ? (await loadOwners(alliance, {})).items : [];
  return (
    <>
      {may.report && (
        <Panel title={t("report")}>
          <ReportForm {...step} key={task.version} />
        </Panel>
      )}
      {may.accept && (
        <Panel title={t("accept")}>
          <AcceptForm {...step} />
        </Panel>
      )}
      {(may.change || may.drop) && (
        <Panel>
          <div className="flex flex-col gap-4">
            {may.change && (
              <ChangeForm
                {...step}
                owners={owners}
                personId={task.personId}
                dueOn={task.dueOn}
                organization={task.organization}
              />
            )}
            {may.drop && <DropForm {...step} />}
          </div>
        </Panel>
      )}
    </>
  );
}
