import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Thread as ThreadData } from "@/lib/features/resolutions/schema";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import { OutcomeBadge } from "../bodies/arithmetic";
import { Thread, type ThreadStep } from "../ui/thread";
import { useResolutionCode } from "./code";

type Place = "application" | "item" | "resolution" | "task" | "minutes";
type Props = {
  /** /a/{alliance} */
  base: string;
  thread: ThreadData;
  /** The record of the page. */
  here: Place;
  /** The applicant's own record is the secretariat's. */
  openApplication?: boolean;
};

/** Proposal or application → item → vote → resolution → tasks: each a step that can be followed both ways. */
export function DecisionThread({ base, thread, here, openApplication = false }: Props) {
  const t = useTranslations("resolutions.thread");
  const codeOf = useResolutionCode();
  const { application, proposal, item, meeting, motion, resolution } = thread;
  const steps: ThreadStep[] = [
    ...(proposal ? [{ label: t("proposal"), value: proposal.title }] : []),
    ...(application
      ? [
          {
            label: t("application"),
            current: here === "application",
            value: <Application base={base} application={application} open={openApplication} />,
          },
        ]
      : []),
    {
      label: t("item"),
      current: here === "item",
      value: <Item base={base} item={item} meeting={meeting} />,
    },
    { label: t("vote"), value: motion ? <OutcomeBadge outcome={motion.outcome} /> : t("none") },
    {
      label: t("resolution"),
      current: here === "resolution",
      value: resolution ? (
        <Link href={`${base}/decisions/${resolution.id}`}>{codeOf(resolution)}</Link>
      ) : (
        t("none")
      ),
    },
    {
      label: t("tasks"),
      current: here === "task",
      value: <Tasks base={base} tasks={thread.tasks} />,
    },
    ...(thread.minutes
      ? [
          {
            label: t("minutes"),
            current: here === "minutes",
            value: <MinutesLink base={base} meetingId={meeting.id} state={thread.minutes.state} />,
          },
        ]
      : []),
    ...(application ? [{ label: t("member"), value: <Member application={application} /> }] : []),
  ];
  return <Thread label={t("title")} steps={steps} />;
}

function Item({ base, item, meeting }: Pick<ThreadData, "item" | "meeting"> & { base: string }) {
  const t = useTranslations("resolutions.thread");
  const locale = useLocale();
  return (
    <>
      <Link href={`${base}/meetings/${meeting.id}`}>{t("itemOf", item)}</Link>
      <span className="block text-sm text-muted">
        {meeting.title} · {formatInstant(new Date(meeting.heldAt), locale)}
      </span>
    </>
  );
}

function MinutesLink(props: { base: string; meetingId: string; state: string }) {
  const t = useTranslations("resolutions.thread");
  return <Link href={`${props.base}/meetings/${props.meetingId}/minutes`}>{t("minutes")}</Link>;
}

type ApplicationRef = NonNullable<ThreadData["application"]>;

function Application(props: { base: string; application: ApplicationRef; open: boolean }) {
  const t = useTranslations("meetings");
  const { id, number, organizationName } = props.application;
  const name = t("applicationOf", { number, name: organizationName });
  return props.open ? <Link href={`${props.base}/applications/${id}`}>{name}</Link> : name;
}

function Member({ application }: { application: ApplicationRef }) {
  const t = useTranslations("meetings");
  const r = useTranslations("resolutions.thread");
  if (application.membershipNumber === null || !application.organizationId) return r("pending");
  return (
    <Link href={`/organizations/${application.organizationId}`}>
      {t("memberOf", { number: application.membershipNumber })}
    </Link>
  );
}

function Tasks({ base, tasks }: { base: string; tasks: ThreadData["tasks"] }) {
  const t = useTranslations("resolutions.thread");
  const words = useTranslations("tasks");
  const locale = useLocale();
  if (tasks.length === 0) return t("none");
  return (
    <ul className="flex flex-col gap-1">
      {tasks.map((task) => (
        <li key={task.id}>
          <Link href={`${base}/tasks/${task.id}`}>
            {t("task", {
              title: task.title,
              person: task.personName,
              day: formatDay(task.dueOn, locale),
              state: words(`state.${task.state}`),
            })}
          </Link>
        </li>
      ))}
    </ul>
  );
}
