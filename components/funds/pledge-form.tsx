"use client";

import { useTranslations } from "next-intl";
import { createCommitmentAction } from "@/lib/features/funds/actions";
import { ActionForm } from "../forms/action-form";
import { CheckboxField, SelectField } from "../forms/fields";
import type { Option } from "../forms/types";
import { PledgeMore } from "./pledge-more";
import { PromiseFields } from "./promise-fields";

/** A party promises; who acts for one party only does not choose it. */
export function PledgeForm({
  tenant,
  projectId,
  organizations,
  milestones,
}: {
  tenant: string;
  projectId: string;
  organizations: readonly { id: string; name: string }[];
  /** What may release a part of it. */
  milestones: readonly Option[];
}) {
  const t = useTranslations("funds.pledge");
  const [only] = organizations;
  const chosen = organizations.length === 1 && only;
  return (
    <ActionForm
      action={createCommitmentAction}
      tenant={tenant}
      hidden={{ projectId, ...(chosen && { organizationId: chosen.id }) }}
      submitLabel={t("submit")}
      successMessage={t("done")}
      draftKey={`pledge-${projectId}`}
    >
      {chosen ? (
        <p className="text-sm">
          {t("organization")} <strong>{chosen.name}</strong>
        </p>
      ) : (
        <SelectField
          name="organizationId"
          label={t("organization")}
          required
          options={organizations.map((one) => ({ value: one.id, label: one.name }))}
        />
      )}
      <PromiseFields />
      <PledgeMore milestones={milestones} />
      <CheckboxField name="amountIsRight" label={t("amountIsRight")} />
    </ActionForm>
  );
}
