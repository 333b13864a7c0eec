"use client";

import { useTranslations } from "next-intl";
import { createCallAction, updateCallAction } from "@/lib/features/calls/actions";
import type { CallView } from "@/lib/features/calls/schema/view";
import { ipWishes, painCategories, secrecies } from "@/lib/features/calls/types";
import { ActionForm } from "../forms/action-form";
import { DateField, RadioField, SelectField, TextAreaField, TextField } from "../forms/fields";
import { Rows } from "../forms/rows";
import { SureAmountField } from "./sure-amount";

type Named = { id: string; name: string };
type Given = {
  title: string;
  publicTitle: string | null;
  call: Pick<CallView, "pain" | "secrecy" | "budget">;
  details: NonNullable<CallView["details"]>;
};

function IndicatorRows({ given }: { given?: Given | undefined }) {
  const t = useTranslations("calls.form");
  const indicators = given?.details.indicators ?? [];
  return (
    <Rows
      list="indicators"
      first={indicators.length}
      most={20}
      addLabel={t("addIndicator")}
      removeLabel={(n) => t("removeIndicator", { n })}
      legend={(n) => t("indicatorN", { n })}
      row={(row) => (
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField
            name={`indicators.${row}.name`}
            label={t("indicatorName")}
            required
            maxLength={200}
            defaultValue={indicators[row]?.name}
          />
          <TextField
            name={`indicators.${row}.target`}
            label={t("indicatorTarget")}
            required
            maxLength={200}
            defaultValue={indicators[row]?.target}
          />
        </div>
      )}
    />
  );
}

function NeedFields({ given }: { given?: Given }) {
  const t = useTranslations("calls");
  return (
    <>
      <TextField
        name="title"
        label={t("form.name")}
        hint={t("form.nameHint")}
        required
        maxLength={200}
        defaultValue={given?.title}
      />
      <SelectField
        name="pain"
        label={t("form.pain")}
        required
        defaultValue={given?.call.pain}
        options={painCategories.map((value) => ({ value, label: t(`pain.${value}`) }))}
      />
      <TextAreaField
        name="problem"
        label={t("form.problem")}
        hint={t("form.problemHint")}
        required
        rows={5}
        maxLength={4000}
        defaultValue={given?.details.problem}
      />
      <IndicatorRows given={given} />
      <SureAmountField
        name="budget"
        label={t("form.budget")}
        hint={t("form.budgetHint")}
        required
        defaultValue={given?.call.budget}
      />
      <TextField
        name="moneySource"
        label={t("form.moneySource")}
        hint={t("form.moneySourceHint")}
        required
        maxLength={300}
        defaultValue={given?.details.moneySource}
      />
      <DateField
        name="neededOn"
        label={t("form.neededOn")}
        required
        defaultValue={given?.details.neededOn}
      />
      <SelectField
        name="ipWish"
        label={t("form.ipWish")}
        required
        defaultValue={given?.details.ipWish ?? "negotiable"}
        options={ipWishes.map((value) => ({ value, label: t(`ip.${value}`) }))}
      />
      <TextField
        name="ipNote"
        label={t("form.ipNote")}
        maxLength={500}
        defaultValue={given?.details.ipNote}
      />
      <RadioField
        name="secrecy"
        label={t("form.secrecy")}
        required
        defaultValue={given?.call.secrecy ?? "open"}
        options={secrecies.map((value) => ({ value, label: t(`secrecy.${value}`) }))}
      />
      <TextField
        name="publicTitle"
        label={t("form.publicTitle")}
        hint={t("form.publicTitleHint")}
        maxLength={200}
        defaultValue={given?.publicTitle}
      />
    </>
  );
}

/** A problem, made for a phone: sent to the office at once. */
export function PostForm({ tenant, own }: { tenant: string; own: readonly Named[] }) {
  const t = useTranslations("calls.form");
  const [only] = own;
  return (
    <ActionForm
      action={createCallAction}
      tenant={tenant}
      submitLabel={t("submit")}
      successMessage={t("done")}
      successHref={`/a/${tenant}/calls/{id}`}
      draftKey={`call-${tenant}`}
    >
      {own.length === 1 && only ? (
        <p className="text-sm">{t("poster", only)}</p>
      ) : (
        <SelectField
          name="posterId"
          label={t("posterId")}
          required
          options={own.map((one) => ({ value: one.id, label: one.name }))}
        />
      )}
      <NeedFields />
    </ActionForm>
  );
}

type EditProps = Given & { tenant: string; id: string; version: number };

export function EditForm({ tenant, id, version, ...given }: EditProps) {
  const t = useTranslations("calls.form");
  return (
    <ActionForm
      action={updateCallAction}
      tenant={tenant}
      hidden={{ id, version }}
      submitLabel={t("save")}
      successMessage={t("saved")}
      successHref={`/a/${tenant}/calls/{id}`}
    >
      <NeedFields given={given} />
    </ActionForm>
  );
}
