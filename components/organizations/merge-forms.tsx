"use client";

import Form from "next/form";
import { useTranslations } from "next-intl";
import {
  approveMergeAction,
  proposeMergeAction,
  rejectMergeAction,
} from "@/lib/features/organizations/actions";
import { ActionForm } from "../forms/action-form";
import { TextAreaField } from "../forms/fields";
import { Button } from "../ui/button";
import { OrganizationField } from "./organization-field";

type Reference = { id: string; name: string } | null;

/** The two records, by search; the preview is another address, so it can be sent to a colleague. */
export function MergeChoice({
  action,
  tenant,
  survivor,
  absorbed,
}: {
  action: string;
  tenant: string;
  survivor: Reference;
  absorbed: Reference;
}) {
  const t = useTranslations("organizations.merge");
  return (
    <Form action={action} className="flex max-w-xl flex-col gap-4">
      <OrganizationField
        name="survivorId"
        label={t("survivor")}
        tenant={tenant}
        required
        defaultValue={survivor}
      />
      <OrganizationField
        name="absorbedId"
        label={t("absorbed")}
        tenant={tenant}
        required
        defaultValue={absorbed}
      />
      <div>
        <Button type="submit">{t("preview")}</Button>
      </div>
    </Form>
  );
}

export function ProposeMergeForm({
  tenant,
  survivorId,
  absorbedId,
}: {
  tenant: string;
  survivorId: string;
  absorbedId: string;
}) {
  const t = useTranslations("organizations.merge");
  return (
    <ActionForm
      action={proposeMergeAction}
      tenant={tenant}
      hidden={{ survivorId, absorbedId }}
      submitLabel={t("propose")}
      successMessage={t("proposed")}
      successHref={`/organizations/${survivorId}?alliance=${tenant}&tab=history`}
    >
      <TextAreaField
        name="reason"
        label={t("reason")}
        hint={t("reasonHint")}
        required
        rows={3}
        maxLength={500}
      />
    </ActionForm>
  );
}

/** Approval asks once more; sending back wants the reason that the proposer will read. */
export function DecideMergeForms({
  proposalId,
  version,
  survivor,
  absorbed,
}: {
  proposalId: string;
  version: number;
  survivor: string;
  absorbed: string;
}) {
  const t = useTranslations("organizations.merge");
  const hidden = { proposalId, version };
  return (
    <div className="flex flex-col gap-6">
      <ActionForm
        action={approveMergeAction}
        hidden={hidden}
        submitLabel={t("approve")}
        successMessage={t("approved")}
        successHref="/organizations/{survivorId}"
        confirmLabel={t("approveConfirm", { survivor, absorbed })}
      />
      <ActionForm
        action={rejectMergeAction}
        hidden={hidden}
        submitLabel={t("reject")}
        submitVariant="danger"
        successMessage={t("rejected")}
        successHref="/organizations/merges"
      >
        <TextAreaField name="reason" label={t("reason")} required rows={3} maxLength={500} />
      </ActionForm>
    </div>
  );
}
