import { useLocale, useTranslations } from "next-intl";
import type { ChangeView } from "@/lib/features/organizations/schema/changes";
import type { ChangeState, KeyField, OrganizationKind } from "@/lib/features/organizations/types";
import { formatDay, formatInstant, nothing } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import { DataTable } from "../ui/data-table";
import type { Tone } from "../ui/tone";
import { AnswerChangeForms, WithdrawChangeForm } from "./change-forms";

const tones: Record<ChangeState, Tone> = {
  proposed: "attention",
  applied: "ok",
  refused: "problem",
  stale: "neutral",
  withdrawn: "neutral",
};
const answerTones = { waiting: "attention", accepted: "ok", refused: "problem" } as const;

export function ChangeStateBadge({ state }: { state: ChangeState }) {
  const t = useTranslations("organizations.change");
  return <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>;
}

function useValue() {
  const kind = useTranslations("organizations.kind");
  return (field: KeyField, value: string | null) =>
    value === null ? nothing : field === "kind" ? kind(value as OrganizationKind) : value;
}

/** What is to change, from what to what. */
function ChangedFields({ change }: { change: ChangeView }) {
  const t = useTranslations("organizations");
  const locale = useLocale();
  const value = useValue();
  return (
    <>
      <DataTable
        caption={t("change.panel")}
        rows={change.fields}
        rowKey={({ field }) => field}
        columns={[
          { key: "field", header: t("change.field"), cell: ({ field }) => t(`field.${field}`) },
          {
            key: "before",
            header: t("change.before"),
            cell: ({ field, before }) => value(field, before),
          },
          {
            key: "after",
            header: t("change.after"),
            cell: ({ field, after }) => <strong>{value(field, after)}</strong>,
          },
        ]}
      />
      {change.renamedOn && (
        <p className="text-sm text-muted">
          {t("change.renamedOn", { day: formatDay(change.renamedOn, locale) })}
        </p>
      )}
    </>
  );
}

/** Who has answered what; who may not know of an alliance reads that there is one. */
function Answers({ change }: { change: ChangeView }) {
  const t = useTranslations("organizations.change");
  const locale = useLocale();
  // In the order of the alliances' ids, which do not change.
  const answers = change.answers.map((one, place) => ({ ...one, place }));
  return (
    <div>
      <h3 className="pb-1 text-sm text-muted">{t("answers")}</h3>
      <ul className="flex flex-col gap-2">
        {answers.map((one) => (
          <li key={one.place} className="flex flex-wrap gap-x-3">
            <span>{one.alliance?.name ?? t("elsewhere")}</span>
            <Badge tone={answerTones[one.answer]}>{t(`answer.${one.answer}`)}</Badge>
            {one.answeredAt && (
              <span className="text-sm text-muted">
                {formatInstant(new Date(one.answeredAt), locale)}
              </span>
            )}
            {one.reason && <p className="w-full text-sm">{one.reason}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One change with everything that it waits for, and what the reader can do about it. */
export function ChangeDetails({ change, tenant }: { change: ChangeView; tenant?: string }) {
  const t = useTranslations("organizations.change");
  const locale = useLocale();
  const at = formatInstant(new Date(change.proposedAt), locale);
  const name = change.proposedBy ?? t("elsewhere");
  const mine = change.answers.filter(
    ({ mine: own, alliance }) => own && alliance && (!tenant || alliance.slug === tenant),
  );
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm text-muted">
        {change.alliance
          ? t("proposedIn", { alliance: change.alliance.name, name, at })
          : t("proposed", { name, at })}
      </p>
      <ChangedFields change={change} />
      <Answers change={change} />
      {mine.map(
        ({ alliance }) =>
          alliance && (
            <AnswerChangeForms key={alliance.slug} changeId={change.id} alliance={alliance} />
          ),
      )}
      {change.withdrawable && change.alliance && (
        <WithdrawChangeForm changeId={change.id} tenant={change.alliance.slug} />
      )}
    </div>
  );
}
