import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { LifeForm } from "@/components/resolutions/life-form";
import { CreateTaskForm } from "@/components/tasks/create-form";
import { TaskStateBadge } from "@/components/tasks/state-badge";
import { Panel } from "@/components/ui/panel";
import { loadResolutions } from "@/lib/features/resolutions/loaders";
import { isLive } from "@/lib/features/resolutions/rules";
import type { ResolutionView } from "@/lib/features/resolutions/schema";
import { loadOwners } from "@/lib/features/tasks/loaders";
import { isOverdue } from "@/lib/features/tasks/rules";
import { formatDay } from "@/lib/i18n/format";

type Props = { alliance: string; resolution: ResolutionView };

/** The tasks that follow from a resolution, and what later decisions made of it. */
export async function Consequences({ alliance, resolution }: Props) {
  const [t, locale] = await Promise.all([getTranslations("resolutions"), getLocale()]);
  const { may, thread, today } = resolution;
  const gives = may.giveTasks && isLive(resolution.state);
  const owners = gives ? (await loadOwners(alliance, {})).items : [];
  const others = may.recordEvents
    ? (await loadResolutions(alliance, { pageSize: 100, body: resolution.body.id })).items
    : [];
  return (
    <Panel title={t("field.tasks")}>
      <div className="flex flex-col gap-4">
        {thread.tasks.length === 0 && <p className="text-muted">{t("waiting.task")}</p>}
        <ul className="flex flex-col gap-2">
          {thread.tasks.map((task) => (
            <li key={task.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Link href={`/a/${alliance}/tasks/${task.id}`}>{task.title}</Link>
              <span className="text-sm text-muted">
                {task.personName} · {formatDay(task.dueOn, locale)}
              </span>
              <TaskStateBadge
                state={task.state}
                overdue={isOverdue(task.state, task.dueOn, today)}
              />
            </li>
          ))}
        </ul>
        {gives && <CreateTaskForm tenant={alliance} resolutionId={resolution.id} owners={owners} />}
        {may.recordEvents && (
          <LifeForm
            tenant={alliance}
            resolutionId={resolution.id}
            state={resolution.state}
            underReview={resolution.underReview}
            others={others
              .filter(
                ({ id, adoptedOn }) => id !== resolution.id && adoptedOn >= resolution.adoptedOn,
              )
              .map((one) => ({
                value: one.id,
                label: `${t("code", {
                  body: (locale === "en" && one.body.nameEn) || one.body.name,
                  year: String(one.year),
                  number: String(one.number),
                })} ${one.title}`,
              }))}
          />
        )}
      </div>
    </Panel>
  );
}
