"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FileField, RadioField } from "@/components/forms/fields";
import {
  confirmPaperAction,
  demandMeetingAction,
  enterPaperAction,
} from "@/lib/features/votes/actions";
import type { VoteView } from "@/lib/features/votes/schema/votes";
import { paperChoices } from "@/lib/features/votes/types";

export function DemandForm({
  tenant,
  voteId,
  seatId,
  demanded,
  demands,
}: {
  tenant: string;
  voteId: string;
  seatId: string;
  demanded: boolean;
  demands: { count: number; needed: number };
}) {
  const t = useTranslations("votes.mail");
  return (
    <div className="flex flex-col gap-2 border-t border-line pt-3 text-sm">
      <p className="text-muted">{t("demands", demands)}</p>
      {demanded ? (
        <p>{t("demanded")}</p>
      ) : (
        <ActionForm
          action={demandMeetingAction}
          tenant={tenant}
          hidden={{ voteId, seatId }}
          submitLabel={t("demand")}
          submitVariant="secondary"
          successMessage={t("demanded")}
          confirmLabel={t("demandConfirm")}
        />
      )}
    </div>
  );
}

function useChoices() {
  const t = useTranslations("votes.choice");
  return paperChoices.map((value) => ({ value, label: t(value) }));
}

/** A reply on paper, entered for a seat by the first person. */
export function PaperForm({
  tenant,
  vote,
  seatId,
}: {
  tenant: string;
  vote: VoteView;
  seatId: string;
}) {
  const t = useTranslations("votes.paper");
  const options = useChoices();
  return (
    <ActionForm
      action={enterPaperAction}
      tenant={tenant}
      hidden={{ voteId: vote.id, seatId }}
      submitLabel={t("enter")}
      successMessage={t("entered")}
    >
      <RadioField name="choice" label={t("choice")} required options={options} />
      <FileField name="paperFileId" label={t("file")} tenant={tenant} required />
    </ActionForm>
  );
}

/** The same paper, read again by the second person; what the first one read is not shown. */
export function ConfirmPaperForm({
  tenant,
  vote,
  seatId,
}: {
  tenant: string;
  vote: VoteView;
  seatId: string;
}) {
  const t = useTranslations("votes.paper");
  const options = useChoices();
  return (
    <ActionForm
      action={confirmPaperAction}
      tenant={tenant}
      hidden={{ voteId: vote.id, seatId }}
      submitLabel={t("confirm")}
      successMessage={t("confirmed")}
    >
      <RadioField name="choice" label={t("choice")} required options={options} />
    </ActionForm>
  );
}
