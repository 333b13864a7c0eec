"use client";

import { useTranslations } from "next-intl";
import { proposeRulesAction } from "@/lib/features/bodies/actions";
import { draftSources } from "@/lib/features/bodies/schema/rule-sets";
import { ActionForm } from "../forms/action-form";
import { DateField, RadioField, SelectField, TextField } from "../forms/fields";
import type { Option } from "../forms/types";

/** A draft in one step: where to begin, from which day, by which article. */
export function ProposeForm({
  tenant,
  bodyId,
  hasRules,
  today,
  articles,
}: {
  tenant: string;
  bodyId: string;
  hasRules: boolean;
  today: string;
  articles: readonly Option[];
}) {
  const t = useTranslations("bodies");
  const sources = draftSources.filter((source) => hasRules || source !== "current");
  return (
    <ActionForm
      action={proposeRulesAction}
      tenant={tenant}
      hidden={{ bodyId }}
      submitLabel={t("rules.create")}
      successMessage={t("rules.created")}
      successHref={`/a/${tenant}/settings/rules/${bodyId}/draft`}
      draftKey={`rules.${bodyId}`}
    >
      <RadioField
        name="source"
        label={t("rules.source")}
        required
        defaultValue={hasRules ? "current" : "no_legal_form"}
        options={sources.map((value) => ({
          value,
          label: value === "current" ? t("rules.current") : t(`form.${value}`),
        }))}
      />
      <DateField
        name="validFrom"
        label={t("rules.validFrom")}
        hint={hasRules ? undefined : t("rules.validFromHint")}
        required
        defaultValue={today}
      />
      {articles.length > 0 && (
        <SelectField name="articleId" label={t("rules.articleId")} options={articles} />
      )}
      <TextField
        name="articleRef"
        label={t("rules.articleRef")}
        hint={t("rules.articleRefHint")}
        maxLength={200}
      />
      <TextField name="note" label={t("rules.note")} maxLength={300} />
    </ActionForm>
  );
}
