import { useLocale, useTranslations } from "next-intl";
import type { TaskChanges, TaskEventView } from "@/lib/features/tasks/schema";
import { formatInstant, nothing } from "@/lib/i18n/format";
import { Timeline } from "../ui/timeline";

const parts = ["dueOn", "person", "organization"] as const;

/** Everything that happened to a task, the latest first; old and new stand side by side. */
export function TaskHistory({
  tenant,
  events,
}: {
  tenant: string;
  events: readonly TaskEventView[];
}) {
  const t = useTranslations("tasks.event");
  const locale = useLocale();
  const title = (event: TaskEventView, before: TaskEventView | undefined) => {
    if (event.changes) return t("changed");
    if (event.state === "open") return t("given");
    if (event.state === "running" && before?.state === "reported") return t("returned");
    return t(event.state);
  };
  return (
    <Timeline
      items={events.map((event, index) => ({
        at: t("by", {
          at: formatInstant(new Date(event.at), locale),
          name: event.authorName ?? nothing,
        }),
        title: title(event, events[index + 1]),
        body: (
          <>
            {event.text && <p className="whitespace-pre-line text-ink">{event.text}</p>}
            {event.changes && <Changes changes={event.changes} />}
            {event.file && (
              <a href={`/api/files/${tenant}/${event.file.id}`}>
                {t("evidence", { name: event.file.name })}
              </a>
            )}
          </>
        ),
      }))}
    />
  );
}

function Changes({ changes }: { changes: TaskChanges }) {
  const t = useTranslations("tasks.event");
  return parts.map((part) => {
    const change = changes[part];
    return (
      change && (
        <p key={part}>{t(part, { old: change.old ?? nothing, new: change.new ?? nothing })}</p>
      )
    );
  });
}
