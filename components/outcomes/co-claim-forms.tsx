"use client";

import { useTranslations } from "next-intl";
import {
  answerCoClaimAction,
  decideCoClaimAction,
  proposeCoClaimAction,
  withdrawCoClaimAction,
} from "@/lib/features/outcomes/actions";
import { ActionForm } from "../forms/action-form";
import { TextAreaField, TextField } from "../forms/fields";
import { OrganizationField } from "../organizations/organization-field";

function ShareField({ hint }: { hint: string }) {
  const t = useTranslations("outcomes.share");
  return <TextField name="share" label={t("share")} hint={hint} required inputMode="decimal" />;
}

/** Asks for a part of what another member reported. */
export function ProposeForm({
  tenant,
  recordId,
  organizationId,
  keyText,
}: {
  tenant: string;
  recordId: string;
  organizationId: string;
  keyText: string | null;
}) {
  const t = useTranslations("outcomes.share");
  return (
    <ActionForm
      action={proposeCoClaimAction}
      tenant={tenant}
      hidden={{ id: recordId, organizationId, ...(keyText && { key: keyText }) }}
      submitLabel={t("ask")}
      successMessage={t("asked")}
      successHref={`/a/${tenant}/outcomes/{recordId}`}
      draftKey={`co-claim-${recordId}`}
    >
      <ShareField hint={t("askHint")} />
      <TextAreaField name="note" label={t("note")} hint={t("noteHint")} required rows={2} />
    </ActionForm>
  );
}

/** Offers a part of an own result. */
export function OfferForm({ tenant, recordId }: { tenant: string; recordId: string }) {
  const t = useTranslations("outcomes.share");
  return (
    <ActionForm
      action={proposeCoClaimAction}
      tenant={tenant}
      hidden={{ id: recordId }}
      submitLabel={t("offer")}
      submitVariant="secondary"
      successMessage={t("offered")}
      draftKey={`offer-${recordId}`}
    >
      <OrganizationField
        name="organizationId"
        label={t("partner")}
        tenant={tenant}
        required
        membersOnly
      />
      <ShareField hint={t("offerHint")} />
      <TextAreaField name="note" label={t("note")} hint={t("noteHint")} required rows={2} />
    </ActionForm>
  );
}

type Step = { tenant: string; id: string; version: number };

/** The other side's two answers. */
export function AnswerForms({ tenant, id, version }: Step) {
  const t = useTranslations("outcomes.share");
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <ActionForm
        action={answerCoClaimAction}
        tenant={tenant}
        hidden={{ id, version, agree: true }}
        submitLabel={t("agree")}
        successMessage={t("agreed")}
        confirmLabel={t("agreeConfirm")}
      />
      <ActionForm
        action={answerCoClaimAction}
        tenant={tenant}
        hidden={{ id, version, agree: false }}
        submitLabel={t("refuse")}
        submitVariant="secondary"
        successMessage={t("refused")}
        draftKey={`refuse-${id}`}
      >
        <TextAreaField name="answer" label={t("why")} hint={t("whyHint")} required rows={2} />
      </ActionForm>
    </div>
  );
}

/** The secretariat's two decisions. */
export function DecideForms({ tenant, id, version }: Step) {
  const t = useTranslations("outcomes.share");
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <ActionForm
        action={decideCoClaimAction}
        tenant={tenant}
        hidden={{ id, version, grant: true }}
        submitLabel={t("grant")}
        successMessage={t("decided")}
        draftKey={`grant-${id}`}
      >
        <TextField
          name="share"
          label={t("otherShare")}
          hint={t("otherShareHint")}
          inputMode="decimal"
        />
        <TextAreaField name="reason" label={t("reason")} required rows={2} />
      </ActionForm>
      <ActionForm
        action={decideCoClaimAction}
        tenant={tenant}
        hidden={{ id, version, grant: false }}
        submitLabel={t("deny")}
        submitVariant="secondary"
        successMessage={t("decided")}
        draftKey={`deny-${id}`}
      >
        <TextAreaField name="reason" label={t("reason")} required rows={2} />
      </ActionForm>
    </div>
  );
}

export function WithdrawForm({ tenant, id, version }: Step) {
  const t = useTranslations("outcomes.share");
  return (
    <ActionForm
      action={withdrawCoClaimAction}
      tenant={tenant}
      hidden={{ id, version }}
      submitLabel={t("withdraw")}
      submitVariant="quiet"
      successMessage={t("withdrawn")}
      confirmLabel={t("withdrawConfirm")}
    />
  );
}
