"use client";

import { useTranslations } from "next-intl";
import { answerRuleAction } from "@/lib/features/bodies/actions";
import { answersOf } from "@/lib/features/bodies/rules/wizard";
import type { DraftRule } from "@/lib/features/bodies/schema/rule-sets";
import { matters } from "@/lib/features/bodies/types";
import { ActionForm } from "../forms/action-form";
import { CheckboxField, SelectField, TextField } from "../forms/fields";
import type { Option } from "../forms/types";
import { Question } from "./question";
import { MajorityQuestions, PresenceQuestions } from "./wizard-deciding";
import { MeetingQuestions, VotingQuestions } from "./wizard-voting";

/** The fifteen questions about one class of matters. */
export function WizardForm({
  tenant,
  draft,
  rule,
  articles,
}: {
  tenant: string;
  draft: { id: string; version: number };
  rule: DraftRule;
  articles: readonly Option[];
}) {
  const t = useTranslations("bodies");
  const given = answersOf(rule);
  return (
    <ActionForm
      action={answerRuleAction}
      tenant={tenant}
      hidden={{ draftId: draft.id, version: draft.version, matter: rule.matter }}
      submitLabel={t("wizard.save")}
      successMessage={t("wizard.saved")}
      draftKey={`rule.${draft.id}.${rule.matter}.${draft.version}`}
    >
      <PresenceQuestions given={given} />
      <MajorityQuestions given={given} />
      <VotingQuestions given={given} />
      <MeetingQuestions given={given} />
      <Question title={t("wizard.article")}>
        {articles.length > 0 && (
          <SelectField
            name="articleId"
            label={t("rules.articleId")}
            hint={t("wizard.articleHint")}
            defaultValue={rule.articleId}
            options={articles}
          />
        )}
        <TextField
          name="articleRef"
          label={t("rules.articleRef")}
          hint={t("rules.articleRefHint")}
          maxLength={200}
          defaultValue={rule.articleRef}
        />
      </Question>
      <Question title={t("wizard.alsoFor")}>
        <div className="grid gap-x-4 sm:grid-cols-2">
          {matters
            .filter((matter) => matter !== rule.matter)
            .map((matter) => (
              <CheckboxField
                key={matter}
                name="alsoFor[]"
                value={matter}
                label={t(`matter.${matter}`)}
              />
            ))}
        </div>
      </Question>
    </ActionForm>
  );
}
