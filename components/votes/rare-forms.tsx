"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { RadioField, TextAreaField } from "@/components/forms/fields";
import { Fold } from "@/components/ui/fold";
import {
  abortVoteAction,
  answerChallengeAction,
  challengeVoteAction,
  decideTieAction,
  voidVoteAction,
} from "@/lib/features/votes/actions";
import type { VoteView } from "@/lib/features/votes/schema/votes";

type Props = { tenant: string; vote: VoteView };

export function AbortForm({ tenant, vote }: Props) {
  const t = useTranslations("votes");
  return (
    <Fold label={t("abort")} hint={t("abortHint")}>
      <ActionForm
        action={abortVoteAction}
        tenant={tenant}
        hidden={{ voteId: vote.id }}
        submitLabel={t("abort")}
        submitVariant="danger"
        successMessage={t("aborted")}
      >
        <TextAreaField name="reason" label={t("abortReason")} rows={2} required maxLength={500} />
      </ActionForm>
    </Fold>
  );
}

export function VoidForm({ tenant, vote }: Props) {
  const t = useTranslations("votes");
  return (
    <Fold label={t("void")} hint={t("voidHint")}>
      <ActionForm
        action={voidVoteAction}
        tenant={tenant}
        hidden={{ voteId: vote.id }}
        submitLabel={t("void")}
        submitVariant="danger"
        successMessage={t("voided")}
      >
        <TextAreaField name="reason" label={t("voidReason")} rows={2} required maxLength={500} />
      </ActionForm>
    </Fold>
  );
}

export function ChallengeForm({ tenant, vote }: Props) {
  const t = useTranslations("votes.challenge");
  return (
    <Fold label={t("title")} hint={t("hint")}>
      <ActionForm
        action={challengeVoteAction}
        tenant={tenant}
        hidden={{ voteId: vote.id }}
        submitLabel={t("submit")}
        submitVariant="secondary"
        successMessage={t("done")}
      >
        <TextAreaField name="reason" label={t("reason")} rows={2} required maxLength={500} />
      </ActionForm>
    </Fold>
  );
}

export function AnswerForm({ tenant, vote }: Props) {
  const t = useTranslations("votes.challenge");
  return (
    <Fold label={t("answer")}>
      <ActionForm
        action={answerChallengeAction}
        tenant={tenant}
        hidden={{ voteId: vote.id }}
        submitLabel={t("submitAnswer")}
        successMessage={t("answered")}
      >
        <RadioField
          name="upheld"
          label={t("decision")}
          required
          options={[
            { value: "false", label: t("dismissedChoice") },
            { value: "true", label: t("upheldChoice") },
          ]}
        />
        <TextAreaField name="answer" label={t("answer")} rows={2} required maxLength={500} />
      </ActionForm>
    </Fold>
  );
}

export function TieForm({ tenant, vote }: Props) {
  const t = useTranslations("votes");
  return (
    <section
      aria-label={t("tie.title")}
      className="flex flex-col gap-2 rounded border border-attention/40 p-3"
    >
      <h4 className="font-medium">{t("tie.title")}</h4>
      <p className="text-sm text-muted">{t("tie.hint")}</p>
      <ActionForm
        action={decideTieAction}
        tenant={tenant}
        hidden={{ voteId: vote.id }}
        submitLabel={t("tie.submit")}
        successMessage={t("tie.done")}
      >
        <RadioField
          name="choice"
          label={t("sheet.choice")}
          required
          options={(["yes", "no"] as const).map((value) => ({
            value,
            label: t(`choice.${value}`),
          }))}
        />
        <TextAreaField name="reason" label={t("tie.reason")} rows={2} required maxLength={500} />
      </ActionForm>
    </section>
  );
}
