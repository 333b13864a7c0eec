"use client";

import { useTranslations } from "next-intl";
import { verifyEntryAction, verifyRestAction } from "@/lib/features/evaluations/actions";
import type { LineView, SubjectView } from "@/lib/features/evaluations/schema/rounds";
import { ActionForm } from "../forms/action-form";
import { CheckboxField, TextField } from "../forms/fields";
import { plain } from "./use-sentence";

type Props = { tenant: string; subject: SubjectView };

const isTyped = ({ metricCode, kind }: LineView): boolean =>
  metricCode === null && kind !== "expert" && kind !== "veto";

function VerifyForm({ tenant, subject, line }: Props & { line: LineView }) {
  const t = useTranslations("evaluations.subject");
  const start = line.verifiedValue ?? line.selfValue;
  return (
    <details className="border-t border-line pt-2">
      <summary className="min-h-6 cursor-pointer py-1">
        {line.code} {line.name}
      </summary>
      <div className="mt-2 mb-2">
        <ActionForm
          key={`${line.verifiedValue}${line.items.map(({ accepted }) => accepted).join()}`}
          action={verifyEntryAction}
          tenant={tenant}
          hidden={{ subjectId: subject.id, indicatorId: line.indicatorId }}
          submitLabel={t("verify")}
          submitVariant="secondary"
          successMessage={t("verifiedDone")}
        >
          {line.kind === "level_points" ? (
            line.items.map(({ id, title, accepted }) => (
              <CheckboxField
                key={id}
                name="rejected[]"
                value={id}
                label={t("rejectItem", { title })}
                defaultChecked={accepted === false}
              />
            ))
          ) : (
            <TextField
              name="value"
              label={t("verifyValue")}
              required
              inputMode="decimal"
              defaultValue={start === null ? undefined : plain(start)}
            />
          )}
          <TextField name="note" label={t("note")} maxLength={500} defaultValue={line.verifyNote} />
        </ActionForm>
      </div>
    </details>
  );
}

/** One after the other where something is to be put right, the rest at once. */
export function VerifyForms({ tenant, subject }: Props) {
  const t = useTranslations("evaluations.subject");
  return (
    <div className="flex flex-col gap-3">
      <ActionForm
        action={verifyRestAction}
        tenant={tenant}
        hidden={{ subjectId: subject.id }}
        submitLabel={t("verifyRest")}
        confirmLabel={t("verifyRestConfirm")}
        successMessage={t("verifiedDone")}
      />
      {subject.lines.filter(isTyped).map((line) => (
        <VerifyForm key={line.indicatorId} tenant={tenant} subject={subject} line={line} />
      ))}
    </div>
  );
}
