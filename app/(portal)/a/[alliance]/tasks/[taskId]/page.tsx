import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { DecisionThread } from "@/components/resolutions/decision-thread";
import { TaskStateBadge } from "@/components/tasks/state-badge";
import { TaskHistory } from "@/components/tasks/task-history";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { loadTask } from "@/lib/features/tasks/loaders";
import { getTaskInput } from "@/lib/features/tasks/schema";
import { formatDay, formatInstant, nothing } from "@/lib/i18n/format";
import { TaskSteps } from "./_sections/task-steps";

type Props = { params: Promise<{ alliance: string; taskId: string }> };

const load = async (params: Props["params"]) => {
  const { alliance, taskId } = await params;
  const input = getTaskInput.safeParse({ taskId });
  if (!input.success) notFound();
  return { alliance, task: await loadTask(alliance, input.data) };
};

export async function generateMetadata({ params }: Props) {
  return { title: (await load(params)).task.title };
}

export default async function TaskPage({ params }: Props) {
  const [t, r, locale, { alliance, task }] = await Promise.all([
    getTranslations("tasks"),
    getTranslations("resolutions"),
    getLocale(),
    load(params),
  ]);
  const base = `/a/${alliance}`;
  const words = {
    name: task.personName,
    day: formatDay(task.dueOn, locale),
    since: formatInstant(new Date(task.stateSince), locale),
  };
  return (
    <ClientMessages namespaces={["tasks", "organizations"]}>
      <PageHeader
        title={task.title}
        breadcrumbs={[{ href: `${base}/tasks`, label: t("title") }, { label: task.title }]}
        badge={<TaskStateBadge state={task.state} overdue={task.overdue} />}
        waitingFor={task.waiting !== "nobody" && t(`waiting.${task.waiting}`, words)}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
        <div className="flex min-w-0 flex-col gap-4">
          {task.resolution?.underReview && <Notice tone="attention">{t("underReview")}</Notice>}
          <Panel>
            <div className="flex flex-col gap-4">
              {task.detail && <p className="max-w-prose whitespace-pre-line">{task.detail}</p>}
              <Facts
                items={[
                  { label: t("field.person"), value: task.personName },
                  { label: t("field.organization"), value: task.organization?.name ?? nothing },
                  { label: t("field.dueOn"), value: words.day },
                ]}
              />
            </div>
          </Panel>
          <TaskSteps alliance={alliance} task={task} />
          <Panel title={t("history")}>
            <TaskHistory tenant={alliance} events={task.events} />
          </Panel>
        </div>
        {task.thread && (
          <Panel title={r("thread.title")}>
            <DecisionThread base={base} thread={task.thread} here="task" />
          </Panel>
        )}
      </div>
    </ClientMessages>
  );
}
