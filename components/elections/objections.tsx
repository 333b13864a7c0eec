"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { TextAreaField } from "@/components/forms/fields";
import { answerObjectionAction, objectAction } from "@/lib/features/elections/actions";
import type { ElectionView } from "@/lib/features/elections/schema";

type Props = { tenant: string; election: ElectionView };

/** What was raised against the result, with its answers. */
export function Objections({ tenant, election }: Props) {
  const t = useTranslations("elections.objection");
  const running = election.state === "objection_period";
  const inTime = election.objectionUntil !== null && election.today <= election.objectionUntil;
  return (
    <div className="flex flex-col gap-4">
      {election.objections.length === 0 && <p className="text-sm text-muted">{t("none")}</p>}
      {election.objections.map((objection) => (
        <div key={objection.id} className="flex flex-col gap-2 border-l-2 border-line pl-3">
          <p>{objection.text}</p>
          <p className="text-sm text-muted">
            {t(`state.${objection.state}`)}
            {objection.answer && ` · ${objection.answer}`}
          </p>
          {running && objection.state === "open" && election.may.manage && (
            <ActionForm
              action={answerObjectionAction}
              tenant={tenant}
              hidden={{ objectionId: objection.id, upheld: false }}
              submitLabel={t("reject")}
              submitVariant="secondary"
              successMessage={t("answered")}
            >
              <TextAreaField name="answer" label={t("answer")} required rows={2} maxLength={1000} />
            </ActionForm>
          )}
          {running && objection.state === "open" && election.may.manage && (
            <UpholdForm tenant={tenant} objectionId={objection.id} />
          )}
        </div>
      ))}
      {running && inTime && election.may.object && (
        <ActionForm
          action={objectAction}
          tenant={tenant}
          hidden={{ electionId: election.id }}
          submitLabel={t("object")}
          submitVariant="secondary"
          successMessage={t("objected")}
        >
          <TextAreaField name="text" label={t("text")} required rows={3} maxLength={1000} />
        </ActionForm>
      )}
    </div>
  );
}

function UpholdForm({ tenant, objectionId }: { tenant: string; objectionId: string }) {
  const t = useTranslations("elections.objection");
  return (
    <details>
      <summary className="cursor-pointer text-sm text-muted">{t("uphold")}</summary>
      <ActionForm
        action={answerObjectionAction}
        tenant={tenant}
        hidden={{ objectionId, upheld: true }}
        submitLabel={t("uphold")}
        submitVariant="danger"
        successMessage={t("answered")}
        confirmLabel={t("upholdConfirm")}
      >
        <TextAreaField name="answer" label={t("answer")} required rows={2} maxLength={1000} />
      </ActionForm>
    </details>
  );
}
