"use client";

import { useTranslations } from "next-intl";
import { postDemandAction } from "@/lib/features/talent/actions";
import type { OccupationRow } from "@/lib/features/talent/schema/demands";
import { ActionForm } from "../forms/action-form";
import { DemandFields } from "./demand-fields";
import { OwnOrganizationField } from "./own-organization";

type Props = {
  tenant: string;
  mine: readonly { id: string; name: string }[];
  occupations: readonly OccupationRow[];
};

export function PostDemandForm({ tenant, mine, occupations }: Props) {
  const t = useTranslations("talent.demand");
  return (
    <ActionForm
      action={postDemandAction}
      tenant={tenant}
      submitLabel={t("post")}
      successMessage={t("posted")}
      successHref={`/a/${tenant}/talent/demands/{id}`}
      draftKey={`talent-demand-${tenant}`}
    >
      <OwnOrganizationField label={t("field.organization")} mine={mine} kinds={["enterprise"]} />
      <DemandFields occupations={occupations} />
    </ActionForm>
  );
}
