"use client";

import { useTranslations } from "next-intl";
import { answerPartyAction } from "@/lib/features/projects/actions";
import { ActionForm } from "../forms/action-form";
import { TextAreaField } from "../forms/fields";

/** The two answers of a party. Declining asks for a reason, folded away from the usual answer. */
export function AnswerForms({
  tenant,
  projectId,
  party,
}: {
  tenant: string;
  projectId: string;
  party: { id: string; name: string };
}) {
  const t = useTranslations("projects.party");
  const hidden = { id: projectId, organizationId: party.id };
  return (
    <div className="flex flex-col gap-3">
      <p className="font-medium">{t("answerFor", { name: party.name })}</p>
      <ActionForm
        action={answerPartyAction}
        tenant={tenant}
        hidden={{ ...hidden, answer: "confirm" }}
        submitLabel={t("confirm")}
        confirmLabel={t("confirmQuestion", { name: party.name })}
        successMessage={t("confirmed")}
      />
      <details>
        <summary className="cursor-pointer py-1 text-sm">{t("declineTitle")}</summary>
        <div className="mt-2">
          <ActionForm
            action={answerPartyAction}
            tenant={tenant}
            hidden={{ ...hidden, answer: "decline" }}
            submitLabel={t("decline")}
            submitVariant="danger"
            successMessage={t("declined")}
            draftKey={`decline-${projectId}`}
          >
            <TextAreaField
              name="reason"
              label={t("reason")}
              hint={t("reasonHint")}
              required
              rows={2}
              maxLength={500}
            />
          </ActionForm>
        </div>
      </details>
    </div>
  );
}
