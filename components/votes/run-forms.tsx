"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { TextAreaField, TextField } from "@/components/forms/fields";
import { Fold } from "@/components/ui/fold";
import {
  closeVoteAction,
  countHandsAction,
  declareVoteAction,
  extendVoteAction,
  leaveBlockAction,
  openVoteAction,
} from "@/lib/features/votes/actions";
import type { VoteView } from "@/lib/features/votes/schema/votes";

type Props = { tenant: string; vote: VoteView };

/** Begins the vote; in a room without a time limit unless one is given, by post with the rule's least time. */
export function OpenForm({ tenant, vote, hours }: Props & { hours: number | null }) {
  const t = useTranslations("votes");
  return (
    <div className="flex flex-col gap-3">
      <ActionForm
        action={openVoteAction}
        tenant={tenant}
        hidden={{ voteId: vote.id, version: vote.version }}
        submitLabel={t("open.submit")}
        successMessage={t("open.done")}
      >
        {hours === null ? (
          <TextField
            name="minutes"
            label={t("open.minutes")}
            hint={t("open.minutesHint")}
            inputMode="numeric"
          />
        ) : (
          <TextField
            name="hours"
            label={t("open.hours")}
            hint={t("open.hoursHint", { hours })}
            defaultValue={String(hours)}
            inputMode="numeric"
            required
          />
        )}
        <details>
          <summary className="cursor-pointer text-sm text-muted">{t("open.seats")}</summary>
          <TextAreaField
            name="seatsReason"
            label={t("open.seatsReason")}
            hint={t("open.seatsHint")}
            rows={2}
            maxLength={500}
          />
        </details>
      </ActionForm>
    </div>
  );
}

export function LeaveBlockForm({ tenant, vote }: Props) {
  const t = useTranslations("votes");
  return (
    <ActionForm
      action={leaveBlockAction}
      tenant={tenant}
      hidden={{ voteId: vote.id }}
      submitLabel={t("leaveBlock")}
      submitVariant="secondary"
      successMessage={t("leftBlock")}
    />
  );
}

export function HandsForm({ tenant, vote }: Props) {
  const t = useTranslations("votes");
  const own = vote.ownCount;
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm text-muted">{t("hands.hint")}</p>
      {own && <p className="text-sm tabular-nums">{t("hands.own", own)}</p>}
      <ActionForm
        action={countHandsAction}
        tenant={tenant}
        hidden={{ voteId: vote.id }}
        submitLabel={t("hands.submit")}
        submitVariant="secondary"
        successMessage={t("hands.done")}
      >
        <div className="grid gap-3 sm:grid-cols-3">
          {(["yes", "no", "abstain"] as const).map((choice) => (
            <TextField
              key={choice}
              name={choice}
              label={t(`choice.${choice}`)}
              inputMode="numeric"
              required
              {...(own && { defaultValue: String(own[choice]) })}
            />
          ))}
        </div>
      </ActionForm>
    </div>
  );
}

export function CloseForm({ tenant, vote }: Props) {
  const t = useTranslations("votes");
  return (
    <ActionForm
      action={closeVoteAction}
      tenant={tenant}
      hidden={{ voteId: vote.id }}
      submitLabel={t("close")}
      successMessage={t("closed")}
      confirmLabel={t("closeConfirm")}
    />
  );
}

export function ExtendForm({ tenant, vote }: Props) {
  const t = useTranslations("votes");
  return (
    <Fold label={t("extend")}>
      <ActionForm
        action={extendVoteAction}
        tenant={tenant}
        hidden={{ voteId: vote.id, version: vote.version }}
        submitLabel={t("extend")}
        submitVariant="secondary"
        successMessage={t("extended")}
      >
        <TextField name="minutes" label={t("extendMinutes")} inputMode="numeric" required />
      </ActionForm>
    </Fold>
  );
}

export function DeclareForm({ tenant, vote }: Props) {
  const t = useTranslations("votes");
  return (
    <ActionForm
      action={declareVoteAction}
      tenant={tenant}
      hidden={{ voteId: vote.id, version: vote.version }}
      submitLabel={t("declare")}
      successMessage={t("declared")}
      confirmLabel={t("declareConfirm")}
    />
  );
}
