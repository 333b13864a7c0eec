"use client";

import { useLocale, useTranslations } from "next-intl";
import { Fold } from "@/components/ui/fold";
import { submitBidAction, undertakeAction, withdrawBidAction } from "@/lib/features/calls/actions";
import { formatMoney } from "@/lib/i18n/format";
import { ActionForm } from "../forms/action-form";
import {
  CheckboxField,
  DateField,
  FileField,
  SelectField,
  TextAreaField,
  TextField,
} from "../forms/fields";
import { Rows } from "../forms/rows";
import { SureAmountField } from "./sure-amount";

type Named = { id: string; name: string };
type Props = { tenant: string; callId: string; bidders: readonly Named[] };

function Unit({ bidders, label }: { bidders: readonly Named[]; label: string }) {
  if (bidders.length < 2) return null;
  return (
    <SelectField
      name="organizationId"
      label={label}
      required
      options={bidders.map((one) => ({ value: one.id, label: one.name }))}
    />
  );
}

function MilestoneRows({ neededOn }: { neededOn: string }) {
  const t = useTranslations("calls.bid");
  return (
    <Rows
      list="milestones"
      first={2}
      most={12}
      addLabel={t("addMilestone")}
      removeLabel={(n) => t("removeMilestone", { n })}
      legend={(n) => t("milestoneN", { n })}
      row={(row) => (
        <>
          <TextField
            name={`milestones.${row}.title`}
            label={t("milestone")}
            required
            maxLength={200}
          />
          <TextField
            name={`milestones.${row}.deliverable`}
            label={t("deliverable")}
            required
            maxLength={500}
          />
          <div className="grid gap-3 sm:grid-cols-2">
            <DateField
              name={`milestones.${row}.dueOn`}
              label={t("dueOn")}
              required
              max={neededOn}
            />
            <TextField
              name={`milestones.${row}.share`}
              label={t("share")}
              hint={t("shareHint")}
              required
              inputMode="numeric"
            />
          </div>
        </>
      )}
    />
  );
}

/** A bid. What is typed stays in this browser until it is sent; what is sent nobody reads before the deadline. */
export function BidForm({
  tenant,
  callId,
  bidders,
  budget,
  neededOn,
}: Props & { budget: string; neededOn: string }) {
  const t = useTranslations("calls.bid");
  const { exact } = formatMoney(budget, useLocale());
  const to = `/api/calls/${encodeURIComponent(tenant)}/${callId}`;
  return (
    <ActionForm
      action={submitBidAction}
      tenant={tenant}
      hidden={{ callId }}
      submitLabel={t("submit")}
      confirmLabel={t("question")}
      successMessage={t("done")}
      successHref={`/a/${tenant}/calls/{callId}`}
      draftKey={`bid-${callId}`}
    >
      <Unit bidders={bidders} label={t("unit")} />
      <TextAreaField
        name="plan"
        label={t("plan")}
        hint={t("planHint")}
        required
        rows={8}
        maxLength={8000}
      />
      <SureAmountField
        name="quote"
        label={t("quote")}
        hint={t("quoteHint", { budget: exact })}
        required
      />
      <MilestoneRows neededOn={neededOn} />
      <TextField name="leader" label={t("leader")} required maxLength={60} />
      <TextAreaField
        name="team"
        label={t("team")}
        hint={t("teamHint")}
        required
        rows={3}
        maxLength={2000}
      />
      <FileField name="fileId" label={t("file")} hint={t("fileHint")} to={to} />
      <FileField name="secondFileId" label={t("second")} hint={t("fileHint")} to={to} />
    </ActionForm>
  );
}

export function WithdrawBidForm({
  tenant,
  callId,
  organizationId,
}: {
  tenant: string;
  callId: string;
  organizationId: string;
}) {
  const t = useTranslations("calls.bid");
  return (
    <Fold frame="line" label={t("withdraw")}>
      <ActionForm
        action={withdrawBidAction}
        tenant={tenant}
        hidden={{ callId, organizationId }}
        submitLabel={t("withdraw")}
        submitVariant="danger"
        confirmLabel={t("withdrawQuestion")}
        successMessage={t("withdrawn")}
      />
    </Fold>
  );
}

export function UndertakeForm({ tenant, callId, bidders }: Props) {
  const t = useTranslations("calls.undertaking");
  return (
    <div className="flex flex-col gap-3">
      <p className="max-w-prose">{t("text")}</p>
      <ActionForm
        action={undertakeAction}
        tenant={tenant}
        hidden={{ callId }}
        submitLabel={t("submit")}
        successMessage={t("done")}
      >
        <Unit bidders={bidders} label={t("unit")} />
        <CheckboxField name="agreed" label={t("agree")} required />
      </ActionForm>
    </div>
  );
}
