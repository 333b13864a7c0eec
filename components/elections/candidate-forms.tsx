"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { TextAreaField, TextField } from "@/components/forms/fields";
import {
  answerNominationAction,
  checkCandidateAction,
  nominateAction,
} from "@/lib/features/elections/actions";
import { OrganizationField } from "../organizations/organization-field";

export function NominateForm({
  tenant,
  unit,
  ...hidden
}: {
  tenant: string;
  electionId: string;
  unit: boolean;
}) {
  const t = useTranslations("elections.candidate");
  return (
    <ActionForm
      action={nominateAction}
      tenant={tenant}
      hidden={hidden}
      submitLabel={t("nominate")}
      successMessage={t("nominated")}
    >
      <OrganizationField name="organizationId" label={t("member")} required={unit} membersOnly />
      {!unit && <TextField name="personName" label={t("person")} required maxLength={100} />}
      <TextAreaField name="statement" label={t("statement")} rows={3} maxLength={1000} />
    </ActionForm>
  );
}

type One = { tenant: string; candidateId: string; version: number };

export function AnswerForms({ tenant, ...hidden }: One) {
  const t = useTranslations("elections.candidate");
  return (
    <div className="flex flex-wrap gap-2">
      <ActionForm
        action={answerNominationAction}
        tenant={tenant}
        hidden={{ ...hidden, accepted: true }}
        submitLabel={t("accept")}
        submitVariant="secondary"
        successMessage={t("answered")}
      />
      <ActionForm
        action={answerNominationAction}
        tenant={tenant}
        hidden={{ ...hidden, accepted: false }}
        submitLabel={t("decline")}
        submitVariant="quiet"
        successMessage={t("answered")}
        confirmLabel={t("declineConfirm")}
      />
    </div>
  );
}

export function CheckForms({ tenant, ...hidden }: One) {
  const t = useTranslations("elections.candidate");
  return (
    <div className="flex flex-col gap-2">
      <ActionForm
        action={checkCandidateAction}
        tenant={tenant}
        hidden={{ ...hidden, eligible: true }}
        submitLabel={t("pass")}
        submitVariant="secondary"
        successMessage={t("checked")}
      />
      <details>
        <summary className="cursor-pointer text-sm text-muted">{t("fail")}</summary>
        <ActionForm
          action={checkCandidateAction}
          tenant={tenant}
          hidden={{ ...hidden, eligible: false }}
          submitLabel={t("fail")}
          submitVariant="danger"
          successMessage={t("checked")}
        >
          <TextField name="reason" label={t("reason")} required maxLength={500} />
        </ActionForm>
      </details>
    </div>
  );
}
