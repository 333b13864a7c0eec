import { useLocale, useTranslations } from "next-intl";
import {
  DecideVetoForm,
  TaskForm,
  VetoForm,
  VisitForm,
} from "@/components/evaluations/finding-forms";
import { AnswerForm, ObjectForm } from "@/components/evaluations/objection-forms";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import type { SubjectView } from "@/lib/features/evaluations/schema/rounds";
import { formatDay, formatInstant } from "@/lib/i18n/format";

type Props = { tenant: string; subject: SubjectView };

function Visits({ tenant, subject }: Props) {
  const t = useTranslations("evaluations.subject");
  const locale = useLocale();
  if (subject.visits.length === 0 && !subject.may.visit) return null;
  return (
    <Panel title={t("visits")}>
      <div className="flex flex-col gap-3">
        {subject.visits.map(({ id, on, people, note }) => (
          <div key={id}>
            <p className="text-sm text-muted">
              {formatDay(on, locale)} · {people}
            </p>
            <p className="whitespace-pre-line">{note}</p>
          </div>
        ))}
        {subject.may.visit && <VisitForm tenant={tenant} subjectId={subject.id} />}
      </div>
    </Panel>
  );
}

function Vetoes({ tenant, subject }: Props) {
  const t = useTranslations("evaluations.subject");
  if (subject.vetoes.length === 0 && !subject.may.veto) return null;
  return (
    <Panel title={t("vetoes")}>
      <div className="flex flex-col gap-3">
        {subject.vetoes.map((veto) => (
          <div key={veto.id} className="flex flex-col gap-2">
            <p className="flex flex-wrap items-center gap-2 font-medium">
              {veto.indicator}
              <Badge tone={veto.state === "confirmed" ? "problem" : "neutral"}>
                {t(`vetoState.${veto.state}`)}
              </Badge>
            </p>
            <p>{veto.reason}</p>
            {veto.note && <p className="text-muted">{veto.note}</p>}
            {veto.mayDecide && <DecideVetoForm tenant={tenant} vetoId={veto.id} />}
          </div>
        ))}
        {subject.may.veto && <VetoForm tenant={tenant} subject={subject} />}
      </div>
    </Panel>
  );
}

function Objections({ tenant, subject }: Props) {
  const t = useTranslations("evaluations.subject");
  const locale = useLocale();
  if (subject.objections.length === 0 && !subject.may.object) return null;
  return (
    <Panel title={t("objections")}>
      <div className="flex flex-col gap-3">
        {subject.objections.map((one) => (
          <div key={one.id} className="flex flex-col gap-2">
            <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
              {formatInstant(one.createdAt, locale)}
              <Badge tone={one.state === "open" ? "attention" : "decided"}>
                {t(`objectionState.${one.state}`)}
              </Badge>
            </p>
            <p className="whitespace-pre-line">{one.text}</p>
            {one.answer && (
              <p className="border-l-2 border-line pl-3 whitespace-pre-line">{one.answer}</p>
            )}
            {one.indicator && (
              <p className="text-muted">
                {t("corrected", {
                  indicator: one.indicator,
                  before: one.valueBefore ?? "—",
                  after: one.valueAfter ?? "—",
                })}
              </p>
            )}
            {one.mayAnswer && <AnswerForm tenant={tenant} subject={subject} objectionId={one.id} />}
          </div>
        ))}
        {subject.may.object && <ObjectForm tenant={tenant} subject={subject} />}
      </div>
    </Panel>
  );
}

function Tasks({ tenant, subject }: Props) {
  const t = useTranslations("evaluations.subject");
  const locale = useLocale();
  if (subject.tasks.length === 0 && !subject.may.task) return null;
  return (
    <Panel title={t("tasks")}>
      <div className="flex flex-col gap-3">
        <ul className="flex flex-col gap-1">
          {subject.tasks.map(({ id, title, dueOn, state }) => (
            <li key={id}>
              <a href={`/a/${tenant}/tasks/${id}`}>{title}</a>
              <span className="text-muted">
                {" · "}
                {formatDay(dueOn, locale)} · {t(`taskState.${state}`)}
              </span>
            </li>
          ))}
        </ul>
        {subject.may.task && <TaskForm tenant={tenant} subject={subject} />}
      </div>
    </Panel>
  );
}

export function Findings(props: Props) {
  return (
    <>
      <Visits {...props} />
      <Vetoes {...props} />
      <Objections {...props} />
      <Tasks {...props} />
    </>
  );
}
