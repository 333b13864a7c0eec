"use client";

import { useLocale, useTranslations } from "next-intl";
import { Fold } from "@/components/ui/fold";
import {
  cancelCommitmentAction,
  confirmCommitmentAction,
  proveConditionAction,
  raiseCommitmentAction,
  scheduleCommitmentAction,
} from "@/lib/features/funds/actions";
import type { Commitment } from "@/lib/features/funds/schema/promises";
import { formatMoney } from "@/lib/i18n/format";
import { fenOf, yuanText } from "@/lib/kernel/money";
import { ActionForm } from "../forms/action-form";
import { DateField, FileField, MoneyField, TextAreaField, TextField } from "../forms/fields";
import type { Option } from "../forms/types";
import { ScheduleRows } from "./pledge-more";

function Proof() {
  const t = useTranslations("funds.entry");
  return (
    <TextField name="proof" label={t("proof")} hint={t("proofHint")} required maxLength={300} />
  );
}

/** What of a promise can still be planned: all but the instalments for which something was entered. */
const openOf = ({ amount, instalments }: Commitment): string =>
  yuanText(
    instalments
      .filter((line) => line.entered)
      .reduce((left, line) => left - fenOf(line.amount), fenOf(amount)),
  );

/** What the secretariat does to a promise: confirm it, prove its condition, raise or cancel it by a decision. */
export function CommitmentForms({
  tenant,
  one,
  milestones,
}: {
  tenant: string;
  one: Commitment;
  milestones: readonly Option[];
}) {
  const t = useTranslations("funds");
  const common = { tenant, hidden: { id: one.id } };
  const rest = formatMoney(openOf(one), useLocale());
  return (
    <>
      {one.state === "proposed" && (
        <Fold label={t("entry.confirm")}>
          <ActionForm
            {...common}
            action={confirmCommitmentAction}
            submitLabel={t("entry.confirm")}
            successMessage={t("entry.confirmed")}
            draftKey={`confirm-${one.id}`}
          >
            <Proof />
          </ActionForm>
        </Fold>
      )}
      {one.state === "conditional" && (
        <Fold label={t("promise.prove")}>
          <ActionForm
            {...common}
            action={proveConditionAction}
            submitLabel={t("promise.prove")}
            successMessage={t("promise.proved")}
            draftKey={`prove-${one.id}`}
          >
            <Proof />
            <FileField name="fileId" label={t("promise.proveFile")} tenant={tenant} required />
            <DateField name="metOn" label={t("promise.proveOn")} required />
          </ActionForm>
        </Fold>
      )}
      {one.state === "confirmed" && (
        <Fold label={t("promise.raise")}>
          <ActionForm
            {...common}
            action={raiseCommitmentAction}
            submitLabel={t("promise.raise")}
            successMessage={t("promise.raised")}
            draftKey={`raise-${one.id}`}
          >
            <MoneyField name="amount" label={t("promise.raiseAmount")} required />
            <Proof />
          </ActionForm>
        </Fold>
      )}
      <Fold label={t("promise.schedule")} hint={t("promise.scheduleHint", { amount: rest.exact })}>
        <ActionForm
          {...common}
          action={scheduleCommitmentAction}
          submitLabel={t("promise.schedule")}
          successMessage={t("promise.scheduled")}
          draftKey={`schedule-${one.id}`}
        >
          <ScheduleRows milestones={milestones} />
        </ActionForm>
      </Fold>
      <Fold label={t("promise.cancel")}>
        <ActionForm
          {...common}
          action={cancelCommitmentAction}
          submitLabel={t("promise.cancel")}
          submitVariant="danger"
          successMessage={t("promise.cancelled")}
          draftKey={`cancel-${one.id}`}
        >
          <TextAreaField
            name="reason"
            label={t("promise.cancelReason")}
            required
            rows={2}
            maxLength={500}
          />
        </ActionForm>
      </Fold>
    </>
  );
}
