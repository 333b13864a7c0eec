"use client";

import { useLocale, useTranslations } from "next-intl";
import { Fold } from "@/components/ui/fold";
import {
  answerObjectionAction,
  chooseBidAction,
  objectAction,
  signAcceptanceAction,
  signContractAction,
} from "@/lib/features/calls/actions";
import type { BidView, CallView } from "@/lib/features/calls/schema/view";
import { projectTypes } from "@/lib/features/projects/types";
import { formatMoney } from "@/lib/i18n/format";
import { ActionForm } from "../forms/action-form";
import {
  CheckboxField,
  DateField,
  FileField,
  RadioField,
  SelectField,
  TextAreaField,
  TextField,
} from "../forms/fields";
import type { Step } from "./step-forms";
import { SureAmountField } from "./sure-amount";

export function ChooseForm({
  tenant,
  bids,
  days,
  ...hidden
}: Step & { bids: readonly BidView[]; days: number }) {
  const t = useTranslations("calls.choose");
  const locale = useLocale();
  return (
    <ActionForm
      action={chooseBidAction}
      tenant={tenant}
      hidden={hidden}
      submitLabel={t("submit")}
      confirmLabel={t("question")}
      successMessage={t("done")}
    >
      <RadioField
        name="bidId"
        label={t("bid")}
        required
        options={bids
          .filter(({ rank }) => rank !== null)
          .map(({ id, letter, organization, rank, points, content }) => ({
            value: id,
            label: t("option", {
              letter: letter ?? 0,
              name: organization?.name ?? "",
              rank: rank ?? 0,
              points: points ?? "—",
              quote: formatMoney(content?.quote ?? null, locale).exact,
            }),
          }))}
      />
      <TextAreaField
        name="reason"
        label={t("reason")}
        hint={t("reasonHint")}
        required
        rows={3}
        maxLength={1000}
      />
      <DateField name="noticeUntil" label={t("until")} hint={t("untilHint", { days })} />
    </ActionForm>
  );
}

export function ObjectForm({ tenant, callId }: { tenant: string; callId: string }) {
  const t = useTranslations("calls.objection");
  return (
    <Fold frame="line" label={t("submit")}>
      <ActionForm
        action={objectAction}
        tenant={tenant}
        hidden={{ callId }}
        submitLabel={t("submit")}
        submitVariant="secondary"
        successMessage={t("done")}
      >
        <TextAreaField name="text" label={t("text")} required rows={3} maxLength={2000} />
      </ActionForm>
    </Fold>
  );
}

export function AnswerObjectionForm({
  tenant,
  objectionId,
}: {
  tenant: string;
  objectionId: string;
}) {
  const t = useTranslations("calls.objection");
  return (
    <ActionForm
      action={answerObjectionAction}
      tenant={tenant}
      hidden={{ objectionId }}
      submitLabel={t("answerSubmit")}
      submitVariant="secondary"
      successMessage={t("answered")}
    >
      <TextAreaField name="answer" label={t("answer")} required rows={3} maxLength={2000} />
      <CheckboxField name="upheld" label={t("upheld")} />
    </ActionForm>
  );
}

export function ContractForm({
  tenant,
  today,
  neededOn,
  ...hidden
}: Step & { today: string; neededOn: string | undefined }) {
  const t = useTranslations("calls.contract");
  const types = useTranslations("projects.type");
  return (
    <ActionForm
      action={signContractAction}
      tenant={tenant}
      hidden={hidden}
      submitLabel={t("submit")}
      confirmLabel={t("question")}
      successMessage={t("done")}
    >
      <TextField name="contractNo" label={t("contractNo")} required maxLength={100} />
      <SureAmountField name="amount" label={t("amount")} hint={t("amountHint")} required />
      <SelectField
        name="type"
        label={t("type")}
        required
        defaultValue="tech_rd"
        options={projectTypes.map((value) => ({ value, label: types(value) }))}
      />
      <DateField name="signedOn" label={t("signedOn")} required defaultValue={today} />
      <div className="grid grid-cols-2 gap-3 sm:flex sm:gap-4">
        <DateField name="startsOn" label={t("startsOn")} required defaultValue={today} />
        <DateField name="endsOn" label={t("endsOn")} required defaultValue={neededOn} />
      </div>
      <FileField name="fileId" label={t("file")} tenant={tenant} />
    </ActionForm>
  );
}

type AcceptanceProps = Step & { indicators: NonNullable<CallView["details"]>["indicators"] };

/** What was measured beside what was wanted, line by line. */
export function AcceptanceForm({ tenant, indicators, ...hidden }: AcceptanceProps) {
  const t = useTranslations("calls.accept");
  return (
    <ActionForm
      action={signAcceptanceAction}
      tenant={tenant}
      hidden={hidden}
      submitLabel={t("submit")}
      confirmLabel={t("question")}
      successMessage={t("done")}
    >
      {indicators.map(({ id, name, target, measured }, place) => (
        <div key={id} className="flex flex-col gap-2">
          <input type="hidden" name={`indicators.${place}.indicatorId`} defaultValue={id} />
          <TextField
            name={`indicators.${place}.measured`}
            label={t("measured", { name, target })}
            required
            maxLength={200}
            defaultValue={measured}
          />
          <CheckboxField name={`indicators.${place}.met`} label={t("met", { name })} />
        </div>
      ))}
    </ActionForm>
  );
}
