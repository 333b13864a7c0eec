"use client";

import { useTranslations } from "next-intl";
import { answerByLinkAction } from "@/lib/features/projects/actions";
import { ActionForm } from "../forms/action-form";
import { TextAreaField, TextField } from "../forms/fields";
import { StepForm } from "../forms/step-form";

type Props = { tenant: string; token: string; organization: string };

/** The two answers of a representative who came by the link. */
export function LinkAnswer({ tenant, token, organization }: Props) {
  const t = useTranslations("projects");
  const name = <TextField name="name" label={t("link.name")} required maxLength={100} />;
  return (
    <div className="flex flex-col gap-3">
      <ActionForm
        action={answerByLinkAction}
        tenant={tenant}
        hidden={{ token, answer: "confirm" }}
        submitLabel={t("link.confirm")}
        confirmLabel={t("link.confirmQuestion", { organization })}
        successMessage={t("link.done")}
      >
        {name}
      </ActionForm>
      <StepForm
        label={t("link.decline")}
        action={answerByLinkAction}
        tenant={tenant}
        hidden={{ token, answer: "decline" }}
        done={t("link.done")}
        variant="danger"
      >
        {name}
        <TextAreaField name="reason" label={t("party.reason")} required rows={2} maxLength={500} />
      </StepForm>
    </div>
  );
}
